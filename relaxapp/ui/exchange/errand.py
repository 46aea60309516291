"""Slow work of a dialog of the history: how far it is, and a way to call it off that tells the truth."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from relaxapp.ui.aloud import announce
from relaxapp.ui.label import paragraph
from relaxapp.ui.preparing import Preparation, Progress

if TYPE_CHECKING:
    from PySide6.QtCore import QThreadPool

    from relaxapp.errors import RelaxError
    from relaxapp.journal.journal import Journal
    from relaxapp.ui.preparing import Work
    from relaxapp.ui.theme import Theme

Told: TypeAlias = Callable[[int, int], None]
"""What work calls with (done, of how many); it raises when the work has been called off."""
Task: TypeAlias = Callable[[Told], object]
"""Work as an errand does it, on another thread."""

_T = TypeVar("_T")
_STEPS = 1_000


class _CalledOffError(Exception):
    """Raised inside work that has been called off, so that it undoes what it began."""


class Errand(QWidget):
    """Does one task at a time; hidden while there is none.

    A task that is called off is waited for: only when it has ended is it known whether it was in time.

    Args:
        pool: where work is done.
        theme: the sizes.
    """

    ended = Signal(object)
    """The task is done: what it gave back."""
    failed = Signal(object)
    """The task could not be done, a `RelaxError`."""
    called_off = Signal()
    """The task was called off in time; nothing came of it."""
    over = Signal()
    """Nothing is being done any more; said after one of the others."""

    def __init__(self, pool: QThreadPool, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pool = pool
        self._preparation: Preparation | None = None
        self._unwanted = Event()
        self._words = paragraph("dim")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setRange(0, _STEPS)
        self._bar.setAccessibleName(self.tr("How far it is"))
        self.button = QPushButton(self.tr("Stop"))
        self.button.setProperty("kind", "quiet")
        self.button.setAutoDefault(False)
        self.button.clicked.connect(self.call_off)
        row = QHBoxLayout()
        row.setSpacing(theme.gap_px)
        row.addWidget(self._bar, 1)
        row.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(2))
        column.addWidget(self._words)
        column.addLayout(row)
        self.hide()

    @property
    def is_busy(self) -> bool:
        """Whether a task is being done."""
        return self._preparation is not None

    def run(self, task: Task, words: str, *, can_stop: bool = True) -> None:
        """Begins a task; there must be none.

        Args:
            task: what is done.
            words: what is being done, for the person.
            can_stop: whether it can be called off once it has begun.
        """
        assert not self.is_busy
        self._unwanted.clear()
        preparation = self._preparation = Preparation(self._work(task), self._pool, self)
        preparation.progressed.connect(self._on_progress)
        preparation.ended.connect(self._on_end)
        preparation.failed.connect(self._on_failure)
        self._words.setText(words)
        self._bar.setValue(0)
        self._bar.setVisible(can_stop)
        self.button.setVisible(can_stop)
        self.button.setEnabled(True)
        self.show()
        announce(self, words)
        preparation.start()

    def call_off(self) -> None:
        """Asks the task to end without anything coming of it."""
        if self.is_busy:
            self._unwanted.set()
            self.button.setEnabled(False)
            self._words.setText(self.tr("Stopping. One moment, please."))

    def _work(self, task: Task) -> Work:
        unwanted = self._unwanted

        def work(progress: Callable[[int, int], None], _cancelled: Callable[[], bool]) -> object:
            shown = -1

            def told(done: int, total: int) -> None:
                nonlocal shown
                if unwanted.is_set():
                    raise _CalledOffError
                # Of a hundred thousand pieces the window need not hear each.
                steps = _STEPS * done // max(1, total)
                if steps != shown:
                    shown = steps
                    progress(steps, _STEPS)

            try:
                told(0, 1)
                return task(told)
            except _CalledOffError as called_off:
                return called_off

        return work

    def _on_progress(self, progress: Progress) -> None:
        self._bar.setValue(progress.done)

    def _on_end(self, result: object) -> None:
        self._preparation = None
        self.hide()
        if isinstance(result, _CalledOffError):
            self.called_off.emit()
        else:
            self.ended.emit(result)
        self.over.emit()

    def _on_failure(self, error: RelaxError) -> None:
        self._preparation = None
        self.hide()
        self.failed.emit(error)
        self.over.emit()


def with_twin(journal: Journal, work: Callable[[Journal], _T]) -> _T:
    """Does something with a journal on the thread this is called on.

    Args:
        journal: one that is open on another thread.
        work: receives the same journal through a connection of its own.
    """
    with journal.twin() as twin:
        return work(twin)
