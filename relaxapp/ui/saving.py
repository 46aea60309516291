"""A session saved as audio while the person goes on: a line that says how far it is, and how it went."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QThreadPool
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from relaxapp.ui.preparing import Preparation, Progress

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

    from relaxapp.errors import RelaxError
    from relaxapp.session.studio import Studio
    from relaxapp.ui.pages.wish import Wish
    from relaxapp.ui.preparing import Work
    from relaxapp.ui.theme import Theme

_STEPS = 1_000
_PREPARED = 300
"""So much of the way is the voice; the rest is writing."""


class SavingBar(QWidget):
    """Saves one session at a time; hidden while there is nothing to say."""

    def __init__(self, pool: QThreadPool, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pool = pool
        self._preparation: Preparation | None = None
        self._title = ""
        self._path: Path | None = None
        self._text = QLabel()
        self._text.setWordWrap(True)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(200)
        self._bar.setAccessibleName(self.tr("How much is saved"))
        self.button = QPushButton()
        self.button.setProperty("kind", "quiet")
        self.button.clicked.connect(self.cancel)
        card = QFrame()
        card.setProperty("kind", "card")
        row = QHBoxLayout(card)
        row.setContentsMargins(20, 8, 8, 8)
        row.addWidget(self._text, 1)
        row.addWidget(self._bar)
        row.addWidget(self.button)
        room = QVBoxLayout(self)
        room.setContentsMargins(theme.margin_px, 14, theme.margin_px, 0)
        room.addWidget(card)
        self.hide()

    @property
    def is_busy(self) -> bool:
        """Whether a session is being saved."""
        return self._preparation is not None

    @property
    def text(self) -> str:
        """What is being said; empty while nothing is."""
        return self._text.text()

    def save(self, work: Work, title: str, path: Path) -> None:
        """Begins to save a session; one that is being saved is called off.

        Args:
            work: what `saving_work` gave.
            title: the session's.
            path: the file that is written.
        """
        self.cancel()
        self._title, self._path = title, path
        preparation = self._preparation = Preparation(work, self._pool, self)
        preparation.progressed.connect(self._on_progress)
        preparation.ended.connect(self._on_end)
        preparation.failed.connect(self._on_failure)
        self._bar.show()
        self._on_progress(Progress(0, _STEPS))
        self._name_button(self.tr("Cancel"), self.tr("Do not save it"))
        self.show()
        preparation.start()

    def cancel(self) -> None:
        """Calls off what is being saved, and says nothing more."""
        if self._preparation is not None:
            self._preparation.cancel()
            self._preparation = None
        self._text.clear()
        self.hide()

    def come_back(self) -> None:
        """Shows again what there is to say, after something else had the window."""
        self.setVisible(bool(self.text))

    def _on_progress(self, progress: Progress) -> None:
        self._bar.setRange(0, max(1, progress.total))
        self._bar.setValue(progress.done)
        percent = 100 * progress.done // max(1, progress.total)
        text = self.tr("Saving “{title}” as audio: {percent} %")
        self._text.setText(text.format(title=self._title, percent=percent))

    def _on_end(self, _result: object) -> None:
        assert self._path is not None
        text = self.tr("“{title}” is saved as {name} in {folder}.")
        self._say(text.format(title=self._title, name=self._path.name, folder=self._path.parent))

    def _on_failure(self, error: RelaxError) -> None:
        self._say(str(error))

    def _say(self, text: str) -> None:
        """Says how it went, until it is closed."""
        from relaxapp.ui.aloud import announce  # noqa: PLC0415 - start-up

        self._preparation = None
        self._bar.hide()
        self._text.setText(text)
        self._name_button(self.tr("Close"), self.tr("Close the message"))
        announce(self, text)

    def _name_button(self, text: str, name: str) -> None:
        self.button.setText(text)
        self.button.setAccessibleName(name)


def saving_work(studio: Studio, wish: Wish, path: Path, day: date) -> Work:
    """What makes a session ready and writes it, to be done on another thread.

    Args:
        studio: where it is made ready.
        wish: the script, one that can be read, and how long it is to take.
        path: the file; its ending says what it becomes.
        day: what it is dated.
    """
    script = wish.offer.script
    assert script is not None

    def work(progress: Callable[[int, int], None], cancelled: Callable[[], bool]) -> object:
        def prepared_so_far(done: int, total: int) -> None:
            progress(_PREPARED * done // max(1, total), _STEPS)

        def written_so_far(done: int, total: int) -> None:
            progress(_PREPARED + (_STEPS - _PREPARED) * done // max(1, total), _STEPS)

        prepared = studio.prepare(script, wish.offer.path, prepared_so_far, cancelled)
        timeline = prepared.fitting.fit(wish.seconds)
        studio.export(prepared, timeline, path, day, progress=written_so_far, cancelled=cancelled)
        return path

    return work
