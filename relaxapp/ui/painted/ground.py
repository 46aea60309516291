"""The ground everything lies on: a deep gradient with a faint light from the lower right."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QImage,
    QLinearGradient,
    QPainter,
    QPaintEvent,
    QPixmap,
    QRadialGradient,
    qRgba,
)
from PySide6.QtWidgets import QWidget

from relaxapp.ui.theme import faded

if TYPE_CHECKING:
    from relaxapp.ui.theme import Theme

_GRAIN_SIDE = 256


class Ground(QWidget):
    """A widget that paints the ground behind its children, from a picture made once per size."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._picture = QPixmap()
        self._tint = QColor(Qt.GlobalColor.transparent)

    @property
    def tint(self) -> QColor:
        """What lies over the ground, and under its children; transparent for nothing."""
        return self._tint

    def set_tint(self, tint: QColor) -> None:
        """Let a thin colour lie over the ground; costs nothing if it is the one that does."""
        if tint != self._tint:
            self._tint = tint
            self.update()

    def behind(self, widget: QWidget) -> QPixmap:
        """The ground behind a widget that lies on it, without its tint, in the widget's size."""
        ratio = self.devicePixelRatioF()
        corner = widget.mapTo(self, QPoint(0, 0))
        return self._whole().copy(QRect(corner * ratio, widget.size() * ratio))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 -- Qt's name
        """Paint what the event asks for."""
        ratio = self.devicePixelRatioF()
        area = event.rect()
        source = QRect(area.topLeft() * ratio, area.size() * ratio)
        painter = QPainter(self)
        painter.drawPixmap(area, self._whole(), source)
        if self._tint.alpha():
            painter.fillRect(area, self._tint)

    def _whole(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        size = self.size() * ratio
        if self._picture.size() != size:
            self._picture = ground_picture(self._theme, size)
            self._picture.setDevicePixelRatio(ratio)
        return self._picture


def ground_picture(theme: Theme, size: QSize) -> QPixmap:
    """The ground as a picture of a size in pixels."""
    picture = QPixmap(size)
    width, height = float(size.width()), float(size.height())
    painter = QPainter(picture)
    slope = QLinearGradient(QPointF(0, 0), QPointF(width * 0.45, height))
    slope.setColorAt(0.0, theme.ground_top)
    slope.setColorAt(1.0, theme.ground_bottom)
    painter.fillRect(picture.rect(), slope)
    light = QRadialGradient(QPointF(width * 0.8, height * 1.02), max(width * 0.62, height * 0.9))
    light.setColorAt(0.0, theme.glow)
    light.setColorAt(0.45, faded(theme.glow, 0.5))
    light.setColorAt(1.0, faded(theme.glow, 0.0))
    painter.fillRect(picture.rect(), light)
    painter.drawTiledPixmap(picture.rect(), grain())
    painter.end()
    return picture


def grain() -> QPixmap:
    """A tile of faint noise, which keeps slow gradients from showing in bands."""
    speckles = QImage(
        Random(1).randbytes(_GRAIN_SIDE * _GRAIN_SIDE),  # noqa: S311 -- a pattern, not a secret
        _GRAIN_SIDE,
        _GRAIN_SIDE,
        _GRAIN_SIDE,
        QImage.Format.Format_Indexed8,
    )
    darker = [qRgba(0, 0, 0, value // 43) for value in range(128)]
    lighter = [qRgba(255, 255, 255, value // 43) for value in range(128)]
    speckles.setColorTable(darker + lighter)
    return QPixmap.fromImage(speckles)
