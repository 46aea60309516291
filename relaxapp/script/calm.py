"""How calm each step of a script is spoken: the voice falls as the session goes on, and returns at its end."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from relaxapp.script.pace import CALM_LEVELS
from relaxapp.script.script import Ending, Part, Step

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence


def with_calm(parts: Sequence[Part], ending: Ending) -> tuple[Part, ...]:
    """The parts of a script, each step with its `calm` set by its place among the steps.

    In a controlled study a voice that fell in pace and loudness through a session let muscles
    relax further than one that stayed as it was (Knowlton and Larkin 2006). Steps gone through
    several times are all as calm as the middle one of them, so that the voice does not start anew
    with each round. On the way back at the end it is as it was at the beginning.

    Args:
        parts: every part of the script.
        ending: whether its last step leads back.
    """
    steps = _count(parts)
    falling = steps - 1 if ending is Ending.RETURN and steps > 1 else steps

    def calm_at(place: float) -> int:
        return int(CALM_LEVELS * place / falling) if place < falling else 0

    return tuple(_falling(parts, 0, calm_at))


def _falling(parts: Sequence[Part], place: int, calm_at: Callable[[float], int]) -> Iterator[Part]:
    """The parts, each step as calm as its place asks for; the first step is at `place`."""
    for part in parts:
        size = _count((part,))
        if isinstance(part, Step):
            yield replace(part, calm=calm_at(place))
        elif part.times.most == 1:
            yield replace(part, parts=tuple(_falling(part.parts, place, calm_at)))
        else:
            yield _steady(part, calm_at(place + (size - 1) / 2))
        place += size


def _steady(part: Part, calm: int) -> Part:
    """The part with every step equally calm."""
    if isinstance(part, Step):
        return replace(part, calm=calm)
    return replace(part, parts=tuple(_steady(each, calm) for each in part.parts))


def _count(parts: Sequence[Part]) -> int:
    return sum(1 if isinstance(part, Step) else _count(part.parts) for part in parts)
