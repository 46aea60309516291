"""Words in braces for eyes that close, and for eyes that stay open: `{eyes open: Look around.}`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from relaxapp.script.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

EYES_CLOSED = "eyes closed"
EYES_OPEN = "eyes open"

FORM = re.compile(r"\{([^{}:]*+):((?:[^{}]|\{[^{}]*+\})*+)\}")
"""A name, a colon and words, which may have `{side}` and the like among them."""

_NAMED = re.compile(r"\{\s*eyes\s+(?:closed|open)\s*:", re.IGNORECASE)
_MARKS = re.compile(r"[.,;:!?\u2026]+")
_ENDS = ".!?\u2026"
_LONGEST_ABBREVIATION = 12
"""So far back from a place it can be told whether a sentence ends there."""


def name_of(form: re.Match[str]) -> str:
    """What stands before the colon, in small letters."""
    return " ".join(form[1].lower().split())


def depends_on_eyes(lines: Iterable[str]) -> bool:
    """Whether any line has words for one kind of eyes only."""
    return any("{" in line and _NAMED.search(line) for line in lines)


def for_eyes(text: str, *, are_open: bool) -> str:
    """A text as it is worded for eyes that stay open, or for eyes that close.

    What is for the others goes, and what is left is made whole again: single spaces, none before a
    comma or a stop, no stop twice, and a capital where a sentence begins. Empty if no word is left.

    Args:
        text: a paragraph, a note or a title.
        are_open: for which eyes.
    """
    text = " ".join(text.split())
    if "{" not in text or FORM.search(text) is None:
        return text
    pieces: list[str] = []
    is_apart = False  # whether a space lies before what comes next
    for piece in _pieces(text, without=EYES_CLOSED if are_open else EYES_OPEN):
        words = piece.strip()
        is_apart = is_apart or piece[:1].isspace()
        if words:
            _join(pieces, words, is_apart=is_apart)
            is_apart = False
        is_apart = is_apart or piece[-1:].isspace()
    whole = "".join(pieces)
    return whole if any(map(str.isalnum, whole)) else ""


def _pieces(text: str, *, without: str) -> Iterator[str]:
    """What stands around the braces and in them, but for those of one name, in order."""
    at = 0
    for form in FORM.finditer(text):
        yield text[at : form.start()]
        at = form.end()
        if name_of(form) != without:
            # The blank after the colon belongs to the colon.
            yield form[2].removeprefix(" ")
    yield text[at:]


def _join(pieces: list[str], words: str, *, is_apart: bool) -> None:
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
    if words and not _MARKS.match(words) and _begins_sentence(before):
        words = words[0].upper() + words[1:]
    if words:
        pieces.append(f" {words}" if is_apart else words)


def _begins_sentence(before: str) -> bool:
    """Whether what comes after a text begins a sentence."""
    if not before:
        return True
    return sentences(f"{before[-_LONGEST_ABBREVIATION:]} X")[-1] == "X"
