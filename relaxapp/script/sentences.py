"""A paragraph taken apart into sentences: what is spoken and shown in one piece each."""

from __future__ import annotations

import re

from relaxapp.script.language import ENGLISH, language_of

# A run of sentence ends with closing quotes or brackets. The look-behind keeps long runs linear.
_END = re.compile(r"(?<![.!?…])[.!?…]++[\"'\u201c\u201d\u2018\u2019«»)]*+(?=\s)")
_OPENERS = "\"'\u201c\u201e\u2018\u201a«»(¿¡"


def sentences(text: str, language: str = ENGLISH) -> tuple[str, ...]:
    """The sentences of a paragraph, in order, with single spaces between their words.

    A sentence ends at `.`, `!`, `?` or `…` when what follows does not go on in small letters. The
    points in "e.g. here", "5.5 seconds", "J. Wolpe" and "and ... rest" end none, nor do those of
    abbreviations in the language.
    """
    text = " ".join(text.split())
    if not text:
        return ()
    abbreviations = language_of(language).abbreviations
    found: list[str] = []
    start = 0
    for end in _END.finditer(text):
        if _goes_on(text, start, end, abbreviations):
            continue
        found.append(text[start : end.end()])
        start = end.end() + 1
    found.append(text[start:])
    return tuple(found)


def _goes_on(text: str, start: int, end: re.Match[str], abbreviations: frozenset[str]) -> bool:
    """Whether the sentence that began at `start` continues after the mark."""
    following = text[end.end() + 1 : end.end() + 3].lstrip(_OPENERS)
    if following[:1].islower():
        return True
    if end.group() != ".":
        return False
    # The word before the mark lies within the longest abbreviation, or it is none.
    word = text[max(start, end.start() - 8) : end.start()].rpartition(" ")[2].lstrip(_OPENERS)
    is_initial = len(word) == 1 and word.isupper() and word != "I"
    return is_initial or word.lower() in abbreviations
