"""How a day was, in words: the factors and their levels."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from relaxapp.journal.factor_comparison import HIGH_LEVEL
from relaxapp.journal.factors import FACTOR_LEVELS, Factor

_AMOUNT = ("none", "a little", "some", "much")
_LEVELS: dict[Factor, tuple[str, ...]] = {
    Factor.SLEEP: ("badly", "not so well", "well", "very well"),
    Factor.CAFFEINE: _AMOUNT,
    Factor.WATER: ("hardly any", "a little", "enough", "plenty"),
    Factor.MOVEMENT: _AMOUNT,
    Factor.STRESS: _AMOUNT,
    Factor.TWITCHING: _AMOUNT,
}


def factor_name(factor: Factor) -> str:
    """What a factor is called."""
    return {
        Factor.SLEEP: _tr("Sleep"),
        Factor.CAFFEINE: _tr("Caffeine"),
        Factor.WATER: _tr("Water"),
        Factor.MOVEMENT: _tr("Movement"),
        Factor.STRESS: _tr("Stress"),
        Factor.TWITCHING: _tr("Twitching"),
    }[factor]


def level_words(factor: Factor, level: int) -> str:
    """A level of a factor, such as `very well`."""
    return _tr(_LEVELS[factor][level])


def many_words(factor: Factor, *, is_much: bool) -> str:
    """Both upper levels, or both lower ones, such as `well or very well`."""
    of_a_kind = [level for level in FACTOR_LEVELS if (level >= HIGH_LEVEL) is is_much]
    return _tr(" or ").join(level_words(factor, level) for level in of_a_kind)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Factors", text)
