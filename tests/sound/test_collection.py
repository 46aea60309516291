"""Sounds that a person adds: prepared once, kept whole, removed and brought back."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import soundfile

from relaxapp.errors import NotFoundError, RelaxError, SoundError, UsageError
from relaxapp.sound import collection as collection_module
from relaxapp.sound.cancelled import CancelledError
from relaxapp.sound.collection import Collection, name_for
from relaxapp.sound.loudness import loudness
from tests.sound.ffmpegs import make, needs_ffmpeg
from tests.sound.sounds import noise


@pytest.fixture
def collection(tmp_path: Path) -> Collection:
    return Collection(tmp_path / "sounds")


def memo(
    folder: Path,
    name: str = "memo.wav",
    *,
    seconds: float = 2,
    rate: int = 48_000,
    channels: int = 1,
) -> Path:
    """A recording with a second of silence at either end."""
    silence = np.zeros((rate, channels), np.float32)
    sound = noise(int(seconds * rate), channels, size=0.02)
    path = folder / name
    soundfile.write(path, np.concatenate([silence, sound, silence]), rate)
    return path


def names(collection: Collection) -> list[str]:
    return [sound.name for sound in collection.sounds()]


@pytest.mark.parametrize("name", ["memo.wav", "memo.flac", "memo.ogg", "memo.mp3"])
@pytest.mark.parametrize(("rate", "channels"), [(48_000, 1), (44_100, 2), (8_000, 1)])
def test_a_recording_is_cut_levelled_faded_and_kept(
    tmp_path: Path, collection: Collection, name: str, rate: int, channels: int
) -> None:
    added = collection.add(memo(tmp_path, name, rate=rate, channels=channels))

    sound, kept_rate = soundfile.read(added.path, dtype="float32", always_2d=True)
    assert (added.name, added.path.name, kept_rate) == ("memo", "memo.flac", 48_000)
    assert sound.shape == (pytest.approx(2.4 * 48_000, abs=5_000), channels)
    assert loudness(sound) == pytest.approx(-20, abs=0.4)
    assert not sound[0].any()
    assert not sound[-1].any()
    assert collection.sounds() == (added,)


def test_a_long_sound_is_kept_small(
    tmp_path: Path, collection: Collection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(collection_module, "LOSSLESS_SECONDS", 5)
    added = collection.add(memo(tmp_path, seconds=10))
    assert added.path.name == "memo.opus"
    assert added.path.stat().st_size < 300_000
    sound, _ = soundfile.read(added.path, dtype="float32")
    # White noise has its highest tones taken away.
    assert loudness(sound) == pytest.approx(-20, abs=1.5)
    assert collection.sounds()[0].seconds == pytest.approx(added.seconds)


def test_progress_goes_through_the_recording_twice(tmp_path: Path, collection: Collection) -> None:
    steps: list[tuple[int, int]] = []
    collection.add(memo(tmp_path, seconds=50), progress=lambda *step: steps.append(step))
    shares = [done / total for done, total in steps]
    assert shares == sorted(shares)
    assert shares[0] < 0.3
    assert shares[-1] == 1


@pytest.mark.parametrize("at", [0, 1])
def test_calling_it_off_keeps_nothing(tmp_path: Path, collection: Collection, at: int) -> None:
    path = memo(tmp_path, seconds=5)
    asked = iter([False] * at + [True])
    with pytest.raises(CancelledError):
        collection.add(path, cancelled=lambda: next(asked))
    assert list((tmp_path / "sounds").glob("*")) == []


def test_a_recording_cut_short_while_it_is_kept_keeps_nothing(
    tmp_path: Path, collection: Collection
) -> None:
    path = memo(tmp_path, seconds=30)

    def cut_short(done: int, total: int) -> None:
        if done == total // 2:
            path.write_bytes(path.read_bytes()[:500_000])

    with pytest.raises(RelaxError, match="Copy it again"):
        collection.add(path, progress=cut_short)
    assert list((tmp_path / "sounds").glob("*")) == []


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "is empty"),
        (b"#EXTM3U\nhttp://example.org/a.mp3", "is a playlist"),
        (b"a shopping list", "holds text"),
    ],
)
def test_what_is_no_recording_is_told_and_nothing_is_made(
    tmp_path: Path, collection: Collection, data: bytes, sentence: str
) -> None:
    (tmp_path / "memo.mp3").write_bytes(data)
    with pytest.raises(SoundError, match=sentence):
        collection.add(tmp_path / "memo.mp3")
    assert not (tmp_path / "sounds").exists()


def test_a_silent_recording_is_told(tmp_path: Path, collection: Collection) -> None:
    soundfile.write(tmp_path / "memo.wav", np.zeros(48_000), 48_000)
    with pytest.raises(SoundError, match="nothing to be heard"):
        collection.add(tmp_path / "memo.wav")


def test_two_sounds_cannot_have_one_name(tmp_path: Path, collection: Collection) -> None:
    path = memo(tmp_path)
    collection.add(path)
    with pytest.raises(UsageError, match="There is a sound “Memo” already"):
        collection.add(path, "Memo")
    collection.add(path, "the sea at night")
    assert names(collection) == ["memo", "the sea at night"]


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("Neue Aufnahme 3.m4a", "Neue Aufnahme 3"),
        ("a/b?.wav", "b"),
        ("$(reboot);.mp3", "reboot"),
        ("Übung.wav", "Übung"),
        ("....wav", "recording"),
        (f"{'x' * 200}.wav", "x" * 60),
    ],
)
def test_a_name_is_made_from_that_of_the_file(file: str, name: str) -> None:
    assert name_for(Path(file)) == name


@pytest.mark.parametrize(
    "name", ["../up", "a/b", ".hidden", "-rf", "x" * 61, "a\nb", "a.b", "end "]
)
def test_a_name_that_is_no_file_name_is_told(
    tmp_path: Path, collection: Collection, name: str
) -> None:
    with pytest.raises(UsageError, match="cannot be called"):
        collection.add(memo(tmp_path), name)


def test_what_was_removed_can_be_brought_back(tmp_path: Path, collection: Collection) -> None:
    added = collection.add(memo(tmp_path))
    removed = collection.remove("MEMO")
    assert (removed, names(collection)) == (added, [])
    collection.bring_back(removed)
    assert collection.sounds() == (added,)


def test_only_what_was_removed_last_can_be_brought_back(
    tmp_path: Path, collection: Collection
) -> None:
    path = memo(tmp_path)
    for name in ("first", "second"):
        collection.add(path, name)
    first, second = collection.remove("first"), collection.remove("second")
    with pytest.raises(SoundError, match="“first” cannot come back"):
        collection.bring_back(first)
    collection.add(path, "second")
    with pytest.raises(SoundError, match="another one of that name"):
        collection.bring_back(second)


def test_a_name_nobody_has_is_answered_with_those_there_are(
    tmp_path: Path, collection: Collection
) -> None:
    with pytest.raises(NotFoundError, match="There is none yet"):
        collection.remove("sea")
    collection.add(memo(tmp_path))
    with pytest.raises(NotFoundError, match="There are: “memo”"):
        collection.remove("sea")


def test_a_damaged_file_is_listed_without_a_length(tmp_path: Path, collection: Collection) -> None:
    (tmp_path / "sounds").mkdir()
    (tmp_path / "sounds" / "old.flac").write_bytes(b"nothing")
    assert [(sound.name, sound.seconds) for sound in collection.sounds()] == [("old", 0)]


@pytest.mark.skipif(sys.platform == "win32", reason="file sizes cannot be limited there")
@pytest.mark.parametrize("seconds", [0, 600])
def test_a_full_disk_is_a_sentence_and_leaves_nothing(tmp_path: Path, seconds: int) -> None:
    path = memo(tmp_path, seconds=10)
    code = f"""
import resource
from pathlib import Path
from relaxapp.errors import SoundError
from relaxapp.sound import collection
collection.LOSSLESS_SECONDS = {seconds}
resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))
try:
    collection.Collection(Path({str(tmp_path / "sounds")!r})).add(Path({str(path)!r}))
except SoundError as error:
    print(error)
"""
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert "could not be kept" in done.stdout
    assert "Make room" in done.stdout
    assert done.stderr == ""
    assert list((tmp_path / "sounds").iterdir()) == []


@needs_ffmpeg
def test_a_phone_memo_is_added(tmp_path: Path, collection: Collection) -> None:
    added = collection.add(make(tmp_path / "New Recording 7.m4a", "-c:a", "aac", seconds=5))
    assert added.name == "New Recording 7"
    sound, _ = soundfile.read(added.path, dtype="float32")
    assert added.seconds == pytest.approx(5, abs=0.1)
    assert loudness(sound) == pytest.approx(-20, abs=0.4)
