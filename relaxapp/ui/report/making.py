"""Reports made on another thread, one at a time: what is wanted last is what comes out."""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal

from relaxapp.ui.exchange.errand import with_twin
from relaxapp.ui.preparing import Preparation
from relaxapp.ui.report.wish import made

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from PySide6.QtCore import QThreadPool

    from relaxapp.errors import RelaxError
    from relaxapp.journal.journal import Journal
    from relaxapp.ui.report.layout import Layout
    from relaxapp.ui.report.paper import Paper
    from relaxapp.ui.report.wish import ReportWish


class Making(QObject):
    """Makes layouts of what is wished for; one that is no longer wanted ends early and is not told.

    Args:
        journal: where reports are from.
        now: the time of day.
        paper: what they are laid out for.
        family: the typeface.
        pool: where they are made.
        parent: as in Qt.
    """

    made = Signal(object)
    """What was wanted last is made: a `Layout`."""
    failed = Signal(object)
    """It could not be made, a `RelaxError`."""
    over = Signal()
    """Nothing is being made any more; said after one of the others."""

    def __init__(
        self,
        *,
        journal: Journal,
        now: Callable[[], datetime],
        paper: Paper,
        family: str,
        pool: QThreadPool,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._journal = journal
        self._now = now
        self._paper = paper
        self._family = family
        self._pool = pool
        self._wanted: ReportWish | None = None
        self._unwanted = Event()
        self._preparation: Preparation | None = None

    @property
    def is_busy(self) -> bool:
        """Whether a report is being made."""
        return self._preparation is not None

    def make(self, wish: ReportWish) -> None:
        """Makes a report, in place of one that is being made."""
        self._wanted = wish
        if self.is_busy:
            self._unwanted.set()
        else:
            self._start(wish)

    def call_off(self) -> None:
        """Makes nothing more; what is being made ends early."""
        self._wanted = None
        self._unwanted.set()

    def _start(self, wish: ReportWish) -> None:
        unwanted = self._unwanted = Event()
        journal, now, paper, family = self._journal, self._now(), self._paper, self._family

        def work(_progress: object, _cancelled: object) -> object:
            return with_twin(
                journal,
                lambda twin: made(
                    twin, wish, now=now, paper=paper, family=family, cancelled=unwanted.is_set
                ),
            )

        # It stays a child of this: its thread may be at the end of it for a moment longer.
        preparation = self._preparation = Preparation(work, self._pool, self)
        preparation.ended.connect(self._on_end)
        preparation.failed.connect(self._on_failure)
        preparation.start()

    def _on_end(self, result: object) -> None:
        if self._goes_on():
            return
        if not self._unwanted.is_set():
            self.made.emit(cast("Layout", result))
        self.over.emit()

    def _on_failure(self, error: RelaxError) -> None:
        if self._goes_on():
            return
        if not self._unwanted.is_set():
            self.failed.emit(error)
        self.over.emit()

    def _goes_on(self) -> bool:
        """Begins with what was wanted meanwhile; whether there was anything."""
        self._preparation = None
        wish = self._wanted
        if wish is None or not self._unwanted.is_set():
            return False
        self._start(wish)
        return True
