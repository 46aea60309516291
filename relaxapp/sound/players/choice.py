"""Which player plays a session."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from relaxapp.errors import DeviceError
from relaxapp.sound.players.silent import SilentPlayer

if TYPE_CHECKING:
    from collections.abc import Callable

    from relaxapp.sound.mix import Mix
    from relaxapp.sound.players.player import Clock, Player

PlayerWish: TypeAlias = Literal["auto", "miniaudio", "silent"]


def open_player(
    wish: PlayerWish,
    mix: Mix,
    clock: Clock,
    *,
    speed: float = 1.0,
    open_audible: Callable[[Mix, Clock], Player] | None = None,
) -> tuple[Player, str | None]:
    """Open the player that was wished for, or the silent one where there is no sound device.

    Args:
        wish: "auto" and "miniaudio" play aloud if that can be done.
        mix: what is to be played.
        clock: seconds that never go back.
        speed: how fast a silent player moves.
        open_audible: opens the player that is heard; miniaudio's where None.

    Returns:
        A player that has not been started, and a sentence if it is not the one wished for.
    """
    if wish == "silent":
        return SilentPlayer(mix, clock, speed=speed), None
    try:
        return (open_audible or _open_miniaudio)(mix, clock), None
    except DeviceError as error:
        return SilentPlayer(mix, clock, speed=speed), str(error)


def _open_miniaudio(mix: Mix, clock: Clock) -> Player:
    from relaxapp.sound.players.miniaudio import MiniaudioPlayer  # noqa: PLC0415 - only if heard

    return MiniaudioPlayer(mix, clock)
