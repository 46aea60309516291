"""Scripts written on the spot, and what is found wrong with them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import pytest

from relaxapp.script.parser import parse
from relaxapp.script.problem import Problem, ScriptError

if TYPE_CHECKING:
    from relaxapp.script.cue import Cue
    from relaxapp.script.script import Script

HEADER = """\
Title: A script
Technique: breathing
Minutes: 1
Caution: Leave out what hurts. If you feel dizzy, stop. Leave out holding the breath in pregnancy.
Evidence: None for this one.
"""
"""Five lines that leave nothing to be said about them."""


class Read(Protocol):
    """Reads the body of a script under a header."""

    def __call__(self, body: str, header: str = HEADER) -> Script: ...


class Cues(Protocol):
    """The cues of the first step of a body that begins without its heading."""

    def __call__(self, body: str) -> tuple[Cue, ...]: ...


class Problems(Protocol):
    """Everything wrong with a body under a header, whether it can be read or not."""

    def __call__(self, body: str, header: str = HEADER) -> tuple[Problem, ...]: ...


class Complaints(Protocol):
    """As `Problems`, for one step without its heading; lines counted from its first one."""

    def __call__(self, body: str) -> list[str]: ...


@pytest.fixture
def script_of() -> Read:
    def read(body: str, header: str = HEADER) -> Script:
        return parse(f"{header}\n{body}", "a.relax")

    return read


@pytest.fixture
def cues_of(script_of: Read) -> Cues:
    return lambda body: script_of(f"# Step\n{body}").steps[0].cues


@pytest.fixture
def problems_of(script_of: Read) -> Problems:
    def problems(body: str, header: str = HEADER) -> tuple[Problem, ...]:
        try:
            return script_of(body, header).warnings
        except ScriptError as error:
            return error.problems

    return problems


@pytest.fixture
def complaints_of(problems_of: Problems) -> Complaints:
    above = HEADER.count("\n") + 4

    def complaints(body: str) -> list[str]:
        # A first and a last step leave nothing to be said about the whole.
        start = "# Start\nGently, and keep breathing.\n# Step"
        whole = f"{start}\n{body}\n\n# Return\nOpen your eyes.\n\n[pause 30s]\n"
        return [
            f"{problem.severity} {problem.line - above}: {problem.sentence}"
            for problem in problems_of(whole)
            if problem.line > above
        ]

    return complaints
