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
    assert problems_of(body, f"{header}Language: fr\n") == ()


@pytest.mark.parametrize("word", ["Atme weiter.", "Der Atem geht weiter.", "Und weiteratmen."])
def test_it_may_be_said_in_german_too(problems_of: Problems, word: str) -> None:
    header = "Title: A\nTechnique: b\nMinutes: 1\nCaution: Mind.\nEvidence: None.\nLanguage: de\n"
    body = "# A\n{}\n\n[tense jaw for 5s]\n\n[release for 35s]\n\n# Zurück\nNun.\n\n[pause 5s]"

    assert "for example 'Und atme weiter.'" in str(problems_of(body.format("Nun."), header)[0])
    assert problems_of(body.format(word), header) == ()


@pytest.mark.parametrize(
    ("words", "is_held"),
    [
        ("Halt den Atem an.", True),
        ("Halte dabei die Luft an.", True),
        ("Mit angehaltenem Atem.", False),
        ("Den Atem anhalten.", True),
        ("Den Atem nicht anhalten.", False),
        ("Halt den Atem nicht an.", False),
        ("Ohne die Luft anzuhalten.", False),
        ("Halt die Faust, und atme.", False),
    ],
)
def test_the_breath_is_never_held_in_german_either(
    problems_of: Problems,
    words: str,
    is_held: bool,  # noqa: FBT001 - a table
) -> None:
    header = "Title: A\nTechnique: b\nMinutes: 1\nLanguage: de\n"
    found = problems_of(f"# A\n[tense jaw for 6s]\n{words}\n{RELEASE}", header)

    assert any("drives up the blood" in str(each) for each in found) is is_held


def test_words_that_are_said_before_a_tension_are_told(complaints_of: Complaints) -> None:
    def complaints(words: str) -> list[str]:
        return complaints_of(f"[tense jaw for 6s]\n{words}\n{RELEASE}")

    nine = " ".join(["word"] * 9)
    assert complaints(f"{nine}.") == []
    assert complaints(f"{nine} word.") == [
        (
            "warning 1: these words take about 6.1 s with the quiet around them, and the tension "
            "lasts 6 s; so they will be said before it. Shorten them, or say them in a paragraph "
            "of their own."
        )
    ]
    assert "so the first sentence will be said before it" in complaints(f"{nine}. Word.")[0]


def test_fewer_german_words_fit_into_a_tension(problems_of: Problems) -> None:
    header = "Title: A\nTechnique: b\nMinutes: 1\nLanguage: de\n"

    def found(count: int) -> str:
        body = f"# A\n[tense jaw for 5s]\n{' '.join(['Wort'] * count)}.\n{RELEASE}"
        return " ".join(map(str, problems_of(body, header)))

    assert "do not fit into 5 s of tension; about 9 do" in found(10)
    assert "they will be said before it" in found(7)
    assert "before it" not in found(6).replace("breathing while a muscle is tensed", "").replace(
        "weiter.' before this", ""
    )


def test_the_breath_is_never_held_while_tensing(complaints_of: Complaints) -> None:
    assert complaints_of(f"[tense jaw for 6s]\nHold your breath.\n{RELEASE}")[0].startswith(
        "warning 1: the breath goes on while a muscle is tensed"
    )
    assert complaints_of(f"[tense jaw for 6s]\nDo not hold your breath.\n{RELEASE}") == []
