"""A report's file that is there whole or not at all, and a sentence where it cannot be written."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from relaxapp.errors import ExportError, advice
from relaxapp.sound.whole_file import whole_file

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@contextmanager
def written_whole(path: Path) -> Iterator[Path]:
    """Gives a path to write to; what was written there is put at `path` when it is whole.

    Raises:
        ExportError: it cannot be written; `path` is as it was.
    """
    # Whoever keeps the file elsewhere and links to it keeps the link.
    target = path.resolve()
    if target.is_dir():
        raise ExportError(f"{path} is a folder. Give the report a file's name in it.")
    try:
        with whole_file(target) as part:
            yield part
    except OSError as error:
        raise ExportError(f"The report could not be saved as {path}: {advice(error)}.") from error
