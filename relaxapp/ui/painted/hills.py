"""Hills one behind the other under a soft evening or morning sky, and the same with a forest."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPainterPath

from relaxapp.ui.painted.sky import Stops, drift, fill, finish, light, mist, ridge, stars
from relaxapp.ui.theme import Theme, mixed

_RIDGES = ((0.56, 0.07, 4), (0.63, 0.06, 12), (0.71, 0.05, 2), (0.82, 0.05, 21))
"""Middle, height and shape of the ridges, the farthest first."""
_MIST_SPEED = 3.5
"""Pixels a second."""


@dataclass(frozen=True, slots=True)
class _Tones:
    """The colours of one time of day; ridges go from far to near, each down to the foot's colour.

    `fade` is how far below a ridge its foot is, as a share of the height.
    """

    sky: Stops
    sun: str
    glow: str
    far: str
    near: str
    foot: str
    fade: float
    mist: str
    mist_strength: float
    stars: int


_DUSK = _Tones(
    sky=((0, "#16223a"), (0.35, "#27405c"), (0.62, "#4c6474"), (0.85, "#a08d84"), (1, "#d8a98a")),
    sun="#ffd9ae",
    glow="#ffd9ae",
    far="#5c7080",
    near="#0e1f27",
    foot="#0e1f27",
    fade=0.34,
    mist="#cfd9dc",
    mist_strength=0.12,
    stars=70,
)
_MORNING = _Tones(
    sky=((0, "#bcd5e4"), (0.42, "#dbe4e2"), (0.75, "#f6e3c8"), (1, "#fbcf9f")),
    sun="#fffbf0",
    glow="#ffe9c4",
    far="#a8c0d0",
    near="#95bba5",
    foot="#e9f2ec",
    fade=0.13,
    mist="#ffffff",
    mist_strength=0.42,
    stars=0,
)


class Hills:
    """Paints the hills at one size."""

    _wooded = False

    def __init__(self, theme: Theme, size: QSizeF, ratio: float) -> None:
        self._tones = _DUSK if theme.is_dark else _MORNING
        self._size = size
        self._mist = mist(
            QSizeF(max(1.0, size.width()), max(1.0, size.height() * 0.2)),
            ratio,
            self._tones.mist,
            self._tones.mist_strength,
        )

    def moving_share(self) -> tuple[float, float]:
        """Where the mist drifts."""
        return (0.5, 0.835)

    def paint_still(self, painter: QPainter) -> None:
        """Paint sky, sun and ridges."""
        tones, width, height = self._tones, self._size.width(), self._size.height()
        fill(painter, QRectF(0, 0, width, height * 0.6), tones.sky)
        fill(
            painter, QRectF(0, height * 0.6, width, height * 0.4), ((0, tones.far), (1, tones.near))
        )
        stars(painter, QRectF(0, 0, width, height * 0.4), tones.stars, "#ffffff")
        sun = QPointF(width * 0.4, height * 0.5)
        light(painter, sun, height * 0.55, tones.glow, 0.7)
        painter.setBrush(QColor(tones.sun))
        painter.drawEllipse(sun, height * 0.04, height * 0.04)
        for index, (at, rise, seed) in enumerate(_RIDGES):
            self._paint_ridge(painter, index / (len(_RIDGES) - 1), at, rise, seed)
        finish(painter, self._size)

    def paint_moving(self, painter: QPainter, seconds: float) -> None:
        """Paint two bands of mist that drift past each other."""
        height = self._size.height()
        drift(painter, self._mist, round(height * 0.5), seconds * _MIST_SPEED)
        drift(painter, self._mist, round(height * 0.63), -seconds * _MIST_SPEED * 1.6)

    def _paint_ridge(
        self, painter: QPainter, nearness: float, at: float, rise: float, seed: int
    ) -> None:
        height = self._size.height()
        far, near = QColor(self._tones.far), QColor(self._tones.near)
        top = mixed(far, near, nearness**0.8)
        fade = min(1.0, at + self._tones.fade)
        shade = QLinearGradient(0, height * (at - rise), 0, height * fade)
        shade.setColorAt(0.0, top)
        shade.setColorAt(1.0, mixed(top, QColor(self._tones.foot), 0.8))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(shade)
        outline = ridge(self._size, at, rise, seed)
        if self._wooded:
            outline.addPath(self._trees(outline, nearness, seed))
            outline.setFillRule(Qt.FillRule.WindingFill)
        painter.drawPath(outline)

    def _trees(self, ground: QPainterPath, nearness: float, seed: int) -> QPainterPath:
        """Firs along a ridge, taller on the nearer ones."""
        chance = Random(seed)  # noqa: S311 -- a pattern, not a secret
        trees = QPainterPath()
        tall = self._size.height() * (0.02 + 0.075 * nearness)
        elements = [ground.elementAt(index) for index in range(1, ground.elementCount() - 2)]
        spacing = max(1, round(2 * nearness))
        for element in elements[::spacing]:
            x = element.x + (chance.random() - 0.5) * tall * 0.6
            height = tall * (0.55 + 0.6 * chance.random())
            half = height * 0.21
            foot = element.y + height * 0.15
            tree = QPainterPath(QPointF(x, foot - height))
            for level in (0.42, 0.7, 1.0):
                y = foot - height * (1 - level)
                tree.lineTo(x + half * level, y)
                tree.lineTo(x + half * level * 0.62, y - height * 0.03)
            tree.lineTo(x, foot)
            for level in (1.0, 0.7, 0.42):
                y = foot - height * (1 - level)
                tree.lineTo(x - half * level * 0.62, y - height * 0.03)
                tree.lineTo(x - half * level, y)
            tree.closeSubpath()
            trees.addPath(tree)
        return trees


class Forest(Hills):
    """The hills, with firs."""

    _wooded = True
