"""What stands on a page, as plain values: words, lines, boxes and body figures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping

    from relaxapp.ui.report.ink import Type

Point: TypeAlias = tuple[float, float]
"""From the left and from the top, in points."""


@dataclass(frozen=True, slots=True)
class Words:
    """One line of text.

    Attributes:
        text: what it says.
        x: where its left end is.
        baseline: what it stands on, from the top.
        width: how wide it is.
        type: what it is set in.
        is_leftward: whether it is read from right to left.
    """

    text: str
    x: float
    baseline: float
    width: float
    type: Type
    is_leftward: bool = False


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line through some points.

    Attributes:
        points: two or more.
        color: as `#rrggbb`.
        width: how thick it is.
        dash: how long its dashes are; 0 for an unbroken one.
    """

    points: tuple[Point, ...]
    color: str
    width: float = 0.6
    dash: float = 0


@dataclass(frozen=True, slots=True)
class Fill:
    """A filled surface with corners."""

    points: tuple[Point, ...]
    color: str


@dataclass(frozen=True, slots=True)
class Box:
    """A filled rectangle with round corners.

    Attributes:
        x: its left.
        y: its top.
        width: from left to right.
        height: from top to bottom.
        color: as `#rrggbb`.
        radius: of its corners.
    """

    x: float
    y: float
    width: float
    height: float
    color: str
    radius: float = 0


@dataclass(frozen=True, slots=True)
class Dot:
    """A round mark on a line.

    Attributes:
        x: its middle.
        y: its middle.
        radius: how large it is.
        color: as `#rrggbb`.
        is_filled: whether it is more than a ring.
    """

    x: float
    y: float
    radius: float
    color: str
    is_filled: bool = True


@dataclass(frozen=True, slots=True)
class Figure:
    """The body seen from the front.

    Attributes:
        x: its middle.
        y: its crown.
        height: from the crown to the soles.
        tension: how strongly areas are marked as tense, 0 to 1, by name.
        twitching: the names of the areas marked as twitching.
    """

    x: float
    y: float
    height: float
    tension: Mapping[str, float]
    twitching: frozenset[str]


Drawn: TypeAlias = Words | Stroke | Fill | Box | Dot | Figure


@dataclass(frozen=True, slots=True)
class Placed:
    """Some of what stands on a page.

    Attributes:
        x: from the left edge of the paper to where it begins.
        y: the same from the upper edge.
        drawn: what it is, measured from there.
        said: the same in words, for whoever hears the page; empty for an ornament.
    """

    x: float
    y: float
    drawn: tuple[Drawn, ...]
    said: str = ""


Page: TypeAlias = tuple[Placed, ...]
"""A page, from the top to the bottom."""
