"""Piper voices on disk are found with their language, and what cannot be one is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from relaxapp.errors import SoundError
from relaxapp.sound.voice.piper_files import BrokenFiles, PiperFiles, found_in, read
from tests.sound.voice.pipers import put_voice

if TYPE_CHECKING:
    from pathlib import Path


def test_every_voice_in_the_folder_is_found_in_the_order_of_names(tmp_path: Path) -> None:
    put_voice(tmp_path, "en_US-b-low", language={"code": "en_US"})
    put_voice(tmp_path, "de_DE-a-low", language={"code": "de_DE"})
    (tmp_path / "notes.txt").write_text("something else")
    (tmp_path / "half.onnx.part").write_text("something on its way")
    found = found_in(tmp_path)
    assert [(each.name, getattr(each, "language", "")) for each in found] == [
        ("de_DE-a-low", "de_DE"),
        ("en_US-b-low", "en_US"),
    ]


def test_where_there_is_no_folder_there_is_no_voice(tmp_path: Path) -> None:
    assert found_in(tmp_path / "nowhere") == []


def test_a_description_that_names_no_language_leaves_it_to_the_file_name(tmp_path: Path) -> None:
    assert read(put_voice(tmp_path, "fr_FR-x-low", language={})).language == "fr_FR"


def test_one_broken_voice_takes_no_other_away(tmp_path: Path) -> None:
    put_voice(tmp_path, "en_GB-a-low")
    put_voice(tmp_path, "en_GB-b-low").with_name("en_GB-b-low.onnx.json").write_text("{")
    good, broken = found_in(tmp_path)
    assert isinstance(good, PiperFiles)
    assert isinstance(broken, BrokenFiles)
    assert "does not describe a Piper voice" in broken.trouble


def test_a_model_alone_says_what_it_lacks(tmp_path: Path) -> None:
    model = put_voice(tmp_path)
    model.with_name(f"{model.name}.json").unlink()
    with pytest.raises(SoundError, match=r"lacks its description: put en_GB-hum-low\.onnx\.json"):
        read(model)


@pytest.mark.parametrize(
    "other",
    [
        {"phoneme_type": "pinyin"},
        {"audio": {"sample_rate": 1}},
        {"audio": {"sample_rate": "22050"}},
        {"audio": None},
        {"num_symbols": "many"},
        {"num_speakers": None},
        {"espeak": {}},
        {"phoneme_id_map": {"a": [-1]}},
        {"phoneme_id_map": {"a": "1"}},
        {"phoneme_id_map": []},
        {"language": {"code": "../../etc"}},
        {"language": "English"},
        {"padding": "x" * 1_000_000},
    ],
    ids=str,
)
def test_what_is_no_description_is_refused(tmp_path: Path, other: dict[str, object]) -> None:
    with pytest.raises(SoundError, match="does not describe a Piper voice"):
        read(put_voice(tmp_path, "en_GB-hum-low", **other))


@pytest.mark.parametrize("text", ["", "[]", "null", "[" * 100_000, "\udcff"], ids=lambda t: t[:3])
def test_any_bytes_are_refused_with_a_sentence(tmp_path: Path, text: str) -> None:
    model = put_voice(tmp_path)
    beside = model.with_name(f"{model.name}.json")
    beside.write_bytes(text.encode("utf-8", "surrogateescape"))
    with pytest.raises(SoundError, match="does not describe a Piper voice"):
        read(model)


def test_a_description_that_cannot_be_read_is_a_sentence(tmp_path: Path) -> None:
    model = put_voice(tmp_path)
    beside = model.with_name(f"{model.name}.json")
    beside.unlink()
    beside.mkdir()
    with pytest.raises(SoundError, match="cannot be read"):
        read(model)
