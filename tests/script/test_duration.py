"""Lengths and numbers as people write them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from relaxapp.script.duration import read_count, read_duration, read_span
from relaxapp.script.findings import UnreadableError
from relaxapp.script.span import Count, Span


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("6s", 6),
        ("6 s", 6),
        ("6 sec", 6),
        ("6 sec.", 6),
        ("90 seconds", 90),
        ("4.5s", 4.5),
        ("2 min", 120),
        ("2min", 120),
        ("1.5 minutes", 90),
        ("1 min 30 s", 90),
        ("1 minute and 30 seconds", 90),
        ("1m30s", 90),
        ("1:30", 90),
        ("0:05", 5),
        ("4:00", 240),
    ],
)
def test_a_length_may_be_written_in_many_ways(text: str, seconds: float) -> None:
    assert read_duration(text) == seconds


@pytest.mark.parametrize(
    "text", ["", "s", "min", "six s", "6 h", "-6s", "1e5s", "1:75", "6 s s", "٦s", "1 s 1 min"]
)
def test_what_is_no_length_is_refused(text: str) -> None:
    with pytest.raises(UnreadableError):
        read_duration(text)


def test_a_bare_number_is_asked_about() -> None:
    with pytest.raises(UnreadableError, match="is '6' seconds or minutes"):
        read_duration("6")


def test_more_than_four_hours_are_refused() -> None:
    assert read_duration("240 min") == 4 * 60 * 60
    with pytest.raises(UnreadableError, match="longer than four hours"):
        read_duration("240 min 1 s")


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("10s", Span(10, 10)),
        ("20s to 45s", Span(20, 45)),
        ("20 to 45s", Span(20, 45)),
        ("1 to 3 min", Span(60, 180)),
        ("30s to 2 min", Span(30, 120)),
        ("20s-45s", Span(20, 45)),
        ("20s \u2013 45s", Span(20, 45)),
        ("0s to 20s", Span(0, 20)),
    ],
)
def test_a_span_has_one_end_or_two(text: str, span: Span) -> None:
    assert read_span(text) == span


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("45s to 20s", "the shorter time comes first. Did you mean '20s to 45s'?"),
        ("0s", "'0s' lasts no time at all"),
        ("1s to 2s to 3s", "is no time"),
        ("20 to 45", "is '45' seconds or minutes"),
    ],
)
def test_what_is_no_span_is_refused(text: str, sentence: str) -> None:
    with pytest.raises(UnreadableError) as refused:
        read_span(text)

    assert sentence in str(refused.value)


@given(st.integers(0, 7200), st.integers(0, 7200))
@settings(deadline=None)
def test_any_two_lengths_make_a_span_one_way_round(first: int, second: int) -> None:
    shortest, longest = sorted((first, second + 1))

    assert read_span(f"{shortest}s to {longest}s") == Span(shortest, longest)


@pytest.mark.parametrize(
    ("text", "count"), [("3", Count(3, 3)), ("1 to 2", Count(1, 2)), ("10000", Count(10000, 10000))]
)
def test_a_count_has_one_end_or_two(text: str, count: Count) -> None:
    assert read_count(text) == count


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "how often?"),
        ("two", "is no number of times"),
        ("1.5", "is no number of times"),
        ("0", "at least once"),
        ("3 to 2", "Did you mean '2 to 3'?"),
        ("10001", "more than 10000"),
    ],
)
def test_what_is_no_count_is_refused(text: str, sentence: str) -> None:
    with pytest.raises(UnreadableError) as refused:
        read_count(text)

    assert sentence in str(refused.value)
