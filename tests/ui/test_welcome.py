"""Tests of what the first page shows."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from relaxapp.errors import JournalError
from relaxapp.script.library import Library
from relaxapp.settings import Settings
from relaxapp.ui.welcome import welcome
from tests.ui.house import EVENING, practised

if TYPE_CHECKING:
    from pathlib import Path

    from relaxapp.journal.journal import Journal


def test_scripts_a_proposal_and_the_week_come_from_what_is_there(
    scripts: Path, journal: Journal
) -> None:
    practised(journal, "Long breath out", script_id="breath", minutes=12)
    found = welcome(Library((scripts,)), journal, EVENING, Settings())
    assert [offer.script_id for offer in found.offers] == ["shoulders", "breath", "broken"]
    assert found.suggestion is not None
    assert found.suggestion.script_id == "breath"
    assert found.week == "1 of 5 days, 12 min"
    assert found.trouble == ""


def test_a_log_that_cannot_be_read_takes_no_script_away(
    scripts: Path, journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(*_args: object, **_keywords: object) -> None:
        raise JournalError("The journal is in use by another program.")

    monkeypatch.setattr(type(journal), "entries", failing)
    found = welcome(Library((scripts,)), journal, EVENING, Settings())
    assert len(found.offers) == 3
    assert found.suggestion is not None
    assert (found.week, found.trouble) == ("", "The journal is in use by another program.")


def test_favourites_lengths_and_days_come_with_the_offers(scripts: Path, journal: Journal) -> None:
    practised(journal, "Long breath out", script_id="breath", days_ago=1)
    settings = Settings(favourites=("gone", "breath"), minutes_by_script={"breath": 3.0})
    found = welcome(Library((scripts,)), journal, EVENING, settings)
    by_id = {offer.script_id: offer for offer in found.offers}
    breath = by_id["breath"]
    assert (breath.is_favourite, breath.minutes, breath.days_ago) == (True, 3.0, 1)
    shoulders = by_id["shoulders"]
    assert (shoulders.is_favourite, shoulders.minutes, shoulders.days_ago) == (False, 3.0, None)


@pytest.mark.parametrize(
    ("day_begins_hour", "days"), [(0, 1), (4, 0)], ids=["at midnight", "at four"]
)
def test_days_are_days_of_practice_which_begin_when_the_person_says(
    scripts: Path, journal: Journal, day_begins_hour: int, days: int
) -> None:
    practised(journal, "Long breath out", script_id="breath")
    late = datetime(2026, 11, 25, 1, 0, tzinfo=UTC)
    settings = Settings(day_begins_hour=day_begins_hour)
    found = welcome(Library((scripts,)), journal, late, settings)
    assert {offer.days_ago for offer in found.offers} == {None, days}


def test_what_was_practised_long_ago_is_not_recent(scripts: Path, journal: Journal) -> None:
    practised(journal, "Long breath out", script_id="breath", days_ago=28)
    practised(journal, "Shoulders and jaw", script_id="shoulders", days_ago=27)
    found = welcome(Library((scripts,)), journal, EVENING, Settings())
    assert {offer.script_id: offer.days_ago for offer in found.offers} == {
        "breath": None,
        "shoulders": 27,
        "broken": None,
    }


def test_the_last_session_and_the_quick_help_are_there(scripts: Path, journal: Journal) -> None:
    practised(journal, "Shoulders and jaw", script_id="shoulders")
    found = welcome(Library((scripts,)), journal, EVENING, Settings())
    assert found.again is not None
    assert found.again.script_id == "shoulders"
    assert found.quick_help is not None
    assert found.quick_help.script_id == "breath"


def test_who_tenses_nothing_is_proposed_what_tenses_nothing(
    scripts: Path, journal: Journal
) -> None:
    text = (scripts / "breath.relax").read_text(encoding="utf-8")
    (scripts / "pmr-passive.relax").write_text(text, encoding="utf-8")
    practised(journal, "Long breath out", script_id="breath", days_ago=30)
    found = welcome(Library((scripts,)), journal, EVENING, Settings(no_tensing=True))
    assert found.suggestion is not None
    assert found.suggestion.script_id == "pmr-passive"
    assert [entry.script_id for entry in found.entries] == ["breath"]
