"""Where the widgets of a window write: the words, their place and their size."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QRadioButton,
    QWidget,
)

from relaxapp.ui.history.entry_table import EntryTable
from relaxapp.ui.pages.card_grid import ART_PX
from relaxapp.ui.pages.cards import Card, ProblemCard
from relaxapp.ui.painted.caption import Caption
from relaxapp.ui.painted.countdown import Countdown
from relaxapp.ui.painted.level import Level
from relaxapp.ui.painted.pacer import Pacer
from relaxapp.ui.switch import Switch
from tests.ui.legible import Measured, Picture, lines_of, ratio_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_PADDING_PX = 14
_INDICATOR_PX = 36
_ICON_GAP_PX = 4
_ROWS = 4


def measured(root: QWidget) -> list[Measured]:
    """How well everything stands out that is written in a widget, in what can be seen of it."""
    picture = Picture(root)
    found = []
    for widget in (root, *root.findChildren(QWidget)):
        if not widget.isVisible() or not widget.isEnabled() or widget.visibleRegion().isEmpty():
            continue
        for words, place in _written(widget):
            seen = place.intersected(widget.visibleRegion().boundingRect())
            if seen.width() < 4 or seen.height() < 8:
                continue
            ratio = ratio_of(picture.light(widget, seen))
            if ratio is not None:
                found.append(Measured(words, ratio, _px(widget)))
        found += _painted_lines(widget, picture)
    return found


def _px(widget: QWidget) -> int:
    return widget.px if isinstance(widget, Caption) else widget.fontInfo().pixelSize()


def _written(  # noqa: C901, PLR0912 - one line for each kind of widget
    widget: QWidget,
) -> Iterator[tuple[str, QRect]]:
    """What a widget writes in one colour on one ground, and where."""
    rect = widget.rect()
    match widget:
        case QLabel() if widget.text():
            air = _PADDING_PX if widget.property("role") == "pill" else 0
            yield widget.text(), widget.contentsRect().adjusted(air, 0, -air, 0)
        case QCheckBox() | QRadioButton() if widget.text():
            yield widget.text(), rect.adjusted(_INDICATOR_PX, 2, 0, -2)
        case QPushButton() if widget.text():
            yield widget.text(), _within_button(widget)
        case Switch():
            track = widget._track.width()
            yield widget.text(), rect.adjusted(0, 0, -track - _PADDING_PX, 0)
        case QLineEdit():
            words = widget.text() or widget.placeholderText()
            yield words, rect.adjusted(_PADDING_PX, 4, -3 * _PADDING_PX, -4)
        case QAbstractButton() if type(widget).__name__ == "_Number":
            side = min(rect.width(), rect.height()) // 2
            place = QRect(0, 0, side, side)
            place.moveCenter(rect.center())
            yield f"number {widget.text()}", place
        case Caption() if widget.text:
            yield widget.text, _within_caption(widget)
        case Pacer() if widget.pace.label:
            yield widget.pace.label, widget._place_of_words().toRect()
        case Level():
            yield (
                widget.accessibleName(),
                rect.adjusted(4, 4, 4 + int(widget._bars_at()) - rect.width() - 8, -4),
            )
        case EntryTable():
            for row in range(min(_ROWS, widget.model().rowCount())):
                for column in range(widget.model().columnCount()):
                    index = widget.model().index(row, column)
                    place = widget.visualRect(index).adjusted(4, 4, -4, -4)
                    yield str(index.data()), place.translated(widget.viewport().pos())
        case QListWidget():
            for row in range(widget.count()):
                place = widget.visualItemRect(widget.item(row)).adjusted(8, 4, -8, -4)
                yield widget.item(row).text(), place.translated(widget.viewport().pos())
        case _:
            pass


def _within_caption(caption: Caption) -> QRect:
    """Where a caption writes: what lies beside its words is the picture, and no ground of them."""
    rect = caption.rect()
    if not caption._centered:
        return rect
    font = caption._theme.font(caption.px, caption._weight)
    width = min(rect.width(), QFontMetrics(font).horizontalAdvance(caption.text))
    place = QRect(0, 0, width, rect.height())
    place.moveCenter(rect.center())
    return place


def _within_button(button: QPushButton) -> QRect:
    """Where a button writes, without its icon and its edge."""
    rect = button.rect().adjusted(4, 4, -4, -4)
    if button.icon().isNull():
        return rect.adjusted(4, 0, -4, 0)
    text = button.fontMetrics().horizontalAdvance(button.text().replace("&", ""))
    icon = button.iconSize().width() + _ICON_GAP_PX
    is_left = button.property("kind") == "nav"
    start = 16 if is_left else (button.width() - icon - text) // 2
    return QRect(start + icon, rect.top(), text, rect.height())


def _painted_lines(widget: QWidget, picture: Picture) -> Iterable[Measured]:
    """What is painted line by line, by hand."""
    rect = widget.rect()
    places: list[QRect] = []
    if isinstance(widget, Card):
        top = 4 if isinstance(widget, ProblemCard) else ART_PX + 2
        # The star stands at the lower right.
        places = [rect.adjusted(12, top, -60, -6)]
    elif isinstance(widget, Countdown):
        half = rect.width() // 2
        places = [rect.adjusted(20, 6, -half, -26), rect.adjusted(half, 6, -20, -26)]
    for place in places:
        for number, light in enumerate(lines_of(picture.light(widget, place))):
            ratio = ratio_of(light)
            if ratio is not None:
                name = f"{type(widget).__name__} {widget.accessibleName()}, line {number + 1}"
                yield Measured(name, ratio, light.shape[0])
