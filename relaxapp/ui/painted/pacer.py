"""The breathing pacer: an orb that fills and empties, a ring of the present phase, and its words."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QRadialGradient,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from relaxapp.ui.painted.layer import layer
from relaxapp.ui.painted.ring import WIDTH, Ring, is_small_step

if TYPE_CHECKING:
    from collections.abc import Callable

    from relaxapp.ui.theme import Theme

_FRAMES = 120
"""Sizes of the orb that are told apart: steps of about half a pixel, which no eye sees."""
_EMPTY = 0.46
"""The orb's radius when empty, as a share of the ring's."""
_FULL = 0.76
"""The orb's radius when full."""
_STILL = 0.62
"""The orb's radius where nothing may move."""
_STILL_TONE = 0.45
"""The opacity of a still orb when empty."""
_MARGIN = 6.0

_LIT = QColor("#d9fff3")
_BODY = QColor("#8fd3c1")
_SHADE = QColor("#3f838a")
_WORDS = QColor("#0f2a2e")


@dataclass(frozen=True, slots=True)
class Pace:
    """What the pacer shows at one moment.

    Attributes:
        fullness: how full the lungs are, 0 to 1, already eased.
        progress: how much of the phase is over, 0 to 1; None shows no ring.
        label: what to do, in a word or two; may be empty.
        count: a count under it; may be empty.
    """

    fullness: float
    progress: float | None = None
    label: str = ""
    count: str = ""


RESTING = Pace(fullness=0.0)
"""An orb that asks for nothing; as large as a breath begins and ends with, so that none jumps."""


class Pacer(QWidget):
    """Shows a `Pace`; every size of the orb is painted once and then only copied.

    Args:
        theme: what to paint with.
        still: the orb keeps its size and changes its tone instead.
        ground: gives what lies behind the pacer, as a picture of its size; with it the pacer covers
            its place, and what lies behind need not be painted with every frame.
        parent: as in Qt.
    """

    def __init__(
        self,
        theme: Theme,
        *,
        still: bool = False,
        ground: Callable[[QWidget], QPixmap] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._ground = ground
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent, ground is not None)
        self._theme = theme
        self._still = still
        self._pace = RESTING
        self._orbs: dict[int, QPixmap] = {}
        self._ring: Ring | None = None
        self._words: QPixmap | None = None
        self.setAccessibleName(self.tr("Breathing pacer"))

    @property
    def pace(self) -> Pace:
        """What is shown."""
        return self._pace

    def show_pace(self, pace: Pace) -> None:
        """Show another moment; costs nothing if it is the one that is shown."""
        before, self._pace = self._pace, pace
        if before == pace:
            return
        if (before.label, before.count) != (pace.label, pace.count):
            self._words = None
        if before.label != pace.label and pace.label:
            self.setAccessibleName(pace.label)
        if self._ring is not None and is_small_step(before.progress, pace.progress):
            assert before.progress is not None
            assert pace.progress is not None
            radius = max(self._radius_of(before), self._radius_of(pace)) + 2
            orb = _around(self._center(), radius).toAlignedRect()
            # One rectangle around both: Qt copies into a single one several times as fast.
            self.update(orb.united(self._ring.tip(before.progress, pace.progress)))
        else:
            self.update()

    def set_still(self, still: bool) -> None:  # noqa: FBT001 -- a setter in Qt's manner
        """Whether the orb keeps its size and changes its tone instead."""
        self._still = still
        self._orbs.clear()
        self.update()

    def radius(self) -> float:
        """The orb's radius now, in pixels."""
        return self._radius_of(self._pace)

    def forget(self) -> None:
        """Let go of every picture kept."""
        self._orbs.clear()
        self._ring = None
        self._words = None

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 -- Qt's name
        """Every picture has another size now."""
        super().resizeEvent(event)
        self.forget()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 -- Qt's name
        """Copy the backdrop with its ring, the orb and the words."""
        if self._ring is None:
            self._ring = Ring(
                self._paint_backdrop(), self._center(), self._ring_radius(), self._theme.calm
            )
        painter = QPainter(self)
        ratio = self.devicePixelRatioF()
        area = event.rect()
        source = QRect(area.topLeft() * ratio, area.size() * ratio)
        painter.drawPixmap(area, self._ring.picture(self._pace.progress), source)
        self._draw_orb(painter)
        if self._pace.label or self._pace.count:
            if self._words is None:
                self._words = self._paint_words()
            self._copy(painter, self._words)

    def _draw_orb(self, painter: QPainter) -> None:
        key = 0 if self._still else round(self._pace.fullness * _FRAMES)
        orb = self._orbs.get(key)
        if orb is None:
            orb = self._orbs[key] = self._paint_orb(self.radius())
        if self._still:
            painter.setOpacity(_STILL_TONE + (1 - _STILL_TONE) * self._pace.fullness)
        self._copy(painter, orb)
        painter.setOpacity(1.0)

    def _copy(self, painter: QPainter, picture: QPixmap) -> None:
        """Copy a picture to the middle, on whole pixels of the screen: between them is slow."""
        ratio = self.devicePixelRatioF()
        center = self._center()
        left = round(center.x() * ratio - picture.width() / 2) / ratio
        top = round(center.y() * ratio - picture.height() / 2) / ratio
        painter.drawPixmap(QPointF(left, top), picture)

    def _center(self) -> QPointF:
        return QPointF(self.width() / 2, self.height() / 2)

    def _radius_of(self, pace: Pace) -> float:
        share = _STILL if self._still else _EMPTY + (_FULL - _EMPTY) * pace.fullness
        return self._ring_radius() * share

    def _side(self) -> float:
        return float(min(self.width(), self.height()))

    def _ring_radius(self) -> float:
        return max(10.0, self._side() / 2 - _MARGIN)

    def _paint_orb(self, radius: float) -> QPixmap:
        side = 2.0 * ceil(radius + 1)
        center = QPointF(side / 2, side / 2)

        def paint(painter: QPainter) -> None:
            light = QRadialGradient(center - QPointF(radius * 0.3, radius * 0.4), radius * 1.5)
            light.setColorAt(0.0, _LIT)
            light.setColorAt(0.45, _BODY)
            light.setColorAt(1.0, _SHADE)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(light)
            painter.drawEllipse(center, radius, radius)

        return layer(QSizeF(side, side), self.devicePixelRatioF(), paint)

    def _paint_backdrop(self) -> QPixmap:
        """The ground if it is known, the soft light behind the orb, and the ring's track."""
        center = self._center()
        reach = self._ring_radius() - 2 * WIDTH

        def paint(painter: QPainter) -> None:
            light = QRadialGradient(center, reach)
            strength = 0.34 if self._theme.is_dark else 0.5
            for at, share in ((0.0, 1.0), (0.55, 1.0), (0.68, 0.6), (0.84, 0.18), (1.0, 0.0)):
                light.setColorAt(at, _transparent(_BODY, strength * share))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(light)
            painter.drawEllipse(center, reach, reach)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.line, WIDTH))
            painter.drawEllipse(center, self._ring_radius(), self._ring_radius())

        if self._ground is None:
            return layer(QSizeF(self.size()), self.devicePixelRatioF(), paint)
        ground = self._ground(self)
        painter = QPainter(ground)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint(painter)
        painter.end()
        return ground

    def _paint_words(self) -> QPixmap:
        ring = self._ring_radius()
        label_px = max(14, round(ring * 0.128))
        count_px = max(12, round(ring * 0.085))
        size = QSizeF(2 * ring * _FULL, label_px * 1.3 + count_px * 1.7)

        def paint(painter: QPainter) -> None:
            painter.setPen(_WORDS)
            painter.setFont(self._theme.font(label_px, QFont.Weight.DemiBold))
            middle = Qt.AlignmentFlag.AlignCenter
            label_height = label_px * 1.3
            if not self._pace.count:
                painter.drawText(QRectF(QPointF(0, 0), size), middle, self._pace.label)
                return
            painter.drawText(
                QRectF(0, count_px * 0.2, size.width(), label_height), middle, self._pace.label
            )
            painter.setFont(self._theme.font(count_px))
            painter.drawText(
                QRectF(0, label_height + count_px * 0.2, size.width(), count_px * 1.3),
                middle,
                self._pace.count,
            )

        return layer(size, self.devicePixelRatioF(), paint)


def _around(center: QPointF, radius: float) -> QRectF:
    return QRectF(center.x() - radius, center.y() - radius, 2 * radius, 2 * radius)


def _transparent(color: QColor, alpha: float) -> QColor:
    faded = QColor(color)
    faded.setAlphaF(alpha)
    return faded
