"""The volumes of what a session consists of, side by side."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from relaxapp.timeline.clip import Bus
from relaxapp.ui.painted.level import Level

if TYPE_CHECKING:
    from collections.abc import Iterable

    from relaxapp.sound.volumes import Volumes
    from relaxapp.ui.theme import Theme


@dataclass(frozen=True, slots=True)
class VolumeChanged:
    """A volume is another one now.

    Attributes:
        bus: of what.
        level: 0 to 1.
    """

    bus: Bus
    level: float


class VolumeRow(QWidget):
    """A `Level` for each stream that a session has, and silence for all of them at once."""

    chosen = Signal(object)
    """The person set a volume, to be kept; carries a `VolumeChanged`."""
    heard = Signal(object)
    """A stream is to be as loud as this from now on, chosen or silenced; carries a `VolumeChanged`."""

    muted = Signal(bool)
    """Everything is silenced, or heard again."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_muted = False
        self._levels = {
            Bus.VOICE: Level(theme, self.tr("Voice")),
            Bus.AMBIENCE: Level(theme, self.tr("Sounds")),
            Bus.CUES: Level(theme, self.tr("Cues")),
            Bus.BREATH: Level(theme, self.tr("Breath")),
        }
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for bus, level in self._levels.items():
            level.moved.connect(lambda value, bus=bus: self._choose(bus, value))
            level.muted.connect(lambda _muted, bus=bus: self._mute(bus))
            row.addWidget(level)

    @property
    def is_muted(self) -> bool:
        """Whether everything is silenced."""
        return self._is_muted

    @property
    def shown(self) -> tuple[Bus, ...]:
        """The streams that have a level here."""
        return tuple(bus for bus, level in self._levels.items() if not level.isHidden())

    def show_volumes(self, volumes: Volumes, buses: Iterable[Bus]) -> None:
        """Show volumes for the streams that a session has; nothing is silenced any more."""
        buses = frozenset(buses)
        self._show_muted(muted=False)
        for bus, level in self._levels.items():
            level.show_level(volumes.level(bus))
            level.setVisible(bus in buses)

    def toggle_mute(self) -> None:
        """Silence everything, or let it be heard again."""
        self._show_muted(muted=not self._is_muted)
        for bus, level in self._levels.items():
            is_silent = self._is_muted or level.is_muted
            self.heard.emit(VolumeChanged(bus, 0.0 if is_silent else level.level))

    @property
    def levels(self) -> tuple[Level, ...]:
        """The controls, in order, those that are not shown among them."""
        return tuple(self._levels.values())

    def level(self, bus: Bus) -> Level:
        """The control of one stream."""
        return self._levels[bus]

    def _choose(self, bus: Bus, value: float) -> None:
        if self._is_muted:
            self.toggle_mute()
        change = VolumeChanged(bus, value)
        self.heard.emit(change)
        self.chosen.emit(change)

    def _mute(self, bus: Bus) -> None:
        """Let one stream be silent, or heard again; what was chosen for it stays chosen."""
        if self._is_muted:
            self.toggle_mute()
        level = self._levels[bus]
        self.heard.emit(VolumeChanged(bus, 0.0 if level.is_muted else level.level))

    def _show_muted(self, *, muted: bool) -> None:
        self._is_muted = muted
        self.muted.emit(muted)
