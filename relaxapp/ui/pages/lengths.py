"""The lengths a session can be given: every whole or half minute between two exact ends."""

from __future__ import annotations

import math

from PySide6.QtCore import QCoreApplication

from relaxapp.ui.formats import number

FINE_SECONDS = 30.0
"""The step from one length to the next."""
COARSE_SECONDS = 60.0
"""The same where there is a lot to choose from."""
_A_LOT_SECONDS = 20 * 60.0


def lengths(shortest: float, longest: float) -> tuple[float, ...]:
    """Seconds to choose from, ascending: both ends as they are, full steps between them.

    Args:
        shortest: seconds the script takes at the least.
        longest: seconds it can take at the most, at least `shortest`.
    """
    step = COARSE_SECONDS if longest - shortest > _A_LOT_SECONDS else FINE_SECONDS
    first = math.floor(shortest / step) + 1
    last = math.ceil(longest / step) - 1
    between = (number * step for number in range(first, last + 1))
    ends = (shortest,) if shortest == longest else (shortest, longest)
    return (ends[0], *between, *ends[1:])


def nearest(choice: tuple[float, ...], seconds: float) -> int:
    """The index of the length nearest to a wish; of two as near, the shorter one."""
    return min(range(len(choice)), key=lambda index: (abs(choice[index] - seconds), index))


def in_words(seconds: float) -> str:
    """A length to the second: `8 minutes`, `7 min 30 s`, `48 seconds`."""
    minutes, rest = divmod(round(seconds), 60)
    if not minutes:
        return _tr("{count} seconds").format(count=number(rest))
    if rest:
        return _tr("{minutes} min {seconds} s").format(
            minutes=number(minutes), seconds=number(rest)
        )
    if minutes == 1:
        return _tr("1 minute")
    return _tr("{count} minutes").format(count=number(minutes))


def in_short(seconds: float) -> str:
    """The same for a small label: `8 min`, `7 min 30 s`, `48 s`."""
    minutes, rest = divmod(round(seconds), 60)
    parts = []
    if minutes:
        parts.append(_tr("{count} min").format(count=number(minutes)))
    if rest or not minutes:
        parts.append(_tr("{count} s").format(count=number(rest)))
    return " ".join(parts)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Lengths", text)
