"""What a sound server records while a session is paused, moved about in and made softer has no click."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pytest
import soundfile

from relaxapp.assets import audio_folder
from relaxapp.sound.loop import LoopedSamples
from relaxapp.sound.narration import speech
from relaxapp.sound.players.miniaudio import MiniaudioPlayer
from relaxapp.sound.samples import ArraySamples
from relaxapp.timeline.clip import Bus, Spoken, frames, seconds
from tests.sound.clicks import sharpness
from tests.sound.server import SoundServer, needs_server, recorded, recording, wait_for
from tests.sound.sounds import ambience, mix_of, spoken, tone_mix

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from relaxapp.sound.mix import Mix
    from relaxapp.sound.samples import Block, Samples

WORDS = """\
We are aware of our warm arms. Allow your shoulders and your arms to lie where they lie, and all is
well. Now our eyes are warm and heavy, as you are lying, and your breathing is easy. There is no
hurry, for an hour or even longer."""
CLICK = 18
"""These words, softly spoken in the rain, reach 12."""


@pytest.fixture(scope="module")
def session() -> Mix:
    """A real voice in real rain."""
    espeak = pytest.importorskip("relaxapp.sound.voice.espeak")
    words = speech(espeak.EspeakVoice("en"), Spoken(WORDS.replace("\n", " ")))
    path = audio_folder() / "ambience" / "rain.ogg"
    rain, _ = soundfile.read(path, frames(20), dtype="float32", always_2d=True)
    sounds: dict[str, Samples] = {
        "rain": LoopedSamples(rain, frames(1)),
        "words": ArraySamples(words),
    }
    return mix_of(30, sounds, ambience(30), spoken(0.5, seconds(len(words))))


def loudest(sound: Block) -> float:
    """How sharp the sharpest moment is."""
    return float(sharpness(sound[:, 0]).max())


def test_a_click_is_found_and_a_voice_in_the_rain_is_none(session: Mix) -> None:
    sound = session.read(0, frames(20))
    assert loudest(sound) < CLICK

    found = 0
    for at in range(frames(1), frames(18), frames(1)):
        torn = np.concatenate((sound[at - 9_600 : at], sound[at + 24_000 : at + 33_600]))
        found += loudest(torn) > CLICK
    assert found > 9


@dataclass
class Listening:
    """A player that is recorded."""

    player: MiniaudioPlayer
    path: Path

    def wait(self, passed: float) -> None:
        """Let so many seconds be recorded."""
        size = self.path.stat().st_size + frames(passed) * 8
        wait_for(lambda: self.path.stat().st_size >= size, "recording")


def listening(mix: Mix, path: Path) -> Iterator[Listening]:
    """Play a mix, be handed the player, and take it back."""
    with recording(path):
        player = MiniaudioPlayer(mix, time.monotonic)
        player.start()
        wait_for(lambda: player.position > 0, "starting to play")
        yield Listening(player, path)
        player.close()


def moved_about(session: Mix, path: Path) -> Block:
    """A session in which everything is done that a person can do."""
    for heard in listening(session, path):
        player = heard.player
        heard.wait(0.8)
        player.pause()
        heard.wait(0.5)
        player.resume()
        heard.wait(0.6)
        for place in (12.0, 3.0, 3.2):
            player.seek(frames(place))
            heard.wait(0.4)
        for bus in (Bus.VOICE, Bus.AMBIENCE):
            for level in (0.3, 1.0, 0.0, 1.0):
                player.set_volume(bus, level)
                heard.wait(0.2)
        player.pause()
        player.seek(frames(6))
        player.resume()
        heard.wait(0.8)
    return recorded(path)


@needs_server
def test_nothing_that_a_person_does_makes_a_click(
    server: SoundServer, session: Mix, tmp_path: Path
) -> None:
    # The server itself leaves gaps when the machine is busy; it is not busy three times.
    for attempt in range(3):
        sound = moved_about(session, tmp_path / f"{attempt}.raw")
        assert float(np.abs(sound).max()) > 0.1
        if loudest(sound) < CLICK:
            return
    assert loudest(sound) < CLICK


@needs_server
def test_pausing_and_resuming_fade_for_a_fifth_of_a_second(
    server: SoundServer, tmp_path: Path
) -> None:
    path = tmp_path / "tone.raw"
    for heard in listening(tone_mix(20, hertz=2_000), path):
        heard.wait(0.8)
        heard.player.pause()
        heard.wait(0.8)
        heard.player.resume()
        heard.wait(1)
    loudness = np.abs(recorded(path)[:, 0])
    # The loudest of every half millisecond, which is one wave, against the loudest of all.
    waves = loudness[: len(loudness) // 24 * 24].reshape(-1, 24).max(axis=1) / loudness.max()

    full = np.flatnonzero(waves > 0.99)
    (pause,) = np.flatnonzero(np.diff(full) > 1_000)
    paused, resumed = int(full[pause]), int(full[pause + 1])
    silent = np.flatnonzero(waves[paused:resumed] < 0.01) + paused
    assert (silent[0] - paused) / 2_000 == pytest.approx(0.196, abs=0.01)
    assert (resumed - silent[-1]) / 2_000 == pytest.approx(0.196, abs=0.01)
    assert not loudness[silent[20] * 24 : silent[-20] * 24].any()
