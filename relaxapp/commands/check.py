"""`relaxapp check`: what is wrong with scripts, line by line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from relaxapp.script.parser import read
from relaxapp.script.problem import Problem, ScriptError, Severity

if TYPE_CHECKING:
    import argparse

    from relaxapp.assets import Folders


def run(options: argparse.Namespace, _folders: Folders) -> int:
    """Print every problem as `FILE:LINE: error|warning: sentence`; 1 if there is an error."""
    problems = [(file, problem) for file in options.files for problem in _problems(file)]
    if options.json:
        records = [
            {
                "file": file,
                "line": problem.line,
                "severity": problem.severity.value,
                "sentence": problem.sentence,
            }
            for file, problem in problems
        ]
        print(json.dumps(records, ensure_ascii=False, indent=2))
    else:
        for file, problem in problems:
            print(f"{file}:{problem.line}: {problem.severity}: {problem.sentence}")
    return int(any(problem.severity is Severity.ERROR for _, problem in problems))


def _problems(file: str) -> tuple[Problem, ...]:
    try:
        return read(Path(file)).warnings
    except ScriptError as error:
        return error.problems
