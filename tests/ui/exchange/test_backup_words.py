"""Copies of the journal in words."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from relaxapp.journal.backup import BY_HAND, DAILY, Backup
from relaxapp.ui.exchange.backup_words import contents, lines, made, reason, where_made
from tests.ui.house import EVENING

COPY = Backup(
    path=Path("copy"),
    computer="my-desk-1a2b3c",
    made_at=datetime(2026, 11, 24, 7, 5, tzinfo=UTC),
    reason=DAILY,
    sessions=312,
    first_day=date(2025, 3, 3),
    last_day=date(2026, 11, 23),
)


def test_it_was_made_at_a_time_on_the_clock_of_the_place() -> None:
    assert made(COPY, EVENING) == "Today 07:05"
    assert made(COPY, EVENING.astimezone(timezone(timedelta(hours=2)))) == "Today 09:05"
    assert made(COPY, EVENING + timedelta(days=3)) == "Tue 24 Nov 07:05"


def test_computers_go_by_their_names() -> None:
    assert where_made(COPY, "my-desk-1a2b3c") == "this computer"
    assert where_made(COPY, "my-desk-ffffff") == "my-desk"
    assert where_made(replace(COPY, computer=""), "my-desk-1a2b3c") == ""
    assert where_made(replace(COPY, computer="desk"), "") == "desk"


@pytest.mark.parametrize(
    ("copy", "words"),
    [
        (COPY, "312 sessions, 3 Mar 2025 to 23 Nov 2026"),
        (replace(COPY, first_day=COPY.last_day), "312 sessions, 23 Nov 2026"),
        (replace(COPY, sessions=1, first_day=COPY.last_day), "1 session, 23 Nov 2026"),
        (replace(COPY, sessions=0, first_day=None, last_day=None), "No sessions"),
        (replace(COPY, trouble="It is damaged."), "It cannot be used"),
    ],
)
def test_what_is_in_it_is_told(copy: Backup, words: str) -> None:
    assert contents(copy) == words


@pytest.mark.parametrize(
    ("why", "words"),
    [
        (DAILY, "the copy of the day"),
        (BY_HAND, "made by you"),
        ("import", "before sessions came in"),
        ("restore", "before going back"),
        ("v2", "before relaxapp was renewed"),
    ],
)
def test_why_it_was_made_is_told(why: str, words: str) -> None:
    assert reason(replace(COPY, reason=why)) == words


def test_a_list_tells_where_daily_copies_are_from_and_why_others_were_made() -> None:
    computer = COPY.computer
    aside = replace(COPY, computer="", reason="restore")
    assert lines(COPY, EVENING, computer)[0] == "Today 07:05  ·  this computer"
    assert lines(aside, EVENING, computer)[0] == "Today 07:05  ·  before going back"
    by_hand = replace(COPY, reason=BY_HAND)
    assert lines(by_hand, EVENING, computer)[0] == "Today 07:05  ·  made by you"
    assert lines(by_hand, EVENING, "other")[0] == "Today 07:05  ·  my-desk"
    assert lines(replace(COPY, computer=""), EVENING, computer)[0] == "Today 07:05"
