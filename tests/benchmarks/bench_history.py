"""How long a log of ten, a hundred thousand and a million sessions takes to open, to count and to look through.

Run by hand: `python tests/benchmarks/bench_history.py [SESSIONS ...]`. The journals are written by bare
SQL, ten years of practice each. What relaxapp does is measured beside the leanest SQL that finds the
same rows and figures, by turns in one process, the best of several; opening, writing and the page are
measured in processes of their own, with the memory they take.
"""

from __future__ import annotations

import resource
import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from random import Random
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import TYPE_CHECKING, Any

from relaxapp.journal.body_survey import body_survey
from relaxapp.journal.damage import FILE_NAME
from relaxapp.journal.database import Database
from relaxapp.journal.day import DAY_BEGINS_HOUR, EPOCH, MILLISECONDS_PER_DAY, stored
from relaxapp.journal.entry import Moment, Outcome, Plan
from relaxapp.journal.factor_comparison import factor_comparisons
from relaxapp.journal.factors import Factor
from relaxapp.journal.filter import EVERYTHING, Filter
from relaxapp.journal.opening import open_journal
from relaxapp.journal.period import Period
from relaxapp.journal.schema import migrate, migrations
from relaxapp.journal.statistics import days, first_day
from relaxapp.journal.survey import survey

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterator

    from relaxapp.journal.journal import Journal

SIZES = (10, 100_000, 1_000_000)
NOW = datetime(2026, 11, 24, 21, 40, tzinfo=UTC)
YEARS_DAYS = 3_652
ROUNDS = 5
PAGE_ROWS = 64
RATIO_AIM = 3
OPENING_AIM_SECONDS = 5
AREAS = ("jaw", "neck", "forehead", "left eye", "right shoulder", "chest")
TECHNIQUES = ("muscle relaxation", "breathing", "body scan", "imagery")
SCRIPTS = 24
YEAR = Period.of_last_weeks(NOW, 53)
EVER = Period.of_last_days(NOW, YEARS_DAYS + 1)
PLAN = Plan(script_id="script-1", title="Session 1", technique="breathing", planned_seconds=600)


def main() -> None:
    """Measures and prints."""
    for sessions in [int(each) for each in sys.argv[1:]] or SIZES:
        with TemporaryDirectory() as name:
            folder = Path(name)
            write(folder / FILE_NAME, sessions)
            size = (folder / FILE_NAME).stat().st_size / 1e6
            print(f"{sessions:,} sessions, {size:.1f} MB")
            for kind in ("first opening", "opening", "page", "writing"):
                said = subprocess.run(
                    [sys.executable, __file__, kind, name],
                    check=True,
                    stdout=subprocess.PIPE,
                    text=True,
                ).stdout
                print(said, end="")
            with open_journal(folder, lambda: NOW) as journal:
                count(journal)
                look_through(journal, sessions)


def write(path: Path, sessions: int) -> None:
    """A journal of so many sessions over ten years, with marks, tags, notes and days described."""
    chance = Random(7)  # noqa: S311 -- a pattern, not a secret
    with closing(Database(path, 5)) as database:
        migrate(database, migrations(), lambda _: None)
        database.write("PRAGMA synchronous = OFF")
        with database.transaction():
            columns = ", ".join("?" * 23)
            database.write_many(
                f"INSERT INTO sessions VALUES ({columns})",  # noqa: S608 -- question marks
                _sessions(sessions, chance),
            )
            database.write_many(
                "INSERT INTO marks VALUES (?, ?, ?, ?, ?, ?)", _marks(sessions, chance)
            )
            database.write_many(
                "INSERT INTO tags VALUES (?, 0, ?)",
                (
                    (number, chance.choice(("evening", "work", "bed")))
                    for number in range(1, sessions + 1)
                    if chance.random() < 0.2
                ),
            )
            today = (NOW - EPOCH).days
            database.write_many(
                "INSERT INTO factors VALUES (?, ?, ?, 0)",
                (
                    (today - day, factor, chance.randrange(4))
                    for day in range(min(YEARS_DAYS, sessions))
                    for factor in Factor
                ),
            )


def _sessions(count: int, chance: Random) -> Iterator[tuple[Any, ...]]:
    first, length = stored(NOW - timedelta(days=YEARS_DAYS)), YEARS_DAYS * MILLISECONDS_PER_DAY
    for number in range(1, count + 1):
        script = chance.randrange(SCRIPTS)
        started_at = first + length * number // count - 600_000
        outcome = chance.choices(("finished", "stopped", "interrupted"), (85, 12, 3))[0]
        practised = 600.0 if outcome == "finished" else chance.uniform(0, 600)
        before = chance.randrange(3, 10) if chance.random() < 0.8 else None
        is_rated = before is not None and chance.random() < 0.85
        yield (
            number,
            f"{number:08x}-0000-4000-8000-{chance.getrandbits(48):012x}",
            f"script-{script}",
            f"Session {script}",
            TECHNIQUES[script % len(TECHNIQUES)],
            "4f2a4f2a4f2a4f2a",
            600.0,
            "rms",
            "{}",
            started_at,
            chance.choice((60, 120)),
            started_at + 600_000,
            started_at + 600_000,
            practised,
            0.0,
            0,
            outcome,
            before,
            max(0, (before or 0) - chance.randrange(-1, 5)) if is_rated else None,
            "Slept badly; calmer afterwards." if chance.random() < 0.2 else "",
            0,
            started_at + 600_000,
            "here",
        )


def _marks(count: int, chance: Random) -> Iterator[tuple[Any, ...]]:
    for number in range(1, count + 1):
        for moment, share in ((Moment.BEFORE, 0.6), (Moment.AFTER, 0.3)):
            for position in range(chance.randrange(1, 4)):
                if chance.random() < share:
                    kind = "tension" if chance.random() < 0.8 else "twitching"
                    yield (
                        number,
                        moment,
                        position,
                        chance.choice(AREAS),
                        kind,
                        chance.randrange(1, 4),
                    )


# What the first look at the history shows, each figure by the leanest statement for it.
_COUNTS = "(outcome = 'finished' OR practised_seconds >= 60)"
_RATED = f"{_COUNTS} AND tension_before IS NOT NULL AND tension_after IS NOT NULL"
_BARE_SURVEY = (
    f"""SELECT (started_at + offset_minutes * 60000 - 14400000) / 86400000 AS day, count(*),
           sum(practised_seconds), count(tension_before + tension_after),
           sum(CASE WHEN tension_after IS NOT NULL THEN tension_before END),
           sum(CASE WHEN tension_before IS NOT NULL THEN tension_after END)
    FROM sessions WHERE {_COUNTS} AND started_at >= ? GROUP BY day""",  # noqa: S608 -- own words
    f"""SELECT technique, script_id, count(*), sum(tension_after - tension_before)
    FROM sessions WHERE {_RATED} AND ? GROUP BY technique, script_id""",  # noqa: S608 -- own words
    f"""SELECT avg(tension_before), avg(tension_after) FROM (SELECT * FROM sessions
    WHERE {_RATED} AND ? ORDER BY started_at DESC LIMIT 20)""",  # noqa: S608 -- own words
    "SELECT min(started_at) FROM sessions WHERE ?",
)
_BARE_PAGE = "SELECT * FROM sessions ORDER BY started_at DESC, id DESC LIMIT ? OFFSET ?"


def _bare_survey(bare: sqlite3.Connection) -> None:
    for statement in _BARE_SURVEY:
        bare.execute(statement, (stored(NOW) - 371 * MILLISECONDS_PER_DAY,)).fetchall()


def count(journal: Journal) -> None:
    """Counts what the views show."""
    bare = journal.twin().database.connection
    database = journal.database
    _compare("figures of the overview", lambda: survey(database, NOW), lambda: _bare_survey(bare))
    for name, period in (("a year", YEAR), ("ten years", EVER)):
        _print(f"days of {name}", partial(days, database, period))
        _print(f"body of {name}", partial(body_survey, database, period))
        _print(f"factors of {name}", partial(factor_comparisons, database, period))
    _print("first day", lambda: first_day(database, DAY_BEGINS_HOUR))
    bare.close()


def look_through(journal: Journal, sessions: int) -> None:
    """Pages and searches."""
    bare = journal.twin().database.connection
    chance = Random(1)  # noqa: S311 -- a pattern, not a secret
    last = max(0, sessions - PAGE_ROWS)
    random = chance.randrange(last + 1)
    for name, offset in (("first", 0), ("last", last), ("a random", random)):
        _compare(
            f"{name} page",
            partial(journal.entries, limit=PAGE_ROWS, offset=offset),
            partial(_bare_page, bare, offset),
        )
    numbers = journal.numbers()
    _print("list of all", journal.numbers)
    _print("page of the list", lambda: journal.numbered(numbers[random : random + PAGE_ROWS]))
    _compare(
        "count of all",
        lambda: journal.count(EVERYTHING),
        lambda: bare.execute("SELECT count(*) FROM sessions").fetchone(),
    )
    _compare(
        "search",
        lambda: journal.numbers(Filter("CALMER")),
        lambda: bare.execute(
            "SELECT id FROM sessions WHERE title LIKE '%calmer%' OR note LIKE '%calmer%' "
            "OR id IN (SELECT session_id FROM tags WHERE tag LIKE '%calmer%') "
            "ORDER BY started_at DESC"
        ).fetchall(),
    )
    for name, wanted in (
        ("search without a find", Filter("zebra")),
        ("technique", Filter(technique="breathing")),
        ("outcome", Filter(outcome=Outcome.STOPPED)),
        ("script", Filter(script_id="script-3")),
        ("area", Filter(area="jaw")),
        ("a year", Filter(period=YEAR)),
    ):
        _print(f"list by {name}", partial(journal.numbers, wanted))
    bare.close()


def _bare_page(bare: sqlite3.Connection, offset: int) -> None:
    ids = [row[0] for row in bare.execute(_BARE_PAGE, (PAGE_ROWS, offset)).fetchall()]
    among = f"session_id IN ({', '.join('?' * len(ids))})"
    for table in ("marks", "tags"):
        bare.execute(f"SELECT * FROM {table} WHERE {among}", ids).fetchall()  # noqa: S608 -- own names


def _best(action: Callable[[], object]) -> float:
    """Seconds, the best of several."""
    times = []
    for _ in range(ROUNDS):
        began = perf_counter()
        action()
        times.append(perf_counter() - began)
    return min(times)


def _print(name: str, action: Callable[[], object]) -> None:
    print(f"  {name}: {_best(action) * 1000:.1f} ms")


def _compare(name: str, ours: Callable[[], object], bare: Callable[[], object]) -> None:
    """Prints how ours compares with bare, round by round: what slows the machine down slows both."""
    times, ratios = [], []
    for _ in range(ROUNDS):
        ours_took, bare_took = _once(ours), _once(bare)
        times.append(ours_took)
        ratios.append(ours_took / bare_took)
    print(f"  {name}: {min(times) * 1000:.1f} ms, {median(ratios):.2f} times as long as bare SQL")


def _once(action: Callable[[], object]) -> float:
    began = perf_counter()
    action()
    return perf_counter() - began


def _child(kind: str, folder: Path) -> None:
    began = perf_counter()
    with open_journal(folder, lambda: NOW) as journal:
        seconds = perf_counter() - began
        if kind == "page":
            _page(journal, folder)
        elif kind == "writing":
            _writing(journal)
        else:
            print(f"  {kind}: {seconds:.2f} s (aim: at most {OPENING_AIM_SECONDS})")
    print(
        f"  {kind}, peak memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MiB"
    )


def _writing(journal: Journal) -> None:
    entry_id = journal.begin(PLAN, 7)

    def end() -> None:
        journal.finish(
            entry_id, Outcome.FINISHED, practised_seconds=600, paused_seconds=0, skipped_steps=0
        )

    _print("progress", lambda: journal.progress(entry_id, perf_counter(), 0.0, 0))
    _print("end", end)
    _print("rating", lambda: journal.rate_after(entry_id, 3))
    journal.delete(entry_id)


def _page(journal: Journal, folder: Path) -> None:
    """The history page, from nothing to painted, and until everything is counted."""
    from PySide6.QtCore import QEventLoop, QThreadPool, QTimer  # noqa: PLC0415 - for this child
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415

    from relaxapp.settings import Settings, SettingsFile  # noqa: PLC0415
    from relaxapp.ui.choices import Choices  # noqa: PLC0415
    from relaxapp.ui.history.overview import Overview  # noqa: PLC0415
    from relaxapp.ui.history.page import SESSIONS, HistoryPage  # noqa: PLC0415
    from relaxapp.ui.history_supplies import HistorySupplies  # noqa: PLC0415
    from relaxapp.ui.theme import DRAWN_BY, night  # noqa: PLC0415

    application = QApplication(["relaxapp", *DRAWN_BY, "-platform", "offscreen"])
    pool = QThreadPool()

    def settle(is_busy: Callable[[], bool]) -> float:
        """Waits until nothing is counted and everything is painted; when that is."""
        loop, timer = QEventLoop(), QTimer()
        timer.timeout.connect(lambda: None if is_busy() else loop.quit())
        timer.start(1)
        loop.exec()
        page.grab()
        application.processEvents()
        return perf_counter()

    began = perf_counter()
    page = HistoryPage(
        HistorySupplies(
            journal=journal,
            choices=Choices(Settings(), SettingsFile(folder / "settings.json")),
            now=lambda: NOW,
            theme=night(),
            pool=pool,
            scripts=tuple,
        )
    )
    page.resize(1060, 800)
    page.show()
    page.grab()
    painted = perf_counter()
    overview = page.view
    assert isinstance(overview, Overview)
    counted = settle(lambda: overview.is_counting)

    def look_again() -> None:
        page.refresh()
        settle(lambda: overview.is_counting)

    again = _best(look_again)
    began_list = perf_counter()
    page.show_view(SESSIONS)
    listed = settle(lambda: page.log.counting.is_busy)
    took = " ms, ".join(
        f"{name} {seconds * 1000:.0f}"
        for name, seconds in (
            ("painted after", painted - began),
            ("with figures and plots after", counted - began),
            ("anew in", again),
            ("list after", listed - began_list),
        )
    )
    print(f"  page: {took} ms")
    bare = _best(lambda: _bare_survey(journal.database.connection))
    print(
        f"  page anew: {again / bare:.2f} times as long as bare SQL "
        f"({bare * 1000:.1f} ms; aim with 100,000 sessions: at most {RATIO_AIM})"
    )
    pool.waitForDone()


if __name__ == "__main__":
    if len(sys.argv) == 3 and not sys.argv[1].isdigit():
        _child(sys.argv[1], Path(sys.argv[2]))
    else:
        main()
