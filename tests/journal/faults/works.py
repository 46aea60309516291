"""What the children do until they are killed: sessions, notes, deletions, at full speed."""

from __future__ import annotations

import codecs
import fcntl
import os
import signal
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import filelock  # noqa: F401 -- warmed up for every child

from relaxapp.errors import JournalError
from relaxapp.journal.damage import FILE_NAME
from relaxapp.journal.entry import Mark, MarkKind, Outcome
from relaxapp.journal.factors import Factor
from relaxapp.journal.opening import open_journal
from relaxapp.script.body import Area
from relaxapp.session.session import State
from tests.journal.faults import undertakings
from tests.journal.faults.evening import PLAN, START, chance
from tests.journal.faults.leading import conductor_in, prepared_session
from tests.journal.faults.looking import opened
from tests.session.fakes import HandClock

if TYPE_CHECKING:
    from random import Random

    from relaxapp.session.conductor import Conductor
    from tests.journal.faults.evening import Report

_NOBODY = 65534
LOOK_SECONDS = (0.05, 1.0)
"""How far the clock goes between two looks: a window looks at least once a second."""


def practise(report: Report, folder: str, seed: int) -> None:
    """Leads one session after the other, with all that a person does on the way.

    Reports what was practised after every move of the clock, and every session that is all in.
    """
    rng = chance("session", seed)
    hand = HandClock(today=START)
    with open_journal(Path(folder), lambda: hand.today, computer="here") as journal:
        while True:
            conductor = conductor_in(journal, hand, rng.randrange(11))
            _lead(conductor, hand, rng, report)
            entry_id = conductor.entry_id
            after, note = rng.randrange(11), f"Nº {entry_id} " * rng.randrange(1, 200)
            journal.rate_after(entry_id, after, [Mark("jaw", MarkKind.TENSION, 2)])
            journal.annotate(entry_id, note, ["evening", str(seed)])
            journal.mark_day(hand.today.date(), Factor.SLEEP, rng.randrange(4))
            entry = journal.entry(entry_id)
            report({"done": entry_id, "outcome": entry.outcome, "after": after, "note": note})


def _lead(conductor: Conductor, hand: HandClock, rng: Random, report: Report) -> None:
    report({"session": conductor.entry_id, "practised": 0.0})
    practised = 0.0
    conductor.start()
    while not conductor.state.is_over:
        passed = rng.uniform(*LOOK_SECONDS)
        hand.pass_seconds(passed)
        if conductor.state is State.RUNNING:
            practised += passed
            report({"session": conductor.entry_id, "practised": practised})
        conductor.look()
        if rng.random() < 1 / 20:
            _act(conductor, rng)
    conductor.close()


def _act(conductor: Conductor, rng: Random) -> None:
    if conductor.state.is_over:
        return
    if conductor.state is State.PAUSED:
        conductor.resume()
        return
    act = rng.choice(["pause", "skip", "back", "longer", "leave out", "stop"])
    if act == "pause":
        conductor.pause()
    elif act == "skip":
        conductor.skip()
    elif act == "back":
        conductor.back()
    elif act == "longer":
        conductor.longer()
    elif act == "leave out":
        conductor.leave_out({rng.choice([Area.RIGHT_HAND, Area.LEFT_HAND])})
    elif rng.random() < 1 / 4:
        conductor.stop()


def write_a_lot(report: Report, folder: str, name: str, operations: int) -> None:
    """Enters, describes and takes out sessions; reports the notes of those that stay, by name."""
    rng = chance("together", name)
    kept: dict[str, str] = {}
    deleted: list[str] = []
    with open_journal(Path(folder), lambda: START, computer=name) as journal:
        mine: dict[str, int] = {}
        for operation in range(operations):
            if mine and rng.random() < 1 / 2:
                uuid = rng.choice(list(mine))
                if rng.random() < 1 / 4:
                    journal.delete(mine.pop(uuid))
                    del kept[uuid]
                    deleted.append(uuid)
                else:
                    kept[uuid] = f"{name} wrote {operation}"
                    journal.annotate(mine[uuid], kept[uuid], [name, str(operation)])
                continue
            entry_id = journal.begin(PLAN, rng.randrange(11))
            journal.progress(entry_id, 4, 0, 0)
            journal.finish(
                entry_id, Outcome.FINISHED, practised_seconds=8, paused_seconds=0, skipped_steps=0
            )
            uuid = journal.entry(entry_id).uuid
            mine[uuid], kept[uuid] = entry_id, ""
    report({"kept": kept, "deleted": deleted})


def open_and_close(report: Report, folder: str) -> None:
    """Opens the journal and closes it; reports what there was to say."""
    with opened(Path(folder)) as journal:
        report(journal.notice)


def use_as_nobody(report: Report, folder: str) -> None:
    """Begins a session and writes a note, as somebody without root's rights; reports what was told."""
    if os.geteuid() == 0:
        os.setuid(_NOBODY)
    told: list[str] = []
    try:
        with open_journal(
            Path(folder), lambda: START, patience_seconds=0.01, computer="here"
        ) as journal:
            journal.annotate(journal.begin(PLAN), "Written by nobody.", ["nobody"])
            told += [journal.notice] if journal.notice else []
    except JournalError as error:
        told.append(str(error))
    report(told)


def read_along(report: Report, folder: str) -> None:
    """Looks at the journal without end, so that its log cannot be emptied meanwhile."""
    with open_journal(Path(folder), lambda: START, computer="here") as journal:
        journal.database.write("BEGIN")
        report(journal.count())
        signal.pause()


def lock_away(report: Report, folder: str) -> None:
    """Reports whether the lock can be had by which a program shows that it has the journal open."""
    index = Path(folder) / f"{FILE_NAME}-shm"
    with index.open("r+b") as file:
        try:
            # SQLite's "dead man switch": https://sqlite.org/src/file/src/os_unix.c
            fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB, 1, 128)
        except OSError:
            report(False)
        else:
            report(True)


def cut_off(report: Report, name: str, folder: str, fatal_line: int | None) -> None:
    """Does one of the `undertakings`, and is killed at a line of it."""
    undertakings.cut_off(report, name, Path(folder), fatal_line)


def warm_up() -> None:
    """Does once, before any child, what each of them needs."""
    prepared_session()
    # Whoever is nobody may not read the files that are imported late.
    codecs.lookup("ascii")
    with TemporaryDirectory() as folder, opened(Path(folder)) as journal:
        journal.annotate(journal.begin(PLAN), "", ())
