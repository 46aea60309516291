"""Durations, dates and numbers as people write them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QLocale

from relaxapp.ui import formats

if TYPE_CHECKING:
    from collections.abc import Iterator

NOW = datetime(2026, 11, 24, 22, 5, tzinfo=UTC)


@pytest.fixture(autouse=True)
def british(qapp: object) -> Iterator[None]:
    """Dates and numbers as they are written in Britain."""
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    yield
    QLocale.setDefault(before)


@pytest.mark.parametrize(
    ("seconds", "shown"),
    [(0, "0:00"), (9.9, "0:09"), (252, "4:12"), (3600, "1:00:00"), (3723, "1:02:03"), (-3, "0:00")],
)
def test_a_clock_shows_the_seconds_begun(seconds: float, shown: str) -> None:
    assert formats.clock(seconds) == shown


@pytest.mark.parametrize(
    ("seconds", "shown"),
    [
        (30, "30 s"),
        (59.4, "59 s"),
        (150, "3 min"),
        (480, "8 min"),
        (3600, "1 h"),
        (4800, "1 h 20 min"),
        (3599, "1 h"),
    ],
)
def test_a_duration_is_told_in_the_unit_that_fits_it(seconds: float, shown: str) -> None:
    assert formats.duration(seconds) == shown


def test_days_are_told_from_now() -> None:
    def of(when: datetime) -> str:
        return formats.day(when, NOW)

    assert of(NOW) == "Today"
    assert of(NOW - timedelta(days=1)) == "Yesterday"
    assert of(NOW - timedelta(days=5)) == "Thu 19 Nov"
    assert of(datetime(2025, 11, 19, 8, tzinfo=UTC)) == "19 Nov 2025"


def test_the_time_of_day_is_told_for_today_alone() -> None:
    assert formats.day_and_time(NOW.replace(hour=21, minute=40), NOW) == "Today 21:40"
    assert formats.day_and_time(NOW - timedelta(days=1), NOW) == "Yesterday"


def test_a_negative_number_has_a_real_minus() -> None:
    assert formats.number(-3.94, 1) == "\N{MINUS SIGN}3.9"
    assert formats.number(1234) == "1,234"
