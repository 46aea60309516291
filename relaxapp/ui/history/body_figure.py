"""A figure on which areas are the stronger, the more often and the more strongly they were marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from relaxapp.journal.entry import MarkKind, Moment
from relaxapp.script.body import Area
from relaxapp.ui.area_names import area_names
from relaxapp.ui.history import body_words as words
from relaxapp.ui.label import line
from relaxapp.ui.painted.body_map import AreaState, BodyMap

if TYPE_CHECKING:
    from relaxapp.journal.areas import AreaCount
    from relaxapp.journal.body_survey import BodySurvey
    from relaxapp.ui.theme import Theme

_SIZE = QSize(200, 320)
"""The least size of the figure, whatever the size of text."""
_FAINTEST = 0.25
"""How strongly the least of all marks is shown."""


class BodyFigure(QWidget):
    """What was marked at one moment, on a figure whose areas can be pressed.

    Args:
        moment: before sessions or after them.
        theme: what to paint with.
        parent: as in Qt.

    Attributes:
        map: the figure.
    """

    area_asked = Signal(str)
    """An area was pressed: its name."""

    def __init__(self, moment: Moment, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._moment = moment
        is_before = moment is Moment.BEFORE
        name = self.tr("Before sessions") if is_before else self.tr("After sessions")
        self.setAccessibleName(name)
        self.map = BodyMap(theme, names=area_names())
        self.map.setAccessibleName(name)
        self.map.setMinimumSize(_SIZE)
        self.map.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.map.pressed.connect(lambda area: self.area_asked.emit(area.value))
        self._count = line("small")
        heading = line("strong", name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for label in (heading, self._count):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label)
        column.addWidget(self.map, 1)

    def show_areas(self, survey: BodySurvey) -> None:
        """Shows what was marked; the strongest of both moments is the measure of both."""
        most = {kind: _most(survey, kind) for kind in MarkKind}
        known = {area.value: area for area in Area}
        strengths: dict[Area, dict[MarkKind, float]] = {}
        said: dict[Area, list[str]] = {}
        for each in survey.areas:
            count = each.count(self._moment)
            area = known.get(each.area)
            if count is None or area is None:
                continue
            share = _weight(count) / most[each.kind]
            strengths.setdefault(area, {})[each.kind] = _FAINTEST + (1 - _FAINTEST) * share
            said.setdefault(area, []).append(words.marked(count))
        for area in Area:
            self.map.describe(area, ", ".join(said.get(area, ())))
        self.map.show_states({area: _state(kinds) for area, kinds in strengths.items()})
        marked = survey.before if self._moment is Moment.BEFORE else survey.after
        self._count.setText(words.marked_sessions(marked))


def _state(strengths: dict[MarkKind, float]) -> AreaState:
    return AreaState(
        warm=strengths.get(MarkKind.TENSION, 0.0), dotted=strengths.get(MarkKind.TWITCHING, 0.0)
    )


def _weight(count: AreaCount) -> float:
    """How often and how strongly, together."""
    return count.sessions * count.level


def _most(survey: BodySurvey, kind: MarkKind) -> float:
    counts = (each.count(moment) for each in survey.areas if each.kind is kind for moment in Moment)
    return max((_weight(count) for count in counts if count is not None), default=1.0)
