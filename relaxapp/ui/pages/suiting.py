"""What suits a person and an hour: nothing that made them tenser, nothing that rouses in the evening."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relaxapp.journal.rises import stirred_again_by
from relaxapp.script.cue import Breathe, BreathMove
from relaxapp.script.language import ENGLISH, code_of
from relaxapp.script.order import written_out
from relaxapp.script.script import Ending

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from relaxapp.journal.entry import Entry
    from relaxapp.script.script import Script

_DAY = range(4, 18)
"""The hours that are no evening."""


def worse_twice(entries: Sequence[Entry]) -> tuple[str, ...]:
    """The techniques, in small letters, that left the person clearly tenser twice of late.

    Clearly is two points or more: one point up or down is noise. Anxiety that comes with relaxing
    is common and passes, but whoever meets it twice is better served by another technique.

    Args:
        entries: the last sessions, newest first; of each technique the last `RECENT` rated ones count.
    """
    return stirred_again_by(
        (entry.technique.casefold(), entry) for entry in entries if entry.technique
    )


def language_to_propose(scripts: Mapping[str, Script], entries: Sequence[Entry]) -> str:
    """The code of the language that proposals are in: the window's, or the only one practised in.

    Args:
        scripts: what there is, by id.
        entries: the last sessions.
    """
    practised = {
        code_of(scripts[entry.script_id].language)
        for entry in entries
        if entry.script_id in scripts
    }
    return practised.pop() if len(practised) == 1 else ENGLISH


def suits(script: Script, hour: int) -> bool:
    """Whether a script may be proposed at an hour."""
    if hour in _DAY:
        return script.ending is not Ending.SLEEP
    return not rouses(script)


def rouses(script: Script) -> bool:
    """Whether a script wakes up rather than calms down: a breath in that is longer than the way out.

    A long breath out calms, a long breath in does the opposite; nothing else in the script language
    tells the two apart.
    """
    return any(
        isinstance(cue, Breathe) and _seconds(cue, BreathMove.IN) > _seconds(cue, BreathMove.OUT)
        for step in script.steps
        for cue in written_out(step.cues)
    )


def _seconds(cue: Breathe, move: BreathMove) -> float:
    return sum(part.seconds for part in cue.parts if part.move is move)
