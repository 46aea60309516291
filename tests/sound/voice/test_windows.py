"""The voice of Windows is chosen from its list, and spoken with by a script that no text can change."""

from __future__ import annotations

import json
import os
import sys
from typing import TYPE_CHECKING

import pytest

from relaxapp.errors import SoundError
from relaxapp.sound.voice.windows import WindowsVoice

if TYPE_CHECKING:
    from pathlib import Path

LISTED = "de-DE|Microsoft Hedda\r\nen-US|Microsoft David\r\nen-GB|Microsoft Hazel\r\n"
PROGRAM = """\
#!{python}
import json, os, sys, wave
from pathlib import Path
script = sys.argv[-1]
if "GetInstalledVoices" in script:
    sys.stdout.write({listed!r})
else:
    asked = {{name: os.environ[name] for name in ("RELAXAPP_VOICE", "RELAXAPP_RATE")}}
    asked["text"] = Path(os.environ["RELAXAPP_TEXT"]).read_text(encoding="utf-8")
    asked["script"] = script
    Path({heard!r}).write_text(json.dumps(asked))
    with wave.open(os.environ["RELAXAPP_SOUND"], "wb") as file:
        file.setparams((1, 2, 22050, 0, "NONE", ""))
        file.writeframes(bytes(2000))
"""
posix = pytest.mark.skipif(sys.platform == "win32", reason="needs a script that can be run")


class Shell:
    """A program in the place of PowerShell."""

    def __init__(self, folder: Path, listed: str = LISTED) -> None:
        self._heard = folder / "heard.json"
        path = folder / "powershell"
        path.write_text(
            PROGRAM.format(python=sys.executable, listed=listed, heard=str(self._heard))
        )
        path.chmod(0o755)
        self.path = str(path)

    @property
    def heard(self) -> dict[str, str]:
        """What it was last asked for."""
        asked = json.loads(self._heard.read_text())
        assert isinstance(asked, dict)
        return asked


@posix
@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "Microsoft David"),
        ("en_GB", "Microsoft Hazel"),
        ("de", "Microsoft Hedda"),
        ("en-AU", "Microsoft David"),
    ],
)
def test_a_voice_of_the_language_is_taken_and_one_of_the_region_if_there_is_one(
    tmp_path: Path, language: str, expected: str
) -> None:
    shell = Shell(tmp_path)
    WindowsVoice(language, shell.path).speak("Rest.", 115)
    assert shell.heard["RELAXAPP_VOICE"] == expected


@posix
@pytest.mark.parametrize(("pace", "step"), [(60, "-10"), (90, "-6"), (115, "-4"), (180, "0")])
def test_the_pace_becomes_the_nearest_step(tmp_path: Path, pace: int, step: str) -> None:
    shell = Shell(tmp_path)
    WindowsVoice("en", shell.path).speak("Rest.", pace)
    assert shell.heard["RELAXAPP_RATE"] == step


@posix
def test_a_text_is_handed_over_in_a_file_and_is_no_part_of_the_script(tmp_path: Path) -> None:
    text = "'; Remove-Item * #\" é 漢字"
    shell = Shell(tmp_path)
    samples, rate = WindowsVoice("en", shell.path).speak(text, 115)
    assert (len(samples), rate) == (1000, 22_050)
    assert shell.heard["text"] == text
    assert "Remove-Item" not in shell.heard["script"]


@posix
def test_a_language_without_a_voice_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(SoundError, match="Windows has no voice for “fi”"):
        WindowsVoice("fi", Shell(tmp_path).path)


@pytest.mark.skipif(os.name == "nt", reason="here it may well be there")
def test_elsewhere_than_on_windows_there_is_a_sentence() -> None:
    with pytest.raises(SoundError, match="on Windows only"):
        WindowsVoice("en")


def test_a_shell_that_is_not_there_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(SoundError, match="The voice of Windows does not run"):
        WindowsVoice("en", str(tmp_path / "powershell"))
