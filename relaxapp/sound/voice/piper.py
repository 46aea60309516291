"""The voices of Piper, which sound most like a person, where its package and a voice of it are there."""

from __future__ import annotations

import threading
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING, Any

import numpy as np

from relaxapp.errors import SoundError
from relaxapp.sound.voice.catalogue import CATALOGUE
from relaxapp.sound.voice.voice import Treatment

if TYPE_CHECKING:
    from relaxapp.sound.samples import Block
    from relaxapp.sound.voice.piper_files import PiperFiles

PACKAGE = "piper-tts"
_MEASURED = (
    "Let your shoulders be heavy, and notice how the breath comes and goes, all by itself, "
    "without any help from you."
)
"""What a voice speaks once, unheard, to learn how fast it is."""
_AUDIBLE = 0.01
"""The amplitude below which the ends of a sentence are taken for quiet."""
_LEAST_SCALE, _MOST_SCALE = 0.5, 3.0
"""Beyond these a voice stumbles or drags; no sensible one comes near them."""


def installed_version() -> str:
    """The version of Piper's package.

    Raises:
        SoundError: it is not installed.
    """
    try:
        return version(PACKAGE)
    except PackageNotFoundError as error:
        raise SoundError(
            "Piper is not installed. Install relaxapp with its extra: pip install “relaxapp[piper]”."
        ) from error


class PiperVoice:
    """One voice of Piper; its model is loaded with the first sentence."""

    treatment = Treatment.MILD

    def __init__(self, files: PiperFiles) -> None:
        """Look for the package.

        Args:
            files: the voice on disk.

        Raises:
            SoundError: the package is not installed, or the voice has gone.
        """
        self._files = files
        self._lock = threading.Lock()
        self._loaded: Any = None
        self._own_pace = 0.0
        self.name = files.name
        known = next((each for each in CATALOGUE if each.name == files.name), None)
        self.licence = known.licence if known else ""
        self.credit = f"Spoken by the Piper voice {files.name}." if known else ""
        try:
            state = files.model.stat()
        except OSError as error:
            raise SoundError(
                f"The voice {files.model} cannot be read ({error.strerror or error}). Fetch it again."
            ) from error
        self.identity = (
            f"piper {installed_version()} {files.name} {state.st_size} {state.st_mtime_ns}"
        )

    def speak(self, text: str, words_per_minute: int) -> tuple[Block, int]:
        """Speak a sentence."""
        with self._lock:
            try:
                if self._loaded is None:
                    self._load()
                scale = min(max(self._own_pace / words_per_minute, _LEAST_SCALE), _MOST_SCALE)
                return self._synthesize(text, scale)
            except Exception as error:
                # The package and the runtime below it raise types of their own, many of them
                # undocumented; whatever it is, the person needs to know that this voice is silent.
                raise SoundError(
                    f"The Piper voice {self.name} does not work ({error}). Fetch it again, or choose "
                    "another voice."
                ) from error

    def _load(self) -> None:
        from piper import PiperVoice as Loaded  # noqa: PLC0415 - heavy, and not everybody has it

        self._loaded = Loaded.load(self._files.model, self._files.description)
        # Every voice is as fast as the person it was learned from; only trying tells.
        samples, rate = self._synthesize(_MEASURED, 1.0)
        loud = np.flatnonzero(np.abs(samples) > _AUDIBLE)
        seconds = (loud[-1] - loud[0] + 1) / rate if len(loud) else 0.0
        self._own_pace = float(60 * len(_MEASURED.split()) / max(seconds, 1.0))

    def _synthesize(self, text: str, scale: float) -> tuple[Block, int]:
        from piper import SynthesisConfig  # noqa: PLC0415 - as above

        # Two brackets would begin sounds spelled out in Piper's own letters.
        plain = text.replace("\0", " ").replace("[[", "[ [")
        config = SynthesisConfig(length_scale=scale, normalize_audio=False)
        chunks = list(self._loaded.synthesize(plain, config))
        if not chunks:
            return np.zeros(0, np.float32), int(self._loaded.config.sample_rate)
        samples = np.concatenate([chunk.audio_float_array for chunk in chunks])
        return samples.astype(np.float32, copy=False), int(chunks[0].sample_rate)
