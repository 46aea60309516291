"""Leaving an area out while its words are being said is heard without a click, and the ambience goes on."""

from __future__ import annotations

import numpy as np
import pytest

from relaxapp.script.body import AREAS_BY_NAME
from relaxapp.sound.mix import Mix
from relaxapp.sound.samples import ArraySamples
from relaxapp.sound.transport import JUMP_SECONDS, Transport
from relaxapp.timeline.clip import Ambient, Bus, Clip, Spoken, frames
from relaxapp.timeline.leaving_out import QUIET_FRAMES, leave_out
from relaxapp.timeline.phase import Caption, Phase, PhaseKind, StepSpan
from relaxapp.timeline.timeline import Timeline
from tests.sound.sounds import FixedPalette, loop, roughness, sine

JAW = AREAS_BY_NAME["jaw"]
LATENCY = frames(0.3)
"""How far what a device holds is ahead of what is heard."""


def _session() -> Timeline:
    ten = frames(10)
    return Timeline(
        title="A",
        length=3 * ten,
        phases=(
            Phase(0, ten, PhaseKind.RELEASE, 0, "Let go", group="jaw", areas=JAW),
            Phase(ten, 2 * ten, PhaseKind.PAUSE, 1, "Rest"),
            Phase(2 * ten, 3 * ten, PhaseKind.PAUSE, 2, "Rest"),
        ),
        steps=(
            StepSpan("Jaw", 0, ten),
            StepSpan("Quiet", ten, 2 * ten),
            StepSpan("Return", 2 * ten, 3 * ten),
        ),
        captions=(Caption(0, ten, "words"), Caption(ten, 2 * ten, "more")),
        clips=(
            Clip(0, 3 * ten, Bus.AMBIENCE, Ambient("rain")),
            Clip(0, ten, Bus.VOICE, Spoken("words")),
            Clip(ten, frames(4), Bus.VOICE, Spoken("more")),
        ),
    )


@pytest.mark.parametrize("rain_size", [0.0, 0.05])
def test_there_is_no_click_and_what_comes_next_is_heard_from_its_beginning(
    rain_size: float,
) -> None:
    palette = FixedPalette(
        {
            "rain": loop(size=rain_size),
            "words": ArraySamples(sine(frames(10), 180)),
            "more": ArraySamples(sine(frames(4), 240)),
        }
    )
    timeline = _session()
    transport = Transport(Mix(timeline, palette))
    before = transport.pull(frames(5))
    shorter = leave_out(timeline, frames(5) - LATENCY, JAW)
    transport.replace(Mix(shorter, palette))
    after = transport.pull(frames(4))
    whole = np.concatenate((before, after))
    # The rain comes back from under the voice, and is rougher by itself.
    usual = max(roughness(before[frames(1) :]), roughness(after[frames(0.5) : frames(1)]))
    seam = whole[frames(4.9) : frames(5.2)]
    assert roughness(seam) <= 1.2 * usual
    next_words = shorter.captions[1].start - frames(5)
    assert shorter.captions[1].start == frames(5) - LATENCY + QUIET_FRAMES
    assert next_words > frames(JUMP_SECONDS)
    quiet = after[frames(JUMP_SECONDS) + 1 : next_words]
    if rain_size == 0:
        assert not quiet.any()
    else:
        assert np.abs(quiet).max() > 0
    assert np.abs(after[next_words : next_words + frames(0.05)]).max() > 0.1
