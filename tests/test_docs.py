"""What the documents say is so."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

from relaxapp.cli import COMMANDS

if TYPE_CHECKING:
    from pathlib import Path


def _modules(repository: Path) -> dict[str, str]:
    """The first line of every module's docstring, by its path."""
    return {
        path.relative_to(repository).as_posix(): _first_line(path)
        for path in (repository / "relaxapp").rglob("*.py")
        if "_bundled" not in path.parts and path.name != "__init__.py"
    }


def _first_line(path: Path) -> str:
    docstring = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    assert docstring, f"{path} has no docstring"
    return docstring.splitlines()[0]


def test_the_architecture_has_a_line_for_every_module_and_for_no_other(repository: Path) -> None:
    text = (repository / "docs" / "architecture.md").read_text(encoding="utf-8")
    described = {}
    for section in text.split("\n### ")[1:]:
        folder, _, rows = section.partition("\n")
        for name, line in re.findall(r"^\| `(\w+\.py)` \| (.+) \|$", rows, re.MULTILINE):
            described[folder + name] = line
    assert described == _modules(repository)


def test_every_package_says_what_it_is_for(repository: Path) -> None:
    for path in (repository / "relaxapp").rglob("__init__.py"):
        assert _first_line(path)


def test_the_readme_names_every_command(repository: Path) -> None:
    text = (repository / "README.md").read_text(encoding="utf-8")
    assert not [name for name in COMMANDS if name != "open" and f"`relaxapp {name}" not in text]


def test_every_picture_and_page_that_a_document_points_to_is_there(repository: Path) -> None:
    for document in [*repository.glob("*.md"), *(repository / "docs").glob("*.md")]:
        for target in re.findall(r"\]\(([^)#:]+)\)", document.read_text(encoding="utf-8")):
            assert (document.parent / target).exists(), f"{document.name} points to {target}"


def test_every_dependency_has_its_reason_in_the_architecture(repository: Path) -> None:
    project = (repository / "pyproject.toml").read_text(encoding="utf-8")
    lists = re.findall(r"(?:dependencies|dev) = \[(.*?)^\]", project, re.DOTALL | re.MULTILINE)
    names = set(re.findall(r'^    "([A-Za-z0-9-]+)', "".join(lists), re.MULTILINE))
    text = (repository / "docs" / "architecture.md").read_text(encoding="utf-8")
    assert {"numpy", "ruff"} <= names
    assert not [name for name in names if name not in text]
