"""A button that names some areas of the body, and opens the list of those there are to choose from."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from relaxapp.ui.area_names import area_name, area_words

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent

    from relaxapp.script.body import Area

MOST_NAMED = 2
"""So many areas are named on the button; the others are counted."""


def with_area(names: tuple[str, ...], area: Area, *, is_chosen: bool) -> tuple[str, ...]:
    """Names of areas as the settings keep them, with that of an area among them, or without it."""
    others = tuple(name for name in names if name != area)
    return (*others, area.value) if is_chosen else others


class AreaChoice(QPushButton):
    """Lets the person choose areas out of those of one script.

    Args:
        name: what is chosen, for screen readers.
        parent: as in Qt.
    """

    toggled_area = Signal(object, bool)
    """An area was chosen or is not chosen any more: the `Area`, and whether it is."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "quiet")
        self._name = name
        self._menu = _LastingMenu(self)
        self._menu.setAccessibleName(name)
        self._menu.setToolTipsVisible(True)
        self.setMenu(self._menu)
        self._actions: dict[Area, QAction] = {}

    def show_areas(self, areas: Sequence[Area], chosen: Collection[Area], words: str = "") -> None:
        """Shows areas to choose from, and those of them that are chosen.

        Args:
            areas: what there is to choose from.
            chosen: what is chosen of it.
            words: what to say instead of naming the chosen ones; empty to name them.
        """
        if tuple(areas) != tuple(self._actions):
            self._fill(areas)
        for area, action in self._actions.items():
            action.setChecked(area in chosen)
        text = words or self._named([area for area in areas if area in chosen])
        self.setText(text)
        self.setAccessibleName(f"{self._name}: {text}")

    def _fill(self, areas: Sequence[Area]) -> None:
        self._menu.clear()
        self._actions = {}
        for area in areas:
            action = self._menu.addAction(area_name(area))
            action.setCheckable(True)
            action.triggered.connect(
                lambda checked, area=area: self.toggled_area.emit(area, checked)
            )
            self._actions[area] = action

    def _named(self, chosen: Sequence[Area]) -> str:
        if not chosen:
            return self.tr("none")
        named = ", ".join(map(area_words, chosen[:MOST_NAMED]))
        more = len(chosen) - MOST_NAMED
        if more <= 0:
            return named
        return self.tr("{areas} and {count} more").format(areas=named, count=more)


class _LastingMenu(QMenu):
    """A menu that stays while one thing after the other is checked by a click or Space."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        # Qt's types forget that there may be none.
        action = cast("QAction | None", self.actionAt(event.position().toPoint()))
        if action is not None and action.isEnabled():
            action.trigger()
        else:
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        action = cast("QAction | None", self.activeAction())
        if event.key() == Qt.Key.Key_Space and action is not None:
            action.trigger()
        else:
            super().keyPressEvent(event)
