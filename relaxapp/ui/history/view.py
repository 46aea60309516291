"""What the views of the history have in common."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget


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
