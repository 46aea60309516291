"""What is wrong with a script, in a plain sentence with its line."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from relaxapp.errors import RelaxError


class Severity(StrEnum):
    """How bad a problem is: a script with an error does not run, one with a warning does."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing that is wrong.

    Attributes:
        line: the line of the script it is about, from 1; 0 where it is about the file as a whole.
        severity: whether the script can run all the same.
        sentence: what is wrong and, where it is clear, what was probably meant.
    """

    line: int
    severity: Severity
    sentence: str

    def __str__(self) -> str:
        return f"line {self.line}: {self.sentence}" if self.line else self.sentence


class ScriptError(RelaxError):
    """A script cannot be read as it stands.

    Attributes:
        name: the file or title it goes by.
        problems: everything found, errors and warnings, by line; at least one is an error.
    """

    def __init__(self, name: str, problems: tuple[Problem, ...]) -> None:
        self.name = name
        self.problems = problems
        errors = [problem for problem in problems if problem.severity is Severity.ERROR]
        more = f" (and {len(errors) - 1} more)" if len(errors) > 1 else ""
        separator = ", " if errors[0].line else ": "
        super().__init__(f"{name}{separator}{errors[0]}{more}")
