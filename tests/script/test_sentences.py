"""Paragraphs taken apart into what is spoken in one piece."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from relaxapp.script.sentences import sentences


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        ("Lift. Feel the pull.", ("Lift.", "Feel the pull.")),
        ("Ready? Then begin! Now.", ("Ready?", "Then begin!", "Now.")),
        ("A line\nbreak   is a space.", ("A line break is a space.",)),
        ("No mark at the end", ("No mark at the end",)),
        ("Relax a muscle, e.g. the jaw.", ("Relax a muscle, e.g. the jaw.",)),
        ("Relax, i.e. Let go.", ("Relax, i.e. Let go.",)),
        ("Dr. Jacobson wrote it.", ("Dr. Jacobson wrote it.",)),
        ("It is by J. Wolpe. Read it.", ("It is by J. Wolpe.", "Read it.")),
        ("So do I. Now rest.", ("So do I.", "Now rest.")),
        ("Breathe 5.5 times. Then rest.", ("Breathe 5.5 times.", "Then rest.")),
        ("Let go ... and rest.", ("Let go ... and rest.",)),
        ("Let go... Rest.", ("Let go...", "Rest.")),
        ("Let go… Rest.", ("Let go…", "Rest.")),
        ('Think "rest." Then go on.', ('Think "rest."', "Then go on.")),
        ("Now the arms. {dominant} first.", ("Now the arms.", "{dominant} first.")),
        ("Count to 10. 9 is next.", ("Count to 10.", "9 is next.")),
        ("“Rest.” “Again.”", ("“Rest.”", "“Again.”")),
        ("", ()),
        (" \n ", ()),
    ],
)
def test_a_paragraph_is_taken_apart_where_a_reader_would_stop(
    paragraph: str, expected: tuple[str, ...]
) -> None:
    assert sentences(paragraph) == expected


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        ("Den Kiefer, z. B. Dann die Stirn.", ("Den Kiefer, z. B. Dann die Stirn.",)),
        ("Nimm z. B. Wasser. Trink.", ("Nimm z. B. Wasser.", "Trink.")),
        (
            "Die Hand, d. h. Finger, bzw. Daumen. Gut.",
            ("Die Hand, d. h. Finger, bzw. Daumen.", "Gut."),
        ),
        ("Bleib ca. 5 Minuten. Dann geh.", ("Bleib ca. 5 Minuten.", "Dann geh.")),
        ("Füße, Beine usw. Dann der Bauch.", ("Füße, Beine usw.", "Dann der Bauch.")),
        ("Sag: „Los.“ Dann weiter.", ("Sag: „Los.“", "Dann weiter.")),
        ("»Ruhe.« „Noch einmal.“", ("»Ruhe.«", "„Noch einmal.“")),
    ],
)
def test_german_has_its_own_abbreviations(paragraph: str, expected: tuple[str, ...]) -> None:
    assert sentences(paragraph, "de-AT") == expected


@given(st.text(alphabet=st.sampled_from("aB .!?…\"'”)\n{}5"), max_size=60) | st.text())
@settings(deadline=None)
def test_no_word_is_lost_or_changed(paragraph: str) -> None:
    found = sentences(paragraph)

    assert " ".join(found) == " ".join(paragraph.split())
    assert all(found)


@pytest.mark.parametrize("piece", [".", '."', "a.", ". ", "A. ", "' "])
def test_a_mebibyte_of_marks_is_read_at_once(piece: str) -> None:
    text = piece * (2**20 // len(piece))

    assert "".join(sentences(text)).replace(" ", "") == text.replace(" ", "")
