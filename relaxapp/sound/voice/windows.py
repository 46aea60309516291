"""The voices of Windows, through the speech that its PowerShell brings."""

from __future__ import annotations

import math
import os
import platform
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from relaxapp.errors import SoundError
from relaxapp.sound.voice.program import run, wave
from relaxapp.sound.voice.voice import Treatment

if TYPE_CHECKING:
    from relaxapp.sound.samples import Block

_SPEAKER = "The voice of Windows"
_SECONDS = 60
_OWN_PACE = 180.0
"""About how many words a minute these voices speak by themselves."""
_STEPS, _STEPS_FACTOR = 10, 3.0
"""Speech in Windows knows ten steps slower and ten faster, the last of them a third and three times
as fast (documentation of the Speech API, "rate")."""

# All that differs comes in by environment variables and files, so that no text is ever a command.
_BEGIN = """\
$ErrorActionPreference = 'Stop'
Add-Type -AssemblyName System.Speech
$speech = New-Object System.Speech.Synthesis.SpeechSynthesizer
"""
_FIND = (
    _BEGIN
    + """\
[Console]::OutputEncoding = [System.Text.Encoding]::UTF8
$voices = $speech.GetInstalledVoices() | Where-Object { $_.Enabled } | ForEach-Object { $_.VoiceInfo }
foreach ($voice in $voices) { Write-Output ($voice.Culture.Name + '|' + $voice.Name) }
"""
)
_SPEAK = (
    _BEGIN
    + """\
$speech.SelectVoice($env:RELAXAPP_VOICE)
$speech.Rate = [int]$env:RELAXAPP_RATE
$format = New-Object System.Speech.AudioFormat.SpeechAudioFormatInfo(22050, 'Sixteen', 'Mono')
$text = [System.IO.File]::ReadAllText($env:RELAXAPP_TEXT, [System.Text.Encoding]::UTF8)
$speech.SetOutputToWaveFile($env:RELAXAPP_SOUND, $format)
$speech.Speak($text)
$speech.Dispose()
"""
)


class WindowsVoice:
    """A voice that Windows has for a language."""

    name = "windows"
    licence = ""
    credit = ""
    treatment = Treatment.MILD

    def __init__(self, language: str, program: str | None = None) -> None:
        """Look for PowerShell, and for a voice.

        Args:
            language: a code such as `en` or `en_GB`.
            program: PowerShell; that of Windows where None.

        Raises:
            SoundError: this is no Windows, or it has no voice for the language.
        """
        # The newer `pwsh` will not do: it has no speech.
        found = program or (shutil.which("powershell") if os.name == "nt" else None)
        if found is None:
            raise SoundError("The voices of Windows are there on Windows only.")
        self._program = found
        self._voice = _best(self._run(_FIND, {}).decode("utf-8", "replace"), language)
        self.identity = f"windows {self._voice} {platform.version()}"

    def speak(self, text: str, words_per_minute: int) -> tuple[Block, int]:
        """Speak a sentence."""
        with TemporaryDirectory(prefix="relaxapp-") as folder:
            written, sound = Path(folder) / "sentence.txt", Path(folder) / "sentence.wav"
            written.write_text(text.replace("\0", " "), encoding="utf-8")
            self._run(
                _SPEAK,
                {
                    "RELAXAPP_VOICE": self._voice,
                    "RELAXAPP_RATE": str(_step(words_per_minute)),
                    "RELAXAPP_TEXT": str(written),
                    "RELAXAPP_SOUND": str(sound),
                },
            )
            return wave(sound, _SPEAKER)

    def _run(self, script: str, variables: dict[str, str]) -> bytes:
        return run(
            [self._program, "-NoProfile", "-NonInteractive", "-Command", script],
            _SPEAKER,
            _SECONDS,
            {**os.environ, **variables},
        )


def _step(words_per_minute: int) -> int:
    """The step of `Rate` that comes nearest to a pace."""
    step = round(_STEPS * math.log(words_per_minute / _OWN_PACE, _STEPS_FACTOR))
    return min(max(step, -_STEPS), _STEPS)


def _best(listed: str, language: str) -> str:
    """The first voice for a language, one of its region if there is one.

    Raises:
        SoundError: there is none.
    """
    wanted = language.lower().replace("_", "-")
    voices = [line.strip().partition("|") for line in listed.splitlines() if "|" in line]
    fitting = [
        (code.lower(), name)
        for code, _, name in voices
        if code.lower().split("-")[0] == wanted.split("-")[0]
    ]
    if not fitting:
        raise SoundError(
            f"Windows has no voice for “{language}”. Add one in Settings, Time and language, Speech."
        )
    return min(fitting, key=lambda each: not each[0].startswith(wanted))[1]
