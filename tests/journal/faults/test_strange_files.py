"""Whatever lies where the journal should be, a sentence says so, and nothing of it is lost."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from relaxapp.errors import JournalError
from relaxapp.journal.damage import FILE_NAME, DamagedJournal, recover
from relaxapp.journal.schema import APPLICATION_ID
from tests.journal.faults.evening import PLAN, START, chance
from tests.journal.faults.looking import contents, copied, opened, sessions

if TYPE_CHECKING:
    from pathlib import Path

    from relaxapp.journal.entry import Entry
    from tests.journal.faults.nursery import Nursery

LOG = f"{FILE_NAME}-wal"
PLACES = 40


def zeros(file: Path) -> None:
    """As long as it was, as some file systems leave a file after a crash."""
    file.write_bytes(bytes(file.stat().st_size))


def a_page_of_zeros(file: Path) -> None:
    with file.open("r+b") as opened:
        opened.seek(4096)
        opened.write(bytes(4096))


def a_picture(file: Path) -> None:
    file.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40)


def one_byte(file: Path) -> None:
    file.write_bytes(b"S")


def its_name_alone(file: Path) -> None:
    file.write_bytes(b"SQLite format 3\0")


def twice(file: Path) -> None:
    """Written over its own second half."""
    half = file.read_bytes()[: file.stat().st_size // 2]
    file.write_bytes(half + half)


@pytest.mark.parametrize(
    "harm", [zeros, a_page_of_zeros, a_picture, one_byte, its_name_alone, twice]
)
def test_what_is_no_journal_any_more_is_kept_and_gone_on_from_its_copy(
    filled: Path, harm: object
) -> None:
    file = filled / FILE_NAME
    assert callable(harm)
    harm(file)
    found = file.read_bytes()
    with pytest.raises(DamagedJournal) as caught:
        opened(filled)
    assert file.read_bytes() == found
    aside = recover(filled, caught.value.backup, START)
    assert found in {file.read_bytes() for file in aside}
    assert sessions(filled)


def test_a_folder_in_its_place_is_told_and_left(filled: Path) -> None:
    file = filled / FILE_NAME
    file.unlink()
    file.mkdir()
    (file / "mine.txt").write_text("Do not lose this.")
    with pytest.raises(JournalError, match=r"journal\.sqlite3"):
        opened(filled)
    assert (file / "mine.txt").read_text() == "Do not lose this."


def test_a_link_that_leads_nowhere_is_told(filled: Path) -> None:
    file = filled / FILE_NAME
    file.unlink()
    file.symlink_to(filled / "elsewhere" / "nothing")
    with pytest.raises(JournalError, match=r"journal\.sqlite3"):
        opened(filled)


def test_a_link_to_the_journal_is_followed(
    filled: Path, tmp_path: Path, there: dict[str, Entry]
) -> None:
    file = filled / FILE_NAME
    shutil.move(file, tmp_path / "real.sqlite3")
    file.symlink_to(tmp_path / "real.sqlite3")
    assert sessions(filled) == there


def test_a_journal_of_a_newer_version_is_left_to_the_last_byte(filled: Path) -> None:
    file = filled / FILE_NAME
    with closing(sqlite3.connect(file)) as database:
        database.execute("PRAGMA user_version = 99")
    before = {path: path.read_bytes() for path in filled.rglob("*.sqlite3")}
    with pytest.raises(JournalError, match="newer relaxapp"):
        opened(filled)
    assert {path: path.read_bytes() for path in filled.rglob("*.sqlite3")} == before


def test_tables_that_are_not_those_of_a_journal_are_told(filled: Path) -> None:
    file = filled / FILE_NAME
    file.unlink()
    with closing(sqlite3.connect(file)) as database:
        database.execute("CREATE TABLE recipes (id INTEGER)")
        database.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        database.execute("PRAGMA user_version = 2")
    with (
        pytest.raises(JournalError, match=r"journal\.sqlite3"),
        opened(filled) as journal,
    ):
        journal.entries()


@pytest.mark.parametrize("mode", ["EXCLUSIVE", "IMMEDIATE"])
def test_a_journal_that_is_written_for_longer_than_one_waits_is_told_to_be_in_use(
    filled: Path, mode: str, there: dict[str, Entry]
) -> None:
    with closing(sqlite3.connect(filled / FILE_NAME, isolation_level=None)) as other:
        if mode == "EXCLUSIVE":
            other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute(f"BEGIN {mode}")
        other.execute("UPDATE sessions SET note = 'half'")
        with pytest.raises(JournalError, match="in use by another program") as caught:
            opened(filled).begin(PLAN)
        assert not isinstance(caught.value, DamagedJournal)
    assert sessions(filled) == there


@pytest.fixture(scope="module")
def killed_once(
    filled_once: Path, nursery: Nursery, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, set[int]]:
    """A journal whose programs were killed, its log still beside it; and the sessions that were all in."""
    folder = copied(filled_once, tmp_path_factory.mktemp("killed") / "journal")
    # As long as another window looks at it, what is written stays in the log.
    reader = nursery.start("read_along", str(folder))
    next(reader.reports)
    child = nursery.start("practise", str(folder), 7)
    done = set()
    for report in child.reports:
        if "done" in report:
            done.add(report["done"])
        if len(done) == 2 and report.get("practised", 0) > 20:
            break
    done |= {report["done"] for report in child.kill() if "done" in report}
    reader.kill()
    assert (folder / LOG).stat().st_size > 0
    return folder, done


@pytest.fixture
def killed(killed_once: tuple[Path, set[int]], memory: Path) -> tuple[Path, set[int]]:
    """The same as a copy of one's own."""
    folder, done = killed_once
    return copied(folder, memory / "killed"), done


def test_a_log_that_is_whole_brings_everything_back(
    killed: tuple[Path, set[int]], there: dict[str, Entry]
) -> None:
    folder, done = killed
    found = sessions(folder)
    assert there.items() <= found.items()
    assert done <= {entry.id for entry in found.values()}


def test_a_log_that_is_gone_takes_no_session_that_was_all_in(
    killed: tuple[Path, set[int]], there: dict[str, Entry]
) -> None:
    folder, done = killed
    (folder / LOG).unlink()
    found = sessions(folder)
    assert there.items() <= found.items()
    assert done <= {entry.id for entry in found.values()}


@pytest.mark.parametrize("place", range(PLACES))
def test_a_log_that_is_damaged_anywhere_takes_no_session_that_was_all_in(
    killed: tuple[Path, set[int]], there: dict[str, Entry], place: int
) -> None:
    folder, done = killed
    log = folder / LOG
    bytes_ = bytearray(log.read_bytes())
    rng = chance("log", place)
    if place % 2:
        bytes_[rng.randrange(len(bytes_))] ^= rng.randrange(1, 256)
    else:
        del bytes_[rng.randrange(len(bytes_)) :]
    log.write_bytes(bytes_)
    found = sessions(folder)
    assert there.items() <= found.items()
    assert done <= {entry.id for entry in found.values()}


def test_a_log_of_another_time_is_noticed_or_changes_nothing(
    killed: tuple[Path, set[int]], nursery: Nursery, tmp_path: Path
) -> None:
    folder, _ = killed
    stale = tmp_path / "stale"
    shutil.copy(folder / LOG, stale)
    with opened(folder) as journal:
        for entry in journal.entries()[:5]:
            journal.annotate(entry.id, "Written since. " * 50, ["later"])
        journal.database.write("VACUUM")
    before = contents(folder)
    shutil.copy(stale, folder / LOG)
    try:
        with opened(folder) as journal:
            found = journal.entries()
    except DamagedJournal as error:
        recover(folder, error.backup, START)
        assert sessions(folder)
    else:
        assert found == before.entries
