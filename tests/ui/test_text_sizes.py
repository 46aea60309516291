"""Text of every size: nothing of it is cut off, on any page, in a small window or a usual one."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QVBoxLayout, QWidget

from relaxapp.journal.entry import Moment
from relaxapp.script.body import Area
from relaxapp.script.parser import read
from relaxapp.settings import TEXT_PERCENTS
from relaxapp.sound.volumes import Volumes
from relaxapp.timeline.fitting import Fitting
from relaxapp.timeline.lengths import Lengths, reading_frames
from relaxapp.ui.help import HelpSheet
from relaxapp.ui.message import Message
from relaxapp.ui.pages.checkin import CheckInPage
from relaxapp.ui.pages.manner import Manner
from relaxapp.ui.pages.reading import DOCTOR, HELPS
from relaxapp.ui.pages.session import SessionPage
from relaxapp.ui.pages.tapping import TappingPage
from relaxapp.ui.painted.caption import Caption
from relaxapp.ui.preparing import PreparingView
from relaxapp.ui.shelves import offer_of_file
from relaxapp.ui.theme import apply_theme, theme_for
from tests.ui.cut_off import cut_off
from tests.ui.house import practised
from tests.ui.leading import FakeLeader, breaths, muscles, shore

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from relaxapp.journal.journal import Journal
    from relaxapp.timeline.timeline import Timeline
    from relaxapp.ui.theme import Theme
    from relaxapp.ui.window import MainWindow
    from tests.ui.house import FakeClock

PERCENTS = (TEXT_PERCENTS[0], 100, 150, TEXT_PERCENTS[1])
_MOST_MS = 200
"""Layouts that never come to rest are not waited for."""
SIZES = ((960, 640), (1280, 800))
_SMALLEST_CAPTION_PX = 14
"""At 100 %."""


@pytest.fixture(autouse=True)
def plain_again(qapp: QApplication) -> Iterator[None]:
    """The application looks as before afterwards."""
    palette, font = qapp.palette(), qapp.font()
    yield
    qapp.setStyleSheet("")
    qapp.setPalette(palette)
    qapp.setFont(font)


@pytest.fixture(params=PERCENTS)
def percent(request: pytest.FixtureRequest) -> int:
    """A size of text."""
    size: int = request.param
    return size


@pytest.fixture(params=SIZES, ids=["small", "usual"])
def size(request: pytest.FixtureRequest) -> tuple[int, int]:
    """The size of a window."""
    pixels: tuple[int, int] = request.param
    return pixels


@pytest.fixture
def large_theme(percent: int, qapp: QApplication) -> Theme:
    """A theme with text of that size, given to the application."""
    theme = theme_for("night", text_percent=percent)
    apply_theme(qapp, theme)
    return theme


@pytest.fixture
def large_window(
    open_window: Callable[..., MainWindow], journal: Journal, percent: int, size: tuple[int, int]
) -> MainWindow:
    """A window of that size with text of that size, and sessions in its log."""
    practised(journal, "Full muscle relaxation", tension=(7, 3), technique="muscle relaxation")
    practised(journal, "Long breath out", days_ago=1, tension=(6, 4), tags=("evening",))
    window = open_window(text_percent=percent)
    window.resize(*size)
    settle()
    return window


def settle() -> None:
    """Lets layouts that follow one from the other come to rest."""
    for _ in range(4):
        QApplication.sendPostedEvents()
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, _MOST_MS)


def shown(qtbot: QtBot, page: QWidget, size: tuple[int, int]) -> None:
    """Shows a page by itself."""
    qtbot.addWidget(page)
    page.resize(*size)
    page.show()
    settle()


class TestTheSearchForWhatIsCutOff:
    """It finds what it is made to find, or all that follows here would be worth nothing."""

    def test_a_label_that_is_too_narrow_is_found(self, qtbot: QtBot) -> None:
        page = QWidget()
        label = QLabel("Nothing should hurt", page)
        label.setGeometry(0, 0, 40, 40)
        shown(qtbot, page, (400, 200))
        assert "in width" in cut_off(page)[0]

    def test_words_that_are_too_many_for_their_height_are_found(self, qtbot: QtBot) -> None:
        page = QWidget()
        label = QLabel("Nothing should hurt. " * 9, page)
        label.setWordWrap(True)
        label.setGeometry(0, 0, 120, 30)
        shown(qtbot, page, (400, 200))
        assert "in height" in cut_off(page)[0]

    def test_a_button_that_lies_outside_is_found(self, qtbot: QtBot) -> None:
        page = QWidget()
        button = QPushButton("Start", page)
        button.move(390, 0)
        shown(qtbot, page, (400, 200))
        assert "reaches out" in cut_off(page)[0]

    def test_what_has_room_is_not(self, qtbot: QtBot) -> None:
        page = QWidget()
        column = QVBoxLayout(page)
        column.addWidget(QLabel("Nothing should hurt"))
        column.addWidget(QPushButton("Start"))
        shown(qtbot, page, (400, 200))
        assert cut_off(page) == []


class TestTheWindow:
    """Its pages, beside the side bar."""

    def test_nothing_is_cut_off_on_the_sessions_page(self, large_window: MainWindow) -> None:
        assert cut_off(large_window) == []

    def test_nothing_is_cut_off_in_a_message(self, large_window: MainWindow) -> None:
        large_window.say(Message("“Long breath out” was taken out of the history.", "Undo"))
        settle()
        assert cut_off(large_window.message_bar) == []

    def test_nothing_is_cut_off_on_a_sheet(self, large_window: MainWindow, scripts: Path) -> None:
        for name in ("shoulders", "breath", "broken"):
            large_window.show_offer(offer_of_file(scripts / f"{name}.relax"))
            settle()
            assert cut_off(large_window) == []

    def test_nothing_is_cut_off_on_the_ways_through_all_sessions(
        self, large_window: MainWindow, scripts: Path, repository: Path
    ) -> None:
        for brought in (repository / "scripts").glob("*.relax"):
            shutil.copy(brought, scripts)
        large_window.show_ways()
        settle()
        assert cut_off(large_window) == []

    @pytest.mark.parametrize("name", [DOCTOR, HELPS])
    def test_nothing_is_cut_off_of_what_there_is_to_read(
        self, large_window: MainWindow, name: str
    ) -> None:
        large_window.show_reading(name)
        settle()
        assert cut_off(large_window) == []

    def test_nothing_is_cut_off_in_the_history(self, large_window: MainWindow) -> None:
        large_window.show_history()
        settle()
        assert cut_off(large_window) == []

    def test_nothing_is_cut_off_in_the_settings(
        self, large_window: MainWindow, qtbot: QtBot
    ) -> None:
        large_window.show_settings()
        # Which voices there are is found out on another thread.
        qtbot.waitUntil(lambda: large_window.settings_page.voice_card.used is not None)
        settle()
        assert cut_off(large_window) == []

    def test_nothing_is_cut_off_in_the_help(self, large_window: MainWindow) -> None:
        large_window.show_help()
        settle()
        sheet = large_window.findChildren(HelpSheet)[-1]
        assert cut_off(sheet) == []
        assert sheet.width() < large_window.width()
        assert sheet.height() < large_window.height()
        sheet.close()


def test_nothing_is_cut_off_before_the_first_session(
    open_window: Callable[..., MainWindow], percent: int, size: tuple[int, int]
) -> None:
    window = open_window(text_percent=percent, safety_read=False)
    window.resize(*size)
    settle()
    assert cut_off(window) == []


class TestASession:
    """What fills the window while a session is on."""

    def test_nothing_is_cut_off_in_the_question_how_tense_one_is(
        self, qtbot: QtBot, large_theme: Theme, size: tuple[int, int]
    ) -> None:
        page = CheckInPage(large_theme)
        for moment in Moment:
            page.ask(moment, "Full muscle relaxation")
            shown(qtbot, page, size)
            assert cut_off(page) == []
        for area in (Area.JAW, Area.LEFT_EYE, Area.RIGHT_SHOULDER):
            page.findChild(type(page._marks)).press(area)  # type: ignore[union-attr]
        settle()
        assert cut_off(page) == []

    def test_nothing_is_cut_off_where_ones_own_pace_is_tapped(
        self, qtbot: QtBot, large_theme: Theme, size: tuple[int, int], clock: FakeClock
    ) -> None:
        page = TappingPage(large_theme, clock.clock.monotonic, title="Slow down", usual_pace=12)
        shown(qtbot, page, size)
        assert cut_off(page) == []
        for _ in range(5):
            page.tap()
            clock.advance(4)
        settle()
        assert cut_off(page) == []

    def test_nothing_is_cut_off_while_one_waits(
        self, qtbot: QtBot, large_theme: Theme, size: tuple[int, int]
    ) -> None:
        page = PreparingView()
        shown(qtbot, page, size)
        assert large_theme.text_percent
        assert cut_off(page) == []

    @pytest.mark.parametrize(("timeline", "seconds"), [(breaths, 12), (muscles, 12), (shore, 15)])
    def test_nothing_is_cut_off_in_a_session(
        self,
        qtbot: QtBot,
        large_theme: Theme,
        size: tuple[int, int],
        timeline: Callable[[], Timeline],
        seconds: float,
    ) -> None:
        page = SessionPage(large_theme)
        leader = FakeLeader(timeline(), seconds)
        page.lead(leader, "Full muscle relaxation", "muscles  ·  20 min", volumes=Volumes())
        shown(qtbot, page, size)
        assert cut_off(page) == []
        # The least size of the window.
        page.resize(880, 600)
        settle()
        assert cut_off(page) == []
        page.steering.ask_to_end()
        settle()
        assert cut_off(page) == []

    @pytest.mark.parametrize("caption_percent", [80, 100, 200])
    def test_no_caption_is_too_small_or_lies_on_anything(
        self,
        qtbot: QtBot,
        large_theme: Theme,
        repository: Path,
        caption_percent: int,
    ) -> None:
        page = SessionPage(large_theme)
        manner = Manner(caption_percent=caption_percent)
        for name in ("pmr-7", "breath-long-exhale", "viz-calm-place", "ground-54321"):
            script = read(repository / "scripts" / f"{name}.relax")
            line = Fitting(script, Lengths(reading_frames, lambda _: 48_000)).usual()
            page.lead(FakeLeader(line, 60), script.title, "20 min", manner=manner)
            for size in ((880, 600), (1280, 800)):
                shown(qtbot, page, size)
                current = page._stage.currentWidget()
                assert current is not None
                captions = [each for each in current.findChildren(Caption) if each.isVisible()]
                least = large_theme.px(_SMALLEST_CAPTION_PX)
                assert all(each.px >= least for each in captions)
                assert all(current.rect().contains(each.geometry()) for each in captions)
                others = [page._stage.countdown, *captions]
                places = [each.geometry() for each in others if each.isVisible()]
                for index, place in enumerate(places):
                    assert not any(place.intersects(other) for other in places[index + 1 :])
