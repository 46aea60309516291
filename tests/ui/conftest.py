"""What the tests of the window are given: a theme, a journal, choices, and the window itself."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QThreadPool
from PySide6.QtGui import QFontDatabase, QPalette

from relaxapp.journal.opening import open_journal
from relaxapp.script.library import Library
from relaxapp.session.studio import Studio
from relaxapp.settings import Settings, SettingsFile
from relaxapp.ui.appearance import Appearance
from relaxapp.ui.choices import Choices
from relaxapp.ui.history_supplies import HistorySupplies
from relaxapp.ui.pages.wish import usual_wish
from relaxapp.ui.practice import Practice
from relaxapp.ui.shelves import offer_of_file
from relaxapp.ui.theme import DRAWN_BY, night
from relaxapp.ui.window import MainWindow
from tests.ui.house import BREATH, BROKEN, SHOULDERS, SLEEP, FakeClock, write_scripts
from tests.ui.places import Guide

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from relaxapp.journal.journal import Journal
    from relaxapp.ui.pages.offer import Offer
    from relaxapp.ui.theme import Theme


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    """What Qt's application is made with."""
    return ["relaxapp", *DRAWN_BY]


@pytest.fixture(autouse=True)
def undressed(qapp: QApplication) -> None:
    """Takes away what another test has left: tests are alike in any order, and widgets quick to make."""
    # Whatever is still there is dressed anew in every look that is tried; and what is left for another
    # thread to collect, Qt wants to be gone on its own.
    gc.collect(1)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    if qapp.styleSheet():
        qapp.setStyleSheet("")
    if qapp.font() != font:
        qapp.setFont(font)
        qapp.setPalette(QPalette())


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    """The dark theme's colours and sizes."""
    return night()


@pytest.fixture
def clock() -> FakeClock:
    """A clock moved by hand, on an evening."""
    return FakeClock()


@pytest.fixture
def journal(tmp_path: Path, clock: FakeClock) -> Iterator[Journal]:
    """An empty journal."""
    with open_journal(tmp_path / "journal", clock.now) as opened:
        # No plug is pulled here, and waiting for the disk is what takes longest.
        opened.database.write("PRAGMA synchronous = OFF")
        yield opened


@pytest.fixture
def settings_file(tmp_path: Path) -> SettingsFile:
    """A settings file that is not there yet."""
    return SettingsFile(tmp_path / "settings.json")


@pytest.fixture
def choices(settings_file: SettingsFile, qapp: QApplication) -> Choices:
    """Choices with no voice and no sound, so that nothing has to be prepared for long."""
    return Choices(Settings(voice_on=False, player="silent"), settings_file)


@pytest.fixture
def scripts(tmp_path: Path) -> Path:
    """A folder with two scripts, and a third that cannot be read."""
    return write_scripts(tmp_path / "scripts", shoulders=SHOULDERS, breath=BREATH, broken=BROKEN)


@pytest.fixture
def open_window(  # noqa: PLR0917 - all of them are parts of a window
    qtbot: QtBot,
    scripts: Path,
    tmp_path: Path,
    repository: Path,
    journal: Journal,
    settings_file: SettingsFile,
    clock: FakeClock,
    qapp: QApplication,
) -> Iterator[Callable[..., MainWindow]]:
    """Opens a window on the scripts, with the settings that are given by name."""
    windows = []

    def open_one(**settings: object) -> MainWindow:
        usual: dict[str, Any] = {"voice_on": False, "player": "silent", "safety_read": True}
        chosen = Settings(**{**usual, **settings})
        choices = Choices(chosen, settings_file, qapp)
        window = MainWindow(
            library=Library((scripts,)),
            open_journal=lambda: journal,
            choices=choices,
            appearance=Appearance(qapp, choices, qapp),
            open_studio=lambda now: Studio(
                audio=repository / "audio",
                cache=tmp_path / "cache",
                settings=now,
                voices=tmp_path / "voices",
            ),
            clock=clock.clock,
        )
        qtbot.addWidget(window)
        window.resize(1280, 800)
        window.show()
        window.fill()
        windows.append(window)
        return window

    yield open_one
    for window in windows:
        window.close()
        window.deleteLater()
    # Another test's style sheet would be worked out for these windows as well.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def window(open_window: Callable[..., MainWindow]) -> MainWindow:
    """A window on the scripts that asks before and after."""
    return open_window()


@pytest.fixture
def practice_of(  # noqa: PLR0917 - all of them are parts of a session
    qtbot: QtBot,
    scripts: Path,
    tmp_path: Path,
    repository: Path,
    journal: Journal,
    choices: Choices,
    clock: FakeClock,
    theme: Theme,
) -> Iterator[Callable[..., Practice]]:
    """Makes a session of a script by its id; it stops at the end."""
    write_scripts(scripts, sleep=SLEEP)
    studio = Studio(
        audio=repository / "audio",
        cache=tmp_path / "cache",
        settings=lambda: choices.settings,
        voices=tmp_path / "voices",
    )
    pool = QThreadPool()
    made = []

    def make(script_id: str, *, grounding: str = "", asks: bool = True) -> Practice:
        def helping() -> Offer | None:
            return offer_of_file(scripts / f"{grounding}.relax") if grounding else None

        practice = Practice(
            wish=usual_wish(offer_of_file(scripts / f"{script_id}.relax"), {}),
            studio=studio,
            journal=journal,
            clock=clock.clock,
            choices=choices,
            theme=theme,
            pool=pool,
            grounding=helping,
            asks=asks,
        )
        qtbot.addWidget(practice)
        practice.resize(1280, 800)
        practice.show()
        made.append(practice)
        return practice

    yield make
    for each in made:
        each.stop()
    pool.waitForDone()


@pytest.fixture
def look() -> dict[str, object]:
    """The settings that make up the look; a test may have others."""
    return {}


@pytest.fixture
def guide(  # noqa: PLR0917 - all of them are needed on some of the ways
    open_window: Callable[..., MainWindow],
    journal: Journal,
    scripts: Path,
    clock: FakeClock,
    qtbot: QtBot,
    look: dict[str, object],
    qapp: QApplication,
) -> Iterator[Guide]:
    """Knows the way to every place of the window; the application looks as before afterwards."""
    palette, font = qapp.palette(), qapp.font()
    yield Guide(open_window, journal, scripts, clock, qtbot, look)
    qapp.setStyleSheet("")
    qapp.setPalette(palette)
    qapp.setFont(font)


@pytest.fixture
def supplies(
    journal: Journal, choices: Choices, clock: FakeClock, theme: Theme
) -> Iterator[HistorySupplies]:
    """What everything about the history is made from."""
    pool = QThreadPool()
    yield HistorySupplies(
        journal=journal,
        choices=choices,
        now=clock.now,
        theme=theme,
        pool=pool,
        scripts=lambda: (("breath", "Long exhale"), ("scan", "Body scan")),
    )
    pool.waitForDone()
