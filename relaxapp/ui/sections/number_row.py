"""A row that chooses a number with a slider."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QBoxLayout, QSlider, QWidget

from relaxapp.ui.label import line
from relaxapp.ui.sections.row import SettingRow

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QHideEvent, QWheelEvent

    from relaxapp.settings import Settings
    from relaxapp.ui.choices import Choices
    from relaxapp.ui.sections.row import Wording
    from relaxapp.ui.theme import Theme

_SLIDER_PX = 170
_BOLD = 1.1
"""How much wider the value is than its words in the usual weight."""


class NumberRow(SettingRow):
    """A slider over some values, and the value with its unit beside it.

    What is shown follows the mouse; the choice is kept when it lets go.

    Args:
        choices: what is chosen.
        setting: the setting's name.
        wording: what the row says.
        theme: the sizes.
        values: what there is to choose from, ascending. A value between two of them that was chosen
            elsewhere is shown and kept as it is.
        in_words: a value with its unit.
        pause_ms: how long the slider must rest before the choice is kept, for a choice that makes the
            window build itself anew; 0 to keep it at once.
    """

    moved = Signal(float)
    """Another value is shown, kept or not yet."""

    def __init__(
        self,
        choices: Choices,
        setting: str,
        wording: Wording,
        theme: Theme,
        *,
        values: Sequence[float],
        in_words: Callable[[float], str],
        pause_ms: int = 0,
    ) -> None:
        self.slider = _Slider()
        self._value = line("strong")
        field = QWidget()
        super().__init__(setting, wording, theme, self.slider, field)
        self._choices = choices
        self._values = tuple(values)
        self._in_words = in_words
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(pause_ms)
        self._pause.timeout.connect(self.keep)
        self.slider.setRange(0, len(self._values) - 1)
        self.slider.setPageStep(max(1, len(self._values) // 5))
        self.slider.setTracking(False)
        self.slider.setMinimumWidth(theme.px(_SLIDER_PX))
        self.slider.sliderMoved.connect(lambda place: self._show_value(self._values[place]))
        self.slider.valueChanged.connect(self._on_place)
        # The slider keeps its place whatever the words beside it.
        metrics = self.fontMetrics()
        widest = max(metrics.horizontalAdvance(in_words(value)) for value in self._values)
        self.set_value_width(round(widest * _BOLD))
        self._field = QBoxLayout(QBoxLayout.Direction.LeftToRight, field)
        self._field.setContentsMargins(0, 0, 0, 0)
        self._field.setSpacing(theme.px(8))
        self._field.addWidget(self.slider, 1)
        self._field.addWidget(self._value)
        choices.changed.connect(self._show)
        self._show(choices.settings)

    @property
    def words(self) -> str:
        """The value that is shown, with its unit."""
        return self._value.text()

    @property
    def value_width(self) -> int:
        """The room that is kept for the value, in pixels."""
        return self._value.minimumWidth()

    def set_value_width(self, width: int) -> None:
        """Keeps more room for the value, in pixels."""
        self._value.setMinimumWidth(width)

    def keep(self) -> None:
        """Keeps what is shown, without waiting any longer."""
        self._pause.stop()
        self._choices.change(**{self.setting: self._values[self.slider.value()]})

    def show_direction(self, direction: QBoxLayout.Direction) -> None:
        """Puts the value below the slider as well where the slider is below the words."""
        super().show_direction(direction)
        self._field.setDirection(direction)
        is_wide = direction is QBoxLayout.Direction.LeftToRight
        self._value.setAlignment(
            (Qt.AlignmentFlag.AlignRight if is_wide else Qt.AlignmentFlag.AlignLeft)
            | Qt.AlignmentFlag.AlignVCenter
        )

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Keeps what was chosen a moment ago: whoever leaves has done choosing."""
        super().hideEvent(event)
        if self._pause.isActive():
            self.keep()

    def _on_place(self, place: int) -> None:
        self._show_value(self._values[place])
        if self._pause.interval():
            self._pause.start()
        else:
            self.keep()

    def _show(self, settings: Settings) -> None:
        if self._pause.isActive():
            return
        value = getattr(settings, self.setting)
        place = min(range(len(self._values)), key=lambda each: abs(self._values[each] - value))
        was_blocked = self.slider.blockSignals(True)
        self.slider.setValue(place)
        self.slider.blockSignals(was_blocked)
        self._show_value(value)

    def _show_value(self, value: float) -> None:
        words = self._in_words(value)
        self._value.setText(words)
        self.slider.setAccessibleName(f"{self.wording.label}: {words}")
        self.moved.emit(value)


def aligned(*rows: NumberRow) -> tuple[NumberRow, ...]:
    """Rows of one card, with their sliders one below the other."""
    width = max(row.value_width for row in rows)
    for row in rows:
        row.set_value_width(width)
    return rows


class _Slider(QSlider):
    """A slider that leaves the wheel to the page, so that scrolling changes no setting."""

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Horizontal)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        event.ignore()
