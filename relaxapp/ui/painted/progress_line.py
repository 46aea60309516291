"""The line along the bottom of a session: what is played, and its steps, each of which can be gone to."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from operator import attrgetter

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QSlider, QToolTip, QWidget

from relaxapp.ui.theme import Theme, mixed

_THICKNESS = 4.0
_KNOB = 7.0
_MARK = 3.0
_ROOM = 6
"""Above and below the knob, so that the line is easy to hit and its focus can be seen."""

_BY_KEY = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Down: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: 1,
}
_GO = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space})
_share = attrgetter("share")


@dataclass(frozen=True, slots=True)
class StepMark:
    """One step on the line.

    Attributes:
        share: where it begins, 0 to 1.
        tip: what is shown while the mouse rests on it.
        name: what a screen reader says of it.
    """

    share: float
    tip: str
    name: str


class ProgressLine(QSlider):
    """A slider over steps: its handle is what is played, its value the step that is pointed at.

    A click goes to the start of the step that is clicked; by keyboard the arrow keys point at a
    step and Enter or Space goes there. What is played moves the value along unless somebody is
    pointing.
    """

    chosen = Signal(int)
    """The person wants to go to the step of this index."""
    pointed = Signal(int)
    """The person points at the step of this index, by mouse or keys; -1 for none any more."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self._share = 0.0
        self._marks: tuple[StepMark, ...] = ()
        self._here = 0
        self._pointed = -1
        self.setRange(0, 0)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleDescription(
            self.tr("The arrow keys choose a step, Enter goes to its start.")
        )

    @property
    def share(self) -> float:
        """How much is shown as played, 0 to 1."""
        return self._share

    def show_share(self, share: float) -> None:
        """Show how much is played, 0 to 1; repaints only when it moves by a third of a pixel."""
        share = min(max(share, 0.0), 1.0)
        moved = abs(share - self._share)
        if moved * max(1, self.width()) * 3 >= 1 or (moved and share in {0.0, 1.0}):
            before, self._share = self._share, share
            left, right = sorted((self._x(before), self._x(share)))
            air = round(_KNOB) + 2
            self.update(int(left) - air, 0, int(right - left) + 2 * air + 1, self.height())
        here = self._step_at(share)
        if here != self._here:
            self._here = here
            if self._pointed < 0:
                self._name(here)

    def set_steps(self, marks: tuple[StepMark, ...]) -> None:
        """Show other steps, in order."""
        if marks == self._marks:
            return
        self._marks = marks
        self._point_at(-1)
        self.setRange(0, max(0, len(marks) - 1))
        self._here = self._step_at(self._share)
        self._name(self._here)
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 -- Qt's name
        """Room for the knob and the focus."""
        return QSize(200, 2 * round(_KNOB) + 2 * _ROOM)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 -- Qt's name
        """As high as it wants to be, and hardly as wide."""
        return QSize(60, self.sizeHint().height())

    def event(self, event: QEvent) -> bool:
        """Name the step under a mouse that rests."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            if self._marks:
                tip = self._marks[self._step_under(event.pos().x())].tip
                QToolTip.showText(event.globalPos(), tip, self)
            return True
        return super().event(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 -- Qt's name
        """Point at the step under the mouse."""
        if self._marks:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
            self._point_at(self._step_under(event.position().x()))

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 -- Qt's name
        """Nothing is pointed at any more."""
        super().leaveEvent(event)
        self._point_at(-1)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 -- Qt's name
        """Only a click that ends here goes anywhere."""
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 -- Qt's name
        """Go to the step under the mouse."""
        is_here = QRectF(self.rect()).contains(event.position())
        if event.button() is Qt.MouseButton.LeftButton and is_here and self._marks:
            self.chosen.emit(self._step_under(event.position().x()))

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 -- Qt's name
        """Nobody is to be moved by scrolling."""
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 -- Qt's name
        """The arrow keys point, Home and End at the first and the last; Enter or Space goes there."""
        key = Qt.Key(event.key())
        now = self._pointed if self._pointed >= 0 else self._here
        last = len(self._marks) - 1
        if not self._marks or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
        elif key in _BY_KEY:
            self._point_at(min(max(now + _BY_KEY[key], 0), last))
        elif key in {Qt.Key.Key_Home, Qt.Key.Key_End}:
            self._point_at(0 if key is Qt.Key.Key_Home else last)
        elif key in _GO:
            self._point_at(-1)
            self.chosen.emit(now)
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 -- Qt's name
        """Show where the focus is."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 -- Qt's name
        """Nothing is pointed at any more."""
        super().focusOutEvent(event)
        self._point_at(-1)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 -- Qt's name
        """Paint line, marks, knob and focus."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        middle = self.height() / 2
        left, right = self._ends()
        at = self._x(self._share)
        track = QRectF(left, middle - _THICKNESS / 2, right - left, _THICKNESS)
        painter.setBrush(self._theme.line)
        painter.drawRoundedRect(track, _THICKNESS / 2, _THICKNESS / 2)
        painter.setBrush(self._theme.calm)
        track.setRight(at)
        painter.drawRoundedRect(track, _THICKNESS / 2, _THICKNESS / 2)
        self._paint_pointed(painter, middle)
        for mark in self._marks[1:]:
            is_played = mark.share <= self._share
            color = self._theme.calm if is_played else mixed(self._theme.line, self._theme.dim, 0.6)
            painter.setBrush(color)
            painter.drawEllipse(QPointF(self._x(mark.share), middle), _MARK, _MARK)
        painter.setBrush(self._theme.knob)
        painter.drawEllipse(QPointF(at, middle), _KNOB, _KNOB)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.calm, self._theme.focus_px))
            radius = self.height() / 2 - 1
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius, radius)

    def _paint_pointed(self, painter: QPainter, middle: float) -> None:
        """The step that is pointed at is a little thicker, from its start to its end."""
        if self._pointed < 0:
            return
        ends = [mark.share for mark in self._marks[self._pointed + 1 :]] or [1.0]
        start, end = self._x(self._marks[self._pointed].share), self._x(ends[0])
        painter.setBrush(mixed(self._theme.calm, self._theme.text, 0.35))
        painter.drawRoundedRect(
            QRectF(start, middle - _THICKNESS, max(end - start, 2), 2 * _THICKNESS),
            _THICKNESS,
            _THICKNESS,
        )

    def _ends(self) -> tuple[float, float]:
        air = _KNOB + _ROOM
        return air, max(air + 1, self.width() - air)

    def _x(self, share: float) -> float:
        left, right = self._ends()
        return left + (right - left) * share

    def _step_at(self, share: float) -> int:
        return max(0, bisect_right(self._marks, share, key=_share) - 1)

    def _step_under(self, x: float) -> int:
        left, right = self._ends()
        return self._step_at(min(max((x - left) / (right - left), 0.0), 1.0))

    def _point_at(self, step: int) -> None:
        if step == self._pointed:
            return
        self._pointed = step
        self._name(self._here if step < 0 else step)
        self.pointed.emit(step)
        self.update()

    def _name(self, step: int) -> None:
        """Tell a screen reader which step the value stands for."""
        if 0 <= step < len(self._marks):
            self.setAccessibleName(self._marks[step].name)
            self.setValue(step)
