"""What a phase asks for, in a word or two."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from relaxapp.timeline.phase import Phase, PhaseKind
from relaxapp.ui.formats import number

if TYPE_CHECKING:
    from relaxapp.ui.pages.coming import Coming

_WORDS = {
    PhaseKind.TENSE: "Tense",
    PhaseKind.RELEASE: "Let go",
    PhaseKind.INHALE: "Breathe in",
    PhaseKind.HOLD: "Hold",
    PhaseKind.EXHALE: "Breathe out",
    PhaseKind.REST: "Rest",
    PhaseKind.IMAGINE: "Imagine",
    PhaseKind.NOTICE: "Notice",
    PhaseKind.PAUSE: "Quiet time",
    PhaseKind.SAY: "Listen",
    PhaseKind.PLAY: "Listen",
    PhaseKind.WAIT: "Take your time",
}


def phase_word(kind: PhaseKind) -> str:
    """The word for a kind of phase, in the language of the window."""
    return QCoreApplication.translate("Phases", _WORDS[kind])


def announcement(phase: Phase) -> str:
    """What a screen reader says when a phase begins; empty for what the voice says by itself."""
    if phase.kind in {PhaseKind.SAY, PhaseKind.PLAY, PhaseKind.PAUSE}:
        return ""
    word = phase_word(phase.kind)
    return f"{word}: {phase.group}" if phase.group else word


def coming_words(coming: Coming, *, times: bool) -> str:
    """What comes next, in a calm line; empty for nothing.

    Args:
        coming: what comes next.
        times: whether it may be said how much is left.
    """
    translate = QCoreApplication.translate
    if coming.breaths is not None:
        if not times:
            return ""
        if coming.breaths == 1:
            return translate("Phases", "Last breath")
        return translate("Phases", "{count} breaths left").replace(
            "{count}", number(coming.breaths)
        )
    if coming.group and coming.kind is not None:
        word = phase_word(coming.kind)
        words = f"{coming.group}  ·  {word[:1].lower()}{word[1:]}"
    else:
        words = coming.step
    return translate("Phases", "Next: {what}").replace("{what}", words) if words else ""
