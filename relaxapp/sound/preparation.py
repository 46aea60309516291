"""A recording made fit for a session: silence cut off its ends, as loud as the voice, faded."""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from relaxapp.errors import SoundError
from relaxapp.sound.levelling import VOICE_LUFS, VOICE_PEAK, level_gain
from relaxapp.sound.limiter import limit
from relaxapp.sound.loudness import LoudnessMeter
from relaxapp.sound.samples import to_pcm
from relaxapp.timeline.clip import FRAMES_PER_SECOND

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from relaxapp.sound.samples import Block, Pcm
    from relaxapp.sound.source import Source

PREPARATION = "1"
"""Raised whenever a recording is prepared otherwise than before."""
FADE_MILLISECONDS = 30
"""How long its beginning and its end take."""

_SILENCE_DECIBELS = -50
_KEPT_MILLISECONDS = 200
"""How much silence is left before the first and after the last sound."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be done to a recording.

    Attributes:
        first: the first frame that is kept.
        last: the frame after the last that is kept.
        gain: the factor that makes it as loud as the voice.
    """

    first: int
    last: int
    gain: np.float32

    @property
    def length(self) -> int:
        """How many frames are kept."""
        return self.last - self.first


def plan(
    source: Source,
    cancelled: Callable[[], bool],
    progress: Callable[[int], None] = lambda _frames: None,
) -> Plan:
    """Listen to a whole recording: where its sound begins and ends, and how loud it is.

    Args:
        source: the recording.
        cancelled: asked before each piece whether to give up.
        progress: told how many frames have been listened to.

    Raises:
        SoundError: it cannot be read, or there is nothing to be heard in it.
        CancelledError: it was called off.
    """
    meter = LoudnessMeter()
    first: int | None = None
    last = start = 0
    for piece in source.pieces(cancelled):
        meter.add(piece)
        sound = _sounding(piece)
        if sound is not None:
            first = start + sound[0] if first is None else first
            last = start + sound[1]
        start += len(piece)
        progress(start)
    if first is None:
        raise SoundError(
            f"There is nothing to be heard in the recording “{source.name}”. Give another one."
        )
    kept = _KEPT_MILLISECONDS * FRAMES_PER_SECOND // 1_000
    first, last = max(0, first - kept), min(start, last + kept)
    return Plan(first, last, level_gain(meter.lufs(), VOICE_LUFS))


def finished(source: Source, plan: Plan, cancelled: Callable[[], bool]) -> Iterator[Pcm]:
    """The recording as it will be heard, piece by piece; shape (frames, channels).

    Raises:
        SoundError: it cannot be read any more.
        CancelledError: it was called off.
    """
    start = 0
    for piece in source.pieces(cancelled):
        inside = piece[max(0, plan.first - start) : max(0, plan.last - start)] * plan.gain
        begins = start <= plan.first < start + len(piece)
        ends = start < plan.last <= start + len(piece)
        start += len(piece)
        if len(inside):
            limit(inside, VOICE_PEAK)
            yield _faded(to_pcm(inside), begins=begins, ends=ends)


def _sounding(piece: Block) -> tuple[int, int] | None:
    """The first frame of sound in a piece and the one after the last; None if it is silent."""
    detect_leading_silence = _pydub().silence.detect_leading_silence
    segment = _segment(to_pcm(piece))
    before = detect_leading_silence(segment, _SILENCE_DECIBELS)
    if before >= len(segment):
        return None
    after = detect_leading_silence(segment.reverse(), _SILENCE_DECIBELS)
    in_millisecond = FRAMES_PER_SECOND // 1_000
    return before * in_millisecond, len(piece) - after * in_millisecond


def _faded(pcm: Pcm, *, begins: bool, ends: bool) -> Pcm:
    if not (begins or ends):
        return pcm
    segment = _segment(pcm)
    fade = min(FADE_MILLISECONDS, len(segment) // 2)
    if begins:
        segment = segment.fade_in(fade)
    if ends:
        segment = segment.fade_out(fade)
    return np.frombuffer(segment.raw_data, np.int16).reshape(-1, pcm.shape[1])


def _segment(pcm: Pcm) -> Any:
    return _pydub().AudioSegment(
        pcm.tobytes(), frame_rate=FRAMES_PER_SECOND, sample_width=2, channels=pcm.shape[1]
    )


def _pydub() -> Any:
    """The package, imported without its remarks about ffmpeg, which is not needed here."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import pydub  # noqa: PLC0415 - only a script with recordings pays for it
        import pydub.silence  # noqa: PLC0415
    return pydub
