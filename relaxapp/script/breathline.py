"""The breathing cue: a pattern of in, hold and out, or a ramp from one pace or the person's own to another."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING

from relaxapp.script.cue import Breathe, BreatheRamp, BreathMove, BreathPart
from relaxapp.script.duration import (
    LONGEST_SECONDS,
    MOST_TIMES,
    read_count,
    read_duration,
    read_span,
)
from relaxapp.script.estimate import USUAL_PACE, ramp_from_own_pace
from relaxapp.script.findings import UnreadableError
from relaxapp.script.suggestion import nearest, shown

if TYPE_CHECKING:
    from collections.abc import Mapping

    from relaxapp.script.span import Count, Span

_NUMBER = r"([0-9]{1,3}(?:\.[0-9]{1,3})?)"
_RAMP = re.compile(
    rf"{_NUMBER}\s?(?:to|-|\u2013)\s?{_NUMBER}\s?(?:breaths\s)?(?:per|a|/)\s?min(?:ute)?,?\s"
    r"(?:over|in)\s([0-9]{1,6})(?:\sbreaths?)?",
)
_OWN_RAMP = re.compile(
    rf"own\s(?:pace|rate)\s?(?:to|-|\u2013)\s?{_NUMBER}\s?(?:breaths\s)?(?:per|a|/)\s?min(?:ute)?"
    r"(,?\s(?:over|in)\s.*)?",
)
_LOOKS_LIKE_A_RAMP = re.compile(r"(?:per|a|/)\s?min")
_BETWEEN = re.compile(r"[\s,;]+(?=(?:in|inhale|out|exhale|hold|for|over)\b)|\s?[,;]\s?")
_TIMES = re.compile(r"\s?(?:times?|breaths?|cycles?|x)$")
_ONE_BREATH = re.compile("i+h?o+h?")
_MOVES: Mapping[str, BreathMove] = MappingProxyType(
    {
        "in": BreathMove.IN,
        "inhale": BreathMove.IN,
        "hold": BreathMove.HOLD,
        "out": BreathMove.OUT,
        "exhale": BreathMove.OUT,
    },
)
_EXAMPLE = (
    "Write for example [breathe in 4s, out 6s, for 2 min] or [breathe in 4s, out 6s, 12 times]."
)
_RAMP_EXAMPLE = "Write for example [breathe 12 to 6 per minute, over 24 breaths]."
_OWN_RAMP_EXAMPLE = "Write for example [breathe own pace to 6 per minute]."


def read_breathing(text: str, line: int, words: tuple[str, ...]) -> Breathe | BreatheRamp:
    """Read what follows `breathe`, in small letters with single spaces.

    Raises:
        UnreadableError: it is neither a pattern nor a ramp.
    """
    ramp = _RAMP.fullmatch(text)
    if ramp is not None:
        return _ramp(ramp, line, words)
    if text.startswith("own "):
        return _ramp_from_own_pace(text, line, words)
    parts: list[BreathPart] = []
    seconds: Span | None = None
    times: Count | None = None
    for piece in filter(None, _BETWEEN.split(text)):
        if seconds is not None or times is not None:
            raise UnreadableError(f"how long is said twice: '{shown(piece)}' is one too many.")
        first, _, rest = piece.partition(" ")
        if first in _MOVES:
            parts.append(_part(_MOVES[first], first, rest))
        elif first == "for":
            seconds = read_span(rest)
        elif _TIMES.search(piece):
            times = read_count(_TIMES.sub("", piece))
        else:
            raise UnreadableError(_no_breath_part(piece, first, text))
    if _ONE_BREATH.fullmatch("".join(part.move.value[0] for part in parts)) is None:
        raise UnreadableError(
            f"one breath is in and then out, each may be followed by a hold. {_EXAMPLE}"
        )
    if seconds is None and times is None:
        raise UnreadableError(f"how long does this breathing go on? {_EXAMPLE}")
    return Breathe(line=line, words=words, parts=tuple(parts), seconds=seconds, times=times)


def _part(move: BreathMove, name: str, time: str) -> BreathPart:
    if " to " in time:
        raise UnreadableError(
            f"'{name}' has one length and is never stretched, such as '{name} 4s'."
        )
    seconds = read_duration(time)
    if seconds <= 0:
        raise UnreadableError(f"'{name}' lasts no time. Leave it out, or give it a length.")
    return BreathPart(move, seconds)


def _no_breath_part(piece: str, first: str, whole: str) -> str:
    if _LOOKS_LIKE_A_RAMP.search(whole):
        return f"this change of pace cannot be read. {_RAMP_EXAMPLE}"
    meant = nearest(first, (*_MOVES, "for"))
    if meant is not None:
        return f"'{shown(first)}' is no part of a breath. Did you mean '{meant}'?"
    return f"'{shown(piece)}' is no part of a breath. {_EXAMPLE}"


def _ramp(found: re.Match[str], line: int, words: tuple[str, ...]) -> BreatheRamp:
    start, end, breaths = float(found[1]), float(found[2]), int(found[3])
    if min(start, end) <= 0:
        raise UnreadableError("a pace needs at least some breaths a minute.")
    if not 2 <= breaths <= MOST_TIMES:  # noqa: PLR2004 - a change needs two breaths
        raise UnreadableError(f"a change of pace takes from 2 to {MOST_TIMES} breaths.")
    if breaths * 60 / min(start, end) > LONGEST_SECONDS:
        raise UnreadableError("this change of pace could take longer than four hours.")
    return BreatheRamp(line=line, words=words, start_rate=start, end_rate=end, breaths=breaths)


def _ramp_from_own_pace(text: str, line: int, words: tuple[str, ...]) -> BreatheRamp:
    found = _OWN_RAMP.fullmatch(text)
    if found is None:
        raise UnreadableError(
            f"this change from one's own pace cannot be read. {_OWN_RAMP_EXAMPLE}"
        )
    end = float(found[1])
    if found[2]:
        raise UnreadableError(
            "a change from one's own pace takes as many breaths as it needs. "
            f"Leave out '{shown(found[2].strip(' ,'))}'."
        )
    if not 0 < end < USUAL_PACE:
        raise UnreadableError(
            f"a change from one's own pace leads to a slower one, below {USUAL_PACE:g} a minute. "
            f"{_OWN_RAMP_EXAMPLE}"
        )
    return ramp_from_own_pace(line=line, words=words, end_rate=end)
