"""The voices there are, the best first, or the one that was named."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from relaxapp.sound.voice.choice import available, candidates

if TYPE_CHECKING:
    from pathlib import Path


def names(wish: str, language: str) -> list[str]:
    """The voices that can be had, in order."""
    return [one.name for one in candidates(wish, language) if one.voice is not None]


@pytest.fixture
def no_flite(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))


@pytest.mark.skipif(shutil.which("flite") is None, reason="flite is not installed")
def test_for_english_flite_comes_before_espeak_unless_espeak_was_wished_for() -> None:
    assert names("auto", "en") == ["flite", "espeak"]
    assert names("flite", "en_GB") == ["flite", "espeak"]
    assert names("espeak", "en") == ["espeak", "flite"]


@pytest.mark.usefixtures("no_flite")
def test_without_flite_espeak_speaks_english() -> None:
    assert names("flite", "en") == ["espeak"]


def test_other_languages_are_spoken_by_espeak() -> None:
    assert names("auto", "de") == ["espeak"]


def test_where_nothing_speaks_the_language_there_is_no_voice() -> None:
    assert names("auto", "tlh") == []


@pytest.mark.usefixtures("no_flite")
def test_each_voice_that_cannot_be_had_has_a_sentence() -> None:
    flite, espeak = available("en")

    assert flite.voice is None
    assert flite.trouble.startswith("flite is not installed.")
    assert espeak.voice is not None
    assert not espeak.trouble
    assert available("de")[0].trouble == "flite speaks English only."
    assert available("tlh")[1].trouble == "espeak-ng has no voice for “tlh”."
