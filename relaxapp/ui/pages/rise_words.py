"""What is said to who is clearly more tense after a session than before it: kindly, and no verdict."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from relaxapp.journal.rises import Rise


def words_about(rise: Rise) -> str:
    """One or two calm sentences; empty where there is nothing to say."""
    match rise:
        case Rise.NONE:
            return ""
        case Rise.ONCE:
            return _tr(
                "That happens, most of all at the beginning, and it passes. Another technique may "
                "suit you better."
            )
        case Rise.AGAIN:
            return _tr(
                "That happens, and it tells you something: another technique may suit you better, "
                "such as tensing and letting go, short, by daylight and with open eyes."
            )
        case Rise.THROUGHOUT:
            return _tr(
                "Resting brings tension up for some people, and that is nobody's fault. A doctor or "
                "a psychotherapist can find out with you what helps."
            )


def _tr(text: str) -> str:
    return QCoreApplication.translate("CheckIn", text)
