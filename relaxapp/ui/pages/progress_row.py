"""The progress of a session: the step it is in, time played, the line with its steps, time left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from relaxapp.timeline.clip import seconds
from relaxapp.ui.elided_label import ElidedLabel
from relaxapp.ui.formats import clock, number
from relaxapp.ui.painted.progress_line import ProgressLine, StepMark

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from relaxapp.timeline.timeline import Timeline
    from relaxapp.ui.theme import Theme

_TIME_PX = 52
_AIR_SHARE = 0.15
"""The share of the width that stays free on each side."""


class ProgressRow(QWidget):
    """Shows where in a timeline the session is, and lets the person go to another step."""

    step_asked = Signal(int)
    """The person wants to go to the step of this index."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = ProgressLine(theme)
        self.line.chosen.connect(self.step_asked)
        self.line.pointed.connect(self._point_at)
        self._titles: tuple[str, ...] = ()
        self._here = -1
        self._pointed = -1
        self._step = ElidedLabel("small")
        self._step.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._played = _time(theme, Qt.AlignmentFlag.AlignRight)
        self._left = _time(theme, Qt.AlignmentFlag.AlignLeft)
        for label in (self._left, self._played):
            keeps_place = label.sizePolicy()
            keeps_place.setRetainSizeWhenHidden(True)
            label.setSizePolicy(keeps_place)
        self._times = (-1, -1)
        self._grid = QGridLayout(self)
        self._grid.setHorizontalSpacing(4)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(1, 1)
        self._grid.addWidget(self._step, 0, 1)
        self._grid.addWidget(self._played, 1, 0)
        self._grid.addWidget(self.line, 1, 1)
        self._grid.addWidget(self._left, 1, 2)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    @property
    def times(self) -> tuple[str, str]:
        """The times shown: played, and left (empty if it is kept from sight)."""
        return (self._played.text(), "" if self._left.isHidden() else self._left.text())

    @property
    def step_words(self) -> str:
        """What stands above the line: the step that is pointed at, or the one the session is in."""
        return self._step.text()

    def show_timeline(self, timeline: Timeline) -> None:
        """Mark the steps of a timeline."""
        steps = timeline.steps
        self._titles = tuple(step.title for step in steps)
        self._here = self._pointed = -1
        self.line.set_steps(
            tuple(
                StepMark(
                    share=step.start / timeline.length,
                    tip=f"{step.title}  \N{MIDDLE DOT}  {clock(seconds(step.start))}",
                    name=self._words(index, self.tr("Step {number} of {count}, {title}")),
                )
                for index, step in enumerate(steps)
            )
        )

    def show_step(self, *, shown: bool) -> None:
        """Show the line above, or save its room; then tool tips alone name the steps."""
        self._step.setVisible(shown)

    def show_left(self, *, shown: bool) -> None:
        """Show how much is left, or keep it from sight."""
        self._left.setVisible(shown)

    def show_position(self, position: int, length: int, step: int) -> None:
        """Show a frame out of so many, within a step of an index."""
        self.line.show_share(position / length)
        if step != self._here:
            self._here = step
            self._show_step()
        # What is left is rounded so that both times always make up the whole.
        times = (int(seconds(position)), round(seconds(length)))
        if times == self._times:
            return
        self._times = times
        played, whole = times
        self._played.setText(clock(played))
        self._left.setText(clock(whole - played))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 -- Qt's name
        """Keep some air on both sides."""
        super().resizeEvent(event)
        air = round(self.width() * _AIR_SHARE)
        self._grid.setContentsMargins(air, 0, air, 0)

    def _point_at(self, step: int) -> None:
        self._pointed = step
        self._show_step()

    def _show_step(self) -> None:
        step = self._pointed if self._pointed >= 0 else self._here
        if not 0 <= step < len(self._titles):
            return
        pattern = self.tr("{title}  ·  step {number} of {count}")
        if self._pointed >= 0:
            pattern = self.tr("Go to: {title}  ·  step {number} of {count}")
        self._step.setText(self._words(step, pattern))

    def _words(self, step: int, pattern: str) -> str:
        return (
            pattern.replace("{number}", number(step + 1))
            .replace("{count}", number(len(self._titles)))
            .replace("{title}", self._titles[step])
        )


def _time(theme: Theme, side: Qt.AlignmentFlag) -> QLabel:
    label = QLabel()
    label.setProperty("role", "time")
    label.setFixedWidth(theme.px(_TIME_PX))
    label.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)
    return label
