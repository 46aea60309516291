"""Sessions, notes about days and deletions as hypothesis makes them up, as a journal keeps them."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta, timezone

from hypothesis import strategies as st

from relaxapp.journal.day import EPOCH
from relaxapp.journal.deletions import Deletion
from relaxapp.journal.entry import Entry, Mark, MarkKind, Outcome
from relaxapp.journal.factors import Factor, FactorMark
from relaxapp.journal.merge import Contents
from relaxapp.journal.rows import tidy_tags

UUIDS = ("0b9f", "1-a", "2c", "3d", "4e")

texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12)
seconds = st.floats(0, 20_000, allow_subnormal=False)
marks = st.lists(
    st.builds(Mark, texts, st.sampled_from(MarkKind), st.integers(1, 3)), max_size=3
).map(tuple)
tailorings = (
    st.dictionaries(texts, st.lists(texts) | st.booleans() | st.floats(0, 9)).map(json.dumps)
    | st.sampled_from(("{}", "by ear", '{"a":1}', "[1]", '"{}"', '{"a": NaN}', "{" * 2_000))
    | st.just('{"a": "\\ud800"}')
)
places = st.integers(-23 * 60, 23 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))

_any_uuid = st.uuids().map(str)


def instants(first: datetime, last: datetime) -> st.SearchStrategy[datetime]:
    """Instants to the millisecond in UTC."""
    most = (last - first) // timedelta(milliseconds=1)
    return st.integers(0, most).map(lambda each: first + timedelta(milliseconds=each))


anytime = instants(EPOCH, datetime(2200, 1, 1, tzinfo=UTC))
lately = instants(
    datetime(2026, 11, 24, tzinfo=UTC),
    datetime(2026, 11, 24, tzinfo=UTC) + timedelta(seconds=0.004),
)
"""So few instants that things happen at the same one."""


@st.composite
def entries(
    draw: st.DrawFn,
    uuids: st.SearchStrategy[str] = _any_uuid,
    changed: st.SearchStrategy[datetime] = anytime,
) -> Entry:
    """Sessions that have ended."""
    place = draw(places)
    return Entry(
        id=0,
        uuid=draw(uuids),
        script_id=draw(texts),
        title=draw(texts),
        technique=draw(texts),
        planned_seconds=draw(seconds),
        fingerprint=draw(texts),
        voice=draw(texts),
        tailoring=draw(tailorings),
        started_at=draw(anytime).astimezone(place),
        ended_at=draw(anytime).astimezone(place),
        practised_seconds=draw(seconds),
        paused_seconds=draw(seconds),
        skipped_steps=draw(st.integers(0, 100)),
        outcome=draw(st.sampled_from([each for each in Outcome if each is not Outcome.RUNNING])),
        tension_before=draw(st.none() | st.integers(0, 10)),
        tension_after=draw(st.none() | st.integers(0, 10)),
        marks_before=draw(marks),
        marks_after=draw(marks),
        note=draw(texts),
        tags=tidy_tags(draw(st.lists(texts, max_size=3))),
        by_hand=draw(st.booleans()),
        changed_at=draw(changed),
        computer=draw(texts),
    )


def factor_marks(
    days: st.SearchStrategy[date], changed: st.SearchStrategy[datetime] = anytime
) -> st.SearchStrategy[FactorMark]:
    """Notes about days."""
    return st.builds(
        FactorMark, days, st.sampled_from(Factor), st.none() | st.integers(0, 3), changed
    )


def deletions(
    uuids: st.SearchStrategy[str], at: st.SearchStrategy[datetime]
) -> st.SearchStrategy[Deletion]:
    """Sessions taken out."""
    return st.builds(Deletion, uuids, at)


def contents(*, disjoint: bool = False, with_deletions: bool = True) -> st.SearchStrategy[Contents]:
    """Contents of a few sessions and days only, at few times, so that they meet.

    Args:
        disjoint: whether nothing is in them twice, and no session that was taken out, as in a journal.
        with_deletions: whether anything was taken out at all.
    """
    few = st.sampled_from(UUIDS)
    made = st.builds(
        Contents,
        st.lists(entries(few, lately), max_size=6).map(tuple),
        st.lists(deletions(few, lately), max_size=4 if with_deletions else 0).map(tuple),
        st.lists(
            factor_marks(st.sampled_from([date(2026, 11, 24), date(1970, 1, 1)]), lately),
            max_size=6,
        ).map(tuple),
    )
    return made.map(_as_in_a_journal) if disjoint else made


def _as_in_a_journal(made: Contents) -> Contents:
    there = {entry.uuid: entry for entry in made.entries}
    gone = {each.uuid: each for each in made.deletions if each.uuid not in there}
    noted = {(mark.day, mark.factor): mark for mark in made.factors}
    return Contents(tuple(there.values()), tuple(gone.values()), tuple(noted.values()))
