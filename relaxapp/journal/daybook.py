"""A computer's daybook: all it has lately written to the journal, in a small file that is its alone."""

from __future__ import annotations

import os
from contextlib import contextmanager, suppress
from datetime import timedelta
from typing import TYPE_CHECKING

from relaxapp.journal.day import stored
from relaxapp.journal.pages import Pages, copy_line, lines_of, since_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime
    from io import FileIO
    from pathlib import Path

    from relaxapp.journal.database import Database
    from relaxapp.journal.merge import Contents

REACH = timedelta(days=90)
"""How long a line is kept once the journal has what it says."""
MOST_AT_ONCE = 5_000
"""How many lines at once are written; an import of more is in the journal and its copies alone."""
_FEW_LINES = 100


def daybooks_folder(folder: Path) -> Path:
    """Where the daybooks of the journal in `folder` are."""
    return folder / "daybooks"


class Daybook:
    """The daybook of one computer. Its processes write to it one at a time: inside a transaction.

    A file syncer never has two versions of such a file to choose from, as nobody else writes it.

    Attributes:
        path: the file, of one JSON object a line; made with its folder when first needed.
        trouble: a sentence that says why it could not be written; empty if it could.
    """

    def __init__(self, folder: Path, computer: str, now: Callable[[], datetime]) -> None:
        """Receives the journal's folder, what this computer goes by, and what tells the time."""
        self.path = daybooks_folder(folder) / f"{computer}.jsonl"
        self.trouble = ""
        self._now = now

    @contextmanager
    def transaction(self, database: Database) -> Iterator[list[Contents]]:
        """A transaction of the journal; the contents added to the list are written down with it.

        A daybook that cannot be written keeps nothing from being written to the journal.
        """
        changes: list[Contents] = []
        added: tuple[int, int] | None = None
        try:
            with database.transaction():
                yield changes
                added = self._add([line for contents in changes for line in lines_of(contents)])
        except BaseException:
            if added is not None:
                self._take_back(*added)
            raise

    def read(self) -> Pages:
        """What is in it, from the first line to the last."""
        pages = Pages()
        with self._telling(), suppress(FileNotFoundError):
            pages.read(self.path)
        return pages

    def note_copy(self, database: Database, path: str) -> None:
        """Writes down where the journal's daily copy is."""
        with database.transaction():
            self._add([copy_line(path)])

    def tidy(self, database: Database, pages: Pages | None = None) -> None:
        """Lets go of what the journal has for long, and of the contents of what was taken out.

        Args:
            database: the journal, which has taken in all daybooks.
            pages: what is in the daybook, if it has been read.
        """
        before = stored(self._now() - REACH)
        if not self._is_tidy(database, pages or self.read(), before):
            with database.transaction(), self._telling():
                # Another process may have written meanwhile.
                self._write_anew(self.read().lines_to_keep(database, before))

    @staticmethod
    def _is_tidy(database: Database, pages: Pages, before: int) -> bool:
        most = max(_FEW_LINES, 2 * pages.number_since(before))
        return pages.lines <= most and not pages.tell_of_deleted(database)

    def _add(self, lines: list[str]) -> tuple[int, int] | None:
        """Adds lines, down to the disk; how long the file was and is, None if nothing was added."""
        added: tuple[int, int] | None = None
        if not lines:
            return added
        now = since_line(stored(self._now()))
        with self._telling():
            self.path.parent.mkdir(exist_ok=True)
            with self.path.open("ab+", buffering=0) as file:
                size = file.seek(0, os.SEEK_END)
                if len(lines) > MOST_AT_ONCE:
                    lines = [now]
                elif not size or self.trouble:
                    lines = [now, *lines]
                if not _ends_a_line(file):
                    # A line that was cut off must not take the next one with it.
                    lines = ["", *lines]
                try:
                    _write(file, lines)
                except OSError:
                    with suppress(OSError):
                        file.truncate(size)
                    raise
                end = file.seek(0, os.SEEK_END)
            self.trouble = ""
            added = size, end
        return added  # noqa: RET504 - an error may have been told in its place

    def _take_back(self, size: int, end: int) -> None:
        # Unless another process has written since: what is then too much was at least meant.
        with suppress(OSError), self.path.open("rb+") as file:
            if file.seek(0, os.SEEK_END) == end:
                file.truncate(size)

    def _write_anew(self, lines: list[str]) -> None:
        partial = self.path.with_name(f"{self.path.name}.partial")
        try:
            with partial.open("wb", buffering=0) as file:
                _write(file, lines)
            partial.replace(self.path)
        finally:
            partial.unlink(missing_ok=True)

    @contextmanager
    def _telling(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            self.trouble = (
                f"The daybook {self.path} could not be kept ({error.strerror or error}). The journal "
                "is written as ever; the daybook would bring back what another computer that shares "
                "the folder, or a damaged disk, took from it. Check that you may write there, and "
                "that the disk has room."
            )


def _ends_a_line(file: FileIO) -> bool:
    size = file.seek(0, os.SEEK_END)
    if not size:
        return True
    file.seek(size - 1)
    return file.read(1) == b"\n"


def _write(file: FileIO, lines: list[str]) -> None:
    rest = memoryview("".join(f"{line}\n" for line in lines).encode("ascii"))
    while rest:
        rest = rest[file.write(rest) :]
    os.fsync(file.fileno())
