"""Words in braces that stand for a side of the body and are filled in later."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from relaxapp.script.body import DOMINANT, OTHER
from relaxapp.script.suggestion import nearest, shown

if TYPE_CHECKING:
    from collections.abc import Mapping

    from relaxapp.script.findings import Findings

SIDE = "side"
"""Stands for the word of the round in `[repeat for right, left]`."""

_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
_KNOWN = (SIDE, DOMINANT, OTHER)


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


def check_placeholders(text: str, line: int, findings: Findings, *, in_repeat_for: bool) -> None:
    """Note every brace in a line that stands for nothing."""
    if "{" not in text and "}" not in text:
        return
    for found in _PLACEHOLDER.finditer(text):
        name = found[1].strip().lower()
        if name not in _KNOWN:
            meant = nearest(name, _KNOWN)
            hint = f"Did you mean '{{{meant}}}'?" if meant else _what_braces_are_for()
            findings.error(line, f"'{{{shown(found[1])}}}' stands for nothing. {hint}")
        elif name == SIDE and not in_repeat_for:
            findings.error(
                line,
                "'{side}' means something only between [repeat for right, left] and [end repeat].",
            )
    rest = _PLACEHOLDER.sub("", text)
    if "{" in rest or "}" in rest:
        findings.error(line, f"a brace has no partner in this line. {_what_braces_are_for()}")


def _what_braces_are_for() -> str:
    return "Braces are for {side}, {dominant} and {other}."
