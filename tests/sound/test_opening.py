"""Recordings are read by whoever can, and never lead to anything else."""

from __future__ import annotations

import socket
import struct
from typing import TYPE_CHECKING

import numpy as np
import pytest
import soundfile

from relaxapp.errors import SoundError
from relaxapp.sound import ffmpeg_source, soundfile_source
from relaxapp.sound.cancelled import CancelledError
from relaxapp.sound.ffmpeg_source import FfmpegSource, said_seconds
from relaxapp.sound.opening import open_source
from tests.sound.ffmpegs import FFMPEG, au_header, make, needs_ffmpeg, needs_scripts, stand_in
from tests.sound.sounds import noise

if TYPE_CHECKING:
    from pathlib import Path

    from relaxapp.sound.samples import Block
    from relaxapp.sound.source import Source

UNKNOWN = b"\0\1\2\3 no kind of sound" * 50
"""Bytes that soundfile knows nothing to do with."""
KINDS = {
    "end.m4a": ("-c:a", "aac"),
    "front.m4a": ("-c:a", "aac", "-movflags", "faststart"),
    "lossless.m4a": ("-c:a", "alac"),
    "memo.aac": ("-c:a", "aac"),
    "memo.webm": ("-c:a", "libopus"),
    "memo.wma": ("-c:a", "wmav2"),
}
CONTAINERS = {"flac": "FLAC", "ogg": "OGG", "mp3": "MP3"}


def never() -> bool:
    return False


def whole(source: Source) -> Block:
    return np.concatenate(list(source.pieces(never)))


def unknown(tmp_path: Path) -> Path:
    path = tmp_path / "memo.m4a"
    path.write_bytes(UNKNOWN)
    return path


def test_without_ffmpeg_a_strange_recording_is_told_what_to_install(tmp_path: Path) -> None:
    with pytest.raises(SoundError, match=r"needs ffmpeg.*pip install 'relaxapp\[formats\]'"):
        open_source(unknown(tmp_path), find=lambda: None)


def test_what_soundfile_reads_needs_no_ffmpeg(tmp_path: Path) -> None:
    soundfile.write(tmp_path / "memo.flac", noise(4_800, 2), 48_000)

    def find() -> str | None:
        pytest.fail("nobody needs it")

    source = open_source(tmp_path / "memo.flac", find)
    assert (source.name, source.channels, source.frames) == ("memo.flac", 2, 4_800)


@pytest.mark.parametrize("ending", CONTAINERS)
def test_a_recording_that_breaks_off_is_told_or_read_as_far_as_it_goes(
    tmp_path: Path, ending: str
) -> None:
    path = tmp_path / f"memo.{ending}"
    sound = noise(480_000)
    with soundfile.SoundFile(path, "w", 48_000, 1, format=CONTAINERS[ending]) as file:
        for start in range(0, len(sound), 4_096):
            file.write(sound[start : start + 4_096])
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    try:
        read = whole(open_source(path, lambda: None))
    except SoundError as error:
        assert "Copy it again" in str(error)  # noqa: PT017 - one of two good ends
    else:
        assert 0 < len(read) < 300_000


def test_numbers_that_are_none_become_silence_and_endless_ones_are_bounded(tmp_path: Path) -> None:
    sound = noise(4_800)
    sound[100], sound[200], sound[300] = np.nan, np.inf, -1e30
    soundfile.write(tmp_path / "memo.wav", sound, 48_000, "FLOAT")
    read = whole(open_source(tmp_path / "memo.wav"))
    assert (read[100, 0], read[200, 0], read[300, 0]) == (0, 8, -8)


@pytest.mark.parametrize(("rate", "channels"), [(2_000_000_000, 1), (100, 1), (48_000, 200)])
def test_a_header_that_asks_for_endless_memory_is_refused(
    tmp_path: Path, rate: int, channels: int
) -> None:
    form = struct.pack("<HHIIHH", 1, channels, rate, 0, channels * 2, 16)
    data = bytes(channels * 2 * 50)
    chunks = b"WAVEfmt " + struct.pack("<I", 16) + form
    chunks += b"data" + struct.pack("<I", len(data)) + data
    path = tmp_path / "memo.wav"
    path.write_bytes(b"RIFF" + struct.pack("<I", len(chunks)) + chunks)
    with pytest.raises(SoundError, match=f"has {channels} channels at {rate} Hz"):
        open_source(path)


def test_a_small_file_of_endless_sound_is_refused_by_what_it_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """FLAC stores hours of silence in kilobytes."""
    monkeypatch.setattr(soundfile_source, "LONGEST_SECONDS", 60)
    soundfile.write(tmp_path / "memo.flac", np.zeros(48_000 * 61, np.int16), 48_000)
    assert (tmp_path / "memo.flac").stat().st_size < 100_000
    with pytest.raises(SoundError, match="longer than four hours"):
        open_source(tmp_path / "memo.flac")


def test_a_name_like_an_option_or_a_command_is_only_a_name(tmp_path: Path) -> None:
    for name in ("-i $(reboot).wav", "; rm -rf *.flac", "memo.raw"):
        soundfile.write(tmp_path / name, noise(480), 48_000, format="WAV")
        if not name.endswith("raw"):
            assert open_source(tmp_path / name).frames == 480
    with pytest.raises(SoundError, match="needs ffmpeg"):
        open_source(tmp_path / "memo.raw", lambda: None)


@needs_scripts
def test_decoded_samples_come_in_pieces(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ffmpeg_source, "PIECE_SECONDS", 1)
    samples = "out.write(struct.pack('>2f', 0.5, -0.25) * 60000)"
    program = stand_in(tmp_path, f"{au_header(2)}\n{samples}")
    source = FfmpegSource(unknown(tmp_path), program)
    assert (source.channels, source.frames) == (2, 0)
    assert [len(piece) for piece in source.pieces(never)] == [48_000, 12_000]
    assert (whole(source) == np.array([0.5, -0.25])).all()


@needs_scripts
def test_a_bomb_is_defused_when_it_has_gone_off_for_four_hours(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ffmpeg_source, "LONGEST_SECONDS", 3)
    monkeypatch.setattr(ffmpeg_source, "PIECE_SECONDS", 1)
    program = stand_in(tmp_path, f"{au_header()}\nwhile True: out.write(bytes(48000))")
    pieces = FfmpegSource(unknown(tmp_path), program).pieces(never)
    assert [len(next(pieces)) for _ in range(3)] == [48_000] * 3
    with pytest.raises(SoundError, match="longer than four hours"):
        next(pieces)


@needs_scripts
def test_a_decoder_that_hangs_can_be_called_off(tmp_path: Path) -> None:
    program = stand_in(tmp_path, f"{au_header()}\nout.flush()\ntime.sleep(600)")
    source = FfmpegSource(unknown(tmp_path), program)
    with pytest.raises(CancelledError):
        list(source.pieces(lambda: True))


@needs_scripts
def test_a_decoder_that_takes_too_long_is_ended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("relaxapp.sound.ffmpeg.MOST_MINUTES", 0)
    program = stand_in(tmp_path, "time.sleep(600)")
    with pytest.raises(SoundError, match="cannot be read"):
        FfmpegSource(unknown(tmp_path), program)


@needs_scripts
@pytest.mark.parametrize(
    "code", ["", "out.write(b'RIFF' * 20)", au_header(7), "out.write(b'.snd' + bytes(20))"]
)
def test_a_decoder_that_gives_nothing_of_use_is_told(tmp_path: Path, code: str) -> None:
    with pytest.raises(SoundError, match="damaged, or no recording"):
        FfmpegSource(unknown(tmp_path), stand_in(tmp_path, code))


@needs_scripts
def test_a_decoder_that_fails_on_the_way_is_told(tmp_path: Path) -> None:
    program = stand_in(tmp_path, f"{au_header()}\nout.write(bytes(4000))\nout.flush()\nsys.exit(1)")
    with pytest.raises(SoundError, match="cannot be read to its end"):
        list(FfmpegSource(unknown(tmp_path), program).pieces(never))


@needs_ffmpeg
@pytest.mark.parametrize("name", KINDS)
@pytest.mark.parametrize("channels", [1, 2])
def test_ffmpeg_reads_what_soundfile_cannot(tmp_path: Path, name: str, channels: int) -> None:
    source = open_source(make(tmp_path / name, *KINDS[name], channels=channels))
    assert isinstance(source, FfmpegSource)
    assert source.channels == channels
    read = whole(source)
    assert read.shape == (pytest.approx(96_000, abs=4_000), channels)
    assert np.abs(read[24_000:72_000]).max() > 0.005


@needs_ffmpeg
def test_six_channels_become_two(tmp_path: Path) -> None:
    path = make(tmp_path / "film.m4a", "-c:a", "aac", channels=6)
    assert open_source(path).channels == 2


@needs_ffmpeg
def test_a_phone_memo_says_how_long_it_is(tmp_path: Path) -> None:
    path = make(tmp_path / "memo.m4a", "-c:a", "aac", seconds=3)
    assert said_seconds(path) == pytest.approx(3, abs=0.1)
    assert said_seconds(unknown(tmp_path)) == 0


@needs_ffmpeg
@pytest.mark.parametrize(
    "listing",
    [
        "#EXTM3U\n#EXT-X-TARGETDURATION:5\n#EXTINF:5,\n{address}\n#EXT-X-ENDLIST\n",
        "ffconcat version 1.0\nfile {address}\n",
        "{address}\n",
    ],
)
def test_a_playlist_that_slips_through_opens_no_connection(tmp_path: Path, listing: str) -> None:
    """Ffmpeg itself is kept from it, too."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        address = f"http://127.0.0.1:{server.getsockname()[1]}/a.ts"
        path = tmp_path / "memo.m3u8"
        path.write_text(listing.format(address=address))
        with pytest.raises(SoundError, match="cannot be read"):
            FfmpegSource(path, FFMPEG)
        server.settimeout(0)
        with pytest.raises(BlockingIOError):
            server.accept()


@needs_ffmpeg
def test_a_playlist_of_local_files_reads_none_of_them(tmp_path: Path) -> None:
    make(tmp_path / "secret.wav")
    path = tmp_path / "memo.mp3"
    path.write_text(f"ffconcat version 1.0\nfile {tmp_path / 'secret.wav'}\n")
    with pytest.raises(SoundError, match="cannot be read"):
        FfmpegSource(path, FFMPEG)
