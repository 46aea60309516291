"""Everything about one session of the log, with its note and tags to write in."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMargins, QObject, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from relaxapp.ui.formats import day, time_of_day
from relaxapp.ui.history.entry_facts import facts, making
from relaxapp.ui.history.entry_words import tags_of
from relaxapp.ui.history.marks_row import MarksRow
from relaxapp.ui.label import line, paragraph
from relaxapp.ui.pages.scroll_column import SCROLL_BAR_PX, ScrollColumn

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from relaxapp.journal.entry import Entry
    from relaxapp.ui.history.entry_facts import Facts
    from relaxapp.ui.history_supplies import HistorySupplies
    from relaxapp.ui.theme import Theme

_NOTE_PX = 76
"""The note is at least this high at 100 %."""
_EDGE_PX = 20
_SIDE_BY_SIDE_PX = 290
"""From this width on, at 100 %, names stand beside what they are of."""


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
    """Shows one session. What is written is handed over when the focus leaves, or another is shown.

    Attributes:
        note: where the note is written.
        tags: where tags are written.
        edit: asks for everything else to be edited.
        delete: asks for the session to be taken out.
    """

    annotated = Signal(object)
    """A note or tags were changed: an `Annotation`."""
    edit_asked = Signal()
    """The session is to be edited."""
    delete_asked = Signal()
    """The session is to be deleted."""

    def __init__(self, supplies: HistorySupplies, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.setAccessibleName(self.tr("The chosen session"))
        self._supplies = supplies
        self._entry: Entry | None = None
        self._title = paragraph("heading")
        self._when = paragraph("dim")
        self._facts, self._making = _Lines(), _Lines()
        self._marks = MarksRow(supplies.theme)
        self.note = _Note(supplies.theme)
        self.note.setPlaceholderText(self.tr("A note, if you like"))
        self.note.setAccessibleName(self.tr("Note"))
        self.note.setTabChangesFocus(True)
        self.note.installEventFilter(self)
        self.tags = QLineEdit()
        self.tags.setPlaceholderText(self.tr("Tags, with commas between them"))
        self.tags.setAccessibleName(self.tr("Tags"))
        self.tags.editingFinished.connect(self.save)
        self.edit = self._button(self.tr("Edit…"), self.tr("Edit this session"))
        self.edit.clicked.connect(self._ask_to_edit)
        self.delete = self._button(
            self.tr("Delete"), self.tr("Delete this session from the history")
        )
        self.delete.clicked.connect(self._ask_to_delete)
        self._lay_out()

    @property
    def entry(self) -> Entry | None:
        """What is shown."""
        return self._entry

    @property
    def title(self) -> str:
        """What the session is called."""
        return self._title.text()

    @property
    def facts(self) -> dict[str, str]:
        """What the lines say, by their labels."""
        return {**self._facts.shown, **self._making.shown}

    def show_entry(self, entry: Entry) -> None:
        """Shows a session, after what was written about the one before is handed over."""
        self.save()
        is_other = self._entry is None or self._entry.id != entry.id
        self._entry = entry
        started = entry.started_at
        self._title.setText(entry.title)
        self._when.setText(f"{day(started, self._supplies.now())} {time_of_day(started)}")
        script = self._supplies.script(entry.script_id) if entry.script_id else None
        self._facts.show(facts(entry))
        self._making.show(making(entry, script, self._supplies.journal.computer))
        self._marks.show_marks(entry.marks_before, entry.marks_after)
        self.note.setPlainText(entry.note)
        self.tags.setText(", ".join(entry.tags))
        self.tags.setCursorPosition(0)
        if is_other:
            self._area.verticalScrollBar().setValue(0)

    def save(self) -> None:
        """Hands over what was written, if anything was changed."""
        if self._entry is None:
            return
        tags = tags_of(self.tags.text())
        note = self.note.toPlainText()
        if (note, tags) != (self._entry.note, self._entry.tags):
            # At once, so that nothing is handed over twice.
            self._entry = replace(self._entry, note=note, tags=tags)
            self.annotated.emit(Annotation(self._entry.id, note, tags))

    def forget(self) -> None:
        """Is about no session any more; what was written is handed over before."""
        self.save()
        self._entry = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Saves the note when the focus leaves it."""
        if watched is self.note and event.type() is QEvent.Type.FocusOut:
            self.save()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Puts names above what they are of where there is little width."""
        super().resizeEvent(event)
        is_narrow = self.width() < self._supplies.theme.px(_SIDE_BY_SIDE_PX)
        for lines in (self._facts, self._making):
            lines.setRowWrapPolicy(
                QFormLayout.RowWrapPolicy.WrapAllRows
                if is_narrow
                else QFormLayout.RowWrapPolicy.DontWrapRows
            )

    def _button(self, text: str, name: str) -> QPushButton:
        button = QPushButton(text)
        button.setProperty("kind", "quiet")
        button.setAccessibleName(name)
        return button

    def _lay_out(self) -> None:
        self._area = ScrollColumn(
            QMargins(_EDGE_PX, 0, _EDGE_PX, 0), self.tr("Everything about this session")
        )
        inside = self._area.column
        inside.setSpacing(10)
        inside.addLayout(self._facts)
        inside.addWidget(self.note, 1)
        inside.addWidget(self.tags)
        inside.addWidget(self._marks)
        inside.addLayout(self._making)
        head = QVBoxLayout()
        head.setContentsMargins(_EDGE_PX, 0, _EDGE_PX, 0)
        head.setSpacing(2)
        head.addWidget(self._title)
        head.addWidget(self._when)
        end = QHBoxLayout()
        end.setContentsMargins(SCROLL_BAR_PX, 0, SCROLL_BAR_PX, 0)
        end.addWidget(self.edit)
        end.addStretch(1)
        end.addWidget(self.delete)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 16, 0, 12)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self._area, 1)
        column.addLayout(end)

    def _ask_to_edit(self) -> None:
        self.edit_asked.emit()

    def _ask_to_delete(self) -> None:
        self.delete_asked.emit()


class _Lines(QFormLayout):
    """Names, and what there is to say about each."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: dict[str, str] = {}
        self.setContentsMargins(0, 0, 0, 0)
        self.setHorizontalSpacing(14)
        self.setVerticalSpacing(6)
        self.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)

    def show(self, lines: Facts) -> None:
        """Shows these in place of what was shown."""
        while self.rowCount():
            self.removeRow(0)
        self.shown = dict(lines)
        for name, text in lines:
            self.addRow(line("small", name), paragraph("value", text))


class _Note(QPlainTextEdit):
    """Takes what room there is, and asks for no more than a few lines of it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._least = theme.px(_NOTE_PX)
        self.setMinimumHeight(self._least)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(super().sizeHint().width(), self._least)
