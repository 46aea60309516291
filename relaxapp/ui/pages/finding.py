"""What a session is found by when a person types words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relaxapp.script.body import AREAS_BY_NAME, Area
from relaxapp.script.cue import Notice, Release, Tense
from relaxapp.script.order import written_out
from relaxapp.script.script import Ending

if TYPE_CHECKING:
    from relaxapp.script.script import Script
    from relaxapp.ui.pages.offer import Offer

_EVERYWHERE = "whole body"
"""A session about the whole body is not one about the jaw."""


def words_of(offer: Offer) -> str:
    """Everything an offer is found by, in small letters.

    That is what its card says, who wrote it, the titles of its steps, the parts of the body it is
    about, and sleep where it leads there.
    """
    script = offer.script
    if script is None:
        return offer.title.casefold()
    parts = [script.title, script.technique, script.about, script.author]
    parts += [step.title for step in script.steps]
    parts += _areas(script)
    if script.ending is Ending.SLEEP:
        parts.append("sleep")
    return " ".join(parts).casefold()


def _areas(script: Script) -> list[str]:
    """The names of the parts of the body that a script is about, smaller and larger ones."""
    named: set[str] = set()
    areas: frozenset[Area] = frozenset()
    for step in script.steps:
        for cue in written_out(step.cues):
            if isinstance(cue, Tense | Notice | Release) and cue.group is not None:
                named.update(cue.group.names)
                if _EVERYWHERE not in cue.group.names:
                    areas |= cue.group.areas()
    return [*named, *(name for name, parts in AREAS_BY_NAME.items() if areas and parts <= areas)]
