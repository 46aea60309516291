"""The way a light takes along areas of the figure, from its head to its feet and down each limb."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from math import cos, hypot, radians, sin
from typing import TYPE_CHECKING

from relaxapp.script.body import Area, Side
from relaxapp.ui.painted.figure import SPOTS, Spot

if TYPE_CHECKING:
    from collections.abc import Iterator

_ORDER = (
    "forehead",
    "eye",
    "cheeks",
    "jaw",
    "neck",
    "shoulder",
    "upper arm",
    "forearm",
    "hand",
    "chest",
    "upper back",
    "abdomen",
    "lower back",
    "thigh",
    "calf",
    "foot",
)
"""Areas without their sides, in the order attention goes through them."""
_REACH = 0.7
"""How much of a spot the light goes through, as a share of its longer radius."""
_JUMP = 17.0
"""Spots farther apart than this, in the figure's units, are not joined: the light fades in between."""
_FADE = 6.0
"""The way on which the light comes and goes at either end of what is joined."""


@dataclass(frozen=True, slots=True)
class Light:
    """Where a light is on the figure.

    Attributes:
        x: in the figure's units.
        y: likewise.
        strength: 0 to 1.
    """

    x: float
    y: float
    strength: float


_Point = tuple[float, float]
_Run = tuple[_Point, ...]
"""A line without a gap."""


def lights(areas: frozenset[Area], share: float) -> tuple[Light, ...]:
    """The lights on noticed areas when a share of the time, 0 to 1, is over; one on each side."""
    return tuple(_light_on(way, share) for way in _ways(areas))


@lru_cache(maxsize=64)
def _ways(areas: frozenset[Area]) -> tuple[tuple[_Run, ...], ...]:
    """The way on the right and the one on the left; one alone where they are the same."""
    sides = [side for side in Side if any(area.startswith(side) for area in areas)] or list(Side)
    return tuple(dict.fromkeys(_way(areas, side) for side in sides))


def _way(areas: frozenset[Area], side: Side) -> tuple[_Run, ...]:
    runs: list[list[_Point]] = []
    for spot in _spots(areas, side):
        start, end = _ends(spot)
        if runs and hypot(start[0] - runs[-1][-1][0], start[1] - runs[-1][-1][1]) <= _JUMP:
            runs[-1].extend((start, end))
        else:
            runs.append([start, end])
    return tuple(tuple(run) for run in runs)


def _spots(areas: frozenset[Area], side: Side) -> Iterator[Spot]:
    """The spots of areas on one side and in the middle, in the order of attention."""
    right = side is Side.RIGHT
    for name in _ORDER:
        for area in areas & {name, f"{side} {name}"}:
            spots = sorted(SPOTS[Area(area)], key=lambda spot: abs(spot.x))
            yield from (spot for spot in spots if spot.x == 0 or (spot.x < 0) == right)


def _ends(spot: Spot) -> tuple[_Point, _Point]:
    """Along the longer radius: downwards, or from the middle outwards."""
    angle = radians(spot.degrees)
    if spot.radius_x > spot.radius_y:
        way = spot.radius_x * _REACH
        dx, dy = way * cos(angle), way * sin(angle)
        if spot.x < 0:
            dx, dy = -dx, -dy
    else:
        way = spot.radius_y * _REACH
        dx, dy = -way * sin(angle), way * cos(angle)
    return (spot.x - dx, spot.y - dy), (spot.x + dx, spot.y + dy)


def _light_on(way: tuple[_Run, ...], share: float) -> Light:
    lengths = _lengths(way)
    along = min(max(share, 0.0), 1.0) * sum(lengths)
    last = len(way) - 1
    for index, (run, length) in enumerate(zip(way, lengths, strict=True)):
        if along <= length or index == last:
            along = min(along, length)
            x, y = _place(run, along)
            return Light(x, y, min(1.0, along / _FADE, (length - along) / _FADE))
        along -= length
    raise AssertionError  # a way has a run


@lru_cache(maxsize=64)
def _lengths(way: tuple[_Run, ...]) -> tuple[float, ...]:
    """How long each line of a way is."""
    return tuple(sum(_distance(*pair) for pair in pairwise(run)) for run in way)


def _place(run: _Run, along: float) -> _Point:
    for start, end in pairwise(run):
        length = _distance(start, end)
        if along <= length:
            share = along / length if length else 0.0
            return (start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share)
        along -= length
    return run[-1]


def _distance(start: _Point, end: _Point) -> float:
    return hypot(end[0] - start[0], end[1] - start[1])
