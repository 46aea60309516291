"""The breathing a script is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from relaxapp.script.cue import Breathe, BreatheRamp
from relaxapp.script.guided_breath import begins_at_own_pace, guided_breath

if TYPE_CHECKING:
    from tests.script.conftest import Read


def _line(script_of: Read, body: str) -> int:
    guided = guided_breath(script_of(f"# Step\n{body}"))
    return -1 if guided is None else guided.line - 8


def test_it_is_the_pattern_that_goes_on_longest(script_of: Read) -> None:
    body = "[breathe in 3s, out 4s, 4 times]\n\n[breathe in 4s, out 6s, for 1 min to 3 min]"
    assert _line(script_of, body) == 2


def test_the_same_pattern_in_several_cues_counts_as_one(script_of: Read) -> None:
    body = (
        "[breathe in 4s, out 6s, for 1 min]\n\n[breathe in 5s, out 5s, for 90s]\n\n"
        "[breathe in 4s, out 6s, for 1 min]"
    )
    assert _line(script_of, body) == 0


def test_what_is_repeated_counts_each_time(script_of: Read) -> None:
    body = (
        "[breathe in 4s, out 6s, for 1 min]\n\n[repeat 1 to 4 times]\n"
        "[breathe in 5s, out 5s, for 20s]\n[end repeat]"
    )
    assert _line(script_of, body) == 3


def test_rounds_of_steps_and_sides_count_each_time(script_of: Read) -> None:
    rounds = (
        "# One\n[breathe in 4s, out 6s, for 1 min]\n\n[repeat 3 times]\n# Two\n"
        "[repeat for right, left]\n[breathe in 5s, out 5s, for 20s]\n[end repeat]\n[end repeat]"
    )
    guided = guided_breath(script_of(rounds))
    assert isinstance(guided, Breathe)
    assert guided.cycle_seconds == 10
    assert guided.parts[0].seconds == 5


def test_a_change_to_a_slow_pace_comes_before_every_pattern(script_of: Read) -> None:
    body = "[breathe 12 to 6 per minute, over 24 breaths]\n\n[breathe in 4s, out 6s, for 1 min to 9 min]"
    assert _line(script_of, body) == 0


@pytest.mark.parametrize(
    "ramp",
    [
        "6 to 12 per minute, over 24 breaths",
        "12 to 9 per minute, over 24 breaths",
        "12 to 4 per minute, over 40 breaths",
    ],
)
def test_a_change_to_another_pace_does_not(script_of: Read, ramp: str) -> None:
    body = f"[breathe {ramp}]\n\n[breathe in 4s, out 6s, for 1 min]"
    assert _line(script_of, body) == 2


def test_where_nothing_guides_the_breath_there_is_none(script_of: Read) -> None:
    assert guided_breath(script_of("# Step\n[pause 10s]\nSit.")) is None


def test_a_script_begins_at_ones_own_pace_where_it_says_so(script_of: Read) -> None:
    own = script_of("# Step\n[repeat 2 times]\n[breathe own pace to 6 per minute]\n[end repeat]")
    usual = script_of("# Step\n[breathe 12 to 6 per minute, over 24 breaths]")
    assert isinstance(guided_breath(own), BreatheRamp)
    assert begins_at_own_pace(own)
    assert not begins_at_own_pace(usual)
