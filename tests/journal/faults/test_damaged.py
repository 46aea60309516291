"""Whatever bytes are damaged, nothing ends in a traceback, and next to nothing goes unnoticed."""

from __future__ import annotations

from collections import Counter
from enum import StrEnum
from typing import TYPE_CHECKING

import pytest

from relaxapp.errors import JournalError
from relaxapp.journal.damage import FILE_NAME, DamagedJournal, recover
from tests.journal.faults.evening import START, chance
from tests.journal.faults.looking import copies, opened

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from relaxapp.journal.entry import Entry

    Harm = Callable[[bytearray], None]

FLIPS = 200
CUTS = 50


class Verdict(StrEnum):
    """What became of a damaged journal."""

    NOTICED = "noticed when it was opened"
    REFUSED = "refused when it was opened"
    READ = "noticed when it was read"
    TOLD = "told by comparing with the last copy"
    SHOWN = "shown as a letter that cannot be read"
    HARMLESS = "harmless"
    SILENT = "changed without a word"


@pytest.fixture(scope="module")
def verdicts() -> Iterator[dict[str, Counter[Verdict]]]:
    """How often each kind of damage ended in which way."""
    found: dict[str, Counter[Verdict]] = {"flipped": Counter(), "cut": Counter()}
    yield found
    for kind, counts in found.items():
        if counts:
            told = ", ".join(f"{number} {verdict}" for verdict, number in counts.most_common())
            print(f"\n{kind}: {told}")  # noqa: T201 -- figures to be quoted


def verdict_on(folder: Path, there: dict[str, Entry]) -> Verdict:
    """Opens and reads a journal that was damaged, and goes on from its copy where that is offered."""
    path = folder / FILE_NAME
    damaged = path.read_bytes()
    try:
        journal = opened(folder)
    except DamagedJournal as error:
        assert path.read_bytes() == damaged
        go_on_from(error.backup, folder, damaged)
        return Verdict.NOTICED
    except JournalError:
        assert path.read_bytes() == damaged
        return Verdict.REFUSED
    with journal:
        try:
            found = {entry.uuid: entry for entry in journal.entries()}
        except JournalError:
            return Verdict.READ
    if found == there:
        return Verdict.HARMLESS
    # A value of one session; a journal does not lose sessions without a word.
    assert len(found) == len(there)
    [changed] = dict(found.items() - there.items()).values()
    if "although nobody wrote" in journal.notice:
        return Verdict.TOLD
    return Verdict.SHOWN if "\N{REPLACEMENT CHARACTER}" in repr(changed) else Verdict.SILENT


def go_on_from(backup: Path | None, folder: Path, damaged: bytes) -> None:
    assert backup in copies(folder)
    aside = recover(folder, backup, START)
    assert damaged in {file.read_bytes() for file in aside}
    with opened(folder) as journal:
        assert journal.count() > 0


@pytest.mark.parametrize("place", range(FLIPS))
def test_a_flipped_byte_is_noticed_or_harmless_or_changes_one_value(
    filled: Path,
    there: dict[str, Entry],
    verdicts: dict[str, Counter[Verdict]],
    place: int,
) -> None:
    contents = bytearray((filled / FILE_NAME).read_bytes())
    rng = chance("flip", place)
    contents[rng.randrange(len(contents))] ^= rng.randrange(1, 256)
    (filled / FILE_NAME).write_bytes(contents)
    verdicts["flipped"][verdict_on(filled, there)] += 1


@pytest.mark.parametrize("place", range(CUTS))
def test_a_file_that_was_cut_off_is_always_noticed(
    filled: Path,
    there: dict[str, Entry],
    verdicts: dict[str, Counter[Verdict]],
    place: int,
) -> None:
    contents = (filled / FILE_NAME).read_bytes()
    (filled / FILE_NAME).write_bytes(contents[: chance("cut", place).randrange(len(contents))])
    verdict = verdict_on(filled, there)
    verdicts["cut"][verdict] += 1
    assert verdict is Verdict.NOTICED
