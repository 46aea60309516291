"""Words in braces for some people only: `{eyes open: Look around.}`, `{no holds: Breathe on.}`."""

from __future__ import annotations

import re
from enum import StrEnum
from itertools import product
from typing import TYPE_CHECKING

from relaxapp.script.language import ENGLISH
from relaxapp.script.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from collections.abc import Set as AbstractSet


class Condition(StrEnum):
    """Something that holds for some people, and its opposite for all others."""

    EYES_CLOSED = "eyes closed"
    EYES_OPEN = "eyes open"
    HOLDS = "holds"
    """The breath is held where the script says so."""
    NO_HOLDS = "no holds"

    @property
    def opposite(self) -> Condition:
        """What holds for all others."""
        return _OPPOSITES[self]


_PAIRS = (
    (Condition.EYES_CLOSED, Condition.EYES_OPEN),
    (Condition.HOLDS, Condition.NO_HOLDS),
)
"""Each condition with its opposite; what usually holds comes first."""
_OPPOSITES = {
    one: other for pair in _PAIRS for one, other in zip(pair, reversed(pair), strict=True)
}

FORM = re.compile(r"\{([^{}:]*+):((?:[^{}]|\{[^{}]*+\})*+)\}")
"""A name, a colon and words, which may have `{side}` and the like among them."""

_NAMED = re.compile(r"\{\s*+(?:(eyes)\s++(closed|open)|(?:(no)\s++)?(holds))\s*+:", re.IGNORECASE)
_MARKS = re.compile(r"[.,;:!?\u2026]+")
_ENDS = ".!?\u2026"
_LONGEST_ABBREVIATION = 12
"""So far back from a place it can be told whether a sentence ends there."""


def name_of(form: re.Match[str]) -> str:
    """What stands before the colon, in small letters."""
    return " ".join(form[1].lower().split())


def ways_to_word(lines: Iterable[str]) -> tuple[frozenset[Condition], ...]:
    """Every set of conditions that a script has different words for, the usual one first.

    Args:
        lines: the script's. What they say nothing about is in none of the sets; where they
            mention no condition there is one set, and it is empty.
    """
    named = {
        Condition(" ".join(filter(None, found.groups())).lower())
        for found in _NAMED.finditer("\n".join(lines))
    }
    return tuple(
        frozenset(way) for way in product(*(pair for pair in _PAIRS if not named.isdisjoint(pair)))
    )


def worded(text: str, conditions: AbstractSet[Condition], language: str = ENGLISH) -> str:
    """A text as it is for those for whom some conditions hold.

    What is for the others goes, and what is left is made whole again: single spaces, none before a
    comma or a stop, no stop twice, and a capital where a sentence begins. Empty if no word is left.

    Args:
        text: a paragraph, a note or a title.
        conditions: what holds; of the words for a condition only those go whose opposite does.
        language: what it is written in.
    """
    text = " ".join(text.split())
    if "{" not in text or FORM.search(text) is None:
        return text
    pieces: list[str] = []
    is_apart = False  # whether a space lies before what comes next
    for piece in _pieces(text, conditions):
        words = piece.strip()
        is_apart = is_apart or piece[:1].isspace()
        if words:
            _join(pieces, words, language, is_apart=is_apart)
            is_apart = False
        is_apart = is_apart or piece[-1:].isspace()
    whole = "".join(pieces)
    return whole if any(map(str.isalnum, whole)) else ""


def _pieces(text: str, conditions: AbstractSet[Condition]) -> Iterator[str]:
    """What stands around the braces and in them, but for those that are for others, in order."""
    at = 0
    for form in FORM.finditer(text):
        name = name_of(form)
        if name not in _OPPOSITES:
            continue  # these braces have another use
        yield text[at : form.start()]
        at = form.end()
        if Condition(name).opposite not in conditions:
            # The blank after the colon belongs to the colon.
            yield form[2].removeprefix(" ")
    yield text[at:]


def _join(pieces: list[str], words: str, language: str, *, is_apart: bool) -> None:
    """Put words behind the pieces of a text; only the last of them is looked at."""
    before = pieces[-1] if pieces else ""
    if marks := _MARKS.match(words):
        if before[-1:] in {",", ";", ":"} and words[0] in _ENDS:
            before = pieces[-1] = before[:-1]
        elif not before or before[-1] in ",;:" + _ENDS:
            is_apart = marks.end() < len(words)
            words = words[marks.end() :].lstrip()
    if _MARKS.match(words) or not before:
        is_apart = False
    if words and not _MARKS.match(words) and _begins_sentence(before, language):
        words = words[0].upper() + words[1:]
    if words:
        pieces.append(f" {words}" if is_apart else words)


def _begins_sentence(before: str, language: str) -> bool:
    """Whether what comes after a text begins a sentence."""
    if not before:
        return True
    return sentences(f"{before[-_LONGEST_ABBREVIATION:]} X", language)[-1] == "X"
