"""A plot on a page of its own: saved as a picture, or printed, with its title and its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QImage, QPainter

from relaxapp.ui.plots.plot_data import Kind
from relaxapp.ui.theme import Theme, theme_for

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtPrintSupport import QPrinter

    from relaxapp.ui.plots.plot_data import PlotData

_WIDTH_PX, _HEIGHT_PX = 960, 540
_ROW_PX = 50
_AROUND_ROWS_PX = 170
"""A page's size, in its own pixels; one with many rows is higher."""
_SCALE = 2
"""So many pixels of a PNG for each pixel of the page: sharp when it is printed."""
_SVG_DPI = 96
"""A pixel of an SVG is that of CSS."""
_MARGIN_PX = 32
SVG = ".svg"


def save_picture(path: Path, data: PlotData, theme: Theme) -> None:
    """Saves a plot as it looks in the window: as SVG if the file is called so, else as PNG.

    Raises:
        OSError: it cannot be written.
    """
    content = as_svg(data, theme) if path.suffix.lower() == SVG else as_png(data, theme)
    path.write_bytes(content)


def as_png(data: PlotData, theme: Theme) -> bytes:
    """The bytes of a PNG."""
    page = _page(data)
    image = QImage(page.size().toSize() * _SCALE, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(_SCALE)
    image.fill(theme.card)
    painter = QPainter(image)
    paint_page(painter, page, data, theme)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload] # Qt takes what it calls b"PNG" as well
    return bytes(buffer.data().data())


def as_svg(data: PlotData, theme: Theme) -> bytes:
    """The bytes of an SVG."""
    from PySide6.QtSvg import QSvgGenerator  # noqa: PLC0415 - rarely needed

    page = _page(data)
    buffer = QBuffer()
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setResolution(_SVG_DPI)
    generator.setSize(page.size().toSize())
    generator.setViewBox(page)
    generator.setTitle(data.title)
    generator.setDescription(data.summary)
    painter = QPainter(generator)
    painter.fillRect(page, theme.card)
    paint_page(painter, page, data, theme)
    painter.end()
    return bytes(buffer.data().data())


def print_page(printer: QPrinter, data: PlotData) -> None:
    """Prints a plot, in the bright theme: a dark ground would use up ink and be hard to read."""
    painter = QPainter(printer)
    page, paper = _page(data), printer.pageLayout().paintRectPixels(printer.resolution())
    scale = min(paper.width() / page.width(), paper.height() / page.height())
    painter.scale(scale, scale)
    paint_page(painter, page, data, theme_for("light"))
    painter.end()


def paint_page(painter: QPainter, area: QRectF, data: PlotData, theme: Theme) -> None:
    """Paints a plot with its title, its legend and its words, on a ground that is there already."""
    from relaxapp.ui.plots.canvas import color_of  # noqa: PLC0415 - slow to load
    from relaxapp.ui.plots.drawing import canvas_of  # noqa: PLC0415 - slow to load

    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    inside = area.adjusted(_MARGIN_PX, _MARGIN_PX, -_MARGIN_PX, -_MARGIN_PX)
    title = theme.font(theme.px(20), QFont.Weight.DemiBold)
    small = theme.font(theme.px(14))
    line = QFontMetricsF(title).height()
    painter.setFont(title)
    painter.setPen(theme.text)
    painter.drawText(inside, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, data.title)
    top = inside.top() + line + 6
    metrics = QFontMetricsF(small)
    painter.setFont(small)
    if len(data.drawn) > 1:
        left = inside.left()
        for series in data.drawn:
            painter.setPen(color_of(series.role, theme))
            text = f"\N{BLACK CIRCLE} {series.name}"
            painter.drawText(QRectF(left, top, inside.width(), metrics.height()), 0, text)
            left += metrics.horizontalAdvance(text) + 24
        top += metrics.height() + 8
    flags = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeft.value)
    words = metrics.boundingRect(QRectF(inside), flags, data.summary)
    painter.setPen(theme.dim)
    below = QRectF(
        inside.left(), inside.bottom() - words.height(), inside.width(), words.height() + 2
    )
    painter.drawText(below, flags, data.summary)
    picture = QRectF(inside.left(), top, inside.width(), below.top() - 12 - top)
    if data.is_empty:
        painter.drawText(picture, flags, data.nothing)
        return
    pixels = painter.device().devicePixelRatioF() * painter.worldTransform().m11()
    canvas = canvas_of(data, theme, scale=pixels)
    canvas.render_on(painter, picture)
    canvas.deleteLater()


def _page(data: PlotData) -> QRectF:
    rows = len(data.labels) if data.kind is Kind.ROWS else 0
    return QRectF(0, 0, _WIDTH_PX, max(_HEIGHT_PX, _AROUND_ROWS_PX + _ROW_PX * rows))
