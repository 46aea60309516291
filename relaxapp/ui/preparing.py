"""Slow work on another thread, and the calm view that waits for it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from threading import Event
from typing import TypeAlias

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from relaxapp.errors import RelaxError

Work: TypeAlias = Callable[[Callable[[int, int], None], Callable[[], bool]], object]
"""Receives what to call with (done, of how many), and what says whether it was cancelled."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the work is.

    Attributes:
        done: how many pieces are done.
        total: of how many.
    """

    done: int
    total: int


class _Signals(QObject):
    """What the worker says, from its own thread."""

    progressed = Signal(object)
    ended = Signal(object)
    failed = Signal(object)


class _Job(QRunnable):
    """Runs the work once."""

    def __init__(self, work: Work, signals: _Signals, cancelled: Event) -> None:
        super().__init__()
        self._work = work
        self._signals = signals
        self._cancelled = cancelled

    def run(self) -> None:
        """Called by the pool on one of its threads."""
        try:
            result = self._work(self._progress, self._cancelled.is_set)
        except Exception as error:  # noqa: BLE001 - raised again where it can be dealt with
            self._signals.failed.emit(error)
        else:
            self._signals.ended.emit(result)

    def _progress(self, done: int, total: int) -> None:
        self._signals.progressed.emit(Progress(done, total))


class Preparation(QObject):
    """One piece of slow work; what it says arrives on the thread of the window.

    Once cancelled it says nothing more.
    """

    progressed = Signal(object)
    """How far it is, a `Progress`."""
    ended = Signal(object)
    """It is done: what the work gave back."""
    failed = Signal(object)
    """It could not be done, a `RelaxError`."""

    def __init__(self, work: Work, pool: QThreadPool, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cancelled = Event()
        self._signals = _Signals()
        self._signals.progressed.connect(self._on_progress)
        self._signals.ended.connect(self._on_end)
        self._signals.failed.connect(self._on_failure)
        self._pool = pool
        self._job = _Job(work, self._signals, self._cancelled)
        self._job.setAutoDelete(False)

    def start(self) -> None:
        """Begins the work as soon as the pool has a thread for it."""
        self._pool.start(self._job)

    def cancel(self) -> None:
        """Asks the work to end, and wants to hear no more of it."""
        self._cancelled.set()

    def _on_progress(self, progress: Progress) -> None:
        if not self._cancelled.is_set():
            self.progressed.emit(progress)

    def _on_end(self, result: object) -> None:
        if not self._cancelled.is_set():
            self.ended.emit(result)

    def _on_failure(self, error: Exception) -> None:
        if self._cancelled.is_set():
            return
        if not isinstance(error, RelaxError):
            raise error
        self.failed.emit(error)


class PreparingView(QWidget):
    """Says that the voice is being prepared, how far it is, and lets the person leave."""

    cancelled = Signal()
    """The person does not want to wait."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Preparing the voice"))
        title = QLabel(self.accessibleName())
        title.setProperty("role", "title")
        self._count = QLabel()
        self._count.setProperty("role", "subtitle")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedSize(360, 6)
        self._bar.setAccessibleName(self.tr("Sentences prepared"))
        once = QLabel(self.tr("This is done once for each script."))
        once.setProperty("role", "dim")
        cancel = QPushButton(self.tr("Cancel"))
        cancel.setProperty("kind", "quiet")
        cancel.setAccessibleName(self.tr("Cancel and go back"))
        cancel.clicked.connect(self.cancelled)
        column = QVBoxLayout(self)
        column.setSpacing(14)
        column.addStretch()
        for widget in (title, self._count, self._bar, once, cancel):
            column.addWidget(widget, alignment=Qt.AlignmentFlag.AlignHCenter)
        column.addStretch()
        self.setFocusProxy(cancel)
        self.show_progress(Progress(0, 0))

    def show_progress(self, progress: Progress) -> None:
        """Shows how far the work is; a total of 0 is one that is not known yet."""
        if progress.total:
            text = self.tr("{done} of {total} sentences").format(
                done=progress.done, total=progress.total
            )
        else:
            text = self.tr("One moment, please.")
        self._count.setText(text)
        self._bar.setRange(0, max(1, progress.total))
        self._bar.setValue(progress.done)
