"""What the session page needs of the one who leads a session."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from relaxapp.script.body import Area
    from relaxapp.session.conductor import Glance
    from relaxapp.session.session import State
    from relaxapp.timeline.clip import Bus
    from relaxapp.timeline.timeline import Timeline


class Leader(Protocol):
    """The part of a `Conductor` that the page looks at and passes wishes on to."""

    @property
    def timeline(self) -> Timeline:
        """What is being gone through."""

    @property
    def state(self) -> State:
        """Where the session is in its life."""

    @property
    def entry_id(self) -> int:
        """The session's entry in the journal."""

    def start(self) -> None:
        """Begin."""

    def pause(self) -> None:
        """Stand still until resumed."""

    def resume(self) -> None:
        """Go on from where it stood still."""

    def go_on(self) -> None:
        """Leave a wait."""

    def skip(self) -> None:
        """Leave this step for the next one."""

    def back(self) -> None:
        """Return to the start of this step or the one before."""

    def repeat(self) -> None:
        """Return to the start of this step."""

    def go_to(self, step: int) -> None:
        """Move to the start of a step."""

    def longer(self) -> None:
        """Make what is being done a bit longer."""

    def leave_out(self, areas: AbstractSet[Area]) -> None:
        """Leave areas of the body out from here on."""

    def set_volume(self, bus: Bus, level: float) -> None:
        """Set how loud a bus is, 0 to 1."""

    def stop(self) -> None:
        """End before the end."""

    def break_off(self) -> None:
        """End before the end; the sound goes on until it is faded out and closed."""

    def look(self) -> Glance:
        """See how far the session is."""


@dataclass(frozen=True, slots=True)
class Ended:
    """A session is over.

    Attributes:
        entry_id: its entry in the journal.
        state: whether it was finished or stopped.
    """

    entry_id: int
    state: State
