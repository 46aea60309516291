"""Fields of the forms of the history, alike wherever they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from relaxapp.ui.label import line, paragraph

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractSpinBox

    from relaxapp.ui.theme import Theme

_AIR_PX = 12


def show_as_field(field: QAbstractSpinBox, name: str, theme: Theme, width_px: int) -> None:
    """Makes of a field for numbers or dates one to write in; arrow keys and the wheel go up and down.

    Args:
        field: the field.
        name: what it holds, for screen readers.
        theme: the sizes.
        width_px: its least width at 100 %.
    """
    field.lineEdit().setTextMargins(theme.px(_AIR_PX), 0, 0, 0)
    for each in (field, field.lineEdit()):
        each.setAccessibleName(name)
    field.setMinimumWidth(theme.px(width_px))


def under_name(name: str, *widgets: QWidget) -> QWidget:
    """A field under its name, and what belongs to it."""
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    column.addWidget(paragraph("strong", name))
    for widget in widgets:
        column.addWidget(widget)
    return whole


def beside_name(name: str, field: QWidget) -> QWidget:
    """A field behind its name."""
    return _in_a_row(line("small", name), field)


def at_the_left(field: QWidget) -> QWidget:
    """A field that is no wider than it wishes to be."""
    return _in_a_row(field, stretches=True)


def _in_a_row(*widgets: QWidget, stretches: bool = False) -> QWidget:
    whole = QWidget()
    row = QHBoxLayout(whole)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    for widget in widgets:
        row.addWidget(widget)
    if stretches:
        row.addStretch(1)
    return whole
