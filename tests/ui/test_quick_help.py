"""Tests of the session for a bad moment."""

from __future__ import annotations

from pathlib import Path

from relaxapp.script.parser import parse
from relaxapp.settings import Settings
from relaxapp.ui.pages.offer import Offer
from relaxapp.ui.quick_help import grounding_offer, quick_help_offer
from tests.ui.house import BREATH


def _offer(script_id: str, technique: str = "breathing", minutes: int = 5) -> Offer:
    text = BREATH.replace("breathing", technique).replace("Minutes: 5", f"Minutes: {minutes}")
    script = parse(text, script_id)
    return Offer(script_id=script_id, path=Path(f"{script_id}.relax"), script=script)


LONG = _offer("long")
SHORT = _offer("short", minutes=3)
SHORTEST = _offer("shortest", "body scan", minutes=2)
GROUND = _offer("ground-54321", "grounding")
BROKEN = Offer(script_id="mine", path=Path("mine.relax"), script=None)


def test_it_is_what_the_person_chose() -> None:
    offers = [LONG, SHORT, GROUND]
    assert quick_help_offer(offers, Settings(quick_help="long")) is LONG


def test_unless_they_chose_it_is_the_one_through_the_senses() -> None:
    assert quick_help_offer([LONG, SHORT, GROUND], Settings()) is GROUND


def test_what_cannot_be_read_is_never_begun() -> None:
    assert quick_help_offer([BROKEN, GROUND], Settings(quick_help="mine")) is GROUND


def test_without_that_one_it_is_the_shortest_breathing() -> None:
    assert quick_help_offer([LONG, SHORTEST, SHORT], Settings()) is SHORT


def test_without_any_breathing_it_is_the_shortest_there_is() -> None:
    offers = [_offer("scan", "body scan", minutes=9), SHORTEST]
    assert quick_help_offer(offers, Settings()) is SHORTEST


def test_without_a_script_there_is_none() -> None:
    assert quick_help_offer([BROKEN], Settings()) is None


def test_who_feels_worse_is_given_what_they_chose_or_the_one_through_the_senses() -> None:
    offers = [LONG, GROUND]
    assert grounding_offer(offers, Settings(quick_help="long")) is LONG
    assert grounding_offer(offers, Settings(quick_help="gone")) is GROUND


def test_who_feels_worse_is_not_given_a_breathing_they_did_not_choose() -> None:
    assert grounding_offer([LONG, SHORT], Settings()) is None
