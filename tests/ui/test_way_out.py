"""The way out for who feels worse: at once, with no question, and with something that helps."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from relaxapp.journal.entry import Outcome
from relaxapp.sound.cancelled import CancelledError
from relaxapp.ui import practice as practice_module
from relaxapp.ui import way_out
from relaxapp.ui.pages.room import RoomPage
from relaxapp.ui.pages.session import SessionPage
from relaxapp.ui.way_out import SoundFade
from tests.ui.practising import into_session, let_play, session_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from relaxapp.journal.journal import Journal
    from relaxapp.script.script import Script
    from relaxapp.session.conductor import Conductor
    from relaxapp.ui.practice import Practice
    from tests.ui.house import FakeClock


def test_the_sound_of_a_session_takes_a_second_to_go() -> None:
    assert way_out.FADE_MS == 1000


@pytest.fixture
def _soon_silent(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits for a second."""
    monkeypatch.setattr(way_out, "FADE_MS", 40)
    monkeypatch.setattr(practice_module, "FADE_MS", 40)


@pytest.mark.usefixtures("_soon_silent")
class TestFeelingWorse:
    """Out at once, with no question, and into the room."""

    def test_the_session_is_logged_as_stopped_and_the_grounding_begins_by_itself(
        self, practice_of: Callable[..., Practice], clock: FakeClock, journal: Journal, qtbot: QtBot
    ) -> None:
        practice = practice_of("shoulders", grounding="breath")
        first = self._begin(practice, qtbot)
        let_play(first, clock, 100)
        QTest.keyClick(first, Qt.Key.Key_W)
        assert journal.entries()[0].outcome is Outcome.STOPPED
        assert isinstance(practice.currentWidget(), RoomPage)
        second = self._grounded(practice, qtbot)
        now, before = journal.entries()
        assert (now.script_id, now.outcome) == ("breath", Outcome.RUNNING)
        assert before.script_id == "shoulders"
        assert before.practised_seconds == pytest.approx(100)
        with qtbot.waitSignal(practice.ended) as ended:
            let_play(second, clock, 400)
        assert ended.args[0].entry.id == before.id
        assert journal.entries()[0].outcome is Outcome.FINISHED

    def test_it_ends_once_and_asks_nothing(
        self, practice_of: Callable[..., Practice], clock: FakeClock, qtbot: QtBot
    ) -> None:
        practice = practice_of("shoulders", grounding="breath")
        ended: list[object] = []
        practice.ended.connect(ended.append)
        first = self._begin(practice, qtbot)
        let_play(first, clock, 100)
        QTest.keyClick(first, Qt.Key.Key_W)
        self._grounded(practice, qtbot).steering.end()
        assert len(ended) == 1

    def test_a_grounding_that_is_not_spoken_yet_begins_with_captions(
        self,
        practice_of: Callable[..., Practice],
        monkeypatch: pytest.MonkeyPatch,
        qtbot: QtBot,
    ) -> None:
        practice = practice_of("shoulders", grounding="breath")
        prepare, asked = practice._studio.prepare, []

        def never(script: Script, *more: object, **named: object) -> object:
            asked.append((script.title, named))
            if script.title == "Long breath out" and named.get("speaks", True):
                raise CancelledError
            return prepare(script, *more, **named)  # type: ignore[arg-type]

        monkeypatch.setattr(practice._studio, "prepare", never)
        first = self._begin(practice, qtbot)
        QTest.keyClick(first, Qt.Key.Key_W)
        self._grounded(practice, qtbot)
        assert asked[-1] == ("Long breath out", {"speaks": False})

    def test_without_a_grounding_the_page_says_what_helps(
        self, practice_of: Callable[..., Practice], qtbot: QtBot
    ) -> None:
        practice = practice_of("shoulders")
        first = self._begin(practice, qtbot)
        QTest.keyClick(first, Qt.Key.Key_W)
        room = practice.currentWidget()
        assert isinstance(room, RoomPage)
        qtbot.waitUntil(lambda: room.can_be_left)
        with qtbot.waitSignal(practice.ended) as ended:
            QTest.keyClick(room, Qt.Key.Key_Space)
        assert ended.args[0].entry.outcome is Outcome.STOPPED

    def test_in_the_grounding_itself_the_page_says_what_helps(
        self, practice_of: Callable[..., Practice], journal: Journal, qtbot: QtBot
    ) -> None:
        practice = practice_of("shoulders", grounding="breath")
        QTest.keyClick(self._begin(practice, qtbot), Qt.Key.Key_W)
        QTest.keyClick(self._grounded(practice, qtbot), Qt.Key.Key_W)
        room = practice.currentWidget()
        assert isinstance(room, RoomPage)
        qtbot.waitUntil(lambda: room.can_be_left)
        assert [entry.outcome for entry in journal.entries()] == [Outcome.STOPPED] * 2

    def test_closing_the_window_meanwhile_leaves_nothing_running(
        self, practice_of: Callable[..., Practice], journal: Journal, qtbot: QtBot
    ) -> None:
        practice = practice_of("shoulders", grounding="breath")
        QTest.keyClick(self._begin(practice, qtbot), Qt.Key.Key_W)
        practice.stop()
        assert [entry.outcome for entry in journal.entries()] == [Outcome.STOPPED]

    def test_quick_help_leaves_a_running_session_as_w_does(
        self, practice_of: Callable[..., Practice], journal: Journal, qtbot: QtBot
    ) -> None:
        practice = practice_of("shoulders", grounding="breath")
        self._begin(practice, qtbot)
        practice.help_quickly()
        practice.help_quickly()
        self._grounded(practice, qtbot)
        assert [entry.script_id for entry in journal.entries()] == ["breath", "shoulders"]

    def test_quick_help_leaves_the_question_before(
        self, practice_of: Callable[..., Practice], journal: Journal, qtbot: QtBot
    ) -> None:
        practice = practice_of("breath", grounding="breath")
        practice.start()
        practice.help_quickly()
        with qtbot.waitSignal(practice.ended) as ended:
            self._grounded(practice, qtbot).steering.end()
        assert [entry.script_id for entry in journal.entries()] == ["breath"]
        assert ended.args[0].entry == journal.entries()[0]

    def test_quick_help_leaves_what_comes_after_a_session(
        self, practice_of: Callable[..., Practice], clock: FakeClock, journal: Journal, qtbot: QtBot
    ) -> None:
        practice = practice_of("shoulders", grounding="breath")
        let_play(self._begin(practice, qtbot), clock, 400)
        practice.help_quickly()
        self._grounded(practice, qtbot)
        outcomes = [entry.outcome for entry in journal.entries()]
        assert outcomes == [Outcome.RUNNING, Outcome.FINISHED]

    def test_a_small_window_is_given_its_size_back(
        self, practice_of: Callable[..., Practice], qtbot: QtBot
    ) -> None:
        practice = practice_of("shoulders", grounding="breath")
        first = self._begin(practice, qtbot)
        practice.set_compact(True)
        with qtbot.waitSignal(practice.compact_asked) as asked:
            QTest.keyClick(first, Qt.Key.Key_W)
        assert asked.args == [False]

    @staticmethod
    def _begin(practice: Practice, qtbot: QtBot) -> SessionPage:
        practice.start()
        return into_session(practice, qtbot)

    @staticmethod
    def _grounded(practice: Practice, qtbot: QtBot) -> SessionPage:
        qtbot.waitUntil(lambda: isinstance(practice.currentWidget(), SessionPage))
        return session_of(practice)


class FakeSound:
    """Notes how soft it was made, and when it was let go of."""

    def __init__(self) -> None:
        self.shares: list[float] = []
        self.is_closed = False

    def soften(self, share: float) -> None:
        assert not self.is_closed
        self.shares.append(share)

    def close(self) -> None:
        self.is_closed = True


@pytest.mark.usefixtures("_soon_silent")
class TestSoundFade:
    """The sound of a session goes softly."""

    def test_it_gets_softer_until_it_is_silent_and_is_then_let_go_of(self, qtbot: QtBot) -> None:
        sound = FakeSound()
        fade = SoundFade(cast("Conductor", sound))
        with qtbot.waitSignal(fade.finished):
            fade.start()
        assert sound.shares == sorted(sound.shares, reverse=True)
        assert sound.shares[-1] == 0
        assert sound.is_closed

    @pytest.mark.usefixtures("qapp")
    def test_it_can_be_silent_at_once(self) -> None:
        sound = FakeSound()
        fade = SoundFade(cast("Conductor", sound))
        fade.start()
        fade.stop()
        assert sound.is_closed
