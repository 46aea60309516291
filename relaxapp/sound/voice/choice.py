"""Which voice speaks a session."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from relaxapp.errors import SoundError
from relaxapp.sound.voice.espeak import EspeakVoice
from relaxapp.sound.voice.flite import FliteVoice

if TYPE_CHECKING:
    from relaxapp.sound.voice.voice import Voice


@dataclass(frozen=True, slots=True)
class Availability:
    """Whether one voice can be had.

    Attributes:
        name: the voice's name.
        voice: the voice; None if it cannot be had.
        trouble: why it cannot be had, as a sentence; empty if it can.
    """

    name: str
    voice: Voice | None
    trouble: str = ""


def available(language: str) -> list[Availability]:
    """Every voice there is for a language code such as `en`, the one that sounds best first."""
    return [_flite(language), _espeak(language)]


def candidates(wish: str, language: str) -> list[Availability]:
    """Every voice in the order in which to try them: the one wished for first.

    Args:
        wish: a voice's name; any other word, such as "auto", wishes for none in particular.
        language: a code such as `en`.
    """
    return sorted(available(language), key=lambda voice: voice.name != wish)


def _flite(language: str) -> Availability:
    if language.lower().replace("_", "-").split("-")[0] != "en":
        return Availability("flite", None, "flite speaks English only.")
    try:
        return Availability("flite", FliteVoice())
    except SoundError as error:
        return Availability("flite", None, str(error))


def _espeak(language: str) -> Availability:
    try:
        return Availability("espeak", EspeakVoice(language))
    except SoundError as error:
        return Availability("espeak", None, str(error))
