"""The choice of the parts of a report; the person's own words are off until they are wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from relaxapp.journal.report import OWN_WORDS, Part, ReportContents
from relaxapp.ui.label import paragraph

if TYPE_CHECKING:
    from relaxapp.ui.theme import Theme


class PartsChoice(QWidget):
    """A box to tick for each part.

    Args:
        theme: the sizes.
        parent: as in Qt.
    """

    changed = Signal()
    """Other parts are chosen."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        usual = ReportContents()
        self.boxes: dict[Part, QCheckBox] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        for part in Part:
            box = self.boxes[part] = QCheckBox(part_name(part))
            box.setAccessibleName(part_name(part))
            box.setChecked(part in usual)
            box.toggled.connect(self._on_toggle)
            column.addWidget(box)
        own = self.tr(
            "Notes and tags are your own words. They are in the report only if you tick them."
        )
        column.addWidget(paragraph("small", own))
        self._show_possible()

    @property
    def contents(self) -> ReportContents:
        """The parts that are chosen."""
        return ReportContents(
            frozenset(part for part, box in self.boxes.items() if box.isChecked())
        )

    def _on_toggle(self) -> None:
        self._show_possible()
        self.changed.emit()

    def _show_possible(self) -> None:
        """Own words are written in the list; without it there is no place for them."""
        for part in OWN_WORDS:
            self.boxes[part].setEnabled(self.boxes[Part.SESSIONS].isChecked())


def part_name(part: Part) -> str:
    """What a part is called where it is chosen."""
    return {
        Part.SUMMARY: _tr("Summary"),
        Part.WEEKS: _tr("Minutes practised"),
        Part.TENSION: _tr("Tension before and after"),
        Part.CHANGES: _tr("Change by technique"),
        Part.AREAS: _tr("Body areas"),
        Part.FACTORS: _tr("How the days were"),
        Part.SESSIONS: _tr("List of sessions"),
        Part.TAGS: _tr("Tags"),
        Part.NOTES: _tr("Notes"),
    }[part]


def _tr(text: str) -> str:
    return QCoreApplication.translate("PartsChoice", text)
