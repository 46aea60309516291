"""The question where a report is saved, and the name that is proposed for it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from relaxapp.ui.exchange.files import answer, documents

if TYPE_CHECKING:
    from relaxapp.journal.period import Period

AskWhere: TypeAlias = Callable[[QWidget, Path], Path | None]
"""Receives what it is asked over, and the proposed file; None if the person does not want to."""

PDF = ".pdf"
CSV = ".csv"


def proposed(period: Period, ending: str) -> Path:
    """The file that is proposed; whom the report is about is not in its name."""
    name = _tr("Relaxation practice {first} to {last}").format(
        first=period.first.isoformat(), last=period.last.isoformat()
    )
    return documents() / f"{name}{ending}"


def ask_where(parent: QWidget, file: Path) -> Path | None:
    """Asks for the file a report is saved as; None if the person does not want to.

    Args:
        parent: what the question is asked over.
        file: the proposed one; its ending says of which kind it is.
    """
    kind = _tr("PDF (*.pdf)") if file.suffix == PDF else _tr("A table (*.csv)")
    dialog = QFileDialog(parent, _tr("Save the report"), str(file.parent), kind)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    # Before it is asked whether a file is to be replaced, so that it is asked about the right one.
    dialog.setDefaultSuffix(file.suffix.removeprefix("."))
    dialog.selectFile(file.name)
    return answer(dialog)


def _tr(text: str) -> str:
    return QCoreApplication.translate("ReportFiles", text)
