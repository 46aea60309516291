"""The painted scenes: one for every scene a script can name, slow, and without a jump."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSizeF, Qt
from PySide6.QtGui import QColor, QPixmap

from relaxapp.script.cue import SCENES
from relaxapp.ui.painted.layer import layer
from relaxapp.ui.painted.scene import _PICTURES, Scene
from relaxapp.ui.theme import light, night

if TYPE_CHECKING:
    from PySide6.QtGui import QImage
    from pytestqt.qtbot import QtBot

    from relaxapp.ui.theme import Theme


@pytest.fixture
def scene(qtbot: QtBot, theme: Theme) -> Scene:
    widget = Scene(theme)
    qtbot.addWidget(widget)
    widget.resize(320, 200)
    return widget


def image_at(scene: Scene, seconds: float) -> QImage:
    scene.show_moment(seconds)
    return scene.grab().toImage()


def change(first: QImage, second: QImage) -> int:
    """The largest change of lightness, 0 to 255, over a grid of points."""
    return max(
        abs(QColor(first.pixel(x, y)).lightness() - QColor(second.pixel(x, y)).lightness())
        for x in range(0, first.width(), 4)
        for y in range(0, first.height(), 4)
    )


def test_every_scene_a_script_can_name_has_a_picture() -> None:
    assert set(_PICTURES) == set(SCENES)


@pytest.mark.parametrize("name", SCENES)
@pytest.mark.parametrize("make", [night, light])
def test_every_scene_is_painted_over_the_whole_area(name: str, make: object, qtbot: QtBot) -> None:
    scene = Scene(night() if make is night else light())
    qtbot.addWidget(scene)
    scene.resize(160, 100)
    scene.show_scene(name)
    image = scene.grab().toImage()
    corners = ((0, 0), (159, 0), (0, 99), (159, 99), (80, 50))
    assert all(image.pixelColor(x, y).alpha() == 255 for x, y in corners)
    assert len({image.pixel(x, y) for x, y in corners}) > 2


@pytest.mark.parametrize("name", SCENES)
def test_a_scene_moves_slowly(scene: Scene, name: str) -> None:
    """Between two looks hardly anything changes, and over a minute something does."""
    scene.show_scene(name)
    image_at(scene, 9.0)
    now = image_at(scene, 10.0)
    assert change(now, image_at(scene, 10.05)) < 60
    assert image_at(scene, 70.0) != now


def test_only_the_band_that_moves_is_repainted(scene: Scene) -> None:
    scene.show_scene("shore")
    before = image_at(scene, 1.0)
    after = image_at(scene, 30.0)
    assert all(before.pixel(x, 40) == after.pixel(x, 40) for x in range(320))
    assert any(before.pixel(x, 150) != after.pixel(x, 150) for x in range(320))


def test_a_scene_that_is_not_known_is_a_calm_place(scene: Scene) -> None:
    scene.show_scene("calm place")
    calm = image_at(scene, 5.0)
    scene.show_scene("a place of my own")
    assert image_at(scene, 5.0) == calm


def test_the_still_part_is_painted_once_per_size(scene: Scene) -> None:
    scene.show_scene("forest")
    image_at(scene, 1.0)
    kept = scene._still.cacheKey()
    image_at(scene, 2.0)
    assert scene._still.cacheKey() == kept
    scene.resize(200, 100)
    image_at(scene, 3.0)
    assert scene._still.size() == scene.size()


@pytest.mark.parametrize("name", SCENES)
def test_what_drifts_is_as_sharp_as_the_screen(theme: Theme, name: str) -> None:
    """Layers painted at a screen's ratio go as far and stand where they do at any other."""
    size = QSizeF(160, 100)
    pictures = {}
    for ratio in (1.0, 2.0):
        moving = _PICTURES[name](theme, size, ratio)
        pictures[ratio] = layer(size, ratio, partial(moving.paint_moving, seconds=7.0)).toImage()
    coarse, fine = pictures[1.0], pictures[2.0]
    assert fine.width() == 2 * coarse.width()
    halves = fine.scaled(coarse.size(), mode=Qt.TransformationMode.SmoothTransformation)
    halves.setDevicePixelRatio(1.0)
    assert change(coarse, halves) < 40
    layers = [each for each in vars(moving).values() if isinstance(each, QPixmap)]
    layers += getattr(moving, "_waves", [])
    assert layers
    assert {each.devicePixelRatio() for each in layers} == {2.0}


@pytest.mark.parametrize("name", SCENES)
def test_nothing_moves_outside_of_the_band_that_is_painted_anew(name: str, qtbot: QtBot) -> None:
    scene = Scene(night())
    qtbot.addWidget(scene)
    scene.resize(640, 400)
    scene.show_scene(name)
    pictures = []
    for seconds in (0.0, 7.0, 31.0, 90.0):
        scene.show_moment(seconds)
        scene.repaint()
        pictures.append(scene.grab().toImage())
    assert scene._picture is not None
    top, bottom = (round(share * 400) for share in scene._picture.moving_share())
    first = pictures[0]
    for each in pictures[1:]:
        for y in (*range(0, top, 3), *range(bottom, 400, 3)):
            assert all(first.pixel(x, y) == each.pixel(x, y) for x in range(0, 640, 5))
