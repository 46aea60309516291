"""A page with a few sentences in its middle and one way on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMargins, Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from relaxapp.ui.label import paragraph
from relaxapp.ui.pages.scroll_column import ScrollColumn
from relaxapp.ui.painted.ground import Ground

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from relaxapp.ui.theme import Theme

_GO_ON_KEYS = frozenset({Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape})
_WIDEST_PX = 720


class CalmPage(Ground):
    """Says something; Space, Enter, Escape and a click on "Go on" go on.

    Args:
        theme: what to paint with.
        title: what is read first.
        sentences: what is read then, a paragraph each.
        picture: what stands above; None for nothing.
        parent: as in Qt.
    """

    done = Signal()
    """The person went on, or it went on by itself."""

    def __init__(
        self,
        theme: Theme,
        title: str,
        sentences: Sequence[str],
        picture: QWidget | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent)
        self.said = " ".join((title, *sentences))
        self._sentences = [paragraph("words", sentence) for sentence in sentences]
        self._go_on = QPushButton(self.tr("Go on"))
        self._go_on.setProperty("kind", "primary")
        self._go_on.setMinimumWidth(theme.px(190))
        self._go_on.clicked.connect(self.finish)
        self.setAccessibleName(title)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._area = ScrollColumn(QMargins())
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._area)
        column = self._area.column
        column.setSpacing(theme.px(14))
        column.addStretch(2)
        if picture is not None:
            column.addWidget(picture, 6)
            column.addSpacing(theme.px(12))
        for label in (paragraph("title", title), *self._sentences):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label)
        column.addSpacing(theme.px(14))
        column.addWidget(self._go_on, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)

    def finish(self) -> None:
        """Go on."""
        self.done.emit()

    @property
    def can_be_left(self) -> bool:
        """Whether keys and button go on."""
        return not self._go_on.isHidden()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 -- Qt's name
        """Space, Enter and Escape go on."""
        if self.can_be_left and event.key() in _GO_ON_KEYS and not event.isAutoRepeat():
            self.finish()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 -- Qt's name
        """Lines stay short enough to be read easily."""
        super().resizeEvent(event)
        side = max(self._theme.margin_px, (self.width() - self._theme.px(_WIDEST_PX)) // 2)
        self._area.set_margins(QMargins(side, 24, side, 24))

    def _show_sentences(self, *, shown: bool) -> None:
        for label in self._sentences:
            label.setVisible(shown)
        self._go_on.setVisible(shown)
