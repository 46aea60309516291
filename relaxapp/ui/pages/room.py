"""A calm page for who feels worse: a sentence at once, and what helps where no session does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from relaxapp.ui.aloud import announce
from relaxapp.ui.pages.calm_page import CalmPage

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from relaxapp.ui.theme import Theme


class RoomPage(CalmPage):
    """Says "Let's come back to the room."; nothing on it moves, and nothing has to be answered."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        helps = (
            _tr("Open your eyes, and breathe just as you like. There is nothing to practise."),
            _tr(
                "Feel your feet on the floor, and what holds you up. Look around slowly, and name "
                "five things that you see."
            ),
            _tr(
                "What you feel is unpleasant, and it passes. Get up, walk a little, drink some "
                "water, or talk to somebody."
            ),
            _tr(
                "If it stays, or comes back often, ask a doctor or a psychotherapist about it. "
                "With pain in your chest, or trouble breathing, call for help now."
            ),
        )
        sentence = _tr("Let\N{RIGHT SINGLE QUOTATION MARK}s come back to the room.")
        super().__init__(theme, sentence, helps, parent=parent)
        self._show_sentences(shown=False)
        announce(self, sentence)

    def help(self) -> None:
        """Say what helps without a session, and stay until the person goes on."""
        self._show_sentences(shown=True)
        announce(self, self.said)


def _tr(text: str) -> str:
    return QCoreApplication.translate("RoomPage", text)
