"""Whole sessions led at once: silent, without words, by a clock that is moved by hand."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from relaxapp.script.parser import parse
from relaxapp.session.studio import Studio
from relaxapp.settings import Settings
from tests.conftest import REPOSITORY

if TYPE_CHECKING:
    from relaxapp.journal.journal import Journal
    from relaxapp.session.conductor import Conductor
    from relaxapp.session.studio import Prepared
    from tests.session.fakes import HandClock

SESSION_SECONDS = 90
_SCRIPT = """\
Title: Two hands
Technique: muscle relaxation
Minutes: 1.5

# Settle

[pause 10s]

# Right hand

[tense right hand for 6s]
Make a fist.

[release for 30s]
And let go.

# Left hand

[tense left hand for 6s]
Make a fist.

[release for 30s]
And let go.
"""


def conductor_in(journal: Journal, hand: HandClock, tension: int | None = None) -> Conductor:
    """Who leads a session of a minute and a half, not yet started, in that journal by that clock."""
    studio, prepared = prepared_session()
    conductor, _ = studio.begin(
        prepared, SESSION_SECONDS, journal, hand.clock(), tension_before=tension
    )
    return conductor


def practise(conductor: Conductor, hand: HandClock, seconds: float) -> None:
    """Lets so many seconds of a session go by, looked at once a second."""
    for _ in range(int(seconds)):
        hand.pass_seconds(1)
        conductor.look()


@cache
def prepared_session() -> tuple[Studio, Prepared]:
    """The studio and the session it has made ready; slow the first time."""
    folder = Path(__file__).parent
    settings = Settings(voice_on=False, player="silent")
    studio = Studio(
        audio=REPOSITORY / "audio",
        cache=folder / "none",
        settings=lambda: settings,
        voices=folder / "none",
    )
    return studio, studio.prepare(parse(_SCRIPT, "hands.relax"), folder / "hands.relax")
