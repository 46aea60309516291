"""What a screen reader is told about a window, and what it would not be told well enough."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QButtonGroup, QLabel, QWidget

if TYPE_CHECKING:
    from collections.abc import Iterator


_ROLES = frozenset(
    {
        QAccessible.Role.Button,
        QAccessible.Role.ButtonMenu,
        QAccessible.Role.CheckBox,
        QAccessible.Role.RadioButton,
        QAccessible.Role.Slider,
        QAccessible.Role.SpinBox,
        QAccessible.Role.ComboBox,
        QAccessible.Role.EditableText,
        QAccessible.Role.List,
        QAccessible.Role.Table,
        QAccessible.Role.ProgressBar,
    }
)
"""What a control can be, so that a person knows what to do with it."""
_PAGES = frozenset({QAccessible.Role.Client, QAccessible.Role.StaticText})
"""What a page is that is only read, scrolled, or listens for keys itself."""
_STATES = ("invisible", "disabled", "focusable", "focused", "checkable", "checked")


@dataclass(frozen=True)
class Heard:
    """What a screen reader knows of one widget.

    Attributes:
        widget: the widget.
        within: the names of what it lies in, from the outside.
        role: what it is.
        name: what it is called.
        description: what else is said of it.
        states: what holds of it now, such as `checked`.
    """

    widget: QWidget
    within: tuple[str, ...]
    role: QAccessible.Role
    name: str
    description: str
    states: frozenset[str]

    @property
    def takes_focus(self) -> bool:
        """Whether it can have the focus by itself, or has it."""
        return "focusable" in self.states or self.widget is QApplication.focusWidget()

    def __str__(self) -> str:
        kind = type(self.widget).__name__
        return f"{self.role.name} {kind} {self.name!r} in {' / '.join(self.within)!r}"


def heard(root: QWidget) -> Iterator[Heard]:
    """Everything that is seen in a widget, as a screen reader walks through it."""
    yield from _walk(root, ())


def _walk(widget: QWidget, within: tuple[str, ...]) -> Iterator[Heard]:
    here = _asked(widget, within)
    if "invisible" in here.states:
        return
    yield here
    if here.name:
        within = (*within, here.name)
    for child in widget.children():
        if isinstance(child, QWidget) and not child.isWindow():
            yield from _walk(child, within)


def _asked(widget: QWidget, within: tuple[str, ...]) -> Heard:
    """What is said of one widget.

    Only widgets are asked, and nothing of what answers is kept: PySide lets go of what it was asked for
    (an interface's object, a widget's focus proxy) together with what it was asked of.
    """
    interface = QAccessible.queryAccessibleInterface(widget)
    state = interface.state()
    return Heard(
        widget,
        within,
        interface.role(),
        interface.text(QAccessible.Text.Name),
        interface.text(QAccessible.Text.Description),
        frozenset(each for each in _STATES if getattr(state, each)),
    )


def heard_as(root: QWidget, name: str) -> Heard:
    """The one thing to be seen that goes by a name and can have the focus."""
    found = [each for each in heard(root) if each.name == name and each.takes_focus]
    assert len(found) == 1, (name, [str(each) for each in found])
    return found[0]


def unheard(root: QWidget) -> list[str]:
    """A line for each thing that a screen reader is not told, or not told well enough."""
    everything = list(heard(root))
    controls = [each for each in everything if each.takes_focus]
    found = [f"{each}: {why}" for each in controls if (why := _lacks(each))]
    # One that is named like another is told apart by what it lies in.
    counted = Counter((each.within, each.name) for each in controls)
    found += [
        f"{name!r} {count} times in {within}"
        for (within, name), count in counted.items()
        if count > 1
    ]
    found += [
        f"{each}: a label says nothing of what is read"
        for each in everything
        if isinstance(each.widget, QLabel) and each.widget.text() and not each.name
    ]
    return found


def _lacks(control: Heard) -> str:
    """What is missing of a control."""
    if not control.name.strip():
        return "no name"
    widget = control.widget
    if control.role not in _ROLES | _PAGES:
        return "a role that says nothing"
    if control.role is QAccessible.Role.Slider and not _has_unit(control):
        return f"a number without its unit, {control.description!r}"
    # Qt's types forget that there may be none.
    group: QButtonGroup | None = widget.group() if isinstance(widget, QAbstractButton) else None
    if group is not None and group.exclusive() and control.role is QAccessible.Role.CheckBox:
        return "one of several, and says that it stands for itself"
    if not widget.isVisible() or widget.size().isEmpty():
        return "takes the focus and is not to be seen"
    return ""


def _has_unit(slider: Heard) -> bool:
    """Whether its name says what the value means, or its description what the number counts."""
    told = slider.name.partition(":")[2] or slider.name
    in_name = bool(re.search(r"\d+ \S", told)) or (":" in slider.name and bool(told.strip()))
    return in_name or bool(re.search(r"percent| of \d", slider.description))
