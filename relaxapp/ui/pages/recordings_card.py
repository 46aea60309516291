"""The card "Your recordings": what a person has added, with a way to add more and to remove them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from relaxapp.errors import RelaxError
from relaxapp.ui.audio_file import ask_for_recording
from relaxapp.ui.formats import clock
from relaxapp.ui.message import Message
from relaxapp.ui.preparing import Preparation, Progress

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtCore import QThreadPool

    from relaxapp.sound.collection import Collection, OwnSound


class RecordingsCard(QFrame):
    """Lists a collection of sounds, and adds to it on another thread.

    Args:
        collection: the person's sounds.
        pool: where recordings are prepared.
    """

    said = Signal(object)
    """Something to say to the person, a `Message`."""
    changed = Signal()
    """A sound was added, removed or brought back."""

    def __init__(
        self, collection: Collection, pool: QThreadPool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._collection = collection
        self._pool = pool
        self._preparation: Preparation | None = None
        heading = QLabel(self.tr("Your recordings"))
        heading.setProperty("role", "dim")
        about = QLabel(
            self.tr(
                "A memo from your phone, your own voice, a sound you like. Silence at its ends is "
                "cut off, and it is made as loud as the voice. It stays on this computer."
            )
        )
        about.setProperty("role", "small")
        about.setWordWrap(True)
        self._list = QVBoxLayout()
        self._list.setSpacing(4)
        self.add_button = QPushButton(self.tr("Add a recording"))
        self.add_button.setAccessibleName(self.tr("Add a recording"))
        self.add_button.clicked.connect(self._add)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("How much of the recording is prepared"))
        self.cancel_button = QPushButton(self.tr("Cancel"))
        self.cancel_button.setProperty("kind", "quiet")
        self.cancel_button.setAccessibleName(self.tr("Do not add the recording"))
        self.cancel_button.clicked.connect(self.cancel)
        foot = QHBoxLayout()
        foot.addWidget(self.add_button)
        foot.addWidget(self._bar, 1)
        foot.addWidget(self.cancel_button)
        foot.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 18)
        column.setSpacing(10)
        for widget in (heading, about):
            column.addWidget(widget)
        column.addLayout(self._list)
        column.addLayout(foot)
        self._show_busy(is_busy=False)
        self.refresh()

    def refresh(self) -> None:
        """Lists what there is now."""
        while (item := self._list.takeAt(0)) is not None:
            row = item.widget()
            if row is not None:
                # Out of sight at once; it may be its own button that is being answered.
                row.hide()
                row.deleteLater()
        for sound in self._collection.sounds():
            self._list.addWidget(_Row(sound, self._remove))

    def choose_recording(self) -> Path | None:
        """Asks the person for a recording; None if they want none."""
        return ask_for_recording(self)

    def add(self, file: Path) -> None:
        """Begins to prepare a recording; what is being prepared is called off."""
        self.cancel()

        def work(progress: Callable[[int, int], None], cancelled: Callable[[], bool]) -> object:
            return self._collection.add(file, progress=progress, cancelled=cancelled)

        preparation = self._preparation = Preparation(work, self._pool, self)
        preparation.progressed.connect(self._on_progress)
        preparation.ended.connect(self._on_end)
        preparation.failed.connect(self._on_failure)
        self._on_progress(Progress(0, 1))
        self._show_busy(is_busy=True)
        self.cancel_button.setFocus()
        preparation.start()

    def cancel(self) -> None:
        """Calls off what is being prepared; nothing of it is kept."""
        if self._preparation is not None:
            self._preparation.cancel()
            self._show_busy(is_busy=False)

    def _add(self) -> None:
        file = self.choose_recording()
        if file is not None:
            self.add(file)

    def _on_progress(self, progress: Progress) -> None:
        # In thousandths: frames of four hours are more than a bar can count.
        self._bar.setRange(0, 1_000)
        self._bar.setValue(1_000 * progress.done // max(1, progress.total))

    def _on_end(self, added: OwnSound) -> None:
        self._show_busy(is_busy=False)
        self._on_change()
        self.said.emit(Message(self.tr("“{name}” is added.").format(name=added.name)))

    def _on_failure(self, error: RelaxError) -> None:
        self._show_busy(is_busy=False)
        self.said.emit(Message(str(error)))

    def _remove(self, sound: OwnSound) -> None:
        try:
            removed = self._collection.remove(sound.name)
        except RelaxError as error:
            self.said.emit(Message(str(error)))
            self.refresh()
            return
        self._on_change()
        self.add_button.setFocus()
        self.said.emit(
            Message(
                self.tr("“{name}” is removed.").format(name=removed.name),
                self.tr("Undo"),
                lambda: self._bring_back(removed),
            )
        )

    def _bring_back(self, sound: OwnSound) -> None:
        try:
            self._collection.bring_back(sound)
        except RelaxError as error:
            self.said.emit(Message(str(error)))
        self._on_change()

    def _on_change(self) -> None:
        self.refresh()
        self.changed.emit()

    def _show_busy(self, *, is_busy: bool) -> None:
        had_focus = self.cancel_button.hasFocus()
        if not is_busy:
            self._preparation = None
        self._bar.setVisible(is_busy)
        self.cancel_button.setVisible(is_busy)
        self.add_button.setVisible(not is_busy)
        if had_focus and not is_busy:
            self.add_button.setFocus()


class _Row(QWidget):
    """One sound: its name, its length, and the way to remove it."""

    def __init__(self, sound: OwnSound, remove: Callable[[OwnSound], None]) -> None:
        super().__init__()
        name = QLabel(sound.name)
        name.setTextFormat(Qt.TextFormat.PlainText)
        length = QLabel(clock(sound.seconds))
        length.setProperty("role", "small")
        button = QPushButton(self.tr("Remove"))
        button.setProperty("kind", "quiet")
        button.setAccessibleName(self.tr("Remove {name}").format(name=sound.name))
        button.clicked.connect(lambda: remove(sound))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(name, 1)
        row.addWidget(length)
        row.addWidget(button)
