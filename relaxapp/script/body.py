"""The one vocabulary of body areas and muscle groups: what scripts name, the body map paints and the log counts."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Side(StrEnum):
    """A side of the body, seen from inside it."""

    RIGHT = "right"
    LEFT = "left"

    @property
    def opposite(self) -> Side:
        """The other side."""
        return Side.LEFT if self is Side.RIGHT else Side.RIGHT


class Area(StrEnum):
    """The smallest part of the body that can be tensed, noticed, left out or marked."""

    FOREHEAD = "forehead"
    RIGHT_EYE = "right eye"
    LEFT_EYE = "left eye"
    CHEEKS = "cheeks"
    JAW = "jaw"
    NECK = "neck"
    RIGHT_SHOULDER = "right shoulder"
    LEFT_SHOULDER = "left shoulder"
    UPPER_BACK = "upper back"
    CHEST = "chest"
    ABDOMEN = "abdomen"
    LOWER_BACK = "lower back"
    RIGHT_UPPER_ARM = "right upper arm"
    RIGHT_FOREARM = "right forearm"
    RIGHT_HAND = "right hand"
    LEFT_UPPER_ARM = "left upper arm"
    LEFT_FOREARM = "left forearm"
    LEFT_HAND = "left hand"
    RIGHT_THIGH = "right thigh"
    RIGHT_CALF = "right calf"
    RIGHT_FOOT = "right foot"
    LEFT_THIGH = "left thigh"
    LEFT_CALF = "left calf"
    LEFT_FOOT = "left foot"


DOMINANT = "dominant"
"""Stands in a group's name for the side of the stronger hand."""
OTHER = "other"
"""Stands in a group's name for the side opposite to the stronger hand."""

_SIDED = {
    "eye": ("eye",),
    "shoulder": ("shoulder",),
    "upper arm": ("upper arm",),
    "forearm": ("forearm",),
    "hand": ("hand",),
    "arm": ("upper arm", "forearm", "hand"),
    "thigh": ("thigh",),
    "calf": ("calf",),
    "foot": ("foot",),
    "lower leg": ("calf", "foot"),
    "leg": ("thigh", "calf", "foot"),
}
_PLURALS = {
    "eyes": "eye",
    "shoulders": "shoulder",
    "upper arms": "upper arm",
    "forearms": "forearm",
    "hands": "hand",
    "arms": "arm",
    "thighs": "thigh",
    "calves": "calf",
    "feet": "foot",
    "lower legs": "lower leg",
    "legs": "leg",
}
_UNIONS = {
    "face": ("forehead", "eyes", "cheeks", "jaw"),
    "back": ("upper back", "lower back"),
    "trunk": ("chest", "upper back", "abdomen", "lower back"),
    "stomach": ("abdomen",),
    "belly": ("abdomen",),
    "upper body": ("face", "neck", "shoulders", "arms", "chest", "upper back"),
    "whole body": tuple(area.value for area in Area),
}


def _vocabulary() -> dict[str, frozenset[Area]]:
    words: dict[str, frozenset[Area]] = {area.value: frozenset({area}) for area in Area}
    for side in Side:
        for name, parts in _SIDED.items():
            words[f"{side} {name}"] = frozenset(Area(f"{side} {part}") for part in parts)
    for plural, name in _PLURALS.items():
        words[plural] = words[f"right {name}"] | words[f"left {name}"]
    for union, members in _UNIONS.items():
        words[union] = frozenset[Area]().union(*(words[member] for member in members))
    return words


AREAS_BY_NAME = _vocabulary()
"""Every name without `dominant` or `other`, and the areas it stands for."""

GROUP_NAMES = (
    *AREAS_BY_NAME,
    *(f"{which} {name}" for which in (DOMINANT, OTHER) for name in _SIDED),
)
"""Every name a script may use for a muscle group."""


@dataclass(frozen=True, slots=True)
class Group:
    """One or more muscle groups that a cue is about, as the script names them.

    Attributes:
        names: names out of `GROUP_NAMES`, in the order written, at least one.
    """

    names: tuple[str, ...]

    def __str__(self) -> str:
        if len(self.names) == 1:
            return self.names[0]
        return f"{', '.join(self.names[:-1])} and {self.names[-1]}"

    def areas(self, stronger_hand: Side = Side.RIGHT) -> frozenset[Area]:
        """The areas the group stands for in a person with that stronger hand."""
        return frozenset[Area]().union(
            *(AREAS_BY_NAME[name] for name in self.on(stronger_hand).names)
        )

    def on(self, stronger_hand: Side) -> Group:
        """The same group with `dominant` and `other` replaced by the sides they mean."""
        return Group(tuple(_sided(name, stronger_hand) for name in self.names))


def _sided(name: str, stronger_hand: Side) -> str:
    which, _, rest = name.partition(" ")
    if which == DOMINANT:
        return f"{stronger_hand} {rest}"
    if which == OTHER:
        return f"{stronger_hand.opposite} {rest}"
    return name
