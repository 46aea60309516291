"""The offer to leave out from now on what was left out on the way through a session."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from relaxapp.ui.history.entry_words import what_changed
from relaxapp.ui.message import Message

if TYPE_CHECKING:
    from collections.abc import Mapping

    from relaxapp.journal.entry import Entry
    from relaxapp.script.body import Area
    from relaxapp.ui.choices import Choices


def leaving_offer(
    entry: Entry | None, left_out: Mapping[str, frozenset[Area]], choices: Choices
) -> Message | None:
    """What is said after a session instead of the usual line; None where there is nothing to offer.

    Args:
        entry: the session in the log.
        left_out: the names of the groups that were left out on the way, and their areas.
        choices: where it is kept, if the person wants that.
    """
    known = frozenset(choices.settings.left_out)
    groups = [group for group, areas in left_out.items() if not areas <= known]
    if entry is None or not groups:
        return None

    def keep() -> None:
        kept = choices.settings.left_out
        new = sorted({area.value for group in groups for area in left_out[group]}.difference(kept))
        choices.change(left_out=(*kept, *new))

    question = _tr("Leave out the {groups} from now on?").replace("{groups}", _listed(groups))
    return Message(f"{what_changed(entry)} {question}", _tr("Leave out"), keep)


def _listed(groups: list[str]) -> str:
    if len(groups) == 1:
        return groups[0]
    return (
        _tr("{first} and the {last}")
        .replace("{first}", ", the ".join(groups[:-1]))
        .replace("{last}", groups[-1])
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("Practice", text)
