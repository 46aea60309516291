"""The session bus of a Linux desktop, where there is one."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


def address(environ: Mapping[str, str]) -> str:
    """Where the session bus is; empty if there is none.

    Args:
        environ: the environment variables.
    """
    named = environ.get("DBUS_SESSION_BUS_ADDRESS", "")
    folder = environ.get("XDG_RUNTIME_DIR", "")
    if not named and folder and Path(folder, "bus").exists():
        named = f"unix:path={Path(folder, 'bus')}"
    return named


def connect(name: str) -> bool:
    """Opens a connection of its own to the session bus; whether there is a bus, and it answers.

    Whatever is held through such a connection is let go of when it is closed. It closes once nothing
    refers to it any more; so refer to it as `QDBusConnection(name)`, and keep that for no longer than
    a call.

    Args:
        name: what the connection is called within the program.
    """
    # By its address, since without one libdbus would start a bus of its own.
    bus = address(os.environ)
    if not bus:
        return False
    try:
        from PySide6.QtDBus import QDBusConnection  # noqa: PLC0415 - not before it is needed
    except ImportError:  # a build of Qt without it
        return False
    if QDBusConnection.connectToBus(bus, name).isConnected():
        return True
    QDBusConnection.disconnectFromBus(name)
    return False


def disconnect(name: str) -> None:
    """Closes the connection of that name."""
    from PySide6.QtDBus import QDBusConnection  # noqa: PLC0415 - as above

    QDBusConnection.disconnectFromBus(name)
