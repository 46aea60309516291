"""Tests of the look of the application: which one is wanted, and when it is taken up."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from relaxapp.settings import Settings, SettingsFile
from relaxapp.ui.appearance import Appearance
from relaxapp.ui.choices import Choices

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot


@pytest.fixture
def choices(tmp_path: Path, qapp: QApplication) -> Choices:
    return Choices(Settings(), SettingsFile(tmp_path / "settings.json"))


@pytest.fixture
def appearance(qapp: QApplication, choices: Choices) -> Iterator[Appearance]:
    yield Appearance(qapp, choices, choices)
    qapp.styleHints().unsetColorScheme()


@pytest.mark.parametrize("name", ["night", "light"])
def test_the_chosen_theme_is_taken_up(name: str, appearance: Appearance, choices: Choices) -> None:
    choices.change(theme=name)
    assert appearance.take_up().name == name
    assert appearance.theme.name == name


def test_another_theme_is_wanted_but_not_taken_up_by_itself(
    appearance: Appearance, choices: Choices, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(appearance.outdated):
        choices.change(theme="light")
    assert appearance.is_outdated
    assert appearance.theme.name == "night"
    appearance.take_up()
    assert not appearance.is_outdated


def test_other_choices_do_not_touch_the_look(
    appearance: Appearance, choices: Choices, qtbot: QtBot
) -> None:
    with qtbot.assertNotEmitted(appearance.outdated):
        choices.change(no_tensing=True)
    assert not appearance.is_outdated


def test_the_size_of_text_belongs_to_the_look(appearance: Appearance, choices: Choices) -> None:
    usual = appearance.theme
    choices.change(text_percent=150)
    larger = appearance.take_up()
    assert larger.text_percent == 150
    assert larger.px(20) == 30
    assert larger.name == usual.name


def test_high_contrast_is_taken_up(appearance: Appearance, choices: Choices) -> None:
    usual = appearance.theme
    choices.change(contrast="high")
    assert appearance.is_outdated
    assert appearance.take_up() != usual


def test_the_look_of_the_desktop_is_followed(
    appearance: Appearance,
    choices: Choices,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    choices.change(theme="system")
    appearance.take_up()
    desktop = appearance._hints
    monkeypatch.setattr(
        appearance, "_hints", _Hints(Qt.ColorScheme.Light, desktop.colorSchemeChanged)
    )
    with qtbot.waitSignal(appearance.outdated):
        desktop.colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert appearance.take_up().name == "light"


class _Hints:
    """What a desktop in some colours tells."""

    def __init__(self, scheme: Qt.ColorScheme, changed: object) -> None:
        self._scheme = scheme
        self.colorSchemeChanged = changed

    def colorScheme(self) -> Qt.ColorScheme:  # noqa: N802 - Qt's name
        return self._scheme

    def unsetColorScheme(self) -> None:  # noqa: N802 - Qt's name
        """Qt would ask the desktop again."""
