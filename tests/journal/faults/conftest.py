"""A journal that is worth not losing, and a place to start children that are killed."""

from __future__ import annotations

import os
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest

from relaxapp.journal.entry import Mark, MarkKind, Outcome
from relaxapp.journal.factors import Factor
from relaxapp.journal.opening import open_journal
from tests.journal.conftest import Clock
from tests.journal.faults import works
from tests.journal.faults.evening import PLAN, START
from tests.journal.faults.looking import copied, opened
from tests.journal.faults.nursery import Nursery

if TYPE_CHECKING:
    from collections.abc import Iterator

    from relaxapp.journal.entry import Entry

SESSIONS = 40
_MEMORY = Path("/dev/shm")  # noqa: S108 -- folders in it get names of their own


@pytest.fixture(scope="session")
def nursery() -> Iterator[Nursery]:
    opened = Nursery(works.__name__)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def filled_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with forty sessions that have all that a session can have, and a copy of the day."""
    folder = tmp_path_factory.mktemp("filled")
    for day in (2, 1):
        clock = Clock(START - timedelta(days=day))
        with open_journal(folder, clock, computer="here") as journal:
            for number in range(SESSIONS // 2):
                entry_id = journal.begin(
                    PLAN, number % 11, [Mark("left eye", MarkKind.TWITCHING, 1)]
                )
                journal.finish(
                    entry_id,
                    Outcome.FINISHED,
                    practised_seconds=300 + number,
                    paused_seconds=number,
                    skipped_steps=number % 3,
                )
                journal.rate_after(entry_id, number % 7, [Mark("jaw", MarkKind.TENSION, 3)])
                journal.annotate(
                    entry_id, f"Entry {number}: lighter. " * number, ["bed", "évening"]
                )
            journal.delete(entry_id)
            journal.mark_day(date(2026, 11, 20 + day), Factor.CAFFEINE, day)
    return folder


@pytest.fixture
def memory(tmp_path: Path) -> Iterator[Path]:
    """A folder in memory, where there is one: a kill does not care what the disk is made of."""
    if not os.access(_MEMORY, os.W_OK):
        yield tmp_path
        return
    with TemporaryDirectory(dir=_MEMORY) as folder:
        yield Path(folder)


@pytest.fixture
def filled(filled_once: Path, memory: Path) -> Path:
    """The same as a copy of one's own."""
    return copied(filled_once, memory / "journal")


@pytest.fixture(scope="session")
def there(filled_once: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Entry]:
    """The sessions of that journal, by name."""
    folder = copied(filled_once, tmp_path_factory.mktemp("there") / "journal")
    with opened(folder) as journal:
        return {entry.uuid: entry for entry in journal.entries()}
