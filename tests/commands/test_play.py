"""A session in the terminal."""

from __future__ import annotations

from io import StringIO
from typing import TYPE_CHECKING

import pytest

from relaxapp.commands.play import LOOK_EVERY_SECONDS, Terminal
from relaxapp.journal.entry import Outcome, Plan
from relaxapp.journal.opening import open_journal
from relaxapp.script.cue import Wait
from relaxapp.session.conductor import Conductor
from relaxapp.session.record import Record
from relaxapp.session.session import Session
from relaxapp.sound.mix import Mix
from relaxapp.sound.palette import Palette
from relaxapp.sound.players.silent import SilentPlayer
from relaxapp.timeline.fitting import Fitting
from relaxapp.timeline.lengths import Lengths, reading_frames
from tests.session.fakes import HandClock
from tests.timeline.scripts import pause, say, script, step

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from relaxapp.journal.journal import Journal

TIMELINE = Fitting(
    script(
        step(say("Sit."), Wait(line=1), title="Settle"),
        step(pause(5, 5), say("Look around."), title="Return"),
    ),
    Lengths(reading_frames, lambda _: 0, voiced=False),
).usual()


class TypedKeys(StringIO):
    """A keyboard that a person sits at, who pressed Enter beforehand."""

    def isatty(self) -> bool:
        return True


class Stage:
    """A session led in a terminal of strings."""

    def __init__(self, journal: Journal, hand: HandClock, audio: Path) -> None:
        self.hand = hand
        self.journal = journal
        self.output = StringIO()
        clock = hand.clock()
        plan = Plan(script_id="a", title="A", technique="breathing", planned_seconds=60)
        palette = Palette(audio)
        self.entry_id = journal.begin(plan)
        self.conductor = Conductor(
            session=Session(TIMELINE),
            player=SilentPlayer(Mix(TIMELINE, palette), clock.monotonic),
            open_player=lambda mix: SilentPlayer(mix, clock.monotonic),
            mix_of=lambda timeline: Mix(timeline, palette),
            record=Record(journal, self.entry_id, clock),
            clock=clock,
        )

    def lead(
        self, sleep: Callable[[float], object] | None = None, keys: StringIO | None = None
    ) -> str:
        """The session led to its end; what was printed."""
        terminal = Terminal(self.conductor, self.output, keys or StringIO())
        terminal.lead(sleep or self.hand.pass_seconds)
        return self.output.getvalue()

    @property
    def outcome(self) -> Outcome:
        return self.journal.entry(self.entry_id).outcome


@pytest.fixture
def stage(tmp_path: Path, repository: Path) -> Iterator[Stage]:
    hand = HandClock()
    with open_journal(tmp_path, lambda: hand.today) as journal:
        yield Stage(journal, hand, repository / "audio")


def test_steps_and_captions_are_printed_in_order(stage: Stage) -> None:
    printed = stage.lead()
    lines = [line.strip() for line in printed.splitlines() if line.strip()]
    assert lines == ["Settle", "Sit.", "Return", "Look around."]
    assert stage.outcome is Outcome.FINISHED


def test_a_wait_is_passed_where_nobody_can_press_enter(stage: Stage) -> None:
    stage.lead()
    assert stage.outcome is Outcome.FINISHED


def test_ctrl_c_stops_the_session_and_logs_that(stage: Stage) -> None:
    looks = iter(range(20))

    def interrupted(seconds: float) -> None:
        stage.hand.pass_seconds(seconds)
        if next(looks, None) is None:
            raise KeyboardInterrupt

    stage.lead(interrupted)
    entry = stage.journal.entry(stage.entry_id)
    assert entry.outcome is Outcome.STOPPED
    assert entry.practised_seconds == pytest.approx(21 * LOOK_EVERY_SECONDS)


def test_after_the_computer_slept_the_session_is_stopped_where_nobody_can_be_asked(
    stage: Stage,
) -> None:
    def doze(seconds: float) -> None:
        stage.hand.pass_seconds(seconds)
        stage.hand.sleep_seconds(3_600)

    assert "asleep" in stage.lead(doze)
    assert stage.outcome is Outcome.STOPPED


def test_after_the_computer_slept_enter_goes_on(stage: Stage) -> None:
    naps = iter([3_600.0])

    def sleep(seconds: float) -> None:
        stage.hand.pass_seconds(seconds)
        stage.hand.sleep_seconds(next(naps, 0.0))
        if stage.conductor.look().is_waiting:
            stage.conductor.go_on()

    printed = stage.lead(sleep, TypedKeys("\n"))
    assert "Press Enter to go on" in printed
    assert stage.outcome is Outcome.FINISHED
