"""The section "Your body": what every session leaves out or does differently."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from relaxapp.ui.sections.area_row import AreaRow
from relaxapp.ui.sections.choice_row import ChoiceRow
from relaxapp.ui.sections.row import SettingRow, Wording
from relaxapp.ui.sections.section import Section
from relaxapp.ui.sections.switch_row import SwitchRow

if TYPE_CHECKING:
    from relaxapp.ui.choices import Choices
    from relaxapp.ui.theme import Theme


def body_section(choices: Choices, theme: Theme) -> Section:
    """Everything that makes sessions fit a body."""
    section = Section(_tr("Your body"), theme)
    section.add_rows(*body_rows(choices, theme))
    return section


def body_rows(choices: Choices, theme: Theme) -> tuple[SettingRow, ...]:
    """The rows of the section, for whoever asks elsewhere as well."""
    return (
        AreaRow(
            choices,
            "left_out",
            Wording(
                _tr("Left out"),
                _tr("Parts that no session leads through, because they hurt or must be spared."),
                _tr("skip pain injury operation sore area muscle group"),
            ),
            theme,
        ),
        AreaRow(
            choices,
            "imagined",
            Wording(
                _tr("Only imagined"),
                _tr("Parts that are not tensed; you only picture it."),
                _tr("imagine picture pain injury area muscle group"),
            ),
            theme,
        ),
        SwitchRow(
            choices,
            "no_tensing",
            Wording(
                _tr("Tensing of muscles"),
                _tr("Or all of it only imagined, such as with heart trouble or in pregnancy."),
                _tr("tense passive blood pressure"),
            ),
            theme,
            words=(_tr("done"), _tr("imagined")),
            is_reversed=True,
        ),
        SwitchRow(
            choices,
            "no_breath_holds",
            Wording(
                _tr("Holds of the breath"),
                _tr(
                    "Or breathed on without them. Leave them out in pregnancy, and with heart, "
                    "lung or eye pressure trouble or epilepsy."
                ),
                _tr("breathing hold pause glaucoma"),
            ),
            theme,
            words=(_tr("held"), _tr("breathed on")),
            is_reversed=True,
        ),
        ChoiceRow(
            choices,
            "stronger_hand",
            Wording(
                _tr("Stronger hand"),
                _tr("The side that sessions begin with."),
                _tr("left-handed right-handed dominant side"),
            ),
            theme,
            offered=(("right", _tr("right")), ("left", _tr("left"))),
        ),
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("Settings", text)
