"""What is seen and what is heard begin together: ten minutes on a hand-moved clock, with late timers and wishes in between."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING

import numpy as np
import pytest

from relaxapp.journal.entry import Plan
from relaxapp.session.conductor import Conductor
from relaxapp.session.record import Record
from relaxapp.session.session import Session
from relaxapp.sound.mix import Mix
from relaxapp.sound.players.miniaudio import PERIOD_MILLISECONDS, SERVER_SECONDS, MiniaudioPlayer
from relaxapp.timeline.clip import FRAMES_PER_SECOND, Bus, Clip, CueSound, frames
from relaxapp.timeline.phase import Breath, Phase, PhaseKind, StepSpan
from relaxapp.timeline.timeline import Timeline
from relaxapp.ui.pages.session import SessionPage

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator

    from pytestqt.qtbot import QtBot

    from relaxapp.journal.journal import Journal
    from relaxapp.sound.samples import Block
    from relaxapp.ui.theme import Theme
    from tests.ui.house import FakeClock

PICTURE_SECONDS = 1 / 60
"""How long one picture of a screen stands."""
TIMER_SECONDS = 0.002
"""How late a timer is on a computer with little to do."""
EARLY_ASK_SECONDS = 0.008
"""How much too early a device asks by turns."""
SETTLED_SECONDS = 0.5
"""After a jump a device has its buffer and a short fade still to play, while the picture is there."""
PERIOD_SECONDS = PERIOD_MILLISECONDS / 1000
LOUDNESS = 0.2
NAMES = 128
"""Sounds that can be told apart."""


class Named:
    """A sound that says which one it is, however loud: by the left channel as a share of the right."""

    length = frames(600)

    def __init__(self, number: int) -> None:
        self._left = np.float32(LOUDNESS * (number + 1) / NAMES)

    def read(self, _start: int, count: int) -> Block:
        block = np.full((count, 2), LOUDNESS, np.float32)
        block[:, 0] = self._left
        return block


class Palette:
    """A sound of its own for every phase."""

    def samples(self, clip: Clip) -> Named:
        return Named(int(clip.sound.name))


def names_in(block: Block) -> Block:
    """The number of the sound at every frame; -1 where it is too soft to tell."""
    right = block[:, 1]
    is_heard = right > LOUDNESS / 50
    share = np.divide(block[:, 0], right, out=np.zeros_like(right), where=is_heard)
    return np.where(is_heard, np.rint(share * NAMES) - 1, -1).astype(np.float32)


class Device:
    """What plays at the pace of the clock, and asks a little early by turns for what comes next.

    Attributes:
        changes: when which sound began to be heard: seconds and numbers.
    """

    backend = "PulseAudio"

    def __init__(self, clock: FakeClock, chance: Random) -> None:
        self._clock = clock
        self._chance = chance
        self._source: Generator[Block | bytes, int, None] | None = None
        self._given = 0
        self._first_at = 0.0
        self._last = -1
        self.ask_at = float("inf")
        self.changes: list[tuple[float, int]] = []

    def start(self, callback_generator: Generator[Block | bytes, int, None]) -> None:
        self._source = callback_generator
        self._first_at = self._clock.seconds + SERVER_SECONDS
        self.ask()

    def ask(self) -> None:
        """Ask for as much as it always does."""
        assert self._source is not None
        block = self._source.send(frames(PERIOD_SECONDS))
        assert isinstance(block, np.ndarray)
        names = names_in(block)
        for at in np.flatnonzero(np.diff(names, prepend=self._last)):
            if names[at] >= 0:
                heard_at = self._first_at + (self._given + int(at)) / FRAMES_PER_SECOND
                self.changes.append((heard_at, int(names[at])))
        self._last = int(names[-1])
        self._given += len(block)
        early = self._chance.choice((0.0, self._chance.uniform(0, EARLY_ASK_SECONDS)))
        due = self._first_at + self._given / FRAMES_PER_SECOND - SERVER_SECONDS
        self.ask_at = max(due - early, self._clock.seconds)

    def close(self) -> None:
        self.ask_at = float("inf")

    def heard_at(self, seconds: float) -> int:
        """The number of the sound that is heard, or was heard last."""
        return self.changes[bisect_right(self.changes, (seconds, NAMES)) - 1][1]


def ten_minutes() -> Timeline:
    """Muscles tensed and let go, words, and breaths: 65 phases in 13 steps."""
    phases: list[Phase] = []
    steps: list[StepSpan] = []

    def add(kind: PhaseKind, seconds: float, breath: Breath | None = None) -> None:
        start = phases[-1].end if phases else 0
        step, label = len(steps), str(len(phases))
        end = start + frames(seconds)
        stretchable = kind is PhaseKind.RELEASE
        phases.append(Phase(start, end, kind, step, label, breath=breath, stretchable=stretchable))

    def close_step() -> None:
        first = next(phase.start for phase in phases if phase.step == len(steps))
        steps.append(StepSpan(f"Step {len(steps) + 1}", first, phases[-1].end))

    for part in range(12):
        # Lengths that are no whole number of milliseconds fall between the looks.
        if part % 3 == 2:
            for cycle in range(1, 3):
                add(PhaseKind.INHALE, 4.0371, Breath(cycle, 2, 0, 1))
                add(PhaseKind.EXHALE, 6.0113, Breath(cycle, 2, 1, 0))
        else:
            for _ in range(2):
                add(PhaseKind.SAY, 6.0317)
                add(PhaseKind.TENSE, 5.0093)
                add(PhaseKind.RELEASE, 15.0731)
        close_step()
    add(PhaseKind.SAY, frames(600) / FRAMES_PER_SECOND - phases[-1].end / FRAMES_PER_SECOND)
    close_step()
    return Timeline(
        title="In step",
        length=phases[-1].end,
        phases=tuple(phases),
        steps=tuple(steps),
        captions=(),
        clips=tuple(
            Clip(
                phase.start,
                phase.length,
                Bus.BREATH if phase.breath else Bus.CUES,
                CueSound(phase.label),
            )
            for phase in phases
        ),
    )


@dataclass(frozen=True)
class Look:
    """One look of the page.

    Attributes:
        at: when it was.
        late: how late its timer was, in seconds.
        shown: the number of the phase that was painted.
    """

    at: float
    late: float
    shown: int


class Sitting:
    """A session with everything real but the device, the time, and the timer of the page."""

    def __init__(self, page: SessionPage, journal: Journal, clock: FakeClock) -> None:
        self.page = page
        self.clock = clock
        self.chance = Random(20)  # noqa: S311 - the same chances every time
        self.device = Device(clock, self.chance)
        self.looks: list[Look] = []
        self.jumps: list[float] = []
        self._late = 0.0
        timeline = ten_minutes()
        plan = Plan(script_id="a", title="A", technique="breathing", planned_seconds=600)
        player = MiniaudioPlayer(
            Mix(timeline, Palette()), clock.clock.monotonic, lambda: self.device, self._later
        )
        self.conductor = Conductor(
            session=Session(timeline),
            player=player,
            open_player=lambda _: player,
            mix_of=lambda changed: Mix(changed, Palette()),
            record=Record(journal, journal.begin(plan), clock.clock),
            clock=clock.clock,
        )
        # The looks of the timer are made here, by a clock that is moved by hand.
        page._timer.timeout.disconnect()
        show = page._stage.show_glance

        def seen(timeline: Timeline, glance: object) -> None:
            show(timeline, glance)  # type: ignore[arg-type]
            shown = timeline.phases[page._stage._index].label
            self.looks.append(Look(self.clock.seconds, self._late, int(shown)))

        page._stage.show_glance = seen  # type: ignore[method-assign]

    def begin(self) -> None:
        """Start the session: the picture is there, the sound comes out of the device a moment later."""
        self.jumps.append(self.clock.seconds)
        self.page.lead(self.conductor, "In step", "10 min")

    def go_on(self, seconds: float, stall: float = 0.0) -> None:
        """Let time pass; the timer is a little late each time, and now and then by as much as `stall`."""
        until = self.clock.seconds + seconds
        while self.page.is_leading:
            self._late = self.chance.uniform(0, TIMER_SECONDS)
            if stall and self.chance.random() < 1 / 50:
                self._late += self.chance.uniform(0, stall)
            timer = self.page._timer
            wait = timer.interval() / 1000 + self._late if timer.isActive() else float("inf")
            look_at = min(self.clock.seconds + wait, until)
            while self.device.ask_at <= look_at:
                self._move_to(self.device.ask_at)
                self.device.ask()
            self._move_to(look_at)
            if look_at == until:
                return
            self.page._look()

    def jump(self, wish: Callable[[], None]) -> None:
        """Ask for something that moves the session."""
        self.jumps.append(self.clock.seconds)
        wish()

    def behind(self) -> list[tuple[float, float]]:
        """For every phase heard to begin: how much later it was shown, and how late the timer was.

        Left out is what begins with the session or at a jump: it is seen at once.
        """
        found = []
        for at, name in self.device.changes:
            if any(-0.1 <= at - jump <= SETTLED_SECONDS for jump in self.jumps):
                continue
            looks = (look for look in self.looks if look.at >= at - 0.1 and look.shown == name)
            look = next(looks)
            found.append((look.at - at, look.late))
        return found

    def out_of_step(self) -> list[Look]:
        """Looks at which something else was shown than heard, more than a picture from any change."""
        wrong = []
        for look in self.looks:
            if any(0 <= look.at - jump <= SETTLED_SECONDS for jump in self.jumps):
                continue
            near = {
                self.device.heard_at(look.at + by) for by in (-PICTURE_SECONDS, 0, PICTURE_SECONDS)
            }
            if look.shown not in near:
                wrong.append(look)
        return wrong

    def _move_to(self, seconds: float) -> None:
        self.clock.advance(seconds - self.clock.seconds)

    def _later(self, _seconds: float, action: Callable[[], None]) -> None:
        action()


@pytest.fixture
def sitting(qtbot: QtBot, theme: Theme, journal: Journal, clock: FakeClock) -> Iterator[Sitting]:
    page = SessionPage(theme)
    qtbot.addWidget(page)
    page.resize(1280, 800)
    page.show()
    made = Sitting(page, journal, clock)
    yield made
    made.conductor.close()


@pytest.mark.slow
def test_for_ten_minutes_every_phase_is_shown_within_a_picture_of_being_heard(
    sitting: Sitting,
) -> None:
    sitting.begin()
    sitting.go_on(601)

    assert not sitting.page.is_leading
    behind = [later for later, _ in sitting.behind()]
    assert len(behind) == 64
    assert min(behind) > -PICTURE_SECONDS
    assert max(behind) < PICTURE_SECONDS
    assert sitting.out_of_step() == []


@pytest.mark.slow
def test_however_late_timers_are_and_whatever_is_asked_for_it_is_shown_what_is_heard(
    sitting: Sitting,
) -> None:
    page = sitting.page
    wishes = (page.steering.next, page.steering.back, page.steering.longer, page.steering.repeat)
    sitting.begin()
    for turn in range(18):
        sitting.go_on(sitting.chance.uniform(15, 30), stall=0.4)
        if turn % 3 == 0:
            sitting.jump(page.steering.pause)
            sitting.go_on(sitting.chance.uniform(0.05, 9))
            sitting.jump(page.steering.resume)
        else:
            sitting.jump(wishes[turn % 4])
    sitting.go_on(240, stall=0.4)

    behind = sitting.behind()
    assert len(behind) > 40
    # A look that comes late shows at once where the session is: nothing adds up.
    assert max(later - late for later, late in behind) < PICTURE_SECONDS
    assert min(later for later, _ in behind) > -PICTURE_SECONDS
    assert max(late for _, late in behind) > 5 * PICTURE_SECONDS
    assert sitting.out_of_step() == []
