"""The voices there are, the best first, or the one that was named."""

from __future__ import annotations

import shutil
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest

from relaxapp.sound.voice import choice
from relaxapp.sound.voice.catalogue import CATALOGUE
from relaxapp.sound.voice.choice import available, candidates
from tests.sound.voice.pipers import FakePiper, no_piper, put_voice

if TYPE_CHECKING:
    from pathlib import Path


def names(wish: str, language: str, folder: Path | None = None) -> list[str]:
    """The voices that can be had, in order."""
    return [one.name for one in candidates(wish, language, folder) if one.voice is not None]


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
def test_each_voice_that_cannot_be_had_has_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    no_piper(monkeypatch)
    troubles = {each.name: each.trouble for each in available("en")}
    assert troubles["piper"].startswith("Piper is not installed.")
    assert troubles["flite"].startswith("flite is not installed.")
    assert not troubles["espeak"]
    assert _trouble("flite", "de") == "flite speaks English only."
    assert _trouble("espeak", "tlh") == "espeak-ng has no voice for “tlh”."
    assert all(each.title for each in available("en"))


def _trouble(name: str, language: str, folder: Path | None = None) -> str:
    return next(each.trouble for each in available(language, folder) if each.name == name)


def test_a_piper_voice_that_is_here_comes_before_the_programs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    FakePiper().install(monkeypatch)
    put_voice(tmp_path, "en_GB-hum-low")
    put_voice(tmp_path, "en_US-hum-low", language={"code": "en_US"})
    assert names("auto", "en", tmp_path)[:2] == ["en_GB-hum-low", "en_US-hum-low"]
    assert names("auto", "en_US", tmp_path)[:2] == ["en_US-hum-low", "en_GB-hum-low"]
    assert names("espeak", "en", tmp_path)[0] == "espeak"


def test_a_wish_for_piper_is_met_by_a_voice_of_it_that_can_be_had(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    FakePiper().install(monkeypatch)
    put_voice(tmp_path, "en_AA-broken-low").with_name("en_AA-broken-low.onnx.json").unlink()
    put_voice(tmp_path, "en_GB-hum-low")
    first, second, *_ = candidates("piper", "en", tmp_path)
    assert (first.name, second.name) == ("en_GB-hum-low", "en_AA-broken-low")
    assert "lacks its description" in second.trouble


def test_a_piper_voice_of_another_language_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    FakePiper().install(monkeypatch)
    put_voice(tmp_path, "de_DE-hum-low", language={"code": "de_DE"})
    assert "does not speak “en”" in _trouble("de_DE-hum-low", "en", tmp_path)
    assert _trouble("de_DE-hum-low", "de", tmp_path) == ""


def test_a_piper_without_a_voice_says_how_to_get_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    FakePiper().install(monkeypatch)
    assert "relaxapp voice get" in _trouble("piper", "en", tmp_path)


@pytest.mark.parametrize(("platform", "name"), [("darwin", "say"), ("win32", "windows")])
def test_the_voice_of_the_system_comes_after_piper_and_before_flite(
    monkeypatch: pytest.MonkeyPatch, platform: str, name: str
) -> None:
    monkeypatch.setattr(choice, "sys", SimpleNamespace(platform=platform))
    assert [each.name for each in available("en")] == ["piper", name, "flite", "espeak"]


def test_the_catalogue_names_its_voices_to_people(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    FakePiper().install(monkeypatch)
    put_voice(tmp_path, CATALOGUE[0].name)
    assert available("en", tmp_path)[0].title == "British English, a woman, by Piper"
