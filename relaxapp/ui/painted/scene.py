"""A quiet painted scene behind a visualisation: slow, with nothing that blinks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QRect, QSizeF, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from relaxapp.ui.painted.hills import Forest, Hills
from relaxapp.ui.painted.layer import layer
from relaxapp.ui.painted.night_sky import NightSky
from relaxapp.ui.painted.shore import Shore
from relaxapp.ui.painted.window_pane import WindowPane

if TYPE_CHECKING:
    from collections.abc import Callable

    from relaxapp.ui.theme import Theme


_VEIL = 0.74
"""How dense a veil is, so that dim words can be read over a low sun."""
_LARGE_PERCENT = 130
"""Larger words reach up into the brightest part of a scene."""


class Picture(Protocol):
    """One scene for one size and pixel ratio of the widget."""

    def paint_still(self, painter: QPainter) -> None:
        """Paint what never moves; called once."""

    def paint_moving(self, painter: QPainter, seconds: float) -> None:
        """Paint what moves, as it is that many seconds after some beginning."""

    def moving_share(self) -> tuple[float, float]:
        """The band of the height in which something moves, as shares from the top."""


_PICTURES: dict[str, Callable[[Theme, QSizeF, float], Picture]] = {
    "shore": Shore,
    "calm place": Hills,
    "hillside": Hills,
    "forest": Forest,
    "night sky": NightSky,
    "rain on a window": WindowPane,
}


class Scene(QWidget):
    """Paints a scene over its whole area; the still part is painted once per size."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._name = ""
        self._seconds = 0.0
        self._picture: Picture | None = None
        self._still = QPixmap()
        self._tint = QColor(Qt.GlobalColor.transparent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    @property
    def name(self) -> str:
        """The scene shown; empty before the first."""
        return self._name

    def show_scene(self, name: str) -> None:
        """Show another scene; one without a picture of its own is a calm place."""
        if name != self._name:
            self._name = name
            self._picture = None
            self.setAccessibleName(name)
            self.update()

    def show_moment(self, seconds: float) -> None:
        """Move on to a moment; repaints the band in which something moves."""
        if seconds == self._seconds:
            return
        self._seconds = seconds
        if self._picture is None:
            self.update()
            return
        top, bottom = (round(share * self.height()) for share in self._picture.moving_share())
        self.update(QRect(0, top, self.width(), bottom - top))

    def set_tint(self, tint: QColor) -> None:
        """Let a thin colour lie over the scene."""
        if tint != self._tint:
            self._tint = tint
            self.update()

    def forget(self) -> None:
        """Let go of the pictures kept."""
        self._picture = None
        self._still = QPixmap()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 -- Qt's name
        """Copy the still part, paint the moving one."""
        ratio = self.devicePixelRatioF()
        if self._picture is None or self._still.size() != self.size() * ratio:
            size = QSizeF(self.size())
            self._picture = _PICTURES.get(self._name, Hills)(self._theme, size, ratio)
            self._still = layer(size, ratio, self._picture.paint_still)
        painter = QPainter(self)
        area = event.rect()
        painter.drawPixmap(area, self._still, QRect(area.topLeft() * ratio, area.size() * ratio))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._picture.paint_moving(painter, self._seconds)
        if self._tint.alpha():
            painter.fillRect(area, self._tint)
        self._draw_veil(painter, area)

    def _draw_veil(self, painter: QPainter, area: QRect) -> None:
        """Veil what is behind the words: all of it with high contrast, the lower part if they are large."""
        theme = self._theme
        veil = QColor(theme.ground_bottom)
        veil.setAlphaF(_VEIL)
        if theme.high_contrast:
            painter.fillRect(area, veil)
        elif theme.text_percent > _LARGE_PERCENT:
            clear = QColor(veil)
            clear.setAlpha(0)
            slope = QLinearGradient(0, self.height() * 0.38, 0, self.height() * 0.58)
            slope.setColorAt(0.0, clear)
            slope.setColorAt(1.0, veil)
            painter.fillRect(area, slope)
