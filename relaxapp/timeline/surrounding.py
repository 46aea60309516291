"""A script with the ambience that a person has chosen for all of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from relaxapp.script.cue import Ambience, Cue, ForEach, Repeat
from relaxapp.script.script import Part, Rounds, Script

if TYPE_CHECKING:
    from collections.abc import Iterable


def surround(script: Script, ambience: str) -> Script:
    """The script with one ambience from beginning to end, whatever it says itself.

    Args:
        script: the script.
        ambience: what `Ambient` goes by, or `none`.
    """
    return replace(script, ambience=ambience, parts=_parts(script.parts))


def _parts(parts: Iterable[Part]) -> tuple[Part, ...]:
    return tuple(
        replace(part, parts=_parts(part.parts))
        if isinstance(part, Rounds)
        else replace(part, cues=_cues(part.cues))
        for part in parts
    )


def _cues(cues: Iterable[Cue]) -> tuple[Cue, ...]:
    kept: list[Cue] = []
    for cue in cues:
        match cue:
            case Ambience():
                continue
            case Repeat():
                kept.append(replace(cue, cues=_cues(cue.cues)))
            case ForEach():
                kept.append(replace(cue, rounds=tuple(map(_cues, cue.rounds))))
            case _:
                kept.append(cue)
    return tuple(kept)
