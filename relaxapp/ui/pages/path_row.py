"""A session of a way as a row that opens it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPen

from relaxapp.ui.formats import duration
from relaxapp.ui.label import paragraph
from relaxapp.ui.pages.link import Link

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from relaxapp.ui.pages.paths import Step
    from relaxapp.ui.theme import Theme

_DOT_PX = 8
_LEFT_PX = 34
"""Where the words begin; the mark lies before them."""


class PathRow(Link):
    """Title, length, and when it was practised; a full dot before it while it is the one to go on with.

    Args:
        step: what it shows.
        way: the title of the way it belongs to; one session may be in several.
        theme: the look.
        parent: as in Qt.

    Attributes:
        step: what it shows.
    """

    chosen = Signal(object)
    """The session is to be looked at: its `Offer`."""

    def __init__(self, step: Step, way: str, theme: Theme, parent: QWidget | None = None) -> None:
        self.step = step
        self._title = paragraph("strong" if step.is_next else "", step.offer.title)
        minutes = duration(step.offer.minutes * 60)
        upcoming = _tr("suggested") if step.is_next else ""
        details = [each for each in (minutes, step.when, upcoming) if each]
        labels = [self._title, paragraph("small", "  \N{MIDDLE DOT}  ".join(details))]
        if step.label:
            labels.insert(0, paragraph("small", step.label))
        name = ", ".join([step.offer.title, step.label or way, *details])
        super().__init__(name, labels, theme, _LEFT_PX, parent)
        self._left = theme.px(_LEFT_PX)
        self.clicked.connect(lambda: self.chosen.emit(step.offer))

    def paint_mark(self, painter: QPainter) -> None:
        """Paints a dot or a ring beside the first line of the title."""
        side = float(self._theme.px(_DOT_PX))
        middle = self._title.y() + self._title.fontMetrics().height() / 2
        dot = QRectF((self._left - side) / 2, middle - side / 2, side, side)
        if self.step.is_next:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.calm)
        else:
            painter.setPen(QPen(self._theme.faint, 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(dot)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Paths", text)
