"""Enter presses the button in focus, as Space does; by itself Qt does so for some buttons of dialogs only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget


def presses_button(widget: QWidget, event: QKeyEvent) -> bool:
    """Presses the button that has the focus in a widget, if that is what a key asks for.

    Args:
        widget: what received the key, because nothing in it wanted it.
        event: the key.

    Returns:
        Whether a button was pressed.
    """
    focused = widget.focusWidget()
    is_enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
    if not (is_enter and isinstance(focused, QAbstractButton)):
        return False
    focused.click()
    return True
