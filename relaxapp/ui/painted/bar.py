"""The pacer as a tall bar that fills and empties, with its words below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPainterPath, QPen, QPixmap

from relaxapp.ui.painted.layer import glow
from relaxapp.ui.painted.pacer import BODY, LIT, SHADE, Pacer
from relaxapp.ui.painted.track import WIDTH, level
from relaxapp.ui.theme import faded

if TYPE_CHECKING:
    from relaxapp.ui.painted.pace import Pace

_SHARE = 0.68
"""The bar's height, as a share of the height there is."""
_LOW_SHARE = 0.8
"""The same where its words stand beside it."""
_SLIM = 0.34
"""Its width, as a share of its height."""
_SOFT = 0.12
"""How high the soft edge of what fills it is, as a share of its height."""
_TOP = 0.05
"""Room above it for its light, as a share of the height there is."""


class Bar(Pacer):
    """Fills from below as the lungs do; its edge is soft."""

    def forget(self) -> None:
        """Let go of every picture kept, or have none to begin with."""
        super().forget()
        self._box: QRectF | None = None
        self._full: QPixmap | None = None
        self._edge: QPixmap | None = None

    def box(self) -> QRectF:
        """The bar, in the widget, on whole pixels."""
        if self._box is None:
            self._box = self._laid_out()
        return self._box

    def _laid_out(self) -> QRectF:
        room = self._room()
        height = round(room.height() * (_LOW_SHARE if self._is_low() else _SHARE))
        width = round(height * _SLIM)
        left = round(room.center().x() - width / 2)
        return QRectF(left, round(room.height() * _TOP), width, height)

    def surface(self) -> int:
        """How far down in the widget the breath reaches, in pixels."""
        return self._surface_of(self._pace)

    def _surface_of(self, pace: Pace) -> int:
        """Within the straight part of the bar: its round ends are never cut."""
        box, round_end = self.box(), self._radius()
        low, high = box.bottom() - round_end, box.top() + round_end
        return round(low + (high - low) * pace.fullness)

    def _radius(self) -> float:
        return self.box().width() * 0.32

    def _soft(self) -> int:
        return round(self.box().height() * _SOFT)

    def _shape(self) -> QPainterPath:
        path = QPainterPath()
        path.addRoundedRect(self.box(), self._radius(), self._radius())
        return path

    def _track_path(self) -> QPainterPath:
        box = self.box()
        return level(
            QPointF(box.center().x(), box.bottom() + self.height() * 0.035), box.width() * 1.4
        )

    def _paint_behind(self, painter: QPainter) -> None:
        """A soft light around the empty bar, and the line under it."""
        theme = self._theme
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        light = faded(BODY, 0.2 if theme.is_dark else 0.3)
        size = QSizeF(self.size())
        reach = self.height() * _TOP * 0.9
        painter.drawImage(QRectF(QPointF(0, 0), size), glow(self._shape(), size, light, reach))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.raised if theme.is_dark else theme.card)
        painter.drawPath(self._shape())
        painter.setPen(QPen(theme.line, WIDTH, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawPath(self._track_path())

    def _paint_breath(self, painter: QPainter) -> None:
        box = self.box()
        if self._full is None or self._edge is None:
            self._full, self._edge = self._paint_full(), self._paint_edge()
        ratio = self.devicePixelRatioF()
        if self._still:
            painter.setOpacity(self._tone())
            painter.drawPixmap(box.topLeft(), self._full)
            painter.setOpacity(1.0)
            return
        surface = self.surface()
        soft = min(self._soft(), surface - round(box.top()))
        filled = QRectF(box.left(), surface, box.width(), box.bottom() - surface)
        source = QRectF(
            0, (surface - box.top()) * ratio, filled.width() * ratio, filled.height() * ratio
        )
        painter.drawPixmap(filled, self._full, source)
        if soft > 0:
            painter.drawPixmap(QPointF(box.left(), surface - self._soft()), self._edge)

    def _moved(self, before: Pace, now: Pace) -> QRect:
        box = self.box().toAlignedRect()
        if self._still:
            return box
        high, low = sorted((self._surface_of(before), self._surface_of(now)))
        top = high - self._soft() - 1
        return QRect(box.left(), top, box.width(), low - top + 1)

    def _low_width(self) -> int:
        return round(self.height() * 0.6)

    def _words_place(self) -> QRectF:
        top = self.box().bottom() + self.height() * 0.05
        width = min(float(self.width()), self._side() * 0.9)
        return QRectF((self.width() - width) / 2, top, width, max(1.0, self.height() - top))

    def _slope(self) -> QLinearGradient:
        """Lit from the left, as a glass is."""
        slope = QLinearGradient(QPointF(0, 0), QPointF(self.box().width(), 0))
        for at, color in ((0.0, BODY), (0.3, LIT), (0.62, BODY), (1.0, SHADE)):
            slope.setColorAt(at, color)
        return slope

    def _paint_full(self) -> QPixmap:
        box = self.box()

        def paint(painter: QPainter) -> None:
            painter.translate(-box.topLeft())
            painter.setClipPath(self._shape())
            painter.translate(box.topLeft())
            painter.fillRect(QRectF(QPointF(0, 0), box.size()), self._slope())

        return self._layer(box.size(), paint)

    def _paint_edge(self) -> QPixmap:
        """What lies over the surface: the same colours, coming out of nothing."""
        size = QSizeF(self.box().width(), max(1, self._soft()))

        def paint(painter: QPainter) -> None:
            area = QRectF(QPointF(0, 0), size)
            painter.fillRect(area, self._slope())
            veil = QLinearGradient(QPointF(0, 0), QPointF(0, size.height()))
            for at, alpha in ((0.0, 0.0), (0.35, 0.12), (0.7, 0.55), (1.0, 1.0)):
                veil.setColorAt(at, faded(QColor("#000000"), alpha))
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationIn)
            painter.fillRect(area, veil)

        return self._layer(size, paint)
