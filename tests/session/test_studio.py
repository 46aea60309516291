"""A script and a person made into a session that can begin."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from relaxapp.errors import SoundError
from relaxapp.journal.entry import Mark, MarkKind
from relaxapp.journal.opening import open_journal
from relaxapp.script.body import Area, Side
from relaxapp.script.parser import parse, read
from relaxapp.session import studio as studio_module
from relaxapp.session.studio import Studio
from relaxapp.session.wishes import tailoring_of, volumes_of
from relaxapp.settings import Settings
from relaxapp.sound.cancelled import CancelledError
from relaxapp.sound.voice.choice import Availability
from relaxapp.timeline.clip import Bus, frames
from relaxapp.timeline.phase import PhaseKind
from tests.session.fakes import HandClock
from tests.sound.voice.pipers import FakePiper, no_piper, put_voice
from tests.sound.voice.speakers import BrokenVoice, ToneVoice

if TYPE_CHECKING:
    from pathlib import Path

TEXT = """\
Title: A hand
Technique: muscle relaxation
Minutes: 1
Caution: Leave out any part that hurts.
Evidence: None.
Ambience: rain

# Hand

Now your {dominant} hand.

[tense dominant hand for 5s]
Make a fist.

[release for 20s to 60s]
And let go.

# Return

[pause 5s to 30s]
Look around.
"""
SCRIPT = parse(TEXT, "hand.relax")
QUIET = Settings(voice_on=False, player="silent")


@pytest.fixture
def script_path(tmp_path: Path) -> Path:
    path = tmp_path / "hand.relax"
    path.write_text(TEXT, encoding="utf-8")
    return path


def _studio(tmp_path: Path, repository: Path, settings: Settings) -> Studio:
    return Studio(
        audio=repository / "audio",
        cache=tmp_path / "cache",
        settings=lambda: settings,
        voices=tmp_path / "voices",
    )


def test_without_a_voice_captions_are_timed_and_nothing_is_spoken(
    tmp_path: Path, repository: Path, script_path: Path
) -> None:
    prepared = _studio(tmp_path, repository, QUIET).prepare(SCRIPT, script_path)
    timeline = prepared.fitting.fit(60)
    assert prepared.voice == ""
    assert not [clip for clip in timeline.clips if clip.bus is Bus.VOICE]
    assert timeline.captions


def test_the_first_voice_that_works_speaks_the_whole_session_and_the_person_is_told(
    tmp_path: Path, repository: Path, script_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    voices = [Availability("broken", BrokenVoice()), Availability("tone", ToneVoice())]
    monkeypatch.setattr(studio_module, "candidates", lambda *_: voices)
    studio = _studio(tmp_path, repository, replace(QUIET, voice_on=True))
    prepared = studio.prepare(SCRIPT, script_path)
    assert prepared.voice == "tone"
    assert "lost its tongue" in prepared.remark


def test_where_no_voice_works_the_words_are_shown(
    tmp_path: Path, repository: Path, script_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    voices = [Availability("broken", BrokenVoice()), Availability("none", None, "Not there.")]
    monkeypatch.setattr(studio_module, "candidates", lambda *_: voices)
    studio = _studio(tmp_path, repository, replace(QUIET, voice_on=True))
    prepared = studio.prepare(SCRIPT, script_path)
    assert prepared.voice == ""
    assert prepared.remark.endswith("The words are shown instead.")


def test_preparing_can_be_called_off(
    tmp_path: Path, repository: Path, script_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    voices = [Availability("tone", ToneVoice())]
    monkeypatch.setattr(studio_module, "candidates", lambda *_: voices)
    studio = _studio(tmp_path, repository, replace(QUIET, voice_on=True))
    with pytest.raises(CancelledError):
        studio.prepare(SCRIPT, script_path, cancelled=lambda: True)


def test_a_missing_recording_is_said_before_the_session_begins(
    tmp_path: Path, repository: Path, script_path: Path
) -> None:
    with_recording = parse(TEXT.replace("# Return", "[play mine.wav]\n\n# Return"), "hand.relax")
    studio = _studio(tmp_path, repository, QUIET)
    assert studio.fitting(with_recording, script_path).shortest_frames > 0
    with pytest.raises(SoundError, match=r"mine\.wav"):
        studio.prepare(with_recording, script_path)


def test_the_script_is_tailored_to_the_settings_as_they_are_when_it_is_prepared(
    tmp_path: Path, repository: Path, script_path: Path
) -> None:
    settings = replace(QUIET, no_tensing=True, stronger_hand="left")
    prepared = _studio(tmp_path, repository, settings).prepare(SCRIPT, script_path)
    phases = prepared.fitting.fit(60).phases
    assert PhaseKind.TENSE not in {phase.kind for phase in phases}
    assert "Now your left hand." in {phase.text for phase in phases}


def test_what_begins_is_in_the_journal_with_all_that_is_known(
    tmp_path: Path, repository: Path, script_path: Path
) -> None:
    hand = HandClock()
    studio = _studio(tmp_path, repository, replace(QUIET, left_out=("jaw",)))
    prepared = studio.prepare(SCRIPT, script_path)
    marks = (Mark("jaw", MarkKind.TWITCHING, 2),)
    with open_journal(tmp_path / "journal", lambda: hand.today) as journal:
        conductor, remark = studio.begin(
            prepared, 60, journal, hand.clock(), tension_before=7, marks_before=marks
        )
        entry = journal.entry(conductor.entry_id)
    assert remark == ""
    assert (entry.script_id, entry.title, entry.planned_seconds) == ("hand", "A hand", 60)
    assert entry.fingerprint == SCRIPT.fingerprint
    assert (entry.tension_before, entry.marks_before) == (7, marks)
    assert json.loads(entry.tailoring) == {"left_out": ["jaw"]}


def test_a_wish_beyond_what_the_script_allows_gets_the_nearest_length(
    tmp_path: Path, repository: Path, script_path: Path
) -> None:
    hand = HandClock()
    studio = _studio(tmp_path, repository, QUIET)
    prepared = studio.prepare(SCRIPT, script_path)
    with open_journal(tmp_path / "journal", lambda: hand.today) as journal:
        conductor, _ = studio.begin(prepared, 3_600, journal, hand.clock())
    assert conductor.timeline.length == prepared.fitting.longest_frames < frames(3_600)


def test_settings_become_a_tailoring_and_areas_nobody_knows_are_passed_over() -> None:
    settings = Settings(left_out=("jaw", "third arm"), imagined=("neck",), stronger_hand="left")
    tailoring = tailoring_of(settings)
    assert tailoring.left_out == {Area.JAW}
    assert tailoring.imagined == {Area.NECK}
    assert tailoring.stronger_hand is Side.LEFT


def test_settings_become_volumes() -> None:
    volumes = volumes_of(Settings(voice_volume=0.1, ambience_volume=0.4))
    assert (volumes.voice, volumes.ambience) == (0.1, 0.4)


def test_a_piper_voice_that_fails_is_followed_by_the_next_before_the_session_begins(
    tmp_path: Path, repository: Path, script_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    piper = FakePiper(breaks=RuntimeError("bad graph")).install(monkeypatch)
    put_voice(tmp_path / "voices", "en_GB-hum-low")
    settings = replace(QUIET, voice_on=True, voice="en_GB-hum-low")
    prepared = _studio(tmp_path, repository, settings).prepare(SCRIPT, script_path)
    assert piper.loaded == []
    assert prepared.voice not in {"", "en_GB-hum-low"}
    assert "The Piper voice en_GB-hum-low does not work (bad graph)." in prepared.remark


def test_a_piper_voice_that_was_wished_for_and_has_gone_is_told(
    tmp_path: Path, repository: Path, script_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    no_piper(monkeypatch)
    settings = replace(QUIET, voice_on=True, voice="piper")
    prepared = _studio(tmp_path, repository, settings).prepare(SCRIPT, script_path)
    assert prepared.voice
    assert prepared.remark.startswith("Piper is not installed.")


def test_a_slower_pace_makes_every_sentence_longer_spoken_or_estimated(
    tmp_path: Path, repository: Path, script_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    FakePiper().install(monkeypatch)
    put_voice(tmp_path / "voices", "en_GB-hum-low")
    usual = replace(QUIET, voice_on=True, voice="piper")
    slow = replace(usual, words_per_minute=90)
    for lengths in (
        [
            _studio(tmp_path, repository, each).prepare(SCRIPT, script_path).fitting
            for each in (usual, slow)
        ],
        [
            _studio(tmp_path, repository, each).fitting(SCRIPT, script_path)
            for each in (usual, slow)
        ],
    ):
        assert lengths[0].shortest_frames < lengths[1].shortest_frames


def test_a_shipped_script_is_spoken_by_the_voice_that_comes_with_relaxapp(
    tmp_path: Path, repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without any program that speaks, for left-handers, and with imagined tension too."""
    monkeypatch.setenv("PATH", str(tmp_path))
    path = repository / "scripts" / "pmr-7.relax"
    settings = replace(QUIET, voice_on=True, stronger_hand="left", imagined=("neck",))

    prepared = _studio(tmp_path, repository, settings).prepare(read(path), path)

    assert (prepared.voice, prepared.remark) == ("rms", "")
    voiced = [clip for clip in prepared.fitting.usual().clips if clip.bus is Bus.VOICE]
    assert all(prepared.palette.samples(clip) is not None for clip in voiced)


def test_a_script_of_ones_own_is_spoken_by_another_voice_as_a_whole(
    tmp_path: Path, repository: Path, script_path: Path
) -> None:
    settings = replace(QUIET, voice_on=True)
    prepared = _studio(tmp_path, repository, settings).prepare(SCRIPT, script_path)
    assert prepared.voice not in {"", "rms", "slt"}
    assert prepared.remark == ""

    wished = _studio(tmp_path, repository, replace(settings, voice="slt"))
    assert "Another voice speaks this one." in wished.prepare(SCRIPT, script_path).remark


SLOWER = """\
Title: Slower
Technique: breathing
Minutes: 6

# Breathe

[breathe own pace to 6 per minute]
Gently, not deep.

[breathe in 4s, out 6s, for 10s to 10 min]
Small breaths.

# Return

[pause 5s to 30s]
Look around.
"""


@pytest.mark.parametrize("ambience", ["script", "rain"])
def test_what_is_prepared_can_begin_at_another_pace_without_being_prepared_anew(
    tmp_path: Path, repository: Path, ambience: str
) -> None:
    script = parse(SLOWER, "slower")
    path = tmp_path / "slower.relax"
    before = replace(QUIET, ambience=ambience)
    prepared = _studio(tmp_path, repository, before).prepare(script, path)
    anew = _studio(tmp_path, repository, replace(before, own_pace_per_minute=15.0))
    tapped = prepared.at_pace(15.0)
    assert tapped.tailoring.own_pace == 15
    assert tapped.fitting.fit(360) == anew.prepare(script, path).fitting.fit(360)
    assert tapped.fitting.fit(360) != prepared.fitting.fit(360)
    assert tapped.palette is prepared.palette


def test_a_script_that_asks_for_no_pace_is_the_same_at_every_pace(
    tmp_path: Path, repository: Path, script_path: Path
) -> None:
    prepared = _studio(tmp_path, repository, QUIET).prepare(SCRIPT, script_path)
    assert prepared.at_pace(15.0) is prepared


def test_the_lengths_on_a_sheet_are_those_of_the_breath_wanted(
    tmp_path: Path, repository: Path
) -> None:
    script = parse(SLOWER, "slower")
    path = tmp_path / "slower.relax"
    usual, wanted = (
        _studio(tmp_path, repository, settings).fitting(script, path).shortest_frames
        for settings in (QUIET, QUIET.with_breath("slower", {"per_minute": 5.0}))
    )
    assert usual < wanted
