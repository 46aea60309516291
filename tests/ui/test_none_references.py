"""A Qt package that loses references to None while it paints ends the interpreter; this one must not."""

from __future__ import annotations

import sys

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter

PAINTED = 1_000
NOISE = 100
"""How far the count may move by what else goes on in the interpreter."""


def test_painting_takes_no_reference_to_none_away() -> None:
    image = QImage(8, 8, QImage.Format.Format_ARGB32)
    painter = QPainter(image)
    before = sys.getrefcount(None)
    for _ in range(PAINTED):
        painter.setPen(Qt.PenStyle.NoPen)
    after = sys.getrefcount(None)
    painter.end()
    assert abs(after - before) < NOISE
