"""Everything that is known about one session of the log, line by line."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QCoreApplication

from relaxapp.journal.entry import Outcome
from relaxapp.ui.formats import clock, duration, number
from relaxapp.ui.history import entry_words as words
from relaxapp.ui.history.tailoring_words import tailoring_lines

if TYPE_CHECKING:
    from relaxapp.journal.entry import Entry
    from relaxapp.script.script import Script

_FINGERPRINT_LETTERS = 7


Facts: TypeAlias = tuple[tuple[str, str], ...]
"""What there is to say, each thing by its name; nothing that there is nothing to say about."""


def facts(entry: Entry) -> Facts:
    """How a session went."""
    return _said(
        (_tr("Technique"), entry.technique),
        (_tr("Practised"), _practised(entry)),
        (_tr("Paused"), clock(entry.paused_seconds) if entry.paused_seconds >= 1 else ""),
        (_tr("Steps skipped"), number(entry.skipped_steps) if entry.skipped_steps else ""),
        (_tr("Tension"), words.tension(entry.tension_before, entry.tension_after)),
        (_tr("Before"), words.areas(entry.marks_before)),
        (_tr("After"), words.areas(entry.marks_after)),
    )


def making(entry: Entry, script: Script | None, computer: str) -> Facts:
    """How a session was made: to fit whom, with which voice, from which version of its script.

    Args:
        entry: the session.
        script: its script as it is now; None if it is not there.
        computer: what this computer goes by.
    """
    return _said(
        *tailoring_lines(entry.tailoring),
        (_tr("Voice"), entry.voice),
        (_tr("Version"), _version(entry, script)),
        (_tr("Computer"), _elsewhere(entry, computer)),
    )


def _said(*lines: tuple[str, str]) -> Facts:
    return tuple((name, text) for name, text in lines if text)


def _practised(entry: Entry) -> str:
    """How long, of how much was planned, and how it ended."""
    if entry.by_hand:
        return _tr("{time}, entered by hand").format(time=duration(entry.practised_seconds))
    if entry.outcome is Outcome.RUNNING:
        return words.outcome(entry)
    return _tr("{time} of {planned}, {outcome}").format(
        time=clock(entry.practised_seconds),
        planned=duration(entry.planned_seconds),
        outcome=words.outcome(entry),
    )


def _version(entry: Entry, script: Script | None) -> str:
    """Which version of its script it was, and whether the script is another one now."""
    if not entry.fingerprint:
        return ""
    short = entry.fingerprint[:_FINGERPRINT_LETTERS]
    if script is None or script.fingerprint == entry.fingerprint:
        return short
    return _tr("{version}, an earlier version of this session").format(version=short)


def _elsewhere(entry: Entry, computer: str) -> str:
    """The other computer it was practised on; empty for this one, and where that is not known."""
    if entry.computer in {"", computer}:
        return ""
    name, _, letters = entry.computer.rpartition("-")
    return name or letters


def _tr(text: str) -> str:
    return QCoreApplication.translate("Facts", text)
