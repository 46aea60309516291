"""A look at a file that somebody brought, before any decoder sees it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, BinaryIO

from relaxapp.errors import SoundError

if TYPE_CHECKING:
    from pathlib import Path

LARGEST_BYTES = 3_000_000_000
"""Four hours of CD sound take 2.5 GB."""

_HEAD_BYTES = 4_096
_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]+:/", re.IGNORECASE)
"""How an address begins. A path has lost one of its two strokes."""
_PLAYLIST = re.compile(
    rb"\s*(#EXTM3U|#EXT-X|\[playlist\]|ffconcat\b|file\s+['\"/\w]|<asx\b|<smil\b|<\?wpl|<playlist\b)"
    rb"|<playlist\b|<smil\b|<MPD\b|^\s*(https?|ftp|rtsp|mms)://",
    re.IGNORECASE | re.MULTILINE,
)
"""How lists begin that name other files: M3U, HLS, PLS, ffmpeg's, ASX, SMIL, WPL, XSPF, DASH."""
_TEXT = frozenset(range(0x20, 0x7F)) | frozenset(range(0x80, 0x100)) | frozenset(b"\t\n\r\f")
_UNKNOWN_SIZE = 0xFFFFFFFF
_BOX_BYTES = 8
_LONG_BOX_BYTES = 16
_MOST_BOXES = 100_000
"""As many boxes of an MP4 file are looked at; four hours in pieces of a second have a third of it."""


def check_file(path: Path) -> None:
    """Make sure that a file may be given to a decoder.

    Raises:
        SoundError: it is a network address, missing, a folder, not to be read, empty, too large, a
            playlist, text, or breaks off.
    """
    if not path.is_file():
        raise SoundError(_no_file(path))
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            head = file.read(_HEAD_BYTES)
            is_whole = _is_whole(file, head, size)
    except OSError as error:
        raise SoundError(
            f"The recording “{path.name}” cannot be read ({error.strerror or error}). "
            "Check that you may open it."
        ) from error
    if not size:
        raise SoundError(
            f"The recording “{path.name}” is empty: 0 bytes. Copy it again from where it came."
        )
    if size > LARGEST_BYTES:
        raise SoundError(f"The recording “{path.name}” is too large. It may have up to 3 GB.")
    if _is_text(head):
        raise SoundError(_no_sound(path, is_playlist=_PLAYLIST.search(head) is not None))
    if not is_whole:
        raise SoundError(broken_off(path.name))


def broken_off(name: str) -> str:
    """The sentence about a file that is shorter than it says of itself."""
    return (
        f"The recording “{name}” breaks off: a part of it is missing. "
        "Copy it again from where it came."
    )


def _no_file(path: Path) -> str:
    address = _ADDRESS.match(str(path))
    if address is not None:
        return (
            f"{address[0]}/{str(path)[address.end() :]} is an address on a network, and relaxapp opens none. "
            "Download the recording, and give the file."
        )
    if path.is_dir():
        return f"{path} is a folder. Give one recording in it."
    if path.exists():
        return f"{path} is not an ordinary file. Give a recording."
    return f"There is no file {path}. Check the name."


def _no_sound(path: Path, *, is_playlist: bool) -> str:
    if is_playlist:
        return f"“{path.name}” is a playlist: it only names other files. Give the recording itself."
    return f"“{path.name}” holds text and no sound, whatever its name says. Give a recording."


def _is_text(head: bytes) -> bool:
    """Whether the beginning of a file is text; sound always has bytes that no text has."""
    if not head or not all(byte in _TEXT for byte in head.removeprefix(b"\xef\xbb\xbf")):
        return False
    try:
        head.decode("utf-8")
    except UnicodeDecodeError as error:
        # A letter of several bytes may be cut at the end of what was read.
        return error.start >= len(head) - 3
    return True


def _is_whole(file: BinaryIO, head: bytes, size: int) -> bool:
    """Whether a WAV, AIFF or MP4 file has all the bytes it says; what other files say is not known."""
    if head[:4] in {b"RIFF", b"FORM"} and len(head) >= _BOX_BYTES:
        said = int.from_bytes(head[4:8], "little" if head[:1] == b"R" else "big")
        # A WAV file that was never closed does not know its size, and can be used all the same.
        return said in {0, _UNKNOWN_SIZE} or said <= size - _BOX_BYTES + 1
    if head[4:8] != b"ftyp":
        return True
    at = 0
    has_index = False
    for _ in range(_MOST_BOXES):
        if at >= size:
            return has_index
        file.seek(at)
        box = file.read(_LONG_BOX_BYTES)
        length = int.from_bytes(box[:4], "big")
        has_index = has_index or box[4:8] in {b"moov", b"moof"}
        if length == 1:
            length = int.from_bytes(box[8:16], "big")
        if length == 0:
            return has_index  # the last box reaches to the end
        if length < _BOX_BYTES or at + length > size:
            return False
        at += length
    return True
