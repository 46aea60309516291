"""The body figure as numbers: its outline, and where each area of the body lies on it.

The figure stands facing you: its right side is on your left, at negative x. It is 200 units high;
x is measured from the middle, y from the crown downwards.
"""

from __future__ import annotations

from dataclasses import dataclass

from relaxapp.script.body import Area, Side

HEIGHT = 202.0
"""From the crown to the soles, with a little air."""
HALF_WIDTH = 52.0
"""From the middle to beyond the fingertips."""

_NECK_AND_TRUNK = (
    (0, -0.4),
    (3.6, 0.2),
    (6.9, 2.1),
    (9.5, 6),
    (10.7, 11.8),
    (10.4, 17.4),
    (8.9, 22),
    (6.4, 26),
    (5.7, 28.6),
    (5.9, 31.4),
    (7.8, 34.2),
    (13, 36.3),
    (20, 37.8),
    (26, 40.6),
    (29.4, 45.8),
)
_ARM_OUTER = ((30.7, 53), (31.7, 61), (33.6, 69.5), (36.4, 78), (39.2, 87.4), (41.3, 96))
_HAND = (
    (43.2, 100.4),
    (45.6, 106),
    (46.4, 111.6),
    (46.0, 117.2),
    (44.4, 120.2),
    (42.6, 119.6),
    (41.5, 115.6),
    (40.7, 111.2),
    (39.9, 113.4),
    (38.6, 112.6),
    (38.2, 107.6),
    (38.6, 102.4),
    (38.2, 98.2),
)
_ARM_INNER = ((35.2, 90.6), (31.4, 81.4), (27.8, 71.6), (25.2, 62), (23.4, 55))
_SIDE = (
    (22.2, 60.4),
    (21, 68.4),
    (19.7, 76),
    (19.2, 82),
    (20, 89.6),
    (22, 97.6),
    (23.8, 107),
    (24.2, 118),
    (23, 130),
    (21.2, 141),
    (20, 149),
)
_LEG_AND_FOOT = (
    (20.5, 157),
    (20.3, 166),
    (18.4, 177),
    (16.3, 186),
    (16.5, 191),
    (19.4, 195.6),
    (21.8, 199),
    (19.2, 200.8),
    (12.8, 200.6),
    (10, 197.4),
    (9.9, 190),
    (9.6, 182),
    (8.3, 170),
    (7.2, 159),
    (7.3, 150),
    (7.0, 141),
    (5.6, 127),
    (3.2, 114.6),
    (1.3, 108.8),
    (0, 107),
)

OUTLINE_HALF: tuple[tuple[float, float], ...] = (
    *_NECK_AND_TRUNK,
    *_ARM_OUTER,
    *_HAND,
    *_ARM_INNER,
    *_SIDE,
    *_LEG_AND_FOOT,
)
"""The left half from the crown to the crotch; with its mirror image it makes a closed curve."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A soft ellipse.

    Attributes:
        x: its middle.
        y: its middle.
        radius_x: before turning.
        radius_y: before turning.
        degrees: how far it is turned, clockwise as seen.
    """

    x: float
    y: float
    radius_x: float
    radius_y: float
    degrees: float = 0.0

    def mirrored(self) -> Spot:
        """The same on the other side."""
        return Spot(-self.x, self.y, self.radius_x, self.radius_y, -self.degrees)


_MIDDLE: dict[Area, tuple[Spot, ...]] = {
    Area.FOREHEAD: (Spot(0, 5.2, 10.5, 5.2),),
    Area.CHEEKS: (Spot(-6, 17, 4.8, 4), Spot(6, 17, 4.8, 4)),
    Area.JAW: (Spot(0, 22.6, 8.4, 4.6),),
    Area.NECK: (Spot(0, 31, 8, 5),),
    Area.CHEST: (Spot(-8.6, 54, 9.6, 9.6), Spot(8.6, 54, 9.6, 9.6)),
    # Of the back a figure seen from the front shows only its edges.
    Area.UPPER_BACK: (Spot(-21.6, 59, 3.6, 12, 6), Spot(21.6, 59, 3.6, 12, -6)),
    Area.ABDOMEN: (Spot(0, 81, 13.5, 16.5),),
    Area.LOWER_BACK: (Spot(-19.2, 85, 3.6, 12), Spot(19.2, 85, 3.6, 12)),
}
_LEFT: dict[str, tuple[Spot, ...]] = {
    "eye": (Spot(4.7, 11.6, 4.6, 3.6),),
    "shoulder": (Spot(20.5, 42, 11.5, 6.6, 14), Spot(8.6, 37.4, 8, 3.6, 12)),
    "upper arm": (Spot(28.9, 61.5, 5.6, 14.5, -13),),
    "forearm": (Spot(36.2, 87.5, 5.8, 14.5, -17),),
    "hand": (Spot(42.2, 110, 6.2, 10.5, -8),),
    "thigh": (Spot(13.2, 124, 11, 22, 3),),
    "calf": (Spot(13.8, 165, 8, 19, 2),),
    "foot": (Spot(15.4, 195, 8.5, 7.5),),
}


def _spots() -> dict[Area, tuple[Spot, ...]]:
    spots = dict(_MIDDLE)
    for name, left in _LEFT.items():
        spots[Area(f"{Side.LEFT} {name}")] = left
        spots[Area(f"{Side.RIGHT} {name}")] = tuple(spot.mirrored() for spot in left)
    return {area: spots[area] for area in Area}


SPOTS = _spots()
"""Where each area lies, in the order of `Area`; a spot is painted inside the outline only."""

FACE_LINES = (
    ((2.6, 12.2), (4.7, 13.9), (6.8, 12.0)),
    ((2.5, 8.9), (4.9, 7.5), (7.3, 9.1)),
    ((0, 16.9), (1.2, 16.9), (1.7, 16.1)),
    ((0, 20.6), (1.6, 20.6), (3, 20.0)),
)
"""Closed eye, brow, nose and mouth of the left half: start, bend and end of each line."""
