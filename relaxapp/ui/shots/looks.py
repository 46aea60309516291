"""The looks and sizes of window in which pictures are taken."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize

if TYPE_CHECKING:
    from relaxapp.settings import Contrast, Theme

_WIDE, _SMALL = QSize(1280, 800), QSize(960, 640)


@dataclass(frozen=True, slots=True)
class Look:
    """One look of the window.

    Attributes:
        name: what the picture's name says about it.
        theme: night or light.
        size: the window's, in device-independent pixels.
        contrast: usual or high.
        text_percent: how large text is.
    """

    name: str
    theme: Theme
    size: QSize
    contrast: Contrast = "usual"
    text_percent: int = 100


LOOKS = (
    Look("night", "night", _WIDE),
    Look("light", "light", _WIDE),
    Look("night-small", "night", _SMALL),
    Look("light-small", "light", _SMALL),
    Look("night-200", "night", _WIDE, text_percent=200),
    Look("light-200", "light", _WIDE, text_percent=200),
    Look("night-small-200", "night", _SMALL, text_percent=200),
    Look("night-high", "night", _WIDE, contrast="high"),
    Look("light-high", "light", _WIDE, contrast="high"),
)
