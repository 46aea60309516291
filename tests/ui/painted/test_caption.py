"""Sentences written under and over a picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QColor, QFontMetricsF, QPainter
from PySide6.QtWidgets import QWidget

from relaxapp.script.cue import SCENES
from relaxapp.ui.painted.caption import Caption, _broken
from relaxapp.ui.painted.scene import Scene
from relaxapp.ui.theme import contrast, light, night, theme_for
from tests.ui.painted.pixels import rgb

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from relaxapp.ui.theme import Theme

LONG = (
    "Go through your body once more, slowly and without moving anything at all: first your hands "
    "and arms, then your face and neck, your shoulders, your back and your belly."
)


@pytest.fixture
def caption(qtbot: QtBot, theme: Theme) -> Caption:
    widget = Caption(theme, 18)
    qtbot.addWidget(widget)
    widget.resize(700, widget.height())
    return widget


def test_it_takes_room_for_the_longest_sentence_before_it_comes(caption: Caption) -> None:
    caption.expect(["A short one.", LONG])
    height = caption.height()
    caption.show_text("A short one.")
    assert caption.height() == height
    caption.show_text(LONG)
    assert caption.height() == height


@pytest.mark.parametrize("percent", [80, 100, 150, 200])
def test_nothing_of_a_long_sentence_is_cut(caption: Caption, percent: int) -> None:
    caption.set_percent(percent)
    caption.show_text(LONG)
    lines = caption._lines()
    assert " ".join(lines) == LONG
    assert caption.height() >= len(lines) * caption.px


def test_larger_captions_are_larger(caption: Caption) -> None:
    caption.set_percent(200)
    assert caption.px == 36


def test_where_there_is_no_room_the_type_becomes_smaller(caption: Caption) -> None:
    caption.set_percent(200)
    caption.show_text(LONG)
    wished = caption.wished_height(caption.width())
    caption.set_room(wished / 2)
    assert caption.height() <= wished / 2
    assert caption.px < caption.wished_px
    assert " ".join(caption._lines()) == LONG
    caption.set_room(None)
    assert caption.px == caption.wished_px


def test_the_type_never_becomes_smaller_than_can_be_read(qtbot: QtBot) -> None:
    for percent in (100, 200):
        caption = Caption(theme_for("night", text_percent=percent), 18)
        qtbot.addWidget(caption)
        caption.resize(400, 100)
        caption.show_text(LONG * 9)
        caption.set_room(10)
        assert caption.px == caption.smallest_px == 14 * percent // 100
        caption.set_percent(80)
        assert caption.px == 14 * percent // 100
        assert " ".join(caption._lines()) == " ".join((LONG * 9).split())


def test_lines_are_about_equally_long(caption: Caption) -> None:
    caption.show_text(LONG)
    metrics = QFontMetricsF(caption._font())
    widths = [metrics.horizontalAdvance(line) for line in caption._lines()]
    assert len(widths) > 1
    assert min(widths) > max(widths) * 0.7


def test_on_a_small_stage_the_end_gives_way_to_an_ellipsis(caption: Caption) -> None:
    caption.resize(300, caption.height())
    caption.set_most_lines(2)
    caption.show_text(LONG)
    lines = caption._lines()
    assert len(lines) == 2
    assert lines[1].endswith("…")


def test_a_screen_reader_gets_the_sentence(caption: Caption) -> None:
    caption.show_text(LONG)
    assert caption.accessibleName() == LONG == caption.text


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(alphabet="ab cdefghij", max_size=120), st.integers(20, 400))
def test_breaking_loses_no_letter_and_no_line_is_too_long(
    caption: Caption, text: str, width: int
) -> None:
    metrics = QFontMetricsF(caption._font())
    lines = _broken(text, metrics, width)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(len(line) == 1 or metrics.horizontalAdvance(line) <= width for line in lines)


class Backing(QWidget):
    """A plain colour."""

    def __init__(self, color: QColor) -> None:
        super().__init__()
        self.color = color

    def paintEvent(self, _event: object) -> None:  # noqa: N802 -- Qt's name
        """Paint the colour."""
        QPainter(self).fillRect(self.rect(), self.color)


def words_contrast(page: QWidget, caption: Caption, theme: Theme) -> float:
    """The least contrast between the words and what lies within their line."""
    shot = page.grab().toImage()
    width = QFontMetricsF(caption._font()).horizontalAdvance(caption.text)
    middle = caption.geometry().center()
    left, half = round(middle.x() - width / 2), caption.px // 2
    area = rgb(shot)[middle.y() - half : middle.y() + half, left : left + round(width)]
    text = np.array([theme.text.red(), theme.text.green(), theme.text.blue()])
    # What is far from the words' own colour is their ground.
    distance = np.abs(area - text).sum(axis=2)
    ground = area[distance >= np.percentile(distance, 60)]
    return min(
        contrast(theme.text, QColor(*(int(part) for part in pixel)))
        for pixel in np.unique(ground, axis=0)
    )


@pytest.mark.parametrize("color", ["#ffffff", "#000000", "#808080", "#ffd9ae", "#8fd3c1"])
@pytest.mark.parametrize("make", [night, light])
def test_words_on_any_colour_stand_out(qtbot: QtBot, make: Callable[[], Theme], color: str) -> None:
    theme = make()
    page = Backing(QColor(color))
    qtbot.addWidget(page)
    page.resize(600, 120)
    caption = Caption(theme, 22, bold=True, on_picture=True, parent=page)
    caption.setGeometry(0, 20, 600, 80)
    caption.show_text("Listen for the water")
    assert words_contrast(page, caption, theme) >= 4.5


@pytest.mark.parametrize("name", SCENES)
@pytest.mark.parametrize("make", [night, light])
def test_words_on_every_scene_stand_out(qtbot: QtBot, make: Callable[[], Theme], name: str) -> None:
    theme = make()
    scene = Scene(theme)
    qtbot.addWidget(scene)
    scene.resize(800, 500)
    scene.show_scene(name)
    scene.show_moment(30)
    caption = Caption(theme, 22, bold=True, on_picture=True, parent=scene)
    caption.resize(800, 80)
    caption.show_text("Listen for the water drawing back")
    for top in (200, 330, 400):
        caption.move(0, top)
        assert words_contrast(scene, caption, theme) >= 4.5


def test_nothing_is_painted_without_words(caption: Caption) -> None:
    assert len(np.unique(rgb(caption.grab().toImage()).reshape(-1, 3), axis=0)) == 1
