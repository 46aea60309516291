"""Tests of a voice listened to: prepared elsewhere, played, stopped, and every reason not to hear it told."""

from __future__ import annotations

from threading import Event, current_thread, main_thread
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QThreadPool

from relaxapp.errors import DeviceError, SoundError
from relaxapp.session.audition import Auditions
from relaxapp.sound.volumes import Volumes
from relaxapp.ui.listening import Hearing, Listening
from tests.session.fakes import FakePlayer
from tests.sound.voice.speakers import ToneVoice

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from relaxapp.sound.mix import Mix
    from relaxapp.sound.players.player import Player


class Room:
    """Someone who listens, and what plays to them."""

    def __init__(self, pool: QThreadPool) -> None:
        self.player = FakePlayer()
        self.remark: str | None = None
        self.opened: list[Mix] = []
        self.said: list[str] = []
        self.happened: list[object] = []
        self.listening = Listening(self._open, pool)
        self.listening.failed.connect(self.said.append)
        self.listening.changed.connect(self.happened.append)

    def _open(self, mix: Mix) -> tuple[Player, str | None]:
        self.opened.append(mix)
        return self.player, self.remark


@pytest.fixture
def room(qtbot: QtBot) -> Iterator[Room]:
    pool = QThreadPool()
    yield Room(pool)
    pool.waitForDone()


@pytest.fixture
def mix(repository: Path, tmp_path: Path) -> Mix:
    auditions = Auditions(audio=repository / "audio", cache=tmp_path, voices=tmp_path)
    return auditions.mix(ToneVoice(), 115, Volumes())


def test_a_sentence_is_prepared_elsewhere_and_then_played(
    room: Room, mix: Mix, qtbot: QtBot
) -> None:
    threads: list[object] = []

    def prepare() -> Mix:
        threads.append(current_thread())
        return mix

    room.listening.listen(prepare)
    assert room.listening.hearing is Hearing.PREPARING
    qtbot.waitUntil(lambda: room.listening.hearing is Hearing.PLAYING)
    assert room.opened == [mix]
    assert room.player.calls == ["start"]
    assert threads != [main_thread()]


def test_at_the_end_of_the_sentence_the_device_is_given_back(
    room: Room, mix: Mix, qtbot: QtBot
) -> None:
    room.listening.listen(lambda: mix)
    qtbot.waitUntil(lambda: room.listening.hearing is Hearing.PLAYING)
    room.listening.look()
    assert room.listening.hearing is Hearing.PLAYING
    room.player.ended = True
    room.listening.look()
    assert room.player.calls == ["start", "close"]
    assert room.happened == [Hearing.PREPARING, Hearing.PLAYING, Hearing.NOTHING]
    assert room.said == []


def test_it_can_be_stopped_at_any_time(room: Room, mix: Mix, qtbot: QtBot) -> None:
    room.listening.stop()
    assert room.happened == []
    room.listening.listen(lambda: mix)
    qtbot.waitUntil(lambda: room.listening.hearing is Hearing.PLAYING)
    room.listening.stop()
    assert room.player.calls == ["start", "close"]
    assert room.listening.hearing is Hearing.NOTHING


def test_what_was_stopped_while_it_was_prepared_is_never_heard(
    room: Room, mix: Mix, qtbot: QtBot
) -> None:
    may_go_on, is_done = Event(), Event()

    def prepare() -> Mix:
        may_go_on.wait(5)
        is_done.set()
        return mix

    room.listening.listen(prepare)
    room.listening.stop()
    may_go_on.set()
    assert is_done.wait(5)
    room.listening.listen(lambda: mix)
    qtbot.waitUntil(lambda: room.listening.hearing is Hearing.PLAYING)
    assert len(room.opened) == 1


def test_a_voice_that_does_not_work_is_told(room: Room, qtbot: QtBot) -> None:
    def prepare() -> Mix:
        raise SoundError("The voice lost its tongue.")

    room.listening.listen(prepare)
    qtbot.waitUntil(lambda: bool(room.said))
    assert room.said == ["The voice lost its tongue."]
    assert room.listening.hearing is Hearing.NOTHING


def test_without_a_device_it_is_told_and_nothing_is_played(
    room: Room, mix: Mix, qtbot: QtBot
) -> None:
    room.remark = "No sound device could be opened."
    room.listening.listen(lambda: mix)
    qtbot.waitUntil(lambda: bool(room.said))
    assert room.said == ["No sound device could be opened."]
    assert room.player.calls == ["close"]


def test_a_device_that_refuses_is_told(
    room: Room, mix: Mix, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse() -> None:
        raise DeviceError("The sound device cannot be started.")

    monkeypatch.setattr(room.player, "start", refuse)
    room.listening.listen(lambda: mix)
    qtbot.waitUntil(lambda: bool(room.said))
    assert room.listening.hearing is Hearing.NOTHING


def test_a_device_that_goes_away_is_told(room: Room, mix: Mix, qtbot: QtBot) -> None:
    room.listening.listen(lambda: mix)
    qtbot.waitUntil(lambda: room.listening.hearing is Hearing.PLAYING)
    room.player.lost = True
    room.listening.look()
    assert room.said == ["The sound device went away. Check it and try again."]
    assert room.player.calls == ["start", "close"]
