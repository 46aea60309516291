"""What was practised without relaxapp, when, and for how long."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtWidgets import (
    QDateTimeEdit,
    QLabel,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from relaxapp.journal.day import practice_day
from relaxapp.journal.entry import Plan
from relaxapp.journal.filter import Filter
from relaxapp.ui.formats import time_of_day
from relaxapp.ui.history.entry_words import technique as technique_name
from relaxapp.ui.history.fields import at_the_left, show_as_field, under_name
from relaxapp.ui.history.spans import day_words
from relaxapp.ui.history.wall_time import at_place, read, rounded, shown
from relaxapp.ui.label import paragraph
from relaxapp.ui.pages.one_choice import OneChoice

if TYPE_CHECKING:
    from relaxapp.journal.entry import Entry
    from relaxapp.ui.history_supplies import HistorySupplies

_OWN = ""
"""Stands for what goes by the person's own words."""
_OTHER = "something else"
_WHEN_PX = 200
_MINUTES_PX = 110
_USUAL_MINUTES = 10
_MOST_MINUTES = 600
_TO_THE_MINUTES = 5


@dataclass(frozen=True, slots=True)
class Practised:
    """What the form says.

    Attributes:
        plan: what it was.
        started_at: when it began, aware.
        practised_seconds: how long it was practised.
    """

    plan: Plan
    started_at: datetime
    practised_seconds: float


class ByHandForm(QWidget):
    """Fields, each with a line below that says what is not right with it.

    Args:
        supplies: what it is made from.
        entry: the session that is edited; None for a new one.
        parent: as in Qt.

    Attributes:
        session: chooses one of the scripts, or the person's own words.
        words: the person's own words.
        technique: chooses the technique, where that is not known.
        when: when it began.
        minutes: how long it was.
    """

    def __init__(
        self, supplies: HistorySupplies, entry: Entry | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._supplies = supplies
        self._entry = entry
        self._script_id = entry.script_id if entry else _OWN
        self._technique = entry.technique if entry else ""
        self._titles = {**dict(supplies.scripts())}
        if entry and entry.script_id:
            # As it was called then, whatever it is called now.
            self._titles[entry.script_id] = entry.title
        self.session = OneChoice(self.tr("What it was"))
        self.session.chosen.connect(self._choose_session)
        self.words = QLineEdit()
        self.words.setPlaceholderText(self.tr("A recording, a class, a quiet walk"))
        self.words.setAccessibleName(self.tr("In your own words"))
        self.technique = OneChoice(self.tr("Technique"))
        self.technique.chosen.connect(self._choose_technique)
        for choice in (self.session, self.technique):
            choice.setProperty("kind", "")
        self.when = QDateTimeEdit()
        self.when.setDisplayFormat("d MMM yyyy  HH:mm")
        show_as_field(self.when, self.tr("When it began"), supplies.theme, _WHEN_PX)
        self.when.dateTimeChanged.connect(self._explain_day)
        self.minutes = QSpinBox()
        self.minutes.setRange(1, _MOST_MINUTES)
        self.minutes.setSuffix(self.tr(" min"))
        show_as_field(self.minutes, self.tr("How long it was"), supplies.theme, _MINUTES_PX)
        self._troubles = {each: _trouble() for each in (self.words, self.when, self.minutes)}
        self._day = paragraph("small")
        self._lay_out()
        self._begin()

    @property
    def state(self) -> tuple[object, ...]:
        """All that is filled in."""
        return (
            self._script_id,
            self.words.text().strip(),
            self._technique,
            self.when.dateTime(),
            self.minutes.value(),
        )

    @property
    def troubles(self) -> dict[QWidget, str]:
        """What is said below each field now; nothing where all is right."""
        return {field: label.text() for field, label in self._troubles.items() if label.text()}

    def check(self) -> QWidget | None:
        """Says below each field what is not right with it; the first of them, None if all is."""
        now = self._supplies.now()
        wrong: dict[QWidget, str] = {}
        if not self._script_id and not self.words.text().strip():
            wrong[self.words] = self.tr("Say in a word or two what it was.")
        started_at = self._started_at()
        if started_at > now:
            wrong[self.when] = self.tr("This is still to come. Choose a time that has passed.")
        elif started_at + timedelta(seconds=self._seconds()) > now:
            wrong[self.minutes] = self.tr("At this length it would not be over yet.")
        for field, label in self._troubles.items():
            text = wrong.get(field, "")
            label.setText(text)
            label.setVisible(bool(text))
            field.setAccessibleDescription(text)
        return next(iter(wrong), None)

    def practised(self) -> Practised:
        """What is filled in; `check` must have found nothing."""
        title = self._titles[self._script_id] if self._script_id else self.words.text().strip()
        seconds = self._seconds()
        plan = Plan(
            script_id=self._script_id,
            title=title,
            technique=self._technique,
            planned_seconds=seconds,
        )
        return Practised(plan, self._started_at(), seconds)

    def focus(self) -> None:
        """Puts the focus where a person begins."""
        self.session.setFocus()

    def _begin(self) -> None:
        entry = self._entry
        minutes = _USUAL_MINUTES if entry is None else max(1, round(entry.practised_seconds / 60))
        now = self._supplies.now()
        began = entry.started_at if entry else rounded(now - timedelta(minutes=minutes))
        if entry and not entry.script_id:
            self.words.setText(entry.title)
        # A session of the future stays to be told of below its field.
        self.minutes.setValue(minutes)
        self.when.setDateTime(shown(began))
        self._choose_session(self._script_id)
        self._explain_day()

    def _seconds(self) -> float:
        entry = self._entry
        minutes = self.minutes.value()
        if entry and minutes == max(1, round(entry.practised_seconds / 60)):
            return entry.practised_seconds
        return minutes * 60.0

    def _started_at(self) -> datetime:
        """The moment that is filled in, on the clock of its place."""
        shown_now = self.when.dateTime()
        entry = self._entry
        if entry and shown_now == shown(entry.started_at):
            return entry.started_at
        return at_place(read(shown_now), entry.started_at if entry else self._supplies.now())

    def _choose_session(self, script_id: str) -> None:
        self._script_id = script_id
        own = self.tr("In my own words")
        self.session.show_choices(
            ((_OWN, own), *self._titles.items()),
            script_id,
            self._titles[script_id] if script_id else own,
        )
        self.words.setVisible(not script_id)
        known = self._known_technique(script_id) if script_id else ""
        self._choose_technique(known or self._technique or _OTHER)
        self._technique_row.setVisible(not known)

    def _known_technique(self, script_id: str) -> str:
        entry = self._entry
        if entry and entry.script_id == script_id:
            return entry.technique
        script = self._supplies.script(script_id)
        if script is not None:
            return script.technique
        last = self._supplies.journal.entries(Filter(script_id=script_id), limit=1)
        return last[0].technique if last else ""

    def _choose_technique(self, technique: str) -> None:
        self._technique = technique
        names = dict.fromkeys((*techniques(), *self._supplies.journal.techniques(), technique))
        names.pop("", None)
        self.technique.show_choices(
            tuple((name, technique_name(name)) for name in names),
            technique,
            technique_name(technique),
        )

    def _explain_day(self) -> None:
        """Says which day it counts for, where that is not the one of the calendar."""
        hour = self._supplies.choices.settings.day_begins_hour
        began = self._started_at()
        counted = practice_day(began, hour)
        is_another = counted != began.date()
        self._day.setVisible(is_another)
        if is_another:
            begins = time_of_day(began.replace(hour=hour, minute=0))
            self._day.setText(
                self.tr("Counts for {day}, because your days begin at {time}.").format(
                    day=day_words(counted, self._supplies.now(), has_weekday=True), time=begins
                )
            )

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addWidget(
            under_name(
                self.tr("What it was"),
                at_the_left(self.session),
                self.words,
                self._troubles[self.words],
            )
        )
        self._technique_row = under_name(self.tr("Technique"), at_the_left(self.technique))
        column.addWidget(self._technique_row)
        column.addWidget(
            under_name(
                self.tr("When it began"),
                at_the_left(self.when),
                self._troubles[self.when],
                self._day,
            )
        )
        column.addWidget(
            under_name(
                self.tr("How long it was"), at_the_left(self.minutes), self._troubles[self.minutes]
            )
        )


def techniques() -> tuple[str, ...]:
    """The techniques that sessions are mostly of, as scripts name them, and one for all others."""
    return (
        "muscle relaxation",
        "breathing",
        "body scan",
        "visualisation",
        "mindfulness",
        "autogenic training",
        "grounding",
        _OTHER,
    )


def _trouble() -> QLabel:
    label = paragraph("warm")
    label.hide()
    return label
