"""Scripts found by name in folders."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from relaxapp.errors import NotFoundError
from relaxapp.script.library import Broken, Library, Shelved

if TYPE_CHECKING:
    from pathlib import Path

GOOD = "Title: {}\nTechnique: b\nMinutes: 1\n\n# A\nSit.\n"


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    own, shipped = tmp_path / "own", tmp_path / "shipped"
    for folder in (own, shipped):
        folder.mkdir()
    return own, shipped


def test_every_script_is_there_once_the_first_folder_counting(folders: tuple[Path, Path]) -> None:
    own, shipped = folders
    (shipped / "a.relax").write_text(GOOD.format("shipped"))
    (shipped / "b.relax").write_text(GOOD.format("other"))
    (own / "a.relax").write_text(GOOD.format("own"))
    (own / ".hidden.relax").write_text(GOOD.format("hidden"))
    (own / "notes.txt").write_text("no script")
    (own / "folder.relax").mkdir()
    library = Library(folders)

    assert library.ids() == ("a", "b")
    first, second = library.scripts()
    assert isinstance(first, Shelved)
    assert (first.id, first.path, first.script.title) == ("a", own / "a.relax", "own")
    assert second.path == shipped / "b.relax"


def test_a_broken_script_is_there_with_its_errors(folders: tuple[Path, Path]) -> None:
    (folders[0] / "a.relax").write_text("Title: A\n")
    (entry,) = Library(folders).scripts()

    assert isinstance(entry, Broken)
    assert entry.error.name == "a.relax"
    assert any("'Minutes' is missing" in problem.sentence for problem in entry.error.problems)


def test_a_script_written_a_moment_ago_is_there(folders: tuple[Path, Path]) -> None:
    library = Library(folders)
    assert library.ids() == ()

    (folders[1] / "new.relax").write_text(GOOD.format("new"))
    assert library.ids() == ("new",)


def test_a_file_that_is_as_it_was_is_not_read_again(folders: tuple[Path, Path]) -> None:
    path = folders[0] / "a.relax"
    path.write_text(GOOD.format("A"))
    (folders[0] / "broken.relax").write_text("Title: A\n")
    library = Library(folders)
    before = library.scripts()
    assert all(new is old for new, old in zip(library.scripts(), before, strict=True))

    path.write_text(GOOD.format("Another title"))
    changed, same = library.scripts()
    assert isinstance(changed, Shelved)
    assert changed.script.title == "Another title"
    assert same is before[1]


def test_a_file_that_is_gone_is_no_longer_there(folders: tuple[Path, Path]) -> None:
    own, shipped = folders
    for folder, title in ((own, "own"), (shipped, "shipped")):
        (folder / "a.relax").write_text(GOOD.format(title))
    library = Library(folders)
    library.scripts()

    (own / "a.relax").unlink()
    (entry,) = library.scripts()
    assert entry.path == shipped / "a.relax"


def test_a_folder_that_does_not_exist_is_empty(tmp_path: Path) -> None:
    assert Library([tmp_path / "nowhere"]).scripts() == ()


def test_a_script_is_found_by_path_by_id_and_by_file_name(folders: tuple[Path, Path]) -> None:
    path = folders[1] / "pmr-7.relax"
    path.write_text(GOOD.format("A"))
    library = Library(folders)

    assert library.find(str(path)) == path
    assert library.find("pmr-7") == path
    assert library.find("pmr-7.relax") == path


def test_what_is_not_there_is_told_with_what_was_meant(folders: tuple[Path, Path]) -> None:
    library = Library(folders)
    with pytest.raises(NotFoundError, match="no scripts at all"):
        library.find("pmr")

    (folders[0] / "pmr-7.relax").write_text(GOOD.format("A"))
    for name in ("pmr7", "pmr-8.relax", "scripts/pmr_7.relax"):
        with pytest.raises(NotFoundError, match="Did you mean 'pmr-7'"):
            library.find(name)
    with pytest.raises(NotFoundError, match="There are: pmr-7"):
        library.find("xyz")


@pytest.mark.parametrize("name", ["", "\0", "a" * 10_000, "/"])
def test_a_name_no_file_can_have_is_not_found(folders: tuple[Path, Path], name: str) -> None:
    with pytest.raises(NotFoundError):
        Library(folders).find(name)
