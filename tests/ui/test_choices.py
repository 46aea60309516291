"""Tests of what the person chose, in memory and on disk."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from relaxapp.errors import SettingsError

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from relaxapp.settings import SettingsFile
    from relaxapp.ui.choices import Choices


def test_a_change_is_told_and_kept(
    choices: Choices, settings_file: SettingsFile, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(choices.changed) as changed:
        choices.change(no_tensing=True)
    assert changed.args == [choices.settings]
    assert settings_file.load().no_tensing


def test_what_is_chosen_already_is_no_change(
    choices: Choices, settings_file: SettingsFile, qtbot: QtBot
) -> None:
    with qtbot.assertNotEmitted(choices.changed):
        choices.change(no_tensing=False)
    assert not settings_file.path.exists()


def test_a_change_that_cannot_be_kept_holds_and_is_told(
    choices: Choices,
    settings_file: SettingsFile,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    def failing(*_args: object) -> None:
        raise SettingsError("The disk is full.")

    monkeypatch.setattr(type(settings_file), "save", failing)
    with qtbot.waitSignal(choices.failed) as failed:
        choices.change(no_tensing=True)
    assert failed.args is not None
    assert str(failed.args[0]) == "The disk is full."
    assert choices.settings.no_tensing


def test_a_setting_that_does_not_exist_is_a_mistake(choices: Choices) -> None:
    with pytest.raises(TypeError):
        choices.change(colour="red")
