"""The button for what is done with the log seldom: to take it out, in, or back, and to report of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPushButton, QWidget

from relaxapp.ui.choice_menu import ChoiceMenu

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


class MoreButton(QPushButton):
    """Opens a menu.

    Args:
        what: each thing that can be done, by its words; None for a line between them.
        parent: as in Qt.
    """

    def __init__(
        self,
        what: Sequence[tuple[str, Callable[[], None]] | None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setText(self.tr("More"))
        self.setProperty("kind", "quiet")
        self.setAccessibleName(self.tr("More to do with your history"))
        menu = ChoiceMenu(self)
        menu.setAccessibleName(self.accessibleName())
        for each in what:
            if each is None:
                menu.addSeparator()
                continue
            words, act = each
            menu.addAction(words).triggered.connect(lambda _checked, act=act: act())
        self.setMenu(menu)
