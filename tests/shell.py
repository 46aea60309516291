"""The program as a person at a terminal meets it, run in this process."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relaxapp.cli import main

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


class Shell:
    """Runs relaxapp with a data folder of its own, and keeps what it printed.

    Args:
        data: the data folder.
        capture: what is printed.
        command: the subcommand that is tried; empty for the program itself.
    """

    def __init__(self, data: Path, capture: pytest.CaptureFixture[str], command: str = "") -> None:
        self.data = data
        self._capture = capture
        self._command = command
        self.out = ""
        self.err = ""

    def run(self, *words: str | Path) -> int:
        """The exit status."""
        command = (self._command,) if self._command else ()
        status = main(["--data-dir", str(self.data), *command, *map(str, words)])
        self.out, self.err = self._capture.readouterr()
        return status
