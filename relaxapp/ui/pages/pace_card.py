"""The card "Speaking": whether sessions are spoken, and how fast."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSlider, QVBoxLayout, QWidget

from relaxapp.settings import PACES
from relaxapp.ui.formats import number
from relaxapp.ui.label import paragraph
from relaxapp.ui.switch import Switch

if TYPE_CHECKING:
    from relaxapp.settings import Settings
    from relaxapp.ui.choices import Choices
    from relaxapp.ui.theme import Theme

STEP = 5
"""Words a minute from one place of the slider to the next."""


class PaceCard(QFrame):
    """The voice on or off, and its pace at the beginning of a session."""

    def __init__(self, choices: Choices, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._choices = choices
        self.voice = Switch(self.tr("Voice"), self.tr("on"), self.tr("off"), theme)
        self.voice.clicked.connect(lambda: choices.change(voice_on=self.voice.isChecked()))
        self._pace = paragraph("strong", "")
        self._pace.setWordWrap(False)
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(PACES[0] // STEP, PACES[1] // STEP)
        # What is shown follows the mouse; the choice is kept when it lets go.
        self.slider.setTracking(False)
        self.slider.sliderMoved.connect(lambda place: self._show_pace(place * STEP))
        self.slider.valueChanged.connect(self._choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 20)
        column.setSpacing(10)
        column.addWidget(paragraph("dim", self.tr("Speaking")))
        column.addLayout(_row(paragraph("dim", self.tr("Voice")), self.voice))
        column.addLayout(_row(paragraph("dim", self.tr("Pace")), self._pace))
        column.addWidget(self.slider)
        column.addWidget(
            paragraph(
                "small",
                self.tr("Words a minute at the beginning; a session grows slower by itself."),
            )
        )
        choices.changed.connect(self._show)
        self._show(choices.settings)

    def _choose(self, place: int) -> None:
        self._choices.change(words_per_minute=place * STEP)
        self._show_pace(place * STEP)

    def _show(self, settings: Settings) -> None:
        self.voice.setChecked(settings.voice_on)
        was_blocked = self.slider.blockSignals(True)
        self.slider.setValue(round(settings.words_per_minute / STEP))
        self.slider.blockSignals(was_blocked)
        self._show_pace(settings.words_per_minute)

    def _show_pace(self, words_per_minute: int) -> None:
        self._pace.setText(number(words_per_minute))
        self.slider.setAccessibleName(
            self.tr("Pace: {count} words a minute").format(count=number(words_per_minute))
        )


def _row(label: QLabel, value: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(12)
    row.addWidget(label, 1)
    row.addWidget(value)
    return row
