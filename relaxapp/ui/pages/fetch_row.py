"""One voice that can be fetched: what it is, a button, and how much of it is here."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from relaxapp.sound.voice.catalogue import Offered
from relaxapp.ui.formats import number
from relaxapp.ui.label import paragraph
from relaxapp.ui.preparing import Preparation, Progress

if TYPE_CHECKING:
    from PySide6.QtCore import QThreadPool

    from relaxapp.errors import RelaxError

Fetch: TypeAlias = Callable[[Offered, Callable[[int, int], None], Callable[[], bool]], None]
"""Brings a voice here; told whom to tell the bytes (done, of how many), and what says it is called off."""

_MEGABYTE = 1_000_000


class FetchRow(QWidget):
    """Nothing is asked of the network before the button is pressed.

    Args:
        voice: what can be fetched.
        fetch: fetches it.
        pool: where that is done.
        parent: as in Qt.
    """

    fetched = Signal()
    """The voice is here."""

    def __init__(
        self, voice: Offered, fetch: Fetch, pool: QThreadPool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.voice = voice
        self._fetch = fetch
        self._pool = pool
        # Whoever calls off and asks again at once waits for what was begun first to be put away.
        self._turn = Lock()
        self._preparation: Preparation | None = None
        self._is_here = False
        self._title = paragraph("strong", voice.title)
        self._words = paragraph("small", "")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("How much of {name} is here").format(name=voice.name))
        self.button = QPushButton()
        self.button.clicked.connect(self._on_button)
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(self._title, 1)
        top.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 6)
        column.setSpacing(6)
        column.addLayout(top)
        column.addWidget(self._bar)
        column.addWidget(self._words)
        self.show_state(is_here=False)

    @property
    def is_fetching(self) -> bool:
        """Whether it is on its way."""
        return self._preparation is not None

    @property
    def words(self) -> str:
        """What is said about it."""
        return self._words.text()

    def show_state(self, *, is_here: bool, can_be_used: bool = True) -> None:
        """Shows whether the voice is here; what is on its way is left to itself.

        Args:
            is_here: whether it is.
            can_be_used: whether there is what speaks with it; if not, it is not worth fetching.
        """
        self._is_here = is_here
        if self.is_fetching:
            return
        self.button.setEnabled(can_be_used)
        self._show(self._what_it_is())

    def cancel(self) -> None:
        """Call it off; what had come of it is thrown away."""
        preparation, self._preparation = self._preparation, None
        if preparation is not None:
            preparation.cancel()
            self._show(self._what_it_is())

    def _on_button(self) -> None:
        if self.is_fetching:
            self.cancel()
            return
        # It stays a child of this: its thread may be at the end of it for a moment longer.
        preparation = Preparation(self._work, self._pool, self)
        preparation.progressed.connect(self._on_progress)
        preparation.ended.connect(self._on_end)
        preparation.failed.connect(self._on_failure)
        self._preparation = preparation
        self._on_progress(Progress(0, self.voice.size))
        self._show(self._words.text())
        preparation.start()

    def _work(self, progress: Callable[[int, int], None], cancelled: Callable[[], bool]) -> object:
        with self._turn:
            self._fetch(self.voice, progress, cancelled)
        return None

    def _on_progress(self, progress: Progress) -> None:
        # In kilobytes: a count of bytes may be more than Qt's bar can hold.
        self._bar.setRange(0, max(1, progress.total // 1000))
        self._bar.setValue(progress.done // 1000)
        self._words.setText(
            self.tr("{done} of {total} MB").format(
                done=number(progress.done / _MEGABYTE, 1),
                total=number(progress.total / _MEGABYTE, 1),
            )
        )

    def _on_end(self, _result: object) -> None:
        self._preparation = None
        self._is_here = True
        self._show(self._what_it_is())
        self.fetched.emit()

    def _on_failure(self, error: RelaxError) -> None:
        self._preparation = None
        self._show(str(error))

    def _show(self, words: str) -> None:
        self._words.setText(words)
        self._bar.setVisible(self.is_fetching)
        self.button.setVisible(not self._is_here)
        text = self.tr("Cancel") if self.is_fetching else self.tr("Fetch")
        self.button.setText(text)
        self.button.setAccessibleName(f"{text}: {self.voice.title}")
        self.button.setAccessibleDescription("" if self.is_fetching else words)

    def _what_it_is(self) -> str:
        if self._is_here:
            return self.tr("It is here.")
        size = number(self.voice.size / _MEGABYTE)
        return self.tr("{size} MB. {licence}").format(size=size, licence=self.voice.licence)
