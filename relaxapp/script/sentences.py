"""A paragraph taken apart into sentences: what is spoken and shown in one piece each."""

from __future__ import annotations

import re

# A run of sentence ends with closing quotes or brackets. The look-behind keeps long runs linear.
_END = re.compile(r"(?<![.!?…])[.!?…]++[\"'\u201d\u2019»)]*+(?=\s)")
_OPENERS = "\"'\u201c\u2018«(¿¡"
_ABBREVIATIONS = frozenset(
    {"e.g", "i.e", "cf", "vs", "approx", "dr", "mr", "mrs", "ms", "prof", "st", "no", "fig"},
)


def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a paragraph, in order, with single spaces between their words.

    A sentence ends at `.`, `!`, `?` or `…` when what follows does not go on in small letters. The
    points in "e.g. here", "5.5 seconds", "J. Wolpe" and "and ... rest" end none.
    """
    text = " ".join(text.split())
    if not text:
        return ()
    found: list[str] = []
    start = 0
    for end in _END.finditer(text):
        if _goes_on(text, start, end):
            continue
        found.append(text[start : end.end()])
        start = end.end() + 1
    found.append(text[start:])
    return tuple(found)


def _goes_on(text: str, start: int, end: re.Match[str]) -> bool:
    """Whether the sentence that began at `start` continues after the mark."""
    following = text[end.end() + 1 : end.end() + 3].lstrip(_OPENERS)
    if following[:1].islower():
        return True
    if end.group() != ".":
        return False
    # The word before the mark lies within the longest abbreviation, or it is none.
    word = text[max(start, end.start() - 8) : end.start()].rpartition(" ")[2].lstrip(_OPENERS)
    is_initial = len(word) == 1 and word.isupper() and word != "I"
    return is_initial or word.lower() in _ABBREVIATIONS
