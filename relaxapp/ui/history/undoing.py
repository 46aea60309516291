"""What was done to a session of the log, taken back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, TypeAlias

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from relaxapp.journal.entry import Entry
    from relaxapp.journal.journal import Journal

EDITED = (
    "script_id",
    "title",
    "technique",
    "planned_seconds",
    "started_at",
    "ended_at",
    "practised_seconds",
    "tension_before",
    "tension_after",
    "marks_before",
    "marks_after",
    "note",
    "tags",
)
"""What of a session a person can change."""


@dataclass(frozen=True, slots=True)
class Undone:
    """What was taken back.

    Attributes:
        entry_id: the session it was about.
        text: what happened, for the person.
        is_there: whether the session is in the log now.
    """

    entry_id: int
    text: str
    is_there: bool = True


Undo: TypeAlias = Callable[[], Undone]
"""Takes something back; raises `JournalError` where it cannot, and then nothing has changed."""


def undo_delete(journal: Journal, entry: Entry) -> Undone:
    """Brings a session back that was deleted."""
    entry_id = journal.restore(entry)
    return Undone(entry_id, _tr("“{title}” is back.").format(title=entry.title))


def undo_edit(journal: Journal, before: Entry, after: Entry) -> Undone:
    """Makes of a session again what it was, in all that was edited; what was written since stays."""
    journal.rewrite(replace(journal.entry(before.id), **differences(after, before)))
    return Undone(before.id, _tr("“{title}” is as it was.").format(title=before.title))


def undo_add(journal: Journal, entry: Entry) -> Undone:
    """Takes a session out again that was entered by hand."""
    journal.delete(entry.id)
    text = _tr("“{title}” is out of the history again.").format(title=entry.title)
    return Undone(entry.id, text, is_there=False)


def differences(old: Entry, new: Entry) -> dict[str, Any]:
    """What a person has changed from one version of a session to another, as it is in the other."""
    return {name: getattr(new, name) for name in EDITED if getattr(old, name) != getattr(new, name)}


def _tr(text: str) -> str:
    return QCoreApplication.translate("Undoing", text)
