"""What a computer goes by is the same every time, and fit to be a part of a file's name."""

from __future__ import annotations

import platform
import re
from pathlib import Path
from typing import TYPE_CHECKING

from relaxapp.journal import computer
from relaxapp.journal.computer import this_computer

if TYPE_CHECKING:
    import pytest


def test_it_is_the_same_every_time_and_plain() -> None:
    assert this_computer() == this_computer()
    assert re.fullmatch(r"[A-Za-z0-9-]+-[0-9a-f]{6}", this_computer())


def test_strange_names_become_plain_ones(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, plain in (("Ännas Büro.local", "nnas-B-ro"), ("", "computer"), ("x" * 99, "x" * 32)):
        monkeypatch.setattr(platform, "node", lambda name=name: name)
        assert this_computer().rpartition("-")[0] == plain


def test_computers_of_one_name_and_people_at_one_computer_are_told_apart(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    found = set()
    for number in range(2):
        machine = tmp_path / f"id {number}"
        machine.write_text(f"{number}")
        monkeypatch.setattr(computer, "_MACHINE_IDS", (Path("/nowhere"), machine))
        for home in ("anna", "ben"):
            monkeypatch.setenv("HOME", str(tmp_path / home))
            monkeypatch.setenv("USERPROFILE", str(tmp_path / home))
            found.add(this_computer())
    assert len(found) == 4


def test_a_computer_without_an_identity_has_one_of_its_name(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(computer, "_MACHINE_IDS", ())
    assert this_computer() == this_computer()
