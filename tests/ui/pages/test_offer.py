"""Tests of what is offered."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from relaxapp.script.parser import parse
from relaxapp.ui.pages.offer import Offer, with_favourite
from tests.ui.house import BREATH


def _offer(script_id: str, *, is_favourite: bool) -> Offer:
    return Offer(script_id=script_id, path=Path("a.relax"), script=None, is_favourite=is_favourite)


@pytest.mark.parametrize(
    ("offer", "after"),
    [
        (_offer("c", is_favourite=True), ("a", "gone", "c")),
        (_offer("a", is_favourite=True), ("a", "gone")),
        (_offer("a", is_favourite=False), ("gone",)),
        (_offer("c", is_favourite=False), ("a", "gone")),
    ],
    ids=["new", "already one", "no more", "never one"],
)
def test_a_favourite_is_added_at_the_end_or_taken_away_and_the_others_are_kept(
    offer: Offer, after: tuple[str, ...]
) -> None:
    assert with_favourite(("a", "gone"), offer) == after


def test_the_length_chosen_last_counts_and_otherwise_the_script_s_own() -> None:
    script = parse(BREATH, "breath")
    own = Offer(script_id="breath", path=Path("a.relax"), script=script)
    assert own.minutes == 5
    chosen = Offer(script_id="breath", path=Path("a.relax"), script=script, chosen_minutes=3.5)
    assert chosen.minutes == 3.5


@pytest.mark.parametrize(
    ("language", "named"), [("en", ""), ("en-GB", ""), ("de-AT", "Deutsch"), ("fr", "fr")]
)
def test_a_language_is_named_if_it_is_not_that_of_the_window(language: str, named: str) -> None:
    script = replace(parse(BREATH, "breath"), language=language)

    assert Offer(script_id="a", path=Path("a.relax"), script=script).other_language == named
    assert not Offer(script_id="a", path=Path("a.relax"), script=None).other_language
