"""A picture of what was there before, which fades away over what is there now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEasingCurve, QPoint, Qt, QVariantAnimation
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap, QRegion
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from typing import Any

_FADE_MS = 1000
_STEPS = 30
"""Different opacities: as many as are seen in a second."""


class Veil(QWidget):
    """Covers its place with a picture that fades within a second; then it is hidden."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._picture = QPixmap()
        self._step = 0
        self._fade = QVariantAnimation(self)
        self._fade.setDuration(_FADE_MS)
        self._fade.setStartValue(float(_STEPS))
        self._fade.setEndValue(0.0)
        self._fade.setEasingCurve(QEasingCurve.Type.InOutSine)
        self._fade.valueChanged.connect(self._on_value)
        self._fade.finished.connect(self.lift)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def cover(self, picture: QPixmap, above: QWidget) -> None:
        """Show a picture of the whole parent right above a child of it, and let it fade."""
        parent = above.parentWidget()
        assert parent is not None
        self.setGeometry(parent.rect())
        siblings = [each for each in parent.children() if isinstance(each, QWidget)]
        higher = siblings[siblings.index(above) + 1 :]
        if higher:
            self.stackUnder(higher[0])
        else:
            self.raise_()
        self._picture = picture
        self._step = _STEPS
        self.show()
        self._fade.start()

    def lift(self) -> None:
        """Hide at once, and let go of the picture."""
        self._fade.stop()
        self._picture = QPixmap()
        self.hide()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 -- Qt's name
        """Copy the picture at its present opacity."""
        painter = QPainter(self)
        painter.setOpacity(self._step / _STEPS)
        painter.drawPixmap(0, 0, self._picture)

    def _on_value(self, value: Any) -> None:
        step = round(value)
        if step != self._step:
            self._step = step
            self.update()


def seen(page: QWidget, *children: QWidget) -> QPixmap:
    """A page as it is seen now, with some of its children alone, the lowest first."""
    ratio = page.devicePixelRatioF()
    picture = QPixmap(page.size() * ratio)
    picture.setDevicePixelRatio(ratio)
    painter = QPainter(picture)
    alone, whole = QWidget.RenderFlag(0), QWidget.RenderFlag.DrawChildren
    page.render(painter, QPoint(0, 0), QRegion(), alone)
    for child in children:
        if not child.isHidden():
            child.render(painter, child.pos(), QRegion(), whole)
    painter.end()
    return picture
