"""What everything about the history is made from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from PySide6.QtCore import QThreadPool

    from relaxapp.journal.journal import Journal
    from relaxapp.script.script import Script
    from relaxapp.ui.choices import Choices
    from relaxapp.ui.theme import Theme


@dataclass(frozen=True, slots=True, kw_only=True)
class HistorySupplies:
    """What the views of the history and its dialogs are made from.

    Attributes:
        journal: the log.
        choices: what the person chose.
        now: the time of day.
        theme: the look.
        pool: where slow work is done.
        scripts: the scripts there are, as ids and titles.
        script: gives the script that goes by an id, as it is now; None if there is none.
    """

    journal: Journal
    choices: Choices
    now: Callable[[], datetime]
    theme: Theme
    pool: QThreadPool
    scripts: Callable[[], Sequence[tuple[str, str]]]
    script: Callable[[str], Script | None] = lambda _script_id: None
