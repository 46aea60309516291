"""What the program has to know of a language that sessions are written in; one record for each."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from relaxapp.script.body import Side

if TYPE_CHECKING:
    from collections.abc import Mapping

ENGLISH = "en"
"""What a script is written in that does not say so; and the window."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """One language.

    Attributes:
        name: what it is called in itself.
        pace: how many of its words are said in the time of one English word.
        sides: what `{side}` says for the sides of the body, as it stands before a noun.
        only_imagined: the sentence that leads up to a tension that is only imagined.
        abbreviations: words, in small letters, whose point ends no sentence.
    """

    name: str
    pace: float = 1.0
    sides: Mapping[Side, str] = field(
        default_factory=lambda: MappingProxyType({Side.RIGHT: "right", Side.LEFT: "left"})
    )
    only_imagined: str = "This one is only imagined: nothing needs to move."
    abbreviations: frozenset[str] = _words("e.g i.e cf vs approx dr mr mrs ms prof st no fig")


LANGUAGES: Mapping[str, Language] = MappingProxyType(
    {
        ENGLISH: Language(name="English"),
        "de": Language(
            name="Deutsch",
            # The same texts have 228 words a minute read in English and 179 in German
            # (Trauzettel-Klosinski and Dietz 2012).
            pace=0.8,
            sides=MappingProxyType({Side.RIGHT: "rechte", Side.LEFT: "linke"}),
            only_imagined="Das hier nur in der Vorstellung: Nichts muss sich bewegen.",
            abbreviations=_words(
                "z d h u o s v bzw ca etc evtl ggf inkl max min nr sog std vgl dr prof hr fr"
            ),
        ),
    }
)
"""The languages that more is known of than their names, by code."""


def code_of(tag: str) -> str:
    """The language of a tag without its region, in small letters: `de` for `de-AT`."""
    return tag.lower().partition("-")[0]


@lru_cache(maxsize=64)
def language_of(tag: str) -> Language:
    """What is known of a language; for one of which nothing is, what holds for English."""
    code = code_of(tag)
    return LANGUAGES.get(code) or Language(name=code)
