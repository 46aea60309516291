"""Small pictures of the forms a breathing pacer can have."""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Literal, TypeAlias

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPen

from relaxapp.ui.painted.layer import layer

if TYPE_CHECKING:
    from relaxapp.ui.theme import Theme

_Paint: TypeAlias = Callable[[QPainter, QColor, QRectF], None]
_RATIOS = (1, 2)
"""The pixel ratios of screens that a picture is painted for."""
_POINTS = 24


def pacer_sketch(
    form: Literal["orb", "bar", "wave", "square"], theme: Theme, height: int
) -> tuple[QIcon, QSize]:
    """A picture for a button, in another colour while the button is checked, and its size.

    Args:
        form: what is painted.
        theme: the colours.
        height: in device-independent pixels; the picture is half as wide again.
    """
    paint = {"orb": _orb, "bar": _bar, "wave": _wave, "square": _square}[form]
    size = QSizeF(round(height * 1.5), height)
    icon = QIcon()
    for color, state in ((theme.calm, QIcon.State.Off), (theme.on_accent, QIcon.State.On)):
        for ratio in _RATIOS:
            picture = layer(size, ratio, partial(_framed, paint, color, size))
            icon.addPixmap(picture, QIcon.Mode.Normal, state)
    return icon, size.toSize()


def _framed(paint: _Paint, color: QColor, size: QSizeF, painter: QPainter) -> None:
    painter.setPen(QPen(color, size.height() / 14))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    side = size.height()
    paint(painter, color, QRectF((size.width() - side) / 2, 0, side, side))


def _orb(painter: QPainter, color: QColor, place: QRectF) -> None:
    inset = place.height() * 0.06
    painter.drawEllipse(place.adjusted(inset, inset, -inset, -inset))
    _fill(painter, color)
    painter.drawEllipse(place.center(), place.height() * 0.27, place.height() * 0.27)


def _bar(painter: QPainter, color: QColor, place: QRectF) -> None:
    width = place.width() * 0.36
    tube = QRectF(place.center().x() - width / 2, place.top() + 1, width, place.height() - 2)
    painter.drawRoundedRect(tube, width / 2, width / 2)
    _fill(painter, color)
    inset = width * 0.24
    filled = tube.adjusted(inset, place.height() * 0.4, -inset, -inset)
    painter.drawRoundedRect(filled, filled.width() / 2, filled.width() / 2)


def _wave(painter: QPainter, color: QColor, place: QRectF) -> None:
    wide = place.adjusted(-place.width() * 0.08, 0, place.width() * 0.08, 0)
    path = QPainterPath()
    for point in range(_POINTS + 1):
        at = point / _POINTS
        spot = QPointF(
            wide.left() + at * wide.width(),
            wide.center().y() + 0.3 * wide.height() * math.cos(at * 3 * math.pi),
        )
        path.lineTo(spot) if point else path.moveTo(spot)
    painter.drawPath(path)
    _fill(painter, color)
    crest = QPointF(wide.left() + wide.width() / 3, wide.center().y() - 0.3 * wide.height())
    painter.drawEllipse(crest, wide.height() * 0.13, wide.height() * 0.13)


def _square(painter: QPainter, color: QColor, place: QRectF) -> None:
    inset = place.height() * 0.14
    side = place.adjusted(inset, inset, -inset, -inset)
    painter.drawRoundedRect(side, inset, inset)
    _fill(painter, color)
    painter.drawEllipse(
        QPointF(side.left() + side.width() * 0.62, side.top()), inset * 0.95, inset * 0.95
    )


def _fill(painter: QPainter, color: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
