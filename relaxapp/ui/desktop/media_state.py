"""A session as panels, lock screens and headsets show it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MediaState:
    """What runs, and what can be asked of it.

    Attributes:
        title: what the session is called.
        step: where it is, shown below the title; empty for nothing.
        length_seconds: how long all of it is.
        position_seconds: where in it one is, at the moment this is shown.
        playing: whether it moves; a pause and a wait are the same here.
        can_go_next: whether there is a step to jump to.
        can_go_back: whether there is one to go back to.
    """

    title: str
    step: str = ""
    length_seconds: float = 0.0
    position_seconds: float = 0.0
    playing: bool = False
    can_go_next: bool = True
    can_go_back: bool = True
