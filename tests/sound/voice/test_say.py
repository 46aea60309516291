"""The voice of macOS is chosen from its list, and spoken with by its program."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

import pytest

from relaxapp.errors import SoundError
from relaxapp.sound.voice.say import SayVoice

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a script that can be run")

LISTED = """\
Anna                de_DE    # Hallo! Ich heisse Anna.
Albert              en_US    # Hello! My name is Albert.
Bad News            en_US    # Hello! My name is Bad News.
Daniel              en_GB    # Hello! My name is Daniel.
Eddy (English (UK)) en_GB    # Hello! My name is Eddy.
Samantha            en_US    # Hello! My name is Samantha.
"""
PROGRAM = """\
#!{python}
import json, sys, wave
from pathlib import Path
words = sys.argv[1:]
if words == ["-v", "?"]:
    print({listed!r}, end="")
elif words[-1] == "fail":
    sys.exit("the voice is not downloaded")
else:
    with Path({heard!r}).open("w") as heard:
        json.dump(words, heard)
    with wave.open(words[words.index("-o") + 1], "wb") as file:
        file.setparams((1, 2, 22050, 0, "NONE", ""))
        file.writeframes(bytes(2000))
"""


class Say:
    """A program that lists voices, and writes silence."""

    def __init__(self, folder: Path, listed: str) -> None:
        self.path = folder / "say"
        self._heard = folder / "heard.json"
        self.path.write_text(
            PROGRAM.format(python=sys.executable, listed=listed, heard=str(self._heard))
        )
        self.path.chmod(0o755)

    @property
    def heard(self) -> list[str]:
        """The words it was last called with."""
        words = json.loads(self._heard.read_text())
        assert isinstance(words, list)
        return words


def _voice(words: list[str]) -> str:
    return words[words.index("-v") + 1]


@pytest.mark.parametrize(
    ("language", "more", "expected"),
    [
        ("en", "", "Daniel"),
        ("en_US", "", "Samantha"),
        ("en-GB", "", "Daniel"),
        ("de", "", "Anna"),
        ("en", "Ava (Premium)       en_US    # Hello!\n", "Ava (Premium)"),
        ("en", "Zoe (Enhanced)      en_US    # Hello!\n", "Zoe (Enhanced)"),
        ("en_GB", "Ava (Premium)       en_US    # Hello!\n", "Daniel"),
    ],
)
def test_the_best_voice_of_the_language_is_taken_and_never_a_comical_one(
    tmp_path: Path, language: str, more: str, expected: str
) -> None:
    say = Say(tmp_path, LISTED + more)
    SayVoice(language, say.path).speak("Rest.", 115)
    assert _voice(say.heard) == expected


def test_it_speaks_with_its_own_pace_and_any_text_is_only_ever_spoken(tmp_path: Path) -> None:
    say = Say(tmp_path, LISTED)
    samples, rate = SayVoice("en", say.path).speak("-o /nowhere [[slnc 9]]", 100)
    assert (len(samples), rate) == (1000, 22_050)
    assert say.heard[say.heard.index("-r") + 1] == "100"
    assert say.heard[-2:] == ["--", "-o /nowhere [ [slnc 9]]"]


def test_its_speech_may_not_be_passed_on(tmp_path: Path) -> None:
    assert SayVoice("en", Say(tmp_path, LISTED).path).licence == ""


def test_a_language_without_a_voice_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(SoundError, match="macOS has no voice for “fi”"):
        SayVoice("fi", Say(tmp_path, LISTED).path)


def test_elsewhere_than_on_a_mac_there_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(SoundError, match="on a Mac only"):
        SayVoice("en", tmp_path / "say")


def test_what_the_program_complains_of_is_told(tmp_path: Path) -> None:
    voice = SayVoice("en", Say(tmp_path, LISTED).path)
    with pytest.raises(SoundError, match=r"does not speak \(the voice is not downloaded\)"):
        voice.speak("fail", 115)
