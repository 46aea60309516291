"""What was probably meant by a name that does not exist."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_LONGEST_NAME = 60


def nearest(name: str, vocabulary: Sequence[str], likeness: float = 0.6) -> str | None:
    """The name in a vocabulary that is most like another one, or None if none is like it.

    Args:
        name: what was written; case does not matter.
        vocabulary: the names there are.
        likeness: from 0 (anything will do) to 1 (the same).
    """
    if len(name) > _LONGEST_NAME:
        return None
    return _nearest(name.lower(), tuple(vocabulary), likeness)


def did_you_mean(name: str, vocabulary: Sequence[str]) -> str:
    """A sentence that names what was probably meant, or else everything there is."""
    meant = nearest(name, vocabulary)
    if meant is not None:
        return f"Did you mean '{meant}'?"
    return f"There are: {', '.join(vocabulary)}."


@lru_cache(maxsize=256)
def _nearest(name: str, vocabulary: tuple[str, ...], likeness: float) -> str | None:
    from difflib import get_close_matches  # noqa: PLC0415 - only where something is misspelt

    by_lower = {word.lower(): word for word in vocabulary}
    matches = get_close_matches(name, list(by_lower), n=1, cutoff=likeness)
    return by_lower[matches[0]] if matches else None


def shown(text: str) -> str:
    """A piece of a script as it is quoted in a sentence: on one line and not too long."""
    plain = " ".join(text.split())
    return plain if len(plain) <= _LONGEST_NAME else f"{plain[: _LONGEST_NAME - 1]}…"
