"""The picture on recordings is the one that the program paints."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

from relaxapp.sound.cover import SIDE_PX, cover_in, paint

if TYPE_CHECKING:
    from pathlib import Path


def test_it_is_a_picture_of_an_orb_on_dark_ground() -> None:
    picture = QImage.fromData(paint())
    assert (picture.width(), picture.height()) == (SIDE_PX, SIDE_PX)
    middle, corner = picture.pixelColor(SIDE_PX // 2, SIDE_PX // 2), picture.pixelColor(2, 2)
    assert middle.lightness() > 100
    assert corner.lightness() < 40


def test_the_one_that_is_shipped_is_small(repository: Path) -> None:
    shipped = cover_in(repository / "audio")
    assert QImage.fromData(shipped) == QImage.fromData(paint())
    assert len(shipped) < 60_000


def test_where_it_was_taken_away_there_is_none(tmp_path: Path) -> None:
    assert cover_in(tmp_path) == b""
