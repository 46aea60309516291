"""The English voices of flite, where the program is installed: `rms`, a man, and `slt`, a woman."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from relaxapp.errors import SoundError
from relaxapp.sound.voice.voice import Treatment

if TYPE_CHECKING:
    from relaxapp.sound.samples import Block

TITLES = {"rms": "a man", "slt": "a woman"}
"""Whom one hears."""
HABITS = {"rms": 172.0, "slt": 193.0}
"""How many words a minute each says when it is not slowed down: measured over sentences of sessions."""
_TIMEOUT_SECONDS = 60


class FliteVoice:
    """flite speaking English."""

    name = "flite"
    licence = "the permissive licence of CMU Flite"
    credit = (
        "Spoken by a voice of CMU Flite, © 1999-2014 Language Technologies Institute, "
        "Carnegie Mellon University."
    )
    treatment = Treatment.CALM

    def __init__(self, speaker: str = "rms") -> None:
        """Look for the program.

        Args:
            speaker: one of `HABITS`.

        Raises:
            SoundError: it is not installed.
        """
        program = shutil.which("flite")
        if program is None:
            raise SoundError(
                "flite is not installed. On Debian and Ubuntu it comes with the package flite."
            )
        self._program = program
        self._speaker = speaker
        self.identity = f"{self._version()} {speaker}"

    def speak(self, text: str, words_per_minute: int) -> tuple[Block, int]:
        """Speak a sentence."""
        import soundfile  # noqa: PLC0415 - only a session that speaks pays for it

        stretch = HABITS[self._speaker] / words_per_minute
        with TemporaryDirectory(prefix="relaxapp-") as folder:
            path = Path(folder) / "sentence.wav"
            self._run(
                *("-voice", self._speaker, "--setf", f"duration_stretch={stretch:.3f}"),
                *("-t", text.replace("\0", " "), "-o", str(path)),
            )
            try:
                samples, rate = soundfile.read(path, dtype="float32")
            except (soundfile.SoundFileError, OSError) as error:
                raise SoundError(f"flite gave no sound ({error}). Choose another voice.") from error
        return samples, rate

    def _version(self) -> str:
        for line in self._run("--version").splitlines():
            if "version:" in line:
                return " ".join(line.split()[1:2])
        return "flite"

    def _run(self, *arguments: str) -> str:
        try:
            done = subprocess.run(  # noqa: S603 - the program found on the path, no shell
                [self._program, *arguments],
                check=False,
                capture_output=True,
                stdin=subprocess.DEVNULL,
                timeout=_TIMEOUT_SECONDS,
            )
        except (OSError, subprocess.TimeoutExpired) as error:
            raise SoundError(f"flite does not run ({error}). Choose another voice.") from error
        return done.stdout.decode("utf-8", "replace")
