"""The section "Sound": how loud everything is, what is heard, and through what."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from PySide6.QtCore import QCoreApplication

from relaxapp.script.cue import AMBIENCES
from relaxapp.settings import AS_SCRIPTED, Cues
from relaxapp.ui.sections.choice_row import ChoiceRow
from relaxapp.ui.sections.hear_row import HearRow
from relaxapp.ui.sections.number_row import NumberRow
from relaxapp.ui.sections.row import Wording
from relaxapp.ui.sections.section import Section
from relaxapp.ui.sections.units import share_in_percent
from relaxapp.ui.sound_names import ambience_name, cues_name

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QThreadPool

    from relaxapp.session.audition import Auditions
    from relaxapp.ui.choices import Choices
    from relaxapp.ui.theme import Theme

_STEPS = 20
"""From silence to the full volume."""


def sound_section(
    choices: Choices, theme: Theme, own_sounds: Callable[[], Sequence[str]], hear: HearRow
) -> Section:
    """Everything about what is heard, but the voice itself.

    Args:
        choices: what is chosen.
        theme: the look.
        own_sounds: the files of the person's own sounds, by name, as there are now.
        hear: lets all of it be heard.
    """
    section = Section(_tr("Sound"), theme)
    section.add_rows(
        _volume_row(choices, theme, "voice_volume", _tr("Volume of the voice"), _tr("speech")),
        _volume_row(
            choices,
            theme,
            "ambience_volume",
            _tr("Volume of the ambience"),
            _tr("rain ocean background noise music"),
        ),
        _volume_row(
            choices, theme, "cues_volume", _tr("Volume of the cues"), _tr("bell bowl signal")
        ),
        _volume_row(
            choices,
            theme,
            "breath_volume",
            _tr("Volume of the breath sounds"),
            _tr("breathing pacer in out"),
        ),
        hear,
    )
    section.add_rows(
        ChoiceRow(
            choices,
            "ambience",
            Wording(
                _tr("Ambience"),
                _tr("In the background of every session."),
                _tr("rain ocean wind stream night fire noise drone music own sound"),
            ),
            theme,
            offered=(
                (AS_SCRIPTED, _tr("as each script says")),
                *((name, ambience_name(name)) for name in AMBIENCES),
            ),
            more=lambda: [(name, ambience_name(name)) for name in own_sounds()],
        ),
        ChoiceRow(
            choices,
            "cues",
            Wording(
                _tr("Cues"),
                _tr("What bells and breath sounds are made of."),
                _tr("bell gong bowl wood tone signal sound mute"),
            ),
            theme,
            offered=[(name, cues_name(name)) for name in get_args(Cues)],
        ),
        player_row(choices, theme),
    )
    return section


def hear_row(
    choices: Choices, theme: Theme, auditions: Callable[[], Auditions], pool: QThreadPool
) -> HearRow:
    """The row that lets all of it be heard.

    Args:
        choices: what is chosen.
        theme: the look.
        auditions: gives the voices there are, and what is heard.
        pool: where that is prepared.
    """
    wording = Wording(
        _tr("All together"),
        _tr("A few seconds of ambience, a bell, a breath and the voice, as loud as chosen here."),
        _tr("hear listen test try play volume"),
    )
    return HearRow(choices, wording, theme, auditions, pool, with_sounds=True)


def player_row(choices: Choices, theme: Theme) -> ChoiceRow:
    """The row that chooses what sessions are heard through."""
    return ChoiceRow(
        choices,
        "player",
        Wording(
            _tr("Heard through"),
            _tr("simpleaudio has to be installed with its extra."),
            _tr("player device output mute silent miniaudio speaker headphones"),
        ),
        theme,
        offered=(
            ("auto", _tr("what works")),
            ("miniaudio", _tr("miniaudio")),
            ("simpleaudio", _tr("simpleaudio")),
            ("silent", _tr("nothing, in silence")),
        ),
    )


def _volume_row(choices: Choices, theme: Theme, setting: str, label: str, also: str) -> NumberRow:
    return NumberRow(
        choices,
        setting,
        Wording(label, "", f"{_tr('loud louder quiet mute silent')} {also}"),
        theme,
        values=[step / _STEPS for step in range(_STEPS + 1)],
        in_words=share_in_percent,
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("Settings", text)
