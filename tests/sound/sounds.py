"""Sounds, clips and mixes in a few words, for every test of sound."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from relaxapp.sound.loop import LoopedSamples
from relaxapp.sound.mix import Mix
from relaxapp.sound.samples import ArraySamples
from relaxapp.timeline.clip import Ambient, Bus, Clip, CueSound, Spoken, frames
from relaxapp.timeline.phase import Phase, PhaseKind, StepSpan
from relaxapp.timeline.timeline import Timeline

if TYPE_CHECKING:
    from collections.abc import Mapping

    from relaxapp.sound.samples import Block, Samples
    from relaxapp.sound.volumes import Volumes


class FixedPalette:
    """Gives each sound by its name."""

    def __init__(self, sounds: Mapping[str, Samples]) -> None:
        self._sounds = sounds

    def samples(self, clip: Clip) -> Samples | None:
        return self._sounds[clip.sound.name]


def noise(count: int, channels: int = 1, *, size: float = 0.1, seed: int = 0) -> Block:
    """White noise, shape (count, channels)."""
    generator = np.random.default_rng(seed)
    return generator.uniform(-size, size, (count, channels)).astype(np.float32)


def sine(count: int, hertz: float = 200.0, *, size: float = 0.2) -> Block:
    """A steady tone, shape (count, 1)."""
    wave = size * np.sin(2 * np.pi * hertz * np.arange(count) / 48_000)
    tone: Block = wave.astype(np.float32)[:, None]
    return tone


def loop(seconds: float = 4, *, size: float = 0.1) -> LoopedSamples:
    """An ambience of noise, or of a constant where `size` is 0."""
    return LoopedSamples(noise(frames(seconds), 2, size=size, seed=9), frames(1))


def cue(at: float, seconds: float, name: str = "tone") -> Clip:
    """A clip on the cue bus."""
    return Clip(frames(at), frames(seconds), Bus.CUES, CueSound(name))


def spoken(at: float, seconds: float, name: str = "words") -> Clip:
    """A clip on the voice bus."""
    return Clip(frames(at), frames(seconds), Bus.VOICE, Spoken(name))


def ambience(seconds: float, at: float = 0, name: str = "rain") -> Clip:
    """A clip of an ambience."""
    return Clip(frames(at), frames(seconds), Bus.AMBIENCE, Ambient(name))


def timeline_of(seconds: float, *clips: Clip, stops: tuple[int, ...] = ()) -> Timeline:
    """A timeline of one phase."""
    length = frames(seconds)
    return Timeline(
        title="A test",
        length=length,
        phases=(Phase(0, length, PhaseKind.PAUSE, 0, "Rest"),),
        steps=(StepSpan("Rest", 0, length),),
        captions=(),
        clips=tuple(sorted(clips, key=lambda clip: clip.at)),
        stops=stops,
    )


def mix_of(
    seconds: float,
    sounds: Mapping[str, Samples],
    *clips: Clip,
    stops: tuple[int, ...] = (),
    volumes: Volumes | None = None,
) -> Mix:
    """A mix of clips whose sounds are given by name."""
    return Mix(timeline_of(seconds, *clips, stops=stops), FixedPalette(sounds), volumes)


def tone_mix(seconds: float = 20, *, stops: tuple[int, ...] = (), hertz: float = 200) -> Mix:
    """A mix of one steady tone."""
    tone = ArraySamples(sine(frames(seconds), hertz))
    return mix_of(seconds, {"tone": tone}, cue(0, seconds), stops=stops)


def rms(block: Block) -> float:
    """The effective value of a stretch."""
    return float(np.sqrt(np.mean(np.square(block, dtype=np.float64))))


def roughness(block: Block) -> float:
    """The sharpest corner in a stretch: its greatest second difference. A click is a corner."""
    return float(np.abs(np.diff(block.astype(np.float64), 2, axis=0)).max())
