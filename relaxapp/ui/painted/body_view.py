"""One view of the body figure: the figure and its areas as pictures kept for copying."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QPainter,
    QPainterPath,
    QPen,
    QPixmap,
    QRadialGradient,
    QTransform,
)

from relaxapp.ui.painted.figure import SPOTS, Spot
from relaxapp.ui.painted.figure_paint import FigurePaint
from relaxapp.ui.painted.layer import layer
from relaxapp.ui.theme import Theme, mixed

if TYPE_CHECKING:
    from relaxapp.script.body import Area
    from relaxapp.ui.painted.scan import Light

_WARM_REACH = 1.75
"""How far a tense area shines beyond its spot, as a share of its radii."""
_LIGHT_REACH = 14.0
"""How far the light of attention reaches, in the figure's units."""
_SOFT = 1.22
"""A spot fades out at this share of its radii, so that neighbours flow into each other."""
_DOT_STEP_PX = 5.0
_DOT_PX = 1.3
_DOT_ROWS = 0.866
"""Dots are no closer and no smaller than this; rows lie so much closer that each has six neighbours."""
_POINTING_REACH = 1.5
"""How far from a spot, in its radii, pointing still means it."""


class Tone(Enum):
    """What an area's picture shows."""

    WARM = auto()
    CALM = auto()
    LIT = auto()
    """Pointed at."""
    LEFT_OUT = auto()
    IMAGINED = auto()
    DOTTED = auto()


@dataclass(frozen=True, slots=True)
class _Patch:
    corner: QPointF
    picture: QPixmap


class BodyView:
    """The figure at one scale and place in a widget.

    Args:
        theme: what to paint with.
        scale: pixels a figure's unit.
        origin: where in the widget the figure's crown is.
        frame: the round window through which it is seen; None for the whole figure.
    """

    def __init__(
        self, theme: Theme, scale: float, origin: QPointF, frame: QRectF | None = None
    ) -> None:
        self._theme = theme
        self._scale = scale
        self._frame = frame
        self._to_widget = QTransform().translate(origin.x(), origin.y()).scale(scale, scale)
        self._to_figure = self._to_widget.inverted()[0]
        self._paint = FigurePaint(theme, self._to_widget, frame)
        self._outline = self._paint.outline
        self._figure: QPixmap | None = None
        self._patches: dict[tuple[Area, Tone], _Patch] = {}
        self._reaches: dict[Area, QRectF] = {}
        self._light: QPixmap | None = None

    def draw_figure(self, painter: QPainter, size: QSizeF, place: QRect) -> None:
        """Draw a part of the figure with nothing marked, in a widget of a size."""
        ratio = painter.device().devicePixelRatioF()
        if self._figure is None:
            self._figure = layer(size, ratio, self._paint.paint)
        source = QRectF(QPointF(place.topLeft()) * ratio, QSizeF(place.size()) * ratio)
        painter.drawPixmap(QRectF(place), self._figure, source)

    def draw_light(self, painter: QPainter, light: Light) -> None:
        """Draw a soft light on the figure."""
        reach = self.light_reach(light)
        if self._light is None:
            self._light = layer(
                reach.size(),
                painter.device().devicePixelRatioF(),
                lambda on: self._paint.paint_light(on, reach.width() / 2),
            )
        painter.setOpacity(min(max(light.strength, 0.0), 1.0))
        painter.drawPixmap(reach.topLeft(), self._light)
        painter.setOpacity(1.0)

    def light_reach(self, light: Light) -> QRectF:
        """How far a light reaches in the widget, on whole pixels."""
        middle = self._to_widget.map(QPointF(light.x, light.y)).toPoint()
        radius = max(6, round(_LIGHT_REACH * self._scale))
        return QRectF(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius)

    def reach(self, area: Area) -> QRectF:
        """How far an area shines in the widget in any tone, on whole pixels."""
        reach = self._reaches.get(area)
        if reach is None:
            reach = QRectF()
            for spot in SPOTS[area]:
                reach = reach.united(self._shape(spot, _WARM_REACH).boundingRect())
            reach = self._reaches[area] = reach.adjusted(-2, -2, 2, 2).toAlignedRect().toRectF()
        return reach

    def draw_area(self, painter: QPainter, area: Area, tone: Tone, strength: float) -> None:
        """Draw one area in a tone; strength 0 to 1 is how opaque."""
        if strength <= 0 or not self.shows(area):
            return
        patch = self._patches.get((area, tone))
        if patch is None:
            ratio = painter.device().devicePixelRatioF()
            patch = self._patches[area, tone] = self._patch(area, tone, ratio)
        painter.setOpacity(min(strength, 1.0))
        painter.drawPixmap(patch.corner, patch.picture)
        painter.setOpacity(1.0)

    def shows(self, area: Area) -> bool:
        """Whether an area lies in the window."""
        return self._frame is None or self.bounds(area).intersects(
            self._frame.adjusted(20, 20, -20, -20)
        )

    def bounds(self, area: Area) -> QRectF:
        """The rectangle around an area, in the widget."""
        bounds = QRectF()
        for spot in SPOTS[area]:
            bounds = bounds.united(self._shape(spot, 1.0).boundingRect())
        return bounds

    def shape(self, area: Area) -> QPainterPath:
        """The outline of an area, in the widget."""
        path = QPainterPath()
        for spot in SPOTS[area]:
            path.addPath(self._shape(spot, 1.0))
        return path

    def area_at(self, point: QPointF) -> Area | None:
        """The area a point in the widget means; None away from the figure."""
        if self._frame is not None and not self._frame.contains(point):
            return None
        place = self._to_figure.map(point)
        distance, area = min(
            (min(_distance(spot, place) for spot in spots), area) for area, spots in SPOTS.items()
        )
        if distance <= 1 or (distance <= _POINTING_REACH and self._outline.contains(point)):
            return area
        return None

    def _shape(self, spot: Spot, share: float) -> QPainterPath:
        path = QPainterPath()
        path.addEllipse(QPointF(0, 0), spot.radius_x * share, spot.radius_y * share)
        return self._to_widget.map(_to_spot(spot).map(path))

    def _patch(self, area: Area, tone: Tone, ratio: float) -> _Patch:
        reach = _WARM_REACH if tone is Tone.WARM else _SOFT
        bounds = QRectF()
        for spot in SPOTS[area]:
            bounds = bounds.united(self._shape(spot, reach).boundingRect())
        bounds = bounds.toAlignedRect().toRectF()

        def paint(painter: QPainter) -> None:
            painter.translate(-bounds.topLeft())
            if self._frame is not None:
                window = QPainterPath()
                window.addEllipse(self._frame.adjusted(1, 1, -1, -1))
                painter.setClipPath(window)
            painter.setPen(Qt.PenStyle.NoPen)
            if tone is Tone.LEFT_OUT:
                self._paint_hatching(painter, area)
                return
            if tone is Tone.IMAGINED:
                self._paint_dashes(painter, area)
                return
            if tone is Tone.DOTTED:
                self._paint_dots(painter, area)
                return
            color = {
                Tone.WARM: self._theme.warm if self._theme.is_dark else QColor("#e08a55"),
                Tone.CALM: self._theme.calm if self._theme.is_dark else QColor("#5fb39f"),
                Tone.LIT: QColor("#ffffff"),
            }[tone]
            if tone is Tone.WARM:
                for spot in SPOTS[area]:
                    self._paint_spot(
                        painter, spot, color, ((0.0, 0.42), (0.5, 0.22), (1.0, 0.0)), _WARM_REACH
                    )
            painter.setClipPath(self._outline, Qt.ClipOperation.IntersectClip)
            for spot in SPOTS[area]:
                self._paint_spot(
                    painter, spot, color, ((0.0, 0.95), (0.62, 0.9), (1.0, 0.0)), _SOFT
                )

        return _Patch(bounds.topLeft(), layer(bounds.size(), ratio, paint))

    def _paint_spot(
        self,
        painter: QPainter,
        spot: Spot,
        color: QColor,
        stops: tuple[tuple[float, float], ...],
        reach: float,
    ) -> None:
        painter.save()
        painter.setTransform(_to_spot(spot) * self._to_widget, combine=True)
        painter.scale(spot.radius_x * reach, spot.radius_y * reach)
        light = QRadialGradient(QPointF(0, 0), 1.0)
        for at, alpha in stops:
            shade = QColor(color)
            shade.setAlphaF(alpha)
            light.setColorAt(at, shade)
        painter.setBrush(light)
        painter.drawEllipse(QPointF(0, 0), 1.0, 1.0)
        painter.restore()

    def _paint_dashes(self, painter: QPainter, area: Area) -> None:
        """A dashed line around: this area is tensed in the mind alone."""
        inside = QPainterPath()
        for spot in SPOTS[area]:
            inside = inside.united(self._shape(spot, 1.0))
        warm = self._theme.warm
        fill = QColor(warm)
        fill.setAlphaF(0.16)
        shape = inside.intersected(self._outline)
        painter.fillPath(shape, fill)
        pen = QPen(warm, max(1.4, 0.62 * self._scale))
        pen.setDashPattern([3.0, 2.6])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(pen)
        painter.drawPath(shape)

    def _paint_dots(self, painter: QPainter, area: Area) -> None:
        """Dots in rows, one of them in the middle of each spot, so that the smallest has one."""
        painter.setBrush(self._theme.text)
        step, radius = max(_DOT_STEP_PX, 3.4 * self._scale), max(_DOT_PX, 0.8 * self._scale)
        for spot in SPOTS[area]:
            shape = self._shape(spot, 1.0).intersected(self._outline)
            bounds = shape.boundingRect()
            middle = bounds.center()
            across, down = ceil(bounds.width() / step), ceil(bounds.height() / step)
            for row in range(-down, down + 1):
                for column in range(-across, across + 1):
                    # Every other row stands between the dots of its neighbours.
                    at = middle + QPointF((column + row % 2 / 2) * step, row * step * _DOT_ROWS)
                    if shape.contains(at):
                        painter.drawEllipse(at, radius, radius)

    def _paint_hatching(self, painter: QPainter, area: Area) -> None:
        """Slanting lines: this area is left out."""
        shape = self.shape(area).intersected(self._outline)
        painter.setClipPath(shape, Qt.ClipOperation.IntersectClip)
        painter.setPen(QPen(mixed(self._theme.body_bottom, self._theme.text, 0.45), 1.4))
        bounds = shape.boundingRect()
        step = 6.0
        at = bounds.left() - bounds.height()
        while at < bounds.right():
            painter.drawLine(
                QPointF(at, bounds.bottom()), QPointF(at + bounds.height(), bounds.top())
            )
            at += step


def _to_spot(spot: Spot) -> QTransform:
    return QTransform().translate(spot.x, spot.y).rotate(spot.degrees)


def _distance(spot: Spot, place: QPointF) -> float:
    """How far a place is from the middle of a spot, in its radii."""
    local = _to_spot(spot).inverted()[0].map(place)
    x, y = local.x() / spot.radius_x, local.y() / spot.radius_y
    return float((x * x + y * y) ** 0.5)
