"""What a person chose is kept whole, and nothing in its file is ever lost."""

from __future__ import annotations

import json
import os
from contextlib import contextmanager
from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relaxapp.errors import SettingsError
from relaxapp.settings import _CHECKS, VERSION, PlayerChoice, Settings, SettingsFile, Theme

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

CHOSEN = Settings(
    voice_volume=0.5,
    voice="alan",
    voice_on=False,
    player="silent",
    theme="light",
    stronger_hand="left",
    left_out=("jaw", "left eye"),
    no_tensing=True,
    week_aim_days=3,
    week_aim_minutes=40,
    day_begins_hour=0,
    minutes_by_script={"shoulders": 8.5},
    own_pace_per_minute=14.2,
    breath_by_script={"breath": {"inhale": 5, "exhale": 7.5}, "slower": {"per_minute": 5.5}},
    geometry="AdnQywAD",
)


@pytest.fixture
def file(tmp_path: Path) -> SettingsFile:
    return SettingsFile(tmp_path / "settings.json")


def write(file: SettingsFile, **values: Any) -> None:
    file.path.write_text(json.dumps(values), "utf-8")


def test_without_a_file_everything_is_as_usual(file: SettingsFile) -> None:
    assert file.load() == Settings()
    assert file.notice == ""
    assert not file.path.exists()


def test_what_was_chosen_is_there_the_next_time(file: SettingsFile) -> None:
    file.save(CHOSEN)
    again = SettingsFile(file.path)
    assert again.load() == CHOSEN
    assert again.notice == ""
    assert json.loads(file.path.read_text("utf-8"))["version"] == VERSION
    assert list(file.path.parent.iterdir()) == [file.path]


def test_every_setting_has_a_check_that_its_default_passes() -> None:
    assert list(_CHECKS) == [each.name for each in fields(Settings)]
    for name, check in _CHECKS.items():
        assert check(getattr(Settings(), name)) == getattr(Settings(), name)


def test_a_breath_is_chosen_for_one_script_and_given_up_again() -> None:
    both = (
        Settings().with_breath("a", {"inhale": 5, "exhale": 7}).with_breath("b", {"per_minute": 5})
    )
    assert both.breath_by_script == {"a": {"inhale": 5, "exhale": 7}, "b": {"per_minute": 5}}
    assert both.with_breath("a", None).breath_by_script == {"b": {"per_minute": 5}}
    assert both.with_breath("a", None).with_breath("b", None) == Settings()


def test_every_choice_of_a_list_can_be_kept(file: SettingsFile) -> None:
    for player, theme in zip(get_args(PlayerChoice), get_args(Theme) * 2, strict=False):
        file.save(Settings(player=player, theme=theme))
        assert file.load() == Settings(player=player, theme=theme)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("voice_volume", 1.5),
        ("voice_volume", -0.1),
        ("voice_volume", True),
        ("voice_volume", float("nan")),
        ("cues_volume", "0.5"),
        ("voice", 3),
        ("voice_on", 1),
        ("player", "gramophone"),
        ("theme", ["night"]),
        ("left_out", "jaw"),
        ("left_out", ["jaw", 3]),
        ("week_aim_days", 8),
        ("week_aim_days", 2.5),
        ("day_begins_hour", True),
        ("day_begins_hour", 24),
        ("minutes_by_script", {"shoulders": 0}),
        ("minutes_by_script", [["shoulders", 8]]),
        ("own_pace_per_minute", 7),
        ("own_pace_per_minute", "14"),
        ("breath_by_script", ["breath-box"]),
        ("breath_by_script", {"breath-box": 4}),
        ("breath_by_script", {"breath-box": {"inhale": -1}}),
        ("breath_by_script", {"breath-box": {"colour": 4}}),
        ("geometry", "not base64!"),
    ],
)
def test_a_value_that_is_not_understood_costs_that_setting_only(
    file: SettingsFile, name: str, value: object
) -> None:
    write(file, **{"version": VERSION, "hide_countdown": True, name: value})
    assert file.load() == Settings(hide_countdown=True)
    assert name.replace("_", " ") in file.notice
    file.save(file.load())
    assert file.load() == Settings(hide_countdown=True)
    assert file.notice == ""


@pytest.mark.parametrize(
    "contents",
    [b"", b"{", b"[]", b"null", b"\xff\xfe\x00", b"[" * 100_000, b'{"version": 1} and more'],
    ids=["empty", "cut off", "a list", "null", "no text", "deep", "a tail"],
)
def test_a_damaged_file_is_set_aside_and_told(file: SettingsFile, contents: bytes) -> None:
    file.path.write_bytes(contents)
    assert file.load() == Settings()
    aside = file.path.with_name("settings-damaged-1.json")
    assert str(aside) in file.notice
    assert aside.read_bytes() == contents
    assert not file.path.exists()
    assert file.load() == Settings()
    assert file.notice == ""


def test_a_second_damaged_file_leaves_the_first_alone(file: SettingsFile) -> None:
    file.path.write_text("first")
    file.load()
    file.path.write_text("second")
    file.save(CHOSEN)
    folder = file.path.parent
    assert (folder / "settings-damaged-1.json").read_text() == "first"
    assert (folder / "settings-damaged-2.json").read_text() == "second"
    assert file.load() == CHOSEN


def test_unknown_keys_are_written_back(file: SettingsFile) -> None:
    write(file, version=VERSION, colour_of_the_orb="green", voice_volume=0.3)
    file.save(replace(file.load(), captions=False))
    kept = json.loads(file.path.read_text("utf-8"))
    assert kept["colour_of_the_orb"] == "green"
    assert (kept["voice_volume"], kept["captions"]) == (0.3, False)


def test_what_a_newer_version_wrote_is_kept(file: SettingsFile) -> None:
    write(file, version=VERSION + 1, theme={"day": "light"}, player="orchestra", voice_volume=0.3)
    settings = file.load()
    assert settings == Settings(voice_volume=0.3)
    assert file.notice == ""
    file.save(replace(settings, captions=False, player="silent"))
    assert json.loads(file.path.read_text("utf-8"))["theme"] == {"day": "light"}
    assert json.loads(file.path.read_text("utf-8"))["version"] == VERSION + 1
    assert file.load() == Settings(voice_volume=0.3, captions=False, player="silent")


def test_a_value_out_of_bounds_is_a_bug_of_whoever_saves_it(file: SettingsFile) -> None:
    with pytest.raises(ValueError, match="voice_volume"):
        file.save(Settings(voice_volume=2))
    assert not file.path.exists()


@contextmanager
def no_room_beyond(size: int) -> Iterator[None]:
    """Lets no file of this process grow beyond that many bytes."""
    resource = pytest.importorskip("resource", reason="only POSIX knows such limits")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_full_disk_leaves_the_file_as_it_was(file: SettingsFile) -> None:
    file.save(CHOSEN)
    before = file.path.read_bytes()
    with no_room_beyond(64), pytest.raises(SettingsError, match="the disk is full"):
        file.save(Settings())
    assert file.path.read_bytes() == before
    assert list(file.path.parent.iterdir()) == [file.path]


def test_the_file_is_replaced_only_when_the_new_one_is_on_the_disk(
    file: SettingsFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    file.save(CHOSEN)
    before = file.path.read_bytes()
    synced: list[bytes] = []
    fsync = os.fsync

    def watched(handle: int) -> None:
        assert file.path.read_bytes() == before
        fsync(handle)
        [partial] = set(file.path.parent.iterdir()) - {file.path}
        synced.append(partial.read_bytes())

    monkeypatch.setattr(os, "fsync", watched)
    file.save(Settings())
    assert synced == [file.path.read_bytes()]


def test_a_folder_in_the_place_of_the_file_is_told(file: SettingsFile) -> None:
    file.path.mkdir()
    assert file.load() == Settings()
    assert f"The settings in {file.path} cannot be read" in file.notice
    with pytest.raises(SettingsError, match="cannot be read"):
        file.save(CHOSEN)


def test_a_file_in_the_place_of_the_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("not a folder")
    with pytest.raises(SettingsError, match="cannot be read"):
        SettingsFile(tmp_path / "taken" / "settings.json").save(CHOSEN)


def test_a_missing_folder_is_made(tmp_path: Path) -> None:
    file = SettingsFile(tmp_path / "new" / "settings.json")
    file.save(CHOSEN)
    assert file.load() == CHOSEN


@pytest.mark.skipif(os.name == "nt", reason="links need a right that few people have there")
def test_a_link_to_the_file_stays_a_link(file: SettingsFile, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere.json"
    elsewhere.write_text("{}")
    file.path.symlink_to(elsewhere)
    file.save(CHOSEN)
    assert file.path.is_symlink()
    assert SettingsFile(elsewhere).load() == CHOSEN


def test_a_length_is_remembered_for_each_script() -> None:
    settings = Settings().with_minutes("shoulders", 8).with_minutes("shore", 12)
    assert settings.with_minutes("shore", 5).minutes_by_script == {"shoulders": 8, "shore": 5}
    assert settings.minutes_by_script == {"shoulders": 8, "shore": 12}
    assert hash(settings) == hash(Settings())


TEXTS = st.sampled_from(["", "a", "ä b", "night", "AAAA", "\ud800", "\0"])
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=6,
)


@given(st.dictionaries(st.sampled_from([*_CHECKS, "version", "other"]), JSON))
def test_any_object_is_read_kept_and_read_again_alike(
    tmp_path_factory: pytest.TempPathFactory, values: dict[str, object]
) -> None:
    file = SettingsFile(tmp_path_factory.getbasetemp() / "any-settings.json")
    write(file, **values)
    settings = file.load()
    file.save(settings)
    assert file.load() == settings
