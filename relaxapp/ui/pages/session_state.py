"""What the desktop is told of a session while it is on."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SessionState:
    """A session at the moment it was told of.

    Attributes:
        title: what it is called.
        step: the title of the step it is in.
        played_seconds: where in it one is.
        length_seconds: how long all of it is.
        running: whether it moves; a pause and a wait are the same here.
        is_over: whether nothing more will happen.
    """

    title: str
    step: str
    played_seconds: float
    length_seconds: float
    running: bool
    is_over: bool = False
