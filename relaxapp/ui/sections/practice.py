"""The section "Practice": what a person wants to manage in a week, and when a day begins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from relaxapp.ui.sections.number_row import NumberRow, aligned
from relaxapp.ui.sections.row import Wording
from relaxapp.ui.sections.section import Section
from relaxapp.ui.sections.switch_row import SwitchRow
from relaxapp.ui.sections.units import at_hour, days_a_week, minutes_a_week

if TYPE_CHECKING:
    from relaxapp.ui.choices import Choices
    from relaxapp.ui.theme import Theme

_MOST_MINUTES = 420
_STEP_MINUTES = 10


def practice_section(choices: Choices, theme: Theme) -> Section:
    """Everything about the aims of a week."""
    section = Section(_tr("Practice"), theme)
    rows = aligned(
        NumberRow(
            choices,
            "week_aim_days",
            Wording(
                _tr("Days you would like to practise"),
                _tr("An aim, no duty: nothing is lost by a day without."),
                _tr("goal target week streak habit"),
            ),
            theme,
            values=range(1, 8),
            in_words=days_a_week,
        ),
        NumberRow(
            choices,
            "week_aim_minutes",
            Wording(_tr("Minutes you would like"), "", _tr("goal target week time duration")),
            theme,
            values=range(0, _MOST_MINUTES + 1, _STEP_MINUTES),
            in_words=minutes_a_week,
        ),
        NumberRow(
            choices,
            "day_begins_hour",
            Wording(
                _tr("A new day begins at"),
                _tr("What you do before then counts for the evening."),
                _tr("midnight hour night late time clock"),
            ),
            theme,
            values=range(24),
            in_words=at_hour,
        ),
    )
    factors = SwitchRow(
        choices,
        "day_factors",
        Wording(
            _tr("Note how days were"),
            _tr(
                "Sleep, caffeine, water, movement, stress and twitching, each by one key, in the "
                "history; beside your tension they can be seen there."
            ),
            _tr("factors diary sleep coffee caffeine water exercise stress twitch tracking"),
        ),
        theme,
        words=(_tr("on"), _tr("off")),
    )
    section.add_rows(*rows, factors)
    return section


def _tr(text: str) -> str:
    return QCoreApplication.translate("Settings", text)
