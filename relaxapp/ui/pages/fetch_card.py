"""The card "More voices": what can be fetched from the network, and is when the person says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from relaxapp.sound.voice.catalogue import CATALOGUE
from relaxapp.ui.label import paragraph
from relaxapp.ui.pages.fetch_row import FetchRow

if TYPE_CHECKING:
    from collections.abc import Collection

    from PySide6.QtCore import QThreadPool

    from relaxapp.ui.pages.fetch_row import Fetch


class FetchCard(QFrame):
    """A row for every voice in the catalogue."""

    fetched = Signal()
    """A voice has come."""

    def __init__(self, fetch: Fetch, pool: QThreadPool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._trouble = paragraph("small", "")
        self.rows = tuple(FetchRow(voice, fetch, pool) for voice in CATALOGUE)
        heading = paragraph("small", self.tr("More voices"))
        heading.setProperty("role", "dim")
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 18)
        column.setSpacing(6)
        column.addWidget(heading)
        column.addWidget(
            paragraph(
                "small",
                self.tr(
                    "Piper sounds most like a person. A voice is fetched once, from "
                    "huggingface.co, and only when you ask for it; nothing about you is sent."
                ),
            )
        )
        column.addWidget(self._trouble)
        for row in self.rows:
            row.fetched.connect(self.fetched)
            column.addWidget(row)

    def show_state(self, here: Collection[str], trouble: str) -> None:
        """Shows what is here.

        Args:
            here: the names of the voices that are.
            trouble: why none could speak, as a sentence; empty if they can.
        """
        self._trouble.setText(trouble)
        self._trouble.setVisible(bool(trouble))
        for row in self.rows:
            row.show_state(is_here=row.voice.name in here, can_be_used=not trouble)

    def cancel(self) -> None:
        """Call off whatever is on its way."""
        for row in self.rows:
            row.cancel()
