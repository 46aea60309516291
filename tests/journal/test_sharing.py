"""Two computers share a folder through a file syncer, whatever it does when: in the end both know everything."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from random import Random
from typing import TYPE_CHECKING

import pytest

from relaxapp.errors import NotFoundError
from relaxapp.journal.damage import FILE_NAME
from relaxapp.journal.entry import Mark, MarkKind, Outcome, Plan
from relaxapp.journal.factors import Factor
from relaxapp.journal.opening import open_journal
from relaxapp.journal.period import Period
from tests.journal.conftest import Clock

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

    from relaxapp.journal.entry import Entry
    from relaxapp.journal.journal import Journal

RUNS = 30
STEPS = 40
PLAN = Plan(script_id="evening", title="Evening", technique="breathing", planned_seconds=600)
DAY = datetime(2026, 11, 24, tzinfo=UTC).date()


class Computer:
    """One of two computers, with its copy of the shared folder, and a person who uses it."""

    def __init__(self, name: str, folder: Path, clock: Clock) -> None:
        self.name = name
        self.folder = folder
        self.clock = clock
        self.journal: Journal | None = None
        self.folder.mkdir()

    @property
    def opened(self) -> Journal:
        if self.journal is None:
            self.journal = open_journal(self.folder, self.clock, computer=self.name)
        return self.journal

    def close(self) -> None:
        if self.journal is not None:
            self.journal.close()
            self.journal = None

    @property
    def file(self) -> Path:
        return self.folder / FILE_NAME

    @property
    def daybook(self) -> Path:
        return self.folder / "daybooks" / f"{self.name}.jsonl"


class World:
    """Two computers, what was done on them, and a syncer between their folders."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.chance = Random(seed)  # noqa: S311 - no secret hangs on it
        self.clock = Clock(datetime(2026, 11, 24, 8, 0, tzinfo=UTC))
        self.computers = [Computer(name, folder / name, self.clock) for name in ("anna", "ben")]
        # By name, when a session was last changed, and what it then was; None if it was deleted.
        self.known: dict[str, tuple[datetime, Entry | None]] = {}
        self.deleted: list[Entry] = []
        self.levels: dict[tuple[date, Factor], int | None] = {}
        self.conflicts = 0

    def run(self) -> None:
        acts: list[Callable[[], None]] = [
            self.practise,
            self.practise,
            self.annotate,
            self.rate,
            self.rewrite,
            self.delete,
            self.undo,
            self.add,
            self.mark_day,
            self.leave_running,
            self.close,
            self.close,
            self.sync_daybook,
            self.overwrite,
            self.overwrite,
            self.leave_conflict,
        ]
        for _ in range(STEPS):
            self.clock.advance(self.chance.randrange(1, 5000))
            self.chance.choice(acts)()

    def settle(self) -> None:
        """Lets the syncer come to its end, while each computer is used once in a while."""
        for _ in range(3):
            for one, other in (self.computers, self.computers[::-1]):
                one.close()
                self.clock.advance(60)
                self._note_interrupted(one.opened)
                one.close()
                self._copy_daybook(one, other)

    def practise(self) -> None:
        journal = self._someone().opened
        number = journal.begin(PLAN, self.chance.randrange(11))
        self._note(journal, number)
        self.clock.advance(300)
        if self.chance.random() < 0.3:
            # The syncer does its work in the middle of a session as well.
            self.overwrite()
        journal.progress(number, 300, 0, 0)
        self.clock.advance(300)
        journal.finish(
            number, Outcome.FINISHED, practised_seconds=600, paused_seconds=0, skipped_steps=0
        )
        self._note(journal, number)

    def leave_running(self) -> None:
        computer = self._someone()
        number = computer.opened.begin(PLAN)
        self._note(computer.opened, number)
        self.clock.advance(30)
        computer.opened.progress(number, 30, 0, 0)
        computer.close()

    def annotate(self) -> None:
        self._with_entry(
            lambda journal, entry: journal.annotate(
                entry.id, f"Written at {self.clock.time}", [str(self.chance.randrange(9))]
            )
        )

    def rate(self) -> None:
        marks = [Mark("jaw", MarkKind.TENSION, self.chance.randrange(1, 4))]
        self._with_entry(
            lambda journal, entry: journal.rate_after(entry.id, self.chance.randrange(11), marks)
        )

    def rewrite(self) -> None:
        self._with_entry(
            lambda journal, entry: journal.rewrite(
                replace(entry, title=f"{entry.title}, again"[:60])
            )
        )

    def delete(self) -> None:
        found = self._some_entry()
        if found is not None:
            journal, entry = found
            journal.delete(entry.id)
            self.known[entry.uuid] = self.clock.time, None
            self.deleted.append(entry)

    def undo(self) -> None:
        if self.deleted:
            journal = self._someone().opened
            entry = self.deleted.pop(self.chance.randrange(len(self.deleted)))
            was_there = any(each.uuid == entry.uuid for each in journal.entries())
            number = journal.restore(entry)
            if not was_there:
                self._note(journal, number)

    def add(self) -> None:
        journal = self._someone().opened
        started_at = self.clock.time - timedelta(days=self.chance.randrange(400))
        self._note(journal, journal.add_by_hand(PLAN, started_at=started_at, practised_seconds=60))

    def mark_day(self) -> None:
        day = DAY + timedelta(days=self.chance.randrange(3))
        factor = self.chance.choice(list(Factor))
        level = self.chance.choice([None, 0, 1, 2, 3])
        self._someone().opened.mark_day(day, factor, level)
        self.levels[day, factor] = level

    def close(self) -> None:
        self._someone().close()

    def sync_daybook(self) -> None:
        one, other = self._both()
        self._copy_daybook(one, other, cut=self.chance.random() < 0.2)

    def overwrite(self) -> None:
        """The last writer wins: its file takes the other's place, open or not, without its log."""
        one, other = self._both()
        if one.file.exists():
            shutil.copy(one.file, other.folder / ".syncing.tmp")
            (other.folder / ".syncing.tmp").replace(other.file)

    def leave_conflict(self) -> None:
        one, other = self._both()
        if one.file.exists():
            self.conflicts += 1
            names = (
                "journal.sync-conflict-{}-QX7.sqlite3",
                "journal (Ben's conflicted copy {}).sqlite3",
            )
            name = self.chance.choice(names).format(self.conflicts)
            shutil.copy(one.file, other.folder / name)

    def _someone(self) -> Computer:
        computer = self.chance.choice(self.computers)
        self._note_interrupted(computer.opened)
        return computer

    def _both(self) -> tuple[Computer, Computer]:
        one, other = self.chance.sample(self.computers, 2)
        return one, other

    def _some_entry(self) -> tuple[Journal, Entry] | None:
        journal = self._someone().opened
        entries = [each for each in journal.entries() if each.outcome is not Outcome.RUNNING]
        return (journal, self.chance.choice(entries)) if entries else None

    def _with_entry(self, change: Callable[[Journal, Entry], None]) -> None:
        found = self._some_entry()
        if found is not None:
            journal, entry = found
            if self.chance.random() < 0.2:
                # A number that was asked for stays that of the same session.
                self.overwrite()
            try:
                change(journal, entry)
            except NotFoundError:
                # The file that came had it that the other one has deleted it.
                assert self.known[entry.uuid][1] is None
            else:
                self._note(journal, entry.id, entry.uuid)

    def _note(self, journal: Journal, number: int, uuid: str | None = None) -> None:
        entry = journal.entry(number)
        assert uuid in {None, entry.uuid}
        self.known[entry.uuid] = entry.changed_at, entry

    def _note_interrupted(self, journal: Journal) -> None:
        """A session that was left running is closed when the journal is opened."""
        for entry in journal.entries():
            changed_at, known = self.known[entry.uuid]
            if (
                known is not None
                and known.outcome is Outcome.RUNNING
                and entry.outcome is Outcome.INTERRUPTED
                and entry.changed_at >= changed_at
            ):
                self.known[entry.uuid] = entry.changed_at, entry

    def _copy_daybook(self, one: Computer, other: Computer, *, cut: bool = False) -> None:
        if one.daybook.exists():
            target = other.folder / "daybooks" / one.daybook.name
            target.parent.mkdir(exist_ok=True)
            contents = one.daybook.read_bytes()
            if cut:
                contents = contents[: self.chance.randrange(len(contents) + 1)]
            target.write_bytes(contents)


def told(entry: Entry) -> Entry:
    """An entry without what one computer alone knows.

    That is its number there and, of a session that was cut off, how long it had lasted: the file
    alone has that, and it may be overwritten.
    """
    if entry.outcome is Outcome.INTERRUPTED:
        entry = replace(entry, practised_seconds=0, ended_at=None)
    return replace(entry, id=0)


@pytest.mark.parametrize("seed", range(RUNS))
def test_both_computers_know_everything_in_the_end(tmp_path: Path, seed: int) -> None:
    world = World(tmp_path, seed)
    world.run()
    world.settle()
    expected = {uuid: told(entry) for uuid, (_, entry) in world.known.items() if entry}
    for computer in world.computers:
        journal = computer.opened
        assert {entry.uuid: told(entry) for entry in journal.entries()} == expected
        levels = journal.day_levels(Period(DAY, DAY + timedelta(days=2), 4))
        assert {
            (day, factor): level for day, found in levels.items() for factor, level in found.items()
        } == {key: level for key, level in world.levels.items() if level is not None}
        assert [file.name for file in computer.folder.glob("journal*.sqlite3")] == [FILE_NAME]
        computer.close()
