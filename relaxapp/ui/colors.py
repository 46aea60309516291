"""The colours of the window: night and light, each as usual and with high contrast."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from PySide6.QtGui import QColor

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

Name: TypeAlias = Literal["night", "light"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Colors:
    """What everything in the window is painted with.

    Attributes:
        name: `night` or `light`.
        ground_top: the ground's colour at the upper left.
        ground_bottom: the ground's colour at the lower right.
        glow: the faint light in the ground from the lower right.
        side_bar: behind the navigation.
        card: behind what belongs together.
        raised: behind what can be pressed on a card or on the ground.
        line: thin lines, tracks and empty rings; never text.
        text: what is read first.
        dim: what is read second.
        faint: labels; the faintest that may carry text.
        calm: the accent of rest, of what is chosen and of going on.
        warm: the accent of tension.
        on_accent: text on `calm` and `warm`.
        knob: round knobs and the play button.
        on_knob: signs on a knob.
        body_top: the painted figure's colour at its head.
        body_bottom: the painted figure's colour at its feet.
    """

    name: Name
    ground_top: QColor
    ground_bottom: QColor
    glow: QColor
    side_bar: QColor
    card: QColor
    raised: QColor
    line: QColor
    text: QColor
    dim: QColor
    faint: QColor
    calm: QColor
    warm: QColor
    on_accent: QColor
    knob: QColor
    on_knob: QColor
    body_top: QColor
    body_bottom: QColor


def colors_of(name: Name, *, high_contrast: bool) -> Colors:
    """The colours of a theme.

    Text stands out from every ground it is used on by at least 4.5:1, with high contrast by 7:1, and
    there lines by 3:1 (WCAG 2.2, 1.4.3, 1.4.6 and 1.4.11).
    """
    return _COLORS[name, high_contrast]()


def _night() -> Colors:
    return Colors(
        name="night",
        ground_top=QColor("#101a2b"),
        ground_bottom=QColor("#1d3440"),
        glow=QColor("#244344"),
        side_bar=QColor("#0e1826"),
        card=QColor("#182839"),
        raised=QColor("#1b2f40"),
        line=QColor("#2f4559"),
        text=QColor("#eaf1f4"),
        dim=QColor("#a6b9c4"),
        faint=QColor("#9aaeba"),
        calm=QColor("#8fd3c1"),
        warm=QColor("#f2b38a"),
        on_accent=QColor("#0f2a2e"),
        knob=QColor("#ffffff"),
        on_knob=QColor("#14293a"),
        body_top=QColor("#4c7089"),
        body_bottom=QColor("#2c4563"),
    )


def _light() -> Colors:
    return Colors(
        name="light",
        ground_top=QColor("#f6f3ee"),
        ground_bottom=QColor("#e9f0ee"),
        glow=QColor("#dcebe4"),
        side_bar=QColor("#efebe4"),
        card=QColor("#ffffff"),
        raised=QColor("#e2ebe9"),
        line=QColor("#c9d6d6"),
        text=QColor("#1d2b33"),
        dim=QColor("#495c66"),
        faint=QColor("#566973"),
        calm=QColor("#1a705e"),
        warm=QColor("#a04e1c"),
        on_accent=QColor("#ffffff"),
        knob=QColor("#1d3f3c"),
        on_knob=QColor("#ffffff"),
        body_top=QColor("#a9c1cc"),
        body_bottom=QColor("#8ba6ba"),
    )


def _high_night() -> Colors:
    return Colors(
        name="night",
        ground_top=QColor("#070c15"),
        ground_bottom=QColor("#0a1520"),
        glow=QColor("#0d1b24"),
        side_bar=QColor("#040910"),
        card=QColor("#0c1622"),
        raised=QColor("#15263a"),
        line=QColor("#667e90"),
        text=QColor("#ffffff"),
        dim=QColor("#d9e5ec"),
        faint=QColor("#c3d1da"),
        calm=QColor("#a5eeda"),
        warm=QColor("#ffc7a3"),
        on_accent=QColor("#06181b"),
        knob=QColor("#ffffff"),
        on_knob=QColor("#06131f"),
        body_top=QColor("#7fa0b6"),
        body_bottom=QColor("#5d7a96"),
    )


def _high_light() -> Colors:
    return Colors(
        name="light",
        ground_top=QColor("#fdfcfa"),
        ground_bottom=QColor("#f5f9f8"),
        glow=QColor("#f1f7f4"),
        side_bar=QColor("#f4f1eb"),
        card=QColor("#ffffff"),
        raised=QColor("#e7eeec"),
        line=QColor("#76868a"),
        text=QColor("#0a1216"),
        dim=QColor("#26353c"),
        faint=QColor("#303f47"),
        calm=QColor("#0a3f33"),
        warm=QColor("#6c2f0d"),
        on_accent=QColor("#ffffff"),
        knob=QColor("#0a3f33"),
        on_knob=QColor("#ffffff"),
        body_top=QColor("#7f9aa8"),
        body_bottom=QColor("#627f95"),
    )


_COLORS: Mapping[tuple[Name, bool], Callable[[], Colors]] = {
    ("night", False): _night,
    ("light", False): _light,
    ("night", True): _high_night,
    ("light", True): _high_light,
}
