"""Tests of a timeline in the words of a table of contents."""

from __future__ import annotations

import pytest

from relaxapp.script.parser import parse
from relaxapp.timeline.fitting import Fitting
from relaxapp.timeline.lengths import Lengths, spoken_frames
from relaxapp.ui.pages.what_happens import StepRow, Tone, what_happens
from tests.ui.house import SHOULDERS

_HEAD = (
    "Title: T\nTechnique: t\nMinutes: 5\n"
    "Caution: No holds in pregnancy, with heart, lung or eye pressure trouble, or epilepsy.\n\n"
)
_TAIL = "\n\n# Return\n\n[pause 30s]\n\nOpen your eyes."


def _rows(text: str) -> tuple[StepRow, ...]:
    script = parse(text, "test")
    return what_happens(Fitting(script, Lengths(spoken_frames, lambda _: 48_000)).usual())


def _words(cues: str) -> str:
    return _rows(f"{_HEAD}# Step\n\nNow.\n\n{cues}{_TAIL}")[0].words


def test_every_step_is_listed_with_its_colour_and_its_time() -> None:
    rows = _rows(SHOULDERS)
    assert [row.title for row in rows] == ["Settle", "Shoulders", "Jaw", "Breathe", "Return"]
    assert [row.tone for row in rows] == [
        Tone.QUIET,
        Tone.WARM,
        Tone.WARM,
        Tone.CALM,
        Tone.QUIET,
    ]
    assert sum(row.seconds for row in rows) == pytest.approx(180)


def test_a_tension_is_told_with_how_often() -> None:
    once = "[tense jaw for 5s]\n\n[release for 30s]\n\n"
    assert _words(once) == "tense and let go"
    assert _words(once * 2) == "tense and let go, twice"
    assert _words(once * 3) == "tense and let go, 3 times"


def test_a_breath_is_told_with_its_parts_and_their_number() -> None:
    assert _words("[breathe in 4s, out 6s, 8 times]") == "in 4, out 6, 8 breaths"
    assert (
        _words("[breathe in 4s, hold 2.5s, out 6s, 1 times]") == "in 4, hold 2.5, out 6, one breath"
    )


def test_a_ramp_is_told_as_slowing_down() -> None:
    assert (
        _words("[breathe 12 to 6 per minute, over 24 breaths]")
        == "slower from breath to breath, 24 breaths"
    )


def test_two_exercises_of_one_step_are_told_apart() -> None:
    words = _words("[breathe in 3s, out 4s, 4 times]\n\n[breathe in 4s, out 6s, 6 times]")
    assert words == "in 3, out 4, 4 breaths, in 4, out 6, 6 breaths"


def test_noticing_imagining_and_waiting_are_told() -> None:
    assert _words("[notice jaw for 20s]") == "notice jaw"
    assert _words("[notice jaw for 20s]\n\n[notice neck for 20s]") == "notice 2 places"
    assert _words("[imagine shore for 30s]\n\n[wait]") == "imagine: shore, goes on when you do"
    assert _words("[play talk.wav]") == "a recording"


def test_words_and_quiet_need_no_words() -> None:
    assert _words("[pause 20s]") == ""
