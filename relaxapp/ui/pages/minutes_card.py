"""The card "How long do you have?": a slider between the shortest and the longest a script can be."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSlider, QVBoxLayout, QWidget

from relaxapp.ui.pages.lengths import in_short, in_words, lengths, nearest

_NEAR_SECONDS = 1.0
"""A session this near to the wish has the length that was wished for."""


class MinutesCard(QFrame):
    """Lets the person choose a length among those a script allows; `show_length` says which it is."""

    chosen = Signal(float)
    """Another length was chosen, in seconds."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._lengths: tuple[float, ...] = (0.0,)
        self._question = QLabel()
        self._question.setProperty("role", "dim")
        self._figure = QLabel()
        self._figure.setProperty("role", "minutes")
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setPageStep(4)
        self.slider.valueChanged.connect(lambda: self.chosen.emit(self.seconds))
        self._shortest = _End()
        self._longest = _End()
        ends = QHBoxLayout()
        ends.addWidget(self._shortest)
        ends.addStretch()
        ends.addWidget(self._longest)
        self._choosing = QWidget()
        choosing = QVBoxLayout(self._choosing)
        choosing.setContentsMargins(0, 8, 0, 0)
        choosing.setSpacing(10)
        choosing.addWidget(self.slider)
        choosing.addLayout(ends)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 20)
        column.setSpacing(6)
        column.addWidget(self._question)
        column.addWidget(self._figure)
        column.addWidget(self._choosing)

    @property
    def seconds(self) -> float:
        """The length chosen."""
        return self._lengths[min(self.slider.value(), len(self._lengths) - 1)]

    def offer(self, shortest: float, longest: float, wish: float) -> None:
        """Offers the lengths between two ends, in seconds, and chooses the one nearest to a wish."""
        self._lengths = lengths(shortest, longest)
        was_blocked = self.slider.blockSignals(True)
        self.slider.setRange(0, len(self._lengths) - 1)
        self.slider.setValue(nearest(self._lengths, wish))
        self.slider.blockSignals(was_blocked)
        self._shortest.setText(in_short(shortest))
        self._longest.setText(in_short(longest))
        has_choice = len(self._lengths) > 1
        self._choosing.setVisible(has_choice)
        self._question.setText(
            self.tr("How long do you have?") if has_choice else self.tr("This session takes")
        )

    def show_length(self, length: float) -> None:
        """Shows what the session really takes, in seconds; whole breaths may miss the wish a little."""
        near = abs(length - self.seconds) <= _NEAR_SECONDS
        text = in_words(self.seconds if near else length)
        self._figure.setText(text)
        # A screen reader says a slider's name with its number, which is of no meaning here.
        self.slider.setAccessibleName(f"{self._question.text()} {text}")


class _End(QLabel):
    """The length at one end of the slider."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "small")
