"""Words in braces that stand for a side of the body and are filled in later; and all braces checked."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from relaxapp.script.body import DOMINANT, OTHER, Side
from relaxapp.script.condition import FORM, Condition, name_of
from relaxapp.script.language import ENGLISH, language_of
from relaxapp.script.suggestion import nearest, shown

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from relaxapp.script.findings import Findings

SIDE = "side"
"""Stands for the word of the round in `[repeat for right, left]`."""

_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
_BRACE = re.compile(r"[{}]")
_KNOWN = (SIDE, DOMINANT, OTHER)
_CONDITIONS = tuple(each.value for each in Condition)
_LIKENESS_OF_FORMS = 0.4
_WHAT_BRACES_ARE_FOR = (
    "Braces are for {side}, {dominant}, {other}, and for {eyes closed: ...}, {eyes open: ...}, "
    "{holds: ...} and {no holds: ...}."
)
_SIDES_IN_ORDER = (Side.RIGHT, Side.LEFT)
_ENDS = re.compile("[.!?\u2026]")
_SIDE_WORDS = frozenset((*Side, DOMINANT, OTHER))


def fill(text: str, words: Mapping[str, str], language: str = ENGLISH) -> str:
    """A text with braces replaced by what they stand for, with a capital at the start of the text.

    `{side}` becomes a word, of a side of the body the one that the language has for it; of
    `{side: rechten | linken}` the first is taken for the right side, the second for the left.

    Args:
        text: a sentence, a note or a title.
        words: for each name a side, another word, or `dominant` or `other`: sides that are not yet
            known stay in braces until the text is filled again. Names not in it are left.
        language: what the text is written in.
    """
    if "{" not in text:
        return text

    def word(found: re.Match[str]) -> str:
        name, colon, both = found[1].partition(":")
        filling = words.get(name.strip().lower())
        if filling is None:
            return found[0]
        forms = [" ".join(form.split()) for form in both.split("|")] if colon else []
        if filling in {DOMINANT, OTHER}:
            # Without a space around its mark this is one word where words are counted.
            return f"{{{filling}{colon}{'|'.join(forms)}}}"
        if filling in _SIDES_IN_ORDER:
            side = Side(filling)
            filling = language_of(language).sides[side]
            if len(forms) == len(_SIDES_IN_ORDER):
                filling = forms[_SIDES_IN_ORDER.index(side)]
        return filling[:1].upper() + filling[1:] if found.start() == 0 else filling

    return _PLACEHOLDER.sub(word, text)


def fill_names(text: str, words: Mapping[str, str]) -> str:
    """A cue with `{name}` replaced by its word as it is: what groups are called does not change."""
    return _PLACEHOLDER.sub(lambda found: words.get(found[1].strip().lower(), found[0]), text)


def names_a_hand(text: str) -> bool:
    """Whether a filled text still depends on which hand is the stronger one."""
    return f"{{{DOMINANT}" in text or f"{{{OTHER}" in text


def check_placeholders(
    text: str,
    lines: Sequence[int],
    findings: Findings,
    *,
    repeated: Sequence[str],
    is_cue: bool = False,
) -> None:
    """Note every brace in a text that stands for nothing.

    Args:
        text: a title, a cue, or all lines of a paragraph or a note, a line break between them.
        lines: the number of each of its lines.
        findings: where problems are noted.
        repeated: the words of the `[repeat for ...]` around it, none where there is no such repeat.
        is_cue: whether it stands in square brackets, where there are no words to be said.
    """
    if "{" not in text and "}" not in text:
        return
    check = _Check(text, lines, findings, repeated, is_cue=is_cue)
    check.conditions()
    # What is left are names of sides; blanks keep everything else in its place.
    rest = FORM.sub(lambda form: form[0] if _is_sided(form) else _BRACE.sub(" ", form[0]), text)
    check.names(rest, 0)
    stray = _BRACE.search(_PLACEHOLDER.sub(lambda found: _BRACE.sub(" ", found[0]), rest))
    if stray is not None:
        check.error(stray.start(), f"a brace in this line has no partner. {_WHAT_BRACES_ARE_FOR}")


def _is_sided(form: re.Match[str]) -> bool:
    """Whether braces with a colon hold the words for two sides."""
    return name_of(form) in _KNOWN and "{" not in form[2]


class _Check:
    """Looks at the braces of one text."""

    def __init__(
        self,
        text: str,
        lines: Sequence[int],
        findings: Findings,
        repeated: Sequence[str],
        *,
        is_cue: bool,
    ) -> None:
        self._text = text
        self._lines = lines
        self._ends = [found.start() for found in re.finditer("\n", text)]
        self._findings = findings
        self._repeated = repeated
        self._is_cue = is_cue

    def error(self, at: int, sentence: str) -> None:
        """Note an error at a place in the text."""
        self._findings.error(self._lines[bisect_left(self._ends, at)], sentence)

    def conditions(self) -> None:
        """Look at braces with words for some people in them."""
        for form in FORM.finditer(self._text):
            name = name_of(form)
            if _is_sided(form):
                continue
            if name in _KNOWN:
                self.error(form.start(), _not_two_words(name))
            elif name not in _CONDITIONS:
                meant = nearest(name, (*_CONDITIONS, *_KNOWN), _LIKENESS_OF_FORMS)
                hint = f"Did you mean '{meant}'?" if meant else _WHAT_BRACES_ARE_FOR
                self.error(form.start(), f"'{{{shown(name)}: ...}}' stands for nothing. {hint}")
            elif self._is_cue:
                self.error(form.start(), _not_in_a_cue(name))
            elif not form[2].strip():
                self.error(form.start(), _without_words(name))
            else:
                self.names(form[2], form.start(2))

    def names(self, text: str, start: int) -> None:
        """Look at braces for sides, in a piece of the text that begins at `start`."""
        for found in _PLACEHOLDER.finditer(text):
            name, colon, both = found[1].partition(":")
            name = " ".join(name.lower().split())
            at = start + found.start()
            if name in _KNOWN:
                self._side(name, both if colon else None, at)
            elif name in _CONDITIONS:
                inside = f"'{{{name}: ...}}' cannot stand in braces that hold words themselves."
                self.error(at, inside if colon else _without_words(name))
            else:
                meant = nearest(name, _KNOWN)
                hint = f"Did you mean '{{{meant}}}'?" if meant else _WHAT_BRACES_ARE_FOR
                self.error(at, f"'{{{shown(found[1])}}}' stands for nothing. {hint}")

    def _side(self, name: str, both: str | None, at: int) -> None:
        """Look at braces for a side, which may hold the words for both."""
        if name == SIDE and not self._repeated:
            sentence = (
                "'{side}' means something only between [repeat for right, left] and [end repeat]."
            )
            self.error(at, sentence)
        elif both is None:
            return
        elif self._is_cue:
            self.error(at, _not_in_a_cue(name))
        elif not _are_two(both):
            self.error(at, _not_two_words(name))
        elif name == SIDE and not _SIDE_WORDS.issuperset(filter(None, self._repeated)):
            sentence = (
                "'{side: ... | ...}' holds the words for right and left, and this is a repeat for "
                "other words. Write '{side}'."
            )
            self.error(at, sentence)


def _are_two(both: str) -> bool:
    """Whether there is a word for each side, and no end of a sentence among them."""
    forms = both.split("|")
    return (
        len(forms) == len(_SIDES_IN_ORDER) and all(map(str.strip, forms)) and not _ENDS.search(both)
    )


def _not_in_a_cue(name: str) -> str:
    return f"'{{{name}: ...}}' holds words, and they stand below a cue, not in its brackets."


def _not_two_words(name: str) -> str:
    return (
        f"'{{{name}: ...}}' holds the word for right and the word for left, such as "
        f"'{{{name}: rechten | linken}}', and no stops or braces."
    )


def _without_words(name: str) -> str:
    words = "Look up." if name.startswith("eyes") else "Stay a moment."
    return f"'{{{name}}}' holds no words. Write them behind a colon, such as '{{{name}: {words}}}'."
