"""The card that says what sessions are heard through."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from relaxapp.ui.pages.player_card import PlayerCard

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from relaxapp.settings import PlayerChoice
    from relaxapp.ui.choices import Choices


@pytest.mark.parametrize("player", ["auto", "miniaudio", "simpleaudio"])
def test_a_player_can_be_chosen(player: PlayerChoice, choices: Choices, qtbot: QtBot) -> None:
    card = PlayerCard(choices)
    qtbot.addWidget(card)
    card.player.chosen.emit(player)
    assert choices.settings.player == player
    checked = [action.text() for action in card.player.menu().actions() if action.isChecked()]
    assert checked == [dict(card._players)[player]]


def test_the_button_says_what_is_chosen(choices: Choices, qtbot: QtBot) -> None:
    card = PlayerCard(choices)
    qtbot.addWidget(card)
    choices.change(player="silent")
    assert card.player.accessibleName() == "Heard through: nothing, in silence"
