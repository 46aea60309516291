"""The display kept awake on macOS, by the program that it brings for that."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_PROGRAM = "/usr/bin/caffeinate"
_PATIENCE_SECONDS = 1.0


class MacInhibition:
    """Runs `caffeinate`, which watches this process and ends with it.

    Args:
        settled: called when it is known whether the display is held.
        program: the path of `caffeinate`.
    """

    name = "caffeinate"

    def __init__(self, settled: Callable[[], None], program: str = _PROGRAM) -> None:
        self._settled = settled
        self._program = program
        self._process: subprocess.Popen[bytes] | None = None
        self.trouble = ""

    @property
    def is_held(self) -> bool:
        """Whether the program runs."""
        return self._process is not None and self._process.poll() is None

    def hold(self, reason: str) -> None:  # noqa: ARG002 - the program does not ask for one
        """Asks for the display to stay on (`-d`) while this process lives (`-w`)."""
        try:
            self._process = subprocess.Popen(  # noqa: S603 - a fixed path and a number
                [self._program, "-d", "-w", str(os.getpid())],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
            self.trouble = ""
        except OSError as error:
            self.trouble = f"{self._program} cannot be run ({error.strerror or error})."
        self._settled()

    def release(self) -> None:
        """Ends the program."""
        process, self._process = self._process, None
        if process is None:
            return
        process.terminate()
        try:
            process.wait(_PATIENCE_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
