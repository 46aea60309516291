"""The two themes of the window: colours, type, space and motion as tokens."""

from __future__ import annotations

from dataclasses import dataclass, fields
from pathlib import Path
from string import Template
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

_STYLE_SHEET = Path(__file__).with_name("style.qss")
_FAMILY = "Inter"
_LINEAR_BELOW = 0.04045
"""Where sRGB's transfer curve changes from a line to a power (IEC 61966-2-1)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """What everything in the window is painted with.

    Sizes ending in `px` are device-independent pixels at 100 %, those ending in `ms` milliseconds.

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
        font_family: the typeface.
        text_percent: how large text is, in percent of the usual size; every size of type in here,
            and every one made by `px`, is that large.
    """

    name: str
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
    font_family: str
    text_percent: int = 100
    title_px: int = 32
    session_title_px: int = 40
    figure_px: int = 24
    body_px: int = 16
    small_px: int = 13
    eyebrow_px: int = 12
    margin_px: int = 40
    card_padding_px: int = 20
    gap_px: int = 18
    radius_px: int = 20
    control_ms: int = 200
    page_ms: int = 400

    @property
    def is_dark(self) -> bool:
        """Whether light text stands on a dark ground."""
        return self.ground_top.lightness() < self.text.lightness()

    def px(self, usual: float) -> int:
        """A size that grows with the text, such as that of type or of what holds a line of it.

        Args:
            usual: the size at 100 %, in device-independent pixels.
        """
        return round(usual * self.text_percent / 100)

    def font(self, px: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        """The typeface at a size in pixels, for what is painted by hand."""
        font = QFont(self.font_family)
        font.setPixelSize(px)
        font.setWeight(weight)
        return font


def night() -> Theme:
    """The dark theme; a `QGuiApplication` must exist (the typeface is looked for)."""
    return Theme(
        name="night",
        ground_top=QColor("#101a2b"),
        ground_bottom=QColor("#1d3440"),
        glow=QColor("#274847"),
        side_bar=QColor("#0e1826"),
        card=QColor("#182839"),
        raised=QColor("#1b2f40"),
        line=QColor("#2f4559"),
        text=QColor("#eaf1f4"),
        dim=QColor("#9fb3bf"),
        faint=QColor("#8aa0ad"),
        calm=QColor("#8fd3c1"),
        warm=QColor("#f2b38a"),
        on_accent=QColor("#0f2a2e"),
        knob=QColor("#ffffff"),
        on_knob=QColor("#14293a"),
        body_top=QColor("#4c7089"),
        body_bottom=QColor("#2c4563"),
        font_family=_font_family(),
    )


def light() -> Theme:
    """The light theme; a `QGuiApplication` must exist (the typeface is looked for)."""
    return Theme(
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
        font_family=_font_family(),
    )


def style_sheet(theme: Theme) -> str:
    """The look of Qt's own widgets in a theme, for `QApplication.setStyleSheet`.

    Widgets choose among the looks by the dynamic properties `kind` and `role`; `style.qss` lists
    them.
    """
    tokens = {
        field.name: value.name() if isinstance(value, QColor) else value
        for field in fields(theme)
        for value in (getattr(theme, field.name),)
    }
    tokens["raised_hover"] = mixed(theme.raised, theme.text, 0.08).name()
    tokens["calm_hover"] = mixed(theme.calm, theme.text, 0.15).name()
    tokens["calm_pressed"] = mixed(theme.calm, theme.ground_bottom, 0.15).name()
    return Template(_STYLE_SHEET.read_text("utf-8")).substitute(tokens)


def apply_theme(application: QApplication, theme: Theme) -> None:
    """Give the whole application a theme: style, palette, font and style sheet."""
    application.setStyle("Fusion")
    application.styleHints().setColorScheme(
        Qt.ColorScheme.Dark if theme.is_dark else Qt.ColorScheme.Light
    )
    application.setPalette(_palette(theme))
    application.setFont(theme.font(theme.body_px))
    application.setStyleSheet(style_sheet(theme))


def mixed(first: QColor, second: QColor, share: float) -> QColor:
    """A colour between two: the first at share 0, the second at 1; opacity is mixed as well."""
    share = min(max(share, 0.0), 1.0)
    rest = 1.0 - share
    return QColor.fromRgbF(
        first.redF() * rest + second.redF() * share,
        first.greenF() * rest + second.greenF() * share,
        first.blueF() * rest + second.blueF() * share,
        first.alphaF() * rest + second.alphaF() * share,
    )


def contrast(first: QColor, second: QColor) -> float:
    """The contrast ratio of two opaque colours, 1 to 21, as WCAG 2.2 defines it."""
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(color: QColor) -> float:
    """Relative luminance, 0 to 1 (WCAG 2.2, "relative luminance")."""
    red, green, blue = (
        part / 12.92 if part <= _LINEAR_BELOW else ((part + 0.055) / 1.055) ** 2.4
        for part in (color.redF(), color.greenF(), color.blueF())
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _font_family() -> str:
    if QFontDatabase.hasFamily(_FAMILY):
        return _FAMILY
    return QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()


def _palette(theme: Theme) -> QPalette:
    """The colours of what the style sheet does not reach, such as selections and links."""
    palette = QPalette()
    roles = {
        QPalette.ColorRole.Window: theme.ground_bottom,
        QPalette.ColorRole.WindowText: theme.text,
        QPalette.ColorRole.Base: theme.card,
        QPalette.ColorRole.AlternateBase: theme.raised,
        QPalette.ColorRole.Text: theme.text,
        QPalette.ColorRole.Button: theme.raised,
        QPalette.ColorRole.ButtonText: theme.text,
        QPalette.ColorRole.BrightText: theme.text,
        QPalette.ColorRole.PlaceholderText: theme.faint,
        QPalette.ColorRole.Highlight: theme.calm,
        QPalette.ColorRole.HighlightedText: theme.on_accent,
        QPalette.ColorRole.Link: theme.calm,
        QPalette.ColorRole.LinkVisited: theme.calm,
        QPalette.ColorRole.ToolTipBase: theme.raised,
        QPalette.ColorRole.ToolTipText: theme.text,
        QPalette.ColorRole.Accent: theme.calm,
    }
    for role, color in roles.items():
        palette.setColor(role, color)
    for role in (
        QPalette.ColorRole.WindowText,
        QPalette.ColorRole.Text,
        QPalette.ColorRole.ButtonText,
    ):
        palette.setColor(QPalette.ColorGroup.Disabled, role, theme.faint)
    return palette
