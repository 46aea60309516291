"""What the views of the history have in common, and what they are made from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from PySide6.QtCore import QThreadPool

    from relaxapp.journal.journal import Journal
    from relaxapp.ui.choices import Choices
    from relaxapp.ui.theme import Theme


@dataclass(frozen=True, slots=True, kw_only=True)
class HistorySupplies:
    """What the views of the history are made from.

    Attributes:
        journal: the log.
        choices: what the person chose.
        now: the time of day.
        theme: the look.
        pool: where slow work is done.
        scripts: the scripts there are, as ids and titles.
    """

    journal: Journal
    choices: Choices
    now: Callable[[], datetime]
    theme: Theme
    pool: QThreadPool
    scripts: Callable[[], Sequence[tuple[str, str]]]


class HistoryView(QWidget):
    """One way of looking at the log; the base of all of them."""

    said = Signal(object)
    """Something to say to the person: a `Message`."""
    changed = Signal()
    """The log was changed here."""
    sessions_asked = Signal(object)
    """Sessions are to be seen in the list: which of them, a `Filter`."""

    def refresh(self) -> None:
        """Looks at the journal anew."""
        raise NotImplementedError

    def take_focus(self) -> None:
        """Puts the focus where a person begins here."""
        raise NotImplementedError

    def save(self) -> None:
        """Keeps what was written and not yet handed over; most views have nothing to keep."""
