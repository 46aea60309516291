"""The stage of a session of words alone: a few lights that count its steps, and the sentence that is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from relaxapp.ui.pages.breath_page import HEAD_PX
from relaxapp.ui.painted.caption import Caption
from relaxapp.ui.painted.counted_lights import CountedLights

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from relaxapp.ui.theme import Theme

_CAPTION_ROOM = 0.6
"""The most that a caption takes of the height; beyond, its type becomes smaller."""


class WordsPage(QWidget):
    """Shows lights over what is said.

    Attributes:
        lights: one for each thing that a step names, or for each step.
        caption: the sentence that is said.
        coming: what comes next.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.lights = CountedLights(theme)
        self.caption = Caption(theme, 22)
        self.coming = Caption(theme, 14)
        column = self._column = QVBoxLayout(self)
        column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
        column.addWidget(self.lights, 1)
        column.addWidget(self.caption)
        column.addWidget(self.coming)
        self.set_compact(compact=False)

    def set_compact(self, *, compact: bool) -> None:
        """Whether there is room for little."""
        if compact:
            self._column.setContentsMargins(12, 10, 12, 6)
        else:
            self._column.setContentsMargins(40, HEAD_PX, 40, 0)
        self._column.setSpacing(6 if compact else 16)
        self.coming.setHidden(compact)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 -- Qt's name
        """The caption may take a share of the height."""
        super().resizeEvent(event)
        self.caption.set_room(self.height() * _CAPTION_ROOM)
