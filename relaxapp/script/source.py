"""The bytes of a script as lines of text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from relaxapp.script.findings import Findings

MOST_BYTES = 1024 * 1024
"""A script is at most 1 MiB long."""

_BYTE_ORDER_MARK = "\ufeff"
_UTF_16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_NOT_TEXT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")


def read_lines(source: bytes | str, findings: Findings) -> tuple[str, ...]:
    """The lines of a script without their ends; what is not text becomes U+FFFD.

    Line ends may be those of any system; a byte order mark is dropped. Bytes that are not UTF-8
    and control characters are noted with their line.
    """
    if isinstance(source, bytes):
        if source.startswith(_UTF_16_MARKS):
            findings.error(1, "the file is saved as UTF-16. Save it as UTF-8 text.")
            return ()
        if len(source) > MOST_BYTES:
            findings.error(1, too_large())
            return ()
        text = source.decode("utf-8", errors="surrogateescape")
    else:
        # A character is at least one byte, so that a text too long is never encoded.
        if len(source) > MOST_BYTES or len(source.encode("utf-8", "replace")) > MOST_BYTES:
            findings.error(1, too_large())
            return ()
        text = source
    text = text.removeprefix(_BYTE_ORDER_MARK).replace("\r\n", "\n").replace("\r", "\n")
    lines = tuple(text.split("\n"))
    if _NOT_TEXT.search(text) is None:
        return lines
    return tuple(_cleaned(line, number, findings) for number, line in enumerate(lines, 1))


def too_large() -> str:
    """The sentence about a file that is more than a script."""
    return f"the file is larger than {MOST_BYTES // 1024} KiB, the most a script may have."


def _cleaned(line: str, number: int, findings: Findings) -> str:
    found = _NOT_TEXT.search(line)
    if found is None:
        return line
    if "\ud800" <= found.group() <= "\udfff":
        sentence = "a character here cannot be read as UTF-8 text. Save the file as UTF-8."
    else:
        sentence = (
            f"there is an invisible control character after {found.start()} characters. "
            "Delete it, or write the line again."
        )
    findings.error(number, sentence)
    return _NOT_TEXT.sub("\ufffd", line)
