"""A breath in a few words: `4 in, 6 out`."""

from __future__ import annotations

from math import isclose
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from relaxapp.ui.formats import number

if TYPE_CHECKING:
    from relaxapp.script.breath_pattern import BreathPattern


def figure(value: float) -> str:
    """A number with as many decimals as it has, two at the most."""
    for decimals in (0, 1):
        if isclose(round(value, decimals), value):
            return number(value, decimals)
    return number(value, 2)


def in_seconds(value: float) -> str:
    """A length with its unit: `4.5 s`."""
    return _tr("{count} s").replace("{count}", figure(value))


def breath_in_words(pattern: BreathPattern) -> str:
    """A breath part by part: `4 in, 4 hold, 4 out, 4 hold`, each in seconds."""
    parts = (
        (pattern.inhale, _tr("{seconds} in")),
        (pattern.hold, _tr("{seconds} hold")),
        (pattern.exhale, _tr("{seconds} out")),
        (pattern.rest, _tr("{seconds} hold")),
    )
    return ", ".join(
        words.replace("{seconds}", figure(seconds)) for seconds, words in parts if seconds
    )


def pace_in_words(per_minute: float) -> str:
    """How fast that is: `6 breaths a minute`."""
    return _tr("{count} breaths a minute").replace("{count}", figure(round(per_minute, 1)))


def _tr(text: str) -> str:
    return QCoreApplication.translate("BreathWords", text)
