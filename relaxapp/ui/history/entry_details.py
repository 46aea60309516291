"""Everything about one session of the log, with its note and tags to write in."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from relaxapp.ui.formats import clock, day, duration, time_of_day
from relaxapp.ui.history import entry_words as words

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from relaxapp.journal.entry import Entry
    from relaxapp.ui.theme import Theme

_NOTE_PX = 60
"""The note is at least this high at 100 %."""


@dataclass(frozen=True, slots=True)
class Annotation:
    """What a person wrote about a session.

    Attributes:
        entry_id: the session.
        note: the note.
        tags: words to find it by.
    """

    entry_id: int
    note: str
    tags: tuple[str, ...]


class EntryDetails(QFrame):
    """Shows one session. What is written is handed over when the focus leaves, or another is shown."""

    annotated = Signal(object)
    """A note or tags were changed: an `Annotation`."""
    delete_asked = Signal(int)
    """The session is to be deleted: its number."""

    def __init__(
        self, now: Callable[[], datetime], theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._now = now
        self._entry: Entry | None = None
        self._title = _text("heading")
        self._when = _text("dim")
        self._facts = QFormLayout()
        self._facts.setContentsMargins(0, 0, 0, 0)
        self._facts.setHorizontalSpacing(16)
        self._facts.setVerticalSpacing(6)
        self._facts.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.note = _Note(theme)
        self.note.setPlaceholderText(self.tr("A note, if you like"))
        self.note.setAccessibleName(self.tr("Note"))
        self.note.setTabChangesFocus(True)
        self.tags = QLineEdit()
        self.tags.setPlaceholderText(self.tr("Tags, with commas between them"))
        self.tags.setAccessibleName(self.tr("Tags"))
        self.note.installEventFilter(self)
        self.tags.editingFinished.connect(self.save)
        self.delete = QPushButton(self.tr("Delete"))
        self.delete.setProperty("kind", "quiet")
        self.delete.setAccessibleName(self.tr("Delete this session from the history"))
        self.delete.clicked.connect(self._ask_to_delete)
        end = QHBoxLayout()
        end.addWidget(self.tags, 1)
        end.addWidget(self.delete)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addWidget(self._when)
        column.addLayout(self._facts)
        column.addWidget(self.note, 1)
        column.addLayout(end)

    @property
    def entry(self) -> Entry | None:
        """What is shown."""
        return self._entry

    @property
    def facts(self) -> dict[str, str]:
        """What the lines say, by their labels."""
        found = {}
        for row in range(self._facts.rowCount()):
            pair = [
                self._facts.itemAt(row, role)
                for role in (QFormLayout.ItemRole.LabelRole, QFormLayout.ItemRole.FieldRole)
            ]
            label, value = (item.widget() if item else None for item in pair)
            if isinstance(label, QLabel) and isinstance(value, QLabel):
                found[label.text()] = value.text()
        return found

    def show_entry(self, entry: Entry) -> None:
        """Shows a session, after what was written about the one before is handed over."""
        self.save()
        self._entry = entry
        self._title.setText(entry.title)
        started = entry.started_at
        self._when.setText(f"{day(started, self._now())} {time_of_day(started)}")
        while self._facts.rowCount():
            self._facts.removeRow(0)
        for label, value in self._lines(entry):
            if value:
                self._facts.addRow(_small(label), _small_value(value))
        self.note.setPlainText(entry.note)
        self.tags.setText(", ".join(entry.tags))
        self.tags.setCursorPosition(0)

    def save(self) -> None:
        """Hands over what was written, if anything was changed."""
        if self._entry is None:
            return
        tags = tuple(tag for tag in map(str.strip, self.tags.text().split(",")) if tag)
        note = self.note.toPlainText()
        if (note, tags) != (self._entry.note, self._entry.tags):
            # At once, so that nothing is handed over twice.
            self._entry = replace(self._entry, note=note, tags=tags)
            self.annotated.emit(Annotation(self._entry.id, note, tags))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Saves the note when the focus leaves it."""
        if watched is self.note and event.type() is QEvent.Type.FocusOut:
            self.save()
        return super().eventFilter(watched, event)

    def _lines(self, entry: Entry) -> tuple[tuple[str, str], ...]:
        skipped = str(entry.skipped_steps) if entry.skipped_steps else ""
        paused = clock(entry.paused_seconds) if entry.paused_seconds >= 1 else ""
        return (
            (self.tr("Planned"), duration(entry.planned_seconds)),
            (self.tr("Practised"), f"{clock(entry.practised_seconds)}, {words.outcome(entry)}"),
            (self.tr("Paused"), paused),
            (self.tr("Steps skipped"), skipped),
            (self.tr("Tension"), words.tension(entry.tension_before, entry.tension_after)),
            (self.tr("Before"), words.areas(entry.marks_before)),
            (self.tr("After"), words.areas(entry.marks_after)),
            (self.tr("Voice"), entry.voice),
        )

    def _ask_to_delete(self) -> None:
        if self._entry is not None:
            self.delete_asked.emit(self._entry.id)


class _Note(QPlainTextEdit):
    """Takes what room there is, and asks for no more than a few lines of it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._least = theme.px(_NOTE_PX)
        self.setMinimumHeight(self._least)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(super().sizeHint().width(), self._least)


def _text(role: str) -> QLabel:
    label = QLabel()
    label.setProperty("role", role)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label


def _small(text: str) -> QLabel:
    label = _text("small")
    label.setText(text)
    label.setWordWrap(False)
    return label


def _small_value(text: str) -> QLabel:
    label = _text("value")
    label.setText(text)
    return label
