"""Tests of the scripts of the library as offers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relaxapp.script.library import Library
from relaxapp.ui.shelves import offer_of_file, offers
from tests.ui.house import BREATH, write_scripts

if TYPE_CHECKING:
    from pathlib import Path


def test_what_can_be_read_comes_by_technique_and_then_the_longer_first(tmp_path: Path) -> None:
    folder = write_scripts(
        tmp_path / "s",
        a=BREATH,
        b=BREATH.replace("Minutes: 5", "Minutes: 8"),
        c=BREATH.replace("Technique: breathing", "Technique: humming"),
        d=BREATH.replace("Technique: breathing", "Technique: Muscle relaxation"),
        e="nothing",
    )
    assert [offer.script_id for offer in offers(Library((folder,)))] == ["d", "b", "a", "c", "e"]


def test_the_course_comes_as_one_learns_it_and_what_is_easy_before_the_rest(
    repository: Path,
) -> None:
    shown = [offer.script_id for offer in offers(Library((repository / "scripts",)))]

    assert shown[:4] == ["pmr-16", "pmr-7", "pmr-4", "pmr-recall"]
    assert shown.index("pmr-rapid") < shown.index("pmr-sleep")
    assert shown.index("breath-long-exhale") < shown.index("breath-box")


def test_scripts_that_came_with_relaxapp_are_told_from_ones_own(
    scripts: Path, repository: Path
) -> None:
    shown = offers(Library((scripts, repository / "scripts")))
    mine = {offer.script_id for offer in shown if offer.is_mine}
    assert mine == {"shoulders", "breath", "broken"}
    assert len(shown) > len(mine)


def test_every_script_that_comes_with_relaxapp_can_be_read(repository: Path) -> None:
    assert all(offer.script for offer in offers(Library((repository / "scripts",))))


def test_a_broken_script_brings_what_is_wrong_with_it(scripts: Path) -> None:
    offer = offer_of_file(scripts / "broken.relax")
    assert offer.script is None
    assert offer.title == "broken.relax"
    assert [problem.line for problem in offer.problems if problem.severity == "error"] == [7, 10]
