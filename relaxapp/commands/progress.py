"""The line on standard error that says how far slow work is."""

from __future__ import annotations

import sys


def show_progress(words: str, done: int, total: int) -> None:
    """Write the line over the one before, on a terminal only; nothing where there is nothing to do.

    Args:
        words: what to say now.
        done: how much is done; the line ends when that is all.
        total: of how much.
    """
    if sys.stderr.isatty() and total:
        end = "\n" if done == total else ""
        print(f"\r{words}", end=end, file=sys.stderr, flush=True)
