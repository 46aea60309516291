"""Which session to propose now, and the true reason for it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from relaxapp.journal.entry import Entry, Outcome
from relaxapp.script.language import code_of
from relaxapp.session import paths
from relaxapp.session.course import is_followed, longest_ago, standing
from relaxapp.session.paths import Path
from relaxapp.ui.pages import path_words
from relaxapp.ui.pages.suiting import language_to_propose, suits, worse_twice

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from relaxapp.script.script import Script

LOOKED_AT = 20
"""How many of the last sessions say what a person practises and what helps."""
ENOUGH = 3
"""How many rated sessions it takes to say that a script helps."""
BEGINNING_MINUTES = 5.0
"""The least minutes of a session to begin with: time enough to notice a difference."""
SHORT_MINUTES = 10.0
"""Up to here a session is called short."""
_BEGINNERS_TECHNIQUE = "muscle relaxation"
_LATELY = 3
"""A session for a place is not proposed again while it is among so many of the last ones."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A proposal.

    Attributes:
        script_id: what is proposed.
        eyebrow: a word or two above it.
        reason: why, in a sentence or two.
    """

    script_id: str
    eyebrow: str
    reason: str


def suggest(
    scripts: Mapping[str, Script],
    entries: Sequence[Entry],
    now: datetime,
    *,
    no_tensing: bool = False,
) -> Suggestion | None:
    """What to propose; None where there is nothing that suits.

    Somebody whom a technique has just left tenser again is offered what helped, or another one.
    Then come the first week, the way without tensing for who wants it, what was marked on the body
    of late, the evening, the course for who follows it, the script that took most off the tension,
    the one practised last, and a good one to begin with. A technique that left the person clearly
    tenser twice is never proposed, nothing that rouses is in the evening, and nothing that leads to
    sleep is by day. A script in another language than the window's is proposed only to who has
    practised in that language alone.

    Args:
        scripts: what can be proposed, by id.
        entries: the last sessions, newest first.
        now: the present moment, aware.
        no_tensing: whether the person tenses nothing.
    """
    language = language_to_propose(scripts, entries)
    worse = worse_twice(entries)
    fit = {
        script_id: script
        for script_id, script in scripts.items()
        if script.technique.casefold() not in worse
        and suits(script, now.hour)
        and code_of(script.language) == language
    }
    eyebrow = _time_of_day(now.hour)
    if worse and entries[0].technique.casefold() in worse:
        return _helpful(fit, entries, eyebrow) or _another(fit, eyebrow, worse)
    return (
        _first_week(fit, entries, now, no_tensing=no_tensing)
        or (_without_tensing(fit, entries, eyebrow) if no_tensing else None)
        or _marked(fit, entries, now, eyebrow)
        or _into_sleep(fit, entries, now, eyebrow)
        or _course(fit, entries)
        or _helpful(fit, entries, eyebrow)
        or _last(fit, entries, eyebrow)
        or _to_begin_with(fit)
    )


def _first_week(
    scripts: Mapping[str, Script], entries: Sequence[Entry], now: datetime, *, no_tensing: bool
) -> Suggestion | None:
    script_id = paths.first_week(entries, now, scripts, no_tensing=no_tensing)
    if script_id is None:
        return None
    reason = path_words.first_week_reason(script_id)
    return Suggestion(script_id, path_words.title(Path.FIRST_WEEK), reason)


def _without_tensing(
    scripts: Mapping[str, Script], entries: Sequence[Entry], eyebrow: str
) -> Suggestion | None:
    """What helped most of the sessions without tensing, or the one practised longest ago."""
    there = {each: scripts[each] for each in Path.NO_TENSING.script_ids() if each in scripts}
    if not there:
        return None
    helpful = None if there.keys() - paths.known_ids(entries) else _helpful(there, entries, eyebrow)
    return helpful or Suggestion(
        longest_ago(entries, tuple(there), there),
        eyebrow,
        _tr("Nothing is tensed in it, as you wish it."),
    )


def _marked(
    scripts: Mapping[str, Script], entries: Sequence[Entry], now: datetime, eyebrow: str
) -> Suggestion | None:
    """A session for what was marked on the body, unless it was practised just now."""
    lately = paths.known_ids(entries[:_LATELY])
    there = scripts.keys() - lately
    twitching = paths.twitching(entries, now)
    if twitching is not None and paths.TWITCH_ID in there:
        return Suggestion(paths.TWITCH_ID, eyebrow, path_words.twitching_reason(twitching))
    tense = paths.tense_place(entries, now, there)
    if tense is None:
        return None
    place, marked = tense
    return Suggestion(place.script_id, eyebrow, path_words.place_reason(place, marked))


def _into_sleep(
    scripts: Mapping[str, Script], entries: Sequence[Entry], now: datetime, eyebrow: str
) -> Suggestion | None:
    if now.hour not in paths.EVENING or paths.SLEEP_ID not in scripts:
        return None
    if paths.SLEEP_ID in paths.known_ids(entries):
        reason = _tr("You have gone to sleep with it before. It is for where you may stay.")
        return Suggestion(paths.SLEEP_ID, eyebrow, reason)
    evenings = paths.tense_evenings(entries, now)
    if evenings < paths.AGAIN:
        return None
    reason = _tr(
        "You came tense to {count} sessions on evenings of the last two weeks. This one is for bed, "
        "and leads into sleep."
    ).format(count=evenings)
    return Suggestion(paths.SLEEP_ID, eyebrow, reason)


def _course(scripts: Mapping[str, Script], entries: Sequence[Entry]) -> Suggestion | None:
    """The stage of the course that a person is at, if one of them was practised of late."""
    if not is_followed(entries[:LOOKED_AT]):
        return None
    found = standing(entries, scripts)
    if found is None:
        return None
    return Suggestion(found.script_id, _tr("Step by step"), path_words.where(found))


def _helpful(
    scripts: Mapping[str, Script], entries: Sequence[Entry], eyebrow: str
) -> Suggestion | None:
    helpful = _most_helpful([entry for entry in entries if entry.script_id in scripts])
    return None if helpful is None else Suggestion(helpful[0], eyebrow, helpful[1])


def _last(
    scripts: Mapping[str, Script], entries: Sequence[Entry], eyebrow: str
) -> Suggestion | None:
    for entry in entries:
        if entry.script_id in scripts and entry.outcome is Outcome.FINISHED:
            return Suggestion(
                entry.script_id,
                eyebrow,
                _tr(
                    "This is the one you practised last. Coming back to one session makes it easier."
                ),
            )
    return None


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
