"""Every sound that the program ships: its file, how it is made, and how loud it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import soundfile

from relaxapp.sound.levelling import level
from relaxapp.sound.synthesis import bowl, synth, wood
from relaxapp.sound.synthesis.drone import drone
from relaxapp.sound.synthesis.fire import fire
from relaxapp.sound.synthesis.night import night
from relaxapp.sound.synthesis.ocean import ocean
from relaxapp.sound.synthesis.rain import rain
from relaxapp.sound.synthesis.steady import brown, pink
from relaxapp.sound.synthesis.stream import stream
from relaxapp.sound.synthesis.wind import wind
from relaxapp.timeline.clip import FRAMES_PER_SECOND

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from types import ModuleType

    from relaxapp.sound.samples import Block
    from relaxapp.sound.synthesis.curves import Signal

CUE_LUFS = -26.0
"""Six below the voice."""
FAINT_LUFS = -36.0
"""Ten below a bell: what may be missed."""
BREATH_LUFS = -26.0
AMBIENCE_LUFS = -24.0

_BLOCK_FRAMES = 4_096
"""libsndfile crashes when it is given a long stretch of Vorbis at once."""
_VORBIS_COMPRESSION = 0.9


@dataclass(frozen=True, slots=True)
class Shipped:
    """A sound that is shipped.

    Attributes:
        make: works out its samples, shape (frames,) or (frames, 2), of any strength.
        lufs: how loud it is in its file.
    """

    make: Callable[[], Signal]
    lufs: float


def _character(name: str, cues: ModuleType) -> dict[str, Shipped]:
    """The sounds of one character of cues."""
    sounds = {
        f"cues/{name}/{cue}.flac": Shipped(getattr(cues, cue), CUE_LUFS)
        for cue in ("bell", "tense", "release", "close")
    }
    return sounds | {
        f"cues/{name}/step.flac": Shipped(cues.step, FAINT_LUFS),
        f"breath/{name}/in.flac": Shipped(cues.breath_in, BREATH_LUFS),
        f"breath/{name}/out.flac": Shipped(cues.breath_out, BREATH_LUFS),
        f"breath/{name}/hold.flac": Shipped(cues.hold, FAINT_LUFS),
    }


SHIPPED: dict[str, Shipped] = {
    **_character("bowl", bowl),
    **_character("wood", wood),
    **_character("synth", synth),
    **{
        f"ambience/{make.__name__}.ogg": Shipped(make, AMBIENCE_LUFS)
        for make in (rain, ocean, wind, stream, night, fire, brown, pink, drone)
    },
}
"""By the path of the file below `audio/`."""


def synthesise(name: str) -> Block:
    """The samples of one of `SHIPPED`, as they go to the encoder."""
    sound = SHIPPED[name]
    return level(sound.make().astype(np.float32), sound.lufs)


def write(name: str, samples: Block, folder: Path) -> None:
    """Encode a sound into its file below a folder."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    channels = 1 if samples.ndim == 1 else samples.shape[1]
    vorbis = path.suffix == ".ogg"
    with soundfile.SoundFile(
        path,
        "w",
        FRAMES_PER_SECOND,
        channels,
        "VORBIS" if vorbis else "PCM_16",
        compression_level=_VORBIS_COMPRESSION if vorbis else 1.0,
    ) as file:
        for start in range(0, len(samples), _BLOCK_FRAMES):
            file.write(samples[start : start + _BLOCK_FRAMES])
