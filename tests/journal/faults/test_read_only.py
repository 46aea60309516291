"""A journal that may be read and not written is told in a sentence, and is as it was afterwards."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from relaxapp.journal.damage import FILE_NAME
from tests.journal.faults.looking import copied, sessions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from relaxapp.journal.entry import Entry
    from tests.journal.faults.nursery import Nursery


@pytest.fixture
def shared(filled: Path) -> Iterator[Path]:
    """The filled journal in a folder that anybody can reach, and everybody write to."""
    # The folders of a test are closed to others, and root's own rights know no read-only files.
    reachable = Path(tempfile.mkdtemp())
    folder = copied(filled, reachable / "journal")
    for path in (reachable, folder, *folder.rglob("*")):
        path.chmod(0o777 if path.is_dir() else 0o666)
    yield folder
    writable_again(folder)
    shutil.rmtree(reachable)


def told(nursery: Nursery, folder: Path) -> list[str]:
    """What somebody is told who opens the journal, begins a session and writes a note."""
    [sentences] = nursery.start("use_as_nobody", str(folder)).finish()
    assert isinstance(sentences, list)
    return sentences


def writable_again(folder: Path) -> None:
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o777)


def test_a_journal_that_may_be_written_needs_no_sentence(shared: Path, nursery: Nursery) -> None:
    assert told(nursery, shared) == []


@pytest.mark.parametrize(
    ("folder_mode", "file_mode"),
    [(0o555, 0o444), (0o555, 0o666), (0o777, 0o444)],
    ids=["both", "the folder", "the file"],
)
def test_a_journal_that_may_not_be_written_is_told_and_left(
    shared: Path, there: dict[str, Entry], nursery: Nursery, folder_mode: int, file_mode: int
) -> None:
    before = (shared / FILE_NAME).read_bytes()
    (shared / FILE_NAME).chmod(file_mode)
    shared.chmod(folder_mode)
    [sentence] = told(nursery, shared)
    assert "journal" in sentence
    assert "Check that" in sentence
    assert "damaged" not in sentence
    writable_again(shared)
    assert (shared / FILE_NAME).read_bytes() == before
    assert sessions(shared) == there


@pytest.mark.parametrize("closed", ["backups", "daybooks"])
def test_a_place_beside_the_journal_that_is_closed_keeps_nobody_from_practising(
    shared: Path, there: dict[str, Entry], nursery: Nursery, closed: str
) -> None:
    (shared / closed).mkdir(exist_ok=True)
    for path in ((shared / closed), *(shared / closed).iterdir()):
        path.chmod(0o555 if path.is_dir() else 0o444)
    [sentence] = told(nursery, shared)
    assert closed in sentence
    writable_again(shared)
    found = sessions(shared)
    assert len(found) == len(there) + 1
    assert "Written by nobody." in {entry.note for entry in found.values()}


def test_a_journal_that_may_not_even_be_read_is_told_and_left(
    shared: Path, there: dict[str, Entry], nursery: Nursery
) -> None:
    (shared / FILE_NAME).chmod(0)
    [sentence] = told(nursery, shared)
    assert "cannot be opened. Check that" in sentence
    writable_again(shared)
    assert sessions(shared) == there


def test_a_folder_that_may_not_be_entered_is_told_and_left(
    shared: Path, there: dict[str, Entry], nursery: Nursery
) -> None:
    shared.chmod(0)
    [sentence] = told(nursery, shared)
    assert "Check that you may" in sentence
    writable_again(shared)
    assert sessions(shared) == there
