"""A report sent to a printer, painted as it is painted in the preview."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter

from relaxapp.errors import ExportError
from relaxapp.ui.report.painting import paint_page

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from relaxapp.ui.report.layout import Layout


def ask_for_printer(parent: QWidget, layout: Layout) -> QPrinter | None:
    """Asks on which printer a report is to be printed; None if the person wants none.

    Args:
        parent: what the question is asked over.
        layout: the report.
    """
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(layout.title)
    printer.setPageSize(QPageSize(layout.paper.kind))
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    dialog = QPrintDialog(printer, parent)
    dialog.setMinMax(1, len(layout.pages))
    try:
        return printer if dialog.exec() else None
    finally:
        dialog.deleteLater()


def print_report(layout: Layout, printer: QPrinter) -> None:
    """Prints the pages that were chosen; on other paper they are made to fit it.

    Raises:
        ExportError: the printer does not take it.
    """
    printer.setFullPage(True)
    painter = QPainter()
    if not painter.begin(printer):
        raise ExportError(
            "The report could not be printed: the printer does not take it. Check that it is "
            "switched on, or save the report as a PDF and print that."
        )
    paper = layout.paper
    room = printer.pageLayout().fullRectPixels(printer.resolution())
    scale = min(room.width() / paper.width, room.height() / paper.height)
    painter.scale(scale, scale)
    first, last = printer.fromPage() or 1, printer.toPage() or len(layout.pages)
    for number, page in enumerate(layout.pages[first - 1 : last]):
        if number:
            printer.newPage()
        paint_page(painter, page, layout.family)
    painter.end()
