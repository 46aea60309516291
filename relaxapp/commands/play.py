"""`relaxapp play`: a session in the terminal, the same road with a line of text in the window's place."""

from __future__ import annotations

import select
import shutil
import sys
import time
from dataclasses import replace
from typing import TYPE_CHECKING, TextIO

from relaxapp.commands.own_journal import own_journal
from relaxapp.commands.rehearsal import Rehearsal, settings
from relaxapp.commands.show import clock
from relaxapp.errors import UsageError
from relaxapp.session.clock import Clock
from relaxapp.session.session import State, StepBegan

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    from relaxapp.assets import Folders
    from relaxapp.session.conductor import Conductor, Glance

LOOK_EVERY_SECONDS = 0.1
"""How often the terminal looks at the session."""
_BAR_WIDTH = 30


def run(options: argparse.Namespace, folders: Folders) -> int:
    """Lead one session and log it; Ctrl+C stops it and logs that.

    Raises:
        UsageError: a speed was asked for that only silence can have.
        RelaxError: the session cannot be made ready or logged.
    """
    chosen = settings(folders)
    if options.player is not None:
        chosen = replace(chosen, player=options.player)
    if options.speed != 1 and chosen.player != "silent":
        raise UsageError("Only silence can be sped up: add --player silent to --speed.")
    clock_ = Clock()
    rehearsal = Rehearsal(options.script, folders, chosen)
    prepared = rehearsal.prepare()
    with own_journal(folders, clock_) as journal:
        conductor, remark = rehearsal.studio.begin(
            prepared,
            rehearsal.wish_seconds(options.minutes),
            journal,
            clock_,
            speed=options.speed,
        )
        if remark:
            print(f"relaxapp: {remark}", file=sys.stderr)
        Terminal(conductor, sys.stdout, sys.stdin).lead(time.sleep)
        entry = journal.entry(conductor.entry_id)
    print(f"{entry.title}: {entry.outcome} after {entry.practised_seconds / 60:.1f} min, logged.")
    return 0


class Terminal:
    """Shows a session as lines of text: a caption when it changes, and how far it is.

    Args:
        conductor: leads the session; not yet started.
        output: where the lines go.
        keys: where Enter comes from, for waits.
    """

    def __init__(self, conductor: Conductor, output: TextIO, keys: TextIO) -> None:
        self._conductor = conductor
        self._output = output
        self._keys = keys
        self._caption = ""
        self._was_waiting = False
        self._is_terminal = output.isatty()

    def lead(self, sleep: Callable[[float], object]) -> None:
        """Lead the session to its end, looking every `LOOK_EVERY_SECONDS`.

        Args:
            sleep: lets time pass.
        """
        try:
            self._conductor.start()
            glance = self._conductor.look()
            while not glance.state.is_over:
                self._show(glance)
                if glance.state is State.PAUSED:
                    self._go_on_after(glance)
                elif glance.is_waiting:
                    self._go_on_from_wait()
                sleep(LOOK_EVERY_SECONDS)
                glance = self._conductor.look()
        except KeyboardInterrupt:
            self._conductor.look()
            if not self._conductor.state.is_over:
                self._conductor.stop()
        finally:
            self._end_line()

    def _show(self, glance: Glance) -> None:
        for happening in glance.happenings:
            if isinstance(happening, StepBegan):
                self._print(f"\n{self._conductor.timeline.steps[happening.step].title}")
        if glance.caption != self._caption:
            self._caption = glance.caption
            if glance.caption:
                self._print(f"  {glance.caption}")
        if self._is_terminal:
            self._output.write(f"\r{_progress(glance)}\x1b[K")
            self._output.flush()

    def _go_on_after(self, glance: Glance) -> None:
        """Ask before going on, after the computer slept or the sound went away."""
        self._print(glance.trouble or "Paused.")
        if not self._keys.isatty():
            self._conductor.stop()
            return
        self._print("Press Enter to go on, Ctrl+C to stop.")
        self._keys.readline()
        self._conductor.resume()

    def _go_on_from_wait(self) -> None:
        """Leave a wait when Enter is pressed; at once where nobody could press it."""
        if not self._keys.isatty():
            self._conductor.go_on()
            return
        if not self._was_waiting:
            self._print("Press Enter when you are ready.")
        self._was_waiting = not _is_pressed(self._keys)
        if not self._was_waiting:
            self._conductor.go_on()

    def _print(self, line: str) -> None:
        start = "\r\x1b[K" if self._is_terminal else ""
        self._output.write(f"{start}{line}\n")
        self._output.flush()

    def _end_line(self) -> None:
        if self._is_terminal:
            self._output.write("\n")


def _is_pressed(keys: TextIO) -> bool:
    """Whether a line is there to be read; takes it."""
    if sys.platform == "win32":
        import msvcrt  # noqa: PLC0415 - Windows alone has it

        return bool(msvcrt.kbhit() and keys.readline())
    ready, _, _ = select.select([keys], [], [], 0)
    return bool(ready and keys.readline())


def _progress(glance: Glance) -> str:
    done = _BAR_WIDTH * glance.position // glance.length
    bar = "━" * done + "─" * (_BAR_WIDTH - done)
    about = f" {glance.phase.group}" if glance.phase.group else ""
    line = f"{clock(glance.position)} {bar} {clock(glance.length)}  {glance.phase.label}{about}"
    return line[: shutil.get_terminal_size().columns - 1]
