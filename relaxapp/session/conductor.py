"""The one who leads a session: keeps player, session and record together, and is looked at for what to show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from relaxapp.session.session import Happening, Session, State
from relaxapp.sound.volumes import Volumes
from relaxapp.timeline.clip import Bus, frames
from relaxapp.timeline.leaving_out import leave_out
from relaxapp.timeline.lengthening import lengthen

if TYPE_CHECKING:
    from collections.abc import Callable
    from collections.abc import Set as AbstractSet

    from relaxapp.script.body import Area
    from relaxapp.session.clock import Clock
    from relaxapp.session.record import Record
    from relaxapp.sound.mix import Mix
    from relaxapp.sound.players.player import Player
    from relaxapp.timeline.phase import Phase
    from relaxapp.timeline.timeline import Timeline

A_BIT_LONGER_FRAMES = frames(30)
"""What "a bit longer" adds."""
ASLEEP_SECONDS = 5.0
"""A gap of this length between two looks at a running session means that the computer slept."""

_SLEPT = "The computer was asleep. The session waited where it was."
_DEVICE_LOST = (
    "The sound device went away. The session waits where it was; going on tries the sound again."
)
_UNHEARD = "There is no sound device any more, so the session goes on without sound."


@dataclass(frozen=True, slots=True)
class Glance:
    """What there is to show of a session at one moment.

    Attributes:
        position: the frame heard now.
        length: frames of the whole.
        state: where the session is in its life.
        phase: the phase at the position.
        caption: the sentence at the position; may be empty.
        is_waiting: whether it stands at a wait until the person goes on.
        trouble: a sentence about why it stands still without being asked to; None otherwise.
        remark: a sentence about something that does not keep it from going on; None otherwise.
        happenings: what happened since the last look.
    """

    position: int
    length: int
    state: State
    phase: Phase
    caption: str
    is_waiting: bool
    trouble: str | None
    remark: str | None
    happenings: tuple[Happening, ...]


class Conductor:
    """Leads one session from its start to its end.

    Whoever shows the session calls `look` again and again: often while something moves, and at
    least once a second while nothing does. Between two looks nothing happens but sound.

    Args:
        session: the session, not yet started.
        player: the way to the ears, with the mix of the session's timeline.
        open_player: another player for a mix, after the first one lost its device.
        mix_of: the mix of a timeline that was changed on the way.
        record: the entry in the journal.
        clock: where time comes from.
        volumes: how loud the mix is at the beginning.
    """

    def __init__(
        self,
        *,
        session: Session,
        player: Player,
        open_player: Callable[[Mix], Player],
        mix_of: Callable[[Timeline], Mix],
        record: Record,
        clock: Clock,
        volumes: Volumes | None = None,
    ) -> None:
        self._session = session
        self._player = player
        self._open_player = open_player
        self._mix_of = mix_of
        self._record = record
        self._clock = clock
        self._trouble: str | None = None
        self._is_unheard = False
        self._happenings: list[Happening] = []
        self._looked_at = clock.monotonic()
        self._looked_on = clock.now()
        self._volumes: dict[Bus, float] = {}
        self._volumes_at_first = volumes or Volumes()

    @property
    def timeline(self) -> Timeline:
        """What is being gone through."""
        return self._session.timeline

    @property
    def state(self) -> State:
        """Where the session is in its life."""
        return self._session.state

    @property
    def entry_id(self) -> int:
        """The session's entry in the journal."""
        return self._record.entry_id

    def start(self) -> None:
        """Begin."""
        self._looked()
        self._player.start()
        self._happenings += self._session.start()

    def pause(self) -> None:
        """Stand still until resumed."""
        self._player.pause()
        self._session.pause()
        self._record.paused(self._session)

    def resume(self) -> None:
        """Go on from where it stood still, with a new player if the old one lost its device."""
        self._looked()
        self._trouble = None
        if self._player.lost:
            self._change_player()
        else:
            self._player.resume()
        self._session.resume()
        self._record.resumed()

    def go_on(self) -> None:
        """Leave a wait."""
        self._player.go_on()

    def skip(self) -> None:
        """Leave this step for the next one; after the last one the session is finished."""
        frame = self._session.skip()
        if frame is None:
            self._end()
        else:
            self._player.seek(frame)

    def back(self) -> None:
        """Return to the start of this step, or of the one before if this one only just began."""
        self._player.seek(self._session.back())

    def repeat(self) -> None:
        """Return to the start of this step."""
        self._player.seek(self._session.repeat())

    def go_to(self, step: int) -> None:
        """Move to the start of a step."""
        self._player.seek(self._session.go_to(step))

    def longer(self) -> None:
        """Make what is being done a bit longer."""
        self._go_on_in(lengthen(self.timeline, self._session.position, A_BIT_LONGER_FRAMES))

    def leave_out(self, areas: AbstractSet[Area]) -> None:
        """Leave areas of the body out from here on, and what is being done with them now."""
        here = self._session.position
        if self._session.state is State.RUNNING and not self._player.lost:
            here = max(here, self._player.position)
        timeline = leave_out(self.timeline, here, areas)
        if timeline is not self.timeline:
            self._go_on_in(timeline)
        self._record.left_out(areas)

    def set_volume(self, bus: Bus, level: float) -> None:
        """Set how loud a bus is, 0 to 1."""
        self._volumes[bus] = level
        self._player.set_volume(bus, level)

    def stop(self) -> None:
        """End before the end."""
        self._session.stop()
        self._end()

    def break_off(self) -> None:
        """End before the end, and let the sound go on until `close`, so that it can be faded out."""
        self._session.stop()
        self._record.finish(self._session)

    def soften(self, share: float) -> None:
        """Make everything as soft as a share, 0 to 1, of what was chosen."""
        for bus in Bus:
            level = self._volumes.get(bus, self._volumes_at_first.level(bus))
            self._player.set_volume(bus, level * share)

    def close(self) -> None:
        """Let go of the sound; harmless when it was done before."""
        self._player.close()

    def look(self) -> Glance:
        """See how far the session is; writes the record as it goes."""
        if self._session.state is State.RUNNING:
            self._follow()
        happenings, self._happenings = tuple(self._happenings), []
        position = self._session.position
        return Glance(
            position=position,
            length=self.timeline.length,
            state=self._session.state,
            phase=self.timeline.at(position),
            caption=self.timeline.caption_at(position),
            is_waiting=self._session.state is State.RUNNING and self._player.standing,
            trouble=self._trouble,
            remark=self._record.trouble or (_UNHEARD if self._is_unheard else None),
            happenings=happenings,
        )

    def _go_on_in(self, timeline: Timeline) -> None:
        self._session.replace(timeline)
        self._player.replace(self._mix_of(timeline))

    def _follow(self) -> None:
        if self._slept():
            self._stand_still(_SLEPT)
        elif self._player.lost:
            self._stand_still(_DEVICE_LOST)
        else:
            self._happenings += self._session.advance(self._player.position)
            if self._session.state is State.FINISHED:
                self._end()
            else:
                self._record.keep_up(self._session)

    def _slept(self) -> bool:
        """Whether either clock made a leap since the last look."""
        passed = self._clock.monotonic() - self._looked_at
        passed_by_day = (self._clock.now() - self._looked_on).total_seconds()
        self._looked()
        return max(passed, passed_by_day) > ASLEEP_SECONDS

    def _looked(self) -> None:
        self._looked_at = self._clock.monotonic()
        self._looked_on = self._clock.now()

    def _stand_still(self, trouble: str) -> None:
        """Pause at the last position known, not where a clock ran to unheard."""
        self._trouble = trouble
        if not self._player.lost:
            self._player.pause()
            self._player.seek(self._return_frame)
        self._session.pause()
        self._record.paused(self._session)

    def _change_player(self) -> None:
        self._player.close()
        self._player = self._open_player(self._mix_of(self.timeline))
        for bus, level in self._volumes.items():
            self._player.set_volume(bus, level)
        self._player.seek(self._return_frame)
        self._player.start()
        self._is_unheard = self._player.name == "silent"

    @property
    def _return_frame(self) -> int:
        """Where to go on: one frame before a wait, at which the session then waits as before."""
        position = self._session.position
        return position - 1 if position in self.timeline.stops else position

    def _end(self) -> None:
        self._record.finish(self._session)
        self._player.close()
