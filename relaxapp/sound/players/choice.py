"""Which player plays a session."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from relaxapp.errors import DeviceError
from relaxapp.sound.players.silent import SilentPlayer

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from relaxapp.sound.mix import Mix
    from relaxapp.sound.players.player import Clock, Player

    Opening: TypeAlias = Callable[[Mix, Clock], Player]

PlayerWish: TypeAlias = Literal["auto", "miniaudio", "simpleaudio", "silent"]


def open_player(
    wish: PlayerWish,
    mix: Mix,
    clock: Clock,
    *,
    speed: float = 1.0,
    openings: Mapping[str, Opening] | None = None,
) -> tuple[Player, str | None]:
    """Open the player that was wished for, or another one that works.

    Another one that is heard comes before the silent one, which always works.

    Args:
        wish: what the person chose; "auto" is miniaudio.
        mix: what is to be played.
        clock: seconds that never go back.
        speed: how fast a silent player moves.
        openings: what opens each player that is heard, the usual one first; ours where None.

    Returns:
        A player that has not been started, and a sentence if it is not the one wished for.
    """
    if wish == "silent":
        return SilentPlayer(mix, clock, speed=speed), None
    openings = openings or {"miniaudio": _open_miniaudio, "simpleaudio": _open_simpleaudio}
    usual = next(iter(openings))
    wished = usual if wish == "auto" else wish
    trouble: str | None = None
    for name in dict.fromkeys((wished, usual)):
        try:
            return openings[name](mix, clock), trouble
        except DeviceError as error:
            trouble = trouble or str(error)
    return SilentPlayer(mix, clock, speed=speed), trouble


def _open_miniaudio(mix: Mix, clock: Clock) -> Player:
    from relaxapp.sound.players.miniaudio import MiniaudioPlayer  # noqa: PLC0415 - only if heard

    return MiniaudioPlayer(mix, clock)


def _open_simpleaudio(mix: Mix, clock: Clock) -> Player:
    from relaxapp.sound.players.simpleaudio import SimpleaudioPlayer  # noqa: PLC0415 - as above

    return SimpleaudioPlayer(mix, clock)
