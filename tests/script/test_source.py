"""Bytes of many kinds read as lines."""

from __future__ import annotations

import pytest

from relaxapp.script.findings import Findings
from relaxapp.script.source import MOST_BYTES, read_lines


def _read(source: bytes | str) -> tuple[tuple[str, ...], list[str]]:
    findings = Findings()
    lines = read_lines(source, findings)
    return lines, [str(problem) for problem in findings.problems]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_of_every_system_are_understood(end: str) -> None:
    assert _read(f"a{end}{end}b") == (("a", "", "b"), [])


def test_a_byte_order_mark_is_dropped() -> None:
    assert _read(b"\xef\xbb\xbfa") == (("a",), [])


def test_only_line_ends_end_lines() -> None:
    """An editor counts no line at a Unicode line separator, so neither do we."""
    assert _read("a\u2028b") == (("a\u2028b",), [])


def test_bytes_that_are_not_utf_8_are_told_with_their_line() -> None:
    lines, problems = _read(b"a\nb\xfcc\n")

    assert lines == ("a", "b\ufffdc", "")
    assert problems == [
        "line 2: a character here cannot be read as UTF-8 text. Save the file as UTF-8."
    ]


def test_control_characters_are_told_with_their_line() -> None:
    _, problems = _read("a\n\nbc\0d")

    assert problems == [
        (
            "line 3: there is an invisible control character after 2 characters. "
            "Delete it, or write the line again."
        )
    ]


def test_a_lone_surrogate_in_a_text_is_told_too() -> None:
    assert _read("\ud800")[1][0].startswith("line 1: a character here cannot be read")


def test_utf_16_is_recognised() -> None:
    lines, problems = _read("Title".encode("utf-16"))

    assert lines == ()
    assert problems == ["line 1: the file is saved as UTF-16. Save it as UTF-8 text."]


@pytest.mark.parametrize("source", [b"a" * (MOST_BYTES + 1), "ä" * (MOST_BYTES // 2 + 1)])
def test_more_than_a_mebibyte_is_refused(source: bytes | str) -> None:
    lines, problems = _read(source)

    assert lines == ()
    assert problems == ["line 1: the file is larger than 1024 KiB, the most a script may have."]


def test_a_mebibyte_is_read() -> None:
    assert _read(b"a" * MOST_BYTES)[1] == []
