"""A file that is there whole or not at all."""

from __future__ import annotations

import os
from contextlib import contextmanager
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def whole_file(path: Path, mode: int = 0o666) -> Iterator[Path]:
    """Give a path beside `path` to write to; what was written there replaces `path` at the end.

    If the block raises, `path` stays as it was. Either way nothing is left beside it.

    Args:
        path: where the file shall be; its folder must be there.
        mode: the rights it gets, less what the person's umask takes away.

    Raises:
        OSError: the folder cannot be written to, or the file not be put into its place.
    """
    with NamedTemporaryFile(
        dir=path.parent, prefix=f".{path.stem[:40]}-", suffix=".part", delete=False
    ) as file:
        part = Path(file.name)
    try:
        yield part
        # A temporary file is private until it gets the rights of an ordinary one.
        mask = os.umask(0)
        os.umask(mask)
        part.chmod(mode & ~mask)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
