"""The themes: what is written can be read, and the style sheet is made of their tokens."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from relaxapp.ui.theme import apply_theme, contrast, light, mixed, night, style_sheet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from relaxapp.ui.theme import Theme

LEGIBLE = 4.5
"""WCAG 2.2, 1.4.3: the least contrast of text that is not large."""


@pytest.fixture(params=[night, light], ids=["night", "light"])
def each_theme(request: pytest.FixtureRequest, qapp: QApplication) -> Theme:
    theme: Theme = request.param()
    return theme


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


@pytest.mark.parametrize("ground", ["ground_top", "ground_bottom", "side_bar", "card", "raised"])
@pytest.mark.parametrize("text", ["text", "dim", "faint", "calm", "warm"])
def test_everything_that_carries_text_is_legible(each_theme: Theme, text: str, ground: str) -> None:
    assert contrast(getattr(each_theme, text), getattr(each_theme, ground)) >= LEGIBLE


@pytest.mark.parametrize("text", ["text", "dim"])
def test_text_is_legible_where_the_ground_is_lightest(each_theme: Theme, text: str) -> None:
    assert contrast(getattr(each_theme, text), each_theme.glow) >= LEGIBLE


@pytest.mark.parametrize("accent", ["calm", "warm"])
def test_text_on_an_accent_is_legible(each_theme: Theme, accent: str) -> None:
    assert contrast(each_theme.on_accent, getattr(each_theme, accent)) >= LEGIBLE


@pytest.mark.parametrize("number", range(11))
def test_every_chosen_number_of_the_scale_is_legible(each_theme: Theme, number: int) -> None:
    disc = mixed(each_theme.calm, each_theme.warm, number / 10)
    assert contrast(each_theme.on_accent, disc) >= LEGIBLE


def test_the_focus_is_seen_against_what_lies_around_it(each_theme: Theme) -> None:
    for ground in (each_theme.ground_top, each_theme.ground_bottom, each_theme.card):
        assert contrast(each_theme.calm, ground) >= 3  # WCAG 2.2, 1.4.11
    assert (
        contrast(each_theme.text, each_theme.calm) >= 1.7
        or contrast(each_theme.text, each_theme.card) >= 3
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


def test_a_mixture_lies_between_its_colours() -> None:
    black, white = QColor("#000000"), QColor("#ffffff")
    assert mixed(black, white, 0).name() == "#000000"
    assert mixed(black, white, 1).name() == "#ffffff"
    assert mixed(black, white, 7).name() == "#ffffff"
    assert 120 < mixed(black, white, 0.5).red() < 135


def test_the_night_is_dark_and_the_day_is_not(qapp: QApplication) -> None:
    assert night().is_dark
    assert not light().is_dark
