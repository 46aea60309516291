"""A soft round light with a thin ring around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPen, QRadialGradient

from relaxapp.ui.theme import Theme, faded

if TYPE_CHECKING:
    from PySide6.QtCore import QPointF

RING = 3.0
"""How thick the ring is, in pixels."""


def paint_soft_light(
    painter: QPainter,
    theme: Theme,
    center: QPointF,
    radius: float,
    *,
    share: float,
    strength: float,
) -> None:
    """Paint a light in the calm accent, and the ring; leaves the painter without a brush.

    Args:
        painter: paints with smooth edges.
        theme: the colours.
        center: the middle of both.
        radius: the ring's.
        share: how far the light reaches, as a share of the ring's radius.
        strength: how opaque its middle is, 0 to 1.
    """
    reach = radius * share
    light = QRadialGradient(center, reach)
    for at, part in ((0.0, 1.0), (0.45, 0.8), (0.8, 0.25), (1.0, 0.0)):
        light.setColorAt(at, faded(theme.calm, strength * part))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(light)
    painter.drawEllipse(center, reach, reach)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.line, RING))
    painter.drawEllipse(center, radius, radius)
