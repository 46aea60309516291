"""Rules for paced breathing."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relaxapp.script.breath_pattern import BreathPattern
from relaxapp.script.breathline import read_breathing
from relaxapp.script.clinical.breathing import (
    check_breathing,
    refusal_of_aim,
    refusal_of_pattern,
)
from relaxapp.script.cue import Breathe
from relaxapp.script.problem import Severity

if TYPE_CHECKING:
    from tests.script.conftest import Complaints, Problems


@pytest.mark.parametrize(
    "cue",
    [
        "breathe in 4s, out 6s, for 2 min",
        "breathe in 4s, hold 4s, out 4s, hold 4s, for 1 min",
        "breathe in 2s, in 1s, out 7s, 9 times",
        "breathe in 2s, out 2s, 9 times",
        "breathe in 5.5s, out 5.5s, for 2 min",
        "breathe 12 to 6 per minute, over 24 breaths",
        "breathe 20 to 15 per minute, over 9 breaths",
        "breathe own pace to 6 per minute",
    ],
)
def test_what_is_studied_leaves_nothing_to_be_said(complaints_of: Complaints, cue: str) -> None:
    assert complaints_of(f"[{cue}]") == []


@pytest.mark.parametrize(
    ("cue", "complaint"),
    [
        ("in 1.9s, out 1.9s, 9 times", "error 1: a breath of 3.8 s is too fast."),
        ("in 8s, hold 3s, out 10s, 9 times", "error 1: a breath of 21 s is too slow."),
        ("in 4s, hold 7.5s, out 6s, 4 times", "error 1: 7.5 s is too long to hold the breath."),
        ("in 4s, hold 5s, out 6s, 4 times", "warning 1: 5 s is long to hold the breath."),
        (
            "in 4s, out 6s, hold 4.5s, 4 times",
            "error 1: 4.5 s is too long to hold with empty lungs. 4 s is the most.",
        ),
        ("in 4s, out 11s, 4 times", "error 1: 11 s is too long to breathe out."),
        ("in 4s, out 3s, 4 times", "warning 1: breathing out is shorter than breathing in"),
        ("in 2s, in 1s, out 2s, 4 times", "warning 1: breathing out is shorter"),
        ("2.9 to 3 per minute, over 9 breaths", "error 1: 2.9 breaths a minute is too slow."),
        ("21 to 15 per minute, over 19 breaths", "error 1: 21 breaths a minute is too fast."),
        ("14 to 16 per minute, over 19 breaths", "error 1: 16 breaths a minute is too fast."),
        (
            "12 to 6 per minute, over 12 breaths",
            "warning 1: each breath differs from the one before by 7%",
        ),
    ],
)
def test_what_is_too_much_is_told(complaints_of: Complaints, cue: str, complaint: str) -> None:
    complaints = complaints_of(f"[breathe {cue}]")

    assert any(each.startswith(complaint) for each in complaints)
    assert all(each.startswith(complaint.partition(" ")[0]) for each in complaints)


def test_long_holds_are_few(complaints_of: Complaints) -> None:
    few = complaints_of("[breathe in 4s, hold 7s, out 8s, 4 to 8 times]")
    many = complaints_of("[breathe in 4s, hold 7s, out 8s, 4 to 9 times]")

    assert many == [
        *few,
        "warning 1: with a hold this long, 4 breaths are enough and 8 the most.",
    ]


HEADER = "Title: A\nTechnique: b\nMinutes: 1\nEvidence: None.\n"
BODY = "# A\nGently.\n\n[breathe in 4s, out 6s, 4 times]\n\n# Return\nOpen your eyes.\n\n[pause 5s]"
LINE = HEADER.count("\n") + 6


def test_a_caution_or_a_word_tells_what_to_do_about_dizziness(problems_of: Problems) -> None:
    assert [
        (problem.line, problem.sentence)
        for problem in problems_of(BODY, f"{HEADER}Caution: Mind.\n")
    ] == [
        (
            LINE,
            (
                "nothing says what to do about dizziness. Write in the header for example "
                "'Caution: If you feel dizzy, stop and breathe as you usually do.'"
            ),
        )
    ]
    assert problems_of(BODY, f"{HEADER}Caution: Stop if you feel dizzy.\n") == ()


def test_somewhere_it_is_said_to_breathe_gently(problems_of: Problems) -> None:
    header = f"{HEADER}Caution: Stop if you feel dizzy.\n"

    assert [
        (problem.line, problem.sentence)
        for problem in problems_of(BODY.replace("Gently", "Now"), header)
    ] == [(LINE, "nothing says to breathe gently. Say for example 'Gently, not deep.'")]


def test_holds_need_a_caution_about_holding(problems_of: Problems) -> None:
    body = BODY.replace("in 4s,", "in 4s, hold 2s,")
    header = f"{HEADER}Caution: Stop if you feel dizzy.\n"
    (problem,) = problems_of(body, header)

    assert problem.severity == "error"
    assert problem.line == LINE
    assert problem.sentence.startswith("this breathing has holds, and no caution says for whom")
    assert problems_of(body, f"{header}Caution: No holding in pregnancy.\n") == ()


def test_wording_in_other_languages_is_left_alone(problems_of: Problems) -> None:
    header = f"{HEADER}Caution: Attention.\nLanguage: fr\n"

    assert problems_of(BODY.replace("in 4s,", "in 4s, hold 2s,"), header) == ()


def test_german_words_are_looked_at_as_english_ones_are(problems_of: Problems) -> None:
    body = "# Anfang\n{}\n\n[breathe in 4s, hold 2s, out 6s, for 40s]\n\n# Zurück\nNun.\n\n[pause 5s]\n"
    header = f"{HEADER}Language: de\n{{}}"

    def found(word: str, caution: str) -> str:
        return " ".join(map(str, problems_of(body.format(word), header.format(caution))))

    holding = "Caution: Kein Anhalten in der Schwangerschaft.\n"
    assert "'Caution: Ohne Anhalten des Atems" in found("Nun.", "Caution: Obacht.\n")
    assert "'Sanft, nicht tief.'" in found("Nun.", holding)
    assert "'Caution: Wenn dir schwindlig wird" in found("Sanft.", holding)
    assert found("Sanft, nicht tief.", f"{holding}Caution: Bei Schwindel hör auf.\n") == ""


def _refusal(scripted: str, inhale: float, exhale: float, *holds: float) -> str:
    cue = read_breathing(scripted, 1, ())
    assert isinstance(cue, Breathe)
    return refusal_of_pattern(cue, replace(cue, parts=BreathPattern(inhale, exhale, *holds).parts))


PLAIN = "in 4s, out 6s, 9 times"
BOX = "in 4s, hold 4s, out 4s, hold 4s, 9 times"
BRISK_478 = "in 2.3s, hold 4s, out 4.6s, 4 to 8 times"


@pytest.mark.parametrize(
    ("scripted", "wanted"),
    [
        (PLAIN, (5, 7)),
        (PLAIN, (2, 2)),
        (PLAIN, (7, 10)),
        (BOX, (3, 3, 3, 3)),
        (BOX, (4, 4)),
        (BRISK_478, (4, 8, 7)),
        ("in 4s, out 3s, 9 times", (5, 3)),
        ("in 1.5s, out 4s, 9 times", (1.5, 5)),
    ],
)
def test_what_is_safe_may_be_chosen(scripted: str, wanted: tuple[float, ...]) -> None:
    assert _refusal(scripted, *wanted) == ""


@pytest.mark.parametrize(
    ("scripted", "wanted", "reason"),
    [
        (PLAIN, (5, 10.5), "10.5 s is too long to breathe out. 10 s is the most."),
        (PLAIN, (6.5, 6), "breathing out is shorter than breathing in"),
        (PLAIN, (1.5, 6), "1.5 s is too short to breathe in. 2 s is the least."),
        ("in 4s, out 3s, 9 times", (4, 1), "1 s is too short to breathe out. 2 s is the least."),
        (PLAIN, (4, 6, 2), "this breathing has no such hold"),
        (PLAIN, (4, 6, 0, 2), "this breathing has no such hold"),
        (BOX, (4, 4, 4.5, 4), "4.5 s is long to hold the breath."),
        (BOX, (4, 4, 4, 4.5), "4.5 s is too long to hold with empty lungs."),
        (BOX, (5, 8, 4, 4), "a breath of 21 s is too slow."),
        (BRISK_478, (4, 8, 7.5), "7.5 s is too long to hold the breath."),
        ("in 2.3s, hold 4s, out 4.6s, 9 times", (4, 8, 7), "7 s is long to hold the breath."),
        ("in 2s, in 1s, out 7s, 9 times", (3, 7), "more parts than can be changed"),
    ],
)
def test_what_is_not_safe_is_refused_with_the_rule_it_breaks(
    scripted: str, wanted: tuple[float, ...], reason: str
) -> None:
    assert reason in _refusal(scripted, *wanted)


_seconds = st.floats(0.1, 30)


@given(_seconds, _seconds, _seconds, _seconds, st.sampled_from((PLAIN, BOX, BRISK_478)))
def test_what_is_not_refused_breaks_no_rule_with_its_holds_and_without(
    inhale: float, exhale: float, hold: float, rest: float, scripted: str
) -> None:
    holds = {PLAIN: (), BOX: (hold, rest), BRISK_478: (hold,)}[scripted]
    if _refusal(scripted, inhale, exhale, *holds):
        return
    cue = read_breathing(scripted, 1, ())
    assert isinstance(cue, Breathe)
    pattern = BreathPattern(inhale, exhale, *holds)
    for each in (pattern, pattern.without_holds):
        problems = check_breathing(replace(cue, parts=each.parts))
        assert Severity.ERROR not in {problem.severity for problem in problems}


@pytest.mark.parametrize(
    ("rate", "reason"), [(5, ""), (8, ""), (4.5, "slower than 5"), (8.5, "faster than 8")]
)
def test_a_change_of_pace_may_end_at_5_to_8_breaths_a_minute(rate: float, reason: str) -> None:
    refusal = refusal_of_aim(rate)
    assert reason in refusal
    assert bool(reason) == bool(refusal)
