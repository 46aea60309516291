"""The section "Voice": whether sessions are spoken, how fast, and by whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from relaxapp.settings import PACES
from relaxapp.ui.sections.number_row import NumberRow
from relaxapp.ui.sections.row import Wording
from relaxapp.ui.sections.section import Section
from relaxapp.ui.sections.switch_row import SwitchRow
from relaxapp.ui.sections.units import words_a_minute

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from relaxapp.ui.choices import Choices
    from relaxapp.ui.theme import Theme

_PACE_STEP = 5


def voice_section(
    choices: Choices, theme: Theme, voice_card: QWidget, fetch_card: QWidget
) -> Section:
    """Everything about the voice.

    Args:
        choices: what is chosen.
        theme: the look.
        voice_card: chooses the voice.
        fetch_card: brings more of them.
    """
    section = Section(_tr("Voice"), theme)
    section.add_rows(voice_row(choices, theme), pace_row(choices, theme))
    section.add_card(
        voice_card,
        _tr("Which voice hear it speaker piper espeak man woman narrator sound"),
        "voice",
    )
    section.add_card(
        fetch_card, _tr("More voices fetch download install piper network internet huggingface")
    )
    return section


def voice_row(choices: Choices, theme: Theme) -> SwitchRow:
    """The row that lets sessions be spoken."""
    return SwitchRow(
        choices,
        "voice_on",
        Wording(
            _tr("Spoken sessions"),
            _tr("Without the voice, captions stay as long as they take to be read."),
            _tr("voice mute silent speak speech narration off"),
        ),
        theme,
        words=(_tr("on"), _tr("off")),
    )


def pace_row(choices: Choices, theme: Theme) -> NumberRow:
    """The row that chooses how fast the voice speaks."""
    return NumberRow(
        choices,
        "words_per_minute",
        Wording(
            _tr("Pace"),
            _tr("At the beginning; a session grows slower by itself."),
            _tr("speed fast slow rate words tempo"),
        ),
        theme,
        values=range(PACES[0], PACES[1] + 1, _PACE_STEP),
        in_words=words_a_minute,
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("Settings", text)
