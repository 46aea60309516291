"""A journal is written to a file whole or not at all, and everything in it comes back."""

from __future__ import annotations

import csv
import errno
import io
import json
import os
import resource
import stat
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings

from relaxapp.errors import JournalError
from relaxapp.journal import deletions, factors
from relaxapp.journal.entry import Plan
from relaxapp.journal.exporting import save_csv, save_json, write_csv, write_json
from relaxapp.journal.factors import Factor
from relaxapp.journal.filter import Filter
from relaxapp.journal.importing import read_export, take_in
from relaxapp.journal.merge import Contents, merge
from relaxapp.journal.opening import open_journal
from relaxapp.journal.period import Period
from relaxapp.journal.table import CSV_COLUMNS
from tests.journal.made_up import contents
from tests.journal.test_records import ENTRY, everything

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path
    from typing import TypeAlias

    from relaxapp.journal.journal import Journal
    from tests.journal.conftest import Clock

    Save: TypeAlias = Callable[..., None]

NIGHT = replace(ENTRY, id=0)


class CalledOffError(Exception):
    """Raised by who is told of progress."""


@pytest.fixture
def other(tmp_path: Path, clock: Clock) -> Iterator[Journal]:
    """The journal of another computer."""
    with open_journal(tmp_path / "other", clock, computer="other-1") as opened:
        yield opened


@pytest.fixture(params=[save_json, save_csv], ids=["json", "csv"])
def save(request: pytest.FixtureRequest) -> Save:
    found: Save = request.param
    return found


def all_in(journal: Journal) -> tuple[object, ...]:
    return (
        [everything(replace(entry, id=0)) for entry in journal.entries()],
        deletions.all_of_them(journal.database),
        factors.all_of_them(journal.database),
    )


def leftovers(path: Path) -> list[str]:
    return [each.name for each in path.parent.iterdir() if "part" in each.name]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=15)
@given(contents(disjoint=True))
def test_what_is_exported_and_imported_elsewhere_is_all_there_once(
    journal: Journal, other: Journal, tmp_path: Path, some: Contents
) -> None:
    for each in (journal, other):
        for table in ("sessions", "deletions", "factors"):
            each.database.write(f"DELETE FROM {table}")  # noqa: S608 -- own names
    merge(journal.database, some)
    path = tmp_path / "history.json"
    save_json(journal, path)
    take_in(other, read_export(path))
    assert all_in(other) == all_in(journal)
    assert not take_in(other, read_export(path)).changes_anything
    assert not take_in(journal, read_export(path)).changes_anything
    assert all_in(other) == all_in(journal)


def test_the_file_has_a_record_a_line_newest_first(journal: Journal, tmp_path: Path) -> None:
    earlier = replace(NIGHT, uuid="earlier", started_at=NIGHT.started_at - timedelta(days=1))
    merge(journal.database, Contents((NIGHT, earlier)))
    path = tmp_path / "history.json"
    save_json(journal, path)
    lines = path.read_text("utf-8").splitlines()
    assert lines[:4] == ["{", '"kind": "relaxapp history",', '"format": 2,', '"sessions": [']
    assert [json.loads(line.rstrip(","))["uuid"] for line in lines[4:6]] == [NIGHT.uuid, "earlier"]
    assert "Two\\nlines, ü" in lines[4]


def test_an_empty_journal_makes_a_file_that_can_be_taken_in(
    journal: Journal, tmp_path: Path
) -> None:
    path = tmp_path / "history.json"
    save_json(journal, path)
    assert read_export(path) == Contents()


@pytest.mark.parametrize("number", [499, 500, 501, 1_000])
def test_no_session_is_passed_over_or_written_twice(
    journal: Journal, tmp_path: Path, number: int
) -> None:
    # Many at the same instant: there only the number of a session tells it from the next.
    many = tuple(replace(NIGHT, uuid=f"u{each}") for each in range(number))
    merge(journal.database, Contents(many))
    path, told = tmp_path / "history.json", list[tuple[int, int]]()
    save_json(journal, path, progress=lambda done, total: told.append((done, total)))
    assert sorted(entry.uuid for entry in read_export(path).entries) == sorted(
        entry.uuid for entry in many
    )
    assert told[-1] == (number, number)


def test_of_some_days_no_more_is_told_than_these_days(
    journal: Journal, clock: Clock, plan: Plan, tmp_path: Path
) -> None:
    today, yesterday = date(2026, 11, 24), date(2026, 11, 23)
    for days in (0, 1):
        at = clock() - timedelta(days=days)
        journal.add_by_hand(plan, started_at=at, practised_seconds=60, note=f"{days} days ago")
        journal.mark_day(at.date(), Factor.SLEEP, days)
    journal.delete(journal.add_by_hand(plan, started_at=clock(), practised_seconds=60))
    path = tmp_path / "history.json"
    save_json(journal, path, Filter(period=Period(yesterday, yesterday)))
    found = read_export(path)
    assert [entry.note for entry in found.entries] == ["1 days ago"]
    assert [(mark.day, mark.level) for mark in found.factors] == [(yesterday, 1)]
    assert found.deletions == ()
    save_json(journal, path, Filter(search="0 days"))
    assert (len(read_export(path).entries), read_export(path).factors) == (1, ())
    save_json(journal, path)
    assert {mark.day for mark in read_export(path).factors} == {today, yesterday}
    assert len(read_export(path).deletions) == 1


def test_others_may_write_while_it_is_being_written(
    journal: Journal, plan: Plan, tmp_path: Path
) -> None:
    merge(journal.database, Contents(tuple(replace(NIGHT, uuid=f"u{n}") for n in range(600))))
    path, seen = tmp_path / "history.json", list[int]()

    def another_program(done: int, _total: int) -> None:
        seen.append(done)
        twin = journal.twin()
        twin.add_by_hand(plan, started_at=NIGHT.started_at, practised_seconds=60)
        twin.delete(twin.entries()[-1].id)
        twin.database.close()

    save_json(journal, path, progress=another_program)
    assert seen == [500, 600]
    assert {entry.uuid for entry in read_export(path).entries} == {f"u{n}" for n in range(600)}


def test_csv_reads_back_with_quotes_and_line_ends_whole(journal: Journal, tmp_path: Path) -> None:
    merge(journal.database, Contents((NIGHT,)))
    path = tmp_path / "history.csv"
    save_csv(journal, path)
    assert path.read_bytes().startswith(b"\xef\xbb\xbfstarted,ended,")
    with path.open(encoding="utf-8-sig", newline="") as file:
        [row] = csv.DictReader(file)
    assert tuple(row) == CSV_COLUMNS
    assert (row["title"], row["note"]) == (NIGHT.title, NIGHT.note)


def test_csv_on_a_stream_begins_with_its_first_name() -> None:
    stream = io.StringIO(newline="")
    write_csv([ENTRY], stream)
    assert stream.getvalue().startswith("started,ended,")


def test_half_a_character_in_what_was_tailored_does_not_keep_csv_from_being_written(
    journal: Journal, tmp_path: Path
) -> None:
    odd = replace(NIGHT, tailoring='{"left_out": ["\\ud800"]}')
    merge(journal.database, Contents((odd,)))
    path = tmp_path / "history.csv"
    save_csv(journal, path)
    assert "\\ud800" in path.read_text("utf-8")


def test_a_file_that_is_there_is_replaced_in_one_step(
    journal: Journal, tmp_path: Path, save: Save
) -> None:
    merge(journal.database, Contents((NIGHT,)))
    kept, path = tmp_path / "kept", tmp_path / "link"
    kept.write_text("before", encoding="utf-8")
    path.symlink_to(kept)

    def look(_done: int, _total: int) -> None:
        assert kept.read_text("utf-8") == "before"

    save(journal, path, progress=look)
    assert path.is_symlink()
    assert "Shoulders" in kept.read_text("utf-8")
    assert not leftovers(path)


def test_only_the_person_may_read_it(journal: Journal, tmp_path: Path, save: Save) -> None:
    save(journal, tmp_path / "history")
    assert stat.S_IMODE((tmp_path / "history").stat().st_mode) == 0o600


def test_what_is_called_off_leaves_what_was_there(
    journal: Journal, tmp_path: Path, save: Save
) -> None:
    merge(journal.database, Contents((NIGHT,)))
    path = tmp_path / "history"
    path.write_text("before", encoding="utf-8")

    def call_off(_done: int, _total: int) -> None:
        raise CalledOffError

    with pytest.raises(CalledOffError):
        save(journal, path, progress=call_off)
    assert path.read_text("utf-8") == "before"
    assert not leftovers(path)
    journal.begin(Plan(script_id="a", title="a", technique="a", planned_seconds=1))


@pytest.mark.parametrize("where", ["fsync", "replace"])
def test_a_full_disk_is_a_sentence_and_leaves_what_was_there(
    journal: Journal, tmp_path: Path, save: Save, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    path = tmp_path / "history"
    path.write_text("before", encoding="utf-8")

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    if where == "fsync":
        monkeypatch.setattr("os.fsync", full)
    else:
        monkeypatch.setattr("pathlib.Path.replace", full)
    with pytest.raises(JournalError, match="the disk is full"):
        save(journal, path)
    assert path.read_text("utf-8") == "before"
    assert not leftovers(path)


def test_no_room_in_the_middle_of_writing_leaves_nothing_behind(
    journal: Journal, tmp_path: Path, save: Save
) -> None:
    merge(journal.database, Contents(tuple(replace(NIGHT, uuid=f"u{n}") for n in range(600))))
    usual, most = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, most))
    try:
        with pytest.raises(JournalError, match="the disk is full"):
            save(journal, tmp_path / "history")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (usual, most))
    assert not (tmp_path / "history").exists()
    assert not leftovers(tmp_path / "history")
    assert journal.count() == 600


@pytest.mark.skipif(not os.access("/dev/full", os.W_OK), reason="there is no /dev/full here")
def test_a_stream_that_is_full_is_told_to_who_opened_it(journal: Journal) -> None:
    with pytest.raises(OSError, match="No space"), open("/dev/full", "w", encoding="utf-8") as file:  # noqa: PTH123 -- a device
        write_json(journal, file)


def test_places_where_no_file_can_be_are_sentences(
    journal: Journal, tmp_path: Path, save: Save
) -> None:
    for path, sentence in (
        (tmp_path, "is a folder. Give the history a file's name in it."),
        (tmp_path / "nowhere" / "a.json", "No such file or directory"),
        (journal.database.path, "is a database, perhaps the journal itself"),
    ):
        with pytest.raises(JournalError, match=sentence) as refused:
            save(journal, path)
        assert str(path) in str(refused.value)
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(JournalError, match="is not a file"):
        save(journal, tmp_path / "pipe")


def test_a_folder_that_may_not_be_written_is_a_sentence(
    journal: Journal, tmp_path: Path, save: Save, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr("relaxapp.journal.exporting.NamedTemporaryFile", refuse)
    with pytest.raises(JournalError, match="Permission denied"):
        save(journal, tmp_path / "history.json")


def test_times_are_those_of_the_place(journal: Journal, tmp_path: Path) -> None:
    merge(journal.database, Contents((NIGHT,)))
    save_json(journal, tmp_path / "a.json")
    [entry] = read_export(tmp_path / "a.json").entries
    assert entry.started_at.isoformat() == "2026-11-24T21:40:00.500000+01:00"
    assert entry.changed_at == datetime(2026, 11, 24, 20, 48, 20, 500_000, UTC)
