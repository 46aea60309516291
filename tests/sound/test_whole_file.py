"""A file is there whole or not at all."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from relaxapp.sound.whole_file import whole_file

if TYPE_CHECKING:
    from pathlib import Path


def test_it_takes_its_place_at_the_end(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("old")
    with whole_file(path) as part:
        part.write_text("new")
        assert path.read_text() == "old"
    assert path.read_text() == "new"
    assert list(tmp_path.iterdir()) == [path]


def test_what_fails_leaves_everything_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("old")
    writing = whole_file(path)
    writing.__enter__().write_text("half")
    assert not writing.__exit__(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(os.name == "nt", reason="rights are of another kind there")
def test_others_may_read_it_as_far_as_the_person_lets_them(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        for name, mode, rights in (("a", 0o666, 0o640), ("b", 0o600, 0o600)):
            with whole_file(tmp_path / name, mode) as part:
                part.write_text("mine")
            assert (tmp_path / name).stat().st_mode & 0o777 == rights
    finally:
        os.umask(before)
