"""How a broken script is told about."""

from __future__ import annotations

from relaxapp.script.problem import Problem, ScriptError, Severity

WARNING = Problem(1, Severity.WARNING, "mind this.")
FIRST = Problem(3, Severity.ERROR, "this is wrong.")
SECOND = Problem(5, Severity.ERROR, "that is wrong.")


def test_an_error_tells_its_first_error_and_how_many_more_there_are() -> None:
    assert str(ScriptError("a.relax", (WARNING, FIRST))) == "a.relax, line 3: this is wrong."
    assert str(ScriptError("a.relax", (FIRST, SECOND))).endswith("this is wrong. (and 1 more)")


def test_a_problem_of_the_whole_file_has_no_line() -> None:
    whole = Problem(0, Severity.ERROR, "the file cannot be opened.")

    assert str(ScriptError("a.relax", (whole,))) == "a.relax: the file cannot be opened."
