"""Sentences spoken once and kept."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import numpy as np
import pytest

from relaxapp.errors import SoundError
from relaxapp.sound.cache import SoundCache
from relaxapp.sound.cancelled import CancelledError
from relaxapp.sound.loudness import loudness
from relaxapp.sound.narration import Narration, Narrator
from relaxapp.sound.voice.voice import Treatment
from relaxapp.timeline.clip import Spoken
from tests.sound.sounds import noise

if TYPE_CHECKING:
    from pathlib import Path

    from relaxapp.sound.samples import Block

LET_GO = Spoken("Let go.")
SENTENCES = [Spoken("Sit or lie down."), LET_GO, Spoken("Sit or lie down.")]


class FakeVoice:
    """Speaks a noise whose length is that of the text, and remembers what it was asked."""

    name = "fake"
    licence = ""
    credit = ""

    def __init__(self, identity: str = "fake 1", treatment: Treatment = Treatment.MILD) -> None:
        self.identity = identity
        self.treatment = treatment
        self.spoken: list[str] = []
        self.paces: list[int] = []

    def speak(self, text: str, words_per_minute: int) -> tuple[Block, int]:
        self.spoken.append(text)
        self.paces.append(words_per_minute)
        return noise(len(text) * 1_600)[:, 0], 16_000


class BrokenVoice(FakeVoice):
    """Can be had, and fails when it is to speak."""

    def speak(self, text: str, words_per_minute: int) -> tuple[Block, int]:  # noqa: ARG002 - it says nothing
        raise SoundError("The voice does not work.")


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "narration"


def heard(narration: Narration, sentence: Spoken) -> Block:
    return narration.samples[sentence].read(0, narration.lengths[sentence])


def test_each_sentence_is_spoken_once_and_progress_counts_them(cache: Path) -> None:
    voice = FakeVoice()
    steps: list[tuple[int, int]] = []

    narration = Narrator(voice, cache).prepare(SENTENCES, lambda *step: steps.append(step))

    assert voice.spoken == ["Sit or lie down.", "Let go."]
    assert steps == [(0, 2), (1, 2), (2, 2)]
    assert set(narration.samples) == set(SENTENCES)
    assert loudness(heard(narration, SENTENCES[0])) == pytest.approx(-20, abs=0.5)


def test_the_next_session_hears_the_same_without_speaking_again(cache: Path) -> None:
    first = Narrator(FakeVoice(), cache).prepare(SENTENCES)
    voice = FakeVoice()

    second = Narrator(voice, cache).prepare(SENTENCES)

    assert voice.spoken == []
    assert second.lengths == first.lengths
    for sentence in SENTENCES:
        assert np.array_equal(heard(first, sentence), heard(second, sentence))


def test_another_voice_or_pace_speaks_anew(cache: Path) -> None:
    Narrator(FakeVoice(), cache).prepare(SENTENCES)
    slower = FakeVoice("fake 1 slower")

    Narrator(slower, cache).prepare(SENTENCES)

    assert len(slower.spoken) == 2


@pytest.mark.parametrize("damage", [b"", b"RIFF but no more", None])
def test_a_damaged_file_is_made_again(cache: Path, damage: bytes | None) -> None:
    first = Narrator(FakeVoice(), cache).prepare([LET_GO])
    (path,) = cache.iterdir()
    path.write_bytes(path.read_bytes()[:-7] if damage is None else damage)
    voice = FakeVoice()

    narration = Narrator(voice, cache).prepare([LET_GO])

    assert voice.spoken == ["Let go."]
    assert np.array_equal(heard(narration, LET_GO), heard(first, LET_GO))


def test_a_calmer_sentence_is_spoken_more_slowly_and_kept_apart(cache: Path) -> None:
    voice = FakeVoice()
    calm = [Spoken("Let go.", calm) for calm in range(3)]

    narration = Narrator(voice, cache).prepare(calm)

    assert voice.paces == [115, 105, 95]
    assert set(narration.samples) == set(calm)
    assert len(list(cache.iterdir())) == 3


def test_a_voice_that_comes_ready_keeps_its_loudness(cache: Path) -> None:
    untouched = Narrator(FakeVoice(treatment=Treatment.NONE), cache).prepare([LET_GO])

    assert loudness(heard(untouched, LET_GO)) < -20.5


def test_calling_it_off_keeps_what_was_spoken(cache: Path) -> None:
    voice = FakeVoice()

    with pytest.raises(CancelledError):
        Narrator(voice, cache).prepare(SENTENCES, cancelled=lambda: len(voice.spoken) == 1)

    again = FakeVoice()
    Narrator(again, cache).prepare(SENTENCES)
    assert again.spoken == ["Let go."]


def test_a_cache_that_cannot_be_written_is_done_without(cache: Path) -> None:
    cache.write_text("a file where the folder should be")

    narration = Narrator(FakeVoice(), cache).prepare(SENTENCES)

    assert loudness(heard(narration, LET_GO)) == pytest.approx(-20, abs=0.5)


def test_without_a_voice_there_is_nothing_to_hear(cache: Path) -> None:
    assert Narrator(None, cache).prepare(SENTENCES) == Narration()
    assert not cache.exists()


def test_a_sentence_without_a_word_is_a_short_silence(cache: Path) -> None:
    voice = FakeVoice()

    narration = Narrator(voice, cache).prepare([Spoken("..."), Spoken("—")])

    assert voice.spoken == []
    assert not heard(narration, Spoken("...")).any()
    assert narration.lengths[Spoken("—")] > 0


def test_a_voice_that_does_not_work_says_so(cache: Path) -> None:
    with pytest.raises(SoundError, match="does not work"):
        Narrator(BrokenVoice(), cache).prepare(SENTENCES)


def test_what_was_used_longest_ago_is_given_up_first(cache: Path) -> None:
    ages = [Spoken("Old."), Spoken("Older."), Spoken("Oldest.")]
    for age, sentence in enumerate(ages):
        Narrator(FakeVoice(), cache).prepare([sentence])
        for path in cache.iterdir():
            # Everything grows older by a day with each sentence that follows.
            os.utime(path, (0, path.stat().st_mtime - 86_400 * (age + 1)))
    size = max(path.stat().st_size for path in cache.iterdir())

    Narrator(FakeVoice(), cache, most_bytes=size * 2 + 100).prepare(ages[1:2])

    again = FakeVoice()
    Narrator(again, cache).prepare(ages)
    assert again.spoken == ["Old."]


def test_what_the_session_needs_stays_even_where_the_cache_is_too_small(cache: Path) -> None:
    narration = Narrator(FakeVoice(), cache, most_bytes=1).prepare(SENTENCES)

    assert len(list(cache.iterdir())) == 2
    assert heard(narration, LET_GO).any()


def test_keys_that_join_to_the_same_text_are_not_confused(cache: Path) -> None:
    sounds = SoundCache(cache)
    sounds.keep([np.ones(10, np.int16)], 1, "a", "b")

    assert sounds.find("ab") is None
    assert sounds.find("a", "b") is not None
