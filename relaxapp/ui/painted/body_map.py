"""The body map: a figure whose areas are warm, calm, imagined or left out, lit, and pointed at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QRegion,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QToolTip, QWidget

from relaxapp.script.body import Area
from relaxapp.ui.painted.body_view import BodyView, Tone
from relaxapp.ui.painted.figure import HALF_WIDTH, HEIGHT
from relaxapp.ui.painted.layer import layer

if TYPE_CHECKING:
    from collections.abc import Mapping

    from relaxapp.ui.painted.scan import Light
    from relaxapp.ui.theme import Theme

_AIR = 9.5
"""Room around the figure for its glow, in its units."""
_FACE_HEIGHT = 30.0
"""How much of the figure the enlarged face shows, in its units."""


@dataclass(frozen=True, slots=True)
class AreaState:
    """How an area is shown.

    Attributes:
        warm: tense, 0 to 1.
        calm: at ease, 0 to 1.
        left_out: it takes no part.
        imagined: 0 to 1, tense in the mind alone.
        dotted: 0 to 1, with dots over whatever else it is.
    """

    warm: float = 0.0
    calm: float = 0.0
    left_out: bool = False
    imagined: float = 0.0
    dotted: float = 0.0


_UNMARKED = AreaState()


class BodyMap(QWidget):
    """Paints the figure with the states it is given; what eases in and out is the caller's matter.

    Args:
        theme: what to paint with.
        names: what to call the areas; given, they can be pointed at, tabbed to and pressed.
        parent: as in Qt.
    """

    pressed = Signal(object)
    """An area was clicked, or pressed by key; carries the `Area`."""

    def __init__(
        self,
        theme: Theme,
        *,
        names: Mapping[Area, str] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._states: dict[Area, AreaState] = {}
        self._lights: tuple[Light, ...] = ()
        self._views: tuple[BodyView, ...] = ()
        self._still: QPixmap | None = None
        """The figure in its states, kept while only lights move on it."""
        self._is_changing = True
        self._pointed: Area | None = None
        self._spots: dict[Area, _AreaButton] = {}
        self._names = names or {}
        self.setAccessibleName(self.tr("Body map"))
        if names:
            self.setMouseTracking(True)
            self._make_spots()

    @property
    def states(self) -> Mapping[Area, AreaState]:
        """What is shown; an area that is missing is plain."""
        return self._states

    def show_states(self, states: Mapping[Area, AreaState]) -> None:
        """Show other states; repaints the areas whose state is another one."""
        before, self._states = self._states, dict(states)
        changed = [
            area
            for area in {**before, **self._states}
            if before.get(area, _UNMARKED) != self._states.get(area, _UNMARKED)
        ]
        if not changed:
            return
        self._still = None
        self._is_changing = True
        place = QRect()
        for view in self._laid_out():
            for area in changed:
                place = place.united(view.reach(area).toAlignedRect())
        self.update(place)

    @property
    def lights(self) -> tuple[Light, ...]:
        """The lights shown."""
        return self._lights

    def show_lights(self, lights: tuple[Light, ...]) -> None:
        """Show lights on the figure, in its units; repaints where they were and are."""
        if lights == self._lights:
            return
        before, self._lights = self._lights, lights
        place = QRegion()
        view = self._laid_out()[0]
        for light in (*before, *lights):
            place += view.light_reach(light).toAlignedRect()
        self.update(place)

    def describe(self, area: Area, words: str) -> None:
        """Tell a screen reader about an area beyond its name, such as "tension 2 of 3"."""
        name = self._names[area]
        self._spots[area].setAccessibleName(f"{name}, {words}" if words else name)

    def area_at(self, point: QPointF) -> Area | None:
        """The area at a point; None away from the figure."""
        for view in reversed(self._laid_out()):
            area = view.area_at(point)
            if area is not None:
                return area
        return None

    def center(self, area: Area) -> QPointF:
        """A point that belongs to an area."""
        view = next(view for view in reversed(self._laid_out()) if view.shows(area))
        first = view.shape(area).toSubpathPolygons()[0]
        return first.boundingRect().center()

    def step(self, area: Area, by: int) -> None:
        """Move the focus from an area to a neighbour in the order of `Area`."""
        order = list(Area)
        self._spots[order[(order.index(area) + by) % len(order)]].setFocus(
            Qt.FocusReason.TabFocusReason
        )

    @property
    def focused(self) -> Area | None:
        """The area that has the focus; None while something else has it."""
        return next((area for area, spot in self._spots.items() if spot.hasFocus()), None)

    def focus_came(self, area: Area) -> None:
        """The area that has the focus is the one that Tab comes back to."""
        for each, spot in self._spots.items():
            spot.setFocusPolicy(Qt.FocusPolicy.TabFocus if each is area else Qt.FocusPolicy.NoFocus)
        self.update()

    def _make_spots(self) -> None:
        for area in Area:
            spot = _AreaButton(area, self)
            spot.setAccessibleName(self._names[area])
            spot.clicked.connect(lambda _checked=False, area=area: self.pressed.emit(area))
            self._spots[area] = spot
        self.focus_came(next(iter(Area)))

    def _laid_out(self) -> tuple[BodyView, ...]:
        if not self._views:
            face = bool(self._names) and self.width() > self.height() * 0.62
            figure_width = self.width() * (0.78 if face else 1.0)
            scale = min(
                self.height() / (HEIGHT + 2 * _AIR), figure_width / (2 * (HALF_WIDTH + _AIR))
            )
            top = (self.height() - HEIGHT * scale) / 2
            body = BodyView(self._theme, scale, QPointF(figure_width / 2, top))
            self._views = (body,)
            if face:
                self._views = (body, self._face_view())
        return self._views

    def _face_view(self) -> BodyView:
        """The face again, larger: eyes and jaw are too small to point at on the figure."""
        side = min(self.width() * 0.32, self.height() * 0.3)
        frame = QRectF(self.width() - side - 2, self.height() * 0.05, side, side)
        scale = side / (_FACE_HEIGHT * 1.1)
        crown = QPointF(frame.center().x(), frame.top() + side * 0.14)
        return BodyView(self._theme, scale, crown, frame)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 -- Qt's name
        """Lay the figure out anew."""
        super().resizeEvent(event)
        self._views = ()
        self._still = None
        for area, spot in self._spots.items():
            spot.setGeometry(self._laid_out()[0].bounds(area).toAlignedRect())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 -- Qt's name
        """Copy the figure and the areas that are not plain, as far as they have to be repainted."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_still(painter, event.rect())
        for light in self._lights:
            self._laid_out()[0].draw_light(painter, light)
        for view in self._laid_out():
            if self._pointed is not None:
                view.draw_area(painter, self._pointed, Tone.LIT, 0.28)
            for area, spot in self._spots.items():
                if spot.hasFocus() and view.shows(area):
                    painter.setPen(QPen(self._theme.text, 2))
                    painter.drawPath(view.shape(area))

    def _draw_still(self, painter: QPainter, place: QRect) -> None:
        """Draw all but the lights; from one picture, once states stand still while lights move."""
        ratio = self.devicePixelRatioF()
        if self._still is None and self._lights and not self._is_changing:
            self._still = layer(
                QSizeF(self.size()), ratio, lambda on: self._draw_states(on, self.rect())
            )
        self._is_changing = False
        if self._still is None:
            self._draw_states(painter, place)
        else:
            source = QRectF(QPointF(place.topLeft()) * ratio, QSizeF(place.size()) * ratio)
            painter.drawPixmap(QRectF(place), self._still, source)

    def _draw_states(self, painter: QPainter, place: QRect) -> None:
        """Draw the figure and the areas that are not plain, as far as they reach into a place."""
        for view in self._laid_out():
            view.draw_figure(painter, QSizeF(self.size()), place)
            states = [
                (area, state)
                for area, state in self._states.items()
                if view.reach(area).intersects(QRectF(place))
            ]
            for area, state in states:
                view.draw_area(painter, area, Tone.CALM, state.calm)
            for area, state in states:
                view.draw_area(painter, area, Tone.WARM, state.warm)
                view.draw_area(painter, area, Tone.IMAGINED, state.imagined)
                view.draw_area(painter, area, Tone.DOTTED, state.dotted)
                view.draw_area(painter, area, Tone.LEFT_OUT, float(state.left_out))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 -- Qt's name
        """Light up what the mouse points at, and name it."""
        if not self._spots:
            return
        area = self.area_at(event.position())
        if area is self._pointed:
            return
        self._pointed = area
        self.setCursor(
            Qt.CursorShape.ArrowCursor if area is None else Qt.CursorShape.PointingHandCursor
        )
        if area is None:
            QToolTip.hideText()
        else:
            QToolTip.showText(event.globalPosition().toPoint(), self._names[area], self)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 -- Qt's name
        """Press the area under the mouse."""
        area = self.area_at(event.position()) if self._spots else None
        if area is None or event.button() is not Qt.MouseButton.LeftButton:
            event.ignore()
        else:
            self.pressed.emit(area)

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 -- Qt's name
        """Nothing is pointed at any more."""
        super().leaveEvent(event)
        self._pointed = None
        self.update()


class _AreaButton(QAbstractButton):
    """An area for the keyboard and the screen reader; the mouse is the map's own matter."""

    def __init__(self, area: Area, map_: BodyMap) -> None:
        super().__init__(map_)
        self._area = area
        self._map = map_
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 -- Qt's name
        """The map paints."""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 -- Qt's name
        """Arrow keys move on to the next area and back."""
        match event.key():
            case Qt.Key.Key_Up | Qt.Key.Key_Left:
                self._map.step(self._area, -1)
            case Qt.Key.Key_Down | Qt.Key.Key_Right:
                self._map.step(self._area, 1)
            case _:
                super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 -- Qt's name
        """Show where the focus is."""
        super().focusInEvent(event)
        self._map.focus_came(self._area)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 -- Qt's name
        """Show that it is no longer here."""
        super().focusOutEvent(event)
        self._map.update()
