"""Rules for tensing and letting go."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.script.conftest import Complaints, Problems

RELEASE = "\n[release for 35s]"


def test_a_usual_tension_and_release_leave_nothing_to_be_said(complaints_of: Complaints) -> None:
    assert complaints_of(f"[tense jaw for 7s]\n{RELEASE}\nAnd let go.") == []


@pytest.mark.parametrize(
    ("cue", "complaint"),
    [
        (
            "tense jaw for 8s",
            "warning 1: 8 s is long to tense a muscle. 5 to 7 s do.",
        ),
        (
            "tense jaw for 10s",
            "warning 1: 10 s is long to tense a muscle. 5 to 7 s do.",
        ),
        (
            "tense jaw for 10.5s",
            "error 1: 10.5 s is too long to tense a muscle. 5 to 7 s do, 10 s is the most.",
        ),
        (
            "tense right foot for 6s",
            "warning 1: calves and feet may cramp: tense them for 5 s at most, not 6 s.",
        ),
        (
            "tense dominant leg for 6s",
            "warning 1: calves and feet may cramp: tense them for 5 s at most, not 6 s.",
        ),
    ],
)
def test_a_tension_that_is_too_long_is_told(
    complaints_of: Complaints, cue: str, complaint: str
) -> None:
    assert complaints_of(f"[{cue}]\n{RELEASE}") == [complaint]


def test_feet_may_be_tensed_for_five_seconds(complaints_of: Complaints) -> None:
    assert complaints_of(f"[tense feet for 5s]\n{RELEASE}") == []


def test_words_that_do_not_fit_into_a_tension_are_an_error(complaints_of: Complaints) -> None:
    def words(count: int) -> str:
        return f"[tense jaw for 6s]\n{' '.join(['word'] * count)}.\n{RELEASE}"

    assert complaints_of(words(13)) == []
    assert complaints_of(words(14)) == [
        (
            "error 1: 14 words do not fit into 6 s of tension; about 13 do. "
            "Say the rest before it, in a paragraph of its own."
        )
    ]


@pytest.mark.parametrize(
    ("seconds", "complaint"),
    [
        (
            "9s to 40s",
            "error 3: a release of 9 s is too short to feel. Give it 20 s or more, 10 s at least.",
        ),
        (
            "19s",
            "warning 3: a release of 19 s is short. 20 to 40 s let a person feel the difference.",
        ),
        (
            "20s",
            "warning 3: 20 s to let go of a tension of 7 s is short. Give it 21 s or more.",
        ),
    ],
)
def test_a_release_that_is_too_short_is_told(
    complaints_of: Complaints, seconds: str, complaint: str
) -> None:
    assert complaints_of(f"[tense jaw for 7s]\n\n[release for {seconds}]") == [complaint]


def test_more_than_half_of_a_release_is_quiet(complaints_of: Complaints) -> None:
    words = " ".join(["word"] * 20)

    assert complaints_of(f"[tense jaw for 5s]\n\n[release for 20s to 60s]\n{words}.") == [
        (
            "warning 3: about 10 s of 20 s of release are spoken. "
            "More than half of it ought to be quiet."
        )
    ]
    assert complaints_of(f"[tense jaw for 5s]\n\n[release for 25s]\n{words}.") == []


@pytest.mark.parametrize(
    "body",
    [
        "[tense jaw for 5s]",
        "[tense jaw for 5s]\n[tense neck for 5s]\n[release for 30s]",
        "[tense jaw for 5s]\n# Next\n[release for 30s]",
    ],
)
def test_a_tension_that_nothing_lets_go_of_is_told(complaints_of: Complaints, body: str) -> None:
    assert complaints_of(body) == [
        (
            "warning 1: nothing lets go of this tension in its step. "
            "Write [release for 25s to 45s] below it."
        )
    ]


def test_a_release_that_cannot_be_read_is_not_called_missing(complaints_of: Complaints) -> None:
    assert len(complaints_of("[tense jaw for 5s]\n\n[release for 30]")) == 1


def test_somewhere_it_is_said_to_keep_breathing(problems_of: Problems) -> None:
    header = "Title: A\nTechnique: b\nMinutes: 1\nCaution: Mind.\nEvidence: None.\n"
    body = "# A\nNow.\n\n[tense jaw for 5s]\n\n[release for 35s]\n\n# Return\nOpen your eyes.\n\n[pause 5s]"

    assert [str(problem) for problem in problems_of(body, header)] == [
        (
            "line 10: nothing says to keep breathing while a muscle is tensed. "
            "Say for example 'Keep breathing.' before this."
        )
    ]
    assert problems_of(body.replace("Now.", "Keep breathing."), header) == ()
    assert problems_of(body, f"{header}Language: de\n") == ()


def test_the_breath_is_never_held_while_tensing(complaints_of: Complaints) -> None:
    assert complaints_of(f"[tense jaw for 6s]\nHold your breath.\n{RELEASE}")[0].startswith(
        "warning 1: the breath goes on while a muscle is tensed"
    )
    assert complaints_of(f"[tense jaw for 6s]\nDo not hold your breath.\n{RELEASE}") == []
