"""The voices of macOS, through its program `say`."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from relaxapp.errors import SoundError
from relaxapp.sound.voice.program import run, wave
from relaxapp.sound.voice.voice import Treatment

if TYPE_CHECKING:
    from relaxapp.sound.samples import Block

_PROGRAM = Path("/usr/bin/say")
_RATE = 22_050
_LINE = re.compile(r"^(?P<name>\S.*?)\s+(?P<language>[a-z]{2,3}(?:[_-]\w+)+)\s+#", re.MULTILINE)
"""One voice in the list that `say -v ?` prints: its name, its language, and a sample sentence."""
_CALM = ("Serena", "Samantha", "Daniel", "Kate", "Karen", "Moira", "Ava", "Zoe")
"""English voices that suit a session. The list holds comical ones too, which nothing else tells apart."""
_SECONDS = 60


class SayVoice:
    """The best voice that macOS has for a language."""

    name = "say"
    licence = ""
    credit = ""
    treatment = Treatment.MILD

    def __init__(self, language: str, program: Path = _PROGRAM) -> None:
        """Look for the program, and for a voice.

        Args:
            language: a code such as `en` or `en_GB`.
            program: where the program is.

        Raises:
            SoundError: this is no macOS, or it has no voice for the language.
        """
        if not program.is_file():
            raise SoundError("The voices of macOS are there on a Mac only.")
        self._program = str(program)
        listed = run([self._program, "-v", "?"], "The voice of macOS", _SECONDS).decode(
            "utf-8", "replace"
        )
        self._voice = _best(listed, language)
        self.identity = f"say {self._voice} {_system()}"

    def speak(self, text: str, words_per_minute: int) -> tuple[Block, int]:
        """Speak a sentence."""
        with TemporaryDirectory(prefix="relaxapp-") as folder:
            path = Path(folder) / "sentence.wav"
            # Two brackets would begin a command to the voice.
            plain = text.replace("\0", " ").replace("[[", "[ [")
            run(
                [
                    *(self._program, "-v", self._voice, "-r", str(words_per_minute)),
                    *("-o", str(path), "--file-format=WAVE", f"--data-format=LEI16@{_RATE}"),
                    *("--", plain),
                ],
                "The voice of macOS",
                _SECONDS,
            )
            return wave(path, "The voice of macOS")


def _best(listed: str, language: str) -> str:
    """The voice for a language out of the list: its region, then its quality, then a calm one.

    Raises:
        SoundError: there is none.
    """
    wanted = language.lower().replace("-", "_")
    voices = [
        (match["name"], match["language"].lower().replace("-", "_"))
        for match in _LINE.finditer(listed)
    ]
    fitting = [each for each in voices if each[1].split("_")[0] == wanted.split("_")[0]]
    if not fitting:
        raise SoundError(
            f"macOS has no voice for “{language}”. Add one in System Settings, Accessibility, "
            "Spoken Content."
        )
    name, _ = min(
        fitting,
        key=lambda each: (
            not each[1].startswith(wanted),
            "(Premium)" not in each[0],
            "(Enhanced)" not in each[0],
            each[0].split(" (")[0] not in _CALM,
        ),
    )
    return name


def _system() -> str:
    """The version of the system, with which its voices change."""
    import platform  # noqa: PLC0415 - on a Mac only

    return platform.mac_ver()[0] or sys.platform
