"""One sentence of a voice, as a mix that can be played."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest

from relaxapp.errors import SoundError
from relaxapp.script.parser import read
from relaxapp.session.audition import SENTENCE, Auditions
from relaxapp.settings import Settings
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


SILENT = Settings(ambience_volume=0, cues_volume=0, breath_volume=0, voice_volume=0)


@pytest.mark.parametrize(
    ("settings", "start", "end"),
    [
        (replace(SILENT, cues_volume=1.0), 1.5, 3.0),
        (replace(SILENT, breath_volume=1.0), 5.0, 12.0),
        (replace(SILENT, voice_volume=1.0), 12.5, 13.0),
    ],
    ids=["a bell", "a breath", "the voice"],
)
def test_what_a_session_consists_of_is_heard_one_after_the_other(
    auditions: Auditions, settings: Settings, start: float, end: float
) -> None:
    mix = auditions.everything(ToneVoice(), settings)
    heard = np.abs(mix.read(frames(start), frames(end - start))).max()
    before = np.abs(mix.read(frames(0.9), frames(0.5))).max()
    assert heard > 0.01
    assert before < heard / 10


def test_the_ambience_is_heard_all_along(auditions: Auditions) -> None:
    mix = auditions.everything(None, replace(SILENT, ambience_volume=1.0, ambience="ocean"))
    parts = [np.abs(mix.read(frames(second), frames(1))).max() for second in range(3, 9)]
    assert min(parts) > 0.002


def test_what_is_not_wanted_is_not_among_everything(auditions: Auditions) -> None:
    nothing = Settings(voice_on=False, ambience="none", cues="none")
    mix = auditions.everything(ToneVoice(), nothing)
    assert np.abs(mix.read(frames(1.5), mix.length - frames(1.5))).max() == 0


def test_a_sound_of_the_persons_own_that_is_gone_is_a_sentence(auditions: Auditions) -> None:
    with pytest.raises(SoundError, match=r"gone\.flac|gone"):
        auditions.everything(None, Settings(ambience="gone.flac"))
