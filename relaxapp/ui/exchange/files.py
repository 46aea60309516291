"""The questions where the history is saved, which file is taken in, and where its copies are kept."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

from PySide6.QtCore import QCoreApplication, QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

AskWhereToSave: TypeAlias = Callable[[QWidget, Path], Path | None]
"""Receives what it is asked over, and the proposed file; None if the person does not want to."""
AskFor: TypeAlias = Callable[[QWidget], Path | None]
"""Receives what it is asked over; None if the person wants none."""


def ask_where_to_save(parent: QWidget, proposed: Path) -> Path | None:
    """Asks for the file that the history is saved as; None if the person does not want to.

    Args:
        parent: what the question is asked over.
        proposed: the file; its ending says of which kind all that can be chosen are.
    """
    kind = _tr("A table (*.csv)") if proposed.suffix == ".csv" else _tr("History (*.json)")
    dialog = QFileDialog(parent, _tr("Save a copy of your history"), str(proposed.parent), kind)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    # Before it is asked whether a file is to be replaced, so that it is asked about the right one.
    dialog.setDefaultSuffix(proposed.suffix.removeprefix("."))
    dialog.selectFile(proposed.name)
    return answer(dialog)


def ask_for_export(parent: QWidget) -> Path | None:
    """Asks for a saved history to take in; None if the person wants none."""
    kinds = f"{_tr('History (*.json)')};;{_tr('All files (*)')}"
    dialog = QFileDialog(parent, _tr("Bring in sessions"), str(documents()), kinds)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    return answer(dialog)


def ask_for_folder(parent: QWidget) -> Path | None:
    """Asks for the folder the copies are to be kept in; None if the person wants no other."""
    dialog = QFileDialog(parent, _tr("A folder for the copies"), str(Path.home()))
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    return answer(dialog)


def documents() -> Path:
    """The folder where the person keeps documents."""
    place = QStandardPaths.StandardLocation.DocumentsLocation
    folder = Path(QStandardPaths.writableLocation(place))
    return folder if folder.is_dir() else Path.home()


def open_folder(folder: Path) -> bool:
    """Shows a folder in the program that shows folders here; whether there is one."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def answer(dialog: QFileDialog) -> Path | None:
    """What a person chose in a dialog; None if they want nothing. The dialog is gone afterwards."""
    try:
        chosen = dialog.selectedFiles() if dialog.exec() else []
    finally:
        dialog.deleteLater()
    return Path(chosen[0]) if chosen else None


def _tr(text: str) -> str:
    return QCoreApplication.translate("HistoryFiles", text)
