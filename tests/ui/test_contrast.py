"""Goes through the window in every look: what is written stands out, and what has the focus is seen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, cast

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from relaxapp.ui.help import HelpSheet
from relaxapp.ui.message import Message
from relaxapp.ui.pages.calm_page import CalmPage
from relaxapp.ui.pages.dim import DimPage
from relaxapp.ui.pages.session import SessionPage
from relaxapp.ui.painted.bar import Bar
from relaxapp.ui.painted.ground import Ground
from relaxapp.ui.painted.orb import Orb
from relaxapp.ui.painted.pace import Pace
from relaxapp.ui.painted.square import Square
from relaxapp.ui.painted.veil import Veil
from relaxapp.ui.painted.wave import Wave
from relaxapp.ui.theme import contrast, theme_for
from tests.ui.by_keyboard import focused, press, takes_tab
from tests.ui.dressed import dressed
from tests.ui.legible import Picture, ratio_of
from tests.ui.places import (
    BREATH_STEP,
    PLACES,
    SHORE_STEP,
    SHOULDERS_STEP,
    WAIT_STEP,
    asked,
    settle,
)
from tests.ui.practising import into_session, let_play
from tests.ui.written import measured

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from relaxapp.ui.painted.pacer import Pacer
    from tests.ui.places import Guide

LOOKS = {
    f"{theme}{', high contrast' if contrast == 'high' else ''}": {
        "theme": theme,
        "contrast": contrast,
    }
    for theme in ("night", "light")
    for contrast in ("usual", "high")
}
_TALL = QSize(1280, 1500)
_ALL_SETTINGS = QSize(1280, 4600)
"""So high that nothing of the settings has to be scrolled to."""
_USUAL = QSize(1280, 800)
_SEEN = 1.5
"""What changes by less than this ratio where the focus comes is not seen well."""
_WHOLE_PAGES = (SessionPage, CalmPage, DimPage)
"""Where nothing on the page has the focus, the page has; a ring around the window would only disturb."""
_SEEN_PIXELS = 60
"""A mark that is smaller is not found: the least is the bar beside the row of a list that has it."""
_FULLNESSES = (0.0, 0.25, 0.5, 0.75, 1.0)


@pytest.fixture(params=LOOKS)
def look(request: pytest.FixtureRequest) -> dict[str, object]:
    """The settings of one look after the other."""
    return dict(LOOKS[request.param])


class TestTheMeasure:
    """It measures what is painted, or all that follows here would be worth nothing."""

    def _written(self, qtbot: QtBot, text: QColor, *grounds: QColor) -> float:
        page = QWidget()
        qtbot.addWidget(page)
        page.resize(400, 60)
        slope = ", ".join(f"stop:{at} {each.name()}" for at, each in enumerate(grounds))
        ground = f"qlineargradient(x1:0, y1:0, x2:1, y2:0, {slope})"
        page.setStyleSheet(f"background: {ground if len(grounds) > 1 else grounds[0].name()}")
        label = QLabel("Let your shoulders be heavy, and rest a while", page)
        label.setStyleSheet(f"background: transparent; color: {text.name()}; font-size: 16px")
        label.setGeometry(10, 10, 380, 30)
        page.show()
        settle()
        ratio = ratio_of(Picture(page).light(label, label.rect()))
        assert ratio is not None
        return ratio

    @pytest.mark.parametrize("shade", ["#a6b9c4", "#6f7f8a", "#41525e"])
    def test_it_comes_close_to_the_ratio_of_the_two_colours(self, qtbot: QtBot, shade: str) -> None:
        text, ground = QColor(shade), QColor("#182839")
        assert self._written(qtbot, text, ground) == pytest.approx(contrast(text, ground), rel=0.08)

    def test_on_a_slope_of_colours_it_is_the_worst_place_that_counts(self, qtbot: QtBot) -> None:
        text, near, far = QColor("#8fd3c1"), QColor("#3f838a"), QColor("#101a2b")
        ratio = self._written(qtbot, text, near, far)
        assert ratio < contrast(text, near) * 1.25

    def test_where_nothing_is_written_nothing_is_measured(self, qtbot: QtBot) -> None:
        page = QWidget()
        qtbot.addWidget(page)
        page.show()
        assert ratio_of(Picture(page).light(page, QRect(0, 0, 50, 50))) is None


def test_words_stand_out_and_the_focus_is_seen_in_the_whole_window(
    guide: Guide, look: dict[str, object]
) -> None:
    window = guide.window(favourites=("breath",), week_aim_days=3)
    faults = Faults(high_contrast=look["contrast"] == "high")
    window.resize(_TALL)
    faults.look_at("sessions", window)
    window.say(Message("“Long breath out” was taken out of the history.", "Undo"))
    window.open_named("shoulders")
    faults.look_at("sheet", window)
    window.open_named("broken")
    faults.look_at("sheet with problems", window)
    window.show_history()
    faults.look_at("history", window)
    window.resize(_ALL_SETTINGS)
    window.show_settings()
    guide.qtbot.waitUntil(lambda: window.settings_page.voice_card.used is not None)
    faults.look_at("settings", window)
    window.show_help()
    help_sheet = window.findChild(HelpSheet)
    assert help_sheet is not None
    help_sheet.resize(_TALL)
    faults.look_at("help", help_sheet)
    help_sheet.close()
    assert faults.found == []
    assert faults.measured > 300
    assert len(faults.kinds) > 20


def test_words_stand_out_and_the_focus_is_seen_through_a_session(
    guide: Guide, look: dict[str, object]
) -> None:
    window = guide.window()
    faults = Faults(high_contrast=look["contrast"] == "high")
    practice = asked(window, "all-kinds")
    press("4")
    faults.look_at("check-in", window)
    page = into_session(practice, guide.qtbot, 7)
    for step, passed in (
        (SHOULDERS_STEP, 6),
        (SHOULDERS_STEP, 10),
        (SHOULDERS_STEP, 20),
        (BREATH_STEP, 9),
        (SHORE_STEP, 10),
        (WAIT_STEP, 6),
    ):
        page.steering.go_to(step)
        let_play(page, guide.clock, passed)
        # What fades from the view before is in the way of no word for longer than half a second.
        for veil in page.findChildren(Veil):
            veil.lift()
        faults.look_at(f"step {step + 1} after {passed} s", window)
    page.steering.go_to(BREATH_STEP)
    let_play(page, guide.clock, 4)
    press("Space", "M")
    faults.look_at("paused", window)
    press("Escape")
    faults.look_at("question", page.steering.question)
    assert faults.found == []
    assert faults.measured > 100


@pytest.mark.parametrize("form", [Orb, Bar, Wave, Square])
def test_the_words_of_the_breath_stand_out_however_full_it_is(
    form: type[Pacer], look: dict[str, object], qapp: QApplication, qtbot: QtBot
) -> None:
    high = look["contrast"] == "high"
    theme = theme_for(cast("Literal['night', 'light']", look["theme"]), high_contrast=high)
    with dressed(qapp, theme):
        ground = Ground(theme)
        pacer = form(theme, parent=ground)
        qtbot.addWidget(ground)
        ground.resize(600, 480)
        pacer.resize(600, 480)
        ground.show()
        for fullness in _FULLNESSES:
            pacer.show_pace(Pace(fullness, fullness, "Breathe out", "4"))
            found = measured(ground)
            assert [each.words for each in found] == ["Breathe out"]
            assert found[0].ratio >= found[0].least(high_contrast=high), fullness


@pytest.mark.parametrize("place", ["room", "first run 3"])
def test_words_stand_out_and_the_focus_is_seen_on_the_other_pages(
    place: str, guide: Guide, look: dict[str, object]
) -> None:
    faults = Faults(high_contrast=look["contrast"] == "high")
    faults.look_at(place, PLACES[place](guide))
    assert faults.found == []


class Faults:
    """What is hard to read or hard to find, on one page after the other.

    Args:
        high_contrast: whether more is asked.

    Attributes:
        found: a line for each.
        measured: how many words were measured.
        lowest: the lowest ratio there was.
        kinds: the kinds of control that were given the focus.
    """

    def __init__(self, *, high_contrast: bool) -> None:
        self.found: list[str] = []
        self.measured = 0
        self.lowest = 21.0
        self.kinds: set[tuple[str, str, bool]] = set()
        self._high_contrast = high_contrast

    def look_at(self, place: str, root: QWidget) -> None:
        """Measure everything that is written, and give each new kind of control the focus."""
        settle()
        for each in measured(root):
            self.measured += 1
            self.lowest = min(self.lowest, each.ratio)
            least = each.least(high_contrast=self._high_contrast)
            if each.ratio < least:
                self.found.append(f"{place}: {each.words!r} {each.ratio:.2f}:1 of {least}:1")
        before = focused()
        for widget in root.findChildren(QWidget):
            if not takes_tab(widget) or widget.visibleRegion().isEmpty():
                continue
            if isinstance(widget, _WHOLE_PAGES):
                continue
            kind = _kind(widget)
            if kind not in self.kinds:
                self.kinds.add(kind)
                pixels = changed_by_focus(root, widget, before)
                if pixels < _SEEN_PIXELS:
                    self.found.append(f"{place}: the focus on {kind} changes {pixels} pixels")
        before.setFocus(Qt.FocusReason.TabFocusReason)


def _kind(widget: QWidget) -> tuple[str, str, bool]:
    is_checked = isinstance(widget, QAbstractButton) and widget.isChecked()
    return type(widget).__name__, str(widget.property("kind") or ""), is_checked


def changed_by_focus(root: QWidget, widget: QWidget, other: QWidget) -> int:
    """How many pixels in and around a widget are clearly others while it has the focus."""
    around = widget.rect().adjusted(-4, -4, 4, 4)
    place = around.translated(widget.mapTo(root, QPoint(0, 0)))
    pictures = []
    for holder in (other if other is not widget else root, widget):
        if holder is root:
            widget.clearFocus()
        else:
            holder.setFocus(Qt.FocusReason.TabFocusReason)
        settle()
        pictures.append(Picture(root, place).light(widget, around) + 0.05)
    lighter, darker = np.maximum(*pictures), np.minimum(*pictures)
    return int((lighter / darker >= _SEEN).sum())
