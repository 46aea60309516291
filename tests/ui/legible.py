"""Measures how well text stands out from what is really painted behind it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

import numpy as np
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray
    from PySide6.QtWidgets import QWidget

    Light: TypeAlias = NDArray[np.float64]

LARGE_PX = 24
"""From this size on text is large (WCAG 2.2, 1.4.3: 18 points)."""
_SHADES = np.arange(256) / 255
_LINEAR = np.where(_SHADES <= 0.04045, _SHADES / 12.92, ((_SHADES + 0.055) / 1.055) ** 2.4)
_LUMINANCE = tuple(share * _LINEAR for share in (0.2126, 0.7152, 0.0722))
"""What each shade of red, green and blue adds to the relative luminance (WCAG 2.2)."""
_GLYPHS = 0.004
"""So much of the pixels, the furthest from the ground, are the middle of strokes and not their edge."""
_TILE_PX = 48
_EDGE_PX = 3
_GROUND = 0.7
"""Not more than this share of a tile is strokes and their edges, be the letters as heavy as they may."""
_STROKE = 0.4
"""What is nearer to the text than this power of the whole contrast belongs to a stroke."""
_NOTHING = 1.3
"""Grain and slopes stand out from their ground by less than this, and the faintest text by more."""


@dataclass(frozen=True)
class Measured:
    """How well some words stand out.

    Attributes:
        words: the words, or what else tells them apart.
        ratio: the contrast ratio where it is least, 1 to 21.
        px: how large the type is, in pixels.
    """

    words: str
    ratio: float
    px: int

    def least(self, *, high_contrast: bool) -> float:
        """What the ratio has to be at least."""
        if high_contrast:
            return 7.0
        return 3.0 if self.px >= LARGE_PX else 4.5


class Picture:
    """What a widget looks like, all that lies in it among it.

    Args:
        root: the widget.
        part: what of it is painted; None for all.
    """

    def __init__(self, root: QWidget, part: QRect | None = None) -> None:
        self._root = root
        self._part = root.rect() if part is None else part.intersected(root.rect())
        image = root.grab(self._part).toImage().convertToFormat(QImage.Format.Format_RGB32)
        rows = np.frombuffer(image.constBits(), np.uint8)
        rows = rows.reshape(image.height(), image.bytesPerLine() // 4, 4)
        self._parts = rows[:, : image.width(), 2::-1].copy()

    def light(self, widget: QWidget, inside: QRect) -> Light:
        """The relative luminance, 0 to 1, of each pixel where a widget paints `inside` itself."""
        corner = widget.mapTo(self._root, QPoint(0, 0))
        area = inside.translated(corner).intersected(self._part)
        area.translate(-self._part.topLeft())
        parts = self._parts[area.top() : area.bottom() + 1, area.left() : area.right() + 1]
        red, green, blue = (_LUMINANCE[part][parts[..., part]] for part in range(3))
        light: Light = red + green + blue
        return light


def ratio_of(light: Light) -> float | None:
    """How well the text in a piece of a picture stands out where it does so least; None for no text.

    Text is what is furthest from the ground; the ground is what there is most of, in each tile with
    text in it by itself, for a slope of colours is no single ground.
    """
    light = _trimmed(light)
    if not light.size:
        return None
    apart = _ratio(light, float(np.median(light)))
    count = max(3, int(light.size * _GLYPHS))
    furthest = np.argpartition(apart.ravel(), -count)[-count:]
    text = float(np.median(light.ravel()[furthest]))
    apart = _ratio(light, text)
    ratios = []
    for left in range(0, light.shape[1], _TILE_PX):
        tile = apart[:, left : left + _TILE_PX]
        ground = float(np.quantile(tile, _GROUND))
        if (tile < ground**_STROKE).sum() >= 3:
            ratios.append(ground)
    return min(ratios, default=None)


def lines_of(light: Light) -> Iterator[Light]:
    """The lines of text in a piece of a picture that has one ground, from the top."""
    written = (_ratio(light, float(np.median(light))) > 1.6).any(axis=1)
    edges = np.flatnonzero(np.diff(np.concatenate(([False], written, [False])).astype(int)))
    for top, bottom in zip(edges[::2], edges[1::2], strict=True):
        if bottom - top >= 6:
            yield light[max(0, top - _EDGE_PX) : bottom + _EDGE_PX]


def _trimmed(light: Light) -> Light:
    """What of a piece of a picture has something on it, and its edge; empty where there is nothing."""
    written = _ratio(light, float(np.median(light))) > _NOTHING
    rows, columns = np.flatnonzero(written.any(axis=1)), np.flatnonzero(written.any(axis=0))
    if not rows.size:
        return light[:0]
    top, left = max(0, rows[0] - _EDGE_PX), max(0, columns[0] - _EDGE_PX)
    return light[top : rows[-1] + 1 + _EDGE_PX, left : columns[-1] + 1 + _EDGE_PX]


def _ratio(light: Light, other: float) -> Light:
    lighter, darker = np.maximum(light, other), np.minimum(light, other)
    ratio: Light = (lighter + 0.05) / (darker + 0.05)
    return ratio
