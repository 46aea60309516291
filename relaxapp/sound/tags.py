"""What an exported recording says about itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from relaxapp.script.script import Script
    from relaxapp.timeline.timeline import Timeline


@dataclass(frozen=True, slots=True)
class Chapter:
    """A part of a recording that a player can jump to.

    Attributes:
        title: what it is called.
        start: its first frame.
        end: the frame after its last.
    """

    title: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class ExportTags:
    """What is written into a recording beside its sound; nothing of it has to be there.

    Attributes:
        title: the script's.
        author: who wrote the script.
        day: the day it was exported, as `2026-11-24`.
        cover: a picture, as the bytes of a PNG file.
        chapters: in order, not overlapping.
    """

    title: str = ""
    author: str = ""
    day: str = ""
    cover: bytes = b""
    chapters: tuple[Chapter, ...] = ()


def tags_of(script: Script, timeline: Timeline, day: date, cover: bytes = b"") -> ExportTags:
    """The tags of a session that is exported, a chapter for each of its steps."""
    return ExportTags(
        title=script.title,
        author=script.author,
        day=day.isoformat(),
        cover=cover,
        chapters=tuple(Chapter(step.title, step.start, step.end) for step in timeline.steps),
    )
