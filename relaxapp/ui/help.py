"""The help: what relaxapp can do, every key, what to heed, and where the data are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QMargins, QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from relaxapp.ui.abilities import abilities
from relaxapp.ui.actions import ACTIONS, Place, shown_keys, wording
from relaxapp.ui.enter_key import presses_button
from relaxapp.ui.label import line, paragraph
from relaxapp.ui.pages.reading_doctor import doctor_passages
from relaxapp.ui.pages.reading_helps import helps
from relaxapp.ui.pages.scroll_column import ScrollColumn
from relaxapp.ui.safety import safety
from relaxapp.ui.sections.data import data_section
from relaxapp.ui.sections.row import Row, Wording
from relaxapp.ui.sections.section import Section

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from relaxapp.ui.pages.passage import Passage
    from relaxapp.ui.theme import Theme

_SIZE = QSize(940, 660)
_EDGE = QSize(48, 48)
"""What is seen of the window around it at the least."""
_LIST_PX = 224
_WITH_LIST_PX = 740
"""From this width on there is room for the list of headings; it grows with the text."""
_BAR_ROOM_PX = 14


def _places() -> tuple[tuple[Place, str], ...]:
    return (
        (Place.ANYWHERE, _tr("Anywhere")),
        (Place.SESSIONS, _tr("Sessions")),
        (Place.WAYS, _tr("Ways through the sessions")),
        (Place.SHEET, _tr("Before a session")),
        (Place.CHECKIN, _tr("How tense are you?")),
        (Place.SESSION, _tr("During a session")),
        (Place.HISTORY, _tr("History")),
        (Place.SETTINGS, _tr("Settings")),
        (Place.FIRST_RUN, _tr("The first pages")),
    )


class HelpSheet(QDialog):
    """Opens over the window and leaves what is below as it was.

    Args:
        theme: the look.
        data_folders: where the person's data are, each with what is in it.
        parent: the window.
    """

    def __init__(
        self,
        theme: Theme,
        data_folders: Sequence[tuple[str, Path]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Help"))
        self.setAccessibleName(self.tr("Help"))
        self.setModal(True)
        self._with_list_px = theme.px(_WITH_LIST_PX)
        self.sections = (
            _texts(_tr("Good to know"), safety(), theme),
            _texts(_tr("What relaxapp can do"), abilities(), theme),
            _passages(_tr("When to see a doctor"), doctor_passages(), theme),
            _passages(_tr("What else helps"), helps().passages, theme),
            _keys(theme),
            data_section(theme, data_folders),
        )
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Search the help"))
        self.search.setAccessibleName(self.tr("Search the help"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._show_found)
        self.headings = QListWidget()
        self.headings.setAccessibleName(self.tr("Headings"))
        self.headings.addItems([section.title for section in self.sections])
        self.headings.setFixedWidth(theme.px(_LIST_PX))
        self.headings.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.headings.setWordWrap(True)
        self.headings.setCurrentRow(0)
        self.headings.currentRowChanged.connect(self._go_to)
        self._nothing = paragraph(
            "dim", self.tr("Nothing here goes by these words. Try fewer or other ones.")
        )
        self._nothing.hide()
        area = self._area = ScrollColumn(
            QMargins(4, 0, _BAR_ROOM_PX, 0), self.tr("What the help says")
        )
        area.column.setSpacing(theme.px(24))
        area.column.addWidget(self._nothing)
        for section in self.sections:
            area.column.addWidget(section)
        area.column.addStretch()
        close = QPushButton(self.tr("Close"))
        close.setAccessibleName(self.tr("Close the help"))
        # Enter in the search must not close what was found.
        close.setAutoDefault(False)
        close.clicked.connect(self.accept)
        self._lay_out(theme, close)
        room = _SIZE * (theme.text_percent / 100)
        self.resize(room if parent is None else room.boundedTo(parent.size() - _EDGE))
        self.search.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Leaves the list of headings away where there is no room for it."""
        super().resizeEvent(event)
        self.headings.setVisible(self.width() >= self._with_list_px)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Scrolls from the search as well; Esc shows everything again, and then closes."""
        if presses_button(self, event) or self._area.scrolls_by(event.key()):
            return
        if event.key() == Qt.Key.Key_Escape and self.search.text():
            self.search.clear()
        else:
            super().keyPressEvent(event)

    def _lay_out(self, theme: Theme, close: QPushButton) -> None:
        head = QHBoxLayout()
        head.addWidget(line("title", self.tr("Help")), 1)
        head.addWidget(self.search, 1)
        middle = QHBoxLayout()
        middle.setSpacing(theme.gap_px)
        middle.addWidget(self.headings)
        middle.addWidget(self._area, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.margin_px, 26, theme.margin_px - _BAR_ROOM_PX, 20)
        column.setSpacing(16)
        column.addLayout(head)
        column.addLayout(middle, 1)
        column.addWidget(close, alignment=Qt.AlignmentFlag.AlignHCenter)

    def _go_to(self, row: int) -> None:
        self._area.verticalScrollBar().setValue(self.sections[row].y())

    def _show_found(self, text: str) -> None:
        words = text.casefold().split()
        found = [section.show_found(words) for section in self.sections]
        for row, count in enumerate(found):
            self.headings.item(row).setHidden(count == 0)
        self._nothing.setVisible(not any(found))
        self._area.verticalScrollBar().setValue(0)
        self.search.setAccessibleDescription(
            self.tr("{count} found").format(count=sum(found)) if words else ""
        )


def _texts(title: str, texts: Iterable[tuple[str, str]], theme: Theme) -> Section:
    section = Section(title, theme)
    section.add_rows(
        *(Row(Wording(heading, text), theme, roles=("strong", "dim")) for heading, text in texts)
    )
    return section


def _passages(title: str, passages: Iterable[Passage], theme: Theme) -> Section:
    section = Section(title, theme)
    rows = []
    for each in passages:
        words = Wording(each.heading, each.text, also=each.source)
        row = Row(words, theme, roles=("strong", "dim"))
        if each.source:
            row.add_below(paragraph("small", each.source))
        rows.append(row)
    section.add_rows(*rows)
    return section


def _keys(theme: Theme) -> Section:
    """Every key, in a card for each place."""
    section = Section(_tr("Keys"), theme)
    for place, name in _places():
        rows = []
        for action in ACTIONS:
            if action.place is place:
                keys = "  ".join(shown_keys(action))
                rows.append(Row(Wording(wording(action), also=keys), theme, line("strong", keys)))
        section.add_rows(*rows, heading=name)
    return section


def _tr(text: str) -> str:
    return QCoreApplication.translate("Help", text)
