"""Sounds in memory and on disk, read piece by piece."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from relaxapp.errors import SoundError
from relaxapp.sound.samples import (
    OpenFiles,
    PcmSamples,
    WavSamples,
    from_pcm,
    to_pcm,
    write_wav,
)
from tests.sound.sounds import noise

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from relaxapp.sound.samples import Pcm


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "sound.wav"


@pytest.mark.parametrize("channels", [1, 2])
def test_a_file_gives_back_what_was_written_wherever_it_is_read(path: Path, channels: int) -> None:
    pcm = to_pcm(noise(1_000, channels))
    write_wav(path, [pcm[:400], pcm[400:]], channels)

    samples = WavSamples(path, OpenFiles())

    assert samples.length == 1_000
    assert np.array_equal(samples.read(0, 1_000), from_pcm(pcm))
    assert np.array_equal(samples.read(390, 20), from_pcm(pcm[390:410]))


def test_whole_numbers_keep_full_scale_and_never_wrap_around() -> None:
    loud = np.array([-1.5, -1, 0, 1, 1.5], np.float32)

    assert to_pcm(loud).tolist() == [-32768, -32767, 0, 32767, 32767]


def test_hundreds_of_files_are_read_with_a_handful_open(tmp_path: Path) -> None:
    files = OpenFiles(most=4)
    sounds = []
    for number in range(40):
        path = tmp_path / f"{number}.wav"
        write_wav(path, [np.full(10, number, np.int16)], 1)
        sounds.append(WavSamples(path, files))

    heard = [float(sound.read(5, 1)[0, 0]) * 32_768 for sound in [*sounds, *sounds]]

    assert heard == [*range(40), *range(40)]
    assert len(files._open) == 4
    files.close()
    assert not files._open


def test_a_file_that_vanishes_while_it_plays_is_silence(path: Path) -> None:
    write_wav(path, [to_pcm(noise(100))], 1)
    samples = WavSamples(path, OpenFiles())
    path.unlink()

    assert not samples.read(0, 100).any()


def test_a_file_that_is_cut_short_while_it_plays_ends_in_silence(path: Path) -> None:
    write_wav(path, [np.full(100, 1_000, np.int16)], 1)
    samples = WavSamples(path, OpenFiles())
    with path.open("r+b") as file:
        file.truncate(44 + 100)

    heard = samples.read(0, 100)

    assert heard[:50].all()
    assert not heard[50:].any()


@pytest.mark.parametrize("data", [b"", b"RIFF", b"not a sound at all" * 10])
def test_what_is_no_sound_file_is_refused(path: Path, data: bytes) -> None:
    path.write_bytes(data)

    with pytest.raises(SoundError, match=r"sound\.wav cannot be read"):
        WavSamples(path, OpenFiles())


def test_a_file_that_is_not_whole_is_refused(path: Path) -> None:
    write_wav(path, [to_pcm(noise(100))], 1)
    path.write_bytes(path.read_bytes()[:-1])

    with pytest.raises(SoundError, match="cut short"):
        WavSamples(path, OpenFiles())


def test_nothing_is_left_behind_when_writing_fails(path: Path) -> None:
    path.write_bytes(b"as it was")

    def broken() -> Iterator[Pcm]:
        yield np.zeros(10, np.int16)
        raise OSError(28, "No space left on device")

    with pytest.raises(OSError, match="No space"):
        write_wav(path, broken(), 1)

    assert [entry.read_bytes() for entry in path.parent.iterdir()] == [b"as it was"]


def test_samples_in_memory_are_read_like_those_on_disk() -> None:
    pcm = to_pcm(noise(50))

    assert np.array_equal(PcmSamples(pcm).read(10, 5), from_pcm(pcm[10:15]))
