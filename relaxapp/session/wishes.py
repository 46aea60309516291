"""What a person's settings ask of every session."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from relaxapp.script.body import Area, Side
from relaxapp.script.pace import WORDS_PER_MINUTE
from relaxapp.sound.volumes import Volumes
from relaxapp.timeline.lengths import spoken_frames
from relaxapp.timeline.tailoring import Tailoring

if TYPE_CHECKING:
    from collections.abc import Callable

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
    }
    return json.dumps({name: value for name, value in asked.items() if value})


def _areas(names: tuple[str, ...]) -> frozenset[Area]:
    """The areas among some names; a name this version does not know is passed over."""
    known = {area.value for area in Area}
    return frozenset(Area(name) for name in names if name in known)
