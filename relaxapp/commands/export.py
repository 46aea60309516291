"""`relaxapp export`: a session as a sound file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relaxapp.commands.progress import show_progress
from relaxapp.commands.rehearsal import Rehearsal, settings
from relaxapp.commands.show import clock
from relaxapp.session.clock import Clock
from relaxapp.sound.export import check_format

if TYPE_CHECKING:
    import argparse

    from relaxapp.assets import Folders


def run(options: argparse.Namespace, folders: Folders) -> int:
    """Write the session, with progress on standard error.

    Raises:
        ExportError: the file cannot be written, or its ending is not known.
    """
    check_format(options.output)
    rehearsal = Rehearsal(options.script, folders, settings(folders))
    prepared = rehearsal.prepare()
    timeline = rehearsal.timeline(prepared, options.minutes)
    day = Clock().now().date()
    rehearsal.studio.export(prepared, timeline, options.output, day, progress=_show_progress)
    print(f"{options.output}: {timeline.title}, {clock(timeline.length)}")
    return 0


def _show_progress(done: int, total: int) -> None:
    show_progress(f"Writing: {100 * done // max(1, total)} %", done, total)
