"""What ambiences and cues are called in the window."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from relaxapp.script.cue import AMBIENCES
from relaxapp.settings import Cues
from relaxapp.ui.sound_names import _AMBIENCES, _CUES, ambience_name, cues_name

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


def test_everything_there_is_has_a_name(qapp: QApplication) -> None:
    assert tuple(_AMBIENCES) == AMBIENCES
    assert tuple(_CUES) == get_args(Cues)
    assert len({ambience_name(name) for name in AMBIENCES}) == len(AMBIENCES)
    assert len({cues_name(name) for name in get_args(Cues)}) == len(get_args(Cues))


def test_a_sound_of_ones_own_is_called_what_its_file_is(qapp: QApplication) -> None:
    assert ambience_name("my river.flac") == "my river"
