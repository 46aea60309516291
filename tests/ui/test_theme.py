"""The themes: what is written can be read, and the style sheet is made of their tokens."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from relaxapp.ui import theme as theme_module
from relaxapp.ui.theme import (
    apply_theme,
    contrast,
    light,
    mixed,
    night,
    style_sheet,
    theme_for,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from relaxapp.ui.colors import Name
    from relaxapp.ui.theme import Theme

LEGIBLE = 4.5
"""WCAG 2.2, 1.4.3: the least contrast of text that is not large."""
VERY_LEGIBLE = 7
"""WCAG 2.2, 1.4.6: the same for those who need more."""
SEEN = 3
"""WCAG 2.2, 1.4.11: the least contrast of what is no text but has to be seen."""
GROUNDS = ("ground_top", "ground_bottom", "glow", "side_bar", "card", "raised")


@pytest.fixture(params=["night", "light"])
def each_name(request: pytest.FixtureRequest, qapp: QApplication) -> Name:
    name: Name = request.param
    return name


@pytest.fixture(params=[False, True], ids=["usual contrast", "high contrast"])
def each_theme(request: pytest.FixtureRequest, each_name: Name) -> Theme:
    is_high: bool = request.param
    return theme_for(each_name, high_contrast=is_high)


@pytest.fixture
def each_high_theme(each_name: Name) -> Theme:
    return theme_for(each_name, high_contrast=True)


def needed(theme: Theme) -> float:
    """How much text has to stand out in a theme."""
    return VERY_LEGIBLE if theme.high_contrast else LEGIBLE


@pytest.fixture
def plain_again(qapp: QApplication) -> Iterator[QApplication]:
    """The application, which looks as before afterwards."""
    palette, font = qapp.palette(), qapp.font()
    yield qapp
    qapp.setStyleSheet("")
    qapp.setPalette(palette)
    qapp.setFont(font)


def test_black_on_white_has_the_highest_contrast() -> None:
    assert contrast(QColor("#000000"), QColor("#ffffff")) == pytest.approx(21)
    assert contrast(QColor("#767676"), QColor("#ffffff")) == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("text", ["text", "dim", "faint", "calm", "warm"])
def test_everything_that_carries_text_is_legible(each_theme: Theme, text: str, ground: str) -> None:
    found = contrast(getattr(each_theme, text), getattr(each_theme, ground))
    assert found >= needed(each_theme)


@pytest.mark.parametrize("share", [0, 0.25, 0.5, 0.75, 1])
@pytest.mark.parametrize("text", ["text", "dim", "faint", "calm"])
def test_text_is_legible_wherever_the_glow_lies_on_the_ground(
    each_theme: Theme, text: str, share: float
) -> None:
    for ground in (each_theme.ground_top, each_theme.ground_bottom):
        lit = mixed(ground, each_theme.glow, share)
        assert contrast(getattr(each_theme, text), lit) >= needed(each_theme)


@pytest.mark.parametrize("accent", ["calm", "warm"])
def test_text_on_an_accent_is_legible(each_theme: Theme, accent: str) -> None:
    assert contrast(each_theme.on_accent, getattr(each_theme, accent)) >= needed(each_theme)


def test_text_stays_legible_on_what_the_mouse_is_over_or_presses(each_theme: Theme) -> None:
    for share in (0.08, 0.14):
        ground = mixed(each_theme.raised, each_theme.text, share)
        assert contrast(each_theme.text, ground) >= needed(each_theme)
    for share in (0.15, 0.28):
        ground = mixed(each_theme.calm, each_theme.text, share)
        assert contrast(each_theme.on_accent, ground) >= needed(each_theme)


def test_a_sign_on_a_knob_is_seen(each_theme: Theme) -> None:
    assert contrast(each_theme.on_knob, each_theme.knob) >= needed(each_theme)


@pytest.mark.parametrize("ground", GROUNDS)
def test_lines_are_seen_with_high_contrast(each_high_theme: Theme, ground: str) -> None:
    assert contrast(each_high_theme.line, getattr(each_high_theme, ground)) >= SEEN


def test_what_is_full_is_told_from_what_is_empty_with_high_contrast(
    each_high_theme: Theme,
) -> None:
    assert contrast(each_high_theme.calm, each_high_theme.line) >= SEEN


def test_high_contrast_has_outlines_and_thicker_rings(each_name: Name) -> None:
    usual, high = theme_for(each_name), theme_for(each_name, high_contrast=True)
    assert (usual.outline_px, high.outline_px) == (0, 2)
    assert high.focus_px > usual.focus_px
    assert f"border: 2px solid {high.line.name()}" in style_sheet(high)


def test_high_contrast_keeps_the_ground_calm(each_name: Name) -> None:
    usual, high = theme_for(each_name), theme_for(each_name, high_contrast=True)
    assert contrast(high.ground_top, high.glow) < contrast(usual.ground_top, usual.glow)


@pytest.mark.parametrize("number", range(11))
def test_every_chosen_number_of_the_scale_is_legible(each_theme: Theme, number: int) -> None:
    disc = mixed(each_theme.calm, each_theme.warm, number / 10)
    assert contrast(each_theme.on_accent, disc) >= needed(each_theme)


def test_the_focus_is_seen_against_what_lies_around_it(each_theme: Theme) -> None:
    for ground in (each_theme.ground_top, each_theme.ground_bottom, each_theme.card):
        assert contrast(each_theme.calm, ground) >= SEEN
    assert (
        contrast(each_theme.text, each_theme.calm) >= 1.7
        or contrast(each_theme.text, each_theme.card) >= SEEN
    )


def test_the_style_sheet_is_made_of_the_tokens(each_theme: Theme) -> None:
    sheet = style_sheet(each_theme)
    assert "$" not in sheet
    assert each_theme.card.name() in sheet
    assert each_theme.font_family in sheet


def test_every_kind_that_can_be_pressed_shows_its_focus(each_theme: Theme) -> None:
    sheet = style_sheet(each_theme)
    for kind in ("primary", "quiet", "chip", "nav", "chosen"):
        assert f'[kind="{kind}"]:focus' in sheet


@pytest.mark.parametrize("make", [night, light])
def test_qt_accepts_the_style_sheet(make: object, plain_again: QApplication, qtbot: QtBot) -> None:
    theme = night() if make is night else light()
    apply_theme(plain_again, theme)
    title, button = QLabel("Good evening"), QPushButton("Start")
    title.setProperty("role", "title")
    button.setProperty("kind", "primary")
    for widget in (title, button):
        qtbot.addWidget(widget)
        widget.ensurePolished()
    assert title.font().pixelSize() == theme.title_px
    assert button.sizeHint().height() == 56
    assert plain_again.palette().color(QPalette.ColorRole.Highlight) == theme.calm


@pytest.mark.parametrize("percent", [80, 100, 150, 200])
def test_every_size_of_type_grows_with_the_text(each_name: Name, percent: int) -> None:
    theme = theme_for(each_name, text_percent=percent)
    sizes = (32, 40, 24, 16, 13, 12)
    assert (
        theme.title_px,
        theme.session_title_px,
        theme.figure_px,
        theme.body_px,
        theme.small_px,
        theme.eyebrow_px,
    ) == tuple(round(size * percent / 100) for size in sizes)
    assert f"font-size: {theme.px(34)}px" in style_sheet(theme)


def test_no_type_in_the_style_sheet_keeps_its_size() -> None:
    sheet = Path(theme_module.__file__).with_name("style.qss").read_text("utf-8")
    assert re.findall(r"font-size: *\d+px", sheet) == []


@pytest.mark.parametrize("percent", range(80, 201, 5))
def test_the_ends_of_buttons_stay_round_at_every_size(
    each_name: Name, percent: int, plain_again: QApplication, qtbot: QtBot
) -> None:
    """Qt drops a radius that is above half the height."""
    theme = theme_for(each_name, text_percent=percent)
    apply_theme(plain_again, theme)
    ground = QWidget()
    qtbot.addWidget(ground)
    for kind in ("primary", "chosen"):
        button = QPushButton("Start", ground)
        button.setProperty("kind", kind)
        button.ensurePolished()
        button.resize(button.sizeHint())
        corner = ground.grab(button.geometry()).toImage().pixelColor(2, 2)
        button.hide()
        assert contrast(corner, theme.calm) > 1.5


def test_a_mixture_lies_between_its_colours() -> None:
    black, white = QColor("#000000"), QColor("#ffffff")
    assert mixed(black, white, 0).name() == "#000000"
    assert mixed(black, white, 1).name() == "#ffffff"
    assert mixed(black, white, 7).name() == "#ffffff"
    assert 120 < mixed(black, white, 0.5).red() < 135


def test_the_night_is_dark_and_the_day_is_not(qapp: QApplication) -> None:
    assert night().is_dark
    assert not light().is_dark
