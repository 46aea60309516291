"""What the tests of the window are given: a theme, a journal, choices, and the window itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from relaxapp.journal.opening import open_journal
from relaxapp.script.library import Library
from relaxapp.session.studio import Studio
from relaxapp.settings import Settings, SettingsFile
from relaxapp.ui.choices import Choices
from relaxapp.ui.theme import night
from relaxapp.ui.window import MainWindow
from tests.ui.house import BREATH, BROKEN, SHOULDERS, FakeClock, write_scripts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from relaxapp.journal.journal import Journal
    from relaxapp.ui.theme import Theme


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
    theme: Theme,
) -> Iterator[Callable[..., MainWindow]]:
    """Opens a window on the scripts, with the settings that are given by name."""
    windows = []

    def open_one(**settings: object) -> MainWindow:
        chosen = Settings(**{"voice_on": False, "player": "silent", **settings})  # type: ignore[arg-type]
        window = MainWindow(
            library=Library((scripts,)),
            journal=journal,
            settings_file=settings_file,
            settings=chosen,
            open_studio=lambda now: Studio(
                audio=repository / "audio",
                cache=tmp_path / "cache",
                settings=now,
                voices=tmp_path / "voices",
            ),
            clock=clock.clock,
            theme=theme,
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


@pytest.fixture
def window(open_window: Callable[..., MainWindow]) -> MainWindow:
    """A window on the scripts that asks before and after."""
    return open_window()
