"""The card "Sound": what sessions are heard through."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from relaxapp.ui.label import paragraph
from relaxapp.ui.pages.one_choice import OneChoice

if TYPE_CHECKING:
    from relaxapp.settings import Settings
    from relaxapp.ui.choices import Choices


class PlayerCard(QFrame):
    """Lets the person choose a player; whichever is chosen, a session is never without pictures."""

    def __init__(self, choices: Choices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._players = (
            ("auto", self.tr("what works")),
            ("miniaudio", self.tr("miniaudio")),
            ("simpleaudio", self.tr("simpleaudio")),
            ("silent", self.tr("nothing, in silence")),
        )
        self.player = OneChoice(self.tr("Heard through"))
        self.player.chosen.connect(lambda player: choices.change(player=player))
        row = QHBoxLayout()
        row.addWidget(paragraph("dim", self.tr("Heard through")), 1)
        row.addWidget(self.player)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 20)
        column.setSpacing(10)
        column.addWidget(paragraph("dim", self.tr("Sound")))
        column.addLayout(row)
        column.addWidget(
            paragraph("small", self.tr("simpleaudio has to be installed with its extra."))
        )
        choices.changed.connect(self._show)
        self._show(choices.settings)

    def _show(self, settings: Settings) -> None:
        words = dict(self._players)[settings.player]
        self.player.show_choices(self._players, settings.player, words)
