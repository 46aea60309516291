"""What was probably meant."""

from __future__ import annotations

from relaxapp.script.suggestion import did_you_mean, nearest, shown

NAMES = ("tense", "release", "Breathe")


def test_the_nearest_name_is_found_whatever_its_case() -> None:
    assert nearest("TENS", NAMES) == "tense"
    assert nearest("breath", NAMES) == "Breathe"


def test_what_is_like_nothing_has_no_nearest_name() -> None:
    assert nearest("xyz", NAMES) is None
    assert nearest("tense" * 1000, NAMES) is None


def test_without_a_near_name_all_names_are_told() -> None:
    assert did_you_mean("tens", NAMES) == "Did you mean 'tense'?"
    assert did_you_mean("xyz", NAMES) == "There are: tense, release, Breathe."


def test_a_long_piece_is_cut_where_it_is_quoted() -> None:
    assert shown("a\n b") == "a b"
    assert len(shown("a" * 1000)) == 60
