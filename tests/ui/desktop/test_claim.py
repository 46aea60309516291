"""A claim is held by one at a time, and outlives nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from relaxapp.ui.desktop.claim import Claim

if TYPE_CHECKING:
    from pathlib import Path


def test_one_holds_it_until_it_lets_go(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    first, second = Claim(path), Claim(path)
    assert first.take()
    assert first.take()
    assert not second.take()
    assert (first.is_held, second.is_held) == (True, False)
    first.let_go()
    assert not first.is_held
    assert second.take()
    first.let_go()
    second.let_go()


def test_a_file_that_cannot_be_made_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="lock"):
        Claim(tmp_path / "missing" / "lock").take()
