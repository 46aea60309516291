"""The progress of a session: time played, the line with its steps, time left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from relaxapp.timeline.clip import seconds
from relaxapp.ui.formats import clock
from relaxapp.ui.painted.progress_line import ProgressLine

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from relaxapp.timeline.timeline import Timeline
    from relaxapp.ui.theme import Theme

_TIME_PX = 52
_AIR_SHARE = 0.15
"""The share of the width that stays free on each side."""


class ProgressRow(QWidget):
    """Shows where in a timeline the session is."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line = ProgressLine(theme)
        self._played = _time(Qt.AlignmentFlag.AlignRight)
        self._left = _time(Qt.AlignmentFlag.AlignLeft)
        keeps_place = self._left.sizePolicy()
        keeps_place.setRetainSizeWhenHidden(True)
        self._left.setSizePolicy(keeps_place)
        self._times = (-1, -1)
        self._row = QHBoxLayout(self)
        self._row.setSpacing(8)
        self._row.addWidget(self._played)
        self._row.addWidget(self._line, 1)
        self._row.addWidget(self._left)

    @property
    def times(self) -> tuple[str, str]:
        """The times shown: played, and left (empty if it is kept from sight)."""
        return (self._played.text(), "" if self._left.isHidden() else self._left.text())

    def show_timeline(self, timeline: Timeline) -> None:
        """Mark where the steps of a timeline begin."""
        self._line.set_marks(tuple(step.start / timeline.length for step in timeline.steps[1:]))

    def show_left(self, *, shown: bool) -> None:
        """Show how much is left, or keep it from sight."""
        self._left.setVisible(shown)

    def show_position(self, position: int, length: int) -> None:
        """Show a frame out of so many."""
        self._line.show_share(position / length)
        # What is left is rounded so that both times always make up the whole.
        times = (int(seconds(position)), round(seconds(length)))
        if times == self._times:
            return
        self._times = times
        played, whole = times
        self._played.setText(clock(played))
        self._left.setText(clock(whole - played))
        self._line.setAccessibleName(
            self.tr("{played} of {whole}")
            .replace("{played}", clock(played))
            .replace("{whole}", clock(whole))
        )

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 -- Qt's name
        """Keep some air on both sides."""
        super().resizeEvent(event)
        air = round(self.width() * _AIR_SHARE)
        self._row.setContentsMargins(air, 0, air, 0)


def _time(side: Qt.AlignmentFlag) -> QLabel:
    label = QLabel()
    label.setProperty("role", "time")
    label.setFixedWidth(_TIME_PX)
    label.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)
    return label
