"""Which voice speaks a session."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from relaxapp.errors import SoundError
from relaxapp.sound.voice.catalogue import CATALOGUE
from relaxapp.sound.voice.espeak import EspeakVoice
from relaxapp.sound.voice.flite import FliteVoice
from relaxapp.sound.voice.piper import PiperVoice, installed_version
from relaxapp.sound.voice.piper_files import BrokenFiles, found_in
from relaxapp.sound.voice.say import SayVoice
from relaxapp.sound.voice.shipped import ShippedVoice, shipped_folders
from relaxapp.sound.voice.windows import WindowsVoice

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from relaxapp.sound.voice.piper_files import PiperFiles
    from relaxapp.sound.voice.shipped import Need
    from relaxapp.sound.voice.voice import Voice

PIPER = "piper"


@dataclass(frozen=True, slots=True)
class Availability:
    """Whether one voice can be had.

    Attributes:
        name: the voice's name.
        voice: the voice; None if it cannot be had.
        trouble: why it cannot be had, as a sentence; empty if it can.
        title: whom one hears.
        engine: what makes the voice, if that has several.
    """

    name: str
    voice: Voice | None
    trouble: str = ""
    title: str = ""
    engine: str = ""

    def is_meant_by(self, wish: str) -> bool:
        """Whether a word, such as a setting, asks for this voice."""
        return wish in {self.name, self.engine or self.name}


def available(
    language: str,
    voices: Path | None = None,
    narration: Path | None = None,
    need: Need | None = None,
) -> list[Availability]:
    """Every voice there is for a language, the one that sounds best first.

    Args:
        language: a code such as `en`.
        voices: the folder of the voices that the person added; None for no such folder.
        narration: the folder of the voices that come with relaxapp; None for no such folder.
        need: what is to be spoken, so that those can say whether they have; None if not yet known.
    """
    return [
        *_shipped(language, narration, need),
        *_pipers(language, voices),
        *_system(language),
        _had("flite", "A man, by flite", lambda: _flite(language)),
        _had("espeak", "A plain one, by espeak-ng", lambda: EspeakVoice(language)),
    ]


def candidates(
    wish: str,
    language: str,
    voices: Path | None = None,
    narration: Path | None = None,
    need: Need | None = None,
) -> list[Availability]:
    """Every voice in the order in which to try them: the one wished for first.

    Args:
        wish: a voice's name; any other word, such as "auto", wishes for none in particular.
        language: a code such as `en`.
        voices: the folder of the voices that the person added; None for no such folder.
        narration: the folder of the voices that come with relaxapp; None for no such folder.
        need: what is to be spoken; None if not yet known.
    """
    return sorted(
        available(language, voices, narration, need),
        key=lambda each: (not each.is_meant_by(wish), each.voice is None),
    )


def _shipped(language: str, folder: Path | None, need: Need | None) -> Iterator[Availability]:
    for each in shipped_folders(folder) if folder else []:
        try:
            voice = ShippedVoice(each)
        except SoundError as error:
            yield Availability(each.name, None, str(error))
            continue
        title = f"{voice.title[:1].upper()}{voice.title[1:]}, comes with relaxapp"
        yield _had(voice.name, title, partial(_fitting, voice, language, need))


def _fitting(voice: ShippedVoice, language: str, need: Need | None) -> Voice:
    """The shipped voice, if it has spoken what is needed.

    Raises:
        SoundError: it has not, or not in that language.
    """
    if not _is_same_language(language, voice.language):
        raise SoundError(f"The voice {voice.name} does not speak “{language}”.")
    if need is not None:
        voice.check(need)
    return voice


def _pipers(language: str, folder: Path | None) -> list[Availability]:
    """The Piper voices that are here, those of the very region first; one entry where there are none."""
    found = found_in(folder) if folder else []
    if not found:
        return [_had(PIPER, "Like a person, by Piper", _no_piper)]
    wanted = _code(language)
    return sorted(
        (_piper(files, language) for files in found),
        key=lambda voice: not _code(voice.name).startswith(wanted),
    )


def _no_piper() -> Voice:
    """Says which part of Piper is missing.

    Raises:
        SoundError: always.
    """
    installed_version()
    raise SoundError(
        "No Piper voice is here yet. Fetch one in the settings, or with “relaxapp voice get "
        f"{CATALOGUE[0].name}”."
    )


def _piper(files: PiperFiles | BrokenFiles, language: str) -> Availability:
    known = next((each.title for each in CATALOGUE if each.name == files.name), files.name)
    title = f"{known}, by Piper"
    if isinstance(files, BrokenFiles):
        return Availability(files.name, None, files.trouble, title, PIPER)
    if not _is_same_language(files.language, language):
        trouble = f"The Piper voice {files.name} does not speak “{language}”."
        return Availability(files.name, None, trouble, title, PIPER)
    return _had(files.name, title, lambda: PiperVoice(files), PIPER)


def _system(language: str) -> list[Availability]:
    """The voice of the system one is at; Linux has none of its own."""
    if sys.platform == "darwin":
        return [_had("say", "The voice of macOS", lambda: SayVoice(language))]
    if sys.platform == "win32":
        return [_had("windows", "The voice of Windows", lambda: WindowsVoice(language))]
    return []


def _flite(language: str) -> Voice:
    if not _is_same_language(language, "en"):
        raise SoundError("flite speaks English only.")
    return FliteVoice()


def _had(name: str, title: str, get: Callable[[], Voice], engine: str = "") -> Availability:
    """The voice that `get` gives, or why it gives none."""
    try:
        return Availability(name, get(), "", title, engine)
    except SoundError as error:
        return Availability(name, None, str(error), title, engine)


def _is_same_language(one: str, other: str) -> bool:
    return _code(one).split("-")[0] == _code(other).split("-")[0]


def _code(language: str) -> str:
    return language.lower().replace("_", "-")
