"""A person at the keyboard: keys go to whatever has the focus, as the window system sends them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDateTimeEdit, QMenu, QWidget

from tests.ui.places import settle

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

_FURTHEST = 150
"""More often than this nobody presses Tab on one page."""


def press(*keys: str) -> None:
    """Presses keys one after the other, each as in `Ctrl+F`, `Tab`, `Space` or `7`."""
    for key in keys:
        sequence: Any = QKeySequence(key)
        _send(sequence[0].key(), sequence[0].keyboardModifiers())


def write(text: str) -> None:
    """Types letters."""
    for letter in text:
        _send(letter)


def focused() -> QWidget:
    """What has the focus."""
    widget = QApplication.focusWidget()
    assert widget is not None, "nothing has the focus"
    return widget


def name_of(widget: QWidget) -> str:
    """What a widget is called, aloud or on its face."""
    if widget.accessibleName():
        return widget.accessibleName()
    return widget.text() if isinstance(widget, QAbstractButton) else ""


def tab_to(start: str, key: str = "Tab") -> QWidget:
    """Presses Tab until something has the focus whose name begins like this."""
    passed = []
    for _ in range(_FURTHEST):
        if name_of(focused()).startswith(start):
            return focused()
        passed.append(name_of(focused()))
        press(key)
    message = f"Tab does not come to {start!r}, but to {dict.fromkeys(passed)}"
    raise AssertionError(message)


def choose_in_menu(words: str) -> None:
    """Goes down in the menu that is open, to what is called like this, and presses Space."""
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    for _ in range(_FURTHEST):
        press("Down")
        # Qt's types forget that there may be none.
        action: QAction | None = menu.activeAction()
        if action is not None and action.text() == words:
            press("Space")
            return
    message = f"there is no {words!r} in {[each.text() for each in menu.actions()]}"
    raise AssertionError(message)


def ring(key: str = "Tab") -> list[QWidget]:
    """Everything that Tab comes to, from the next thing on, until it comes round."""
    press(key)
    reached = [_part()]
    for _ in range(_FURTHEST):
        press(key)
        if _part() == reached[0]:
            # A date has its day, month and year come to one by one; it is one widget all the same.
            return list(dict.fromkeys(widget for widget, _ in reached))
        assert _part() not in reached, f"Tab is caught at {name_of(focused())!r}"
        reached.append(_part())
    message = f"Tab does not come round from {name_of(reached[0][0])!r}"
    raise AssertionError(message)


def _part() -> tuple[QWidget, int]:
    """What has the focus, and which of its parts if it is a date."""
    widget = focused()
    return widget, widget.currentSectionIndex() if isinstance(widget, QDateTimeEdit) else 0


def takes_tab(widget: QWidget) -> bool:
    """Whether Tab should come to a widget by itself."""
    return (
        bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        and widget.focusProxy() is None
        and widget.isVisible()
        and widget.isEnabled()
    )


def _send(key: Any, modifiers: Any = Qt.KeyboardModifier.NoModifier) -> None:
    window = QGuiApplication.focusWindow()
    assert window is not None, f"no window takes {key}"
    QTest.keyClick(window, key, modifiers)
    settle()
