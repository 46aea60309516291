"""`relaxapp voice`, as a person at a terminal meets it."""

from __future__ import annotations

import json
import time
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
import soundfile

from relaxapp.commands import voices
from relaxapp.settings import Settings, SettingsFile
from relaxapp.sound import rendering
from relaxapp.sound.voice.catalogue import CATALOGUE
from relaxapp.timeline.clip import Spoken
from tests.session.fakes import FakePlayer
from tests.shell import Shell
from tests.sound.voice.pipers import FakePiper, description, no_piper, put_voice
from tests.sound.voice.servers import FileServer, Manner

if TYPE_CHECKING:
    from pathlib import Path


class VoiceShell(Shell):
    """Runs `relaxapp voice`."""

    @property
    def settings(self) -> Settings:
        return SettingsFile(self.data / "settings.json").load()


@pytest.fixture
def shell(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> VoiceShell:
    return VoiceShell(tmp_path / "data", capsys, "voice")


@pytest.fixture
def piper(monkeypatch: pytest.MonkeyPatch) -> FakePiper:
    return FakePiper().install(monkeypatch)


def test_list_says_which_voices_there_are_which_is_used_and_which_can_be_had(
    shell: VoiceShell, monkeypatch: pytest.MonkeyPatch
) -> None:
    no_piper(monkeypatch)
    shell.run("use", "espeak")
    assert shell.run("list") == 0
    lines = shell.out.splitlines()
    assert [line.split()[1] for line in lines if line.startswith("*")] == ["espeak"]
    assert any("Piper is not installed." in line for line in lines)
    assert sum(line.startswith("+") for line in lines) == len(CATALOGUE)


def test_list_as_json_has_the_same(shell: VoiceShell, piper: FakePiper) -> None:
    put_voice(shell.data / "voices", "de_DE-hum-low", language={"code": "de_DE"})
    assert shell.run("list", "--json", "--language", "de") == 0
    records = {record["name"]: record for record in json.loads(shell.out)}
    assert records["de_DE-hum-low"]["used"]
    assert records["de_DE-hum-low"]["available"]
    assert records["flite"]["trouble"] == "flite speaks English only."


def test_a_voice_that_is_here_is_not_offered_again(shell: VoiceShell, piper: FakePiper) -> None:
    put_voice(shell.data / "voices", CATALOGUE[0].name)
    shell.run("list")
    assert f"+ {CATALOGUE[0].name}" not in shell.out
    assert f"+ {CATALOGUE[1].name}" in shell.out


def test_use_keeps_a_voice_of_any_language(shell: VoiceShell, piper: FakePiper) -> None:
    put_voice(shell.data / "voices", "de_DE-hum-low", language={"code": "de_DE"})
    assert shell.run("use", "de_DE-hum-low") == 0
    assert shell.settings.voice == "de_DE-hum-low"
    assert shell.run("use", "auto") == 0
    assert shell.settings.voice == "auto"


@pytest.mark.parametrize(
    ("name", "sentence"),
    [("nobody", "No voice goes by the name “nobody”. There are: "), ("piper", "Piper is not ins")],
)
def test_use_refuses_what_cannot_speak_in_one_sentence(
    shell: VoiceShell, monkeypatch: pytest.MonkeyPatch, name: str, sentence: str
) -> None:
    no_piper(monkeypatch)
    assert shell.run("use", name) == 1
    assert shell.err.startswith(f"relaxapp: {sentence}")
    assert shell.settings.voice == "auto"


def test_a_voice_is_tried_into_a_file(shell: VoiceShell, tmp_path: Path) -> None:
    out = tmp_path / "espeak.wav"
    assert shell.run("test", "espeak", "--into", out) == 0
    sound = soundfile.info(out)
    assert (sound.samplerate, sound.channels) == (48_000, 2)
    assert 2 < sound.duration < 15


def test_without_a_name_the_voice_that_is_used_is_tried(
    shell: VoiceShell, piper: FakePiper, tmp_path: Path
) -> None:
    put_voice(shell.data / "voices")
    shell.run("use", "piper")
    assert shell.run("test", "--into", tmp_path / "out.wav") == 0
    assert "en_GB-hum-low" in shell.out


def test_a_voice_is_heard_to_its_end_and_the_device_given_back(
    shell: VoiceShell, monkeypatch: pytest.MonkeyPatch
) -> None:
    player = FakePlayer()
    monkeypatch.setattr(voices, "open_player", lambda *_: (player, None))

    def pass_time(_seconds: float) -> None:
        player.ended = True

    monkeypatch.setattr(time, "sleep", pass_time)
    assert shell.run("test", "espeak") == 0
    assert player.calls == ["start", "close"]


def test_a_device_that_goes_away_is_told_and_given_back(
    shell: VoiceShell, monkeypatch: pytest.MonkeyPatch
) -> None:
    player = FakePlayer(lost=True)
    monkeypatch.setattr(voices, "open_player", lambda *_: (player, None))
    assert shell.run("test", "espeak") == 1
    assert "The sound device went away." in shell.err
    assert player.calls == ["start", "close"]


def test_where_nothing_can_be_heard_it_is_said(shell: VoiceShell) -> None:
    shell.data.mkdir()
    SettingsFile(shell.data / "settings.json").save(replace(Settings(), player="silent"))
    assert shell.run("test", "espeak") == 1
    assert "The settings ask for silence." in shell.err


def test_get_brings_a_voice_that_can_be_used_then(
    shell: VoiceShell, piper: FakePiper, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    described = json.dumps(description()).encode()
    with FileServer() as models, FileServer(described) as descriptions:
        voice = replace(CATALOGUE[0], model=models.remote(), config=descriptions.remote(described))
        monkeypatch.setattr(voices, "offered", lambda _name: voice)
        assert shell.run("get", voice.name) == 0
    assert f"relaxapp voice use {voice.name}" in shell.out
    assert shell.run("use", voice.name) == 0


def test_get_says_what_else_is_needed(shell: VoiceShell, monkeypatch: pytest.MonkeyPatch) -> None:
    no_piper(monkeypatch)
    monkeypatch.setattr(voices, "fetch_voice", lambda *_: None)
    assert shell.run("get", CATALOGUE[0].name) == 0
    assert "Piper is not installed." in shell.err


def test_get_tells_trouble_in_one_sentence(
    shell: VoiceShell, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert shell.run("get", "nobody") == 1
    assert "No voice called “nobody” can be fetched." in shell.err
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    with FileServer(manner=Manner.MISSING) as server:
        voice = replace(CATALOGUE[0], model=server.remote())
        monkeypatch.setattr(voices, "offered", lambda _name: voice)
        assert shell.run("get", voice.name) == 1
    assert "404" in shell.err


def test_render_speaks_every_sentence_of_the_shipped_scripts_once(
    shell: VoiceShell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    few = [Spoken("Let go."), Spoken("Let go.", 2)]
    monkeypatch.setattr(rendering, "sentences_of", lambda _scripts: few)
    assert shell.run("render", "--engine", "espeak", "--into", tmp_path) == 0
    assert shell.out.endswith("espeak: 2 clips, 2 spoken now, 0 removed.\n")
    assert "Spoken: 2 of 2" in shell.err
    shell.run("render", "--engine", "espeak", "--into", tmp_path)
    assert shell.out.endswith("espeak: 2 clips, 0 spoken now, 0 removed.\n")
    assert len(list((tmp_path / "espeak").glob("*.opus"))) == 2


@pytest.mark.parametrize(
    ("words", "trouble"),
    [
        (("--engine", "parrot"), "What can speak here:"),
        (("--voice", "parrot"), "flite has no voice 'parrot' to ship. There are: rms, slt."),
    ],
)
def test_render_names_the_voices_there_are(
    shell: VoiceShell, words: tuple[str, ...], trouble: str
) -> None:
    assert shell.run("render", *words) == 2
    assert trouble in shell.err
