"""What muscle groups are called in the language of a script."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from relaxapp.script.language import code_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from relaxapp.script.body import Group

# Those with a side: the noun, and the endings that "recht" and "link" take before it.
_GERMAN_SIDED = {
    "eye": "{}es Auge",
    "shoulder": "{}e Schulter",
    "upper arm": "{}er Oberarm",
    "forearm": "{}er Unterarm",
    "hand": "{}e Hand",
    "arm": "{}er Arm",
    "thigh": "{}er Oberschenkel",
    "calf": "{}e Wade",
    "foot": "{}er Fuß",
    "lower leg": "{}er Unterschenkel",
    "leg": "{}es Bein",
}
_GERMAN_STEMS = {"right": "recht", "left": "link", "dominant": "stärker", "other": "ander"}
_GERMAN_OTHERS = {
    "forehead": "Stirn",
    "cheeks": "Wangen",
    "jaw": "Kiefer",
    "neck": "Nacken",
    "upper back": "oberer Rücken",
    "chest": "Brust",
    "abdomen": "Bauch",
    "lower back": "unterer Rücken",
    "eyes": "Augen",
    "shoulders": "Schultern",
    "upper arms": "Oberarme",
    "forearms": "Unterarme",
    "hands": "Hände",
    "arms": "Arme",
    "thighs": "Oberschenkel",
    "calves": "Waden",
    "feet": "Füße",
    "lower legs": "Unterschenkel",
    "legs": "Beine",
    "face": "Gesicht",
    "back": "Rücken",
    "trunk": "Rumpf",
    "stomach": "Bauch",
    "belly": "Bauch",
    "upper body": "Oberkörper",
    "whole body": "ganzer Körper",
}


def _german() -> dict[str, str]:
    sided = {
        f"{side} {name}": german.format(stem)
        for side, stem in _GERMAN_STEMS.items()
        for name, german in _GERMAN_SIDED.items()
    }
    return sided | _GERMAN_OTHERS


NAMES: Mapping[str, Mapping[str, str]] = MappingProxyType({"de": MappingProxyType(_german())})
"""For each language but English what every name of `GROUP_NAMES` is called in it."""
_AND = MappingProxyType({"de": "und"})


def group_name(group: Group, language: str) -> str:
    """What a group is called by people: `right arm`, or `rechter Arm`; English if nothing else is known.

    Args:
        group: one or more muscle groups.
        language: a language tag.
    """
    code = code_of(language)
    if code not in NAMES:
        return str(group)
    *first, last = (NAMES[code][name] for name in group.names)
    return f"{', '.join(first)} {_AND[code]} {last}" if first else last
