"""The entry a session has in the journal while it runs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from relaxapp.errors import JournalError, NotFoundError
from relaxapp.journal.entry import Outcome
from relaxapp.session.session import Session, State
from relaxapp.timeline.clip import seconds

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from relaxapp.journal.journal import Journal
    from relaxapp.session.clock import Clock

WRITE_EVERY_SECONDS = 4.0
"""How often practised time is written; a pulled plug loses five seconds at most."""

LEFT_OUT_ON_THE_WAY = "left_out_on_the_way"
"""What the areas go by in an entry's `tailoring` that were left out after the session had begun."""

# The session itself may have been taken out of the journal, from another window.
_TROUBLES = (JournalError, NotFoundError)
_OUTCOMES = {State.FINISHED: Outcome.FINISHED, State.STOPPED: Outcome.STOPPED}


class Record:
    """Keeps one entry of the journal up to date.

    A journal that cannot be written, or that has lost the entry, never disturbs a session: the
    sentence about it is kept in `trouble`, and every later write tries again.

    Args:
        journal: where the entry is.
        entry_id: its number, from `Journal.begin`.
        clock: where time comes from.
    """

    def __init__(self, journal: Journal, entry_id: int, clock: Clock) -> None:
        self._journal = journal
        self._clock = clock
        self._written_at = clock.monotonic()
        self._paused_at: float | None = None
        self._paused_seconds = 0.0
        self._left_out: frozenset[str] = frozenset()
        self.entry_id = entry_id
        self.trouble: str | None = None

    def paused(self, session: Session) -> None:
        """Take note that the session stands still from now on."""
        self._paused_at = self._clock.monotonic()
        self._write(session)

    def resumed(self) -> None:
        """Take note that the session goes on."""
        self._paused_seconds = self._paused_until_now()
        self._paused_at = None

    def keep_up(self, session: Session) -> None:
        """Write the practised time if it was not written for `WRITE_EVERY_SECONDS`."""
        if self._clock.monotonic() - self._written_at >= WRITE_EVERY_SECONDS:
            self._write(session)

    def left_out(self, areas: AbstractSet[str]) -> None:
        """Write that areas of the body were left out on the way."""
        self._left_out |= areas
        try:
            self._write_left_out()
        except _TROUBLES as error:
            self.trouble = str(error)

    def finish(self, session: Session) -> None:
        """Write how the session ended."""
        try:
            self._journal.finish(
                self.entry_id,
                _OUTCOMES[session.state],
                practised_seconds=seconds(session.played_frames),
                paused_seconds=self._paused_until_now(),
                skipped_steps=session.skipped_steps,
            )
            self._write_left_out()
            self.trouble = None
        except _TROUBLES as error:
            self.trouble = str(error)

    def _write(self, session: Session) -> None:
        self._written_at = self._clock.monotonic()
        try:
            self._journal.progress(
                self.entry_id,
                seconds(session.played_frames),
                self._paused_until_now(),
                session.skipped_steps,
            )
            self._write_left_out()
            self.trouble = None
        except _TROUBLES as error:
            self.trouble = str(error)

    def _write_left_out(self) -> None:
        if self._left_out:
            asked = json.loads(self._journal.entry(self.entry_id).tailoring)
            areas = self._left_out.union(asked.get(LEFT_OUT_ON_THE_WAY, ()))
            asked[LEFT_OUT_ON_THE_WAY] = sorted(areas)
            self._journal.tailor(self.entry_id, json.dumps(asked))
            self._left_out = frozenset()

    def _paused_until_now(self) -> float:
        if self._paused_at is None:
            return self._paused_seconds
        return self._paused_seconds + self._clock.monotonic() - self._paused_at
