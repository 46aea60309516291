"""A file comes whole and checked, goes on where it was cut, or is refused with a sentence."""

from __future__ import annotations

import shutil
import sys
from typing import TYPE_CHECKING, NamedTuple

import pytest

from relaxapp.errors import SoundError
from relaxapp.sound.cancelled import CancelledError
from relaxapp.sound.voice import fetching
from relaxapp.sound.voice.fetching import PART, fetch
from tests.sound.voice.servers import CONTENT, FileServer, Manner

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is on this computer is asked for without a detour."""
    monkeypatch.setenv("no_proxy", "127.0.0.1")


@pytest.fixture
def server() -> Iterator[FileServer]:
    with FileServer() as running:
        yield running


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "voices" / "voice.onnx"


def _part(target: Path) -> Path:
    return target.with_name(target.name + PART)


def _begun(target: Path, content: bytes) -> None:
    target.parent.mkdir(exist_ok=True)
    _part(target).write_bytes(content)


def test_a_file_comes_whole_and_nothing_is_left_beside_it(server: FileServer, target: Path) -> None:
    steps: list[int] = []
    fetch(server.remote(), target, steps.append)
    assert target.read_bytes() == CONTENT
    assert list(target.parent.iterdir()) == [target]
    assert steps == sorted(steps)
    assert (steps[0], steps[-1]) == (0, len(CONTENT))
    assert server.ranges == [None]


def test_what_is_here_already_is_not_asked_for(server: FileServer, target: Path) -> None:
    target.parent.mkdir()
    target.write_bytes(CONTENT)
    fetch(server.remote(), target)
    assert server.ranges == []


def test_another_file_of_that_name_is_never_overwritten(server: FileServer, target: Path) -> None:
    target.parent.mkdir()
    target.write_bytes(b"mine")
    with pytest.raises(SoundError, match="another file with the name"):
        fetch(server.remote(), target)
    assert target.read_bytes() == b"mine"
    assert server.ranges == []


def test_after_a_cut_only_the_rest_is_asked_for(server: FileServer, target: Path) -> None:
    server.manner = Manner.CUT
    with pytest.raises(SoundError, match=r"cut at 0\.1 MB of 0\.3 MB.*goes on where it stopped"):
        fetch(server.remote(), target)
    assert not target.exists()
    server.manner = Manner.WELL
    fetch(server.remote(), target)
    assert target.read_bytes() == CONTENT
    assert server.ranges == [None, "bytes=128000-"]


def test_a_server_that_knows_no_parts_sends_all_of_it_again(
    server: FileServer, target: Path
) -> None:
    _begun(target, CONTENT[:1000])
    server.manner = Manner.WITHOUT_RANGES
    fetch(server.remote(), target)
    assert target.read_bytes() == CONTENT
    assert server.ranges == ["bytes=1000-"]


def test_a_file_that_is_whole_under_its_other_name_is_only_checked(
    server: FileServer, target: Path
) -> None:
    _begun(target, CONTENT)
    fetch(server.remote(), target)
    assert target.read_bytes() == CONTENT
    assert server.ranges == []


def test_what_was_begun_and_is_too_long_is_begun_anew(server: FileServer, target: Path) -> None:
    _begun(target, CONTENT + b"more")
    fetch(server.remote(), target)
    assert target.read_bytes() == CONTENT


@pytest.mark.parametrize(
    ("sent", "manner"),
    [
        (CONTENT[:-1] + b"!", Manner.WELL),
        (CONTENT[:-1], Manner.WELL),
        (CONTENT + b"more", Manner.WELL),
        (CONTENT + b"more", Manner.WITHOUT_LENGTH),
        (CONTENT, Manner.BEYOND),
    ],
    ids=["wrong hash", "too short", "too long", "too long, unannounced", "no such part"],
)
def test_what_is_not_the_file_that_was_checked_is_thrown_away(
    server: FileServer, target: Path, sent: bytes, manner: Manner
) -> None:
    server.content, server.manner = sent, manner
    with pytest.raises(SoundError, match=r"is not voice\.onnx as it was.*nothing of it was kept"):
        fetch(server.remote(), target)
    assert list(target.parent.iterdir()) == []


@pytest.mark.parametrize("begun", [b"x" * 1000, CONTENT[:1000]], ids=["other bytes", "other part"])
def test_a_beginning_that_does_not_fit_is_thrown_away(
    server: FileServer, target: Path, begun: bytes
) -> None:
    _begun(target, begun)
    if begun == CONTENT[:1000]:
        server.manner = Manner.OTHER_PART
    with pytest.raises(SoundError, match="nothing of it was kept"):
        fetch(server.remote(), target)
    assert list(target.parent.iterdir()) == []


def test_calling_off_leaves_nothing(server: FileServer, target: Path) -> None:
    steps: list[int] = []
    with pytest.raises(CancelledError):
        fetch(server.remote(), target, steps.append, lambda: len(steps) > 2)
    assert steps[-1] < len(CONTENT)
    assert list(target.parent.iterdir()) == []


def test_calling_off_before_it_began_asks_nobody(server: FileServer, target: Path) -> None:
    with pytest.raises(CancelledError):
        fetch(server.remote(), target, cancelled=lambda: True)
    assert server.ranges == []


def test_a_server_without_the_file_is_a_sentence(server: FileServer, target: Path) -> None:
    server.manner = Manner.MISSING
    with pytest.raises(SoundError, match=r"does not give voice\.onnx \(404 Not Found\)"):
        fetch(server.remote(), target)


def test_a_server_that_is_not_there_is_a_sentence(target: Path) -> None:
    with FileServer() as gone:
        remote = gone.remote()
    with pytest.raises(SoundError, match=r"voice\.onnx did not come .*Check the network"):
        fetch(remote, target)


def test_a_disk_without_room_is_told_before_anything_is_asked_for(
    server: FileServer, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Usage(NamedTuple):
        free: int = 10

    monkeypatch.setattr(shutil, "disk_usage", lambda _: Usage())
    with pytest.raises(SoundError, match=r"The disk is full: voice\.onnx needs 0\.3 MB"):
        fetch(server.remote(), target)
    assert server.ranges == []


@pytest.mark.skipif(sys.platform != "linux", reason="needs a file that is always full")
def test_a_disk_that_fills_up_meanwhile_is_a_sentence(server: FileServer, target: Path) -> None:
    target.parent.mkdir()
    _part(target).symlink_to("/dev/full")
    with pytest.raises(SoundError, match="The disk is full"):
        fetch(server.remote(), target)
    assert not target.exists()


def test_a_folder_that_cannot_be_made_is_a_sentence(server: FileServer, tmp_path: Path) -> None:
    (tmp_path / "voices").write_text("a file where the folder should be")
    with pytest.raises(SoundError, match="cannot be kept in"):
        fetch(server.remote(), tmp_path / "voices" / "voice.onnx")


def test_a_server_that_says_nothing_is_given_up(
    server: FileServer, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def silent(address: str, here: int) -> None:
        raise TimeoutError("The read operation timed out")

    monkeypatch.setattr(fetching, "_open", silent)
    with pytest.raises(SoundError, match="timed out"):
        fetch(server.remote(), target)
