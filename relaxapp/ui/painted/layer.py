"""Transparent pictures that are painted once and then only copied, and the soft light around a shape."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen, QPixmap

if TYPE_CHECKING:
    from collections.abc import Callable

_COARSE = 12
"""A glow is painted this many times smaller; enlarging it again is what blurs it."""
_LEAST_SIDE = 40
"""It is painted at least as large as this, so that a small one keeps its shape."""


def layer(size: QSizeF, ratio: float, paint: Callable[[QPainter], None]) -> QPixmap:
    """A transparent picture.

    Args:
        size: its size in device-independent pixels.
        ratio: device pixels per device-independent pixel.
        paint: paints it, in device-independent pixels, with smooth edges.
    """
    picture = QPixmap((size * ratio).toSize())
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    paint(painter)
    painter.end()
    return picture


def glow(path: QPainterPath, size: QSizeF, color: QColor, reach: float) -> QImage:
    """A soft light around a shape, to be drawn smoothly stretched over the whole of `size`.

    Args:
        path: the shape.
        size: the size of the place it stands in.
        color: the light's colour where it is strongest.
        reach: how far the light goes beyond the shape, in the path's units.
    """
    shrunk = max(1.0, min(_COARSE, min(size.width(), size.height()) / _LEAST_SIDE))
    coarse = QImage(
        max(1, round(size.width() / shrunk)),
        max(1, round(size.height() / shrunk)),
        QImage.Format.Format_ARGB32_Premultiplied,
    )
    coarse.fill(Qt.GlobalColor.transparent)
    painter = QPainter(coarse)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(coarse.width() / size.width(), coarse.height() / size.height())
    rings = 5
    faint = QColor(color)
    faint.setAlphaF(color.alphaF() / rings)
    painter.setBrush(faint)
    for ring in range(rings):
        pen = QPen(faint, 2 * reach * (ring + 0.5) / rings)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.drawPath(path)
    painter.end()
    # Enlarged in two steps: one alone leaves the corners of the coarse pixels visible.
    return coarse.scaled(
        coarse.size() * 3,
        Qt.AspectRatioMode.IgnoreAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )
