"""The row that chooses what shows the breath, with a small picture of each."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtWidgets import QButtonGroup, QGridLayout, QPushButton, QWidget

from relaxapp.ui.painted.pacer_sketch import pacer_sketch
from relaxapp.ui.sections.row import SettingRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from relaxapp.settings import PacerForm, Settings
    from relaxapp.ui.choices import Choices
    from relaxapp.ui.sections.row import Wording
    from relaxapp.ui.theme import Theme

_PICTURE_PX = 24


class PacerRow(SettingRow):
    """Buttons of which one is pressed.

    Args:
        choices: what is chosen.
        wording: what the row says.
        theme: the look.
        forms: what there is to choose from, each with its value and its words.
    """

    def __init__(
        self,
        choices: Choices,
        wording: Wording,
        theme: Theme,
        forms: Sequence[tuple[PacerForm, str]],
    ) -> None:
        self.buttons = {form: _button(form, words, wording, theme) for form, words in forms}
        first = next(iter(self.buttons.values()))
        super().__init__("pacer", wording, theme, first)
        self._group = QButtonGroup(self)
        for form, button in self.buttons.items():
            button.setObjectName(f"setting-pacer-{form}")
            button.setAccessibleDescription(wording.help)
            self._group.addButton(button)
            button.clicked.connect(lambda _checked, form=form: choices.change(pacer=form))
        self.add_below(_Tiles(tuple(self.buttons.values()), theme))
        choices.changed.connect(self._show)
        self._show(choices.settings)

    def _show(self, settings: Settings) -> None:
        chosen = self.buttons[settings.pacer]
        chosen.setChecked(True)
        self.control = chosen


def _button(form: str, words: str, wording: Wording, theme: Theme) -> QPushButton:
    button = QPushButton(words)
    button.setProperty("kind", "chip")
    button.setCheckable(True)
    # To a screen reader it is one of several, and not a box to be checked by itself.
    button.setAutoExclusive(True)
    button.setAccessibleName(f"{wording.label}: {words}")
    icon, size = pacer_sketch(cast("PacerForm", form), theme, theme.px(_PICTURE_PX))
    button.setIcon(icon)
    button.setIconSize(size)
    return button


class _Tiles(QWidget):
    """Buttons of one width, as many in a row as there is width for: all, half of them, or one."""

    def __init__(self, buttons: Sequence[QPushButton], theme: Theme) -> None:
        super().__init__()
        self._buttons = tuple(buttons)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(theme.px(8))
        self._columns = 0
        self._arrange(1)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Puts as many beside each other as there is room for."""
        super().resizeEvent(event)
        each = max(button.sizeHint().width() for button in self._buttons) + self._grid.spacing()
        count = len(self._buttons)
        fits = (self.width() + self._grid.spacing()) // each
        self._arrange(next((n for n in (count, count // 2) if n <= fits), 1))

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for column in range(len(self._buttons)):
            self._grid.setColumnStretch(column, int(column < columns))
        for place, button in enumerate(self._buttons):
            self._grid.addWidget(button, place // columns, place % columns)
