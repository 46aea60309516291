"""A question that is slow to answer: asked on another thread, and of several the latest counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from relaxapp.ui.preparing import Preparation

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QThreadPool

    from relaxapp.errors import RelaxError


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
        self._next: Callable[[], object] | None = None
        self._is_wanted = False

    @property
    def is_busy(self) -> bool:
        """Whether something is being found out."""
        return self._running is not None

    def ask(self, find_out: Callable[[], object]) -> None:
        """Asks something in place of what was asked before.

        Args:
            find_out: called on another thread; gives the answer.
        """
        if self.is_busy:
            self._next, self._is_wanted = find_out, False
            return
        self._is_wanted = True
        preparation = self._running = Preparation(
            lambda _progress, _cancelled: find_out(), self._pool, self
        )
        preparation.ended.connect(self._on_end)
        preparation.failed.connect(self._on_failure)
        preparation.start()

    def forget(self) -> None:
        """Wants no answer any more."""
        self._next, self._is_wanted = None, False

    def _on_end(self, answer: object) -> None:
        if self._is_wanted:
            self.answered.emit(answer)
        self._go_on()

    def _on_failure(self, error: RelaxError) -> None:
        if self._is_wanted:
            self.failed.emit(error)
        self._go_on()

    def _go_on(self) -> None:
        following, self._next, self._running = self._next, None, None
        if following is not None:
            self.ask(following)
        else:
            self.over.emit()
