"""A report written as a PDF: painted page by page as it is painted in the preview."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter

from relaxapp.ui.report.painting import paint_page
from relaxapp.ui.report.typesetting import FINE
from relaxapp.ui.report.whole import written_whole

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from relaxapp.ui.report.layout import Layout

_POINTS_PER_INCH = 72
_SIGNS = re.compile(rb"\[(?:<[0-9A-F]{4}> ?)+\]")
"""What the glyphs of a font stand for, as a PDF lists it."""


def save_pdf(
    layout: Layout, path: Path, progress: Callable[[int, int], None] | None = None
) -> None:
    """Writes a report; safe on any thread.

    Args:
        layout: the report as it will be on paper.
        path: where the file shall be; what is there stays until the new one is whole.
        progress: told how many of how many pages are painted; what it raises ends the writing.

    Raises:
        ExportError: the file cannot be written; nothing is left of it.
    """
    written = pdf_of(layout, progress)
    with written_whole(path) as part:
        part.write_bytes(written)


def pdf_of(layout: Layout, progress: Callable[[int, int], None] | None = None) -> bytes:
    """A report as the bytes of a PDF; `progress` as for `save_pdf`."""
    # In memory first: Qt does not tell when a disk is full.
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(f"{layout.title}, {layout.name}" if layout.name else layout.title)
    writer.setCreator("relaxapp")
    writer.setResolution(FINE * _POINTS_PER_INCH)
    writer.setPageLayout(
        QPageLayout(
            QPageSize(layout.paper.kind), QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0)
        )
    )
    painter = QPainter(writer)
    try:
        painter.scale(FINE, FINE)
        for index, page in enumerate(layout.pages):
            if progress is not None:
                progress(index, len(layout.pages))
            if index:
                writer.newPage()
            paint_page(painter, page, layout.family)
    finally:
        painter.end()
        buffer.close()
    return _SIGNS.sub(_with_spaces, bytes(held.data()))


def _with_spaces(signs: re.Match[bytes]) -> bytes:
    """Of the signs that a glyph may stand for Qt notes the first: for the space, the tab.

    A reader would then search and copy tabs. Both are written alike long, so nothing else moves.
    """
    return signs[0].replace(b"<0009>", b"<0020>")
