"""The section "Your data": where everything is, what is copied by itself, and that nothing leaves the computer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QLineEdit, QPushButton

from relaxapp.ui.label import paragraph
from relaxapp.ui.sections.row import Row, Wording, beside
from relaxapp.ui.sections.section import Section

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from relaxapp.ui.theme import Theme


def data_section(theme: Theme, folders: Sequence[tuple[str, Path]]) -> Section:
    """Everything about what is kept, and where.

    Args:
        theme: the sizes.
        folders: what there is, with its file or folder.
    """
    section = Section(_tr("Your data"), theme)
    if folders:
        section.add_rows(*(_FolderRow(what, path, theme) for what, path in folders))
    section.add_rows(*(Row(words, theme) for words in _facts()))
    return section


def _facts() -> tuple[Wording, ...]:
    return (
        Wording(
            _tr("Nothing leaves this computer"),
            _tr(
                "No account, no network, no counting of what you do. Only a voice that you ask for "
                "under More voices is fetched, and nothing about you is sent for it."
            ),
            _tr("privacy cloud send internet tracking telemetry online"),
        ),
        Wording(
            _tr("Copies are made by themselves"),
            _tr(
                "Once a day the journal is copied, and the last seven copies are kept. Where they "
                "are, what is in each, and the way back to one are in the history under “More”; so "
                "is the file with everything, to take along."
            ),
            _tr("backup back up save restore export move"),
        ),
        Wording(
            _tr("What you said can be deleted"),
            _tr("Each session, with its ratings and its note, under History."),
            _tr("remove erase rating forget"),
        ),
    )


class _FolderRow(Row):
    """Where something is kept, and a button that shows it."""

    def __init__(self, what: str, path: Path, theme: Theme) -> None:
        button = QPushButton(_tr("Show in folder"))
        button.setProperty("kind", "quiet")
        # In a dialog Enter would press it from anywhere.
        button.setAutoDefault(False)
        button.setAccessibleName(_tr("Show in folder: {what}").format(what=what))
        button.setAccessibleDescription(str(path))
        also = _tr("where folder file path location data")
        super().__init__(Wording(what, "", f"{path} {also}"), theme, beside(button))
        self._path = path
        button.clicked.connect(self._show)
        # A field that is only read: its text is chosen and copied with keys as well as the mouse.
        where = QLineEdit(str(path))
        where.setReadOnly(True)
        where.setAccessibleName(_tr("Where it is: {what}").format(what=what))
        self._trouble = paragraph("small")
        self._trouble.hide()
        self.add_below(where)
        self.add_below(self._trouble)

    def _show(self) -> None:
        folder = self._path if self._path.is_dir() else self._path.parent
        is_open = QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
        self._trouble.setVisible(not is_open)
        self._trouble.setText(
            "" if is_open else _tr("The folder could not be opened from here; this is where it is.")
        )


def _tr(text: str) -> str:
    return QCoreApplication.translate("Settings", text)
