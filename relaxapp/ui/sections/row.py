"""A row of the settings: what a setting is called, what it does, and what chooses it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from relaxapp.ui.label import paragraph

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from relaxapp.ui.theme import Theme

_SIDE_BY_SIDE_PX = 500
"""From this width on label and control stand beside each other; it grows with the text."""


@dataclass(frozen=True, slots=True)
class Wording:
    """What a row says, and by what it is found.

    Attributes:
        label: what it is called.
        help: a sentence about what it does; empty where the label says it all.
        also: other words that a person may look for it by, with spaces between.
    """

    label: str
    help: str = ""
    also: str = ""


class Row(QWidget):
    """Words, and perhaps something to choose at the right; below them where there is no width.

    Args:
        wording: what it says.
        theme: the sizes.
        field: what stands at the right; None for words alone.
        roles: those of the label and of the help, as in `style.qss`.
    """

    def __init__(
        self,
        wording: Wording,
        theme: Theme,
        field: QWidget | None = None,
        roles: tuple[str, str] = ("", "small"),
    ) -> None:
        super().__init__()
        self.wording = wording
        self._narrow_px = theme.px(_SIDE_BY_SIDE_PX)
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(paragraph(roles[0], wording.label))
        if wording.help:
            texts.addWidget(paragraph(roles[1], wording.help))
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(theme.px(8))
        self._row.addLayout(texts, 1)
        if field is not None:
            self._row.addWidget(field)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(8))
        self._column.addLayout(self._row)

    @property
    def found_by(self) -> str:
        """Every word it is found by."""
        return f"{self.wording.label} {self.wording.help} {self.wording.also}"

    def add_below(self, widget: QWidget) -> None:
        """Puts something below the row, in its whole width."""
        self._column.addWidget(widget)

    def show_direction(self, direction: QBoxLayout.Direction) -> None:
        """Puts words and field beside each other, or one below the other."""
        self._row.setDirection(direction)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Puts the field below the words where both would be cramped."""
        super().resizeEvent(event)
        is_wide = self.width() >= self._narrow_px
        directions = QBoxLayout.Direction
        self.show_direction(directions.LeftToRight if is_wide else directions.TopToBottom)


class SettingRow(Row):
    """A row that chooses the value of a setting.

    Args:
        setting: the setting's name in `Settings`.
        wording: what it says.
        theme: the sizes.
        control: what takes the focus; a screen reader is told the help with it.
        field: what stands at the right with the control in it; None where it stands below.
    """

    def __init__(
        self,
        setting: str,
        wording: Wording,
        theme: Theme,
        control: QWidget,
        field: QWidget | None = None,
    ) -> None:
        super().__init__(wording, theme, field)
        self.setting = setting
        self.control = control
        control.setObjectName(f"setting-{setting}")
        control.setAccessibleDescription(wording.help)


def beside(control: QWidget) -> QWidget:
    """A field with a control that keeps its width, at the left of the field where that is wider."""
    field = QWidget()
    row = QHBoxLayout(field)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(control, alignment=Qt.AlignmentFlag.AlignLeft)
    return field
