"""Sound files of any kind that soundfile knows, decoded to the rate everything is played at."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from relaxapp.errors import SoundError
from relaxapp.sound.resampling import resample
from relaxapp.timeline.clip import FRAMES_PER_SECOND

if TYPE_CHECKING:
    from pathlib import Path

    from relaxapp.sound.samples import Block

LONGEST_SECONDS = 600
"""As much of a shipped sound is used; it is held in memory."""


def decode(path: Path) -> Block:
    """A whole sound file at `FRAMES_PER_SECOND`, of one or two channels.

    Only the first `LONGEST_SECONDS` and the first two channels are kept.

    Raises:
        SoundError: it is missing, or not a sound file.
    """
    import soundfile  # noqa: PLC0415 - a session without sound does not pay for it

    if not path.is_file():
        raise SoundError(
            f"The sound file {path.name} is missing from {path.parent}. Installing relaxapp anew brings it back."
        )
    try:
        with soundfile.SoundFile(path) as file:
            count = min(file.frames, LONGEST_SECONDS * file.samplerate)
            samples = file.read(count, dtype="float32", always_2d=True)[:, :2]
            rate = file.samplerate
    except (soundfile.SoundFileError, OSError) as error:
        raise SoundError(
            f"The sound file {path} cannot be read ({error}). Replace it, or install relaxapp anew."
        ) from error
    if not len(samples):
        raise SoundError(f"The sound file {path} is empty. Replace it, or install relaxapp anew.")
    if rate != FRAMES_PER_SECOND:
        samples = resample(samples, rate)
    return np.ascontiguousarray(samples)
