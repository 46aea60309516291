"""Finds text that is not wholly to be seen in its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QLabel,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QWidget,
)

from relaxapp.ui.elided_label import ElidedLabel

if TYPE_CHECKING:
    from collections.abc import Iterator

_ROUNDING = 1


def cut_off(root: QWidget) -> list[str]:
    """A line for each label and button in a widget whose text has too little room, or lies outside."""
    return [
        f"{type(each).__name__} {each.text()!r}: {why}"
        for each in _written(root)
        if (why := _too_small(each) or _outside(each, root))
    ]


def _written(root: QWidget) -> Iterator[QLabel | QAbstractButton]:
    """What can be seen of labels and buttons, but for what cuts its text short with dots itself."""
    for each in root.findChildren(QWidget):
        if not each.isVisibleTo(root) or isinstance(each, ElidedLabel):
            continue
        if isinstance(each, QLabel | QPushButton | QRadioButton | QCheckBox) and each.text():
            yield each


def _too_small(widget: QLabel | QAbstractButton) -> str:
    width, height = widget.width() + _ROUNDING, widget.height() + _ROUNDING
    if isinstance(widget, QLabel) and widget.wordWrap():
        room = widget.contentsRect().width()
        words = widget.text().split()
        longest = max((widget.fontMetrics().horizontalAdvance(word) for word in words), default=0)
        breaks_anywhere = bool(
            widget.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse
        )
        if longest > room + _ROUNDING and not breaks_anywhere:
            return f"the longest word needs {longest} of {room} px"
        needed = widget.heightForWidth(widget.width())
        return f"needs {needed} of {widget.height()} px in height" if needed > height else ""
    needs = widget.sizeHint()
    if isinstance(widget, QLabel) and widget.sizePolicy().hasHeightForWidth():
        return ""
    if needs.width() > width:
        return f"needs {needs.width()} of {widget.width()} px in width"
    if needs.height() > height:
        return f"needs {needs.height()} of {widget.height()} px in height"
    return ""


def _outside(widget: QWidget, root: QWidget) -> str:
    """Why a widget is not wholly inside what it lies in; what scrolls may lie below the edge."""
    child = widget
    while child is not root:
        parent = child.parentWidget()
        assert parent is not None
        area = QRect(widget.mapTo(parent, QPoint(0, 0)), widget.size())
        edge = parent.rect()
        scroller = parent.parentWidget()
        if isinstance(scroller, QScrollArea) and scroller.viewport() is parent:
            never = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
            if scroller.horizontalScrollBarPolicy() != never:
                return ""
            edge.setTop(area.top())
            edge.setBottom(area.bottom())
            if not edge.adjusted(-_ROUNDING, 0, _ROUNDING, 0).contains(area):
                return f"{area} reaches out of what scrolls {edge}"
            child = scroller
            widget = scroller
            continue
        if not edge.adjusted(-_ROUNDING, -_ROUNDING, _ROUNDING, _ROUNDING).contains(area):
            return f"{area} reaches out of its {type(parent).__name__} {edge}"
        child = parent
    return ""
