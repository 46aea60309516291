"""A second start on the same data folder hands over to the first, and nobody else gets through."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QElapsedTimer
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from relaxapp.ui.desktop import guest as guest_module
from relaxapp.ui.desktop.instance import MOST_GUESTS, Instance
from relaxapp.ui.desktop.request import MOST_BYTES, Request

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.ui.desktop.conftest import Program

CONNECTED = QLocalSocket.LocalSocketState.ConnectedState
UNCONNECTED = QLocalSocket.LocalSocketState.UnconnectedState


@pytest.fixture
def data(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder, and a runtime folder for the socket."""
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path_factory.mktemp("run")))
    return tmp_path_factory.mktemp("data")


@pytest.fixture
def first(qtbot: QtBot, data: Path) -> Iterator[Instance]:
    """The first one, which listens."""
    first = Instance(data)
    assert first.claim()
    assert first.listen(), first.trouble
    yield first
    first.close()


@pytest.fixture
def guest(first: Instance, qtbot: QtBot) -> Iterator[Callable[[], QLocalSocket]]:
    """Connects somebody to the first one."""
    guests: list[QLocalSocket] = []

    def connect() -> QLocalSocket:
        guest = QLocalSocket()
        guests.append(guest)
        guest.connectToServer(first.name)
        assert guest.waitForConnected(5000)
        return guest

    yield connect
    for each in guests:
        each.abort()


def is_dropped(guest: QLocalSocket) -> bool:
    """Whether the first one has ended the connection."""
    return guest.state() == UNCONNECTED


@pytest.mark.parametrize("words", ["", "pmr-7", "breath-long-exhale"])
def test_a_second_start_hands_over_and_the_first_one_hears_what_it_wants(
    qtbot: QtBot, first: Instance, data: Path, start: Callable[..., Program], words: str
) -> None:
    with qtbot.waitSignal(first.asked, timeout=10_000) as asked:
        second = start("other_start.py", str(data), "second", words)
    assert asked.args == [Request(words)]
    qtbot.waitUntil(lambda: second.lines == ["claimed False", "ready", "taken True"])


def test_a_file_is_named_by_its_absolute_path(  # noqa: PLR0917 - fixtures
    qtbot: QtBot,
    first: Instance,
    data: Path,
    start: Callable[..., Program],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    name = "Übung für abends.relax"
    (tmp_path / name).touch()
    monkeypatch.chdir(tmp_path)
    with qtbot.waitSignal(first.asked, timeout=10_000) as asked:
        start("other_start.py", str(data), "second", name)
    assert asked.args == [Request(str(tmp_path / name))]


def test_the_desktops_permission_to_come_forward_is_handed_over_as_well(
    qtbot: QtBot,
    first: Instance,
    data: Path,
    start: Callable[..., Program],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("XDG_ACTIVATION_TOKEN", "token-1")
    with qtbot.waitSignal(first.asked, timeout=10_000) as asked:
        start("other_start.py", str(data), "second", "")
    assert asked.args == [Request("", "token-1")]


def test_the_other_way_round_the_other_process_is_the_first(
    qtbot: QtBot, data: Path, start: Callable[..., Program]
) -> None:
    other = start("other_start.py", str(data), "first")
    second = Instance(data)
    assert not second.claim()
    assert not second.listen()
    assert second.hand_over("pmr-7")
    qtbot.waitUntil(lambda: "asked pmr-7" in other.lines)


def test_two_data_folders_are_two_instances(qtbot: QtBot, first: Instance, tmp_path: Path) -> None:
    other = Instance(tmp_path)
    assert other.name != first.name
    assert other.claim()
    assert other.listen()
    other.close()


def test_two_names_of_one_folder_are_one_instance(
    qtbot: QtBot, first: Instance, data: Path, tmp_path: Path
) -> None:
    link = tmp_path / "link"
    link.symlink_to(data)
    other = Instance(link)
    assert other.name == first.name
    assert not other.claim()


def test_what_a_crash_leaves_behind_is_cleaned_away(
    qtbot: QtBot, data: Path, start: Callable[..., Program]
) -> None:
    crashed = start("other_start.py", str(data), "first")
    crashed.end()
    following = Instance(data)
    assert following.claim()
    assert following.listen(), following.trouble
    following.close()


def test_whoever_closes_leaves_room_for_another(qtbot: QtBot, first: Instance, data: Path) -> None:
    first.close()
    other = Instance(data)
    assert other.claim()
    assert other.listen()
    other.close()


def test_a_first_one_that_does_not_answer_is_waited_for_no_longer_than_said(
    qtbot: QtBot, data: Path
) -> None:
    first, second = Instance(data), Instance(data)
    assert first.claim()  # on its way to its window, and not listening yet
    assert not second.claim()
    timer = QElapsedTimer()
    timer.start()
    assert not second.hand_over("pmr-7", patience_seconds=0.2)
    assert timer.elapsed() < 5000
    first.close()


def test_a_first_one_that_takes_the_connection_and_is_silent_counts_as_none(
    qtbot: QtBot, data: Path
) -> None:
    silent = QLocalServer()
    assert silent.listen(Instance(data).name)
    assert not Instance(data).hand_over("pmr-7", patience_seconds=0.2)
    silent.close()


def test_a_folder_that_cannot_be_locked_does_not_keep_the_window_from_opening(
    qtbot: QtBot, tmp_path: Path
) -> None:
    instance = Instance(tmp_path / "missing")
    assert instance.claim()
    assert "window.lock cannot be locked" in instance.trouble
    assert not instance.listen()
    instance.close()


def test_what_is_too_long_to_be_taken_is_not_sent(
    qtbot: QtBot, first: Instance, data: Path
) -> None:
    assert not Instance(data).hand_over("x" * 5000, patience_seconds=0.1)


@pytest.mark.skipif(sys.platform == "win32", reason="pipes have no permissions to look at")
def test_nobody_else_on_the_computer_can_connect(first: Instance) -> None:
    from pathlib import Path  # noqa: PLC0415 - elsewhere for types only

    assert Path(first.name).stat().st_mode & 0o077 == 0


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.binary(max_size=200).filter(lambda words: b"\n" not in words))
@example(words=b"{}")
@example(words=b"[" * 5000)
@example(words=b'{"file_or_id": 1, "activation_token": ""}')
def test_garbage_is_dropped_and_nobody_is_asked_anything(
    qtbot: QtBot, first: Instance, guest: Callable[[], QLocalSocket], words: bytes
) -> None:
    somebody = guest()
    with qtbot.assertNotEmitted(first.asked):
        somebody.write(words + b"\n")
        qtbot.waitUntil(lambda: is_dropped(somebody))


def test_a_message_without_an_end_is_dropped(
    qtbot: QtBot, first: Instance, guest: Callable[[], QLocalSocket]
) -> None:
    somebody = guest()
    with qtbot.assertNotEmitted(first.asked):
        somebody.write(b"x" * (MOST_BYTES + 2))
        qtbot.waitUntil(lambda: is_dropped(somebody))


def test_a_message_may_come_in_pieces(
    qtbot: QtBot, first: Instance, guest: Callable[[], QLocalSocket]
) -> None:
    somebody = guest()
    message = Request("pmr-7").to_bytes()
    somebody.write(message[:5])
    assert somebody.waitForBytesWritten(5000)
    with qtbot.waitSignal(first.asked) as asked:
        somebody.write(message[5:])
    assert asked.args == [Request("pmr-7")]


def test_who_says_nothing_is_dropped_after_a_while(
    qtbot: QtBot,
    first: Instance,
    guest: Callable[[], QLocalSocket],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(guest_module, "SILENCE_MS", 50)
    somebody = guest()
    qtbot.waitUntil(lambda: is_dropped(somebody))


def test_a_crowd_is_dropped_but_for_some(
    qtbot: QtBot, first: Instance, guest: Callable[[], QLocalSocket]
) -> None:
    crowd = [guest() for _ in range(MOST_GUESTS)]
    qtbot.waitUntil(lambda: all(each.state() == CONNECTED for each in crowd))
    qtbot.waitUntil(lambda: len(first._guests) == MOST_GUESTS)
    one_more = guest()
    qtbot.waitUntil(lambda: is_dropped(one_more))
    crowd[0].abort()
    qtbot.waitUntil(lambda: len(first._guests) == MOST_GUESTS - 1)
    with qtbot.waitSignal(first.asked):
        guest().write(Request("pmr-7").to_bytes())


def test_to_close_ends_every_connection(
    qtbot: QtBot, first: Instance, guest: Callable[[], QLocalSocket]
) -> None:
    somebody = guest()
    qtbot.waitUntil(lambda: len(first._guests) == 1)
    first.close()
    qtbot.waitUntil(lambda: is_dropped(somebody))
    assert first._guests == []
