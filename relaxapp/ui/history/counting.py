"""Counting the log for a view: at once while it is small, elsewhere when it is large."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from relaxapp.errors import RelaxError
from relaxapp.ui.preparing import Preparation

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QThreadPool

    from relaxapp.journal.journal import Journal

AT_ONCE = 3_000
"""With so many sessions counting takes less time than a picture on the screen stays, about 15 ms."""


class Counting(QObject):
    """Answers one question at a time; a later one takes the place of an earlier one."""

    counted = Signal(object)
    """What the question came to."""
    failed = Signal(object)
    """The log could not be read, a `RelaxError`."""

    def __init__(self, journal: Journal, pool: QThreadPool, parent: QObject) -> None:
        super().__init__(parent)
        self._journal = journal
        self._pool = pool
        self._running: Preparation | None = None

    @property
    def is_busy(self) -> bool:
        """Whether something is being counted elsewhere."""
        return self._running is not None

    def count(self, question: Callable[[Journal], object]) -> None:
        """Asks a journal something, which must not be about any widget.

        Args:
            question: what to do with the journal; it may be called on another thread, with a journal
                that has a connection of its own.
        """
        self._call_off()
        try:
            if self._journal.count() > AT_ONCE:
                self._count_elsewhere(question)
                return
            answer = question(self._journal)
        except RelaxError as error:
            self.failed.emit(error)
            return
        self.counted.emit(answer)

    def _count_elsewhere(self, question: Callable[[Journal], object]) -> None:
        journal = self._journal

        def work(_progress: object, cancelled: Callable[[], bool]) -> object:
            if cancelled():
                return None
            with journal.twin() as twin:
                twin.database.break_off_when(cancelled)
                return question(twin)

        # The pool's, not this one's: work that is under way must not go when the view does.
        self._running = Preparation(work, self._pool, self._pool)
        self._running.ended.connect(self._on_end)
        self._running.failed.connect(self._on_failure)
        self._running.start()

    def _call_off(self) -> None:
        if self._running is not None:
            self._running.cancel()
            self._running = None

    def _on_end(self, answer: object) -> None:
        self._let_go()
        self.counted.emit(answer)

    def _on_failure(self, error: RelaxError) -> None:
        self._let_go()
        self.failed.emit(error)

    def _let_go(self) -> None:
        if self._running is not None:
            self._running.deleteLater()
            self._running = None
