"""The words of a script searched for what ought to be said in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relaxapp.script.cue import Ambience, Cue, ForEach, Note, Repeat, Sound

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator

    from relaxapp.script.script import Script


def is_english(script: Script) -> bool:
    """Whether its words can be searched; rules about wording leave other languages alone."""
    return script.language.lower().partition("-")[0] == "en"


def words_of(cue: Cue) -> tuple[str, ...]:
    """The sentences said with a cue."""
    if isinstance(cue, Note | Sound | Ambience | Repeat | ForEach):
        return ()
    return cue.words


def mentions(pattern: re.Pattern[str], sentences: Iterable[str]) -> bool:
    """Whether any of the sentences has what is looked for."""
    return any(pattern.search(sentence) for sentence in sentences)


def everything_said(script: Script, cues: Iterable[Cue]) -> Iterator[str]:
    """The cautions, the notes and every sentence."""
    yield from script.cautions
    for cue in cues:
        if isinstance(cue, Note):
            yield cue.text
        else:
            yield from words_of(cue)
