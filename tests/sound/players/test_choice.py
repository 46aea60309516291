"""The player that was wished for, or a silent one and a sentence."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

from relaxapp.errors import DeviceError
from relaxapp.sound.players.choice import open_player
from relaxapp.sound.players.silent import SilentPlayer
from tests.sound.sounds import tone_mix

if TYPE_CHECKING:
    from relaxapp.sound.mix import Mix
    from relaxapp.sound.players.player import Clock, Player


def clock() -> float:
    return 0.0


def no_device(_mix: Mix, _clock: Clock) -> Player:
    raise DeviceError("There is no sound device.")


def test_silence_that_was_wished_for_needs_no_sentence() -> None:
    player, sentence = open_player("silent", tone_mix(1), clock, openings={"miniaudio": no_device})

    assert player.name == "silent"
    assert sentence is None


def test_a_device_that_is_there_is_used() -> None:
    audible = SilentPlayer(tone_mix(1), clock)

    player, sentence = open_player(
        "auto", tone_mix(1), clock, openings={"miniaudio": lambda *_: audible}
    )

    assert player is audible
    assert sentence is None


def test_without_a_device_the_session_goes_on_in_silence_and_says_so() -> None:
    player, sentence = open_player("auto", tone_mix(1), clock, openings={"miniaudio": no_device})

    assert player.name == "silent"
    assert sentence == "There is no sound device."


def test_the_player_that_was_wished_for_is_tried_first() -> None:
    usual, other = SilentPlayer(tone_mix(1), clock), SilentPlayer(tone_mix(1), clock)
    openings = {"miniaudio": lambda *_: usual, "simpleaudio": lambda *_: other}

    assert open_player("simpleaudio", tone_mix(1), clock, openings=openings) == (other, None)
    assert open_player("miniaudio", tone_mix(1), clock, openings=openings) == (usual, None)


def test_who_wished_for_a_player_that_does_not_work_hears_the_usual_one_and_is_told() -> None:
    usual = SilentPlayer(tone_mix(1), clock)
    openings = {"miniaudio": lambda *_: usual, "simpleaudio": no_device}

    assert open_player("simpleaudio", tone_mix(1), clock, openings=openings) == (
        usual,
        "There is no sound device.",
    )


def test_choosing_silence_loads_no_audio_package() -> None:
    code = (
        "import sys, relaxapp.sound.players.choice, relaxapp.sound.players.player;"
        "print(sorted({'miniaudio', 'soundfile', 'pydub', 'espeakng_loader'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)

    assert done.stdout == "[]\n"
