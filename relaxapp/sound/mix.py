"""A timeline as sound: a pure function of position."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING, Protocol

import numpy as np

from relaxapp.sound.envelope import Envelope, Gain, ducking
from relaxapp.sound.limiter import limit
from relaxapp.sound.loop import LoopedSamples
from relaxapp.sound.tide import FOLLOWS_BREATH, Tide, tide
from relaxapp.sound.volumes import Volumes
from relaxapp.timeline.clip import FRAMES_PER_SECOND, Bus, Clip, Spoken, frames

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from relaxapp.sound.samples import Block, Samples
    from relaxapp.timeline.clip import ClipSound
    from relaxapp.timeline.timeline import Timeline

FADE_IN_SECONDS = 3
"""How long ambience takes to come."""
FADE_OUT_SECONDS = 5
"""How long ambience takes to go."""
CUT_SECONDS = 0.03
"""How long a sound takes to go that is longer than its clip."""
LEAD_IN_LEVEL = 0.001
"""The loudness of the lead-in: -60 dBFS, too soft to hear, enough to wake a sleeping speaker."""

SOFTER_DECIBELS = (0.0, -1.5, -3.0)
"""How much softer the voice is by calm: enough to feel, not enough to strain for."""

_NO_LIFT = np.float32(0)
CENTRE = np.float32(0.5**0.5)
"""What one channel is multiplied by on its way to both, so that it is as loud as it was by itself."""
_UNCHANGED = np.float32(1)


@dataclass(frozen=True, slots=True)
class _Placed:
    """A sound at its place: from frame `at` to before frame `end`, under an envelope and a tide if any, softer by a gain."""

    at: int
    end: int
    bus: Bus
    samples: Samples
    envelope: Envelope | None = None
    gain: np.float32 = _UNCHANGED
    tide: Tide | None = None


class Sounds(Protocol):
    """Where a mix finds what its clips sound like, such as a `Palette`."""

    def samples(self, clip: Clip) -> Samples | None:
        """What a clip sounds like; None for one that is silent."""


class _Track:
    """Sounds found by frame."""

    def __init__(self, placed: Iterable[_Placed]) -> None:
        self.placed = sorted(placed, key=lambda sound: sound.at)
        self._starts = [sound.at for sound in self.placed]
        # The latest end so far never falls, so it can be searched for the first still sounding.
        self._ends = list(accumulate((sound.end for sound in self.placed), max))

    def sounding(self, frame: int, count: int) -> list[_Placed]:
        """What sounds within the stretch."""
        first = bisect_right(self._ends, frame)
        last = bisect_left(self._starts, frame + count)
        return [sound for sound in self.placed[first:last] if sound.end > frame]


class Mix:
    """A session's sound.

    The same frames come out whatever the size of the blocks they are read in, and after any
    jump. Safe to read from several threads.

    Attributes:
        length: frames of the whole; after them there is silence.
        stops: frames at which a player stands until the person goes on, in order.
        volumes: the volumes `read` mixes with.
    """

    def __init__(self, timeline: Timeline, palette: Sounds, volumes: Volumes | None = None) -> None:
        """Put every sound at its place.

        Args:
            timeline: what is heard when.
            palette: what it sounds like.
            volumes: how loud the buses are; as `Volumes` starts out where None.

        Raises:
            SoundError: a sound is missing or cannot be read.
        """
        self.length = timeline.length
        self.stops = timeline.stops
        self.volumes = volumes or Volumes()
        self._gains = gains(self.volumes)
        self._tide = tide(timeline.phases)
        sounds: list[_Placed] = []
        # The same sound twice at the same frame is only louder, and ten thousand times a burden.
        for clip in dict.fromkeys(timeline.clips):
            samples = palette.samples(clip)
            if samples is not None and clip.length > 0 and clip.at < self.length:
                sounds.append(self._place(clip, samples))
        self._foreground = _Track(sound for sound in sounds if sound.bus is not Bus.AMBIENCE)
        self._ambience = _Track(sound for sound in sounds if sound.bus is Bus.AMBIENCE)
        placed = self._foreground.placed
        self._duck = ducking((sound.at, sound.end) for sound in placed if sound.bus is Bus.VOICE)
        self._lead_in = _lead_in(placed[0].at) if placed and placed[0].at > 0 else None

    def read(self, frame: int, count: int) -> Block:
        """Mix `count` frames from `frame` (0 or later) on: float32, shape (count, 2)."""
        return self.render(frame, count, self._gains)

    def render(
        self,
        frame: int,
        count: int,
        volumes: Mapping[Bus, Gain],
        *,
        ahead: int = 0,
        lift: Gain = _NO_LIFT,
        standing: bool = False,
    ) -> Block:
        """Mix frames with the liberties a player takes; without them, what `read` gives.

        Args:
            frame: the first frame.
            count: how many.
            volumes: the gain of every bus.
            ahead: how many frames the ambience has run ahead of the timeline.
            lift: how far, 0 to 1, ambience has come back from under the voice.
            standing: whether the timeline stands at `frame`, and only ambience goes on.

        Returns:
            float32, shape (count, 2).
        """
        block = np.zeros((count, 2), np.float32)
        if frame < self.length:
            if not standing:
                self._add_foreground(block, frame, volumes)
            self._add_ambience(block, frame, volumes[Bus.AMBIENCE], ahead, lift, standing=standing)
            limit(block)
        return block

    def _place(self, clip: Clip, samples: Samples) -> _Placed:
        if isinstance(samples, LoopedSamples):
            # Where there is no room for both, the fades share what there is.
            end = min(clip.end, self.length)
            share = min(1.0, (end - clip.at) / frames(FADE_IN_SECONDS + FADE_OUT_SECONDS))
            full = clip.at + round(frames(FADE_IN_SECONDS) * share)
            fade = max(full, end - round(frames(FADE_OUT_SECONDS) * share))
            line = Envelope([(clip.at, 0.0), (full, 1.0), (fade, 1.0), (end, 0.0)])
            swells = self._tide if clip.sound.name in FOLLOWS_BREATH else None
            return _Placed(clip.at, end, clip.bus, samples, line, tide=swells)
        # A sound does not ring across a stop: it would break off there and go on minutes later.
        stop = bisect_right(self.stops, clip.at)
        room = min([clip.end, self.length, *self.stops[stop : stop + 1]])
        end = clip.at + samples.length
        gain = _gain(clip.sound)
        if end <= room:
            return _Placed(clip.at, end, clip.bus, samples, gain=gain)
        cut = max(clip.at, room - frames(CUT_SECONDS))
        return _Placed(clip.at, room, clip.bus, samples, Envelope([(cut, 1.0), (room, 0.0)]), gain)

    def _add_foreground(self, block: Block, frame: int, volumes: Mapping[Bus, Gain]) -> None:
        for sound in self._foreground.sounding(frame, len(block)):
            _add(block, frame, sound, volumes[sound.bus])
        if self._lead_in is not None and frame < self._lead_in.end:
            # No volume turns it down: a speaker has to wake up for the other sounds.
            _add(block, frame, self._lead_in, np.float32(1))

    def _add_ambience(
        self, block: Block, frame: int, volume: Gain, ahead: int, lift: Gain, *, standing: bool
    ) -> None:
        sounding = self._ambience.sounding(frame, 1 if standing else len(block))
        if not sounding:
            return
        root = self._duck.roots(frame, 1) if standing else self._duck.roots(frame, len(block))
        if standing and isinstance(root, np.ndarray):
            root = root[0, 0]
        root = root + (1 - root) * lift
        gain = volume * (root * root)
        for sound in sounding:
            if standing:
                _add_still(block, frame, sound, gain, ahead)
            else:
                _add(block, frame, sound, gain, ahead)


def _gain(sound: ClipSound) -> np.float32:
    """How loud a sound is where it stands, beside its volume."""
    if not isinstance(sound, Spoken):
        return _UNCHANGED
    return np.float32(10 ** (SOFTER_DECIBELS[sound.calm] / 20))


def gains(volumes: Volumes) -> dict[Bus, np.float32]:
    """The gain of every bus."""
    return {bus: np.float32(volumes.gain(bus)) for bus in Bus}


def _add(block: Block, frame: int, sound: _Placed, gain: Gain, ahead: int = 0) -> None:
    """Add what of a sound lies within the block that begins at `frame`."""
    first = max(frame, sound.at)
    last = min(frame + len(block), sound.end)
    if first >= last:
        return
    inside = slice(first - frame, last - frame)
    if isinstance(gain, np.ndarray):
        gain = gain[inside]
    elif gain == 0:
        return
    gain = gain * sound.gain
    if sound.envelope is not None:
        gain = gain * sound.envelope.gain(first, last - first)
    start, count = first - sound.at + ahead, last - first
    if isinstance(sound.samples, LoopedSamples) and not isinstance(gain, np.ndarray):
        samples = sound.samples.read(start, count, gain)
    else:
        samples = sound.samples.read(start, count)
        samples = samples * gain if isinstance(gain, np.ndarray) or gain != 1 else samples
    if sound.tide is not None:
        sound.tide.swell(samples, first)
    _sum(block[inside], samples)


def _add_still(block: Block, frame: int, sound: _Placed, gain: Gain, ahead: int) -> None:
    """Add a sound that goes on while the timeline stands at `frame`."""
    if sound.envelope is not None:
        still = sound.envelope.gain(frame, 1)
        gain = gain * (still[0, 0] if isinstance(still, np.ndarray) else still)
    if sound.tide is not None:
        gain = gain * sound.tide.gain(frame)
    _sum(block, sound.samples.read(frame - sound.at + ahead, len(block)) * gain)


def _sum(block: Block, samples: Block) -> None:
    if samples.shape[1] == 1:
        # Column by column: numpy adds two long rows faster than many short ones.
        mono = samples[:, 0] * CENTRE
        block[:, 0] += mono
        block[:, 1] += mono
    else:
        block += samples


def _lead_in(end: int) -> _Placed:
    """A faint noise from the beginning until the first sound."""
    # A second of white noise, of even spread; the seed is fixed so that every run is the same.
    spread = LEAD_IN_LEVEL * 3**0.5 / CENTRE
    noise = np.random.default_rng(1).uniform(-spread, spread, (FRAMES_PER_SECOND, 1))
    fade = Envelope([(max(0, end - frames(CUT_SECONDS)), 1.0), (end, 0.0)])
    return _Placed(0, end, Bus.CUES, LoopedSamples(noise.astype(np.float32), 0), fade)
