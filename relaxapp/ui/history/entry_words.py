"""A session in the log, in the words of the history."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from relaxapp.journal.entry import Entry, Mark, Outcome
from relaxapp.ui.formats import clock, duration

if TYPE_CHECKING:
    from collections.abc import Sequence


def practised(entry: Entry) -> str:
    """How much was practised, and how it ended if not by itself."""
    match entry.outcome:
        case Outcome.FINISHED:
            return duration(entry.practised_seconds)
        case Outcome.STOPPED:
            return _tr("stopped at {time}").format(time=clock(entry.practised_seconds))
        case Outcome.INTERRUPTED:
            return _tr("interrupted at {time}").format(time=clock(entry.practised_seconds))
        case Outcome.RUNNING:
            return _tr("running")


def outcome(entry: Entry) -> str:
    """How a session ended, in a word or two."""
    match entry.outcome:
        case Outcome.FINISHED:
            return _tr("entered by hand") if entry.by_hand else _tr("to the end")
        case Outcome.STOPPED:
            return _tr("stopped early")
        case Outcome.INTERRUPTED:
            return _tr("interrupted")
        case Outcome.RUNNING:
            return _tr("running")


def tension(before: int | None, after: int | None) -> str:
    """Tension before and after, such as `7 → 3`; empty where it was never given."""
    if before is None and after is None:
        return ""
    return f"{_or_dash(before)} → {_or_dash(after)}"


def tension_aloud(before: int | None, after: int | None) -> str:
    """The same for a screen reader."""
    if before is None and after is None:
        return _tr("tension not given")
    return _tr("tension {before} before, {after} after").format(
        before=_or_dash(before), after=_or_dash(after)
    )


def areas(marks: Sequence[Mark]) -> str:
    """Where it was tense or twitching, such as `shoulders 2, left eye twitching 1`."""
    parts = []
    for mark in marks:
        kind = "" if mark.kind == "tension" else f" {_tr(mark.kind)}"
        parts.append(f"{mark.area}{kind} {mark.level}")
    return ", ".join(parts)


def tags_of(text: str) -> tuple[str, ...]:
    """The tags in what a person wrote, with commas between them."""
    return tuple(tag for tag in map(str.strip, text.split(",")) if tag)


def what_changed(entry: Entry) -> str:
    """One calm line after a session: how long it was, and how tension changed."""
    text = _tr("You practised for {time}.").format(time=duration(entry.practised_seconds))
    before, after = entry.tension_before, entry.tension_after
    if before is None or after is None:
        return text
    if after == before:
        return f"{text} " + _tr("Your tension stayed at {before}.").format(before=before)
    text += " " + _tr("Your tension went from {before} to {after}.").format(
        before=before, after=after
    )
    if after > before:
        text += " " + _tr(
            "That happens. A short session of tensing and letting go, with open eyes, may suit better."
        )
    return text


def technique(name: str) -> str:
    """A technique with a capital."""
    return name[:1].upper() + name[1:]


def _or_dash(tension_given: int | None) -> str:
    return "\N{EN DASH}" if tension_given is None else str(tension_given)


def _tr(text: str) -> str:
    return QCoreApplication.translate("History", text)
