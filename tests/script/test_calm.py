"""The voice falls through a script and returns at its end."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from relaxapp.script.parser import parse

if TYPE_CHECKING:
    from relaxapp.script.script import Script

HEADER = "Title: A\nTechnique: imagery\nMinutes: 5\n"


def _script(body: str, header: str = HEADER) -> Script:
    return parse(f"{header}\n{body}", "a.relax")


def _steps(*titles: str) -> str:
    return "\n".join(f"# {title}\n\nA sentence.\n" for title in titles)


def _calm(script: Script) -> list[int]:
    return [step.calm for step in script.steps]


def test_step_by_step_it_is_spoken_more_calmly_and_the_way_back_is_as_the_beginning() -> None:
    assert _calm(_script(_steps("A", "B", "C", "D", "E", "F", "Return"))) == [0, 0, 1, 1, 2, 2, 0]


def test_a_script_that_ends_in_sleep_ends_calmest() -> None:
    script = _script(_steps("A", "B", "C"), f"{HEADER}Ending: sleep\n")

    assert _calm(script) == [0, 1, 2]


@pytest.mark.parametrize(("titles", "calm"), [(["A"], [0]), (["A", "Return"], [0, 0])])
def test_the_shortest_scripts_stay_as_they_begin(titles: list[str], calm: list[int]) -> None:
    assert _calm(_script(_steps(*titles))) == calm


def test_rounds_do_not_start_the_fall_anew() -> None:
    rounds = f"[repeat 1 to 2 times]\n\n{_steps('B', 'C', 'D')}\n[end repeat]\n"

    script = _script(f"{_steps('A')}\n{rounds}\n{_steps('E', 'Return')}")

    assert _calm(script) == [0, 1, 1, 1, 2, 0]


def test_a_repeat_for_words_is_as_many_steps_as_it_has_words() -> None:
    sides = f"[repeat for dominant, other]\n\n{_steps('B')}\n[end repeat]\n"

    script = _script(f"{_steps('A')}\n{sides}\n{_steps('Return')}")

    assert _calm(script) == [0, 1, 2, 0]
