"""Where a session is while it plays: pausing, seeking, waiting, and every change without a click."""

from __future__ import annotations

import threading
from bisect import bisect_right
from typing import TYPE_CHECKING

import numpy as np

from relaxapp.sound.mix import gains
from relaxapp.sound.ramp import Ramp
from relaxapp.sound.record import Record
from relaxapp.sound.volumes import gain
from relaxapp.timeline.clip import Bus, frames

if TYPE_CHECKING:
    from relaxapp.sound.envelope import Gain
    from relaxapp.sound.mix import Mix
    from relaxapp.sound.samples import Block

PAUSE_SECONDS = 0.2
"""How long sound takes to go when paused, and to come back."""
JUMP_SECONDS = 0.06
"""How long the place left and the place sought sound together."""
VOLUME_SECONDS = 0.05
"""How long a volume takes to change."""
LIFT_SECONDS = 2.0
"""How long ambience takes to come up when the position stands."""
LOWER_SECONDS = 0.4
"""How long it takes to go back under the voice."""


class _Place:
    """A position in a mix that moves on, or stands while only the ambience does."""

    def __init__(self, mix: Mix, position: int, ahead: int = 0) -> None:
        self.mix = mix
        self.position = position
        self.ahead = ahead
        self.standing = False
        self.lift = Ramp(0)

    @property
    def ended(self) -> bool:
        return self.position >= self.mix.length

    def room(self) -> int | None:
        """Frames until the position stands or ends; None where it does."""
        if self.standing or self.ended:
            return None
        stops = self.mix.stops
        following = bisect_right(stops, self.position)
        end = stops[following] if following < len(stops) else self.mix.length
        return min(end, self.mix.length) - self.position

    def render(self, count: int, volumes: dict[Bus, Gain]) -> Block:
        """The frames of the next `go(count)`, which comes after it."""
        return self.mix.render(
            self.position,
            count,
            volumes,
            ahead=self.ahead,
            lift=self.lift.take(count),
            standing=self.standing,
        )

    def go(self, count: int) -> None:
        """Move on by `count` frames, or less far where a stop or the end is nearer."""
        if self.standing:
            self.ahead += count
        elif (room := self.room()) is not None:
            self.position += min(count, room)
            if count >= room and not self.ended:
                self.stand()

    def stand(self) -> None:
        self.standing = True
        self.lift.toward(1, frames(LIFT_SECONDS))

    def leave(self) -> None:
        if self.standing:
            self.standing = False
            self.lift.toward(0, frames(LOWER_SECONDS))


class Transport:
    """A mix being played, whatever plays it.

    A device pulls frames out of it from its own thread; everything else may be called from any
    thread at any time. Pausing fades out, then the position stands and silence comes out; a
    seek or a new timeline fades over from the old place; at a stop the position stands while the
    ambience goes on.
    """

    def __init__(self, mix: Mix) -> None:
        """Stand at the beginning of a mix, ready to play."""
        self._lock = threading.Lock()
        # The last place is where we are; those before it are fading out, each ramp says how far
        # its place has come in over those before.
        self._places = [(_Place(mix, 0), Ramp(1))]
        self._volumes = {bus: Ramp(float(level)) for bus, level in gains(mix.volumes).items()}
        self._playing = Ramp(1)
        self._heard_anything = False
        self._out = 0
        self._record = Record(0, 0)

    def pull(self, count: int) -> Block:
        """The next `count` frames for a device: float32, shape (count, 2)."""
        block = np.zeros((count, 2), np.float32)
        with self._lock:
            self._advance(count, block)
        return block

    def skip(self, count: int) -> None:
        """Let `count` frames pass as `pull` would, without working them out."""
        with self._lock:
            self._advance(count, None)

    def pause(self, *, at_once: bool = False) -> None:
        """Fade out, or fall silent at once where nobody listens; then the position stands."""
        with self._lock:
            fades = self._heard_anything and not at_once
            self._playing.toward(0, frames(PAUSE_SECONDS) if fades else 0)

    def resume(self) -> None:
        """Go on from where the position stands, fading in."""
        with self._lock:
            self._playing.toward(1, frames(PAUSE_SECONDS))

    def seek(self, frame: int) -> None:
        """Go to a frame (kept within the mix), and do not stand there even if it is a stop."""
        with self._lock:
            here = self._here
            frame = max(0, min(frame, here.mix.length))
            # The ambience goes on as it is: only the gain it has in the new place is faded to.
            ahead = here.ahead + here.position - frame
            self._jump(_Place(here.mix, frame, ahead))
            self._record = Record(self._out, frame)

    def go_on(self) -> None:
        """Leave the stop at which the position stands; nothing happens elsewhere."""
        with self._lock:
            self._here.leave()

    def replace(self, mix: Mix) -> None:
        """Go on in another mix at the same position.

        The volumes stay as they are set here. Where the two mixes agree nothing is heard of it.
        """
        with self._lock:
            here = self._here
            place = _Place(mix, min(here.position, mix.length), here.ahead)
            place.lift = here.lift.copy()
            if here.standing and here.position in mix.stops:
                place.standing = True
            else:
                place.leave()
            self._jump(place)

    def set_volume(self, bus: Bus, level: float) -> None:
        """Set a bus to a volume, 0 to 1."""
        with self._lock:
            self._volumes[bus].toward(gain(level), frames(VOLUME_SECONDS))

    @property
    def mix(self) -> Mix:
        """What is being played."""
        return self._here.mix

    @property
    def position(self) -> int:
        """The frame that comes out next."""
        return self._here.position

    @property
    def standing(self) -> bool:
        """Whether the position stands at a stop."""
        return self._here.standing

    @property
    def ended(self) -> bool:
        """Whether everything has come out."""
        return self._here.ended

    @property
    def paused(self) -> bool:
        """Whether it is paused or on its way there."""
        return self._playing.target == 0

    @property
    def out(self) -> int:
        """How many frames have come out of it in all, silence included."""
        return self._out

    def position_at(self, out: int) -> int:
        """The position when the frame number `out` of all that came out is heard.

        Frames before the last seek count as the place sought: what is shown follows a seek at
        once, although a device still has the old place in its buffer.
        """
        with self._lock:
            return self._record.position_at(min(out, self._out))

    @property
    def _here(self) -> _Place:
        return self._places[-1][0]

    def _jump(self, place: _Place) -> None:
        """Fade over to a place, or be there at once where nothing is to be heard anyway."""
        _, coming = self._places[-1]
        if not self._heard_anything or self._silent:
            self._places = [(place, Ramp(1))]
        elif coming.value == 0:
            # Nothing has been heard of the last place yet: it is passed over.
            self._places[-1] = (place, coming)
        else:
            fade = Ramp(0)
            fade.toward(1, frames(JUMP_SECONDS))
            self._places.append((place, fade))

    @property
    def _silent(self) -> bool:
        return self._playing.value == 0 and not self._playing.left

    def _advance(self, count: int, block: Block | None) -> None:
        self._heard_anything = self._heard_anything or count > 0
        done = 0
        while done < count:
            here = self._here
            moving = not (self._silent or here.standing or here.ended)
            self._record.note(self._out, here.position, moving=moving)
            step = self._step(count - done)
            if not self._silent:
                if block is None:
                    self._pass_over(step)
                else:
                    block[done : done + step] = self._render(step)
                for place, _ in self._places:
                    place.go(step)
                self._forget_places()
            self._out += step
            done += step

    def _step(self, count: int) -> int:
        """Frames that can be treated alike: up to a stop, the end, or the end of a pause's fade."""
        if self._silent:
            return count
        room = self._here.room()
        if room is not None:
            count = min(count, room)
        if self._playing.target == 0:
            count = min(count, self._playing.left)
        return count

    def _render(self, count: int) -> Block:
        volumes = {bus: ramp.take(count) for bus, ramp in self._volumes.items()}
        (first, come), *others = self._places
        come.skip(count)
        block = first.render(count, volumes)
        for place, coming in others:
            # Where the two agree, exactly nothing changes.
            block = block + (place.render(count, volumes) - block) * coming.take(count)
        return block * self._playing.take(count)

    def _pass_over(self, count: int) -> None:
        for ramp in (*self._volumes.values(), self._playing):
            ramp.skip(count)
        for place, coming in self._places:
            place.lift.skip(count)
            coming.skip(count)

    def _forget_places(self) -> None:
        """Let go of the places that have faded out."""
        while len(self._places) > 1 and self._places[1][1].value == 1:
            del self._places[0]
