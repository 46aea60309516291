"""What is good and safe to ask of a person: the rules a script is checked against.

Each rule is a small function that yields problems; the tables in the neighbouring modules list them.
An error is something no session should do; a warning is something its author should know.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from relaxapp.script.clinical.breathing import check_breathing, check_breathing_words
from relaxapp.script.clinical.course import check_course
from relaxapp.script.clinical.tension import check_letting_go, check_tension, check_tension_words
from relaxapp.script.cue import Breathe, BreatheRamp
from relaxapp.script.order import written_out

if TYPE_CHECKING:
    from collections.abc import Iterator

    from relaxapp.script.problem import Problem
    from relaxapp.script.script import Script


def check_cues(script: Script) -> Iterator[Problem]:
    """What is wrong with single cues, and with tension and release in each step."""
    for step in script.steps:
        cues = tuple(written_out(step.cues))
        yield from check_tension(cues, script.language)
        for cue in cues:
            if isinstance(cue, Breathe | BreatheRamp):
                yield from check_breathing(cue)


def check_script(script: Script) -> Iterator[Problem]:
    """What is wrong with a script as a whole, once each of its cues can be read."""
    cues_by_step = [tuple(written_out(step.cues)) for step in script.steps]
    for step_cues in cues_by_step:
        yield from check_letting_go(step_cues)
    cues = tuple(chain.from_iterable(cues_by_step))
    yield from check_course(script, cues)
    yield from check_tension_words(script, cues)
    yield from check_breathing_words(script, cues)
