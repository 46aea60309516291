"""What a card says about its session."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from relaxapp.script.parser import parse
from relaxapp.ui.pages.card_words import aloud, beneath
from relaxapp.ui.pages.offer import Offer
from tests.ui.house import BREATH


def _offer(language: str, days_ago: int | None) -> Offer:
    script = replace(parse(BREATH, "breath"), language=language)
    return Offer(script_id="breath", path=Path("a.relax"), script=script, days_ago=days_ago)


@pytest.mark.parametrize(
    ("language", "days_ago", "words"),
    [
        ("en", None, ""),
        ("en", 1, "yesterday"),
        ("de", None, "Deutsch"),
        ("de", 1, "Deutsch  ·  yesterday"),
    ],
)
def test_a_card_says_its_language_if_it_is_another_one(
    language: str, days_ago: int | None, words: str
) -> None:
    assert beneath(_offer(language, days_ago)) == words


def test_the_language_is_read_out_too() -> None:
    assert ", Deutsch, 5 min" in aloud(_offer("de", None))
    assert "Deutsch" not in aloud(_offer("en", None))
