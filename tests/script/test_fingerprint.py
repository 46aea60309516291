"""One version of a script has one name."""

from __future__ import annotations

from relaxapp.script.findings import Findings
from relaxapp.script.fingerprint import fingerprint
from relaxapp.script.source import read_lines


def test_line_ends_and_a_byte_order_mark_make_no_other_version() -> None:
    texts = ("a\nb\n", "a\r\nb\r\n", "\ufeffa\rb\r")

    assert len({fingerprint(read_lines(text, Findings())) for text in texts}) == 1


def test_a_changed_word_makes_another_version() -> None:
    assert fingerprint(("a", "b")) != fingerprint(("a", "c"))


def test_it_is_the_sha_256_of_the_text() -> None:
    assert fingerprint(("abc",)) == (
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    )
