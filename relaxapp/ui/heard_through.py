"""The player a person chose, opened for a sentence that is listened to outside of a session."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from relaxapp.sound.players.choice import open_player

if TYPE_CHECKING:
    from relaxapp.settings import PlayerChoice
    from relaxapp.sound.mix import Mix
    from relaxapp.sound.players.player import Player


def open_chosen(choice: PlayerChoice, mix: Mix) -> tuple[Player, str | None]:
    """A player that has not been started, and a sentence if nothing can be heard of it."""
    player, remark = open_player(choice, mix, time.monotonic)
    if player.name == "silent" and remark is None:
        remark = QCoreApplication.translate(
            "Listening", "The settings ask for silence, so nothing can be heard."
        )
    return player, remark
