"""What the person chose, kept in memory and on disk, with word of every change."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from relaxapp.errors import SettingsError

if TYPE_CHECKING:
    from pathlib import Path

    from relaxapp.settings import Settings, SettingsFile


class Choices(QObject):
    """The settings as they are now. A change that cannot be kept on disk holds all the same until the end."""

    changed = Signal(object)
    """Something was chosen anew: the `Settings` now."""
    failed = Signal(object)
    """A change could not be kept on disk, a `SettingsError`."""

    def __init__(
        self, settings: Settings, settings_file: SettingsFile, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self._file = settings_file

    @property
    def settings(self) -> Settings:
        """What is chosen now."""
        return self._settings

    @property
    def notice(self) -> str:
        """A sentence about what could not be read from disk; empty if everything could."""
        return self._file.notice

    @property
    def path(self) -> Path:
        """The file that keeps them."""
        return self._file.path

    def change(self, **values: Any) -> None:
        """Chooses other values for some settings, by their names."""
        self.replace(replace(self._settings, **values))

    def replace(self, settings: Settings) -> None:
        """Chooses these settings; nothing happens if they are the present ones."""
        if settings == self._settings:
            return
        self._settings = settings
        self.changed.emit(settings)
        try:
            self._file.save(settings)
        except SettingsError as error:
            self.failed.emit(error)
