"""The small pictures on the cards: one kind for each kind of exercise, never two quite the same."""

from __future__ import annotations

from enum import Enum
from math import pi, sin

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QLinearGradient,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from relaxapp.ui.painted.layer import layer
from relaxapp.ui.theme import Theme, mixed


class Motif(Enum):
    """What is painted, with the colour it begins in and the one it may lean towards."""

    BARS = ("#b06a3c", "#8a5a4c")
    RINGS = ("#2f8574", "#2c6a8c")
    WAVES = ("#3c5f9c", "#34748c")
    SWELLS = ("#5d5596", "#7a5590")
    LIGHT = ("#8a7440", "#6a7a48")


_MOTIFS = (
    ("muscle", Motif.BARS),
    ("breath", Motif.RINGS),
    ("visual", Motif.WAVES),
    ("imag", Motif.WAVES),
    ("scan", Motif.SWELLS),
)


def motif_of(technique: str) -> Motif:
    """The motif for a technique as a script names it; one that is not known gets a quiet light."""
    lower = technique.lower()
    for part, motif in _MOTIFS:
        if part in lower:
            return motif
    return Motif.LIGHT


class Art(QWidget):
    """The upper part of a card, with its upper corners (or all of them) rounded.

    Args:
        theme: what to paint with.
        technique: as a script names it.
        variation: 0 to 1, how far the colour leans; sessions of one technique differ by it.
        all_round: whether the lower corners are rounded as well.
        parent: as in Qt.
    """

    def __init__(
        self,
        theme: Theme,
        technique: str,
        *,
        variation: float = 0.0,
        all_round: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._motif = motif_of(technique)
        self._variation = variation
        self._all_round = all_round
        self._picture = QPixmap()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802 -- Qt's name
        """As on the cards of the sessions page."""
        return QSize(312, 92)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 -- Qt's name
        """Copy the picture."""
        ratio = self.devicePixelRatioF()
        if self._picture.size() != self.size() * ratio:
            self._picture = art_picture(
                self._theme,
                self._motif,
                QSizeF(self.size()),
                ratio=ratio,
                variation=self._variation,
                all_round=self._all_round,
            )
        QPainter(self).drawPixmap(0, 0, self._picture)


def art_picture(
    theme: Theme,
    motif: Motif,
    size: QSizeF,
    *,
    ratio: float = 1.0,
    variation: float = 0.0,
    all_round: bool = True,
) -> QPixmap:
    """A motif as a picture of a size in device-independent pixels."""

    def paint(painter: QPainter) -> None:
        corners = QPainterPath()
        radius = theme.radius_px
        below = 0.0 if all_round else float(radius)
        corners.addRoundedRect(QRectF(0, 0, size.width(), size.height() + below), radius, radius)
        painter.setClipPath(corners)
        first, second = (QColor(name) for name in motif.value)
        color = mixed(first, second, variation)
        end = theme.raised
        if not theme.is_dark:
            color, end = mixed(color, QColor("#ffffff"), 0.34), mixed(color, theme.card, 0.86)
        slope = QLinearGradient(QPointF(0, 0), QPointF(size.width(), size.height() * 0.4))
        slope.setColorAt(0.0, color)
        slope.setColorAt(1.0, end)
        painter.fillRect(QRectF(QPointF(0, 0), size), slope)
        lines = QColor(theme.text if theme.is_dark else color.darker(130))
        lines.setAlphaF(0.3 if theme.is_dark else 0.5)
        painter.setPen(QPen(lines, 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        _PAINTERS[motif](painter, size)

    return layer(size, ratio, paint)


def _bars(painter: QPainter, size: QSizeF) -> None:
    """Tension that rises and is let go."""
    for index, height in enumerate((0.16, 0.24, 0.34, 0.46, 0.6, 0.2, 0.12)):
        x = size.width() - 150 + index * 21
        half = size.height() * height / 2
        middle = size.height() * 0.5
        painter.drawLine(QPointF(x, middle - half), QPointF(x, middle + half))


def _rings(painter: QPainter, size: QSizeF) -> None:
    """A breath from above."""
    center = QPointF(size.width() - 62, size.height() * 0.54)
    for radius in (14, 28, 42, 56):
        painter.drawEllipse(center, radius, radius)


def _waves(painter: QPainter, size: QSizeF) -> None:
    """Water coming in."""
    for index in range(3):
        _wave(painter, size, 0.62 + 0.17 * index, 7.0 - index, index * 1.1, 1.6)


def _swells(painter: QPainter, size: QSizeF) -> None:
    """One long line after the other, as attention goes through the body."""
    for index in range(4):
        _wave(painter, size, 0.3 + 0.18 * index, 4.0 + 2.5 * index, 2.4, 0.9)


def _light(painter: QPainter, size: QSizeF) -> None:
    """A quiet light low in the sky."""
    center = QPointF(size.width() - 80, size.height())
    for radius in (22, 40, 58, 76):
        painter.drawEllipse(center, radius, radius)


def _wave(  # noqa: PLR0917 -- numbers of one curve
    painter: QPainter, size: QSizeF, at: float, height: float, phase: float, turns: float
) -> None:
    path = QPainterPath()
    steps = 48
    for step in range(steps + 1):
        share = step / steps
        y = size.height() * at + height * sin(2 * pi * turns * share + phase)
        point = QPointF(size.width() * share, y)
        if step:
            path.lineTo(point)
        else:
            path.moveTo(point)
    painter.drawPath(path)


_PAINTERS = {
    Motif.BARS: _bars,
    Motif.RINGS: _rings,
    Motif.WAVES: _waves,
    Motif.SWELLS: _swells,
    Motif.LIGHT: _light,
}
