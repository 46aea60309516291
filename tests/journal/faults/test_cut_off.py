"""Whatever is cut off at any line has happened whole or not at all."""

from __future__ import annotations

import shutil
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from relaxapp.journal.damage import FILE_NAME, DamagedJournal, recover
from relaxapp.journal.importing import read_export
from tests.journal.faults.evening import START, chance
from tests.journal.faults.looking import assert_sound, contents, copied, copies, opened, sessions
from tests.journal.faults.undertakings import (
    EXPORT,
    bring_up_to_date,
    copy_by_hand,
    delete,
    export,
    go_back,
    go_on_from_copy,
    import_history,
    make_todays_copy,
    rewrite,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from relaxapp.journal.merge import Contents
    from tests.journal.faults.nursery import Nursery

    Undertaking = Callable[[Path], None]

MOMENTS = 6
_lines: dict[str, int] = {}


def lines_of(nursery: Nursery, undertaking: Undertaking, folder: Path) -> int:
    """How many lines of the journal's code it takes in that folder, tried in a copy of it."""
    trial = copied(folder, folder.with_name("trial"))
    [lines] = nursery.start("cut_off", undertaking.__name__, str(trial), None).finish()
    assert isinstance(lines, int)
    return lines


def killed_at_some_line(
    nursery: Nursery, undertaking: Undertaking, folder: Path, moment: int
) -> None:
    """Has a child go about it in that folder, and killed in it: anywhere, the same every time."""
    name = undertaking.__name__
    if name not in _lines:
        _lines[name] = lines_of(nursery, undertaking, folder)
    fatal_line = 1 + chance(name, moment).randrange(_lines[name])
    assert nursery.start("cut_off", name, str(folder), fatal_line).wait() < 0


def contents_after(undertaking: Undertaking, folder: Path) -> Contents:
    """The same after something that nobody kept from its end."""
    done = folder.with_name("done")
    copied(folder, done)
    undertaking(done)
    return contents(done)


def assert_copies_are_whole(folder: Path) -> None:
    for copy in copies(folder):
        assert_sound(copy)


@pytest.mark.parametrize("moment", range(MOMENTS))
@pytest.mark.parametrize(
    "undertaking",
    [make_todays_copy, copy_by_hand, rewrite, delete, import_history, go_back],
)
def test_what_is_cut_off_has_happened_whole_or_not_at_all(
    filled: Path, nursery: Nursery, undertaking: Undertaking, moment: int
) -> None:
    untouched = filled.with_name("untouched")
    copied(filled, untouched)
    after = contents_after(undertaking, filled)
    killed_at_some_line(nursery, undertaking, filled, moment)
    assert contents(filled) in {contents(untouched), after}
    assert_copies_are_whole(filled)


@pytest.mark.parametrize("moment", range(MOMENTS))
def test_an_older_journal_loses_nothing_when_its_change_is_cut_off(
    tmp_path: Path, repository: Path, nursery: Nursery, moment: int
) -> None:
    folder = tmp_path / "journal"
    folder.mkdir()
    shutil.copy(repository / "tests" / "databases" / "0001.sqlite3", folder / FILE_NAME)
    after = contents_after(bring_up_to_date, folder)
    killed_at_some_line(nursery, bring_up_to_date, folder, moment)
    assert contents(folder) == after
    assert_copies_are_whole(folder)


@pytest.mark.parametrize("moment", range(MOMENTS))
def test_a_recovery_that_is_cut_off_can_be_finished_and_keeps_the_damaged_file(
    filled: Path, nursery: Nursery, moment: int
) -> None:
    damaged = b"This was a journal once. " * 400
    (filled / FILE_NAME).write_bytes(damaged)
    after = contents_after(go_on_from_copy, filled)
    killed_at_some_line(nursery, go_on_from_copy, filled, moment)
    try:
        opened(filled).close()
    except DamagedJournal as error:
        recover(filled, error.backup, START)
    assert contents(filled) == after
    assert damaged in {file.read_bytes() for file in filled.glob("*.sqlite3")}


@pytest.mark.parametrize("moment", range(MOMENTS))
def test_an_export_that_is_cut_off_leaves_the_one_that_was_there_or_a_whole_one(
    filled: Path, nursery: Nursery, moment: int
) -> None:
    (filled / EXPORT).write_text("exported before")
    killed_at_some_line(nursery, export, filled, moment)
    if (filled / EXPORT).read_text() != "exported before":
        assert len(read_export(filled / EXPORT).entries) == len(sessions(filled))


def test_what_was_left_by_a_copy_that_was_cut_off_is_gone_two_days_later(
    filled: Path, nursery: Nursery
) -> None:
    contents(filled)
    lines = lines_of(nursery, copy_by_hand, filled)
    for fatal_line in range(lines - 80, lines, 8):
        nursery.start("cut_off", "copy_by_hand", str(filled), fatal_line).wait()
    assert [*filled.rglob("*.partial*")]
    with opened(filled, lambda: START + timedelta(days=2)):
        assert not [*filled.rglob("*.partial*")]
