"""The four figures above the history."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from relaxapp.journal import statistics
from relaxapp.ui.elided_label import ElidedLabel
from relaxapp.ui.formats import duration, number
from relaxapp.ui.history.entry_words import technique

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from relaxapp.journal.journal import Journal
    from relaxapp.settings import Settings
    from relaxapp.ui.theme import Theme

_NONE = "\N{EN DASH}"
_COLUMNS = ((4, 560), (2, 340), (1, 0))
"""How many figures stand side by side from which width on, at 100 %."""
_LEAST_SHARE = 0.6
"""A figure that does not fit is written smaller, but no smaller than this part of its usual size."""
DAYS = 28
"""Over how many days practice is looked at: four whole weeks."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure.

    Attributes:
        label: what it is about.
        value: the figure itself.
        below: what to know about it.
    """

    label: str
    value: str
    below: str


def figures(journal: Journal, now: datetime, settings: Settings) -> tuple[Figure, ...]:
    """This week, tension before and after, days practised, and what helps most."""
    hour = settings.day_begins_hour
    week = statistics.week(journal, now, hour)
    tension = statistics.tension(journal)
    days = statistics.days_practised(journal, now, DAYS, hour)
    best = next((t for t in statistics.by_technique(journal) if t.change < 0), None)
    return (
        Figure(_tr("This week"), _minutes(week.minutes), _sessions(week.sessions)),
        Figure(
            _tr("Tension, before → after"),
            f"{number(tension.before, 1)} → {number(tension.after, 1)}" if tension else _NONE,
            _rated(tension.sessions) if tension else _tr("when you rate both"),
        ),
        Figure(
            _tr("Days practised"),
            _tr("{days} of {all}").format(days=days, all=DAYS),
            _tr("your aim is {days} a week").format(days=settings.week_aim_days),
        ),
        Figure(
            _tr("What helps most"),
            technique(best.technique) if best else _NONE,
            _tr("{change} on average, {sessions}").format(
                change=number(best.change, 1), sessions=_sessions(best.sessions)
            )
            if best
            else _tr("three rated sessions tell"),
        ),
    )


def week_in_words(journal: Journal, now: datetime, settings: Settings) -> str:
    """How this week is going, such as `4 of 5 days, 62 min`."""
    week = statistics.week(journal, now, settings.day_begins_hour)
    return _tr("{days} of {aim} days, {minutes}").format(
        days=week.days, aim=settings.week_aim_days, minutes=_minutes(week.minutes)
    )


class FigureRow(QWidget):
    """Cards side by side, one for each figure; in fewer columns where there is little width."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(16)
        self._columns = 4
        self._cards: list[_FigureCard] = []

    @property
    def shown(self) -> tuple[Figure, ...]:
        """The figures, as they are read."""
        return tuple(card.figure for card in self._cards)

    def show_figures(self, shown: Sequence[Figure]) -> None:
        """Shows these figures."""
        while len(self._cards) < len(shown):
            self._cards.append(_FigureCard())
            self._arrange()
        for card, figure in zip(self._cards, shown, strict=True):
            card.show_figure(figure)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Puts as many cards side by side as fit."""
        super().resizeEvent(event)
        px = self._theme.px
        columns = next(count for count, least in _COLUMNS if self.width() >= px(least))
        if columns != self._columns:
            self._columns = columns
            self._arrange()

    def _arrange(self) -> None:
        columns = self._columns
        for index, card in enumerate(self._cards):
            self._grid.addWidget(card, *divmod(index, columns))
        for column in range(4):
            self._grid.setColumnStretch(column, int(column < columns))


class _Value(ElidedLabel):
    """Written as large as there is room for, before it is cut short."""

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        font = self.font()
        usual = self.fontInfo().pixelSize()
        needed = self.fontMetrics().horizontalAdvance(self.text())
        share = max(_LEAST_SHARE, min(1.0, self.contentsRect().width() / max(1, needed)))
        font.setPixelSize(int(usual * share))
        self.paint_text(font)


class _FigureCard(QFrame):
    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.figure = Figure("", "", "")
        self._labels = (ElidedLabel("small"), _Value("figure"), ElidedLabel("small"))
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 12, 12, 12)
        column.setSpacing(4)
        for label in self._labels:
            column.addWidget(label)

    def show_figure(self, figure: Figure) -> None:
        self.figure = figure
        texts = (figure.label, figure.value, figure.below)
        for label, text in zip(self._labels, texts, strict=True):
            label.setText(text)
        self.setAccessibleName(", ".join(texts))


def _minutes(minutes: float) -> str:
    """Practised time; nothing at all is no seconds but no minutes."""
    return duration(minutes * 60) if minutes else _tr("0 min")


def _rated(sessions: int) -> str:
    if sessions == 1:
        return _tr("in one session")
    return _tr("average of the last {count}").format(count=sessions)


def _sessions(count: int) -> str:
    return _tr("1 session") if count == 1 else _tr("{count} sessions").format(count=number(count))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Figures", text)
