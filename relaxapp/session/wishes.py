"""What a person's settings ask of every session."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from relaxapp.script.body import Area, Side
from relaxapp.script.breath_pattern import BreathPattern
from relaxapp.script.clinical.breathing import refusal_of_aim, refusal_of_pattern
from relaxapp.script.cue import Breathe, BreatheRamp
from relaxapp.script.guided_breath import begins_at_own_pace, guided_breath
from relaxapp.script.pace import WORDS_PER_MINUTE
from relaxapp.sound.volumes import Volumes
from relaxapp.timeline.lengths import spoken_frames
from relaxapp.timeline.tailoring import Tailoring

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from relaxapp.script.script import Script
    from relaxapp.settings import Settings
    from relaxapp.timeline.clip import Spoken


def tailoring_of(settings: Settings) -> Tailoring:
    """What a person's settings ask of every script."""
    return Tailoring(
        left_out=_areas(settings.left_out),
        imagined=_areas(settings.imagined),
        no_tensing=settings.no_tensing,
        no_breath_holds=settings.no_breath_holds,
        stronger_hand=Side(settings.stronger_hand),
        eyes_open=settings.eyes_open,
    )


def tailoring_for(settings: Settings, script: Script, script_id: str) -> Tailoring:
    """What a person's settings ask of one script: what they ask of every one, and their breath.

    Args:
        settings: what the person chose.
        script: the script.
        script_id: what its own settings are kept under.
    """
    kept = settings.breath_by_script.get(script_id, {})
    guided = guided_breath(script)
    return replace(
        tailoring_of(settings),
        own_pace=settings.own_pace_per_minute if begins_at_own_pace(script) else None,
        breath=_pattern(kept, guided) if isinstance(guided, Breathe) else None,
        slowest_rate=_aim(kept) if isinstance(guided, BreatheRamp) else None,
    )


def volumes_of(settings: Settings) -> Volumes:
    """The four volumes a person has set."""
    return Volumes(
        voice=settings.voice_volume,
        cues=settings.cues_volume,
        breath=settings.breath_volume,
        ambience=settings.ambience_volume,
    )


def sentence_estimate(settings: Settings) -> Callable[[Spoken], int]:
    """How many frames a sentence takes at the pace a person wants, before a voice has said it."""
    factor = WORDS_PER_MINUTE / settings.words_per_minute
    return lambda words: round(spoken_frames(words) * factor)


def tailoring_record(tailoring: Tailoring) -> str:
    """What was asked for, as it is kept in the journal; nothing that was not asked for."""
    asked = {
        "left_out": sorted(tailoring.left_out),
        "imagined": sorted(tailoring.imagined),
        "no_tensing": tailoring.no_tensing,
        "no_breath_holds": tailoring.no_breath_holds,
        "eyes_open": tailoring.eyes_open,
        "own_pace": tailoring.own_pace,
        "breath": tailoring.breath.lengths() if tailoring.breath else None,
        "slowest_rate": tailoring.slowest_rate,
    }
    return json.dumps({name: value for name, value in asked.items() if value})


def _pattern(kept: Mapping[str, float], scripted: Breathe) -> BreathPattern | None:
    """The lengths that are kept, if one may breathe so where the script says something else."""
    lengths = {name: kept.get(name, 0.0) for name in ("inhale", "exhale", "hold", "rest")}
    pattern = BreathPattern(**lengths)
    if not (pattern.inhale and pattern.exhale):
        return None
    return None if refusal_of_pattern(scripted, replace(scripted, parts=pattern.parts)) else pattern


def _aim(kept: Mapping[str, float]) -> float | None:
    """The pace that is kept, if a change of pace may end at it."""
    rate = kept.get("per_minute")
    return None if rate is None or refusal_of_aim(rate) else rate


def _areas(names: tuple[str, ...]) -> frozenset[Area]:
    """The areas among some names; a name this version does not know is passed over."""
    known = {area.value for area in Area}
    return frozenset(Area(name) for name in names if name in known)
