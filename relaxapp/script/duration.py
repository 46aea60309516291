"""Lengths and numbers as a script writes them: `6s`, `1 min 30 s`, `20s to 45s`, `2 to 3`."""

from __future__ import annotations

import re
from functools import lru_cache

from relaxapp.script.findings import UnreadableError
from relaxapp.script.span import Count, Span
from relaxapp.script.suggestion import shown

LONGEST_SECONDS = 4 * 60 * 60
"""Nothing in a script, and no script, is longer than four hours."""
MOST_TIMES = 10_000
"""Nothing in a script is done more often."""

_NUMBER = r"[0-9]{1,6}(?:\.[0-9]{1,6})?"
_CLOCK = re.compile(r"([0-9]{1,3}):([0-5][0-9])")
_WORDED = re.compile(
    rf"(?:({_NUMBER})\s?(?:m|mins?|minutes?)\.?)?\s?(?:and\s)?"
    rf"(?:({_NUMBER})\s?(?:s|secs?|seconds?)\.?)?",
)
_BARE = re.compile(_NUMBER)
_MINUTES = re.compile(r"m(?:ins?|inutes?)?\.?$")
_TO = re.compile(r"\s?(?:\bto\b|[-\u2013])\s?")
_WHOLE = re.compile(r"[0-9]{1,6}")


@lru_cache(maxsize=1024)
def read_duration(text: str) -> float:
    """A length in seconds.

    Args:
        text: such as `6s`, `90 seconds`, `4.5 s`, `2 min`, `1 min 30 s` or `1:30`; in small
            letters, with single spaces.

    Raises:
        UnreadableError: it is no length, or longer than four hours.
    """
    clock = _CLOCK.fullmatch(text)
    if clock is not None:
        seconds = 60.0 * int(clock[1]) + int(clock[2])
    else:
        worded = _WORDED.fullmatch(text)
        if worded is None or not any(worded.groups()):
            raise UnreadableError(_not_a_duration(text))
        seconds = 60 * float(worded[1] or 0) + float(worded[2] or 0)
    if seconds > LONGEST_SECONDS:
        raise UnreadableError(f"'{shown(text)}' is longer than four hours, the most there may be.")
    return seconds


@lru_cache(maxsize=1024)
def read_span(text: str) -> Span:
    """How far a length may shrink and stretch, such as `20s to 45s`, `1 to 3 min` or `10s`.

    Raises:
        UnreadableError: it is no length, it lasts no time, or its ends are the wrong way round.
    """
    ends = _TO.split(text)
    if len(ends) == 1:
        span = Span.exactly(read_duration(text))
    elif len(ends) == 2:  # noqa: PLR2004 - a span has two ends
        first, second = ends
        if _BARE.fullmatch(first):
            first += "min" if _MINUTES.search(second) else "s"
        shortest, longest = read_duration(first), read_duration(second)
        if shortest > longest:
            raise UnreadableError(
                f"the shorter time comes first. Did you mean '{ends[1]} to {ends[0]}'?"
            )
        span = Span(shortest, longest)
    else:
        raise UnreadableError(_not_a_duration(text))
    if span.longest <= 0:
        raise UnreadableError(f"'{shown(text)}' lasts no time at all.")
    return span


def read_count(text: str) -> Count:
    """How often something is done, such as `3` or `1 to 2`.

    Raises:
        UnreadableError: it is no whole number from 1 on, or its ends are the wrong way round.
    """
    if not text:
        raise UnreadableError("how often? Write for example '3 times' or '1 to 2 times'.")
    ends = _TO.split(text)
    if len(ends) > 2 or not all(_WHOLE.fullmatch(end) for end in ends):  # noqa: PLR2004 - two ends
        raise UnreadableError(
            f"'{shown(text)}' is no number of times. Write for example '3 times' or '1 to 2 times'.",
        )
    fewest, most = int(ends[0]), int(ends[-1])
    if fewest < 1:
        raise UnreadableError("at least once is needed.")
    if fewest > most:
        raise UnreadableError(f"the smaller number comes first. Did you mean '{most} to {fewest}'?")
    if most > MOST_TIMES:
        raise UnreadableError(f"{most} times is more than {MOST_TIMES}, the most there may be.")
    return Count(fewest, most)


def _not_a_duration(text: str) -> str:
    if _BARE.fullmatch(text):
        return f"is '{text}' seconds or minutes? Write '{text}s' or '{text} min'."
    if not text:
        return "a time is missing, such as '6s' or '2 min'."
    return f"'{shown(text)}' is no time. Write for example '6s', '1 min 30 s' or '20s to 45s'."
