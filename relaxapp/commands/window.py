"""`relaxapp [FILE|ID]`: the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse

    from relaxapp.assets import Folders


def run(options: argparse.Namespace, folders: Folders) -> int:
    """Open the window, and return when it is closed.

    Raises:
        DisplayError: there is no screen.
    """
    from relaxapp.app import run as open_window  # noqa: PLC0415 - Qt is loaded for the window only

    return open_window(options.script, folders)
