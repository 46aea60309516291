"""The voice `rms` of flite, an English man, where the program is installed."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from relaxapp.errors import SoundError

if TYPE_CHECKING:
    from relaxapp.sound.samples import Block

STRETCH = 1.45
"""How much slower than its habit it speaks: about 117 words a minute."""
_TIMEOUT_SECONDS = 60


class FliteVoice:
    """flite speaking English."""

    name = "flite"

    def __init__(self, stretch: float = STRETCH) -> None:
        """Look for the program.

        Raises:
            SoundError: it is not installed.
        """
        program = shutil.which("flite")
        if program is None:
            raise SoundError(
                "flite is not installed. On Debian and Ubuntu it comes with the package flite."
            )
        self._program = program
        self._stretch = stretch
        self.identity = f"{self._version()} rms {stretch}"

    def speak(self, text: str) -> tuple[Block, int]:
        """Speak a sentence."""
        import soundfile  # noqa: PLC0415 - only a session that speaks pays for it

        with TemporaryDirectory(prefix="relaxapp-") as folder:
            path = Path(folder) / "sentence.wav"
            self._run(
                *("-voice", "rms", "--setf", f"duration_stretch={self._stretch}"),
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
