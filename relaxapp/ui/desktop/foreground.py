"""The window brought to the front because the person asked for it with a second start."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def come_forward(window: QWidget, activation_token: str = "") -> None:
    """Shows a window in front of the others, as far as the desktop allows for it.

    Args:
        window: the window.
        activation_token: the desktop's permission for it, from the `Request`; Wayland wants one.
    """
    if activation_token:
        # Qt takes it from there, and removes it, when a window is activated.
        os.environ["XDG_ACTIVATION_TOKEN"] = activation_token
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()
