"""A script that can be opened: from the shelves of the library, or a file somebody brought."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from relaxapp.script.problem import Problem
    from relaxapp.script.script import Script

_FIRST = ("muscle relaxation", "breathing", "visualisation", "body scan")


def rank(technique: str) -> tuple[int, str]:
    """Where a technique stands among all: those looked for most come first, others by their name."""
    name = technique.casefold()
    return (_FIRST.index(name) if name in _FIRST else len(_FIRST), name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """One script, readable or not.

    Attributes:
        script_id: what it goes by.
        path: its file.
        script: what was read; None if it cannot be read as it stands.
        problems: what was found in it: errors and warnings, or warnings alone.
        is_mine: whether it is the person's own.
    """

    script_id: str
    path: Path
    script: Script | None
    problems: tuple[Problem, ...] = ()
    is_mine: bool = False

    @property
    def title(self) -> str:
        """What to call it: the script's title, or the file's name while it cannot be read."""
        return self.script.title if self.script else self.path.name
