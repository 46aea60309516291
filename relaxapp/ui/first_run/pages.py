"""The three first pages: what to heed, your body, and how you like it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from relaxapp.ui.first_run.page import FirstPage
from relaxapp.ui.safety import safety
from relaxapp.ui.sections.body import body_rows
from relaxapp.ui.sections.hear_row import HearRow
from relaxapp.ui.sections.look import text_row, theme_row
from relaxapp.ui.sections.row import Row, Wording
from relaxapp.ui.sections.sessions import captions_row, eyes_row
from relaxapp.ui.sections.voice import voice_row

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QThreadPool

    from relaxapp.session.audition import Auditions
    from relaxapp.ui.choices import Choices
    from relaxapp.ui.theme import Theme


def safety_page(theme: Theme) -> FirstPage:
    """What relaxapp is, and what to heed."""
    return FirstPage(
        _tr("Welcome"),
        _tr(
            "relaxapp leads you through relaxation, by ear or by eye, in the minutes you have. "
            "Please read this once; it is in the help later on."
        ),
        [Row(Wording(heading, text), theme, roles=("strong", "dim")) for heading, text in safety()],
        theme,
        _tr("What to heed"),
    )


def body_page(choices: Choices, theme: Theme) -> FirstPage:
    """What every session leaves out or does differently."""
    return FirstPage(
        _tr("Your body"),
        _tr(
            "Sessions are made to fit you. Nothing has to be answered here, and everything can be "
            "changed later."
        ),
        (*body_rows(choices, theme), eyes_row(choices, theme)),
        theme,
    )


def liking_page(
    choices: Choices, theme: Theme, auditions: Callable[[], Auditions] | None, pool: QThreadPool
) -> FirstPage:
    """How the person likes to be led, and how the window looks.

    Args:
        choices: what is chosen.
        theme: the look.
        auditions: gives the voices there are; None where none can be heard.
        pool: where a sentence is prepared.
    """
    hear: list[Row] = []
    if auditions is not None:
        words = Wording(
            _tr("How the voice sounds"), _tr("Other voices are in the settings, under Voice.")
        )
        hear.append(HearRow(choices, words, theme, auditions, pool))
    return FirstPage(
        _tr("How you like it"),
        _tr("A voice that leads you, or captions alone; and a window that is easy to look at."),
        (
            voice_row(choices, theme),
            *hear,
            captions_row(choices, theme),
            theme_row(choices, theme),
            text_row(choices, theme),
        ),
        theme,
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("FirstRun", text)
