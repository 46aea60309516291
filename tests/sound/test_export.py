"""A session as a file: the same frames, whole or not at all."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import numpy as np
import pytest
import soundfile

from relaxapp.errors import ExportError
from relaxapp.sound.cancelled import CancelledError
from relaxapp.sound.export import export
from relaxapp.sound.samples import ArraySamples
from relaxapp.timeline.clip import frames
from tests.sound.sounds import ambience, loop, mix_of, noise, spoken

if TYPE_CHECKING:
    from pathlib import Path

    from relaxapp.sound.mix import Mix


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


def test_progress_goes_from_nothing_to_all(tmp_path: Path, mix: Mix) -> None:
    steps: list[tuple[int, int]] = []

    export(mix, tmp_path / "session.wav", lambda *step: steps.append(step))

    assert steps[0] == (0, mix.length)
    assert steps[-1] == (mix.length, mix.length)
    assert len(steps) > 3
    assert steps == sorted(steps)


def test_calling_it_off_leaves_no_file_and_the_old_one_as_it_was(tmp_path: Path, mix: Mix) -> None:
    path = tmp_path / "session.wav"
    path.write_bytes(b"an older recording")
    asked = iter([False, True])

    with pytest.raises(CancelledError):
        export(mix, path, cancelled=lambda: next(asked))

    assert [entry.read_bytes() for entry in tmp_path.iterdir()] == [b"an older recording"]


@pytest.mark.parametrize("name", ["session.mp3", "session", "session.wav.txt"])
def test_another_ending_is_answered_with_those_that_can_be_written(
    tmp_path: Path, mix: Mix, name: str
) -> None:
    with pytest.raises(ExportError, match=r"ends in \.wav or \.flac"):
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
@pytest.mark.parametrize("ending", ["wav", "flac"])
@pytest.mark.parametrize("most_bytes", [0, 100, 200_000])
def test_a_full_disk_is_a_sentence_and_leaves_nothing(
    tmp_path: Path, ending: str, most_bytes: int
) -> None:
    code = f"""
import resource
from pathlib import Path
from relaxapp.errors import ExportError
from relaxapp.sound.export import export
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
