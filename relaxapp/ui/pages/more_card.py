"""A small card over the session page with what is seldom asked for, where the window is small."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QKeyEvent

_AIR_PX = 14
_APART_PX = 8
"""Between the card and what it stands over."""


class MoreCard(QFrame):
    """Holds what it is given in two rows; Escape and a second press of its button close it.

    Keys that nothing in it wants reach the page, where they mean what they always do.

    Args:
        page: what it opens over.
    """

    closed = Signal()
    """It is gone from sight."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self.setProperty("kind", "question")
        self.setAccessibleName(self.tr("More"))
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._upper, self._lower = QHBoxLayout(), QHBoxLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(_AIR_PX, _AIR_PX, _AIR_PX, _AIR_PX)
        column.setSpacing(_APART_PX)
        for row in (self._upper, self._lower):
            row.setSpacing(_APART_PX)
            column.addLayout(row)
        self.hide()

    def hold(self, buttons: Iterable[QWidget], wide: QWidget) -> None:
        """Take these in: buttons beside each other, and something wide below them."""
        for button in buttons:
            self._upper.addWidget(button)
        self._upper.addStretch(1)
        self._lower.addWidget(wide)
        self._lower.addStretch(1)

    def let_go(self) -> None:
        """Hold nothing any more, and close."""
        self.close_card()
        for row in (self._upper, self._lower):
            while row.takeAt(0) is not None:
                pass

    def open_over(self, button: QWidget, first: QWidget | None) -> None:
        """Open above the button that asked for it.

        Args:
            button: stands below its right end.
            first: what in it takes the focus; None for the card itself.
        """
        self.show()
        self.raise_()
        self.place(button)
        (first or self).setFocus(Qt.FocusReason.OtherFocusReason)

    def close_card(self) -> None:
        """Close, if it is open."""
        if not self.isHidden():
            self.hide()
            self.closed.emit()

    def place(self, button: QWidget) -> None:
        """Stand above a button, within the page."""
        page = self.parentWidget()
        assert page is not None
        self.adjustSize()
        corner = button.mapTo(page, QPoint(button.width(), 0))
        left = min(corner.x(), page.width() - _APART_PX) - self.width()
        self.move(max(_APART_PX, left), max(_APART_PX, corner.y() - _APART_PX - self.height()))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 -- Qt's name
        """Escape closes the card, and nothing else."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_card()
        else:
            super().keyPressEvent(event)
