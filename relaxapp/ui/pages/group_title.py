"""The title of what is done with the body, in the largest of a few sizes that there is room for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QLabel, QSizePolicy

if TYPE_CHECKING:
    from collections.abc import Iterable

    from relaxapp.ui.theme import Theme

TITLES = ("session-title", "title", "figure")
"""Its roles in the style sheet, from the largest to the smallest."""
_UNBOUNDED = 100_000


class GroupTitle(QLabel):
    """Knows what room its titles would need in a role before it takes it.

    Args:
        theme: what to write with.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._px = {
            "session-title": theme.session_title_px,
            "title": theme.title_px,
            "figure": theme.figure_px,
            "strong": theme.body_px,
        }
        self._theme = theme
        self._titles: tuple[str, ...] = ()
        self.setProperty("role", TITLES[0])
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def expect(self, titles: Iterable[str]) -> None:
        """Measure all of these, as if each were shown."""
        self._titles = tuple(dict.fromkeys(titles))

    def set_role(self, role: str) -> None:
        """Take a role; costs nothing if it is the one it has."""
        if role != self.property("role"):
            self.setProperty("role", role)
            self.style().unpolish(self)
            self.style().polish(self)

    def height_at(self, width: int, role: str) -> int:
        """The height of the title that needs the most, at a width in a role."""
        metrics = self._metrics(role)
        room = QRect(0, 0, width, _UNBOUNDED)
        flags = int(Qt.TextFlag.TextWordWrap)
        return max(
            (metrics.boundingRect(room, flags, title).height() for title in self._shown), default=0
        )

    def longest_word(self, role: str) -> int:
        """How wide the longest word of all titles is in a role."""
        metrics = self._metrics(role)
        words = (word for title in self._shown for word in title.split())
        return max((metrics.horizontalAdvance(word) for word in words), default=0)

    @property
    def _shown(self) -> tuple[str, ...]:
        return (*self._titles, self.text())

    def _metrics(self, role: str) -> QFontMetrics:
        return QFontMetrics(self._theme.font(self._px[role], QFont.Weight.DemiBold))
