"""The section "Sessions": how they are shown, asked about, and begun in a bad moment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from relaxapp.ui.sections.choice_row import ChoiceRow
from relaxapp.ui.sections.pacer_row import PacerRow
from relaxapp.ui.sections.row import Wording
from relaxapp.ui.sections.section import Section
from relaxapp.ui.sections.size_row import SizeRow
from relaxapp.ui.sections.switch_row import SwitchRow

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from relaxapp.ui.choices import Choices
    from relaxapp.ui.theme import Theme

_CAPTION_PX = 18


def sessions_section(
    choices: Choices,
    theme: Theme,
    screens: Callable[[], Sequence[str]],
    scripts: Callable[[], Sequence[tuple[str, str]]],
) -> Section:
    """Everything about how a session is shown and begun.

    Args:
        choices: what is chosen.
        theme: the look.
        screens: the names of the screens there are now.
        scripts: the scripts there are now, by id and title.
    """
    section = Section(_tr("Sessions"), theme)
    section.add_rows(*_shown(choices, theme, screens))
    section.add_rows(*_begun(choices, theme, scripts))
    return section


def _shown(
    choices: Choices, theme: Theme, screens: Callable[[], Sequence[str]]
) -> tuple[PacerRow, SwitchRow, SizeRow, SwitchRow, ChoiceRow]:
    return (
        PacerRow(
            choices,
            Wording(
                _tr("What shows the breath"),
                "",
                _tr("pacer breathing orb circle ball bar wave line square box animation"),
            ),
            theme,
            forms=(
                ("orb", _tr("Orb")),
                ("bar", _tr("Bar")),
                ("wave", _tr("Wave")),
                ("square", _tr("Square")),
            ),
        ),
        captions_row(choices, theme),
        SizeRow(
            choices,
            "caption_percent",
            Wording(
                _tr("Size of captions"),
                _tr("To be read from further away."),
                _tr("font text subtitles large larger distance"),
            ),
            theme,
            sample=_tr("And let your shoulders drop."),
            sample_px=theme.px(_CAPTION_PX),
            waits=False,
        ),
        SwitchRow(
            choices,
            "full_screen",
            Wording(
                _tr("Full screen"),
                _tr("A session covers everything else; the window comes back after it."),
                _tr("fullscreen maximise maximize big"),
            ),
            theme,
            words=(_tr("on"), _tr("off")),
        ),
        ChoiceRow(
            choices,
            "session_screen",
            Wording(
                _tr("Screen for sessions"),
                _tr("If there are several, such as a television."),
                _tr("monitor display projector second tv"),
            ),
            theme,
            offered=(("", _tr("the one the window is on")),),
            more=lambda: [(name, name) for name in screens()],
        ),
    )


def _begun(
    choices: Choices, theme: Theme, scripts: Callable[[], Sequence[tuple[str, str]]]
) -> tuple[SwitchRow, SwitchRow, SwitchRow, ChoiceRow]:
    rating = _tr("rating question tension scale check-in number")
    return (
        eyes_row(choices, theme),
        SwitchRow(
            choices,
            "asks_before",
            Wording(
                _tr("Ask before how tense you are"),
                _tr("The answer can always be left out."),
                rating,
            ),
            theme,
            words=(_tr("on"), _tr("off")),
        ),
        SwitchRow(
            choices,
            "asks_after",
            Wording(
                _tr("Ask afterwards"), _tr("Both answers together show what helps you."), rating
            ),
            theme,
            words=(_tr("on"), _tr("off")),
        ),
        ChoiceRow(
            choices,
            "quick_help",
            Wording(
                _tr("Quick help"),
                _tr("What begins at once, without a question, in a bad moment."),
                _tr("panic emergency fast start favourite now sos anxiety"),
            ),
            theme,
            offered=(("", _tr("the best there is")),),
            more=scripts,
        ),
    )


def captions_row(choices: Choices, theme: Theme) -> SwitchRow:
    """The row that shows what is said."""
    return SwitchRow(
        choices,
        "captions",
        Wording(
            _tr("Captions"),
            _tr("What is said can be read as well."),
            _tr("subtitles text caption deaf hearing read mute"),
        ),
        theme,
        words=(_tr("on"), _tr("off")),
    )


def eyes_row(choices: Choices, theme: Theme) -> SwitchRow:
    """The row that words sessions for open or closed eyes."""
    return SwitchRow(
        choices,
        "eyes_open",
        Wording(
            _tr("Eyes"),
            _tr("Sessions are worded for eyes that stay open, or for eyes that may close."),
            _tr("open closed safe trauma see"),
        ),
        theme,
        words=(_tr("stay open"), _tr("may close")),
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("Settings", text)
