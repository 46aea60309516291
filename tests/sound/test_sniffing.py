"""What somebody brought is looked at before a decoder sees it, and told in a sentence."""

from __future__ import annotations

import os
import socket
import sys
from contextlib import suppress
from pathlib import Path

import pytest
import soundfile
from hypothesis import given
from hypothesis import strategies as st

from relaxapp.errors import SoundError
from relaxapp.sound import sniffing
from relaxapp.sound.sniffing import check_file
from tests.sound.sounds import noise

PLAYLISTS = {
    "m3u": b"#EXTM3U\nhttp://example.org/a.mp3\n",
    "marked": b"\xef\xbb\xbf#EXTM3U\nsong.mp3\n",
    "bare": b"http://example.org/a.mp3\nhttp://example.org/b.mp3\n",
    "pls": b"[playlist]\nFile1=http://example.org/a.mp3\n",
    "hls": b"#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:10,\nfile:///etc/passwd\n",
    "ffconcat": b"ffconcat version 1.0\nfile /etc/passwd\n",
    "concat": b"file '/etc/passwd'\nfile 'b.mp3'\n",
    "xspf": b'<?xml version="1.0"?>\n<playlist xmlns="http://xspf.org/ns/0/"></playlist>',
    "asx": b"<asx version='3.0'><entry><ref href='http://example.org'/></entry></asx>",
    "dash": b"<?xml version='1.0'?><MPD><Period/></MPD>",
}


def write(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def box(kind: bytes, length: int) -> bytes:
    return (length + 8).to_bytes(4, "big") + kind + bytes(length)


@pytest.mark.parametrize("name", PLAYLISTS)
def test_a_playlist_is_called_one_whatever_its_name(tmp_path: Path, name: str) -> None:
    with pytest.raises(SoundError, match=r"“memo\.mp3” is a playlist: it only names other files"):
        check_file(write(tmp_path / "memo.mp3", PLAYLISTS[name]))


@pytest.mark.parametrize(
    "data", [b"Dear diary,\n" * 600, "Grüße\n".encode() * 900, b"x", "é".encode() * 4_000]
)
def test_text_is_called_text(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(SoundError, match="holds text and no sound"):
        check_file(write(tmp_path / "memo.mp3", data))


def test_an_empty_file_is_called_empty(tmp_path: Path) -> None:
    with pytest.raises(SoundError, match=r"“memo\.m4a” is empty: 0 bytes"):
        check_file(write(tmp_path / "memo.m4a", b""))


@pytest.mark.parametrize(
    "address", ["http://example.org/a.mp3", "https://x.org/a", "rtsp://camera/1", "concat:/a|b"]
)
def test_an_address_on_a_network_is_not_opened(address: str) -> None:
    with pytest.raises(SoundError, match="is an address on a network, and relaxapp opens none"):
        check_file(Path(address))


def test_the_address_is_told_as_it_was_written() -> None:
    with pytest.raises(SoundError, match=r"^https://example\.org/a\.mp3 is"):
        check_file(Path("https://example.org/a.mp3"))


def test_a_folder_and_a_missing_file_are_told_apart(tmp_path: Path) -> None:
    with pytest.raises(SoundError, match="is a folder"):
        check_file(tmp_path)
    with pytest.raises(SoundError, match="There is no file"):
        check_file(tmp_path / "memo.mp3")


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such files there")
def test_what_would_never_end_is_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(tmp_path / "socket"))
        for path in (tmp_path / "pipe", tmp_path / "socket", Path("/dev/zero")):
            with pytest.raises(SoundError, match="is not an ordinary file"):
                check_file(path)


def test_a_file_that_may_not_be_read_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(tmp_path / "memo.mp3", b"\0\1")

    def refuse(*_args: object, **_kwargs: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(SoundError, match=r"cannot be read \(Permission denied\)"):
        check_file(path)


def test_a_file_beyond_three_gigabytes_is_too_large(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sniffing, "LARGEST_BYTES", 3)
    with pytest.raises(SoundError, match=r"too large\. It may have up to 3 GB"):
        check_file(write(tmp_path / "memo.mp3", b"\0\1\2\3"))


@pytest.mark.parametrize(("container", "ending"), [("WAV", "wav"), ("AIFF", "aiff")])
def test_a_file_that_breaks_off_is_told(tmp_path: Path, container: str, ending: str) -> None:
    path = tmp_path / f"memo.{ending}"
    soundfile.write(path, noise(48_000), 48_000, format=container)
    check_file(path)
    write(path, path.read_bytes()[:-1_000])
    with pytest.raises(SoundError, match="breaks off"):
        check_file(path)


def test_a_wav_file_that_was_never_closed_can_be_used(tmp_path: Path) -> None:
    path = tmp_path / "memo.wav"
    soundfile.write(path, noise(48_000), 48_000)
    for size in (b"\0\0\0\0", b"\xff\xff\xff\xff"):
        data = path.read_bytes()
        check_file(write(path, data[:4] + size + data[8:]))


@pytest.mark.parametrize(
    ("tail", "is_whole"),
    [
        (box(b"moov", 40) + box(b"mdat", 400), True),
        (box(b"mdat", 400) + box(b"moov", 40), True),
        (box(b"mdat", 400), False),
        (box(b"moov", 40) + box(b"mdat", 400)[:-1], False),
        (box(b"moov", 40) + b"\0\0\0\0mdat" + bytes(100), True),
        (b"\0\0\0\1mdat" + (108).to_bytes(8, "big") + bytes(92) + box(b"moov", 9), True),
        (box(b"moov", 40) + b"\0\0\0\3mdat", False),
    ],
)
def test_an_m4a_file_is_whole_when_its_boxes_are(
    tmp_path: Path,
    tail: bytes,
    is_whole: bool,  # noqa: FBT001 - a case of the table
) -> None:
    path = write(tmp_path / "memo.m4a", box(b"ftyp", 16) + tail)
    if is_whole:
        check_file(path)
    else:
        with pytest.raises(SoundError, match="breaks off"):
            check_file(path)


@given(st.binary(max_size=300), st.sampled_from([b"", b"RIFF", b"FORM", b"\0\0\0\x18ftyp"]))
def test_any_bytes_are_let_through_or_told(
    tmp_path_factory: pytest.TempPathFactory, data: bytes, head: bytes
) -> None:
    path = write(tmp_path_factory.mktemp("any") / "memo", head + data)
    with suppress(SoundError):
        check_file(path)
