"""The tone of the whole page at a position, for eyes that look away: pure functions of the timeline."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from relaxapp.timeline.clip import FRAMES_PER_SECOND, seconds
from relaxapp.timeline.phase import PhaseKind
from relaxapp.ui.pages.showing import is_imagined

if TYPE_CHECKING:
    from relaxapp.timeline.timeline import Timeline

EASING_SECONDS = 1.0
"""How long the page takes to change its tone; a shorter phase leaves it as it is."""


@dataclass(frozen=True, slots=True)
class Tone:
    """How the page differs from how it usually is.

    Attributes:
        brightness: -1 is darker, 1 brighter.
        warmth: -1 is calm, 1 warm.
    """

    brightness: float = 0.0
    warmth: float = 0.0


USUAL = Tone()
_TONES = {
    PhaseKind.TENSE: Tone(warmth=1.0),
    PhaseKind.RELEASE: Tone(warmth=-1.0),
    PhaseKind.INHALE: Tone(brightness=1.0),
    PhaseKind.EXHALE: Tone(brightness=-1.0),
}
_KEEPING = frozenset({PhaseKind.HOLD, PhaseKind.REST})


def tone_at(timeline: Timeline, index: int, position: int) -> Tone:
    """The tone at a position in the phase of an index: slowly from the one before to its own."""
    own = _settled(timeline, index)
    before = _settled(timeline, index - 1)
    if own == before:
        return own
    since = seconds(position - timeline.phases[index].start) / EASING_SECONDS
    share = min(max(since, 0.0), 1.0)
    eased = share * share * (3 - 2 * share)
    return Tone(
        before.brightness + (own.brightness - before.brightness) * eased,
        before.warmth + (own.warmth - before.warmth) * eased,
    )


def is_toning(timeline: Timeline, index: int, position: int) -> bool:
    """Whether the tone is just changing."""
    phase = timeline.phases[index]
    return position - phase.start <= EASING_SECONDS * FRAMES_PER_SECOND and _settled(
        timeline, index
    ) != _settled(timeline, index - 1)


def _settled(timeline: Timeline, index: int) -> Tone:
    """The tone a phase comes to; a hold and a very short phase keep the one before."""
    while index >= 0:
        phase = timeline.phases[index]
        if phase.kind not in _KEEPING and seconds(phase.length) >= EASING_SECONDS:
            kind = PhaseKind.TENSE if is_imagined(timeline, index) else phase.kind
            return _TONES.get(kind, USUAL)
        index -= 1
    return USUAL
