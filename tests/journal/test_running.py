"""Sessions of processes that died are closed as interrupted; those of living ones are left alone."""

from __future__ import annotations

import subprocess
import sys
from contextlib import contextmanager
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from relaxapp.errors import JournalError
from relaxapp.journal.entry import Outcome
from relaxapp.journal.opening import open_journal
from relaxapp.journal.running import RunningSessions

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from relaxapp.journal.entry import Plan
    from relaxapp.journal.journal import Journal
    from tests.journal.conftest import Clock

PRACTISING = """
import sys
from datetime import datetime, timedelta
from pathlib import Path
from relaxapp.journal.entry import Plan
from relaxapp.journal.opening import open_journal

time = datetime.fromisoformat("2026-11-24T21:00:00+01:00")
journal = open_journal(Path(sys.argv[1]), lambda: time)
entry_id = journal.begin(Plan(script_id="s", title="S", technique="breathing", planned_seconds=600), 8)
time += timedelta(seconds=95)
journal.progress(entry_id, 90.0, 5.0, 1)
print("practising", flush=True)
sys.stdin.read()
"""


@contextmanager
def another_process(folder: Path) -> Iterator[subprocess.Popen[str]]:
    """A process in the middle of a session."""
    with subprocess.Popen(
        [sys.executable, "-c", PRACTISING, str(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "practising\n"
        try:
            yield process
        finally:
            process.kill()


def test_a_killed_session_is_interrupted_and_keeps_what_was_practised(
    tmp_path: Path, clock: Clock
) -> None:
    with another_process(tmp_path) as process:
        with open_journal(tmp_path, clock) as journal:
            [entry] = journal.entries()
            assert entry.outcome is Outcome.RUNNING
            assert len(list((tmp_path / "running").iterdir())) == 1
        process.kill()
        process.wait()
    with open_journal(tmp_path, clock) as journal:
        [entry] = journal.entries()
    assert entry.outcome is Outcome.INTERRUPTED
    assert (entry.practised_seconds, entry.paused_seconds, entry.skipped_steps) == (90, 5, 1)
    assert entry.ended_at == entry.started_at + timedelta(seconds=95)
    assert entry.tension_before == 8
    assert list((tmp_path / "running").iterdir()) == []


BEGINNING = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from relaxapp.journal.entry import Outcome, Plan
from relaxapp.journal.opening import open_journal

for _ in range(3):
    with open_journal(Path(sys.argv[1]), lambda: datetime(2026, 11, 24, tzinfo=UTC)) as journal:
        plan = Plan(script_id="s", title="S", technique="breathing", planned_seconds=600)
        entry_id = journal.begin(plan)
        journal.finish(
            entry_id, Outcome.FINISHED, practised_seconds=1, paused_seconds=0, skipped_steps=0
        )
"""


def test_processes_that_begin_a_journal_together_lose_nothing(tmp_path: Path, clock: Clock) -> None:
    processes = [
        subprocess.Popen([sys.executable, "-c", BEGINNING, str(tmp_path)]) for _ in range(3)
    ]
    assert [process.wait() for process in processes] == [0, 0, 0]
    with open_journal(tmp_path, clock) as journal:
        assert [entry.outcome for entry in journal.entries()] == [Outcome.FINISHED] * 9


def test_a_second_window_of_the_same_process_leaves_its_sessions_alone(
    tmp_path: Path, journal: Journal, clock: Clock, plan: Plan
) -> None:
    entry_id = journal.begin(plan)
    with open_journal(tmp_path, clock) as second:
        assert second.entry(entry_id).outcome is Outcome.RUNNING
    journal.close_interrupted()
    assert journal.entry(entry_id).outcome is Outcome.RUNNING


def test_a_finished_session_leaves_no_lock(tmp_path: Path, journal: Journal, plan: Plan) -> None:
    entry_id = journal.begin(plan)
    journal.finish(
        entry_id, Outcome.FINISHED, practised_seconds=1, paused_seconds=0, skipped_steps=0
    )
    assert list((tmp_path / "running").iterdir()) == []


def test_a_session_left_when_the_journal_closed_is_interrupted(
    tmp_path: Path, clock: Clock, plan: Plan
) -> None:
    with open_journal(tmp_path, clock) as journal:
        journal.begin(plan)
    with open_journal(tmp_path, clock) as journal:
        assert journal.entries()[0].outcome is Outcome.INTERRUPTED


def test_a_session_that_cannot_be_locked_does_not_begin(
    tmp_path: Path, journal: Journal, plan: Plan
) -> None:
    (tmp_path / "running").write_text("in the way")
    with pytest.raises(JournalError, match="keep track of running sessions"):
        journal.begin(plan)
    assert journal.count() == 0


def test_two_processes_are_never_at_the_same_session(tmp_path: Path) -> None:
    one, two = RunningSessions(tmp_path), RunningSessions(tmp_path)
    one.hold("u")
    one.hold("u")
    with pytest.raises(JournalError, match="already"):
        two.hold("u")
    assert not two.is_abandoned("u")
    assert not one.is_abandoned("u")
    one.let_go_of_all()
    one.let_go("u")
    assert two.is_abandoned("u")
