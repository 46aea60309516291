"""A clock moved by hand, and a journal in a folder of its own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from relaxapp.journal.entry import Plan
from relaxapp.journal.opening import open_journal

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from relaxapp.journal.journal import Journal


@dataclass
class Clock:
    """Tells the time it was set to."""

    time: datetime

    def __call__(self) -> datetime:
        return self.time

    def advance(self, seconds: float) -> None:
        self.time += timedelta(seconds=seconds)


@pytest.fixture
def clock() -> Clock:
    return Clock(datetime(2026, 11, 24, 21, 40, tzinfo=UTC))


@pytest.fixture
def journal(tmp_path: Path, clock: Clock) -> Iterator[Journal]:
    with open_journal(tmp_path, clock, patience_seconds=0.01) as opened:
        yield opened


@pytest.fixture
def plan() -> Plan:
    return Plan(
        script_id="shoulders",
        title="Shoulders, neck and jaw",
        technique="muscle relaxation",
        planned_seconds=480,
        fingerprint="f1",
        voice="rms",
        tailoring='{"left out": ["jaw"]}',
    )
