"""Two journals come together whatever the order, without doubles, and whole or not at all."""

from __future__ import annotations

from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, TypeAlias

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from relaxapp.journal import deletions, factors, rows
from relaxapp.journal.database import Database
from relaxapp.journal.deletions import Deletion
from relaxapp.journal.entry import Outcome
from relaxapp.journal.factors import Factor, FactorMark
from relaxapp.journal.merge import Contents, compare, merge
from relaxapp.journal.schema import migrate, migrations
from tests.journal.made_up import UUIDS, contents
from tests.journal.test_records import ENTRY

if TYPE_CHECKING:
    from collections.abc import Iterator

State: TypeAlias = tuple[object, object, object]

# Each example writes journals of its own.
few = settings(max_examples=20)

NIGHT = replace(ENTRY, id=0)
LATER = NIGHT.changed_at + timedelta(days=1)


class CalledOffError(Exception):
    """Raised by who is told of progress."""


def call_off(done: int, total: int) -> None:
    raise CalledOffError


@contextmanager
def journal() -> Iterator[Database]:
    """An empty journal in a file that nobody waits for."""
    with TemporaryDirectory() as folder, closing(Database(Path(folder) / "j", 0)) as database:
        database.write("PRAGMA synchronous = OFF")
        migrate(database, migrations(), lambda _: None)
        database.write("PRAGMA foreign_keys = ON")
        yield database


def state(database: Database) -> State:
    """All that is in a journal but the numbers of its sessions."""
    there = {
        entry.uuid: (replace(entry, id=0), entry.changed_at, entry.started_at.isoformat())
        for entry in rows.select(database, "", ())
    }
    assert len(there) == rows.count(database, "", ())
    return there, deletions.all_of_them(database), factors.all_of_them(database)


def after(*taken_in: Contents, removing: bool) -> State:
    with journal() as database:
        for each in taken_in:
            merge(database, each, removing=removing)
        return state(database)


@few
@given(contents(), st.booleans())
def test_what_is_taken_in_twice_is_there_once(some: Contents, removing: bool) -> None:  # noqa: FBT001
    with journal() as database:
        merge(database, some, removing=removing)
        once = state(database)
        assert not merge(database, some, removing=removing).changes_anything
        assert state(database) == once


@few
@given(contents(disjoint=True), contents(disjoint=True), contents(disjoint=True))
def test_the_order_of_three_computers_does_not_matter(
    one: Contents, two: Contents, three: Contents
) -> None:
    assert (
        after(one, two, three, removing=True)
        == after(three, one, two, removing=True)
        == after(two, three, one, removing=True)
    )


@few
@given(contents(with_deletions=False), contents(with_deletions=False))
def test_the_order_of_two_exports_does_not_matter(one: Contents, two: Contents) -> None:
    assert after(one, two, removing=False) == after(two, one, removing=False)


@few
@given(contents(), contents())
def test_of_each_session_the_last_word_counts(one: Contents, two: Contents) -> None:
    there, gone, noted = after(one, two, removing=True)
    said = {
        uuid: (
            max(
                [e.changed_at for c in (one, two) for e in c.entries if e.uuid == uuid],
                default=None,
            ),
            max(
                [d.deleted_at for c in (one, two) for d in c.deletions if d.uuid == uuid],
                default=None,
            ),
        )
        for uuid in UUIDS
    }
    assert isinstance(there, dict)
    assert {uuid: changed_at for uuid, (_, changed_at, _) in there.items()} == {
        uuid: changed
        for uuid, (changed, deleted) in said.items()
        if changed is not None and (deleted is None or changed > deleted)
    }
    assert {each.uuid for each in gone if isinstance(each, Deletion)} == {  # type: ignore[attr-defined]
        uuid
        for uuid, (changed, deleted) in said.items()
        if deleted is not None and (changed is None or changed <= deleted)
    }
    marks = [*one.factors, *two.factors]
    assert isinstance(noted, tuple)
    assert {(mark.day, mark.factor, mark.changed_at) for mark in noted} == {
        (
            mark.day,
            mark.factor,
            max(
                each.changed_at
                for each in marks
                if (each.day, each.factor) == (mark.day, mark.factor)
            ),
        )
        for mark in marks
    }


@few
@given(contents(disjoint=True), contents(disjoint=True), st.booleans())
def test_a_look_beforehand_tells_what_comes(one: Contents, two: Contents, removing: bool) -> None:  # noqa: FBT001
    with journal() as database:
        merge(database, one, removing=removing)
        before = state(database)
        foreseen = compare(database, two, removing=removing)
        assert state(database) == before
        assert merge(database, two, removing=removing) == foreseen
        assert (state(database) != before) == foreseen.changes_anything


@few
@given(contents(disjoint=True), contents(disjoint=True))
def test_what_is_called_off_has_changed_nothing(one: Contents, two: Contents) -> None:
    with journal() as database:
        merge(database, one)
        before = state(database)
        found = compare(database, two)
        if found.added or found.updated:
            with pytest.raises(CalledOffError):
                merge(database, two, progress=call_off)
        assert state(database) == before


def test_it_may_be_called_off_half_way(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("relaxapp.journal.merge._ROWS_AT_ONCE", 2)
    told: list[tuple[int, int]] = []

    def enough(done: int, total: int) -> None:
        told.append((done, total))
        if done == 4:
            raise CalledOffError

    five = Contents(tuple(replace(NIGHT, uuid=f"u{number}") for number in range(5)))
    with journal() as database:
        with pytest.raises(CalledOffError):
            merge(database, five, progress=enough)
        assert told == [(2, 5), (4, 5)]
        assert rows.count(database, "", ()) == 0
        merge(database, five)
        assert rows.count(database, "", ()) == 5


def test_numbers_follow_the_order_of_practice_and_none_is_given_again() -> None:
    morning = replace(NIGHT, uuid="morning", started_at=NIGHT.started_at - timedelta(hours=12))
    with journal() as database:
        with database.transaction():
            rows.insert(database, replace(NIGHT, uuid="gone"), None)
        database.write("DELETE FROM sessions")
        merge(database, Contents((NIGHT, morning)))
        numbers = {entry.uuid: entry.id for entry in rows.select(database, "", ())}
    assert numbers == {"morning": 2, NIGHT.uuid: 3}


def test_a_session_that_runs_there_is_interrupted_here_until_more_is_known() -> None:
    running = replace(NIGHT, outcome=Outcome.RUNNING, ended_at=None)
    with journal() as database:
        merge(database, Contents((running,)))
        [here] = rows.select(database, "", ())
        assert (here.outcome, here.ended_at) == (Outcome.INTERRUPTED, NIGHT.started_at)
        merge(database, Contents((replace(NIGHT, changed_at=LATER),)))
        [here] = rows.select(database, "", ())
        assert here.outcome is Outcome.FINISHED


def test_a_session_that_runs_here_is_known_best_here_unless_it_has_ended_since() -> None:
    running = replace(NIGHT, outcome=Outcome.RUNNING, ended_at=None, practised_seconds=2)
    with journal() as database:
        with database.transaction():
            rows.insert(database, running, None)
        assert not merge(database, Contents((running,))).changes_anything
        assert merge(database, Contents((NIGHT,))).older == 1
        [ended] = merge(database, Contents((replace(NIGHT, changed_at=LATER),))).updated
        assert ended.outcome is Outcome.FINISHED


def test_each_session_is_counted_once_by_what_comes_of_it() -> None:
    names = ("new", "same", "later", "older", "deleted")
    new, same, later, older, deleted = (replace(NIGHT, uuid=name) for name in names)
    with journal() as database:
        here = Contents(
            (same, later, replace(older, note="here", changed_at=LATER)),
            (Deletion("deleted", deleted.changed_at),),
        )
        merge(database, here)
        there = (new, same, replace(later, note="there", changed_at=LATER), older, deleted)
        found = merge(database, Contents(there))
    assert [entry.uuid for entry in found.added] == ["new"]
    assert [entry.note for entry in found.updated] == ["there"]
    assert (found.same, found.older, found.deleted_here, found.removed) == (1, 1, 1, ())


def test_what_was_deleted_elsewhere_stays_here_unless_it_is_to_go() -> None:
    gone = Contents(deletions=(Deletion(NIGHT.uuid, LATER),))
    with journal() as database:
        merge(database, Contents((NIGHT,)))
        assert not merge(database, gone).changes_anything
        assert merge(database, gone, removing=True).removed == (NIGHT.uuid,)
        assert rows.count(database, "", ()) == 0
        assert database.rows("SELECT * FROM marks UNION ALL SELECT *, 1, 2, 3 FROM tags") == []


def test_a_session_changed_after_it_was_deleted_is_back() -> None:
    changed = replace(NIGHT, note="back", changed_at=LATER + timedelta(seconds=1))
    both = Contents((changed,), (Deletion(NIGHT.uuid, LATER),))
    with journal() as database:
        merge(database, Contents((NIGHT,)))
        assert merge(database, both, removing=True).removed == ()
        [here] = rows.select(database, "", ())
        assert here.note == "back"


def test_a_note_that_was_taken_back_stays_taken_back() -> None:
    day, at = date(2026, 11, 24), datetime(2026, 11, 24, tzinfo=UTC)
    noted = FactorMark(day, Factor.SLEEP, 2, at)
    taken_back = FactorMark(day, Factor.SLEEP, None, at + timedelta(seconds=1))
    for order in ((noted, taken_back), (taken_back, noted)):
        with journal() as database:
            for mark in order:
                merge(database, Contents(factors=(mark,)))
            assert factors.all_of_them(database) == (taken_back,)
