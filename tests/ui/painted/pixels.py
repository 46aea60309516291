"""Pictures as numbers, for tests that compare them, and what a widget was asked to paint."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QImage, QPaintEvent, QRegion

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from PySide6.QtWidgets import QWidget


def lightness(image: QImage) -> NDArray[np.int32]:
    """The lightness of every pixel, 0 to 255, of shape (height, width)."""
    colors = rgb(image)
    return np.asarray((colors.max(axis=2) + colors.min(axis=2)) // 2, np.int32)


def rgb(image: QImage) -> NDArray[np.int32]:
    """Red, green and blue of every pixel, of shape (height, width, 3)."""
    plain = image.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(plain.constBits(), np.uint8).reshape(plain.height(), plain.bytesPerLine())
    whole = rows[:, : plain.width() * 3].reshape(plain.height(), plain.width(), 3)
    return whole.astype(np.int32)


def largest_difference(one: QImage, other: QImage) -> int:
    """The largest difference of lightness between two pictures of a size."""
    return int(np.abs(lightness(one) - lightness(other)).max())


def differing_columns(one: QImage, other: QImage) -> list[int]:
    """The columns in which two pictures differ."""
    return [int(x) for x in np.flatnonzero((rgb(one) != rgb(other)).any(axis=(0, 2)))]


class Asked(QObject):
    """What of a widget was asked to be painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.region = QRegion()
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 -- Qt's name
        """Add what a paint event asks for."""
        if isinstance(event, QPaintEvent):
            self.region = self.region.united(event.region())
        return super().eventFilter(watched, event)
