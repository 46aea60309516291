"""What ambiences and characters of cues are called in the window."""

from __future__ import annotations

from pathlib import PurePath

from PySide6.QtCore import QCoreApplication

_AMBIENCES = {
    "none": "none",
    "rain": "rain",
    "ocean": "ocean",
    "wind": "wind in trees",
    "stream": "stream",
    "night": "night",
    "fire": "fire",
    "brown": "brown noise",
    "pink": "pink noise",
    "drone": "soft drone",
}
_CUES = {
    "bowl": "bowls",
    "wood": "wood",
    "synth": "soft tones",
    "none": "none",
}


def ambience_name(ambience: str) -> str:
    """A shipped ambience's name, or what a file of the person's own is called."""
    if ambience in _AMBIENCES:
        return QCoreApplication.translate("Sounds", _AMBIENCES[ambience])
    return PurePath(ambience).stem


def cues_name(cues: str) -> str:
    """The name of a character of cues."""
    return QCoreApplication.translate("Sounds", _CUES[cues])
