"""A session as a file: the same frames, whole or not at all."""

from __future__ import annotations

import subprocess
import sys
import tracemalloc
from typing import TYPE_CHECKING

import numpy as np
import pytest
import soundfile

from relaxapp.errors import ExportError
from relaxapp.sound.cancelled import CancelledError
from relaxapp.sound.export import export
from relaxapp.sound.ffmpeg_source import FfmpegSource
from relaxapp.sound.loop import LoopedSamples
from relaxapp.sound.samples import ArraySamples
from relaxapp.timeline.clip import frames
from tests.sound.ffmpegs import FFMPEG, needs_ffmpeg, needs_scripts, stand_in
from tests.sound.sounds import ambience, loop, mix_of, noise, rms, spoken

if TYPE_CHECKING:
    from pathlib import Path

    from relaxapp.sound.mix import Mix

LOSSY = ("ogg", "opus", "mp3")


@pytest.fixture
def mix() -> Mix:
    words = ArraySamples(noise(frames(1), size=0.9))
    return mix_of(12.3, {"rain": loop(), "words": words}, ambience(12.3), spoken(3, 1))


@pytest.mark.parametrize("name", ["session.wav", "session.flac", "SESSION.WAV"])
def test_the_file_holds_the_frames_that_are_heard(tmp_path: Path, mix: Mix, name: str) -> None:
    export(mix, tmp_path / name)

    written, rate = soundfile.read(tmp_path / name, dtype="float32")
    assert rate == 48_000
    assert written.shape == (mix.length, 2)
    assert np.abs(written - mix.read(0, mix.length)).max() <= 1 / 32_768
    assert [path.name for path in tmp_path.iterdir()] == [name]


@pytest.mark.parametrize("ending", LOSSY)
def test_what_loses_something_is_as_long_and_sounds_alike(
    tmp_path: Path, mix: Mix, ending: str
) -> None:
    export(mix, tmp_path / f"session.{ending}")

    written, rate = soundfile.read(tmp_path / f"session.{ending}", dtype="float32")
    assert rate == 48_000
    assert written.shape == (mix.length, 2)
    heard = mix.read(0, mix.length)
    for second in (1, 3, 8):
        stretch = slice(frames(second), frames(second + 1))
        assert rms(written[stretch]) == pytest.approx(rms(heard[stretch]), rel=0.25)
    assert len(list(tmp_path.iterdir())) == 1


@needs_ffmpeg
def test_with_ffmpeg_it_becomes_an_m4a(tmp_path: Path, mix: Mix) -> None:
    export(mix, tmp_path / "session.m4a")

    source = FfmpegSource(tmp_path / "session.m4a", FFMPEG)
    written = np.concatenate(list(source.pieces(lambda: False)))
    assert written.shape == (pytest.approx(mix.length, abs=2_048), 2)
    assert rms(written) == pytest.approx(rms(mix.read(0, mix.length)), rel=0.25)
    assert len(list(tmp_path.iterdir())) == 1


def test_without_ffmpeg_an_m4a_is_answered_with_what_to_do(tmp_path: Path, mix: Mix) -> None:
    with pytest.raises(ExportError, match=r"needs ffmpeg.*a name that ends in \.wav"):
        export(mix, tmp_path / "session.m4a", find=lambda: None)
    assert list(tmp_path.iterdir()) == []


@needs_scripts
def test_an_ffmpeg_that_fails_leaves_nothing(tmp_path: Path, mix: Mix) -> None:
    program = stand_in(tmp_path, "sys.stdin.buffer.read(100)\nsys.exit(1)")
    folder = tmp_path / "out"
    folder.mkdir()
    with pytest.raises(ExportError, match=r"session\.m4a could not be finished"):
        export(mix, folder / "session.m4a", find=lambda: program)
    assert list(folder.iterdir()) == []


def test_progress_goes_from_nothing_to_all(tmp_path: Path, mix: Mix) -> None:
    steps: list[tuple[int, int]] = []

    export(mix, tmp_path / "session.wav", lambda *step: steps.append(step))

    assert steps[0] == (0, mix.length)
    assert steps[-1] == (mix.length, mix.length)
    assert len(steps) > 3
    assert steps == sorted(steps)


@pytest.mark.parametrize("ending", ["wav", *LOSSY, pytest.param("m4a", marks=needs_ffmpeg)])
def test_calling_it_off_leaves_no_file_and_the_old_one_as_it_was(
    tmp_path: Path, mix: Mix, ending: str
) -> None:
    path = tmp_path / f"session.{ending}"
    path.write_bytes(b"an older recording")
    asked = iter([False, True])

    with pytest.raises(CancelledError):
        export(mix, path, cancelled=lambda: next(asked))

    assert [entry.read_bytes() for entry in tmp_path.iterdir()] == [b"an older recording"]


@pytest.mark.parametrize("name", ["session.aac", "session", "session.wav.txt"])
def test_another_ending_is_answered_with_those_that_can_be_written(
    tmp_path: Path, mix: Mix, name: str
) -> None:
    with pytest.raises(ExportError, match=r"ends in \.wav, \.flac, .* or \.m4a"):
        export(mix, tmp_path / name)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_a_sentence(tmp_path: Path, mix: Mix) -> None:
    with pytest.raises(ExportError, match="Choose another folder"):
        export(mix, tmp_path / "nowhere" / "session.wav")


def test_a_folder_in_the_files_place_is_a_sentence(tmp_path: Path, mix: Mix) -> None:
    path = tmp_path / "session.wav"
    path.mkdir()

    with pytest.raises(ExportError, match=r"session\.wav could not be finished"):
        export(mix, path)
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(sys.platform == "win32", reason="file sizes cannot be limited there")
@pytest.mark.parametrize(
    "ending", ["wav", "flac", "ogg", "opus", "mp3", pytest.param("m4a", marks=needs_ffmpeg)]
)
@pytest.mark.parametrize("most_bytes", [0, 60_000])
def test_a_full_disk_is_a_sentence_and_leaves_nothing(
    tmp_path: Path, ending: str, most_bytes: int
) -> None:
    code = f"""
import resource
from pathlib import Path
from relaxapp.errors import ExportError
from relaxapp.sound.export import export
from relaxapp.sound.ffmpeg_source import FfmpegSource
from tests.sound.sounds import cue, mix_of, noise
from relaxapp.sound.samples import ArraySamples
mix = mix_of(10, {{"tone": ArraySamples(noise(480_000))}}, cue(0, 10))
resource.setrlimit(resource.RLIMIT_FSIZE, ({most_bytes}, {most_bytes}))
try:
    export(mix, Path({str(tmp_path / f"session.{ending}")!r}))
except ExportError as error:
    print(error)
"""
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)

    assert "could not be finished" in done.stdout
    assert "Make room" in done.stdout
    assert done.stderr == ""
    assert list(tmp_path.iterdir()) == []


def test_memory_does_not_grow_with_the_length(tmp_path: Path) -> None:
    """Measured by what Python and numpy hold; a minute of sound takes 23 MB."""
    peaks = []
    for minutes in (0.5, 2):
        tone = LoopedSamples(noise(48_000), 0)
        mix = mix_of(minutes * 60, {"rain": tone}, ambience(minutes * 60))
        tracemalloc.start()
        export(mix, tmp_path / "session.flac")
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] < peaks[0] + 500_000
    assert peaks[1] < 5_000_000
