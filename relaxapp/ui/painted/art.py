"""The small pictures on the cards: one kind for each kind of exercise, never two quite the same."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from math import cos, exp, pi, sin
from random import Random
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QLinearGradient,
    QPainter,
    QPainterPath,
    QPen,
    QPixmap,
    QPixmapCache,
    QRadialGradient,
)

from relaxapp.ui.painted.ground import grain
from relaxapp.ui.painted.layer import layer
from relaxapp.ui.theme import Theme, faded, mixed

if TYPE_CHECKING:
    from collections.abc import Callable

_DRAWN_FOR_PX = 92.0
"""The height the motifs are drawn for; on a higher picture they are larger."""


class Motif(Enum):
    """What is painted, with the colour it begins in and the one it may lean towards."""

    BARS = ("#b06a3c", "#8a5a4c")
    RINGS = ("#2f8574", "#2c6a8c")
    WAVES = ("#3c5f9c", "#34748c")
    SWELLS = ("#5d5596", "#7a5590")
    LIGHT = ("#8a7440", "#6a7a48")
    DOTS = ("#5c7a4c", "#7c7a48")
    LOOPS = ("#8a5080", "#6f5590")
    DISCS = ("#a0605a", "#8f6a4a")


_MOTIFS = (
    ("muscle", Motif.BARS),
    ("breath", Motif.RINGS),
    ("visual", Motif.WAVES),
    ("imag", Motif.WAVES),
    ("scan", Motif.SWELLS),
    ("ground", Motif.DOTS),
    ("mindful", Motif.LOOPS),
    ("autogen", Motif.DISCS),
)


def motif_of(technique: str) -> Motif:
    """The motif for a technique as a script names it; one that is not known gets a quiet light."""
    lower = technique.lower()
    for part, motif in _MOTIFS:
        if part in lower:
            return motif
    return Motif.LIGHT


@dataclass(frozen=True, slots=True)
class _Canvas:
    """What a motif is painted with.

    Attributes:
        painter: paints it.
        width: of the picture, in units of which its height has `_DRAWN_FOR_PX`.
        ink: the colour of lines and shapes, opaque.
        shine: the colour of lights, opaque.
        chance: what makes this picture differ from the others; the same each time it is painted.
    """

    painter: QPainter
    width: float
    ink: QColor
    shine: QColor
    chance: Random

    @property
    def height(self) -> float:
        return _DRAWN_FOR_PX

    def between(self, low: float, high: float) -> float:
        return self.chance.uniform(low, high)

    def draw(self, alpha: float, width: float = 1.6) -> None:
        """From here on, outlines."""
        pen = QPen(faded(self.ink, alpha), width)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        self.painter.setPen(pen)
        self.painter.setBrush(Qt.BrushStyle.NoBrush)

    def fill(self, alpha: float) -> None:
        """From here on, filled shapes."""
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(faded(self.ink, alpha))

    def halo(self, center: QPointF, radius: float, alpha: float) -> None:
        """A soft light."""
        light = QRadialGradient(center, radius)
        for at, share in ((0.0, 1.0), (0.45, 0.4), (1.0, 0.0)):
            light.setColorAt(at, faded(self.shine, alpha * share))
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(light)
        self.painter.drawEllipse(center, radius, radius)

    def lamp(self, center: QPointF, radius: float) -> None:
        """What a light comes from."""
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(faded(self.shine, 0.85))
        self.painter.drawEllipse(center, radius, radius)


def art_picture(
    theme: Theme,
    motif: Motif,
    size: QSizeF,
    *,
    ratio: float = 1.0,
    variation: float = 0.0,
    all_round: bool = True,
) -> QPixmap:
    """A motif as a picture of a size in device-independent pixels.

    Pictures are kept in Qt's own cache, which drops those that were not asked for of late.
    """
    key = (
        f"art {theme.name} {theme.card.name()} {theme.radius_px} {motif.name} {variation:.4f} "
        f"{size.width():.1f} {size.height():.1f} {ratio:.3f} {all_round}"
    )
    kept = QPixmap()
    if QPixmapCache.find(key, kept):
        return kept

    def paint(painter: QPainter) -> None:
        _paint(painter, theme, motif, size, variation=variation, all_round=all_round)

    picture = layer(size, ratio, paint)
    QPixmapCache.insert(key, picture)
    return picture


def _paint(
    painter: QPainter,
    theme: Theme,
    motif: Motif,
    size: QSizeF,
    *,
    variation: float,
    all_round: bool,
) -> None:
    corners = QPainterPath()
    radius = theme.radius_px
    below = 0.0 if all_round else float(radius)
    corners.addRoundedRect(QRectF(0, 0, size.width(), size.height() + below), radius, radius)
    painter.setClipPath(corners)
    first, second = (QColor(name) for name in motif.value)
    color = mixed(first, second, variation)
    if theme.is_dark:
        start, end = color, mixed(theme.raised, color, 0.2)
        ink = shine = mixed(color, theme.text, 0.72)
    else:
        start, end = mixed(color, QColor("#ffffff"), 0.38), mixed(color, theme.card, 0.78)
        ink, shine = color.darker(125), QColor("#ffffff")
    slope = QLinearGradient(QPointF(0, 0), QPointF(size.width(), size.height() * 0.4))
    slope.setColorAt(0.0, start)
    slope.setColorAt(1.0, end)
    painter.fillRect(QRectF(QPointF(0, 0), size), slope)
    painter.drawTiledPixmap(QRectF(QPointF(0, 0), size), _grain())
    unit = size.height() / _DRAWN_FOR_PX
    painter.scale(unit, unit)
    chance = Random(f"{motif.name} {variation:.4f}")  # noqa: S311 -- a pattern, not a secret
    _PAINTERS[motif](_Canvas(painter, size.width() / unit, ink, shine, chance))


def _bars(canvas: _Canvas) -> None:
    """Tension that rises and is let go, once or twice."""
    heights: list[float] = []
    rounds = canvas.chance.randint(1, 2)
    for _ in range(rounds):
        most = canvas.between(44, 66)
        rise = canvas.chance.randint(4, 6) + (2 if rounds == 1 else -1)
        heights += [8 + (most - 8) * ((step + 1) / rise) ** 1.7 for step in range(rise)]
        # Let go: at once, not little by little.
        heights += [8 + 3 / (step + 1) for step in range(canvas.chance.randint(2, 3))]
    gap = canvas.between(15, 18)
    left = canvas.width - 30 - (len(heights) - 1) * gap
    for index, height in enumerate(heights):
        canvas.fill(0.16 + 0.4 * min(1.0, (height - 8) / 48))
        canvas.painter.drawRoundedRect(
            QRectF(left + index * gap - 3, (canvas.height - height) / 2, 6, height), 3, 3
        )


def _rings(canvas: _Canvas) -> None:
    """A breath from above."""
    center = QPointF(canvas.width - canvas.between(62, 104), canvas.between(40, 54))
    step = canvas.between(12.5, 17)
    count = canvas.chance.randint(4, 6)
    for ring in range(count, 0, -1):
        radius = step * ring + 2
        canvas.fill(0.06)
        canvas.painter.drawEllipse(center, radius, radius)
        canvas.draw(0.5 - 0.35 * ring / count)
        canvas.painter.drawEllipse(center, radius, radius)
    canvas.fill(0.75)
    canvas.painter.drawEllipse(center, 4, 4)


def _waves(canvas: _Canvas) -> None:
    """Water coming in under a low light."""
    light = QPointF(canvas.width * canvas.between(0.55, 0.84), canvas.between(26, 40))
    radius = canvas.between(8, 12)
    canvas.halo(light, radius * 4.5, 0.36)
    canvas.lamp(light, radius)
    for index in range(3):
        line = _curve(
            canvas,
            base=canvas.height * (0.58 + 0.16 * index),
            height=canvas.between(4, 7),
            turns=canvas.width / canvas.between(170, 260),
            phase=canvas.between(0, 2 * pi),
        )
        water = QPainterPath(line)
        water.lineTo(canvas.width, canvas.height)
        water.lineTo(0, canvas.height)
        water.closeSubpath()
        canvas.fill(0.13)
        canvas.painter.drawPath(water)
        canvas.draw(0.4)
        canvas.painter.drawPath(line)


def _swells(canvas: _Canvas) -> None:
    """Lines over a body at rest, with attention on one of them."""
    middle = canvas.width * canvas.between(0.6, 0.74)
    broad = canvas.between(46, 74)
    high = canvas.between(20, 30)
    noticed = canvas.chance.randint(1, 3)
    for index in range(5):
        path = QPainterPath()
        for x in _columns(canvas):
            bump = exp(-(((x - middle) / broad) ** 2))
            ripple = 2.2 * sin(2 * pi * x / 190 + index)
            y = 40 + 13 * index - bump * high * (1 - 0.13 * index) + ripple
            path.lineTo(x, y) if path.elementCount() else path.moveTo(x, y)
        canvas.draw(0.62 if index == noticed else 0.26)
        canvas.painter.drawPath(path)
        if index == noticed:
            point = path.pointAtPercent(canvas.between(0.5, 0.72))
            canvas.halo(point, 17, 0.6)
            canvas.lamp(point, 3.8)


def _light(canvas: _Canvas) -> None:
    """A quiet light low in the sky."""
    center = QPointF(canvas.width - canvas.between(76, 120), canvas.height + canvas.between(-4, 10))
    step = canvas.between(15, 19)
    canvas.halo(center, 120, 0.3)
    for ring in range(4, 0, -1):
        radius = step * ring + 6
        canvas.fill(0.08)
        canvas.painter.drawEllipse(center, radius, radius)
        canvas.draw(0.5 - 0.09 * ring)
        canvas.painter.drawEllipse(center, radius, radius)


def _dots(canvas: _Canvas) -> None:
    """Five things, then four, three, two and one: what is around, counted."""
    gap = canvas.between(19, 22)
    right = canvas.width - canvas.between(34, 46)
    noticed = canvas.chance.randint(0, 4)
    for column in range(5):
        for row in range(5 - column):
            x = right - (4 - column) * gap * 1.15
            y = canvas.height * 0.5 + (row - (4 - column) / 2) * 15
            if column == noticed and row == (4 - column) // 2:
                canvas.halo(QPointF(x, y), 15, 0.5)
                canvas.lamp(QPointF(x, y), 3.8)
            else:
                canvas.fill(0.55)
                canvas.painter.drawEllipse(QPointF(x, y), 3.2, 3.2)


def _loops(canvas: _Canvas) -> None:
    """Attention that wanders off, and comes back each time."""
    home = QPointF(canvas.width - canvas.between(34, 50), canvas.between(56, 64))
    turns = canvas.chance.randint(3, 5)
    length = turns * canvas.between(44, 54)
    sway = canvas.between(0, 2 * pi)
    path = QPainterPath()
    steps = 64 * turns
    for step in range(steps + 1):
        done = step / steps
        # Near its home the way becomes straight; a loop is wide enough to cross itself.
        radius = (17 + 5 * sin(3 * done * pi + sway)) * (1 - done**10)
        x = home.x() - length * (1 - done) + radius * sin(2 * pi * turns * done)
        y = home.y() - radius * (1 - cos(2 * pi * turns * done))
        path.lineTo(x, y) if path.elementCount() else path.moveTo(x, y)
    canvas.draw(0.5)
    canvas.painter.drawPath(path)
    canvas.halo(home, 18, 0.6)
    canvas.lamp(home, 4)


def _discs(canvas: _Canvas) -> None:
    """Six short sentences, from heavy and low to light and high, one of them just now."""
    said = canvas.chance.randint(0, 5)
    gap = canvas.between(27, 31)
    bend = canvas.between(0.7, 1.5)
    for index in range(6):
        done = index / 5
        radius = 15 - 10 * done
        center = QPointF(
            canvas.width - 30 - (5 - index) * gap, canvas.height - 22 - 48 * done**bend
        )
        if index == said:
            canvas.halo(center, radius + 16, 0.5)
        canvas.fill(0.62 if index == said else 0.3)
        canvas.painter.drawEllipse(center, radius, radius)


def _grain() -> QPixmap:
    """The grain of the ground, kept for the next picture."""
    kept = QPixmap()
    if not QPixmapCache.find("grain", kept):
        kept = grain()
        QPixmapCache.insert("grain", kept)
    return kept


def _columns(canvas: _Canvas) -> list[float]:
    steps = 64
    return [canvas.width * step / steps for step in range(steps + 1)]


def _curve(
    canvas: _Canvas, *, base: float, height: float, turns: float, phase: float
) -> QPainterPath:
    """A wave across the whole picture."""
    path = QPainterPath()
    for x in _columns(canvas):
        y = base + height * sin(2 * pi * turns * x / canvas.width + phase)
        path.lineTo(x, y) if path.elementCount() else path.moveTo(x, y)
    return path


_PAINTERS: dict[Motif, Callable[[_Canvas], None]] = {
    Motif.BARS: _bars,
    Motif.RINGS: _rings,
    Motif.WAVES: _waves,
    Motif.SWELLS: _swells,
    Motif.LIGHT: _light,
    Motif.DOTS: _dots,
    Motif.LOOPS: _loops,
    Motif.DISCS: _discs,
}
