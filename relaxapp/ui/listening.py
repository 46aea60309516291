"""A voice listened to: its sentence prepared on another thread, then played until it ends or is stopped."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias, cast

from PySide6.QtCore import QObject, QTimer, Signal

from relaxapp.errors import DeviceError, RelaxError
from relaxapp.sound.mix import Mix
from relaxapp.sound.players.player import Player
from relaxapp.timeline.clip import Bus
from relaxapp.ui.preparing import Preparation

if TYPE_CHECKING:
    from PySide6.QtCore import QThreadPool

    from relaxapp.sound.volumes import Volumes

OpenPlayer: TypeAlias = Callable[[Mix], tuple[Player, str | None]]
"""Gives a player that has not been started, and a sentence if nothing can be heard of it."""
LOOK_EVERY_MS = 200
"""How often it is looked whether the sentence has come to its end."""


class Hearing(StrEnum):
    """What is going on."""

    NOTHING = "nothing"
    PREPARING = "preparing"
    PLAYING = "playing"


class Listening(QObject):
    """One sentence at a time.

    Args:
        open_player: opens what it is played with.
        pool: where sentences are prepared.
        parent: as in Qt.
    """

    changed = Signal(object)
    """Something else is going on: a `Hearing`."""
    failed = Signal(str)
    """Nothing can be heard: why, as a sentence."""

    def __init__(
        self, open_player: OpenPlayer, pool: QThreadPool, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._open_player = open_player
        self._pool = pool
        self._preparation: Preparation | None = None
        self._player: Player | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)

    @property
    def hearing(self) -> Hearing:
        """What is going on now."""
        if self._player is not None:
            return Hearing.PLAYING
        return Hearing.NOTHING if self._preparation is None else Hearing.PREPARING

    def listen(self, prepare: Callable[[], Mix]) -> None:
        """Let a sentence be heard; whatever was heard before ends.

        Args:
            prepare: gives the sentence; called on another thread, and may raise a RelaxError.
        """
        self._end()
        # It stays a child of this: its thread may be at the end of it for a moment longer.
        self._preparation = Preparation(lambda _progress, _cancelled: prepare(), self._pool, self)
        self._preparation.ended.connect(self._play)
        self._preparation.failed.connect(self._on_failure)
        self._preparation.start()
        self.changed.emit(self.hearing)

    def set_volumes(self, volumes: Volumes) -> None:
        """Let what is heard be as loud as this from now on."""
        if self._player is not None:
            for bus in Bus:
                self._player.set_volume(bus, volumes.level(bus))

    def stop(self) -> None:
        """Let it be quiet."""
        if self.hearing is not Hearing.NOTHING:
            self._end()
            self.changed.emit(self.hearing)

    def look(self) -> None:
        """See whether the sentence has come to its end; done by itself while something is heard."""
        player = self._player
        if player is None:
            return
        if player.lost:
            self.failed.emit(self.tr("The sound device went away. Check it and try again."))
        if player.lost or player.ended:
            self.stop()

    def _play(self, mix: object) -> None:
        self._preparation = None
        try:
            player, remark = self._open_player(cast("Mix", mix))
            if remark:
                player.close()
                raise DeviceError(remark)
            player.start()
        except RelaxError as error:
            self._on_failure(error)
            return
        self._player = player
        self._timer.start()
        self.changed.emit(self.hearing)

    def _on_failure(self, error: RelaxError) -> None:
        self._preparation = None
        self.changed.emit(self.hearing)
        self.failed.emit(str(error))

    def _end(self) -> None:
        self._timer.stop()
        player, self._player = self._player, None
        if player is not None:
            player.close()
        preparation, self._preparation = self._preparation, None
        if preparation is not None:
            preparation.cancel()
