"""The thin colour over the whole page that says by its tone alone which phase it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QColor

if TYPE_CHECKING:
    from relaxapp.ui.theme import Theme

# Colour and opacity of tones at their strongest: brighter, darker, warm, calm. From one to its
# opposite the page's mean lightness moves by some 4 to 8 % of the way from black to white; words keep
# a contrast of 4.5:1.
_NIGHT = (("#ffffff", 0.05), ("#000000", 0.17), ("#f2b38a", 0.078), ("#0c3f3b", 0.14))
_LIGHT = (("#ffffff", 0.15), ("#1d2b33", 0.08), ("#e8935a", 0.18), ("#8fd3c1", 0.05))


def tint_of(theme: Theme, *, brightness: float, warmth: float) -> QColor:
    """What is to lie over the ground.

    Args:
        theme: what the ground is painted with.
        brightness: -1 is darker than usual, 1 brighter.
        warmth: -1 is calm, 1 warm.
    """
    strengths = (brightness, -brightness, warmth, -warmth)
    shades = [
        (QColor(name), alpha * min(max(strength, 0.0), 1.0))
        for (name, alpha), strength in zip(
            _NIGHT if theme.is_dark else _LIGHT, strengths, strict=True
        )
    ]
    alpha = sum(share for _, share in shades)
    if not alpha:
        return QColor(0, 0, 0, 0)
    red, green, blue = (
        sum(part(color) * share for color, share in shades) / alpha
        for part in (QColor.redF, QColor.greenF, QColor.blueF)
    )
    return QColor.fromRgbF(red, green, blue, alpha)
