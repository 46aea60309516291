"""The breathing pacer and its ring."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPointF, QSizeF
from PySide6.QtGui import QColor, QPixmap

from relaxapp.ui.painted.ground import Ground
from relaxapp.ui.painted.layer import layer
from relaxapp.ui.painted.pacer import RESTING, Pace, Pacer
from relaxapp.ui.painted.ring import Ring
from relaxapp.ui.theme import light, night

if TYPE_CHECKING:
    from PySide6.QtGui import QImage
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from relaxapp.ui.theme import Theme


@pytest.fixture
def pacer(qtbot: QtBot, theme: Theme) -> Pacer:
    def ground(widget: QWidget) -> QPixmap:
        picture = QPixmap(widget.size())
        picture.fill(theme.ground_top)
        return picture

    widget = Pacer(theme, ground=ground)
    qtbot.addWidget(widget)
    widget.resize(400, 300)
    return widget


def picture(pacer: Pacer) -> QImage:
    return pacer.grab().toImage()


def test_the_orb_grows_with_the_breath(pacer: Pacer) -> None:
    radii = []
    for fullness in (0.0, 0.5, 1.0):
        pacer.show_pace(Pace(fullness))
        radii.append(pacer.radius())
    assert radii == sorted(radii)
    assert radii[2] > 1.5 * radii[0]


def test_the_orb_is_painted_as_large_as_it_says(pacer: Pacer) -> None:
    pacer.show_pace(Pace(1.0))
    shot = picture(pacer)
    inside = QColor(shot.pixel(200 - round(pacer.radius()) + 4, 150))
    outside = QColor(shot.pixel(200 - round(pacer.radius()) - 4, 150))
    assert inside.lightness() > outside.lightness() + 20


def test_a_still_orb_keeps_its_size_and_changes_its_tone(pacer: Pacer) -> None:
    pacer.set_still(True)
    pacer.show_pace(Pace(0.0))
    small, dark = pacer.radius(), QColor(picture(pacer).pixel(200, 110)).lightness()
    pacer.show_pace(Pace(1.0))
    assert pacer.radius() == small
    assert QColor(picture(pacer).pixel(200, 110)).lightness() > dark


def test_the_same_moment_costs_no_painting(pacer: Pacer, qtbot: QtBot) -> None:
    pacer.show()
    qtbot.waitExposed(pacer)
    pacer.show_pace(Pace(0.5, 0.5, "Breathe in", "3"))
    picture(pacer)
    kept = dict(pacer._orbs)
    pacer.show_pace(Pace(0.5, 0.5, "Breathe in", "3"))
    picture(pacer)
    assert pacer._orbs == kept


def test_the_pictures_kept_are_bounded(pacer: Pacer) -> None:
    for index in range(1000):
        pacer.show_pace(Pace(index / 1000))
        picture(pacer)
    assert len(pacer._orbs) <= 121


def test_words_are_read_out_by_name(pacer: Pacer) -> None:
    pacer.show_pace(Pace(0.2, 0.1, "Breathe out", "4"))
    assert pacer.accessibleName() == "Breathe out"


def test_a_resting_orb_has_no_words_and_no_ring(pacer: Pacer) -> None:
    assert pacer.pace == RESTING
    assert RESTING.progress is None
    assert not RESTING.label


def test_a_ring_that_grows_in_steps_looks_like_one_drawn_at_once(pacer: Pacer) -> None:
    pacer.show_pace(Pace(0.5, 0.0, "Hold"))
    picture(pacer)
    for step in range(1, 61):
        pacer.show_pace(Pace(0.5, step / 100, "Hold"))
        grown = picture(pacer)
    pacer.forget()
    anew = picture(pacer)
    differences = [
        abs(QColor(grown.pixel(x, y)).lightness() - QColor(anew.pixel(x, y)).lightness())
        for x in range(0, 400, 2)
        for y in range(0, 300, 2)
    ]
    assert max(differences) <= 24  # an edge may fall a part of a pixel beside itself
    assert sum(differences) / len(differences) < 0.05


@pytest.mark.usefixtures("qapp")
def test_a_ring_begins_anew_with_a_new_phase() -> None:
    blank = layer(QSizeF(100, 100), 1.0, lambda _painter: None)
    ring = Ring(blank, QPointF(50, 50), 40, QColor("#ffffff"))
    assert ring.picture(0.9).toImage().pixelColor(50, 90).alpha() > 200
    assert ring.picture(0.01).toImage().pixelColor(50, 90).alpha() == 0
    assert ring.picture(None).toImage() == blank.toImage()


@pytest.mark.parametrize("make", [night, light])
def test_on_a_ground_it_looks_as_if_it_were_transparent(make: object, qtbot: QtBot) -> None:
    theme = night() if make is night else light()
    ground = Ground(theme)
    qtbot.addWidget(ground)
    ground.resize(500, 400)
    opaque = Pacer(theme, ground=ground.behind, parent=ground)
    opaque.setGeometry(50, 40, 400, 300)
    bare = QPixmap(ground.size())
    ground.render(bare)
    corner = bare.toImage().pixelColor(52, 42)
    plain = Ground(theme)
    qtbot.addWidget(plain)
    plain.resize(500, 400)
    assert corner == plain.grab().toImage().pixelColor(52, 42)
