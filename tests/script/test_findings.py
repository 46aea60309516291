"""Problems kept until the end."""

from __future__ import annotations

import pytest

from relaxapp.script.findings import MOST_PROBLEMS, EnoughError, Findings
from relaxapp.script.problem import Severity


def test_problems_come_by_line_whatever_the_order_they_were_found_in() -> None:
    findings = Findings()
    findings.warning(9, "late")
    findings.error(2, "early")

    assert [problem.line for problem in findings.problems] == [2, 9]


def test_the_same_problem_counts_once() -> None:
    findings = Findings()
    findings.error(1, "once")
    findings.error(1, "once")

    assert len(findings.problems) == 1


def test_warnings_alone_are_no_errors() -> None:
    findings = Findings()
    findings.warning(1, "mind")
    assert not findings.has_errors()

    findings.error(1, "stop")
    assert findings.has_errors()


def test_after_too_many_problems_reading_stops_and_says_so() -> None:
    findings = Findings()
    for line in range(1, MOST_PROBLEMS):
        findings.warning(line, "again")

    with pytest.raises(EnoughError):
        findings.warning(MOST_PROBLEMS, "again")

    errors = [problem for problem in findings.problems if problem.severity is Severity.ERROR]
    assert [problem.sentence for problem in errors] == [
        "more than 500 problems were found; the rest was not read."
    ]
