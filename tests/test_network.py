"""Nothing of relaxapp opens a connection but what fetches a voice when a person asks for it."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

CONNECTING = ("aiohttp", "asyncio", "ftplib", "http", "requests", "smtplib", "socket", "ssl")
"""Modules that open connections, or lead to those that do; `urllib.request` beside them."""


def _imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def _connects(module: str) -> bool:
    return module.split(".", maxsplit=1)[0] in CONNECTING or module.startswith(
        ("urllib.request", "PySide6.QtNetwork")
    )


def test_only_fetching_imports_what_could_open_a_connection(repository: Path) -> None:
    package = repository / "relaxapp"
    connecting = {
        path.relative_to(package).as_posix()
        for path in package.rglob("*.py")
        if any(map(_connects, _imports(path)))
    }
    # One takes a pair of sockets that end in this very process, to be woken by Ctrl+C; the others
    # take QLocalServer and QLocalSocket, by which a second start reaches the first on this computer.
    local = {"ui/interruption.py", "ui/desktop/instance.py", "ui/desktop/guest.py"}
    assert connecting == {"sound/voice/fetching.py", *local}


def test_of_qts_network_only_what_stays_on_this_computer_is_used(repository: Path) -> None:
    used = {
        name
        for path in (repository / "relaxapp").rglob("*.py")
        for name in _imports(path)
        if name.startswith("PySide6.QtNetwork.")
    }
    assert used == {"PySide6.QtNetwork.QLocalServer", "PySide6.QtNetwork.QLocalSocket"}
