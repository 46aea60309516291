"""The whole road: from a script file through the window, or the terminal, to a row in the journal."""

from __future__ import annotations

import json
import subprocess
import sys
from functools import partial
from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from relaxapp.journal.entry import Entry, Outcome
from relaxapp.journal.opening import open_journal
from relaxapp.script.library import Library
from relaxapp.session.studio import Studio
from relaxapp.settings import Settings, SettingsFile
from relaxapp.timeline.clip import seconds
from relaxapp.ui import practice
from relaxapp.ui.appearance import Appearance
from relaxapp.ui.choices import Choices
from relaxapp.ui.pages.checkin import CheckInPage
from relaxapp.ui.pages.closing import ClosingPage
from relaxapp.ui.pages.room import RoomPage
from relaxapp.ui.pages.session import SessionPage
from relaxapp.ui.shelves import offer_of_file
from relaxapp.ui.window import MainWindow
from tests.session.fakes import HandClock
from tests.ui.pressing import press

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from relaxapp.journal.journal import Journal

SCRIPT = """\
Title: A hand at rest
Technique: muscle relaxation
Minutes: 1
Caution: Leave out any part that hurts. Keep breathing.
Evidence: None.
Ambience: rain

# Settle

Sit so that nothing has to be held up.

# Hand

Now your right hand.

[tense right hand for 5s]
Make a fist.

[release for 20s to 40s]
And let go.

# Return

[pause 5s to 20s]

Look around.
"""
AT_ONCE = """\
Title: A hand at once
Technique: muscle relaxation
Minutes: 0.5

# Settle

[pause 3s]

# Hand

[tense right hand for 5s]
Make a fist.

[release for 10s to 40s]
And let go.
"""
GROUNDING = """\
Title: Around you
Technique: grounding
Minutes: 0.5

# Look around

[pause 20s to 40s]
Five things that you can see.
"""
LOOK_SECONDS = 0.25
"""How far the clock is moved between two turns of the event loop: well under what counts as sleep."""


class House:
    """The program with all its real parts, a clock moved by hand, and a person at the keyboard."""

    def __init__(self, folder: Path, repository: Path, qtbot: QtBot) -> None:
        self.hand = HandClock()
        self.qtbot = qtbot
        self._scripts = folder / "scripts"
        self._scripts.mkdir()
        self.add_script("hand", SCRIPT)
        self.journal: Journal = open_journal(folder / "journal", lambda: self.hand.today)
        settings = Settings(voice="espeak", player="silent", safety_read=True)
        choices = Choices(settings, SettingsFile(folder / "settings.json"))
        application = cast("QApplication", QApplication.instance())
        self.window = MainWindow(
            library=Library((folder / "scripts",)),
            open_journal=lambda: self.journal,
            choices=choices,
            appearance=Appearance(application, choices, choices),
            open_studio=lambda chosen: Studio(
                audio=repository / "audio",
                cache=folder / "cache",
                settings=chosen,
                voices=folder / "voices",
            ),
            clock=self.hand.clock(),
        )
        qtbot.addWidget(self.window)
        self.window.show()
        qtbot.waitExposed(self.window)

    def add_script(self, script_id: str, text: str) -> Path:
        """Put another script on the shelf; its file."""
        path = self._scripts / f"{script_id}.relax"
        path.write_text(text, encoding="utf-8")
        return path

    @property
    def entry(self) -> Entry:
        """The newest session in the journal."""
        return self.journal.entries(limit=1)[0]

    def page(self, kind: type[QWidget]) -> QWidget:
        """The page that is shown in a session, once it is of that kind."""
        self.qtbot.waitUntil(lambda: isinstance(self._shown(), kind), timeout=20_000)
        shown = self._shown()
        assert shown is not None
        return shown

    def begin(self, tension: Qt.Key) -> None:
        """From the sessions page into the session, by keys."""
        self.window.open_named("hand")
        press(self.window.sheet.start_button, Qt.Key.Key_Return)
        question = self.page(CheckInPage)
        press(question, tension)
        press(question, Qt.Key.Key_Return)
        self.page(SessionPage)

    def let_pass(self, seconds_: float) -> None:
        """Let so much of the session go by."""
        until = self.hand.monotonic_seconds + seconds_

        def passed() -> bool:
            self.hand.pass_seconds(LOOK_SECONDS)
            return self.hand.monotonic_seconds >= until

        self.qtbot.waitUntil(passed, timeout=60_000)

    def _shown(self) -> QWidget | None:
        practice = self.window.practice
        return practice.currentWidget() if practice else None


@pytest.fixture
def house(tmp_path: Path, repository: Path, qtbot: QtBot, qapp: QApplication) -> Iterator[House]:
    built = House(tmp_path, repository, qtbot)
    yield built
    built.window.close()
    built.journal.close()


def test_a_session_gone_through_in_the_window_is_in_the_journal_as_finished(house: House) -> None:
    house.begin(Qt.Key.Key_7)
    house.let_pass(61)
    press(house.page(ClosingPage), Qt.Key.Key_Space)
    after = house.page(CheckInPage)
    press(after, Qt.Key.Key_3)
    press(after, Qt.Key.Key_Return)
    house.qtbot.waitUntil(lambda: house.window.practice is None)
    entry = house.entry
    assert (entry.script_id, entry.title) == ("hand", "A hand at rest")
    assert entry.outcome is Outcome.FINISHED
    assert entry.planned_seconds == entry.practised_seconds == 60
    assert (entry.tension_before, entry.tension_after) == (7, 3)
    assert entry.voice == "espeak"


def test_a_session_ended_early_is_in_the_journal_as_stopped(house: House) -> None:
    house.begin(Qt.Key.Key_5)
    page = house.page(SessionPage)
    assert isinstance(page, SessionPage)
    house.let_pass(20)
    page.steering.end()
    house.qtbot.waitUntil(lambda: house.window.practice is None)
    entry = house.entry
    assert entry.outcome is Outcome.STOPPED
    assert entry.planned_seconds == 60
    assert entry.practised_seconds == pytest.approx(20, abs=4)
    assert entry.tension_after is None


def test_who_feels_worse_is_out_at_once_and_led_back_to_the_room(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    grounding = house.add_script("ground-54321", GROUNDING)
    monkeypatch.setattr(
        practice, "Practice", partial(practice.Practice, grounding=lambda: offer_of_file(grounding))
    )
    house.begin(Qt.Key.Key_5)
    first = house.page(SessionPage)
    house.let_pass(20)
    press(first, Qt.Key.Key_W)
    stopped = house.entry
    assert stopped.outcome is Outcome.STOPPED
    assert stopped.practised_seconds == pytest.approx(20, abs=4)
    house.page(RoomPage)
    house.page(SessionPage)
    assert house.entry.title == "Around you"
    house.let_pass(35)
    house.qtbot.waitUntil(lambda: house.window.practice is None)
    assert (house.entry.title, house.entry.outcome) == ("Around you", Outcome.FINISHED)
    assert house.entry.tension_after is None
    assert house.journal.entry(stopped.id) == stopped
    assert house.journal.count() == 2


def test_a_skipped_area_is_gone_from_the_session_and_kept_in_the_journal(house: House) -> None:
    house.begin(Qt.Key.Key_5)
    page = house.page(SessionPage)
    assert isinstance(page, SessionPage)
    leader = page.steering.leader
    assert leader is not None
    hand = next(each for each in leader.timeline.phases if each.group)
    house.let_pass(seconds(hand.start) + 1)
    house.qtbot.waitUntil(lambda: page.steering.can_leave_out)
    press(page, Qt.Key.Key_S)
    groups = [each.group for each in leader.timeline.phases if each.group]
    assert groups == ["right hand"]
    house.let_pass(40)
    press(house.page(ClosingPage), Qt.Key.Key_Return)
    press(house.page(CheckInPage), Qt.Key.Key_Return)
    house.qtbot.waitUntil(lambda: house.window.practice is None)
    assert house.entry.outcome is Outcome.FINISHED
    assert json.loads(house.entry.tailoring) == {"left_out_on_the_way": ["right hand"]}
    assert house.entry.practised_seconds < house.entry.planned_seconds - 15


def test_closing_the_window_stops_and_logs_what_runs(house: House) -> None:
    house.begin(Qt.Key.Key_5)
    house.let_pass(10)
    house.window.close()
    assert house.entry.outcome is Outcome.STOPPED


def test_a_killed_program_leaves_an_interrupted_session_with_five_seconds_lost_at_most(
    tmp_path: Path,
) -> None:
    script = tmp_path / "hand.relax"
    script.write_text(AT_ONCE, encoding="utf-8")
    relaxapp = [sys.executable, "-u", "-m", "relaxapp", "--data-dir", str(tmp_path / "data")]
    shown = json.loads(subprocess.check_output([*relaxapp, "show", str(script), "--json"]))
    fist_at = next(each["start"] for each in shown["phases"] if each["kind"] == "tense")
    with subprocess.Popen(
        [*relaxapp, "play", str(script), "--player", "silent"],
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    ) as running:
        assert running.stdout is not None
        for line in running.stdout:
            if "Make a fist." in line:
                running.kill()
    history = json.loads(subprocess.check_output([*relaxapp, "history", "--json"]))
    (session,) = history["sessions"]
    assert session["outcome"] == "interrupted"
    assert fist_at - 5 <= session["practised_seconds"] <= fist_at + 2
