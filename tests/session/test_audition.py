"""One sentence of a voice, as a mix that can be played."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from relaxapp.errors import SoundError
from relaxapp.script.parser import read
from relaxapp.session.audition import SENTENCE, Auditions
from relaxapp.sound.volumes import Volumes
from relaxapp.timeline.clip import frames
from relaxapp.timeline.fitting import Fitting
from relaxapp.timeline.lengths import Lengths, spoken_frames
from tests.sound.voice.pipers import FakePiper, put_voice
from tests.sound.voice.speakers import BrokenVoice, ToneVoice

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def auditions(repository: Path, tmp_path: Path) -> Auditions:
    return Auditions(
        audio=repository / "audio", cache=tmp_path / "cache", voices=tmp_path / "voices"
    )


def test_the_sentence_is_heard_with_a_little_quiet_around_it(auditions: Auditions) -> None:
    mix = auditions.mix(ToneVoice(), 115, Volumes())
    heard = np.abs(mix.read(0, mix.length)).max(axis=1) > 0.01
    first, last = np.flatnonzero(heard)[[0, -1]]
    assert frames(0.4) < first < frames(1)
    assert frames(0.4) < mix.length - last < frames(1.5)
    assert mix.stops == ()


def test_it_is_as_loud_as_the_person_wants_the_voice(auditions: Auditions) -> None:
    loud = auditions.mix(ToneVoice(), 115, Volumes())
    soft = auditions.mix(ToneVoice(), 115, Volumes(voice=0.2))
    assert np.abs(soft.read(0, soft.length)).max() < np.abs(loud.read(0, loud.length)).max() / 2


def test_a_voice_that_does_not_work_is_a_sentence(auditions: Auditions) -> None:
    with pytest.raises(SoundError, match="lost its tongue"):
        auditions.mix(BrokenVoice(), 115, Volumes())


def test_voices_that_the_person_added_are_among_those_there_are(
    auditions: Auditions, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    FakePiper().install(monkeypatch)
    put_voice(tmp_path / "voices", "en_GB-hum-low")
    found = {each.name: each.voice for each in auditions.available(115)}
    assert found["en_GB-hum-low"] is not None
    assert found["espeak"] is not None


def test_what_cannot_be_had_comes_last(auditions: Auditions) -> None:
    found = [each.voice is None for each in auditions.available(115, "tlh")]
    assert found == sorted(found)


def test_the_sentence_stands_in_a_shipped_script_so_that_shipped_voices_know_it(
    repository: Path,
) -> None:
    lengths = Lengths(spoken_frames, lambda _: 1)
    scripts = (read(path) for path in sorted((repository / "scripts").glob("*.relax")))
    assert any(SENTENCE in Fitting(script, lengths).sentences for script in scripts)
