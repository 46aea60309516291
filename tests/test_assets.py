"""Where sounds, scripts and a person's own things are, in a checkout and in an installed copy."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import platformdirs
import pytest

from relaxapp.assets import Folders, _brought, audio_folder, folders, scripts_folder
from relaxapp.errors import NotFoundError, SettingsError


def test_what_relaxapp_brings_is_found_from_here(repository: Path) -> None:
    for folder in (audio_folder(), scripts_folder()):
        assert folder.is_dir()
        assert folder.name in {"audio", "scripts"}
        assert folder.parent == repository or folder.parent.name == "_bundled"


def test_an_installed_copy_uses_what_it_carries(tmp_path: Path) -> None:
    package = tmp_path / "site-packages" / "relaxapp"
    (package / "_bundled" / "audio").mkdir(parents=True)
    (package.parent / "audio").mkdir()
    assert _brought("audio", package) == package / "_bundled" / "audio"


def test_a_checkout_uses_the_folders_beside_the_package(tmp_path: Path) -> None:
    package = tmp_path / "relaxapp"
    package.mkdir()
    (tmp_path / "audio").mkdir()
    (tmp_path / "pyproject.toml").touch()
    assert _brought("audio", package) == tmp_path / "audio"


def test_a_folder_of_somebody_elses_beside_the_package_is_not_taken(tmp_path: Path) -> None:
    package = tmp_path / "site-packages" / "relaxapp"
    package.mkdir(parents=True)
    (package.parent / "scripts").mkdir()
    with pytest.raises(NotFoundError, match="Install relaxapp again"):
        _brought("scripts", package)


def test_a_data_folder_that_was_asked_for_wins(tmp_path: Path) -> None:
    asked, named = tmp_path / "asked", tmp_path / "named"
    environ = {"RELAXAPP_DATA_DIR": str(named)}
    assert folders(asked, environ) == Folders(data=asked, cache=asked / "cache")
    assert folders(None, environ) == Folders(data=named, cache=named / "cache")


@pytest.mark.parametrize("environ", [{}, {"RELAXAPP_DATA_DIR": ""}])
def test_else_the_systems_convention_says_where(environ: dict[str, str]) -> None:
    found = folders(None, environ)
    assert found.data == platformdirs.user_data_path("relaxapp", appauthor=False)
    assert found.cache == platformdirs.user_cache_path("relaxapp", appauthor=False)


def test_a_relative_data_folder_stays_where_it_was_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    found = folders(Path("here"), {})
    monkeypatch.chdir("/")
    assert found.data == tmp_path / "here"


def test_nothing_is_made_before_it_is_asked_for(tmp_path: Path) -> None:
    found = folders(tmp_path / "deep" / "data", {})
    assert list(tmp_path.iterdir()) == []
    found.create()
    found.create()
    for folder in (found.data, found.cache, found.journal, found.scripts, found.voices):
        assert folder.is_dir()
        assert os.name == "nt" or folder.stat().st_mode & 0o077 == 0
    assert found.settings_file == found.data / "settings.json"
    assert not found.settings_file.exists()


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("not a folder")
    with pytest.raises(SettingsError, match=r"cannot be made .*--data-dir"):
        folders(tmp_path / "taken" / "data", {}).create()


def test_whoever_names_a_folder_waits_for_no_other_import() -> None:
    code = (
        "import sys; from pathlib import Path; from relaxapp.assets import folders; "
        "folders(Path('x'), {}); print('platformdirs' in sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout == "False\n"
