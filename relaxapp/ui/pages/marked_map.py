"""The body map with what a person marked on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relaxapp.journal.entry import LEVELS, Mark, MarkKind
from relaxapp.script.body import Area
from relaxapp.ui.formats import number
from relaxapp.ui.painted.body_map import AreaState, BodyMap

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from relaxapp.ui.theme import Theme

_FAINTEST = 0.4
"""How strongly an area of the lowest level is shown."""


class MarkedMap(BodyMap):
    """Tense areas are warm and twitching ones calm, the stronger the more.

    Args:
        theme: what to paint with.
        names: as for `BodyMap`.
        parent: as in Qt.
    """

    def __init__(
        self,
        theme: Theme,
        *,
        names: Mapping[Area, str] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, names=names, parent=parent)
        self._is_named = bool(names)

    def show_marks(self, marks: Sequence[Mark]) -> None:
        """Shows these marks alone; an area that this version does not know is passed over."""
        known = {area.value: area for area in Area}
        shown = {known[mark.area]: mark for mark in marks if mark.area in known}
        if self._is_named:
            for area in Area:
                self.describe(area, self._words(shown.get(area)))
        self.show_states({area: _state(mark) for area, mark in shown.items()})

    def _words(self, mark: Mark | None) -> str:
        if mark is None:
            return ""
        twitches = mark.kind is MarkKind.TWITCHING
        kind = self.tr("twitching") if twitches else self.tr("tension")
        return (
            self.tr("{kind} {level} of 3")
            .replace("{kind}", kind)
            .replace("{level}", number(mark.level))
        )


def _state(mark: Mark) -> AreaState:
    strength = _FAINTEST + (1 - _FAINTEST) * (mark.level - 1) / (len(LEVELS) - 1)
    twitches = mark.kind is MarkKind.TWITCHING
    return AreaState(calm=strength) if twitches else AreaState(warm=strength)
