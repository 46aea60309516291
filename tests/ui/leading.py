"""A conductor whose session is wherever a test puts it, and timelines to put under it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from relaxapp.errors import DeviceError
from relaxapp.script.body import AREAS_BY_NAME, Area
from relaxapp.script.cue import BreathMove
from relaxapp.session.conductor import Glance
from relaxapp.session.session import Happening, PhaseBegan, State
from relaxapp.timeline.clip import Bus, Clip, Swell, frames
from relaxapp.timeline.phase import Breath, Caption, Phase, PhaseKind, StepSpan
from relaxapp.timeline.timeline import Timeline

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet


@dataclass(frozen=True)
class Part:
    """One phase to come: its step, its kind, its seconds, and what it is about."""

    step: str
    kind: PhaseKind
    seconds: float
    group: str = ""
    scene: str = ""
    breath: Breath | None = None


def timeline_of(parts: Sequence[Part], *, buses: Sequence[Bus] = tuple(Bus)) -> Timeline:
    """Parts one after the other; each step's first phase says "Now: STEP."."""
    phases: list[Phase] = []
    steps: list[StepSpan] = []
    captions: list[Caption] = []
    at = 0
    for part in parts:
        end = at + frames(part.seconds)
        if not steps or steps[-1].title != part.step:
            steps.append(StepSpan(part.step, at, end))
            captions.append(Caption(at, end, f"Now: {part.step}."))
        else:
            steps[-1] = StepSpan(part.step, steps[-1].start, end)
        phases.append(
            Phase(
                start=at,
                end=end,
                kind=part.kind,
                step=len(steps) - 1,
                label="",
                group=part.group,
                areas=AREAS_BY_NAME.get(part.group, frozenset()),
                scene=part.scene,
                breath=part.breath,
            )
        )
        at = end
    return Timeline(
        title="A session",
        length=at,
        phases=tuple(phases),
        steps=tuple(steps),
        captions=tuple(captions),
        clips=tuple(Clip(0, at, bus, Swell(BreathMove.IN)) for bus in buses),
    )


def muscles() -> Timeline:
    """Settle 10 s; shoulders tense 6 s, release 30 s; jaw tense 6 s, release 30 s; return 10 s."""
    return timeline_of(
        [
            Part("Settle", PhaseKind.SAY, 10),
            Part("Shoulders", PhaseKind.TENSE, 6, "shoulders"),
            Part("Shoulders", PhaseKind.RELEASE, 30, "shoulders"),
            Part("Jaw", PhaseKind.TENSE, 6, "jaw"),
            Part("Jaw", PhaseKind.RELEASE, 30, "jaw"),
            Part("Return", PhaseKind.SAY, 10),
        ]
    )


def breaths() -> Timeline:
    """Settle 10 s; four breaths, in 4 s and out 6 s."""
    parts = [Part("Settle", PhaseKind.SAY, 10)]
    for cycle in range(1, 5):
        parts.append(Part("Breathe", PhaseKind.INHALE, 4, breath=Breath(cycle, 4, 0, 1)))
        parts.append(Part("Breathe", PhaseKind.EXHALE, 6, breath=Breath(cycle, 4, 1, 0)))
    return timeline_of(parts, buses=(Bus.VOICE, Bus.BREATH))


def shore() -> Timeline:
    """Arrive 10 s; a shore 60 s; return 10 s."""
    return timeline_of(
        [
            Part("Arrive", PhaseKind.SAY, 10),
            Part("Shore", PhaseKind.IMAGINE, 60, scene="shore"),
            Part("Return", PhaseKind.SAY, 10),
        ]
    )


@dataclass
class FakeLeader:
    """Leads a session by hand: a test moves `seconds`, and sees in `wishes` what it was asked."""

    timeline: Timeline
    seconds: float = 0.0
    state: State = State.READY
    is_waiting: bool = False
    trouble: str | None = None
    remark: str | None = None
    has_device: bool = True
    entry_id: int = 7
    looks: int = 0
    wishes: list[str] = field(default_factory=list)
    volumes: dict[Bus, float] = field(default_factory=dict)
    happenings: tuple[Happening, ...] = ()

    def start(self) -> None:
        self._wish("start")
        self.state = State.RUNNING

    def pause(self) -> None:
        self._wish("pause")
        self.state = State.PAUSED

    def resume(self) -> None:
        self._wish("resume")
        self.trouble = None
        self.state = State.RUNNING

    def go_on(self) -> None:
        self._wish("go on")
        self.is_waiting = False

    def skip(self) -> None:
        self._wish("skip")

    def back(self) -> None:
        self._wish("back")

    def repeat(self) -> None:
        self._wish("repeat")

    def go_to(self, step: int) -> None:
        self._wish(f"go to {step}")

    def longer(self) -> None:
        self._wish("longer")

    def leave_out(self, areas: AbstractSet[Area]) -> None:
        self._wish(f"leave out {', '.join(sorted(areas))}")

    def break_off(self) -> None:
        self._wish("break off")
        self.state = State.STOPPED

    def stop(self) -> None:
        self._wish("stop")
        self.state = State.STOPPED

    def set_volume(self, bus: Bus, level: float) -> None:
        self.volumes[bus] = level

    def look(self) -> Glance:
        self.looks += 1
        position = frames(self.seconds)
        happenings, self.happenings = self.happenings, ()
        return Glance(
            position=position,
            length=self.timeline.length,
            state=self.state,
            phase=self.timeline.at(position),
            caption=self.timeline.caption_at(position),
            is_waiting=self.is_waiting,
            trouble=self.trouble,
            remark=self.remark,
            happenings=happenings,
        )

    def begin(self, seconds: float) -> None:
        """Come into the phase at a second."""
        self.seconds = seconds
        self.happenings = (PhaseBegan(self.timeline.at(frames(seconds))),)

    def _wish(self, wish: str) -> None:
        self.wishes.append(wish)
        if not self.has_device and wish in {"start", "resume"}:
            self.wishes.pop()
            message = "There is no sound device."
            raise DeviceError(message)
