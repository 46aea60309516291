"""One cue in its brackets."""

from __future__ import annotations

import pytest

from relaxapp.script.body import GROUP_NAMES, Group
from relaxapp.script.cue import (
    AMBIENCES,
    SCENES,
    SOUNDS,
    Ambience,
    Breathe,
    BreatheRamp,
    Cue,
    Imagine,
    Notice,
    Pause,
    Play,
    Release,
    Sound,
    Tense,
    Wait,
)
from relaxapp.script.cueline import read_cue, read_group
from relaxapp.script.findings import UnreadableError
from relaxapp.script.span import Span

SHOULDERS = Group(("shoulders",))
WORDS = ("Some words.",)


def _cue(text: str) -> Cue:
    return read_cue(text, 7, WORDS, SHOULDERS)


def _refusal(text: str) -> str:
    with pytest.raises(UnreadableError) as refused:
        _cue(text)
    return str(refused.value)


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("pause 4s", Pause(line=7, words=WORDS, seconds=Span(4, 4))),
        ("PAUSE for 4 s to 20 s", Pause(line=7, words=WORDS, seconds=Span(4, 20))),
        ("Pause: 4s", Pause(line=7, words=WORDS, seconds=Span(4, 4))),
        ("tense shoulders for 6s", Tense(line=7, words=WORDS, group=SHOULDERS, seconds=6)),
        ("Tense your Shoulders for 6 s", Tense(line=7, words=WORDS, group=SHOULDERS, seconds=6)),
        (
            "release for 20s to 45s",
            Release(line=7, words=WORDS, group=SHOULDERS, seconds=Span(20, 45)),
        ),
        ("release 20s", Release(line=7, words=WORDS, group=SHOULDERS, seconds=Span(20, 20))),
        (
            "imagine the calm place for 30s to 2 min",
            Imagine(line=7, words=WORDS, scene="calm place", seconds=Span(30, 120)),
        ),
        (
            "notice shoulders for 20s to 60s",
            Notice(line=7, words=WORDS, group=SHOULDERS, seconds=Span(20, 60)),
        ),
        ("sound Bell", Sound(line=7, name="bell")),
        ("ambience rain", Ambience(line=7, name="rain")),
        ("ambience none", Ambience(line=7, name="none")),
        ("wait", Wait(line=7, words=WORDS)),
        ("play My Welcome.WAV", Play(line=7, words=WORDS, file="My Welcome.WAV")),
        ('play "My Welcome.WAV"', Play(line=7, words=WORDS, file="My Welcome.WAV")),
    ],
)
def test_a_cue_is_read_whatever_its_case(text: str, cue: Cue) -> None:
    assert _cue(text) == cue


def test_breathing_is_a_pattern_or_a_ramp() -> None:
    assert isinstance(_cue("breathe in 4s, out 6s, for 2 min"), Breathe)
    assert isinstance(_cue("breathe 12 to 6 per minute, over 24 breaths"), BreatheRamp)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("tens shoulders for 6s", "there is no cue 'tens'. Did you mean 'tense'?"),
        ("end", "there is no cue 'end'. Did you mean 'end repeat'?"),
        (
            "xyz",
            (
                "there is no cue 'xyz'. There are: pause, tense, release, breathe, imagine, notice, "
                "sound, ambience, wait, play, repeat, end repeat."
            ),
        ),
        ("", "these brackets are empty. Write for example [pause 10s]."),
        ("pause", "a time is missing, such as '6s' or '2 min'."),
        ("pause 5", "is '5' seconds or minutes? Write '5s' or '5 min'."),
        ("tense sholders for 6s", "there is no muscle group 'sholders'. Did you mean 'shoulders'?"),
        ("tense hand for 6s", "which hand? Write 'right hand' or 'left hand'."),
        ("tense for 6s", "which muscle group? Write for example [tense shoulders for 6s]."),
        (
            "tense shoulders",
            "this cue has no time after 'for'. Write for example [tense shoulders for 6s].",
        ),
        (
            "tense shoulders for 5s to 7s",
            "a tension has one length and is never stretched, such as 'for 6s'.",
        ),
        ("tense shoulders for 0s", "this tension lasts no time at all."),
        (
            "release shoulders for 30s",
            (
                "a release always lets go of what was tensed before it. "
                "Did you mean '[release for 30s]'?"
            ),
        ),
        ("imagine forrest for 30s", "there is no scene 'forrest'. Did you mean 'forest'?"),
        ("sound bel", "there is no sound 'bel'. Did you mean 'bell'?"),
        ("sound", f"which sound? There are: {', '.join(SOUNDS)}."),
        ("ambience ran", "there is no ambience 'ran'. Did you mean 'rain'?"),
        ("play", "which recording? Write for example [play welcome.wav]."),
    ],
)
def test_what_cannot_be_read_is_told_with_what_was_meant(text: str, sentence: str) -> None:
    assert _refusal(text) == sentence


def test_a_group_like_no_other_is_told_some_that_there_are() -> None:
    assert "there is no muscle group 'xyz'. Some there are: shoulders" in _refusal(
        "notice xyz for 9s"
    )


def test_a_wait_has_no_length() -> None:
    assert _refusal("wait 5s").startswith("[wait] stands alone")


@pytest.mark.parametrize(
    "file",
    ["../a.wav", "b/a.wav", "b\\a.wav", "/a.wav", "C:a.wav", "..", ".", ".hidden", "a" * 300],
)
def test_a_recording_lies_beside_its_script_and_nowhere_else(file: str) -> None:
    assert "is no plain file name" in _refusal(f"play {file}")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("jaw", ("jaw",)),
        ("neck, jaw and face", ("neck", "jaw", "face")),
        ("chest, shoulders, and upper back", ("chest", "shoulders", "upper back")),
        ("right hand and forearm", ("right hand", "right forearm")),
        ("dominant hand & forearm", ("dominant hand", "dominant forearm")),
        ("right hand, left hand", ("right hand", "left hand")),
        ("right thigh and neck", ("right thigh", "neck")),
        ("your jaw and the jaw", ("jaw",)),
    ],
)
def test_a_group_may_be_several(text: str, names: tuple[str, ...]) -> None:
    assert read_group(text) == Group(names)


def test_every_name_of_every_vocabulary_can_be_written() -> None:
    for name in GROUP_NAMES:
        assert read_group(name) == Group((name,))
    for name in SCENES:
        assert _cue(f"imagine {name} for 30s") == Imagine(
            line=7, words=WORDS, scene=name, seconds=Span(30, 30)
        )
    for name in SOUNDS:
        assert _cue(f"sound {name}") == Sound(line=7, name=name)
    for name in AMBIENCES:
        assert _cue(f"ambience {name}") == Ambience(line=7, name=name)
