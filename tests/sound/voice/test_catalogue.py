"""The voices that can be fetched are pinned, and come as a pair of files that is found afterwards."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from relaxapp.errors import NotFoundError
from relaxapp.sound.voice.catalogue import CATALOGUE, fetch_voice, offered
from relaxapp.sound.voice.piper_files import PiperFiles, found_in
from tests.sound.voice.pipers import description
from tests.sound.voice.servers import CONTENT, FileServer

if TYPE_CHECKING:
    from pathlib import Path


def test_every_voice_is_pinned_to_one_revision_with_size_and_hash() -> None:
    for voice in CATALOGUE:
        assert voice.config.address == f"{voice.model.address}.json"
        for file in (voice.model, voice.config):
            assert re.search(r"^https://huggingface\.co/.*/resolve/[0-9a-f]{40}/en/", file.address)
            assert f"/{voice.name}.onnx" in file.address
            assert re.fullmatch(r"[0-9a-f]{64}", file.sha256)
            assert file.size > 0
        assert 60_000_000 < voice.size < 70_000_000


def test_the_two_that_were_checked_are_there_and_their_addresses_are_exact() -> None:
    addresses = [voice.model.address.split("/resolve/")[1].split("/", 1)[1] for voice in CATALOGUE]
    assert addresses == [
        "en/en_GB/cori/medium/en_GB-cori-medium.onnx",
        "en/en_US/ljspeech/medium/en_US-ljspeech-medium.onnx",
    ]


def test_a_name_nobody_knows_is_answered_with_those_there_are() -> None:
    assert offered("en_US-ljspeech-medium") is CATALOGUE[1]
    with pytest.raises(NotFoundError, match="en_GB-cori-medium, en_US-ljspeech-medium"):
        offered("lessac")


def test_a_voice_comes_as_two_files_and_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    described = json.dumps(description()).encode()
    steps: list[tuple[int, int]] = []
    with FileServer() as models, FileServer(described) as descriptions:
        voice = replace(CATALOGUE[0], model=models.remote(), config=descriptions.remote(described))
        fetch_voice(voice, tmp_path, lambda done, total: steps.append((done, total)))
    found = found_in(tmp_path)
    assert [type(each) for each in found] == [PiperFiles]
    assert found[0].name == voice.name
    assert [done for done, _ in steps] == sorted(done for done, _ in steps)
    assert steps[-1] == (voice.size, voice.size) == (len(CONTENT) + len(described),) * 2
