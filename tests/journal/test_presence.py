"""Whoever opens a file can tell whether somebody else has that very file open."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

from relaxapp.journal.presence import Presence

if TYPE_CHECKING:
    from pathlib import Path

STAYING = """
import sys
from pathlib import Path
from relaxapp.journal.presence import Presence

presence = Presence(Path(sys.argv[1]), Path(sys.argv[2]))
presence.let_others_in()
print(presence.is_alone, flush=True)
sys.stdin.read()
"""


def test_only_the_first_one_is_alone(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.touch()
    first = Presence(file, tmp_path)
    assert first.is_alone
    first.let_others_in()
    second = Presence(file, tmp_path)
    assert not second.is_alone
    first.close()
    third = Presence(file, tmp_path)
    assert not third.is_alone
    for presence in (second, third, third):
        presence.close()
    assert [found.name for found in tmp_path.iterdir()] == ["file"]
    fourth = Presence(file, tmp_path)
    assert fourth.is_alone
    fourth.close()


def test_another_file_in_its_place_is_another_one(tmp_path: Path) -> None:
    file, newcomer = tmp_path / "file", tmp_path / "newcomer"
    file.touch()
    newcomer.touch()
    first = Presence(file, tmp_path)
    first.let_others_in()
    newcomer.replace(file)
    second = Presence(file, tmp_path)
    assert second.is_alone
    second.close()
    first.close()


def test_a_process_that_died_is_not_there(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.touch()
    with subprocess.Popen(
        [sys.executable, "-c", STAYING, str(file), str(tmp_path / "locks")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "True\n"
        beside = Presence(file, tmp_path / "locks")
        assert not beside.is_alone
        beside.close()
        process.kill()
    after = Presence(file, tmp_path / "locks")
    assert after.is_alone
    after.close()


def test_a_file_that_is_not_there_is_not_known(tmp_path: Path) -> None:
    presence = Presence(tmp_path / "file", tmp_path)
    assert not presence.is_known
    assert not presence.is_alone
    presence.let_others_in()
    presence.close()


def test_where_no_lock_can_be_had_somebody_may_be_there(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "locks").write_text("in the way")
    presence = Presence(tmp_path / "file", tmp_path / "locks")
    assert presence.is_known
    assert not presence.is_alone
    presence.let_others_in()
    presence.close()
