"""Tests of `relaxapp shots`: pictures of the window, with made-up practice."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QImage

from relaxapp.cli import main
from relaxapp.ui.shots.looks import LOOKS
from relaxapp.ui.shots.poses import POSES

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication


@pytest.mark.parametrize("pose", ["home", "tense", "help"])
def test_a_picture_has_the_size_of_its_look_and_something_on_it(
    pose: str, tmp_path: Path, qapp: QApplication, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["shots", str(tmp_path), "--pose", pose, "--look", "light-small"]) == 0
    path = tmp_path / f"{pose}-light-small.png"
    assert capsys.readouterr().out == f"{path}\n"
    picture = QImage(str(path))
    assert pose == "help" or picture.size().toTuple() == (960, 640)
    columns, rows = range(0, picture.width(), 9), range(0, picture.height(), 9)
    colours = {picture.pixel(x, y) for x in columns for y in rows}
    assert len(colours) > 50


def test_what_there_is_no_picture_of_gets_a_sentence(
    tmp_path: Path, qapp: QApplication, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["shots", str(tmp_path), "--pose", "moon"]) == 1
    assert "There is no 'moon'. There are: home," in capsys.readouterr().err


def test_a_folder_that_cannot_be_made_gets_a_sentence(
    tmp_path: Path, qapp: QApplication, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").touch()
    where = str(tmp_path / "file" / "shots")
    assert main(["shots", where, "--pose", "home", "--look", "night"]) == 1
    assert "cannot be made" in capsys.readouterr().err


def test_every_pose_and_every_look_has_a_name_of_its_own() -> None:
    assert len({pose.name for pose in POSES}) == len(POSES)
    assert len({look.name for look in LOOKS}) == len(LOOKS)


def test_the_looks_are_both_themes_at_both_sizes_and_at_twice_the_text() -> None:
    looks = {(look.theme, look.size.toTuple(), look.text_percent) for look in LOOKS}
    assert {
        (theme, size, percent)
        for theme in ("night", "light")
        for size, percent in (((1280, 800), 100), ((960, 640), 100), ((1280, 800), 200))
    } <= looks
