"""A question that is slow to answer: asked on another thread, and of several the latest counts."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QObject, Signal

from relaxapp.ui.preparing import Preparation

if TYPE_CHECKING:
    from PySide6.QtCore import QThreadPool

    from relaxapp.errors import RelaxError

FindOut: TypeAlias = Callable[[Callable[[], bool]], object]
"""Receives what says whether nobody wants to know any more, and gives the answer."""


class Inquiry(QObject):
    """Finds out one thing at a time; what was asked before something else was is not answered.

    Args:
        pool: where it is found out.
        parent: as in Qt.
    """

    answered = Signal(object)
    """What was found out."""
    failed = Signal(object)
    """It could not be found out, a `RelaxError`."""
    over = Signal()
    """Nothing is being found out any more."""

    def __init__(self, pool: QThreadPool, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = pool
        self._running: Preparation | None = None
        self._next: FindOut | None = None
        self._unwanted = Event()

    @property
    def is_busy(self) -> bool:
        """Whether something is being found out."""
        return self._running is not None

    def ask(self, find_out: FindOut) -> None:
        """Asks something in place of what was asked before.

        Args:
            find_out: called on another thread with what says whether the answer is no longer wanted,
                so that it may end early; gives the answer.
        """
        if self.is_busy:
            self._next = find_out
            self._unwanted.set()
            return
        unwanted = self._unwanted = Event()
        # It stays a child of this: its thread may be at the end of it for a moment longer.
        preparation = self._running = Preparation(
            lambda _progress, _cancelled: find_out(unwanted.is_set), self._pool, self
        )
        preparation.ended.connect(self._on_end)
        preparation.failed.connect(self._on_failure)
        preparation.start()

    def forget(self) -> None:
        """Wants no answer any more; what is being found out may end early."""
        self._next = None
        self._unwanted.set()

    def _on_end(self, answer: object) -> None:
        if not self._unwanted.is_set():
            self.answered.emit(answer)
        self._go_on()

    def _on_failure(self, error: RelaxError) -> None:
        if not self._unwanted.is_set():
            self.failed.emit(error)
        self._go_on()

    def _go_on(self) -> None:
        following, self._next, self._running = self._next, None, None
        if following is not None:
            self.ask(following)
        else:
            self.over.emit()
