"""The pages of a report one below the other, painted as they will be on paper."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QAbstractScrollArea, QAbstractSlider, QFrame, QWidget

from relaxapp.ui.report import words
from relaxapp.ui.report.painting import paint_page
from relaxapp.ui.theme import faded

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from relaxapp.ui.report.layout import Layout
    from relaxapp.ui.theme import Theme

_AROUND_PX = 14
_WIDEST = 1.5
"""Not more pixels to the point than that, at 100 %: a page need not fill a large screen."""
_KEPT = 12
"""So many painted pages are kept; of a long report only what is near is painted."""
_LINE_PX = 60
_RING = """
PagePreview {{ border: {focus}px solid transparent; border-radius: 14px; }}
PagePreview:focus {{ border-color: palette(highlight); }}
"""


class PagePreview(QAbstractScrollArea):
    """Shows a layout; scrolled with the wheel and the arrow keys, turned with Page Up and Page Down."""

    turned = Signal(int)
    """Another page is in the middle: which, from 0."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._layout: Layout | None = None
        self._page = 0
        self._painted: OrderedDict[int, QPixmap] = OrderedDict()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setStyleSheet(_RING.format(focus=theme.focus_px))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Pages keep their width when there is one more of them.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setAccessibleName(self.tr("Preview of the report"))
        self.verticalScrollBar().valueChanged.connect(self._on_scroll)

    @property
    def page(self) -> int:
        """The page in the middle, from 0."""
        return self._page

    def show_layout(self, layout: Layout) -> None:
        """Shows other pages, at the place where the ones before were looked at."""
        self._layout = layout
        self._painted.clear()
        self._measure()
        self._on_scroll()

    def turn_to(self, page: int) -> None:
        """Brings the top of a page into view."""
        self.verticalScrollBar().setValue(round(self._top(page)) - _AROUND_PX)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Enough to read a page."""
        return QSize(self._theme.px(480), self._theme.px(480))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Turns the pages, and goes to both ends."""
        match event.key():
            case Qt.Key.Key_PageDown:
                self.turn_to(self._page + 1)
            case Qt.Key.Key_PageUp:
                self.turn_to(self._page - 1)
            case Qt.Key.Key_Home:
                self.verticalScrollBar().triggerAction(QAbstractSlider.SliderAction.SliderToMinimum)
            case Qt.Key.Key_End:
                self.verticalScrollBar().triggerAction(QAbstractSlider.SliderAction.SliderToMaximum)
            case _:
                super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Fits the pages to the width, and stays at the page that was looked at."""
        super().resizeEvent(event)
        before = self._page
        self._painted.clear()
        self._measure()
        if before:
            self.turn_to(before)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paints what can be seen."""
        layout = self._layout
        if layout is None:
            return
        painter = QPainter(self.viewport())
        scrolled = self.verticalScrollBar().value()
        size = self._size()
        left = (self.viewport().width() - size.width()) / 2
        for page in range(len(layout.pages)):
            place = QRectF(left, round(self._top(page) - scrolled), size.width(), size.height())
            if place.intersects(QRectF(event.rect()).adjusted(0, -4, 0, 4)):
                self._paint_shadow(painter, place)
                painter.drawPixmap(place.topLeft(), self._picture(layout, page, size))
            elif place.top() > event.rect().bottom():
                break

    def _paint_shadow(self, painter: QPainter, place: QRectF) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        shade = QColor(0, 0, 0) if self._theme.is_dark else self._theme.text
        painter.setBrush(faded(shade, 0.14))
        painter.drawRoundedRect(place.adjusted(-1, -1, 1, 2), 2, 2)

    def _picture(self, layout: Layout, page: int, size: QSize) -> QPixmap:
        picture = self._painted.pop(page, None)
        if picture is None:
            ratio = self.devicePixelRatioF()
            picture = QPixmap((size.toSizeF() * ratio).toSize())
            picture.setDevicePixelRatio(ratio)
            picture.fill(Qt.GlobalColor.white)
            painter = QPainter(picture)
            scale = size.width() / layout.paper.width
            painter.scale(scale, scale)
            paint_page(painter, layout.pages[page], layout.family)
            painter.end()
        self._painted[page] = picture
        while len(self._painted) > _KEPT:
            self._painted.popitem(last=False)
        return picture

    def _size(self) -> QSize:
        """A page, in pixels."""
        assert self._layout is not None
        paper = self._layout.paper
        room = self.viewport().width() - 2 * _AROUND_PX
        width = max(1, min(room, self._theme.px(paper.width * _WIDEST)))
        return QSize(width, round(width * paper.height / paper.width))

    def _top(self, page: int) -> float:
        return _AROUND_PX + page * (self._size().height() + _AROUND_PX)

    def _measure(self) -> None:
        if self._layout is None:
            return
        bar = self.verticalScrollBar()
        whole = round(self._top(len(self._layout.pages)))
        bar.setRange(0, max(0, whole - self.viewport().height()))
        bar.setPageStep(self.viewport().height())
        bar.setSingleStep(_LINE_PX)
        self.viewport().update()

    def _on_scroll(self) -> None:
        layout = self._layout
        if layout is None:
            return
        self.viewport().update()
        middle = self.verticalScrollBar().value() + self.viewport().height() / 2
        step = self._size().height() + _AROUND_PX
        page = max(0, min(len(layout.pages) - 1, int((middle - _AROUND_PX) // step)))
        self._page = page
        # What a screen reader finds here is the page that is looked at.
        self.setAccessibleDescription(
            f"{words.page(page + 1, len(layout.pages))}\n{layout.text(page)}"
        )
        self.turned.emit(page)
