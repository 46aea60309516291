"""Two programs that write at the same time lose nothing, double nothing and do not disturb each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relaxapp.journal.entry import Outcome
from tests.journal.faults.evening import PLAN, START
from tests.journal.faults.leading import SESSION_SECONDS, conductor_in, practise
from tests.journal.faults.looking import contents, copies, opened, sessions
from tests.session.fakes import HandClock

if TYPE_CHECKING:
    from pathlib import Path

    from relaxapp.journal.entry import Entry
    from tests.journal.faults.nursery import Nursery

OPERATIONS = 300


def test_two_programs_that_write_at_once_lose_nothing_and_double_nothing(
    filled: Path, there: dict[str, Entry], nursery: Nursery
) -> None:
    children = [nursery.start("write_a_lot", str(filled), name, OPERATIONS) for name in "ab"]
    reports = [child.finish() for child in children]
    found = sessions(filled)
    gone = {deletion.uuid for deletion in contents(filled).deletions}
    assert there.items() <= found.items()
    added = {uuid: entry for uuid, entry in found.items() if uuid not in there}
    kept = {uuid: note for [done] in reports for uuid, note in done["kept"].items()}
    assert {uuid: entry.note for uuid, entry in added.items()} == kept
    assert {entry.outcome for entry in added.values()} == {Outcome.FINISHED}
    assert {uuid for [done] in reports for uuid in done["deleted"]} <= gone
    assert all(len(done["deleted"]) > 10 < len(done["kept"]) for [done] in reports)


def test_two_programs_that_end_each_others_day_make_one_copy_of_it(
    filled: Path, nursery: Nursery
) -> None:
    before = copies(filled)
    children = [nursery.start("open_and_close", str(filled)) for _ in range(4)]
    assert [child.finish() for child in children] == [[""]] * 4
    assert len(copies(filled)) == len(before) + 1


def test_a_session_taken_out_by_another_window_goes_on_to_its_end(
    filled: Path,
) -> None:
    hand = HandClock(today=START)
    with (
        opened(filled, lambda: hand.today) as one,
        opened(filled) as two,
    ):
        number = one.count()
        conductor = conductor_in(one, hand)
        conductor.start()
        practise(conductor, hand, 20)
        two.delete(conductor.entry_id)
        practise(conductor, hand, 2 * SESSION_SECONDS)
        assert "no session number" in (conductor.look().remark or "")
        assert conductor.state.is_over
        assert one.count() == number


def test_an_open_journal_shows_to_others_that_it_is_open(filled: Path, nursery: Nursery) -> None:
    # A process lets go of all its locks on a file as soon as it closes it anywhere.
    with opened(filled) as journal:
        assert nursery.start("lock_away", str(filled)).finish() == [False]
        journal.begin(PLAN)
        assert nursery.start("lock_away", str(filled)).finish() == [False]


def test_programs_that_open_and_write_together_are_never_in_each_others_way(
    filled: Path, nursery: Nursery, there: dict[str, Entry]
) -> None:
    children = [nursery.start("write_a_lot", str(filled), f"writer {n}", 5) for n in range(12)]
    for child in children:
        child.finish()
    assert there.items() <= sessions(filled).items()
