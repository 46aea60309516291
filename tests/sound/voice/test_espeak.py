"""The voice that is always there really speaks."""

from __future__ import annotations

import threading

import numpy as np
import pytest

from relaxapp.errors import SoundError
from relaxapp.sound.voice.espeak import EspeakVoice

SENTENCE = "Let your shoulders be heavy, and notice how the breath comes and goes by itself."


def test_it_speaks_english_at_the_pace_of_a_relaxation_script() -> None:
    samples, rate = EspeakVoice("en").speak(SENTENCE, 115)

    assert samples.dtype == np.float32
    assert samples.ndim == 1
    assert 0.1 < np.abs(samples).max() <= 1
    words_per_minute = len(SENTENCE.split()) / (len(samples) / rate) * 60
    assert 90 < words_per_minute < 150


def test_a_slower_pace_takes_longer() -> None:
    usual, _ = EspeakVoice("en").speak(SENTENCE, 115)
    slow, _ = EspeakVoice("en").speak(SENTENCE, 90)

    assert len(slow) > 1.1 * len(usual)


@pytest.mark.parametrize("language", ["en", "EN", "de", "fr", "en-us", "en_GB", "de-AT"])
def test_it_knows_many_languages(language: str) -> None:
    samples, _ = EspeakVoice(language).speak("Oslo, Roma, Berlin.", 115)

    assert np.abs(samples).max() > 0.1


def test_the_language_changes_what_is_heard_and_the_identity_says_so() -> None:
    english, german = EspeakVoice("en"), EspeakVoice("de")

    assert english.identity != german.identity
    assert "espeak-ng 1." in english.identity
    assert len(english.speak("Wein", 115)[0]) != len(german.speak("Wein", 115)[0])


def test_a_language_it_does_not_know_is_named() -> None:
    with pytest.raises(SoundError, match="no voice for “tlh-x”"):
        EspeakVoice("tlh-x")


@pytest.mark.parametrize("text", ["", " ", "a\0b", "<speak>&amp;", "[[h@'loU]]", "é ß 漢字 😀"])
def test_any_text_can_be_given_to_it(text: str) -> None:
    samples, rate = EspeakVoice("en").speak(text, 115)

    assert samples.ndim == 1
    assert rate == 22_050


def test_threads_speak_one_after_the_other() -> None:
    voice = EspeakVoice("en")
    lengths: list[int] = []

    def speak() -> None:
        lengths.append(len(voice.speak(SENTENCE, 115)[0]))

    threads = [threading.Thread(target=speak) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    # Two runs may differ by a few samples, but not by another's words.
    assert np.ptp(lengths) < 1_000
