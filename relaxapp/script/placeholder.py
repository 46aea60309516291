"""Words in braces that stand for a side of the body and are filled in later; and all braces checked."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from relaxapp.script.body import DOMINANT, OTHER
from relaxapp.script.eyes import EYES_CLOSED, EYES_OPEN, FORM, name_of
from relaxapp.script.suggestion import nearest, shown

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from relaxapp.script.findings import Findings

SIDE = "side"
"""Stands for the word of the round in `[repeat for right, left]`."""

_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
_BRACE = re.compile(r"[{}]")
_KNOWN = (SIDE, DOMINANT, OTHER)
_EYES = (EYES_CLOSED, EYES_OPEN)
_LIKENESS_OF_EYES = 0.4
_WHAT_BRACES_ARE_FOR = (
    "Braces are for {side}, {dominant}, {other}, {eyes closed: ...} and {eyes open: ...}."
)


def fill(text: str, words: Mapping[str, str]) -> str:
    """A text with `{name}` replaced by a word, which gets a capital at the start of the text.

    Args:
        text: a sentence, a note or a title.
        words: the word for each name; names that are not in it are left as they stand.
    """
    if "{" not in text:
        return text

    def word(found: re.Match[str]) -> str:
        name = found[1].strip().lower()
        filling = words.get(name)
        if filling is None:
            return found[0]
        return filling[:1].upper() + filling[1:] if found.start() == 0 else filling

    return _PLACEHOLDER.sub(word, text)


def as_token(word: str) -> str:
    """How a word of `[repeat for ...]` is filled into texts: sides not yet known stay in braces."""
    return f"{{{word}}}" if word in {DOMINANT, OTHER} else word


def check_placeholders(
    text: str,
    lines: Sequence[int],
    findings: Findings,
    *,
    in_repeat_for: bool,
    is_cue: bool = False,
) -> None:
    """Note every brace in a text that stands for nothing.

    Args:
        text: a title, a cue, or all lines of a paragraph or a note, a line break between them.
        lines: the number of each of its lines.
        findings: where problems are noted.
        in_repeat_for: whether `{side}` means something here.
        is_cue: whether it stands in square brackets, where there are no words to be said.
    """
    if "{" not in text and "}" not in text:
        return
    check = _Check(text, lines, findings, in_repeat_for=in_repeat_for)
    check.forms(is_cue=is_cue)
    # What is left are names alone; blanks keep everything else in its place.
    rest = FORM.sub(lambda form: _BRACE.sub(" ", form[0]), text)
    check.names(rest, 0)
    stray = _BRACE.search(_PLACEHOLDER.sub(lambda found: _BRACE.sub(" ", found[0]), rest))
    if stray is not None:
        check.error(stray.start(), f"a brace in this line has no partner. {_WHAT_BRACES_ARE_FOR}")


class _Check:
    """Looks at the braces of one text."""

    def __init__(
        self, text: str, lines: Sequence[int], findings: Findings, *, in_repeat_for: bool
    ) -> None:
        self._text = text
        self._lines = lines
        self._ends = [found.start() for found in re.finditer("\n", text)]
        self._findings = findings
        self._in_repeat_for = in_repeat_for

    def error(self, at: int, sentence: str) -> None:
        """Note an error at a place in the text."""
        self._findings.error(self._lines[bisect_left(self._ends, at)], sentence)

    def forms(self, *, is_cue: bool) -> None:
        """Look at braces with words in them."""
        for form in FORM.finditer(self._text):
            name = name_of(form)
            if name not in _EYES:
                meant = nearest(name, _EYES, _LIKENESS_OF_EYES)
                hint = f"Did you mean '{meant}'?" if meant else _WHAT_BRACES_ARE_FOR
                self.error(form.start(), f"'{{{shown(name)}: ...}}' stands for nothing. {hint}")
            elif is_cue:
                sentence = f"'{{{name}: ...}}' holds words, and they stand below a cue, not in its brackets."
                self.error(form.start(), sentence)
            elif not form[2].strip():
                self.error(form.start(), _without_words(name))
            else:
                self.names(form[2], form.start(2))

    def names(self, text: str, start: int) -> None:
        """Look at braces with a name alone, in a piece of the text that begins at `start`."""
        for found in _PLACEHOLDER.finditer(text):
            name = " ".join(found[1].lower().split())
            at = start + found.start()
            kind = name.partition(":")[0].strip()
            if name in _KNOWN:
                if name == SIDE and not self._in_repeat_for:
                    sentence = (
                        "'{side}' means something only between [repeat for right, left] and "
                        "[end repeat]."
                    )
                    self.error(at, sentence)
            elif kind in _EYES:
                inside = f"'{{{kind}: ...}}' cannot stand in braces that hold words themselves."
                self.error(at, inside if ":" in name else _without_words(kind))
            else:
                meant = nearest(name, _KNOWN)
                hint = f"Did you mean '{{{meant}}}'?" if meant else _WHAT_BRACES_ARE_FOR
                self.error(at, f"'{{{shown(found[1])}}}' stands for nothing. {hint}")


def _without_words(name: str) -> str:
    return (
        f"'{{{name}}}' holds no words. Write them behind a colon, such as '{{{name}: Look up.}}'."
    )
