"""Lets the tone of the present phase lie over the whole session page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from relaxapp.ui.pages.tone import tone_at
from relaxapp.ui.painted.tint import tint_of

if TYPE_CHECKING:
    from relaxapp.timeline.timeline import Timeline
    from relaxapp.ui.pages.breath_page import BreathPage
    from relaxapp.ui.painted.ground import Ground
    from relaxapp.ui.painted.scene import Scene
    from relaxapp.ui.theme import Theme

_STEPS = 16
"""Tones that are told apart between two; each is one repainting of the whole page."""


class Toning:
    """Gives one thin colour to everything that paints a ground.

    Args:
        theme: what the colour is made from.
        ground: what the page lies on.
        scene: the painted scene over it.
        breath: the page of the pacer, which paints its own piece of the ground.
    """

    def __init__(self, theme: Theme, ground: Ground, scene: Scene, breath: BreathPage) -> None:
        self._theme = theme
        self._ground = ground
        self._scene = scene
        self._breath = breath

    def show(self, timeline: Timeline, index: int, position: int) -> None:
        """Show the tone of the phase of an index, at a position."""
        tone = tone_at(timeline, index, position)
        self._lay(
            tint_of(
                self._theme,
                brightness=round(tone.brightness * _STEPS) / _STEPS,
                warmth=round(tone.warmth * _STEPS) / _STEPS,
            )
        )

    def clear(self) -> None:
        """Show no tone; costs nothing if there is none."""
        if self._ground.tint.alpha():
            self._lay(QColor(Qt.GlobalColor.transparent))

    def _lay(self, tint: QColor) -> None:
        self._ground.set_tint(tint)
        self._breath.set_tint(tint)
        self._scene.set_tint(tint)
