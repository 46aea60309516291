"""Tests of what is proposed, and why."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from relaxapp.journal.entry import Entry, Mark, MarkKind, Outcome
from relaxapp.script.parser import parse
from relaxapp.session.course import Stage
from relaxapp.session.paths import Path
from relaxapp.ui.pages.suggestion import Suggestion, suggest
from relaxapp.ui.pages.suiting import rouses, worse_twice
from tests.ui.house import BREATH, EVENING, SHOULDERS

LONGER = SHOULDERS.replace("Minutes: 3", "Minutes: 6")
SCRIPTS = {
    name: parse(text, name)
    for name, text in {"breath": BREATH, "shoulders": SHOULDERS, "longer": LONGER}.items()
}


def _entry(
    script_id: str,
    *,
    days_ago: int = 0,
    tension: tuple[int, int] | None = None,
    outcome: Outcome = Outcome.FINISHED,
    technique: str = "",
    marks: tuple[Mark, ...] = (),
) -> Entry:
    before, after = tension or (None, None)
    return Entry(
        id=1,
        uuid="",
        script_id=script_id,
        title=script_id,
        technique=technique,
        planned_seconds=60,
        started_at=EVENING - timedelta(days=days_ago),
        ended_at=None,
        outcome=outcome,
        tension_before=before,
        tension_after=after,
        marks_before=marks,
    )


def _at(hour: int) -> datetime:
    return EVENING.replace(hour=hour)


def test_somebody_new_gets_a_short_muscle_relaxation_of_five_minutes_or_more() -> None:
    found = suggest(SCRIPTS, [], _at(20))
    assert found is not None
    assert found.script_id == "longer"
    assert "first time" in found.reason


def test_a_session_is_called_short_only_if_it_is() -> None:
    found = suggest({"long": replace(SCRIPTS["longer"], minutes=20.0)}, [], _at(20))
    assert found is not None
    assert "short" not in found.reason


def test_without_scripts_nothing_is_proposed() -> None:
    assert suggest({}, [], _at(20)) is None


def test_the_script_practised_last_is_proposed_again() -> None:
    entries = [_entry("breath"), _entry("longer", days_ago=1)]
    found = suggest(SCRIPTS, entries, _at(20))
    assert found is not None
    assert (found.script_id, found.eyebrow) == ("breath", "Tonight")
    assert "last" in found.reason


def test_a_session_that_was_broken_off_is_no_reason() -> None:
    entries = [_entry("breath", outcome=Outcome.STOPPED), _entry("shoulders", days_ago=1)]
    found = suggest(SCRIPTS, entries, _at(20))
    assert found is not None
    assert found.script_id == "shoulders"


def test_what_took_most_off_the_tension_is_proposed_with_its_figures() -> None:
    entries = [
        *(_entry("breath", tension=(6, 5)) for _ in range(3)),
        *(_entry("longer", tension=(7, after)) for after in (3, 4, 3)),
    ]
    found = suggest(SCRIPTS, entries, _at(9))
    assert found is not None
    assert (found.script_id, found.eyebrow) == ("longer", "This morning")
    assert "3.7" in found.reason
    assert " 3 of" in found.reason


@pytest.mark.parametrize(
    "tensions", [[(7, 2), (7, 2)], [(5, 5), (5, 6), (4, 4)]], ids=["too few", "no fall"]
)
def test_too_few_ratings_or_no_fall_are_not_called_a_help(tensions: list[tuple[int, int]]) -> None:
    found = suggest(SCRIPTS, [_entry("longer", tension=each) for each in tensions], _at(14))
    assert found is not None
    assert found.eyebrow == "This afternoon"
    assert "average" not in found.reason


def test_a_script_that_is_gone_is_not_proposed() -> None:
    found = suggest(SCRIPTS, [_entry("gone")], _at(20))
    assert found is not None
    assert found.script_id in SCRIPTS


WORSE = [_entry("breath", technique="breathing", tension=each) for each in ((4, 6), (3, 7))]


def test_a_technique_that_left_one_clearly_tenser_twice_is_not_proposed() -> None:
    found = suggest(SCRIPTS, WORSE, _at(20))
    assert found is not None
    assert found.script_id == "longer"
    assert found.reason.startswith("Breathing left you tenser twice of late. That happens.")


def test_once_is_no_reason_to_leave_a_technique() -> None:
    found = suggest(SCRIPTS, [WORSE[0]], _at(20))
    assert found is not None
    assert found.script_id == "breath"


def test_whoever_has_gone_on_to_another_technique_is_not_told_again() -> None:
    found = suggest(SCRIPTS, [_entry("shoulders", technique="muscle relaxation"), *WORSE], _at(20))
    assert found is not None
    assert found.script_id == "shoulders"
    assert "tenser" not in found.reason


def test_where_every_technique_made_it_worse_nothing_is_proposed() -> None:
    entries = [
        *WORSE,
        *(_entry("longer", technique="Muscle relaxation", tension=(2, 6)) for _ in range(2)),
    ]
    assert suggest(SCRIPTS, entries, _at(20)) is None


def test_where_several_made_it_worse_a_professional_is_mentioned() -> None:
    scan = parse(BREATH.replace("Technique: breathing", "Technique: body scan"), "scan")
    entries = [
        *WORSE,
        *(_entry("longer", technique="Muscle relaxation", tension=(2, 6)) for _ in range(2)),
    ]
    found = suggest({**SCRIPTS, "scan": scan}, entries, _at(20))
    assert found is not None
    assert found.script_id == "scan"
    assert "doctor or a therapist" in found.reason


def test_one_point_is_noise_and_what_was_long_ago_is_forgiven() -> None:
    noise = [_entry("breath", technique="breathing", tension=(4, 5)) for _ in range(4)]
    assert worse_twice(noise) == ()
    better = [_entry("breath", technique="breathing", tension=(6, 4)) for _ in range(9)]
    assert worse_twice([*better, *WORSE]) == ()
    assert worse_twice([*better[:8], *WORSE]) == ("breathing",)


def test_sessions_without_a_technique_say_nothing() -> None:
    assert worse_twice([_entry("breath", tension=(2, 8)) for _ in range(3)]) == ()


ROUSING = parse(BREATH.replace("in 4s, out 6s", "in 6s, out 4s"), "rousing")
ASLEEP = parse(BREATH.replace("Minutes: 5", "Minutes: 5\nEnding: sleep"), "asleep")


def test_a_longer_breath_in_than_out_rouses() -> None:
    assert rouses(ROUSING)
    assert not rouses(SCRIPTS["breath"])
    assert not rouses(SCRIPTS["shoulders"])


@pytest.mark.parametrize(
    ("hour", "script_id"), [(9, "rousing"), (17, "rousing"), (20, "asleep"), (2, "asleep")]
)
def test_nothing_that_rouses_is_proposed_at_night_and_nothing_to_sleep_by_day(
    hour: int, script_id: str
) -> None:
    scripts = {"rousing": ROUSING, "asleep": ASLEEP}
    entries = [_entry(each, tension=(8, 2)) for each in ("rousing", "asleep") for _ in range(4)]
    found = suggest(scripts, entries, _at(hour))
    assert found is not None
    assert found.script_id == script_id


SHIPPED = {
    script_id: replace(SCRIPTS["longer"], title=script_id)
    for path in Path
    for script_id in path.script_ids()
} | {"pmr-sleep": replace(SCRIPTS["longer"], title="pmr-sleep", ending=ASLEEP.ending)}
BEFORE = _entry("kindness", days_ago=30)
"""Whoever has practised for a month is not new."""


def _proposed(*entries: Entry, hour: int = 10, no_tensing: bool = False) -> Suggestion:
    found = suggest(SHIPPED, entries, _at(hour), no_tensing=no_tensing)
    assert found is not None
    return found


def _tense(*areas: str, kind: MarkKind = MarkKind.TENSION) -> tuple[Mark, ...]:
    return tuple(Mark(area, kind, 2) for area in areas)


def test_somebody_new_is_led_through_the_first_week() -> None:
    first = _proposed()
    assert (first.script_id, first.eyebrow) == ("ground-54321", "Your first week")
    assert "open eyes" in first.reason
    grounded = _entry("ground-54321", days_ago=1)
    assert _proposed(grounded).script_id == "pmr-7"
    assert "eyes open if you like" in _proposed(grounded).reason
    assert _proposed(_entry("pmr-7"), grounded).script_id == "breath-long-exhale"


def test_after_the_first_week_the_course_goes_on_where_one_is() -> None:
    known = [_entry(each) for each in Path.FIRST_WEEK.script_ids()]
    found = _proposed(*known)
    assert (found.script_id, found.eyebrow) == ("pmr-7", "Step by step")


def test_a_first_week_that_made_one_tenser_twice_gives_way_to_another_technique() -> None:
    entries = [
        _entry("pmr-7", technique="muscle relaxation", tension=(3, 6)),
        _entry("pmr-7", technique="muscle relaxation", tension=(3, 6)),
    ]
    scripts = {**SHIPPED, "breath-long-exhale": SCRIPTS["breath"]}
    found = suggest(scripts, entries, _at(10))
    assert found is not None
    assert found.script_id == "breath-long-exhale"
    assert found.reason.startswith("Muscle relaxation left you tenser twice of late.")


def test_a_learned_stage_offers_the_next_with_its_figures_and_says_that_one_may_stay() -> None:
    entries = [_entry("pmr-16", tension=each) for each in [(6, 3), (6, 2), (7, 7), (5, 1), (8, 4)]]
    found = _proposed(*entries, BEFORE)
    assert found.script_id == "pmr-7"
    assert found.reason == (
        "The sixteen groups took 2 or more off your tension in 4 of the last 5 sessions. The next "
        "step is shorter: seven groups. You may as well stay with what you know."
    )


def test_a_stage_not_learned_yet_is_stayed_with_and_says_so_far() -> None:
    entries = [_entry("pmr-7", tension=each) for each in [(6, 3), (6, 5), (6, 6), (6, 2)]]
    found = _proposed(*entries, BEFORE)
    assert found.script_id == "pmr-7"
    assert "2 of the last 4 sessions took 2 or more off your tension so far" in found.reason


def test_who_has_never_rated_is_told_what_rating_is_for() -> None:
    found = _proposed(_entry("pmr-4"), BEFORE)
    assert found.script_id == "pmr-4"
    assert "before and after" in found.reason


def test_the_course_is_left_alone_by_who_does_not_follow_it() -> None:
    entries = [_entry("breath-own-pace", tension=(7, 3)) for _ in range(3)]
    assert "It took 4 off" in _proposed(*entries, BEFORE).reason


@pytest.mark.parametrize("stage", list(Stage)[1:])
def test_every_next_step_has_its_words(stage: Stage) -> None:
    before = list(Stage)[list(Stage).index(stage) - 1]
    entries = [_entry(before.script_ids[0], tension=(8, 2)) for _ in range(3)]
    found = _proposed(*entries, BEFORE)
    assert found.script_id in stage.script_ids
    assert "in 3 of the last 3 sessions. The next step" in found.reason


def test_who_tenses_nothing_is_led_through_what_tenses_nothing() -> None:
    found = _proposed(_entry("pmr-7", tension=(8, 2)), BEFORE, no_tensing=True)
    assert found.script_id == "pmr-passive"
    assert "Nothing is tensed" in found.reason
    known = [_entry(each, tension=(8, 2)) for each in Path.NO_TENSING.script_ids()]
    helped = [_entry("body-scan", tension=(8, 2)) for _ in range(3)]
    assert _proposed(*known, BEFORE, no_tensing=True).script_id == "body-scan"
    assert "It took 6 off" in _proposed(*helped, *known, BEFORE, no_tensing=True).reason


@pytest.mark.parametrize(
    ("area", "script_id", "words"),
    [
        ("left shoulder", "desk-neck-shoulders", "your shoulders, neck or upper back"),
        ("jaw", "face-jaw", "your jaw, eyes or forehead"),
        ("chest", "breath-belly", "your chest or stomach"),
    ],
)
def test_what_was_marked_tense_of_late_has_a_session(area: str, script_id: str, words: str) -> None:
    entries = [_entry("pmr-4", days_ago=each, marks=_tense(area)) for each in range(2)]
    found = _proposed(*entries, BEFORE)
    assert found.script_id == script_id
    assert found.reason == f"You marked {words} as tense in 2 of your last 2 check-ins."


def test_a_place_is_not_proposed_again_right_after_its_session() -> None:
    entries = [_entry("face-jaw", days_ago=each, marks=_tense("jaw")) for each in range(2)]
    assert _proposed(_entry("pmr-4"), *entries, BEFORE).script_id == "pmr-4"


def test_twitching_comes_before_tension_and_names_the_doctor_where_one_should_look() -> None:
    twitching = _tense("left eye", kind=MarkKind.TWITCHING)
    entries = [_entry("pmr-4", marks=(*twitching, *_tense("jaw"))) for _ in range(2)]
    found = _proposed(*entries, BEFORE)
    assert found.script_id == "twitch-settle"
    assert "in 2 of your last 2 check-ins" in found.reason
    assert "doctor" not in found.reason
    elsewhere = _tense("right calf", kind=MarkKind.TWITCHING)
    more = _proposed(_entry("pmr-4", marks=elsewhere), *entries, BEFORE)
    assert "have a doctor look at it" in more.reason


def test_in_the_evening_who_went_to_sleep_with_it_before_is_offered_it_again() -> None:
    entries = (_entry("pmr-4"), _entry("pmr-sleep", days_ago=3), BEFORE)
    assert _proposed(*entries, hour=21).script_id == "pmr-sleep"
    assert _proposed(*entries, hour=19).script_id == "pmr-4"
    assert _proposed(_entry("pmr-4"), BEFORE, hour=21).script_id == "pmr-4"


def test_who_comes_tense_in_the_evening_is_offered_what_leads_into_sleep() -> None:
    entries = [_entry("pmr-4", days_ago=each, tension=(7, 6)) for each in range(3)]
    found = _proposed(*entries, BEFORE, hour=23)
    assert found.script_id == "pmr-sleep"
    assert "tense to 3 sessions on evenings" in found.reason
