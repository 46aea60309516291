"""Tension before and after, week by week, as two lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from relaxapp.journal.entry import TENSION
from relaxapp.ui.formats import number

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from relaxapp.journal.statistics import Week
    from relaxapp.ui.theme import Theme

_LEFT_PX = 24
"""For the numbers, at 100 %."""
_LINES = (0, 5, 10)


class TensionWeeks(QWidget):
    """The average before (warm) and after (calm), for the weeks that have them."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._weeks: tuple[Week, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """A small picture."""
        return QSize(280, 90)

    def show_weeks(self, weeks: Sequence[Week]) -> None:
        """Shows weeks, oldest first."""
        self._weeks = tuple(weeks)
        rated = self._rated()
        if rated:
            last = rated[-1][1]
            text = self.tr("Tension by week; in the last rated one {before} before, {after} after")
            self.setAccessibleName(
                text.format(before=_number(last.tension_before), after=_number(last.tension_after))
            )
        else:
            self.setAccessibleName(self.tr("Tension by week; nothing rated yet"))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paints the scale, the two lines, and the ground between them."""
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font(theme.px(11)))
        left, half_line = self._left(), theme.px(8)
        for level in _LINES:
            y = self._y(level)
            painter.setPen(QPen(theme.line, 1))
            painter.drawLine(QPointF(left, y), QPointF(self.width(), y))
            painter.setPen(theme.faint)
            painter.drawText(
                QRectF(0, y - half_line, left - 8, 2 * half_line),
                Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
                str(level),
            )
        before = self._points(lambda week: week.tension_before)
        after = self._points(lambda week: week.tension_after)
        if len(before) > 1:
            between = QColor(theme.calm)
            between.setAlphaF(0.14)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(between)
            painter.drawPolygon(QPolygonF([*before, *reversed(after)]))
        for points, color in ((before, theme.warm), (after, theme.calm)):
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(
                QPen(
                    color,
                    2.2,
                    Qt.PenStyle.SolidLine,
                    Qt.PenCapStyle.RoundCap,
                    Qt.PenJoinStyle.RoundJoin,
                )
            )
            if len(points) > 1:
                painter.drawPolyline(QPolygonF(points))
            elif points:
                painter.setBrush(color)
                painter.drawEllipse(points[0], 2, 2)

    def _rated(self) -> list[tuple[int, Week]]:
        return [
            (index, week)
            for index, week in enumerate(self._weeks)
            if week.tension_before is not None and week.tension_after is not None
        ]

    def _points(self, of: Callable[[Week], float | None]) -> list[QPointF]:
        room = self.width() - self._left() - 6
        steps = max(1, len(self._weeks) - 1)
        return [
            QPointF(self._left() + 3 + room * index / steps, self._y(of(week) or 0.0))
            for index, week in self._rated()
        ]

    def _left(self) -> float:
        return float(self._theme.px(_LEFT_PX))

    def _y(self, level: float) -> float:
        half_line = float(self._theme.px(8))
        top, bottom = half_line, self.height() - half_line
        return bottom - (bottom - top) * level / TENSION[-1]


def _number(value: float | None) -> str:
    return "\N{EN DASH}" if value is None else number(value, 1)
