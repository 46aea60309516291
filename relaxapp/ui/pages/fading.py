"""Widgets that fade together while nobody needs them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QVariantAnimation
from PySide6.QtWidgets import QGraphicsOpacityEffect

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QWidget


class Fading(QObject):
    """Keeps how opaque some widgets are, and changes it softly.

    Args:
        widgets: what fades.
        milliseconds: how long that takes.
        parent: as in Qt.
    """

    def __init__(
        self, widgets: Iterable[QWidget], milliseconds: int, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._aim = 1.0
        self._opacity = 1.0
        self._effects: list[QGraphicsOpacityEffect] = []
        for widget in widgets:
            effect = QGraphicsOpacityEffect(widget)
            effect.setEnabled(False)
            widget.setGraphicsEffect(effect)
            self._effects.append(effect)
        self._fade = QVariantAnimation(self)
        self._fade.setDuration(milliseconds)
        self._fade.valueChanged.connect(self._show)
        self._fade.finished.connect(self._settle)

    @property
    def aim(self) -> float:
        """How opaque they are, or about to be, 0 to 1."""
        return self._aim

    def fade_to(self, opacity: float) -> None:
        """Let them become as opaque as this, 0 to 1."""
        if opacity == self._aim:
            return
        self._aim = opacity
        self._fade.stop()
        self._fade.setStartValue(self._opacity)
        self._fade.setEndValue(opacity)
        self._fade.start()

    def _show(self, opacity: float) -> None:
        self._opacity = opacity
        for effect in self._effects:
            effect.setEnabled(True)
            effect.setOpacity(opacity)

    def _settle(self) -> None:
        # An effect at full opacity would still paint everything twice.
        for effect in self._effects:
            effect.setEnabled(self._aim < 1.0)
