"""Tests of where a person is in the course."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relaxapp.journal.entry import Entry, Outcome
from relaxapp.session.course import Stage, is_followed, longest_ago, standing, tally
from tests.session.logged import logged

ALL = frozenset(script_id for stage in Stage for script_id in stage.script_ids)
GOOD, POOR = (6, 3), (6, 5)


def _sessions(script_id: str, *tensions: tuple[int, int] | None) -> list[Entry]:
    return [logged(script_id, tension=each) for each in tensions]


def _stage(entries: list[Entry], script_ids: frozenset[str] = ALL) -> Stage:
    found = standing(entries, script_ids)
    assert found is not None
    return found.stage


def test_the_course_begins_with_its_fullest_form() -> None:
    found = standing([], ALL)
    assert found is not None
    assert (found.stage, found.script_id, found.learned) == (Stage.SIXTEEN, "pmr-16", None)


def test_it_begins_with_the_fullest_form_there_is() -> None:
    assert _stage([], ALL - {"pmr-16"}) is Stage.SEVEN


def test_without_its_sessions_there_is_no_course() -> None:
    assert standing(_sessions("pmr-7", GOOD), {"breath-box"}) is None


def test_three_clear_drops_in_the_last_five_offer_the_next_stage() -> None:
    entries = _sessions("pmr-16", GOOD, POOR, GOOD, POOR, GOOD)
    found = standing(entries, ALL)
    assert found is not None
    assert (found.stage, found.learned) == (Stage.SEVEN, Stage.SIXTEEN)
    assert found.learned_tally is not None
    assert (found.learned_tally.drops, found.learned_tally.rated) == (3, 5)


def test_two_are_too_few_and_what_was_before_the_last_five_counts_no_more() -> None:
    assert _stage(_sessions("pmr-16", GOOD, GOOD, POOR, POOR, POOR, GOOD, GOOD)) is Stage.SIXTEEN


def test_one_stays_with_a_stage_until_it_is_learned() -> None:
    found = standing(_sessions("pmr-7", GOOD, POOR, GOOD, POOR), ALL)
    assert found is not None
    assert found.stage is Stage.SEVEN
    assert (found.tally.drops, found.tally.rated) == (2, 4)


def test_sessions_without_ratings_are_no_failures() -> None:
    entries = _sessions("pmr-16", None, None, GOOD, None, GOOD, None, None, GOOD)
    assert _stage(entries) is Stage.SEVEN


def test_who_came_too_calm_for_a_clear_drop_has_not_failed() -> None:
    entries = _sessions("pmr-16", (1, 0), (0, 0), (1, 1), GOOD, GOOD, GOOD, (1, 0))
    assert tally(entries, ["pmr-16"]).rated == 3
    assert _stage(entries) is Stage.SEVEN


def test_a_session_that_was_stopped_counts_as_it_is_rated() -> None:
    entries = [logged("pmr-16", tension=GOOD, outcome=Outcome.STOPPED) for _ in range(3)]
    assert _stage(entries) is Stage.SEVEN


def test_a_stage_counts_too_where_areas_were_left_out() -> None:
    left_out = '{"left_out": ["jaw"]}'
    entries = [replace(each, tailoring=left_out) for each in _sessions("pmr-16", *[GOOD] * 3)]
    assert _stage(entries) is Stage.SEVEN


def test_a_session_that_runs_is_not_practised_yet() -> None:
    running = logged("pmr-cue", outcome=Outcome.RUNNING)
    assert _stage([running, *_sessions("pmr-7", POOR)]) is Stage.SEVEN
    assert not is_followed([running])


def test_whoever_went_on_by_themselves_is_there() -> None:
    found = standing([*_sessions("pmr-4", None), *_sessions("pmr-16", POOR)], ALL)
    assert found is not None
    assert (found.stage, found.learned) == (Stage.FOUR, None)


def test_whoever_goes_back_is_still_offered_what_comes_after_what_was_learned() -> None:
    entries = [*_sessions("pmr-16", POOR), *_sessions("pmr-7", GOOD, GOOD, GOOD)]
    found = standing(entries, ALL)
    assert found is not None
    assert (found.stage, found.learned) == (Stage.FOUR, Stage.SEVEN)


def test_a_minute_at_work_does_not_lead_to_the_end() -> None:
    assert _stage(_sessions("pmr-rapid", *[GOOD] * 5)) is Stage.SIXTEEN
    assert not is_followed(_sessions("pmr-rapid", GOOD))


def test_stages_without_a_session_are_passed_over() -> None:
    there = ALL - {"pmr-4", "pmr-recall"}
    assert _stage(_sessions("pmr-7", *[GOOD] * 3), there) is Stage.RELEASE


def test_the_last_stage_goes_on_without_end() -> None:
    entries = [*_sessions("pmr-rapid", *[GOOD] * 5), *_sessions("pmr-cue", *[GOOD] * 3)]
    found = standing(entries, ALL)
    assert found is not None
    assert (found.stage, found.script_id) == (Stage.EVERYDAY, "pmr-differential")


def test_of_two_sessions_the_one_practised_longest_ago_comes() -> None:
    ids = Stage.EVERYDAY.script_ids
    assert longest_ago(_sessions("pmr-rapid", None), ids, ALL) == "pmr-differential"
    both = [*_sessions("pmr-differential", None), *_sessions("pmr-rapid", None)]
    assert longest_ago(both, ids, ALL) == "pmr-rapid"
    assert longest_ago(both, ids, {"pmr-differential"}) == "pmr-differential"


_ratings = st.none() | st.tuples(st.integers(0, 10), st.integers(0, 10))
_logs = st.lists(
    st.builds(
        lambda script_id, tension, outcome: logged(script_id, tension=tension, outcome=outcome),
        st.sampled_from([*sorted(ALL), "breath-box"]),
        _ratings,
        st.sampled_from(Outcome),
    ),
    max_size=40,
)
_shelves = st.frozensets(st.sampled_from(sorted(ALL)), min_size=1)


@given(entries=_logs, script_ids=_shelves)
def test_what_is_offered_can_always_be_begun(
    entries: list[Entry], script_ids: frozenset[str]
) -> None:
    found = standing(entries, script_ids)
    assert found is not None
    assert found.script_id in script_ids
    assert found.script_id in found.stage.script_ids


@given(entries=_logs, script_ids=_shelves)
def test_a_stage_called_learned_always_is(entries: list[Entry], script_ids: frozenset[str]) -> None:
    found = standing(entries, script_ids)
    assert found is not None
    assert (found.learned is None) == (found.learned_tally is None)
    if found.learned_tally is not None:
        assert 3 <= found.learned_tally.drops <= found.learned_tally.rated <= 5


@given(entries=_logs, unrated=st.sampled_from(sorted(ALL)), at=st.integers(0, 40))
def test_an_unrated_session_never_takes_a_learned_stage_away(
    entries: list[Entry], unrated: str, at: int
) -> None:
    more = [*entries[:at], logged(unrated), *entries[at:]]
    for stage in Stage:
        before, after = tally(entries, stage.script_ids), tally(more, stage.script_ids)
        assert (before.rated, before.drops) == (after.rated, after.drops)


@pytest.mark.parametrize("stage", list(Stage)[:-1])
def test_every_stage_leads_to_the_one_after_it(stage: Stage) -> None:
    entries = _sessions(stage.script_ids[0], *[GOOD] * 3)
    stages = list(Stage)
    assert _stage(entries) is stages[stages.index(stage) + 1]
