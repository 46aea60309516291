"""How tense it was before a session and after it, and where, to be answered afterwards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from relaxapp.journal.entry import LEVELS, Mark, Moment
from relaxapp.ui.area_names import area_names
from relaxapp.ui.chips import Chips
from relaxapp.ui.label import line, paragraph
from relaxapp.ui.pages.marked_map import MarkedMap
from relaxapp.ui.pages.marks import Marks
from relaxapp.ui.painted.number_scale import MOST, NumberScale

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from relaxapp.ui.theme import Theme

_DIGITS = {Qt.Key(Qt.Key.Key_0.value + digit): digit for digit in range(10)}
_GAP_PX = 16
_MAP_PX = 280
"""The least side of the figure, whatever the size of text."""
_MARKS_PX = 376
"""Beside the figure the list of what is marked is as wide as its longest line, at 100 %."""


class FeelingForm(QWidget):
    """Everything in it may be left open.

    Attributes:
        scales: the tension, by moment.
        moment: chooses the moment whose areas are shown.
        marks: the marked areas of that moment.
        map: the figure that is pointed at.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._marks: dict[Moment, tuple[Mark, ...]] = dict.fromkeys(Moment, ())
        self._one_was_typed = False
        self.scales: dict[Moment, _Scale] = {
            Moment.BEFORE: _Scale(theme, self.tr("Tension before")),
            Moment.AFTER: _Scale(theme, self.tr("Tension after")),
        }
        self.moment = Chips(
            self.tr("Where it was tense or twitching"),
            (
                (Moment.BEFORE.value, self.tr("Before")),
                (Moment.AFTER.value, self.tr("After")),
            ),
        )
        self.moment.chosen.connect(self._show_moment)
        self.marks = Marks(theme)
        self.marks.changed.connect(self._take_marks)
        self.map = MarkedMap(theme, names=area_names())
        self.map.pressed.connect(self.marks.press)
        self._lay_out()

    @property
    def tension(self) -> dict[Moment, int | None]:
        """The tension of each moment; None where it is not given."""
        return {moment: scale.number for moment, scale in self.scales.items()}

    @property
    def marked(self) -> dict[Moment, tuple[Mark, ...]]:
        """What is marked at each moment."""
        return dict(self._marks)

    def show_feeling(
        self,
        tension: dict[Moment, int | None],
        marked: dict[Moment, tuple[Mark, ...]],
    ) -> None:
        """Shows what was answered, the areas before the session first."""
        for moment, scale in self.scales.items():
            scale.choose(tension[moment])
        self._marks = dict(marked)
        self.moment.choose(Moment.BEFORE.value)
        self._show_moment()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """A digit is the tension, as one writes it, or how strong it is at the area in focus."""
        digit = _DIGITS.get(Qt.Key(event.key()))
        if digit is None or not self._type(digit):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Puts the figure below the list where there is little width."""
        super().resizeEvent(event)
        listed = self._theme.px(_MARKS_PX)
        is_wide = self.width() >= listed + _GAP_PX + _MAP_PX
        directions = QBoxLayout.Direction
        self._where.setDirection(directions.LeftToRight if is_wide else directions.TopToBottom)
        self.marks.setMinimumWidth(listed if is_wide else 0)

    def _type(self, digit: int) -> bool:
        area = self.map.focused
        if area is not None:
            if digit <= LEVELS[-1]:
                self.marks.set_level(area, digit)
            return True
        scale = next((each for each in self.scales.values() if each.has_focus), None)
        if scale is None:
            return False
        was_one = self._one_was_typed and scale.number == 1
        scale.choose(MOST if digit == 0 and was_one else digit)
        scale.focus()
        self._one_was_typed = digit == 1
        return True

    def _show_moment(self) -> None:
        self.marks.show_marks(self._marks[Moment(self.moment.value)])

    def _take_marks(self, marks: tuple[Mark, ...]) -> None:
        self._marks[Moment(self.moment.value)] = marks
        self.map.show_marks(marks)
        # The sheet around it scrolls, so the list need not.
        self.marks.setMinimumHeight(self.marks.maximumHeight())

    def _lay_out(self) -> None:
        self.map.setMinimumSize(_MAP_PX, _MAP_PX)
        self.map.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        where = self._where = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        where.setSpacing(_GAP_PX)
        listed = QVBoxLayout()
        listed.addWidget(self.marks)
        listed.addStretch(1)
        where.addLayout(listed, 1)
        where.addWidget(self.map, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for scale in self.scales.values():
            column.addWidget(scale)
        column.addSpacing(4)
        column.addWidget(paragraph("strong", self.moment.accessibleName()))
        column.addWidget(self.moment)
        column.addLayout(where)


class _Scale(QWidget):
    """Numbers from 0 to 10 under a heading, of which none need be chosen."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._scale = NumberScale(theme)
        self.clear = QPushButton(self.tr("No answer"))
        self.clear.setProperty("kind", "quiet")
        self.clear.setProperty("small", "true")
        self.clear.setAccessibleName(self.tr("{name}: no answer").format(name=name))
        self.clear.clicked.connect(self._clear)
        self._scale.chosen.connect(self._on_chosen)
        # Its place is kept, so that nothing moves when a number is chosen.
        policy = self.clear.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.clear.setSizePolicy(policy)
        head = QHBoxLayout()
        head.addWidget(line("strong", name), 1)
        head.addWidget(self.clear)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(self._scale)
        self.choose(None)

    @property
    def number(self) -> int | None:
        return self._scale.number

    @property
    def has_focus(self) -> bool:
        return self._scale.isAncestorOf(self.window().focusWidget())

    def choose(self, number: int | None) -> None:
        self._scale.choose(number)
        self.clear.setVisible(number is not None)

    def focus(self) -> None:
        self._scale.focus()

    def _clear(self) -> None:
        # What hides gives its focus to whatever comes next.
        self.focus()
        self.choose(None)

    def _on_chosen(self, _number: int) -> None:
        self.clear.show()
