"""A voice at the pace a person wants."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
import pytest

from relaxapp.script.pace import PACES as BY_CALM
from relaxapp.script.pace import WORDS_PER_MINUTE
from relaxapp.settings import PACES, Settings
from relaxapp.sound.voice.paced import LEAST, paced
from relaxapp.sound.voice.voice import Treatment

if TYPE_CHECKING:
    from relaxapp.sound.samples import Block


@dataclass
class Listener:
    """A voice that only notes its pace."""

    asked: list[int] = field(default_factory=list)
    name: str = "listener"
    identity: str = "listener 1"
    licence: str = "free"
    credit: str = "Spoken by nobody."
    treatment: Treatment = Treatment.CALM

    def speak(self, text: str, words_per_minute: int) -> tuple[Block, int]:
        assert text
        self.asked.append(words_per_minute)
        return np.zeros(1, np.float32), 16_000


def test_the_usual_pace_is_the_voice_itself() -> None:
    voice = Listener()
    assert paced(voice, WORDS_PER_MINUTE) is voice
    assert Settings().words_per_minute == WORDS_PER_MINUTE
    assert PACES[0] <= WORDS_PER_MINUTE <= PACES[1]


@pytest.mark.parametrize(("pace", "asked"), [(130, [130, 119, 107]), (100, [100, 91, 83])])
def test_every_calm_is_faster_or_slower_alike(pace: int, asked: list[int]) -> None:
    voice = Listener()
    for calm in BY_CALM:
        paced(voice, pace).speak("Rest.", calm)
    assert voice.asked == asked


def test_no_voice_is_asked_for_what_it_cannot_do() -> None:
    voice = Listener()
    paced(voice, PACES[0]).speak("Rest.", BY_CALM[-1])
    assert voice.asked == [LEAST]


def test_all_but_its_identity_is_that_of_the_voice() -> None:
    voice = Listener()
    other = paced(voice, 100)
    assert (other.name, other.licence, other.credit, other.treatment) == (
        "listener",
        "free",
        "Spoken by nobody.",
        Treatment.CALM,
    )
    assert other.identity not in {voice.identity, paced(voice, 120).identity}
