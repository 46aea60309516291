"""One session as a state machine: told the position, it says what happened; asked to move, it says where to."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from relaxapp.timeline.clip import frames

if TYPE_CHECKING:
    from relaxapp.timeline.phase import Phase
    from relaxapp.timeline.timeline import Timeline

BACK_WITHIN_FRAMES = frames(3)
"""Going back within this time after a step began leads to the step before it."""


class State(StrEnum):
    """Where a session is in its life."""

    READY = "ready"
    RUNNING = "running"
    PAUSED = "paused"
    FINISHED = "finished"
    STOPPED = "stopped"

    @property
    def is_over(self) -> bool:
        """Whether nothing more will happen."""
        return self in {State.FINISHED, State.STOPPED}


@dataclass(frozen=True, slots=True)
class PhaseBegan:
    """The session came into another phase."""

    phase: Phase


@dataclass(frozen=True, slots=True)
class StepBegan:
    """The session came into another step, by playing or by being moved."""

    step: int


@dataclass(frozen=True, slots=True)
class Finished:
    """The session came to its end."""


Happening: TypeAlias = PhaseBegan | StepBegan | Finished


class Session:
    """One session in its states; knows no clock, no player and no journal.

    Time is told to it as a position in frames. What is asked of it in a state that does not allow
    it (such as a pause before the start) is a mistake of the caller and raises `RuntimeError`.
    """

    def __init__(self, timeline: Timeline) -> None:
        self._timeline = timeline
        self._state = State.READY
        self._position = 0
        self._played = 0
        self._skipped_steps = 0
        self._phase = -1

    @property
    def timeline(self) -> Timeline:
        """What is being gone through, with what was added on the way."""
        return self._timeline

    @property
    def state(self) -> State:
        """Where the session is in its life."""
        return self._state

    @property
    def position(self) -> int:
        """The frame told last, or moved to since."""
        return self._position

    @property
    def played_frames(self) -> int:
        """Frames that really passed while running; what was skipped does not count."""
        return self._played

    @property
    def skipped_steps(self) -> int:
        """How many steps were left before their end."""
        return self._skipped_steps

    @property
    def phase(self) -> Phase:
        """The phase at the position."""
        return self._timeline.at(self._position)

    @property
    def step(self) -> int:
        """The index of the step at the position."""
        return self.phase.step

    def start(self) -> tuple[Happening, ...]:
        """Begin at the first frame."""
        self._expect(State.READY)
        self._state = State.RUNNING
        return self._arrive(0)

    def pause(self) -> None:
        """Stand still until resumed."""
        self._expect(State.RUNNING)
        self._state = State.PAUSED

    def resume(self) -> None:
        """Go on from where it stood still."""
        self._expect(State.PAUSED)
        self._state = State.RUNNING

    def stop(self) -> None:
        """End before the end."""
        self._expect(State.READY, State.RUNNING, State.PAUSED)
        self._state = State.STOPPED

    def advance(self, position: int) -> tuple[Happening, ...]:
        """Take note of the frame that is heard now, and say what happened since.

        A late note runs through nothing twice: only the phase that is reached begins. A position
        behind the one known is taken for the known one.
        """
        self._expect(State.RUNNING, State.PAUSED)
        position = min(max(position, self._position), self._timeline.length)
        self._played += position - self._position
        return self._arrive(position)

    def skip(self) -> int | None:
        """Leave this step; returns the frame the next one begins at, None if that was the last.

        Leaving the last step finishes the session.
        """
        self._expect(State.RUNNING, State.PAUSED)
        following = self.step + 1
        self._skipped_steps += 1
        if following == len(self._timeline.steps):
            self._state = State.FINISHED
            return None
        return self._move(self._timeline.steps[following].start)

    def back(self) -> int:
        """Return to the start of this step, or of the one before if this one only just began."""
        self._expect(State.RUNNING, State.PAUSED)
        step = self.step
        start = self._timeline.steps[step].start
        if self._position - start <= BACK_WITHIN_FRAMES and step > 0:
            start = self._timeline.steps[step - 1].start
        return self._move(start)

    def repeat(self) -> int:
        """Return to the start of this step."""
        self._expect(State.RUNNING, State.PAUSED)
        return self._move(self._timeline.steps[self.step].start)

    def go_to(self, step: int) -> int:
        """Move to the start of a step."""
        self._expect(State.RUNNING, State.PAUSED)
        return self._move(self._timeline.steps[step].start)

    def replace(self, timeline: Timeline) -> None:
        """Go on with another timeline that is the same up to the position."""
        self._expect(State.RUNNING, State.PAUSED)
        self._timeline = timeline

    def _move(self, frame: int) -> int:
        self._position = frame
        self._phase = -1
        return frame

    def _arrive(self, position: int) -> tuple[Happening, ...]:
        self._position = position
        happenings: list[Happening] = []
        phase = self._timeline.index_at(position)
        if phase != self._phase:
            step_before = self._timeline.phases[self._phase].step if self._phase >= 0 else -1
            self._phase = phase
            reached = self._timeline.phases[phase]
            if reached.step != step_before:
                happenings.append(StepBegan(reached.step))
            happenings.append(PhaseBegan(reached))
        if position >= self._timeline.length:
            self._state = State.FINISHED
            happenings.append(Finished())
        return tuple(happenings)

    def _expect(self, *states: State) -> None:
        if self._state not in states:
            raise RuntimeError(f"not while {self._state}: allowed while {', '.join(states)}")
