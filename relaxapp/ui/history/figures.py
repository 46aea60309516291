"""The four figures above the history."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from relaxapp.journal import statistics
from relaxapp.journal.survey import LATE_DAYS
from relaxapp.ui.elided_label import ElidedLabel
from relaxapp.ui.formats import duration, number
from relaxapp.ui.history.entry_words import technique

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from relaxapp.journal.comparison import Change
    from relaxapp.journal.journal import Journal
    from relaxapp.journal.statistics import Tension, Week
    from relaxapp.journal.survey import Survey
    from relaxapp.settings import Settings
    from relaxapp.ui.theme import Theme

_NONE = "\N{EN DASH}"
_COLUMNS = ((4, 760), (2, 340), (1, 0))
"""How many figures stand side by side from which width on, at 100 %."""
_LEAST_SHARE = 0.6
"""A figure that does not fit is written smaller, but no smaller than this part of its usual size."""
_LEAST_CHANGE = 1.0
"""An average change of less is none that is to be felt."""
_BAR_PX = 4


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure.

    Attributes:
        label: what it is about.
        value: the figure itself.
        below: what to know about it.
        share: how much of an aim is reached, 0 to 1, shown as a quiet bar; None without an aim.
    """

    label: str
    value: str
    below: str
    share: float | None = None


def figures(survey: Survey, settings: Settings) -> tuple[Figure, ...]:
    """This week beside its aim, tension before and after, days practised, and what helps most."""
    return (
        _week(survey.week, settings),
        _tension(survey.tension),
        Figure(
            _tr("Days practised"),
            _tr("{days} of {all}").format(days=survey.days_practised, all=LATE_DAYS),
            _tr("in the last 4 weeks"),
        ),
        _best(survey.changes.by_technique),
    )


def no_figures() -> tuple[Figure, ...]:
    """What stands there until everything is counted."""
    labels = ("This week", "Tension, before → after", "Days practised", "What helps most")
    return tuple(Figure(_tr(label), _NONE, _tr("being counted")) for label in labels)


def _week(week: Week, settings: Settings) -> Figure:
    aim_days, aim_minutes = settings.week_aim_days, settings.week_aim_minutes
    minutes = _minutes(week.minutes)
    if aim_minutes:
        text = _tr("{minutes} of {aim} min")
        minutes = text.format(minutes=number(week.minutes), aim=number(aim_minutes))
    days = _tr("1 day") if week.days == 1 else _tr("{count} days").format(count=week.days)
    if aim_days:
        days = _tr("{days} of {aim} days").format(days=week.days, aim=aim_days)
    shares = [
        min(1.0, reached / aim)
        for reached, aim in ((week.days, aim_days), (week.minutes, aim_minutes))
        if aim
    ]
    return Figure(_tr("This week"), minutes, days, min(shares, default=None))


def _tension(tension: Tension | None) -> Figure:
    label = _tr("Tension, before → after")
    if tension is None:
        return Figure(label, _NONE, _tr("when you rate both"))
    value = f"{number(tension.before, 1)} → {number(tension.after, 1)}"
    if tension.sessions == 1:
        return Figure(label, value, _tr("in one session"))
    text = _tr("average of the last {count}").format(count=number(tension.sessions))
    return Figure(label, value, text)


def _best(changes: Sequence[Change]) -> Figure:
    """What took most off the tension; a point more or less is none, and few sessions say nothing."""
    label = _tr("What helps most")
    enough = [change for change in changes if change.is_enough]
    best = next((change for change in enough if change.average <= -_LEAST_CHANGE), None)
    if best is not None:
        text = _tr("{change} on average, {sessions}").format(
            change=number(best.average, 1), sessions=sessions_in_words(best.sessions)
        )
        return Figure(label, technique(best.name), text)
    if enough:
        return Figure(label, _NONE, _tr("no clear difference so far"))
    most = max((change.sessions for change in changes), default=0)
    if not most:
        return Figure(label, _NONE, _tr("when you rate both"))
    text = _tr("{sessions}: too few to say")
    return Figure(label, _NONE, text.format(sessions=sessions_in_words(most)))


def week_in_words(journal: Journal, now: datetime, settings: Settings) -> str:
    """How this week is going, such as `4 of 5 days, 62 min`."""
    week = statistics.week(journal.database, now, settings.day_begins_hour)
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
            self._cards.append(_FigureCard(self._theme))
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
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.figure = Figure("", "", "")
        self._labels = (ElidedLabel("small"), _Value("figure"), ElidedLabel("small"))
        self._bar = _Share(theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 12, 12, 12)
        column.setSpacing(4)
        for label in self._labels:
            column.addWidget(label)
        column.addWidget(self._bar)

    def show_figure(self, figure: Figure) -> None:
        self.figure = figure
        texts = (figure.label, figure.value, figure.below)
        for label, text in zip(self._labels, texts, strict=True):
            label.setText(text)
        self._bar.show_share(figure.share)
        self.setAccessibleName(", ".join(texts))


class _Share(QWidget):
    """A slim bar; of the same height where there is nothing to show, so that all cards are alike."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._share: float | None = None

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(0, self._theme.px(_BAR_PX))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return self.sizeHint()

    def show_share(self, share: float | None) -> None:
        self._share = share
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        if self._share is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        track = QRectF(0, 0, self.width() - 6, self.height())
        half = track.height() / 2
        painter.setBrush(self._theme.line)
        painter.drawRoundedRect(track, half, half)
        if self._share:
            track.setWidth(max(track.height(), track.width() * self._share))
            painter.setBrush(self._theme.calm)
            painter.drawRoundedRect(track, half, half)


def _minutes(minutes: float) -> str:
    """Practised time; nothing at all is no seconds but no minutes."""
    return duration(minutes * 60) if minutes else _tr("0 min")


def sessions_in_words(count: int) -> str:
    """How many sessions, such as `1 session`."""
    return _tr("1 session") if count == 1 else _tr("{count} sessions").format(count=number(count))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Figures", text)
