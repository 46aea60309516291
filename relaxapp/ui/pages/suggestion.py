"""Which session to propose now, and the true reason for it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from relaxapp.journal.entry import Entry, Outcome
from relaxapp.journal.rises import CLEAR_RISE, RECENT
from relaxapp.script.cue import Breathe, BreathMove
from relaxapp.script.script import Ending
from relaxapp.ui.pages.finding import every_cue

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from relaxapp.script.script import Script

LOOKED_AT = 20
"""How many of the last sessions a suggestion is based on."""
ENOUGH = 3
"""How many rated sessions it takes to say that a script helps."""
BEGINNING_MINUTES = 5.0
"""The least minutes of a session to begin with: time enough to notice a difference."""
SHORT_MINUTES = 10.0
"""Up to here a session is called short."""
_BEGINNERS_TECHNIQUE = "muscle relaxation"
_DAY = range(4, 18)
"""The hours that are no evening."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A proposal.

    Attributes:
        script_id: what is proposed.
        eyebrow: a word or two above it.
        reason: why, in a sentence.
    """

    script_id: str
    eyebrow: str
    reason: str


def suggest(
    scripts: Mapping[str, Script], entries: Sequence[Entry], hour: int
) -> Suggestion | None:
    """What to propose; None where there is nothing that suits.

    Somebody new gets a short session to begin with. Otherwise it is the script that took most off
    the tension of late, if enough sessions were rated to say so, or the one practised last. A
    technique that left the person clearly tenser twice is not proposed, nothing that rouses is in
    the evening, and nothing that leads to sleep is by day.

    Args:
        scripts: what can be proposed, by id.
        entries: the last sessions, newest first.
        hour: the hour of the day, 0 to 23.
    """
    worse = worse_twice(entries)
    fit = {
        script_id: script
        for script_id, script in scripts.items()
        if script.technique.casefold() not in worse and _suits(script, hour)
    }
    known = [entry for entry in entries if entry.script_id in fit]
    eyebrow = _time_of_day(hour)
    helpful = _most_helpful(known)
    if helpful is not None:
        return Suggestion(helpful[0], eyebrow, helpful[1])
    if worse and entries[0].technique.casefold() in worse:
        return _another(fit, eyebrow, worse)
    finished = [entry for entry in known if entry.outcome is Outcome.FINISHED]
    if finished:
        return Suggestion(
            finished[0].script_id,
            eyebrow,
            _tr("This is the one you practised last. Coming back to one session makes it easier."),
        )
    return _to_begin_with(fit)


def worse_twice(entries: Sequence[Entry]) -> tuple[str, ...]:
    """The techniques, in small letters, that left the person clearly tenser twice of late.

    Clearly is two points or more: one point up or down is noise. Anxiety that comes with relaxing
    is common and passes, but whoever meets it twice is better served by another technique.

    Args:
        entries: the last sessions, newest first; of each technique the last `RECENT` rated ones count.
    """
    changes: defaultdict[str, list[int]] = defaultdict(list)
    for entry in entries:
        technique = entry.technique.casefold()
        if technique and entry.tension_change is not None and len(changes[technique]) < RECENT:
            changes[technique].append(entry.tension_change)
    return tuple(
        technique
        for technique, each in changes.items()
        if sum(change >= CLEAR_RISE for change in each) >= 2  # noqa: PLR2004 - twice
    )


def _another(
    scripts: Mapping[str, Script], eyebrow: str, worse: Sequence[str]
) -> Suggestion | None:
    """A session of another technique for somebody whom one made tenser; None if there is none."""
    beginning = _to_begin_with(scripts)
    if beginning is None:
        return None
    if len(worse) == 1:
        reason = _tr(
            "{technique} left you tenser twice of late. That happens. Another kind of session, short "
            "and with open eyes, may suit you better."
        ).format(technique=worse[0][:1].upper() + worse[0][1:])
    else:
        reason = _tr(
            "Some sessions left you tenser of late. That happens, and you can stop at any moment. If "
            "it goes on, it is worth talking to a doctor or a therapist."
        )
    return Suggestion(beginning.script_id, eyebrow, reason)


def _suits(script: Script, hour: int) -> bool:
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
        for cue in every_cue(step.cues)
    )


def _seconds(cue: Breathe, move: BreathMove) -> float:
    return sum(part.seconds for part in cue.parts if part.move is move)


def _most_helpful(entries: Sequence[Entry]) -> tuple[str, str] | None:
    """The script with the greatest mean fall of tension, and a sentence about it."""
    changes: defaultdict[str, list[int]] = defaultdict(list)
    for entry in entries[:LOOKED_AT]:
        if entry.tension_change is not None:
            changes[entry.script_id].append(entry.tension_change)
    means = {
        script_id: sum(each) / len(each)
        for script_id, each in changes.items()
        if len(each) >= ENOUGH
    }
    best = min(means, key=lambda script_id: means[script_id], default=None)
    if best is None or means[best] > -1:
        return None
    return best, _tr(
        "It took {change} off your tension on average, in {count} of your last sessions."
    ).format(change=f"{-means[best]:.1f}".removesuffix(".0"), count=len(changes[best]))


def _to_begin_with(scripts: Mapping[str, Script]) -> Suggestion | None:
    if not scripts:
        return None

    def fitness(script_id: str) -> tuple[bool, bool, float, str]:
        script = scripts[script_id]
        return (
            script.minutes < BEGINNING_MINUTES,
            script.technique.casefold() != _BEGINNERS_TECHNIQUE,
            script.minutes,
            script_id,
        )

    script_id = min(scripts, key=fitness)
    is_short = scripts[script_id].minutes <= SHORT_MINUTES
    first = _tr("A short one for the first time.") if is_short else _tr("A good one to begin with.")
    return Suggestion(
        script_id,
        _tr("To begin with"),
        first
        + " "
        + _tr("Feeling a little odd or twitchy at first is common; you can stop at any moment."),
    )


def _time_of_day(hour: int) -> str:
    if hour in range(4, 12):
        return _tr("This morning")
    if hour in range(12, 18):
        return _tr("This afternoon")
    return _tr("Tonight")


def _tr(text: str) -> str:
    return QCoreApplication.translate("Suggestion", text)
