"""Tests of what the first page shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relaxapp.errors import JournalError
from relaxapp.script.library import Library
from relaxapp.settings import Settings
from relaxapp.ui.welcome import welcome
from tests.ui.house import EVENING, practised

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

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
