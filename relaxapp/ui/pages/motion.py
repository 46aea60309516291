"""How often what is shown of a session changes."""

from __future__ import annotations

from enum import Enum, auto


class Motion(Enum):
    """How often the stage wants to be shown the next moment."""

    STANDING = auto()
    """Only numbers change, or a tone so slowly that nobody sees steps."""
    DRIFTING = auto()
    """Something moves slowly."""
    MOVING = auto()
