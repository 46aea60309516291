"""Recordings that people bring, made fit for a session."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
import soundfile

from relaxapp.errors import SoundError
from relaxapp.sound import soundfile_source
from relaxapp.sound.cancelled import CancelledError
from relaxapp.sound.loudness import loudness
from relaxapp.sound.recording import Recordings
from relaxapp.timeline.clip import frames
from tests.sound.sounds import noise, roughness, sine

if TYPE_CHECKING:
    from pathlib import Path

    from relaxapp.sound.samples import Block, Samples


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "beside the script"
    folder.mkdir()
    return folder


@pytest.fixture
def recordings(folder: Path, tmp_path: Path) -> Recordings:
    return Recordings(folder, tmp_path / "cache")


def whole(samples: Samples) -> Block:
    return samples.read(0, samples.length)


def memo(seconds: float = 3, rate: int = 48_000, channels: int = 1) -> Block:
    """A noise with a second of silence before it and two after."""
    sound = noise(int(seconds * rate), channels, size=0.02)
    return np.concatenate(
        [np.zeros((rate, channels)), sound, np.zeros((2 * rate, channels))]
    ).astype(np.float32)


@pytest.mark.parametrize("name", ["memo.wav", "memo.flac", "memo.ogg", "memo.mp3"])
@pytest.mark.parametrize(("rate", "channels"), [(48_000, 1), (44_100, 2)])
def test_a_recording_is_trimmed_and_as_loud_as_the_voice(
    folder: Path, recordings: Recordings, name: str, rate: int, channels: int
) -> None:
    soundfile.write(folder / name, memo(3, rate, channels), rate)

    sound = whole(recordings.prepare([name])[name])

    assert sound.shape[1] == channels
    assert len(sound) == pytest.approx(frames(3.4), abs=frames(0.1))
    assert loudness(sound) == pytest.approx(-20, abs=0.4)
    assert np.abs(sound).max() <= 10 ** (-2 / 20)
    assert not sound[0].any()
    assert not sound[-1].any()


@pytest.mark.parametrize("rate", [48_000, 22_050])
def test_a_long_recording_is_prepared_piece_by_piece_without_a_seam(
    folder: Path, recordings: Recordings, monkeypatch: pytest.MonkeyPatch, rate: int
) -> None:
    monkeypatch.setattr(soundfile_source, "PIECE_SECONDS", 1)
    wave = sine(rate * 7, 200 * 48_000 / rate)
    soundfile.write(folder / "tone.wav", wave, rate, "FLOAT")

    sound = whole(recordings.prepare(["tone.wav"])["tone.wav"])

    middle = sound[frames(0.1) : -frames(0.1)]
    reference = sine(len(middle), size=float(np.abs(middle).max()))
    assert len(sound) == frames(7)
    # Whole numbers of 16 bits leave corners of their own.
    assert roughness(middle) < 1.1 * roughness(reference) + 4 / 32_768


def test_a_recording_is_prepared_once_and_again_when_it_has_changed(
    folder: Path, recordings: Recordings, tmp_path: Path
) -> None:
    path = folder / "memo.wav"
    soundfile.write(path, memo(2), 48_000)
    first = recordings.prepare(["memo.wav", "memo.wav"])["memo.wav"]
    recordings.prepare(["memo.wav"])
    assert len(list((tmp_path / "cache").iterdir())) == 1

    soundfile.write(path, memo(5), 48_000)
    second = recordings.prepare(["memo.wav"])["memo.wav"]
    assert second.length > first.length + frames(2)


def test_progress_counts_recordings_and_it_can_be_called_off(
    folder: Path, recordings: Recordings, tmp_path: Path
) -> None:
    for name in ("a.wav", "b.wav"):
        soundfile.write(folder / name, memo(), 48_000)
    steps: list[tuple[int, int]] = []

    recordings.prepare(["a.wav", "b.wav"], lambda *step: steps.append(step))
    assert steps == [(0, 2), (1, 2), (2, 2)]

    soundfile.write(folder / "c.wav", memo(), 48_000)
    with pytest.raises(CancelledError):
        recordings.prepare(["c.wav"], cancelled=lambda: True)
    assert len(list((tmp_path / "cache").iterdir())) == 2


def test_calling_it_off_while_it_is_written_leaves_nothing_half_done(
    folder: Path, recordings: Recordings, tmp_path: Path
) -> None:
    soundfile.write(folder / "memo.wav", memo(), 48_000)
    asked = iter([False, True])

    with pytest.raises(CancelledError):
        recordings.prepare(["memo.wav"], cancelled=lambda: next(asked))

    assert list((tmp_path / "cache").iterdir()) == []


def test_without_a_cache_it_is_kept_in_memory(folder: Path, tmp_path: Path) -> None:
    soundfile.write(folder / "memo.wav", memo(), 48_000)
    (tmp_path / "cache").write_text("a file where the folder should be")

    sound = Recordings(folder, tmp_path / "cache").prepare(["memo.wav"])["memo.wav"]

    assert loudness(whole(sound)) == pytest.approx(-20, abs=0.4)


@pytest.mark.parametrize("name", ["nowhere.wav", "../memo.wav", "", "."])
def test_a_recording_that_is_not_beside_the_script_is_named(
    folder: Path, recordings: Recordings, name: str
) -> None:
    soundfile.write(folder.parent / "memo.wav", memo(), 48_000)

    with pytest.raises(SoundError, match="Put it beside the script"):
        recordings.prepare([name])


@pytest.mark.parametrize("data", [b"", b"no sound at all", b"#EXTM3U\nhttp://example.org/a.mp3\n"])
def test_what_is_no_sound_is_named(folder: Path, recordings: Recordings, data: bytes) -> None:
    (folder / "memo.mp3").write_bytes(data)

    with pytest.raises(SoundError, match=r"“memo\.mp3” (is empty|holds text|is a playlist)"):
        recordings.prepare(["memo.mp3"])


def test_a_silent_recording_is_named(folder: Path, recordings: Recordings) -> None:
    soundfile.write(folder / "memo.wav", np.zeros(48_000), 48_000)

    with pytest.raises(SoundError, match="nothing to be heard"):
        recordings.prepare(["memo.wav"])


def test_a_recording_that_is_too_long_is_named(
    folder: Path, recordings: Recordings, monkeypatch: pytest.MonkeyPatch
) -> None:
    soundfile.write(folder / "memo.wav", memo(), 48_000)

    monkeypatch.setattr(soundfile_source, "LONGEST_SECONDS", 2)
    with pytest.raises(SoundError, match="longer than four hours"):
        recordings.prepare(["memo.wav"])


@pytest.mark.parametrize("rate", [48_000, 44_100])
def test_its_length_is_estimated_without_listening(
    folder: Path, recordings: Recordings, rate: int
) -> None:
    soundfile.write(folder / "memo.wav", memo(3, rate), rate)

    assert recordings.estimate("memo.wav") == frames(6)
    assert recordings.estimate("nowhere.wav") == 0
