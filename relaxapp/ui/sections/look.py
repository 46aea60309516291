"""The section "Look": colours, sizes and motion of the whole window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from relaxapp.ui.sections.choice_row import ChoiceRow
from relaxapp.ui.sections.row import Wording
from relaxapp.ui.sections.section import Section
from relaxapp.ui.sections.size_row import SizeRow
from relaxapp.ui.sections.switch_row import SwitchRow

if TYPE_CHECKING:
    from relaxapp.ui.choices import Choices
    from relaxapp.ui.theme import Theme

_BODY_PX = 16


def look_section(choices: Choices, theme: Theme) -> Section:
    """Everything about how the window looks."""
    section = Section(_tr("Look"), theme)
    section.add_rows(
        theme_row(choices, theme),
        ChoiceRow(
            choices,
            "contrast",
            Wording(
                _tr("Contrast"),
                _tr("High contrast makes text, lines and what has the focus stand out more."),
                _tr("accessibility outline bright see eyesight"),
            ),
            theme,
            offered=(
                ("system", _tr("as the desktop has it")),
                ("usual", _tr("usual")),
                ("high", _tr("high")),
            ),
        ),
        text_row(choices, theme),
        SwitchRow(
            choices,
            "reduced_motion",
            Wording(
                _tr("Motion"),
                _tr("Reduced: slow changes of tone and a count take the place of what moves."),
                _tr("animation moving still calm accessibility dizzy"),
            ),
            theme,
            words=(_tr("reduced"), _tr("usual")),
        ),
        SwitchRow(
            choices,
            "hide_countdown",
            Wording(
                _tr("Time that remains"),
                _tr("What is left of a session, in figures."),
                _tr("countdown clock timer hide"),
            ),
            theme,
            words=(_tr("shown"), _tr("hidden")),
            is_reversed=True,
        ),
        SwitchRow(
            choices,
            "tone_changes",
            Wording(
                _tr("Soft changes of tone"),
                _tr(
                    "The whole window changes its tone when something new begins: to be noticed "
                    "from the corner of the eye."
                ),
                _tr("colour color flash visual deaf hearing mute cue"),
            ),
            theme,
            words=(_tr("on"), _tr("off")),
        ),
    )
    return section


def theme_row(choices: Choices, theme: Theme) -> ChoiceRow:
    """The row that chooses between dark and bright."""
    return ChoiceRow(
        choices,
        "theme",
        Wording(_tr("Colours"), "", _tr("theme dark light night mode black white colors bright")),
        theme,
        offered=(
            ("night", _tr("night")),
            ("light", _tr("light")),
            ("system", _tr("as the desktop has them")),
        ),
    )


def text_row(choices: Choices, theme: Theme) -> SizeRow:
    """The row that chooses how large all text is."""
    return SizeRow(
        choices,
        "text_percent",
        Wording(
            _tr("Size of text"),
            _tr("Everywhere in the window."),
            _tr("font zoom large larger small bigger scale accessibility read eyesight"),
        ),
        theme,
        sample=_tr("Let your shoulders be heavy."),
        sample_px=_BODY_PX,
        waits=True,
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("Settings", text)
