"""Player, session and record kept together."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from relaxapp.errors import JournalError
from relaxapp.journal.entry import Entry, Outcome, Plan
from relaxapp.journal.opening import open_journal
from relaxapp.script.body import AREAS_BY_NAME
from relaxapp.session.conductor import A_BIT_LONGER_FRAMES, Conductor
from relaxapp.session.record import LEFT_OUT_ON_THE_WAY, Record
from relaxapp.session.session import Finished, Session, State
from relaxapp.sound.mix import Mix
from relaxapp.sound.palette import Palette
from relaxapp.sound.volumes import Volumes
from relaxapp.timeline.clip import Bus, frames
from relaxapp.timeline.fitting import Fitting
from relaxapp.timeline.lengths import Lengths, reading_frames
from relaxapp.timeline.phase import PhaseKind
from tests.session.fakes import FakePlayer, HandClock
from tests.timeline.scripts import pause, release, script, step, tense

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from relaxapp.journal.journal import Journal
    from relaxapp.timeline.timeline import Timeline

TIMELINE = Fitting(
    script(step(pause(30, 30), title="Settle"), step(pause(30, 30), title="Return")),
    Lengths(reading_frames, lambda _: 0, voiced=False),
).usual()


class Stage:
    """A session with everything around it, and hands to move it."""

    def __init__(self, journal: Journal, hand: HandClock, audio: Path) -> None:
        self.journal = journal
        self.hand = hand
        self.player = FakePlayer()
        self.later_player = FakePlayer()
        self.palette = Palette(audio)
        plan = Plan(script_id="a", title="A", technique="breathing", planned_seconds=60)
        self.entry_id = journal.begin(plan)
        self.conductor = Conductor(
            session=Session(TIMELINE),
            player=self.player,
            open_player=lambda _: self.later_player,
            mix_of=self.mix,
            record=Record(journal, self.entry_id, hand.clock()),
            clock=hand.clock(),
        )

    def mix(self, timeline: Timeline) -> Mix:
        return Mix(timeline, self.palette)

    def play(self, seconds: float) -> None:
        """Let time pass with a look every second."""
        for _ in range(int(seconds)):
            self.hand.pass_seconds(1)
            self.player.play_seconds(1)
            self.conductor.look()

    @property
    def entry(self) -> Entry:
        return self.journal.entry(self.entry_id)


@pytest.fixture
def stage(tmp_path: Path, repository: Path) -> Iterator[Stage]:
    hand = HandClock()
    with open_journal(tmp_path, lambda: hand.today) as journal:
        yield Stage(journal, hand, repository / "audio")


def test_practised_time_is_written_as_it_goes_at_most_five_seconds_late(stage: Stage) -> None:
    stage.conductor.start()
    for second in range(1, 30):
        stage.play(1)
        assert second - 5 <= stage.entry.practised_seconds <= second
    assert stage.entry.outcome is Outcome.RUNNING


def test_the_end_is_logged_as_finished_with_the_time_that_was_played(stage: Stage) -> None:
    stage.conductor.start()
    stage.play(TIMELINE.length / 48_000 + 1)
    assert stage.conductor.state is State.FINISHED
    assert stage.entry.outcome is Outcome.FINISHED
    assert stage.entry.practised_seconds == pytest.approx(TIMELINE.length / 48_000)
    assert stage.player.calls[-1] == "close"


def test_the_last_look_tells_that_it_is_finished(stage: Stage) -> None:
    stage.conductor.start()
    stage.player.position = TIMELINE.length
    assert Finished() in stage.conductor.look().happenings


def test_stopping_early_is_logged_as_stopped(stage: Stage) -> None:
    stage.conductor.start()
    stage.play(12)
    stage.conductor.stop()
    assert stage.entry.outcome is Outcome.STOPPED
    assert stage.entry.practised_seconds == pytest.approx(12)


def test_a_pause_is_counted_apart_from_practice(stage: Stage) -> None:
    stage.conductor.start()
    stage.play(5)
    stage.conductor.pause()
    stage.hand.pass_seconds(60)
    stage.conductor.resume()
    stage.play(5)
    stage.conductor.stop()
    assert stage.entry.practised_seconds == pytest.approx(10)
    assert stage.entry.paused_seconds == pytest.approx(60)


def test_skipping_takes_the_player_along_and_is_counted(stage: Stage) -> None:
    stage.conductor.start()
    stage.conductor.skip()
    assert stage.player.position == TIMELINE.steps[1].start
    stage.conductor.skip()
    assert stage.entry.outcome is Outcome.FINISHED
    assert stage.entry.skipped_steps == 2


def test_a_sleeping_computer_pauses_the_session_where_it_was(stage: Stage) -> None:
    stage.conductor.start()
    stage.play(5)
    stage.hand.sleep_seconds(3_600)
    stage.player.play_seconds(3_600)
    glance = stage.conductor.look()
    assert glance.state is State.PAUSED
    assert glance.position == stage.player.position == frames(5)
    assert glance.trouble is not None
    stage.conductor.resume()
    assert stage.conductor.look().trouble is None
    assert stage.entry.practised_seconds == pytest.approx(5)


def test_a_lost_device_pauses_the_session_and_going_on_opens_another_player(stage: Stage) -> None:
    stage.conductor.start()
    stage.conductor.set_volume(Bus.VOICE, 0.25)
    stage.play(5)
    stage.player.lost = True
    glance = stage.conductor.look()
    assert glance.state is State.PAUSED
    assert "sound device" in (glance.trouble or "")
    stage.conductor.resume()
    assert stage.later_player.calls == ["seek", "start"]
    assert stage.later_player.position == frames(5)
    assert stage.later_player.volumes == {Bus.VOICE: 0.25}
    assert stage.player.calls[-1] == "close"


def test_a_device_lost_at_a_wait_is_followed_by_the_same_wait(stage: Stage) -> None:
    stage.conductor.start()
    stage.conductor._session.replace(replace(TIMELINE, stops=(frames(5),)))
    stage.play(5)
    stage.player.lost = True
    stage.conductor.look()
    stage.conductor.resume()
    assert stage.later_player.position == frames(5) - 1


def test_going_on_without_a_device_is_told(stage: Stage) -> None:
    stage.conductor.start()
    stage.play(5)
    stage.player.lost = True
    stage.conductor.look()
    stage.later_player.name = "silent"
    stage.conductor.resume()
    assert "without sound" in (stage.conductor.look().remark or "")


def test_a_bit_longer_gives_player_and_session_the_longer_timeline(stage: Stage) -> None:
    stage.conductor.start()
    stage.play(5)
    stage.conductor.longer()
    assert stage.conductor.look().length == TIMELINE.length + A_BIT_LONGER_FRAMES
    assert stage.player.mixes[-1].length == TIMELINE.length + A_BIT_LONGER_FRAMES


def test_a_wait_is_shown_and_left_when_the_person_goes_on(stage: Stage) -> None:
    stage.conductor.start()
    stage.player.standing = True
    assert stage.conductor.look().is_waiting
    stage.conductor.go_on()
    assert not stage.conductor.look().is_waiting


def test_a_journal_that_cannot_be_written_is_told_of_and_does_not_end_the_session(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise JournalError("The disk is full.")

    stage.conductor.start()
    with monkeypatch.context() as patch:
        patch.setattr(stage.journal, "progress", fail)
        stage.play(6)
        glance = stage.conductor.look()
        assert (glance.state, glance.remark) == (State.RUNNING, "The disk is full.")
    stage.play(6)
    assert stage.conductor.look().remark is None
    assert stage.entry.practised_seconds > 6


TENSIONS = Fitting(
    script(
        step(tense("right calf"), release("right calf", 20, 20), title="Calf"),
        step(tense("jaw"), release("jaw", 20, 20), title="Jaw"),
        step(tense("right calf"), release("right calf", 20, 20), title="Again"),
        step(pause(10, 10), title="Return"),
    ),
    Lengths(reading_frames, lambda _: 0, voiced=False),
).usual()
CALF = AREAS_BY_NAME["right calf"]


def in_the_calf(stage: Stage) -> int:
    """Come two seconds into the first tension; the frame."""
    stage.conductor._session = Session(TENSIONS)
    stage.conductor.start()
    tensing = next(each for each in TENSIONS.phases if each.kind is PhaseKind.TENSE)
    stage.player.position = tensing.start + frames(2)
    stage.conductor.look()
    return stage.player.position


def test_leaving_an_area_out_goes_on_in_a_shorter_timeline_from_here(stage: Stage) -> None:
    here = in_the_calf(stage)
    stage.conductor.leave_out(CALF)
    timeline = stage.conductor.timeline
    assert [each.title for each in timeline.steps] == ["Calf", "Jaw", "Return"]
    assert timeline.at(here).kind is PhaseKind.PAUSE
    assert stage.player.mixes[-1].length == timeline.length < TENSIONS.length
    assert "seek" not in stage.player.calls


def test_what_was_heard_since_the_last_look_is_not_taken_back(stage: Stage) -> None:
    here = in_the_calf(stage)
    stage.player.play_seconds(0.4)
    stage.conductor.leave_out(CALF)
    assert stage.conductor.timeline.at(here).end == here + frames(0.4)


def test_what_was_left_out_on_the_way_is_in_the_journal_beside_what_was_asked_for(
    stage: Stage,
) -> None:
    stage.journal.tailor(stage.entry_id, '{"left_out": ["neck"]}')
    in_the_calf(stage)
    stage.conductor.leave_out(CALF)
    stage.conductor.leave_out(AREAS_BY_NAME["jaw"])
    assert json.loads(stage.entry.tailoring) == {
        "left_out": ["neck"],
        LEFT_OUT_ON_THE_WAY: ["jaw", "right calf"],
    }


def test_what_was_left_out_is_written_later_if_the_journal_cannot_be_written_now(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise JournalError("The disk is full.")

    in_the_calf(stage)
    with monkeypatch.context() as patch:
        patch.setattr(stage.journal, "tailor", fail)
        stage.conductor.leave_out(CALF)
        assert stage.conductor.look().remark == "The disk is full."
    stage.conductor.stop()
    assert json.loads(stage.entry.tailoring) == {LEFT_OUT_ON_THE_WAY: ["right calf"]}


def test_a_session_broken_off_is_logged_at_once_and_heard_until_it_is_closed(
    stage: Stage,
) -> None:
    stage.conductor.start()
    stage.play(12)
    stage.conductor.break_off()
    assert stage.entry.outcome is Outcome.STOPPED
    assert "close" not in stage.player.calls
    stage.conductor.close()
    assert stage.player.calls[-1] == "close"


def test_everything_is_made_softer_in_proportion_to_what_was_chosen(stage: Stage) -> None:
    stage.conductor.start()
    stage.conductor.set_volume(Bus.VOICE, 0.5)
    stage.conductor.soften(0.5)
    assert stage.player.volumes[Bus.VOICE] == 0.25
    assert stage.player.volumes[Bus.AMBIENCE] == Volumes().ambience / 2
