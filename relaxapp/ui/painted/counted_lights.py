"""A few soft dots beside each other, each of which lights up slowly."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap, QRadialGradient, QResizeEvent
from PySide6.QtWidgets import QWidget

from relaxapp.ui.painted.layer import layer
from relaxapp.ui.painted.pacer import BODY, LIT, SHADE
from relaxapp.ui.theme import faded

if TYPE_CHECKING:
    from relaxapp.ui.theme import Theme

_STEPS = 120
"""Strengths of a light that are told apart."""
_MOST_IN_ROW = 8
_PITCH = 3.4
"""From one dot to the next, in radii."""
_REACH = 2.2
"""How far a light shines, in radii."""
_LARGEST_PX = 34.0
_SHARE_OF_HEIGHT = 0.16
_DARK = 0.55
"""How opaque a dot is that is not lit."""


class CountedLights(QWidget):
    """Shows lights by their strengths; a dot that is not lit is faintly there."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._lights: tuple[float, ...] = ()
        self._dark: QPixmap | None = None
        self._lit: QPixmap | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    @property
    def lights(self) -> tuple[float, ...]:
        """The strengths shown, 0 to 1, in steps that no eye sees."""
        return self._lights

    def show_lights(self, lights: tuple[float, ...]) -> None:
        """Show so many lights, each from 0 to 1; costs nothing where no step is taken."""
        steps = tuple(round(each * _STEPS) / _STEPS for each in lights)
        if steps == self._lights:
            return
        before, self._lights = self._lights, steps
        if len(before) != len(steps):
            self._forget()
            lit = sum(1 for each in steps if each >= 1)
            self.setAccessibleName(
                self.tr("{lit} of {count} lights")
                .replace("{lit}", str(lit))
                .replace("{count}", str(len(steps)))
            )
            self.update()
            return
        for index, (old, new) in enumerate(zip(before, steps, strict=True)):
            if old != new:
                self.update(self._place(index).toAlignedRect())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 -- Qt's name
        """Every picture has another size now."""
        super().resizeEvent(event)
        self._forget()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 -- Qt's name
        """Copy each dot, and its light over it."""
        size = self._place(0).size()
        ratio = self.devicePixelRatioF()
        if self._dark is None or self._lit is None:
            self._dark = layer(size, ratio, self._paint_dark)
            self._lit = layer(size, ratio, self._paint_lit)
        painter = QPainter(self)
        area = QRectF(event.rect())
        for index, strength in enumerate(self._lights):
            place = self._place(index)
            if not place.intersects(area):
                continue
            painter.setOpacity(1.0)
            painter.drawPixmap(place.topLeft(), self._dark)
            if strength:
                painter.setOpacity(strength)
                painter.drawPixmap(place.topLeft(), self._lit)

    def _forget(self) -> None:
        self._dark = self._lit = None

    def _rows(self) -> list[int]:
        """How many dots are in each row: about equally many."""
        count = max(1, len(self._lights))
        rows = -(-count // _MOST_IN_ROW)
        return [count // rows + (row < count % rows) for row in range(rows)]

    def _radius(self) -> float:
        rows = self._rows()
        by_width = self.width() / (_PITCH * (max(rows) + 0.4))
        by_height = self.height() / (_PITCH * (len(rows) + 0.4))
        return max(2.0, min(_LARGEST_PX, self.height() * _SHARE_OF_HEIGHT, by_width, by_height))

    def _place(self, index: int) -> QRectF:
        """The square that a dot with its light takes, on whole pixels."""
        rows = self._rows()
        row = 0
        while row < len(rows) - 1 and index >= rows[row]:
            index -= rows[row]
            row += 1
        radius = self._radius()
        pitch = _PITCH * radius
        x = self.width() / 2 + (index - (rows[row] - 1) / 2) * pitch
        y = self.height() / 2 + (row - (len(rows) - 1) / 2) * pitch
        reach = round(_REACH * radius)
        return QRectF(round(x) - reach, round(y) - reach, 2 * reach, 2 * reach)

    def _paint_dark(self, painter: QPainter) -> None:
        color = QColor(self._theme.line)
        color.setAlphaF(_DARK)
        self._paint_disc(painter, ((0.0, color), (1.0, color)))

    def _paint_lit(self, painter: QPainter) -> None:
        """A small orb with its soft light around."""
        middle = self._place(0).width() / 2
        glow = QRadialGradient(QPointF(middle, middle), middle)
        strength = 0.34 if self._theme.is_dark else 0.5
        for at, share in ((0.0, 1.0), (0.42, 1.0), (0.62, 0.42), (0.82, 0.1), (1.0, 0.0)):
            glow.setColorAt(at, faded(BODY, strength * share))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(glow)
        painter.drawEllipse(QPointF(middle, middle), middle, middle)
        self._paint_disc(painter, ((0.0, LIT), (0.5, BODY), (1.0, SHADE)))

    def _paint_disc(self, painter: QPainter, stops: tuple[tuple[float, QColor], ...]) -> None:
        size = QSizeF(self._place(0).size())
        center = QPointF(size.width() / 2, size.height() / 2)
        radius = self._radius()
        slope = QRadialGradient(
            center, radius * 1.5, center - QPointF(0.32 * radius, 0.38 * radius)
        )
        for at, color in stops:
            slope.setColorAt(at, color)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(slope)
        painter.drawEllipse(center, radius, radius)
