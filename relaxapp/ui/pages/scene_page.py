"""The stage over a painted scene: what is imagined in a word, and the sentence that is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from relaxapp.ui.painted.caption import Caption

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from relaxapp.ui.theme import Theme

_CAPTION_ROOM = 0.8


class ScenePage(QWidget):
    """Shows little, so that the scene is seen.

    Attributes:
        word: what it is about, or what comes next; small.
        caption: the sentence that is said.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.word = Caption(theme, 15, bold=True, on_picture=True)
        self.caption = Caption(theme, 22, bold=True, on_picture=True)
        column = self._column = QVBoxLayout(self)
        column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
        column.setSpacing(0)
        column.addStretch(1)
        column.addWidget(self.word)
        column.addWidget(self.caption)
        self.set_compact(compact=False)

    def set_compact(self, *, compact: bool) -> None:
        """Whether there is room for little."""
        air = 4 if compact else 40
        self._column.setContentsMargins(air, 0, air, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 -- Qt's name
        """The caption may take a share of the height."""
        super().resizeEvent(event)
        self.caption.set_room(self.height() * _CAPTION_ROOM)
