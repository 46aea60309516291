"""The session bus is found by its address, and never started."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relaxapp.ui.desktop.session_bus import address

if TYPE_CHECKING:
    from pathlib import Path


def test_the_address_in_the_environment_counts_first(tmp_path: Path) -> None:
    (tmp_path / "bus").touch()
    environ = {"DBUS_SESSION_BUS_ADDRESS": "unix:path=/a", "XDG_RUNTIME_DIR": str(tmp_path)}
    assert address(environ) == "unix:path=/a"


def test_without_one_the_socket_of_the_runtime_folder_is_it(tmp_path: Path) -> None:
    environ = {"XDG_RUNTIME_DIR": str(tmp_path)}
    assert address(environ) == ""
    (tmp_path / "bus").touch()
    assert address(environ) == f"unix:path={tmp_path / 'bus'}"


def test_an_empty_environment_has_no_bus() -> None:
    assert address({}) == ""
