"""Recordings that people bring: their own voice, a phone memo, made fit for a session."""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from relaxapp.errors import SoundError
from relaxapp.sound.cache import MOST_BYTES, SoundCache
from relaxapp.sound.cancelled import CancelledError
from relaxapp.sound.levelling import VOICE_LUFS, VOICE_PEAK, level_gain
from relaxapp.sound.limiter import limit
from relaxapp.sound.loudness import LoudnessMeter
from relaxapp.sound.resampling import resample
from relaxapp.sound.samples import PcmSamples, Samples, to_pcm
from relaxapp.timeline.clip import FRAMES_PER_SECOND

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from relaxapp.sound.samples import Block, Pcm

LONGEST_SECONDS = 4 * 60 * 60
"""A script lasts no longer, so neither need a recording."""
LARGEST_BYTES = 3_000_000_000
"""Four hours of CD sound take 2.5 GB."""
PIECE_SECONDS = 20
"""How much of a recording is in memory at a time."""
FADE_MILLISECONDS = 30
"""How long its beginning and its end take."""

_PREPARATION = "1"
"""Raised whenever a recording is prepared otherwise than before."""
_SILENCE_DECIBELS = -50
_KEPT_MILLISECONDS = 200
"""How much silence is left before the first and after the last sound."""


class Recordings:
    """The recordings that lie in one folder, beside a script."""

    def __init__(self, folder: Path, cache: Path, most_bytes: int = MOST_BYTES) -> None:
        """Use a folder.

        Args:
            folder: where the recordings are.
            cache: where prepared recordings are kept; made when needed.
            most_bytes: how much is kept there.
        """
        self._folder = folder
        self._cache = SoundCache(cache, most_bytes)

    def prepare(
        self,
        names: Sequence[str],
        progress: Callable[[int, int], None] = lambda _done, _total: None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> dict[str, Samples]:
        """Trim, level and fade recordings, each once.

        Args:
            names: plain file names; repetitions allowed.
            progress: told how many of how many different recordings are ready.
            cancelled: asked now and then whether to give up.

        Returns:
            What each name sounds like.

        Raises:
            SoundError: one is missing, too long, silent, or not a sound file.
            CancelledError: it was called off.
        """
        different = list(dict.fromkeys(names))
        prepared: dict[str, Samples] = {}
        progress(0, len(different))
        for done, name in enumerate(different, 1):
            prepared[name] = self._prepare(name, cancelled)
            progress(done, len(different))
        self._cache.prune()
        return prepared

    def estimate(self, name: str) -> int:
        """About how many frames a recording has, at a glance; 0 for one that cannot be used."""
        try:
            source = _Source(self._path(name))
        except SoundError:
            return 0
        return round(source.frames * FRAMES_PER_SECOND / source.rate)

    def _prepare(self, name: str, cancelled: Callable[[], bool]) -> Samples:
        path = self._path(name)
        status = path.stat()
        key = (_PREPARATION, str(path.resolve()), str(status.st_size), str(status.st_mtime_ns))
        found = self._cache.find(*key)
        if found is not None:
            return found
        source = _Source(path)
        plan = _plan(source, cancelled)
        blocks = _finished(source, plan, cancelled)
        try:
            return self._cache.keep(blocks, source.channels, *key)
        except OSError:
            # Memory does where the disk does not.
            return PcmSamples(np.concatenate(list(_finished(source, plan, cancelled))))

    def _path(self, name: str) -> Path:
        path = self._folder / name
        if name != path.name or not path.is_file():
            raise SoundError(
                f"The recording “{name}” is not in {self._folder}. Put it beside the script, or change the name there."
            )
        if path.stat().st_size > LARGEST_BYTES:
            raise SoundError(f"The recording “{name}” is too large. It may have up to 3 GB.")
        return path


class _Source:
    """A recording read in pieces at `FRAMES_PER_SECOND`."""

    def __init__(self, path: Path) -> None:
        import soundfile  # noqa: PLC0415 - only a script with recordings pays for it

        self.name = path.name
        self._soundfile = soundfile
        self._path = path
        with self._open() as file:
            self.channels = min(file.channels, 2)
            self.rate: int = file.samplerate
            self.frames: int = file.frames
        if self.frames > LONGEST_SECONDS * self.rate:
            raise SoundError(f"The recording “{path.name}” is longer than four hours.")

    def pieces(self, cancelled: Callable[[], bool]) -> Iterator[Block]:
        """All of it, each piece but the last of `PIECE_SECONDS`; shape (frames, channels)."""
        # Each piece is resampled with a second of its neighbours, so that the pieces fit.
        margin = self.rate if self.rate != FRAMES_PER_SECOND else 0
        size = PIECE_SECONDS * self.rate
        with self._open() as file:
            for start in range(0, self.frames, size):
                if cancelled():
                    raise CancelledError
                first = max(0, start - margin)
                wanted = min(start + size + margin, self.frames) - first
                try:
                    file.seek(first)
                    samples = file.read(wanted, dtype="float32", always_2d=True)
                except (self._soundfile.SoundFileError, OSError) as error:
                    raise self._unreadable(error) from error
                before = (start - first) * FRAMES_PER_SECOND // self.rate
                piece = resample(samples[:, : self.channels], self.rate)[before:]
                yield piece[: PIECE_SECONDS * FRAMES_PER_SECOND]

    def _open(self) -> Any:
        try:
            return self._soundfile.SoundFile(self._path)
        except (self._soundfile.SoundFileError, OSError) as error:
            raise self._unreadable(error) from error

    def _unreadable(self, error: Exception) -> SoundError:
        return SoundError(
            f"The recording “{self._path.name}” cannot be read ({error}). "
            "Use a WAV, FLAC, Ogg or MP3 file."
        )


@dataclass(frozen=True, slots=True)
class _Plan:
    """What is to be done to a recording: frames from `first` to before `last`, times `gain`."""

    first: int
    last: int
    gain: np.float32


def _plan(source: _Source, cancelled: Callable[[], bool]) -> _Plan:
    """Listen to a whole recording: where its sound begins and ends, and how loud it is."""
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
    if first is None:
        raise SoundError(f"There is nothing to be heard in the recording “{source.name}”.")
    kept = _KEPT_MILLISECONDS * FRAMES_PER_SECOND // 1_000
    first, last = max(0, first - kept), min(start, last + kept)
    return _Plan(first, last, level_gain(meter.lufs(), VOICE_LUFS))


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


def _finished(source: _Source, plan: _Plan, cancelled: Callable[[], bool]) -> Iterator[Pcm]:
    """The recording as it will be heard, piece by piece."""
    start = 0
    for piece in source.pieces(cancelled):
        inside = piece[max(0, plan.first - start) : max(0, plan.last - start)] * plan.gain
        begins = start <= plan.first < start + len(piece)
        ends = start < plan.last <= start + len(piece)
        start += len(piece)
        if len(inside):
            limit(inside, VOICE_PEAK)
            yield _faded(to_pcm(inside), begins=begins, ends=ends)


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
