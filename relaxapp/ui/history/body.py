"""Where it was tense or twitching, over some time, before sessions and after them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMargins
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from relaxapp.journal.body_survey import BodySurvey, body_survey
from relaxapp.journal.entry import Moment
from relaxapp.journal.filter import Filter
from relaxapp.journal.period import Period
from relaxapp.journal.statistics import first_day
from relaxapp.ui.card import Card
from relaxapp.ui.chips import Chips
from relaxapp.ui.history import body_words as words
from relaxapp.ui.history.area_table import AreaTable
from relaxapp.ui.history.body_figure import BodyFigure
from relaxapp.ui.history.counting import Counting
from relaxapp.ui.history.spans import (
    FOUR_WEEKS,
    THREE_MONTHS,
    TWELVE_MONTHS,
    period_of,
    span_name,
)
from relaxapp.ui.history.view import HistoryView
from relaxapp.ui.label import paragraph
from relaxapp.ui.message import Message

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from relaxapp.errors import RelaxError
    from relaxapp.journal.journal import Journal
    from relaxapp.ui.history_supplies import HistorySupplies

_ALL = "all"
_BESIDE_FROM_PX = 860
"""From this width on, at 100 %, the table stands beside the figures."""


class BodyView(HistoryView):
    """Two figures side by side, and the table behind them."""

    def __init__(self, supplies: HistorySupplies, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Body"))
        self._supplies = supplies
        self._survey: BodySurvey | None = None
        self.counting = Counting(supplies.journal, supplies.pool, self)
        self.counting.counted.connect(self._show)
        self.counting.failed.connect(self._on_trouble)
        spans = (FOUR_WEEKS, THREE_MONTHS, TWELVE_MONTHS)
        self.span = Chips(
            self.tr("Over which time"),
            (*((span, span_name(span)) for span in spans), (_ALL, self.tr("All"))),
        )
        self.span.choose(THREE_MONTHS)
        self.span.chosen.connect(self.refresh)
        self._about = paragraph("dim")
        self.figures = {moment: BodyFigure(moment, supplies.theme) for moment in Moment}
        for figure in self.figures.values():
            figure.area_asked.connect(self._ask_for_area)
        self.table = AreaTable(supplies.theme)
        self.table.chosen.connect(self._show_chosen)
        self.table.asked.connect(self._ask_for_chosen)
        self._chosen = paragraph("value")
        self.sessions = QPushButton(self.tr("Show these sessions"))
        self.sessions.clicked.connect(self._ask_for_chosen)
        self._doctor = paragraph("dim")
        self._lay_out()

    @property
    def about(self) -> str:
        """What is said above the figures."""
        return self._about.text()

    @property
    def chosen(self) -> str:
        """What is said of the area that is chosen in the table."""
        return self._chosen.text()

    @property
    def doctor(self) -> str:
        """What is said of twitching that lasts; empty where there is none."""
        return "" if self._doctor.isHidden() else self._doctor.text()

    def refresh(self) -> None:
        """Looks at the journal anew."""
        now, hour = self._supplies.now(), self._supplies.choices.settings.day_begins_hour
        span = self.span.value
        today = period_of(FOUR_WEEKS, now, hour).last

        def count(journal: Journal) -> BodySurvey:
            if span == _ALL:
                first = first_day(journal.database, hour) or today
                period = Period(min(first, today), today, hour)
            else:
                period = period_of(span, now, hour)
            return body_survey(journal.database, period)

        self.counting.count(count)

    def take_focus(self) -> None:
        """Puts the focus on the time that is chosen."""
        self.span.focus()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Puts the table below the figures where there is little width."""
        super().resizeEvent(event)
        is_wide = self.width() >= self._supplies.theme.px(_BESIDE_FROM_PX)
        directions = QBoxLayout.Direction
        self._lower.setDirection(directions.LeftToRight if is_wide else directions.TopToBottom)

    def _lay_out(self) -> None:
        pair = QWidget()
        figures = QHBoxLayout()
        figures.setSpacing(8)
        for figure in self.figures.values():
            figures.addWidget(figure, 1)
        left = QVBoxLayout(pair)
        left.setContentsMargins(0, 0, 0, 0)
        left.addLayout(figures, 1)
        left.addWidget(paragraph("small", words.legend()))
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.table, 1)
        column.addWidget(self._chosen)
        end = QHBoxLayout()
        end.addWidget(self.sessions)
        end.addStretch(1)
        column.addLayout(end)
        self._picture = Card("", pair, QMargins(20, 14, 20, 14))
        self._listed = Card("", right, QMargins(12, 10, 12, 14))
        self._lower = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lower.setSpacing(16)
        self._lower.addWidget(self._picture, 1)
        self._lower.addWidget(self._listed, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(12)
        whole.addWidget(self.span)
        whole.addWidget(self._about)
        whole.addLayout(self._lower, 1)
        whole.addWidget(self._doctor)
        whole.addStretch(0)

    def _show(self, survey: BodySurvey) -> None:
        self._survey = survey
        self._about.setText(words.about(survey))
        for figure in self.figures.values():
            figure.show_areas(survey)
        self.table.show_areas(survey.areas)
        has_any = bool(survey.areas)
        for card in (self._picture, self._listed):
            card.setVisible(has_any)
        lasting = survey.twitching is not None and survey.twitching.is_lasting
        self._doctor.setVisible(lasting)
        if survey.twitching is not None and lasting:
            self._doctor.setText(words.doctor(survey.twitching, self._supplies.now()))
        self._show_chosen()

    def _show_chosen(self) -> None:
        area = self.table.area
        self._chosen.setText(words.what_became(area) if area else "")
        self.sessions.setEnabled(area is not None)

    def _ask_for_chosen(self) -> None:
        area = self.table.area
        if area is not None:
            self._ask_for_area(area.area)

    def _ask_for_area(self, area: str) -> None:
        """Shows the sessions of an area, if there is any."""
        survey = self._survey
        if survey is not None and any(each.area == area for each in survey.areas):
            self.sessions_asked.emit(Filter(area=area, period=survey.period))

    def _on_trouble(self, error: RelaxError) -> None:
        self.said.emit(Message(str(error)))
