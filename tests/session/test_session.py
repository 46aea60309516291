"""One session as a state machine."""

from __future__ import annotations

import pytest

from relaxapp.session.session import Finished, PhaseBegan, Session, State, StepBegan
from relaxapp.timeline.clip import frames
from relaxapp.timeline.fitting import Fitting
from relaxapp.timeline.phase import PhaseKind
from tests.timeline.scripts import LENGTHS, pause, release, script, step, tense

TIMELINE = Fitting(
    script(
        step(pause(20, 20), title="Settle"),
        step(tense("jaw"), release("jaw", 20, 20), title="Jaw"),
        step(pause(20, 20), title="Return"),
    ),
    LENGTHS,
).usual()
SETTLE, JAW, RETURN = TIMELINE.steps


def _running() -> Session:
    session = Session(TIMELINE)
    session.start()
    return session


def test_a_session_begins_with_its_first_step_and_phase() -> None:
    session = Session(TIMELINE)
    assert session.start() == (StepBegan(0), PhaseBegan(TIMELINE.phases[0]))
    assert session.state is State.RUNNING


def test_being_told_the_position_within_a_phase_makes_nothing_happen() -> None:
    session = _running()
    assert session.advance(frames(1)) == ()
    assert session.position == frames(1)


def test_a_new_phase_begins_once() -> None:
    session = _running()
    happenings = session.advance(JAW.start)
    assert [type(each) for each in happenings] == [StepBegan, PhaseBegan]
    assert session.phase.kind is PhaseKind.TENSE
    assert session.advance(JAW.start + 1) == ()


def test_a_late_note_begins_only_the_phase_that_is_reached() -> None:
    session = _running()
    assert session.advance(RETURN.start + 1) == (StepBegan(2), PhaseBegan(session.phase))


def test_the_end_finishes_the_session() -> None:
    session = _running()
    assert Finished() in session.advance(TIMELINE.length + 500)
    assert session.state is State.FINISHED
    assert session.position == TIMELINE.length


def test_a_position_that_falls_back_is_not_believed() -> None:
    session = _running()
    session.advance(frames(3))
    session.advance(frames(2))
    assert session.position == frames(3)


def test_what_is_skipped_is_not_practised() -> None:
    session = _running()
    session.advance(frames(2))
    assert session.skip() == JAW.start
    session.advance(JAW.start + frames(1))
    assert session.played_frames == frames(3)
    assert session.skipped_steps == 1


def test_leaving_the_last_step_finishes_the_session() -> None:
    session = _running()
    session.advance(RETURN.start)
    assert session.skip() is None
    assert session.state is State.FINISHED


def test_back_leads_to_the_start_of_the_step_or_right_after_it_to_the_one_before() -> None:
    session = _running()
    session.advance(JAW.start + frames(10))
    assert session.back() == JAW.start
    session.advance(JAW.start + frames(1))
    assert session.back() == SETTLE.start
    assert session.back() == SETTLE.start


def test_repeat_leads_to_the_start_of_the_step_and_it_begins_anew() -> None:
    session = _running()
    session.advance(JAW.start + frames(10))
    assert session.repeat() == JAW.start
    assert StepBegan(1) in session.advance(JAW.start)


def test_a_step_can_be_gone_to_by_its_number() -> None:
    assert _running().go_to(2) == RETURN.start


def test_a_pause_stands_until_it_is_resumed() -> None:
    session = _running()
    states = []
    session.pause()
    states.append(session.state)
    session.resume()
    states.append(session.state)
    assert states == [State.PAUSED, State.RUNNING]


def test_a_session_can_be_stopped_while_it_is_paused() -> None:
    session = _running()
    session.pause()
    session.stop()
    assert session.state is State.STOPPED
    assert session.state.is_over


@pytest.mark.parametrize("verb", ["pause", "resume", "skip", "back", "repeat"])
def test_what_a_state_does_not_allow_is_a_mistake_of_the_caller(verb: str) -> None:
    with pytest.raises(RuntimeError):
        getattr(Session(TIMELINE), verb)()


def test_a_session_that_is_over_cannot_be_started_again() -> None:
    session = _running()
    session.stop()
    with pytest.raises(RuntimeError):
        session.start()
