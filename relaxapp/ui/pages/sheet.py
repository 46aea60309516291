"""The sheet of a session before it starts: how long, what happens, what is made to fit, what is good to know."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QMargins, Qt, Signal
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from relaxapp.script.script import Script
from relaxapp.session.wishes import tailoring_for
from relaxapp.timeline.clip import seconds
from relaxapp.timeline.fitting import Fitting
from relaxapp.ui import actions
from relaxapp.ui.label import paragraph
from relaxapp.ui.pages.breath_card import BreathCard
from relaxapp.ui.pages.fit_card import FitCard
from relaxapp.ui.pages.good_to_know import GoodToKnow, short_safety_lines
from relaxapp.ui.pages.minutes_card import MinutesCard
from relaxapp.ui.pages.problem_list import ProblemList
from relaxapp.ui.pages.scroll_column import ScrollColumn
from relaxapp.ui.pages.step_list import StepList
from relaxapp.ui.pages.what_happens import what_happens
from relaxapp.ui.pages.wish import Wish, usual_wish

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from relaxapp.ui.choices import Choices
    from relaxapp.ui.pages.offer import Offer
    from relaxapp.ui.theme import Theme

_BAR_ROOM_PX = 14
"""Room at the right of each column for its scroll bar."""

_RIGHT_PX = 300
"""What the right column takes at the least, at 100 %."""
_RIGHT_SHARE = 36
"""The right column's part of the width, in percent."""
_WIDEST_PX = 1400
"""Beyond this width, at 100 %, there is air at both sides."""
_TWO_COLUMNS_FROM_PX = 700
"""Below this width, at 100 %, everything stands in one column."""

Fit: TypeAlias = Callable[[Script, Path], Fitting]
"""The lengths that a script, read from a file, can have for the person as tailored now; quick."""

OwnSounds: TypeAlias = Callable[[], Sequence[str]]
"""The files of the sounds that the person has added, by name, as there are now; quick."""


class SheetPage(QWidget):
    """Shows one script; a script with errors shows them and cannot be started."""

    start_asked = Signal(object)
    """The person wants to begin: a `Wish`."""
    save_asked = Signal(object)
    """The person wants this session as a sound file: a `Wish`."""
    left = Signal()
    """The person wants to go back."""

    def __init__(
        self,
        *,
        choices: Choices,
        fit: Fit,
        own_sounds: OwnSounds,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._is_single = False
        self._choices = choices
        self._fit = fit
        self._offer: Offer | None = None
        self._fitting: Fitting | None = None
        self._title = paragraph("title")
        self._about = paragraph("subtitle")
        # What can be selected breaks anywhere: it may be the path of a file.
        self._about.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._breath_now = paragraph("calm")
        self.minutes = MinutesCard()
        self.minutes.chosen.connect(self._on_minutes)
        self.steps = StepList(theme)
        self._problems = ProblemList(theme)
        self.fit_card = FitCard(choices, theme, own_sounds)
        self.breath_card = BreathCard(choices, theme)
        self._good_to_know = GoodToKnow()
        self.start_button = QPushButton(self.tr("Start"))
        self.start_button.setProperty("kind", "primary")
        self.start_button.setAccessibleName(self.tr("Start"))
        self.start_button.clicked.connect(self._start)
        self._source = paragraph("small")
        self.save_button = QPushButton(self.tr("Save as audio"))
        self.save_button.setProperty("kind", "quiet")
        self.save_button.setProperty("small", True)
        self.save_button.setAccessibleName(self.tr("Save this session as audio"))
        self.save_button.clicked.connect(self._save)
        self._happens = _card(self.tr("What happens"), self.steps)
        self._lay_out(theme)
        choices.changed.connect(self._on_choices)
        actions.connect(self, {"start": self._start, "leave-sheet": self.left.emit})

    @property
    def offer(self) -> Offer | None:
        """What is shown."""
        return self._offer

    def show_offer(self, offer: Offer) -> None:
        """Shows a script, its warnings, or why it cannot be used."""
        self._offer = offer
        self._title.setText(offer.title)
        self.setAccessibleName(offer.title)
        self._problems.show_problems(offer.problems, is_usable=offer.script is not None)
        for widget in (
            self.minutes,
            self._happens,
            self.fit_card,
            self.start_button,
            self.save_button,
        ):
            widget.setVisible(offer.script is not None)
        self._fitting = None
        if offer.script is None:
            self._about.setText(str(offer.path))
            self._source.hide()
            self._breath_now.hide()
            self.breath_card.hide()
            self._good_to_know.hide()
            self.setAccessibleDescription(" ".join(self._problems.shown))
            self.setFocus()
            return
        self.setAccessibleDescription("")
        self._show_script(offer.script)
        self._refit(usual_wish(offer, self._choices.settings.minutes_by_script).seconds)
        self.take_focus()

    def take_focus(self) -> None:
        """Puts the focus on what begins the session."""
        self.start_button.setFocus()

    def name_way_back(self, *, to_ways: bool) -> None:
        """Says where the person comes from and goes back to: the ways, or else the sessions."""
        place = self.tr("Ways") if to_ways else self.tr("Sessions")
        aloud = (
            self.tr("Back to the ways through the sessions")
            if to_ways
            else self.tr("Back to the sessions")
        )
        self._back.setText(f"\N{SINGLE LEFT-POINTING ANGLE QUOTATION MARK}  {place}")
        self._back.setAccessibleName(aloud)

    def _lay_out(self, theme: Theme) -> None:
        back = self._back = QPushButton()
        back.setProperty("kind", "quiet")
        self.name_way_back(to_ways=False)
        back.clicked.connect(self.left)
        left = self._left = _scrolled(
            theme,
            self.tr("What happens, step by step"),
            self.minutes,
            self._problems,
            self._happens,
        )
        right = self._right = _scrolled(
            theme, self.tr("Good to know"), self.fit_card, self.breath_card, self._good_to_know
        )
        safety = self._safety = paragraph("small")
        safety.setText(short_safety_lines())
        safety.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        start = self._start_box = QVBoxLayout()
        start.setContentsMargins(0, 0, _BAR_ROOM_PX, 0)
        start.setSpacing(10)
        start.addWidget(self.start_button)
        start.addWidget(safety)
        right.setMinimumWidth(theme.px(_RIGHT_PX))
        right_column = self._right_column = QVBoxLayout()
        right_column.setSpacing(theme.gap_px)
        right_column.addWidget(right, 1)
        right_column.addLayout(start)
        columns = self._columns = QHBoxLayout()
        columns.setSpacing(22 - _BAR_ROOM_PX)
        left_column = self._left_column = QVBoxLayout()
        left_column.addWidget(left, 1)
        self._foot = self._make_foot()
        left_column.addWidget(self._foot)
        columns.addLayout(left_column, 100 - _RIGHT_SHARE)
        columns.addLayout(right_column, _RIGHT_SHARE)
        head = self._head = QWidget()
        words = QVBoxLayout(head)
        words.setContentsMargins(0, 0, 0, 16)
        words.setSpacing(4)
        words.addWidget(self._title)
        words.addWidget(self._about)
        words.addWidget(self._breath_now)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(theme.margin_px, 22, theme.margin_px - _BAR_ROOM_PX, 22)
        column.setSpacing(4)
        column.addWidget(back, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addWidget(head)
        column.addLayout(columns, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Puts everything into one column that scrolls where there is no width for two."""
        super().resizeEvent(event)
        air = max(self._theme.margin_px, (self.width() - self._theme.px(_WIDEST_PX)) // 2)
        self._column.setContentsMargins(air, 22, air - _BAR_ROOM_PX, 22)
        is_single = self.width() < self._theme.px(_TWO_COLUMNS_FROM_PX)
        if is_single != self._is_single:
            self._is_single = is_single
            self._arrange()

    def _arrange(self) -> None:
        """Moves what stands beside, above and below the left column into it, or back."""
        inside = self._left.column
        if self._is_single:
            self._columns.setDirection(QBoxLayout.Direction.TopToBottom)
            inside.insertWidget(0, self._head)
            for widget in (
                self.fit_card,
                self.breath_card,
                self._good_to_know,
                self._foot,
                self._safety,
            ):
                inside.insertWidget(inside.count() - 1, widget)
        else:
            self._columns.setDirection(QBoxLayout.Direction.LeftToRight)
            self._column.insertWidget(1, self._head)
            for place, widget in enumerate((self.fit_card, self.breath_card, self._good_to_know)):
                self._right.column.insertWidget(place, widget)
            self._left_column.addWidget(self._foot)
            self._start_box.addWidget(self._safety)
        self._columns.setStretchFactor(self._right_column, 0 if self._is_single else _RIGHT_SHARE)
        self._right.setVisible(not self._is_single)

    def _make_foot(self) -> QWidget:
        """Where the script is from, and what else can be done with it."""
        foot = QWidget()
        row = QHBoxLayout(foot)
        row.setContentsMargins(0, 0, _BAR_ROOM_PX, 0)
        row.addWidget(self._source, 1)
        row.addWidget(self.save_button, alignment=Qt.AlignmentFlag.AlignRight)
        return foot

    def _show_script(self, script: Script) -> None:
        self._about.setText(script.about)
        self._about.setVisible(bool(script.about))
        by = self.tr("by {author}").format(author=script.author) if script.author else ""
        self._source.setText("   ·   ".join(part for part in (script.source, by) if part))
        self._source.setVisible(bool(self._source.text()))
        self._good_to_know.show_script(script)

    def _refit(self, wish: float) -> None:
        """Works the lengths out anew, and chooses the one nearest to a wish in seconds."""
        offer = self._offer
        if offer is None or offer.script is None:
            return
        tailoring = tailoring_for(self._choices.settings, offer.script, offer.script_id)
        self.fit_card.show_script(offer.script, tailoring)
        self.breath_card.show_script(offer.script, offer.script_id, tailoring)
        self._breath_now.setText(self.breath_card.now)
        self._breath_now.setVisible(bool(self.breath_card.now))
        self._fitting = self._fit(offer.script, offer.path)
        self.minutes.offer(
            seconds(self._fitting.shortest_frames), seconds(self._fitting.longest_frames), wish
        )
        self._show_steps()

    def _show_steps(self) -> None:
        assert self._fitting is not None
        timeline = self._fitting.fit(self.minutes.seconds)
        self.minutes.show_length(seconds(timeline.length))
        self.steps.show_rows(what_happens(timeline))

    def _on_minutes(self) -> None:
        self._show_steps()

    def _on_choices(self) -> None:
        if self.isVisible():
            self._refit(self.minutes.seconds)

    def _start(self) -> None:
        if self._offer is not None and self._offer.script is not None:
            self.start_asked.emit(Wish(self._offer, self.minutes.seconds))

    def _save(self) -> None:
        if self._offer is not None and self._offer.script is not None:
            self.save_asked.emit(Wish(self._offer, self.minutes.seconds))


def _card(heading: str, content: QWidget) -> QFrame:
    card = QFrame()
    card.setProperty("kind", "card")
    label = QLabel(heading)
    label.setProperty("role", "dim")
    column = QVBoxLayout(card)
    column.setContentsMargins(24, 18, 24, 18)
    column.setSpacing(10)
    column.addWidget(label)
    column.addWidget(content)
    return card


def _scrolled(theme: Theme, name: str, *widgets: QWidget) -> ScrollColumn:
    area = ScrollColumn(QMargins(0, 0, _BAR_ROOM_PX, 0), name)
    area.column.setSpacing(theme.gap_px)
    for widget in widgets:
        area.column.addWidget(widget)
    area.column.addStretch()
    return area
