"""`relaxapp sound`, as a person at a terminal meets it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
import soundfile

from relaxapp.cli import main
from tests.sound.sounds import noise

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def memo(tmp_path: Path) -> Path:
    path = tmp_path / "rain at home.wav"
    soundfile.write(path, noise(96_000), 48_000)
    return path


def run(tmp_path: Path, *words: str | Path) -> int:
    return main(["--data-dir", str(tmp_path / "data"), "sound", *map(str, words)])


def test_a_recording_is_added_listed_and_removed(
    tmp_path: Path, memo: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(tmp_path, "add", memo) == 0
    kept = tmp_path / "data" / "sounds" / "rain at home.flac"
    assert capsys.readouterr().out == f"rain at home, 0:02\nKept as {kept}\n"

    assert run(tmp_path, "list", "--json") == 0
    (listed,) = json.loads(capsys.readouterr().out)
    assert listed == {"name": "rain at home", "path": str(kept), "seconds": pytest.approx(2)}
    assert run(tmp_path, "list") == 0
    assert capsys.readouterr().out == "rain at home, 0:02\n"

    assert run(tmp_path, "remove", "rain at home") == 0
    assert f"its file is in {kept.parent / 'removed'}" in capsys.readouterr().out
    assert not kept.exists()
    assert run(tmp_path, "list") == 0
    assert "no sounds of your own yet" in capsys.readouterr().out


def test_it_goes_by_the_name_one_gives(
    tmp_path: Path, memo: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(tmp_path, "add", memo, "--name", "garden") == 0
    assert capsys.readouterr().out.startswith("garden, 0:02\n")


@pytest.mark.parametrize(
    ("words", "status", "sentence"),
    [
        (("add", "https://example.org/a.mp3"), 1, "https://example.org/a.mp3 is an address"),
        (("add", "nowhere.mp3"), 1, "There is no file nowhere.mp3"),
        (("add", "."), 1, "is a folder"),
        (("add", "nowhere.mp3", "--name", "../up"), 2, "cannot be called “../up”"),
        (("remove", "sea"), 1, "There is no sound “sea” of yours"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    words: tuple[str, ...],
    status: int,
    sentence: str,
) -> None:
    assert run(tmp_path, *words) == status
    told = capsys.readouterr().err
    assert told.startswith("relaxapp: ")
    assert sentence in told
    assert told.count("\n") == 1
