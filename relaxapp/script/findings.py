"""What is found wrong while a script is read, kept until all of it has been read."""

from __future__ import annotations

from relaxapp.script.problem import Problem, Severity

MOST_PROBLEMS = 500
"""Reading stops after so many: what has more is no script."""


class UnreadableError(Exception):
    """A piece of a script cannot be understood; `str(error)` says why, without its line."""


class EnoughError(Exception):
    """`MOST_PROBLEMS` have been found; the findings say so themselves."""


class Findings:
    """Collects problems; the same one found twice counts once."""

    def __init__(self) -> None:
        self._problems: dict[Problem, None] = {}

    def has_errors(self) -> bool:
        """Whether anything found keeps the script from running."""
        return any(problem.severity is Severity.ERROR for problem in self._problems)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Everything found, by line."""
        return tuple(sorted(self._problems))

    def error(self, line: int, sentence: str) -> None:
        """Note something that keeps the script from running.

        Raises:
            EnoughError: there are too many to go on.
        """
        self.add(Problem(line, Severity.ERROR, sentence))

    def warning(self, line: int, sentence: str) -> None:
        """Note something its author should know.

        Raises:
            EnoughError: there are too many to go on.
        """
        self.add(Problem(line, Severity.WARNING, sentence))

    def add(self, problem: Problem) -> None:
        """Note a problem.

        Raises:
            EnoughError: there are too many to go on.
        """
        self._problems[problem] = None
        if len(self._problems) >= MOST_PROBLEMS:
            sentence = f"more than {MOST_PROBLEMS} problems were found; the rest was not read."
            self._problems[Problem(problem.line, Severity.ERROR, sentence)] = None
            raise EnoughError
