"""The ffmpeg program is found where it is, and never outlives its use."""

from __future__ import annotations

import subprocess
import sys
from types import ModuleType
from typing import TYPE_CHECKING

import pytest

from relaxapp.sound import ffmpeg
from relaxapp.sound.ffmpeg import find_ffmpeg, running
from tests.sound.ffmpegs import needs_scripts, stand_in

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def carry(monkeypatch: pytest.MonkeyPatch, get: Callable[[], str] | None) -> None:
    """Let the package imageio-ffmpeg be there, or not."""
    package = None
    if get is not None:
        package = ModuleType("imageio_ffmpeg")
        vars(package)["get_ffmpeg_exe"] = get
    monkeypatch.setitem(sys.modules, "imageio_ffmpeg", package)


def without_one() -> str:
    raise RuntimeError("No ffmpeg exe could be found.")


def test_that_of_the_system_comes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda _name: "/usr/bin/ffmpeg")
    carry(monkeypatch, lambda: "/carried/ffmpeg")
    assert find_ffmpeg() == "/usr/bin/ffmpeg"


def test_the_package_may_carry_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda _name: None)
    carry(monkeypatch, lambda: "/carried/ffmpeg")
    assert find_ffmpeg() == "/carried/ffmpeg"


@pytest.mark.parametrize("get", [None, without_one])
def test_there_may_be_none(monkeypatch: pytest.MonkeyPatch, get: Callable[[], str] | None) -> None:
    monkeypatch.setattr("shutil.which", lambda _name: None)
    carry(monkeypatch, get)
    assert find_ffmpeg() is None


@needs_scripts
def test_words_reach_the_program_as_they_are(tmp_path: Path) -> None:
    program = stand_in(tmp_path, "out.write('|'.join(sys.argv).encode())")
    words = ["-i", "$(reboot)", "a; b", "'"]
    with running(program, words, stdin=subprocess.DEVNULL) as process:
        assert process.stdout is not None
        said = process.stdout.read().decode()
    assert said.endswith("|-i|$(reboot)|a; b|'")
    assert "|-nostdin|" in said


@needs_scripts
def test_it_ends_with_its_use(tmp_path: Path) -> None:
    program = stand_in(tmp_path, "time.sleep(600)")
    with running(program, [], stdin=subprocess.PIPE) as process:
        assert process.poll() is None
    assert process.poll() is not None


@needs_scripts
def test_what_is_called_off_is_killed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ffmpeg, "_LOOKS_A_SECOND", 100)
    program = stand_in(tmp_path, "time.sleep(600)")
    asked = iter([False, True])
    with running(program, [], stdin=subprocess.DEVNULL, cancelled=lambda: next(asked)) as process:
        assert process.wait(30) != 0
