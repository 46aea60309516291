"""What a phase asks for, in a word or two."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from relaxapp.timeline.phase import Phase, PhaseKind

_WORDS = {
    PhaseKind.TENSE: "Tense",
    PhaseKind.RELEASE: "Let go",
    PhaseKind.INHALE: "Breathe in",
    PhaseKind.HOLD: "Hold",
    PhaseKind.EXHALE: "Breathe out",
    PhaseKind.REST: "Rest",
    PhaseKind.IMAGINE: "Imagine",
    PhaseKind.NOTICE: "Notice",
    PhaseKind.PAUSE: "Pause",
    PhaseKind.SAY: "Listen",
    PhaseKind.PLAY: "Listen",
    PhaseKind.WAIT: "Wait",
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
