"""The pacer as a line of the breath that has been and is to come, with a point that rides on it."""

from __future__ import annotations

from bisect import bisect_right
from operator import attrgetter
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QLinearGradient,
    QPainter,
    QPainterPath,
    QPen,
    QPixmap,
    QRadialGradient,
)

from relaxapp.ui.painted.pacer import BODY, LIT, SHADE, Pacer, around
from relaxapp.ui.painted.track import WIDTH, level
from relaxapp.ui.theme import faded, mixed

if TYPE_CHECKING:
    from relaxapp.ui.painted.pace import Course, Pace

AHEAD_SECONDS = 7.0
"""How much of the breath to come is seen, and as much of the one gone by."""
_TILE_SECONDS = 4
_TILES_KEPT = 8
_WIDEST = 860.0
_FADES = 5
"""Steps in which the line fades out at either side."""
_SHARE = 0.6
"""How high the band is in which the line moves, as a share of the height there is."""
_LOW_SHARE = 0.8
"""The same where the words stand beside it."""
_SAMPLE = 3.0
"""Pixels between two points of the line."""

_start = attrgetter("start")


class Wave(Pacer):
    """Moves the line of the breath through the middle, so that what comes is seen.

    The line is painted in pieces of some seconds, which are kept and copied. Where nothing may
    move, the point rests on a level line and changes its tone.
    """

    _course: Course = ()

    def show_course(self, course: Course) -> None:
        """Know the breath of the whole session."""
        if course != self._course:
            self._course = course
            self._tiles.clear()
            self.update()

    def forget(self) -> None:
        """Let go of every picture kept, or have none to begin with."""
        super().forget()
        self._tiles: dict[tuple[int, bool], QPixmap] = {}
        self._point: QPixmap | None = None
        self._band: QRectF | None = None

    def fullness_at(self, seconds: float) -> float:
        """How full the lungs are at a second of the course; empty outside of it."""
        index = bisect_right(self._course, seconds, key=_start) - 1
        if index < 0 or seconds > self._course[index].end:
            return 0.0
        return self._course[index].fullness(seconds)

    def point(self) -> QPointF:
        """Where the point is."""
        return self._point_of(self._pace)

    def band(self) -> QRectF:
        """Where the line moves, on whole pixels."""
        if self._band is None:
            self._band = self._laid_out()
        return self._band

    def _laid_out(self) -> QRectF:
        room = self._room()
        width = min(room.width() - 2.0, _WIDEST)
        width -= width % 2
        height = round(room.height() * (_LOW_SHARE if self._is_low() else _SHARE))
        return QRectF(round(room.center().x() - width / 2), 4, width, height)

    def _point_of(self, pace: Pace) -> QPointF:
        band = self.band()
        fullness = 0.5 if self._still else pace.fullness
        return QPointF(band.center().x(), self._y(fullness) + band.top())

    def _y(self, fullness: float) -> float:
        """How far down in the band the line is."""
        height, air = self.band().height(), self._radius() * 2.2
        return float(height - air - (height - 2 * air) * fullness)

    def _radius(self) -> float:
        return max(7.0, self._side() * 0.034)

    def _scale(self) -> float:
        """Pixels a second."""
        return float(self.band().width() / (2 * AHEAD_SECONDS))

    def _track_path(self) -> QPainterPath:
        band = self.band()
        return level(QPointF(band.center().x(), band.bottom() + 12), min(240.0, band.width() * 0.5))

    def _paint_behind(self, painter: QPainter) -> None:
        """The line under the words' place; where nothing may move, a level line as well."""
        pen = QPen(self._theme.line, WIDTH, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawPath(self._track_path())
        if self._still:
            band, middle = self.band(), self._point_of(self._pace)
            slope = QLinearGradient(QPointF(band.left(), 0), QPointF(band.right(), 0))
            for at, alpha in ((0.0, 0.0), (0.25, 0.6), (0.75, 0.6), (1.0, 0.0)):
                slope.setColorAt(at, faded(self._breath_color(), alpha))
            painter.setPen(QPen(slope, WIDTH))
            painter.drawLine(QPointF(band.left(), middle.y()), QPointF(band.right(), middle.y()))

    def _paint_breath(self, painter: QPainter) -> None:
        if not self._still:
            self._paint_line(painter)
        if self._point is None:
            self._point = self._paint_point()
        if self._still:
            painter.setOpacity(self._tone())
        self._copy(painter, self._point, self.point())
        painter.setOpacity(1.0)

    def _paint_line(self, painter: QPainter) -> None:
        band, scale = self.band(), self._scale()
        half = band.width() / 2
        # Whole pixels: a picture copied between them is blurred, and slow.
        now = round(self._pace.seconds * scale)
        fade = half / 3 / _FADES
        begin = half - fade * _FADES
        steps = [(0.0, begin, 1.0)]
        for step in range(_FADES):
            opacity = 1 - (step + 0.5) / _FADES
            steps.append((begin + fade * step, begin + fade * (step + 1), opacity))
        for left, right, opacity in steps:
            painter.setOpacity(opacity)
            self._copy_line(painter, now, round(left), round(right), past=False)
            self._copy_line(painter, now, -round(right), -round(left), past=True)
        painter.setOpacity(1.0)

    def _copy_line(self, painter: QPainter, now: int, left: int, right: int, *, past: bool) -> None:
        """Copy the line between two places, in pixels from the present moment."""
        band = self.band()
        ratio = self.devicePixelRatioF()
        tile_width = self._tile_width()
        begin, end = now + left, now + right
        while begin < end:
            index = begin // tile_width
            until = min(end, (index + 1) * tile_width)
            source = QRectF(
                (begin - index * tile_width) * ratio,
                0,
                (until - begin) * ratio,
                band.height() * ratio,
            )
            x = band.center().x() + begin - now
            target = QRectF(x, band.top(), until - begin, band.height())
            painter.drawPixmap(target, self._tile(index, past=past), source)
            begin = until

    def _moved(self, _before: Pace, _now: Pace) -> QRect:
        if self._still:
            return around(self.point(), self._radius() * 2.4).toAlignedRect()
        return self.band().toAlignedRect()

    def _low_width(self) -> int:
        return round(self.width() * 0.5)

    def _words_place(self) -> QRectF:
        top = self.band().bottom() + 24
        width = min(float(self.width()), max(self._side() * 0.9, 200.0))
        return QRectF((self.width() - width) / 2, top, width, max(1.0, self.height() - top))

    def _tile_width(self) -> int:
        return max(1, round(self._scale() * _TILE_SECONDS))

    def _tile(self, index: int, *, past: bool) -> QPixmap:
        tile = self._tiles.get((index, past))
        if tile is None:
            while len(self._tiles) >= 2 * _TILES_KEPT:
                del self._tiles[next(iter(self._tiles))]
            tile = self._tiles[index, past] = self._paint_tile(index, past=past)
        return tile

    def _paint_tile(self, index: int, *, past: bool) -> QPixmap:
        width, height = self._tile_width(), self.band().height()
        scale = self._scale()

        def paint(painter: QPainter) -> None:
            line = QPainterPath()
            x = -2 * _SAMPLE
            while x <= width + 2 * _SAMPLE:
                place = QPointF(x, self._y(self.fullness_at((index * width + x) / scale)))
                if line.elementCount():
                    line.lineTo(place)
                else:
                    line.moveTo(place)
                x += _SAMPLE
            under = QPainterPath(line)
            under.lineTo(line.currentPosition().x(), height)
            under.lineTo(-2 * _SAMPLE, height)
            under.closeSubpath()
            color = self._breath_color()
            slope = QLinearGradient(QPointF(0, self._y(1.0)), QPointF(0, height))
            slope.setColorAt(0.0, faded(color, 0.34 if past else 0.1))
            slope.setColorAt(1.0, faded(color, 0.0))
            painter.fillPath(under, slope)
            thin = color if past else mixed(color, self._theme.ground_bottom, 0.5)
            painter.setPen(QPen(thin, 4.0 if past else 3.0))
            painter.drawPath(line)

        return self._layer(QSizeF(width, height), paint)

    def _breath_color(self) -> QColor:
        return BODY if self._theme.is_dark else self._theme.calm

    def _paint_point(self) -> QPixmap:
        radius = self._radius()
        side = radius * 4.8
        center = QPointF(side / 2, side / 2)

        def paint(painter: QPainter) -> None:
            painter.setPen(Qt.PenStyle.NoPen)
            halo = QRadialGradient(center, side / 2)
            for at, alpha in ((0.0, 0.6), (0.4, 0.45), (0.7, 0.14), (1.0, 0.0)):
                halo.setColorAt(at, faded(BODY, alpha))
            painter.setBrush(halo)
            painter.drawEllipse(center, side / 2, side / 2)
            light = QRadialGradient(center - QPointF(radius * 0.3, radius * 0.4), radius * 1.5)
            for at, color in ((0.0, LIT), (0.5, BODY), (1.0, SHADE)):
                light.setColorAt(at, color)
            painter.setBrush(light)
            painter.drawEllipse(center, radius, radius)

        return self._layer(QSizeF(side, side), paint)
