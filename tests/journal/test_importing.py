"""Whatever file is offered, it is taken in whole, or refused with a sentence and nothing is changed."""

from __future__ import annotations

import gzip
import json
import os
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from relaxapp.errors import JournalError
from relaxapp.journal.deletions import Deletion
from relaxapp.journal.entry import Outcome
from relaxapp.journal.exporting import save_json
from relaxapp.journal.factors import Factor, FactorMark
from relaxapp.journal.importing import look, read_export, summary_in_words, take_in
from relaxapp.journal.merge import Contents, Merge, merge
from tests.journal.test_records import ENTRY, FACTOR, RECORD

if TYPE_CHECKING:
    from pathlib import Path

    from relaxapp.journal.journal import Journal

NIGHT = replace(ENTRY, id=0)
LATER = NIGHT.changed_at + timedelta(days=1)
DELETION = {"uuid": "gone", "deleted_at": RECORD["changed_at"]}
WHOLE: dict[str, Any] = {
    "kind": "relaxapp history",
    "format": 2,
    "sessions": [RECORD],
    "deletions": [DELETION],
    "factors": [FACTOR],
}


class CalledOffError(Exception):
    """Raised by who is told of progress."""


def in_json(**changes: object) -> bytes:
    return json.dumps(WHOLE | changes).encode()


def two_of_them(**changes: object) -> bytes:
    return in_json(sessions=[RECORD, {**RECORD, "uuid": "second", **changes}])


def a_database() -> bytes:
    with closing(sqlite3.connect(":memory:")) as database:
        database.execute("CREATE TABLE t (a)")
        return database.serialize()


def test_what_was_exported_is_read(tmp_path: Path) -> None:
    path = tmp_path / "history.json"
    path.write_bytes(in_json())
    found = read_export(path)
    assert found.entries == (NIGHT,)
    assert found.deletions == (Deletion("gone", NIGHT.changed_at),)
    assert found.factors == (FactorMark(date(2026, 11, 24), Factor.SLEEP, 2, NIGHT.changed_at),)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32"])
def test_another_program_may_have_laid_it_out_anew(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "history.json"
    text = json.dumps(WHOLE, ensure_ascii=False, indent=4, sort_keys=True)
    path.write_bytes(f"\n{text}\n\n".encode(encoding))
    assert read_export(path).entries == (NIGHT,)


def test_the_first_format_can_be_read(tmp_path: Path) -> None:
    path = tmp_path / "history.json"
    old = {name: RECORD[name] for name in RECORD if name not in {"changed_at", "computer"}}
    path.write_text(json.dumps({"format": 1, "sessions": [old]}, indent=2), encoding="utf-8")
    assert read_export(path) == Contents((replace(NIGHT, computer=""),))


@pytest.mark.parametrize(
    ("contents", "sentence"),
    [
        (b"", "is empty"),
        (b" \n\n", "is empty"),
        (b"\0" * 1_000, "is not JSON"),
        (bytes(range(128, 256)) * 9, "is not a text file"),
        (gzip.compress(in_json()), "is packed with gzip. Unpack it"),
        (b"PK\x03\x04 and so on", "is packed, or a document of another program"),
        (b"%PDF-1.7 and so on", "is a PDF"),
        (a_database(), "is a database, perhaps a copy of a journal"),
        (b"started,ended,title\r\n2026,2026,Rest\r\n", "is not JSON, as relaxapp exports"),
        (b"<html></html>", "is not JSON"),
        (b"{'format': 2}", "is not JSON"),
        (in_json() + b" and more", "is not JSON, as relaxapp exports"),
        (b"null", "is not a history that relaxapp exported"),
        (b"[]", "is not a history that relaxapp exported"),
        (b"7", "is not a history"),
        (b'"text"', "is not a history"),
        (b"{}", "is not a history"),
        (b'{"type": "FeatureCollection", "features": []}', "is not a history"),
        (in_json(kind="recipes"), "is not a history"),
        (in_json(kind=[]), "is not a history"),
        (in_json(format=True), "is not a history"),
        (in_json(format="2"), "is not a history"),
        (in_json(format=0), "is not a history"),
        (in_json(format=None), "is not a history"),
        (in_json(format=3), "was written by a newer relaxapp"),
        (in_json(format=10**30, sessions="elsewhere"), "was written by a newer relaxapp"),
        (in_json(sessions={}), "is not a history"),
        (in_json(sessions=None), "is not a history"),
        (in_json(deletions={}), "has “deletions” that are not a list"),
        (in_json(factors=7), "has “factors” that are not a list"),
        (b'{"format": 2, "sessions": ' + b"[" * 100_000, "is nested far deeper"),
        (b'{"format": 2, "sessions": ' + b'{"a":' * 100_000, "is nested far deeper"),
        (b"[" * 100_000 + b"]" * 100_000, "is nested far deeper"),
        (in_json(format=2).replace(b"480", b"NaN", 1), "has a number in it that is none (NaN)"),
        (in_json().replace(b"480", b"-Infinity", 1), "number in it that is none (-Infinity)"),
        (in_json().replace(b"480", b"9" * 5_000, 1), "has a number in it that is none"),
        (in_json().replace(b"480", b"1e999", 1), "“planned_seconds” is not between 0 and"),
        (in_json(sessions=[None]), "number 1 of its “sessions”. It is not a JSON object."),
        (two_of_them(outcome="won"), "number 2 of its “sessions”. Its “outcome” is none of"),
        (two_of_them(note="\ud800"), "number 2 of its “sessions”. Its “note” has half a char"),
        (two_of_them(note="a" * 1_000_001), "number 2 of its “sessions”. Its “note” is longer"),
        (two_of_them(tags=["a"] * 1_001), "“tags” has more than 1,000 items"),
        (two_of_them(tailoring=json.loads("[" * 50 + "]" * 50)), "“tailoring” is not a text"),
        (two_of_them(uuid=RECORD["uuid"]), "number 2 of its “sessions”: it is the same one as nu"),
        (in_json(deletions=[DELETION] * 2), "number 2 of its “deletions”: it is the same one as"),
        (in_json(factors=[FACTOR, FACTOR]), "number 2 of its “factors”: it is the same one as"),
        (in_json(factors=[{**FACTOR, "level": 9}]), "number 1 of its “factors”. Its “level” is n"),
        (in_json(deletions=[7]), "number 1 of its “deletions”. It is not a JSON object."),
    ],
)
def test_a_file_that_cannot_be_taken_in_is_one_sentence(
    tmp_path: Path, contents: bytes, sentence: str
) -> None:
    path = tmp_path / "history.json"
    path.write_bytes(contents)
    with pytest.raises(JournalError) as refused:
        read_export(path)
    said = str(refused.value)
    assert said.startswith(f"The file {path} ")
    assert said.endswith(" Nothing was taken in.")
    assert sentence in said
    assert "\n" not in said
    assert len(said) < len(str(path)) + 300


def test_a_file_that_was_cut_off_anywhere_says_so(journal: Journal, tmp_path: Path) -> None:
    odd = replace(NIGHT, uuid="odd", note='} "ü" \\ {', tags=("ü", "“"))
    marks = (FactorMark(date(2026, 11, 24), Factor.WATER, 1, LATER),)
    merge(journal.database, Contents((NIGHT, odd), (Deletion("gone", LATER),), marks))
    path = tmp_path / "history.json"
    save_json(journal, path)
    whole = path.read_bytes().rstrip()
    places = range(1, len(whole), max(1, len(whole) // 400))
    assert len(places) >= 50
    for length in places:
        path.write_bytes(whole[:length])
        with pytest.raises(JournalError, match="is cut off: its end is missing"):
            read_export(path)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(0, len(in_json()) - 1), st.binary(max_size=4))
def test_bytes_that_went_bad_are_read_or_refused(tmp_path: Path, at: int, wrong: bytes) -> None:
    path = tmp_path / "history.json"
    path.write_bytes(in_json()[:at] + wrong + in_json()[at + len(wrong) :])
    try:
        read_export(path)
    except JournalError as refused:
        assert str(path) in str(refused)  # noqa: PT017 -- some are read


def test_a_file_that_is_too_large_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "history.json"
    path.write_bytes(b" " * 2_000_000)
    monkeypatch.setattr("relaxapp.journal.importing.LARGEST_BYTES", 1_048_576)
    with pytest.raises(JournalError, match="is larger than 1 MiB"):
        read_export(path)


def test_what_is_no_file_is_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(JournalError, match="is a folder"):
        read_export(tmp_path)
    with pytest.raises(JournalError, match="is not there"):
        read_export(tmp_path / "nowhere.json")
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(JournalError, match="is not a file"):
        read_export(tmp_path / "pipe")

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    (tmp_path / "secret.json").write_bytes(in_json())
    monkeypatch.setattr("pathlib.Path.open", refuse)
    with pytest.raises(JournalError, match="cannot be read \\(Permission denied\\)"):
        read_export(tmp_path / "secret.json")


def test_sessions_changed_on_either_side_are_there_as_last_changed(journal: Journal) -> None:
    mine, theirs, new = (replace(NIGHT, uuid=name) for name in ("mine", "theirs", "new"))
    merge(journal.database, Contents((mine, theirs)))
    [there] = [entry for entry in journal.entries() if entry.uuid == "mine"]
    journal.annotate(there.id, "changed here", ["here"])
    changed_there = replace(theirs, note="changed there", changed_at=LATER)
    found = take_in(journal, Contents((mine, changed_there, new)))
    assert (len(found.added), len(found.updated), found.older) == (1, 1, 1)
    assert {entry.uuid: entry.note for entry in journal.entries()} == {
        "mine": "changed here",
        "theirs": "changed there",
        "new": NIGHT.note,
    }


def test_what_was_deleted_here_stays_out_and_nothing_here_is_deleted(journal: Journal) -> None:
    merge(journal.database, Contents((NIGHT, replace(NIGHT, uuid="kept"))))
    [gone] = [entry for entry in journal.entries() if entry.uuid == NIGHT.uuid]
    journal.delete(gone.id)
    found = take_in(journal, Contents((NIGHT,), (Deletion("kept", LATER),)))
    assert (found.deleted_here, found.changes_anything) == (1, False)
    assert [entry.uuid for entry in journal.entries()] == ["kept"]


def copies(journal: Journal) -> list[Path]:
    return sorted((journal.database.path.parent / "backups").glob("before-import-*.sqlite3"))


def test_the_journal_is_kept_aside_as_it_was_before(journal: Journal) -> None:
    merge(journal.database, Contents((NIGHT,)))
    take_in(journal, Contents((replace(NIGHT, uuid="new"),)))
    [copy] = copies(journal)
    with closing(sqlite3.connect(copy)) as database:
        assert database.execute("SELECT uuid FROM sessions").fetchall() == [(NIGHT.uuid,)]
    assert journal.count() == 2


def test_no_copy_is_made_of_nothing_or_for_nothing(journal: Journal) -> None:
    take_in(journal, Contents((NIGHT,)))
    take_in(journal, Contents((NIGHT,)))
    assert copies(journal) == []


def test_without_a_copy_nothing_is_taken_in(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise JournalError("No safety copy of the journal could be made.")

    merge(journal.database, Contents((NIGHT,)))
    monkeypatch.setattr("relaxapp.journal.importing.keep_aside", refuse)
    with pytest.raises(JournalError, match="No safety copy"):
        take_in(journal, Contents((replace(NIGHT, uuid="new"),)))
    assert journal.count() == 1


def test_what_is_called_off_has_changed_nothing(journal: Journal) -> None:
    def call_off(_done: int, _total: int) -> None:
        raise CalledOffError

    with pytest.raises(CalledOffError):
        take_in(journal, Contents((NIGHT,)), call_off)
    assert journal.count() == 0
    assert take_in(journal, Contents((NIGHT,))).added


def test_a_look_changes_nothing(journal: Journal) -> None:
    assert look(journal, Contents((NIGHT,))).added
    assert journal.count() == 0


def test_a_session_that_ran_when_it_was_exported_is_interrupted(journal: Journal) -> None:
    take_in(journal, Contents((replace(NIGHT, outcome=Outcome.RUNNING, ended_at=None),)))
    [entry] = journal.entries()
    assert entry.outcome is Outcome.INTERRUPTED


def outcome(**parts: Any) -> Merge:
    nothing: dict[str, Any] = {
        "added": (),
        "updated": (),
        "same": 0,
        "older": 0,
        "deleted_here": 0,
        "removed": (),
        "factors": (),
        "deletions": (),
    }
    return Merge(**nothing | parts)


MARK = FactorMark(date(2026, 11, 24), Factor.WATER, 1, LATER)


@pytest.mark.parametrize(
    ("found", "sentence"),
    [
        (
            outcome(added=(NIGHT,) * 12, same=3, older=1, deleted_here=2),
            (
                "12 sessions will be added, 3 are here already, 1 was changed here later and stays, "
                "2 were deleted here and stay out."
            ),
        ),
        (outcome(added=(NIGHT,)), "1 session will be added."),
        (outcome(added=(NIGHT,) * 1_234), "1,234 sessions will be added."),
        (outcome(same=1), "1 session is here already. Nothing will change."),
        (
            outcome(updated=(NIGHT,), same=2, factors=(MARK,)),
            (
                "2 sessions are here already, 1 was changed there later and will be updated, "
                "1 note about days will be added."
            ),
        ),
        (
            outcome(removed=("a", "b"), deletions=(Deletion("a", LATER),) * 2),
            "2 sessions were deleted there and will be deleted, 2 deletions will be remembered.",
        ),
        (outcome(), "There is nothing in it."),
    ],
)
def test_the_summary_is_one_plain_sentence(found: Merge, sentence: str) -> None:
    assert summary_in_words(found) == sentence
