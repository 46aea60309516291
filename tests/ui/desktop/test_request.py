"""A second start's wish goes into bytes and out again, and nothing else passes for one."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relaxapp.ui.desktop.request import END, MOST_BYTES, Request, asked_for

if TYPE_CHECKING:
    from pathlib import Path

names = st.text(st.characters(exclude_characters="\0", exclude_categories=()), max_size=300)
json_values = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=5,
)


@given(name=names, token=st.text("abc123-_", max_size=40))
def test_a_request_comes_out_as_it_went_in(name: str, token: str) -> None:
    message = Request(name, token).to_bytes()
    assert message.count(END) == 1
    assert message.endswith(END)
    assert Request.from_bytes(message) == Request(name, token)


def test_the_longest_path_fits_even_where_every_character_is_written_out() -> None:
    name = "\U0001f33f" * 1024 + "ü" * 1024  # as many bytes as a path may have, and more
    message = Request(name).to_bytes()
    assert len(message) <= MOST_BYTES
    assert Request.from_bytes(message) == Request(name)


@given(message=st.binary() | json_values.map(lambda value: json.dumps(value).encode()))
def test_whatever_comes_is_a_whole_request_or_none(message: bytes) -> None:
    request = Request.from_bytes(message)
    assert request is None or Request.from_bytes(request.to_bytes()) == request


@pytest.mark.parametrize(
    "values",
    [
        {"file_or_id": "pmr-7"},
        {"file_or_id": "pmr-7", "activation_token": "", "more": ""},
        {"file_or_id": None, "activation_token": ""},
        {"file_or_id": ["pmr-7"], "activation_token": ""},
        {"file_or_id": "a\0b", "activation_token": ""},
        {"file_or_id": "x" * 4097, "activation_token": ""},
        {"file_or_id": "", "activation_token": "\ud800"},
        {"file_or_id": "", "activation_token": "a\0b"},
    ],
)
def test_values_that_do_not_belong_make_it_none(values: dict[str, object]) -> None:
    assert Request.from_bytes(json.dumps(values).encode()) is None


def test_more_than_the_most_is_not_even_read() -> None:
    padding = b" " * MOST_BYTES
    assert Request.from_bytes(padding + Request("pmr-7").to_bytes()) is None


def test_brackets_without_end_are_none() -> None:
    assert Request.from_bytes(b"[" * MOST_BYTES) is None


def test_ids_stay_and_files_become_absolute(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "evening.relax").touch()
    assert asked_for("") == ""
    assert asked_for("pmr-7") == "pmr-7"
    assert asked_for("pmr-7.relax") == "pmr-7.relax"
    assert asked_for("evening.relax") == str(tmp_path / "evening.relax")
    assert asked_for("folder/evening.relax") == str(tmp_path / "folder" / "evening.relax")
    assert asked_for(str(tmp_path / "evening.relax")) == str(tmp_path / "evening.relax")
    assert asked_for("a\0b") == "a\0b"
