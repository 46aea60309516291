"""What comes after a session: time to come back, the dark for who is to sleep, and how one is now."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from relaxapp.errors import RelaxError
from relaxapp.journal.entry import Entry, Moment, Outcome
from relaxapp.journal.rises import latest_rise
from relaxapp.script.script import Ending
from relaxapp.session.session import State
from relaxapp.ui.pages.checkin import CheckIn, CheckInPage
from relaxapp.ui.pages.closing import ClosingPage
from relaxapp.ui.pages.dim import DimPage
from relaxapp.ui.pages.leaving_offer import leaving_offer
from relaxapp.ui.pages.rise_words import words_about

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from relaxapp.journal.journal import Journal
    from relaxapp.script.body import Area
    from relaxapp.session.clock import Clock
    from relaxapp.ui.choices import Choices
    from relaxapp.ui.message import Message
    from relaxapp.ui.pages.leader import Ended as Over
    from relaxapp.ui.theme import Theme

ASKED_AFTER_SECONDS = 60.0
"""Who stops before this much was practised is not asked how it was."""
CLOSED_FROM_SECONDS = 30.0
"""Who was led for less, by going through the steps, has nothing to come back from."""
LONG_FROM_SECONDS = 5 * 60.0
CLOSING_SECONDS, SHORT_CLOSING_SECONDS = 60.0, 20.0
"""How long one has to come back after a long session and after a short one."""
_LOOKED_BACK = 60
"""How many sessions are looked at for whether relaxing stirs somebody up."""


@dataclass(frozen=True, slots=True)
class Ended:
    """A session is over.

    Attributes:
        entry: what is in the log about it; None if the log could not be read.
        offer: what to say instead of the usual line, with something that can be kept from this
            session; None for nothing of the kind.
    """

    entry: Entry | None
    offer: Message | None = None


class Afterwards(QObject):
    """Leads from the end of a session to what came of it.

    Args:
        title: the session's title.
        journal: where the session is entered.
        clock: where time comes from.
        choices: what the person chose.
        theme: what to paint with.
        show: shows a page in place of the one before.
        asks: whether the person may be asked anything, or given time.
        parent: as in Qt.
    """

    done = Signal(object)
    """Nothing more is to come: an `Ended`."""
    said = Signal(str)
    """A sentence for the person."""

    def __init__(
        self,
        *,
        title: str,
        journal: Journal,
        clock: Clock,
        choices: Choices,
        theme: Theme,
        show: Callable[[QWidget], None],
        asks: bool,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._title = title
        self._journal = journal
        self._clock = clock
        self._choices = choices
        self._theme = theme
        self._show = show
        self._asks = asks
        self._entry_id = 0
        self._before: CheckIn | None = None
        self._left_out: Mapping[str, frozenset[Area]] = {}

    def begin(
        self,
        over: Over,
        ending: Ending,
        before: CheckIn | None,
        left_out: Mapping[str, frozenset[Area]],
    ) -> None:
        """Begin with what a session needs that ended like this.

        Args:
            over: how it ended, and its entry in the journal.
            ending: whether it led back or to sleep.
            before: what was answered before it.
            left_out: the names of the groups that were left out on the way, and their areas.
        """
        self._entry_id, self._before, self._left_out = over.entry_id, before, dict(left_out)
        entry = self._entry()
        practised = entry.practised_seconds if entry is not None else 0.0
        is_finished = over.state is State.FINISHED
        if is_finished and ending is Ending.SLEEP:
            dim = DimPage(self._theme)
            dim.woken.connect(self._ask)
            self._show(dim)
        elif is_finished and self._asks and practised >= CLOSED_FROM_SECONDS:
            closing = ClosingPage(
                self._theme,
                self._clock.monotonic,
                CLOSING_SECONDS if practised > LONG_FROM_SECONDS else SHORT_CLOSING_SECONDS,
                reduced_motion=self._choices.settings.reduced_motion,
            )
            closing.done.connect(self._ask)
            self._show(closing)
            closing.begin()
        else:
            self._ask()

    def _ask(self) -> None:
        """Ask how tense the person is now, if that is wanted and there was something to feel."""
        entry = self._entry()
        is_worth_asking = entry is not None and (
            entry.outcome is Outcome.FINISHED or entry.practised_seconds >= ASKED_AFTER_SECONDS
        )
        if not (is_worth_asking and self._asks and self._choices.settings.asks_after):
            self._end()
            return
        history = self._history()

        def remark(tension: int) -> str:
            rated = [replace(each, tension_after=tension) for each in history[:1]]
            return words_about(latest_rise((*rated, *history[1:])))

        page = CheckInPage(self._theme)
        page.answered.connect(self._take)
        self._show(page)
        page.ask(Moment.AFTER, self._title, self._before, remark)

    def _take(self, answer: CheckIn) -> None:
        if answer.tension is not None or answer.marks:
            try:
                self._journal.rate_after(self._entry_id, answer.tension, answer.marks)
            except RelaxError as error:
                self.said.emit(str(error))
        self._end()

    def _end(self) -> None:
        entry = self._entry()
        self.done.emit(Ended(entry, leaving_offer(entry, self._left_out, self._choices)))

    def _history(self) -> Sequence[Entry]:
        """The latest sessions, this one first; none if it cannot be read."""
        try:
            this = self._journal.entry(self._entry_id)
            entries = self._journal.entries(limit=_LOOKED_BACK)
        except RelaxError:
            return ()
        return (this, *(entry for entry in entries if entry.id != this.id))

    def _entry(self) -> Entry | None:
        try:
            return self._journal.entry(self._entry_id)
        except RelaxError as error:
            self.said.emit(str(error))
            return None
