"""The scripts that lie in some folders, found by name."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from relaxapp.errors import NotFoundError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from relaxapp.script.problem import ScriptError
    from relaxapp.script.script import Script

_Stamp: TypeAlias = tuple[int, ...] | None
"""What tells whether a file is as it was; None where nothing does."""

SUFFIX = ".relax"
"""What the name of a script's file ends with."""


@dataclass(frozen=True, slots=True)
class Shelved:
    """A script in the library that can be used.

    Attributes:
        id: its file's name without the suffix.
        path: its file.
        script: the script as it was when it was read.
    """

    id: str
    path: Path
    script: Script


@dataclass(frozen=True, slots=True)
class Broken:
    """A script in the library that cannot be used as it stands.

    Attributes:
        id: its file's name without the suffix.
        path: its file.
        error: what is wrong with it.
    """

    id: str
    path: Path
    error: ScriptError


class Library:
    """The scripts in several folders.

    Every call looks at the folders anew, so that a script written a moment ago is there; a file
    that is as it was is not read again. A folder that does not exist is as good as empty.
    """

    def __init__(self, folders: Sequence[Path]) -> None:
        """Look in these folders; of scripts with the same id the one in the first folder counts."""
        self._folders = tuple(folders)
        self._read: dict[Path, tuple[_Stamp, Shelved | Broken]] = {}

    def ids(self) -> tuple[str, ...]:
        """The id of every script, in alphabetical order."""
        return tuple(sorted(self._paths()))

    def scripts(self) -> tuple[Shelved | Broken, ...]:
        """Every script, read; in alphabetical order of their ids."""
        paths = self._paths()
        kept, self._read = self._read, {}
        for id_, path in paths.items():
            stamp = _stamp(path)
            known = kept.get(path)
            if known is None or known[0] != stamp or stamp is None:
                known = (stamp, _taken(id_, path))
            self._read[path] = known
        return tuple(self._read[path][1] for _, path in sorted(paths.items()))

    def find(self, file_or_id: str) -> Path:
        """The file of a script.

        Args:
            file_or_id: the path of a file that exists, or an id, with or without its suffix.

        Raises:
            NotFoundError: there is neither such a file nor such an id.
        """
        try:
            path = Path(file_or_id)
            if path.is_file():
                return path
        except (OSError, ValueError):
            pass  # no file can have that name; an error about the name follows
        paths = self._paths()
        found = paths.get(file_or_id.removesuffix(SUFFIX))
        if found is not None:
            return found
        from relaxapp.script.suggestion import nearest, shown  # noqa: PLC0415 - as in `_taken`

        meant = nearest(Path(file_or_id).name.removesuffix(SUFFIX), tuple(paths))
        if meant is not None:
            hint = f"Did you mean '{meant}'?"
        elif paths:
            hint = f"There are: {', '.join(sorted(paths))}."
        else:
            hint = "There are no scripts at all where relaxapp looks for them."
        raise NotFoundError(f"There is no script '{shown(file_or_id)}'. {hint}")

    def _paths(self) -> dict[str, Path]:
        paths: dict[str, Path] = {}
        for folder in self._folders:
            for path in _script_files(folder):
                paths.setdefault(path.name.removesuffix(SUFFIX), path)
        return paths


def _script_files(folder: Path) -> list[Path]:
    try:
        return [
            path
            for path in folder.iterdir()
            if path.name.endswith(SUFFIX) and not path.name.startswith(".") and path.is_file()
        ]
    except OSError:
        return []  # no such folder, or one that cannot be looked into


def _stamp(path: Path) -> _Stamp:
    """What is different once a file was written, replaced or given to somebody else."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_ctime_ns, found.st_size, found.st_ino


def _taken(id_: str, path: Path) -> Shelved | Broken:
    from relaxapp.script.parser import read  # noqa: PLC0415 - the window is seen before it reads
    from relaxapp.script.problem import ScriptError  # noqa: PLC0415

    try:
        return Shelved(id_, path, read(path))
    except ScriptError as error:
        return Broken(id_, path, error)
