"""The look of the window: colours, type, space and motion as tokens, and what Qt makes of them."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from pathlib import Path
from string import Template
from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette

from relaxapp.ui.colors import Colors, Name, colors_of

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

DRAWN_BY = ("-style", "fusion")
"""Arguments for `QApplication`: what draws the widgets that the style sheet is about.

As arguments they cost nothing; `setStyle` hands the style to Python, with hundreds of names to learn.
"""

_STYLE_SHEET = Path(__file__).with_name("style.qss")
_FAMILY = "Inter"
_GROWING = re.compile(r"\b(\d+)tx\b")
"""A size in the style sheet that grows with the text."""
_ROUND = re.compile(r"round\((\d+)tx(?: \+ (\d+)px)?\)")
"""The radius in the style sheet that rounds the ends of what is as high as that inside its border."""
_LINEAR_BELOW = 0.04045
"""Where sRGB's transfer curve changes from a line to a power (IEC 61966-2-1)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme(Colors):
    """What everything in the window looks like; `theme_for` makes one.

    Sizes ending in `px` are device-independent pixels, those ending in `ms` milliseconds.

    Attributes:
        font_family: the typeface.
        text_percent: how large text is, in percent of the usual size; every size of type in here,
            and every one made by `px`, is that large.
        high_contrast: whether text and signs stand out more than usual.
        outline_px: how thick the line around a card is; 0 for none.
        focus_px: how thick the ring is around what has the focus.
    """

    font_family: str
    text_percent: int = 100
    high_contrast: bool = False
    outline_px: int = 0
    focus_px: int = 2
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

    @property
    def title_px(self) -> int:
        """The type of a page's title."""
        return self.px(32)

    @property
    def session_title_px(self) -> int:
        """The type of what is to be done in a session."""
        return self.px(40)

    @property
    def figure_px(self) -> int:
        """The type of a figure, and of a title on a card."""
        return self.px(24)

    @property
    def body_px(self) -> int:
        """The type of what has no other size."""
        return self.px(16)

    @property
    def small_px(self) -> int:
        """The type of labels."""
        return self.px(13)

    @property
    def eyebrow_px(self) -> int:
        """The type of the small words above a title."""
        return self.px(12)

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


def theme_for(name: Name, *, high_contrast: bool = False, text_percent: int = 100) -> Theme:
    """A theme; a `QGuiApplication` must exist (the typeface is looked for).

    Args:
        name: whether it is dark or bright.
        high_contrast: whether text stands out by at least 7:1, lines by 3:1, and cards have outlines.
        text_percent: the size of all text, in percent of the usual one.
    """
    colors = colors_of(name, high_contrast=high_contrast)
    chosen: dict[str, Any] = {each.name: getattr(colors, each.name) for each in fields(colors)}
    return Theme(
        **chosen,
        font_family=_font_family(),
        text_percent=text_percent,
        high_contrast=high_contrast,
        outline_px=2 if high_contrast else 0,
        focus_px=3 if high_contrast else 2,
    )


def night() -> Theme:
    """The dark theme as usual."""
    return theme_for("night")


def light() -> Theme:
    """The bright theme as usual."""
    return theme_for("light")


def style_sheet(theme: Theme) -> str:
    """The look of Qt's own widgets in a theme, for `QApplication.setStyleSheet`.

    Widgets choose among the looks by the dynamic properties `kind` and `role`; `style.qss` lists
    them, and says what stands in it for the colours and sizes of the theme.
    """
    tokens = {
        field.name: value.name() if isinstance(value, QColor) else value
        for field in fields(theme)
        for value in (getattr(theme, field.name),)
    }
    tokens["raised_hover"] = mixed(theme.raised, theme.text, 0.08).name()
    tokens["raised_pressed"] = mixed(theme.raised, theme.text, 0.14).name()
    tokens["calm_hover"] = mixed(theme.calm, theme.text, 0.15).name()
    # The ring around what is filled with the accent is of the text's colour, which is close to it.
    away = 0.06 if not theme.is_dark else 0.2 if theme.high_contrast else 0.12
    tokens["calm_focus"] = mixed(theme.calm, theme.on_accent, away).name()
    tokens["calm_pressed"] = mixed(theme.calm, theme.text, 0.28).name()
    # What can be pressed has an outline where a card has one.
    tokens["edge"] = theme.line.name() if theme.high_contrast else "transparent"
    sheet = _ROUND.sub(
        lambda size: f"{(theme.px(float(size[1])) + int(size[2] or 0)) // 2 + theme.focus_px}px",
        _STYLE_SHEET.read_text("utf-8"),
    )
    sheet = _GROWING.sub(lambda size: f"{theme.px(float(size[1]))}px", sheet)
    return Template(sheet).substitute(tokens)


def apply_theme(application: QApplication, theme: Theme) -> None:
    """Give the whole application, made with `DRAWN_BY`, a theme: palette, font and style sheet."""
    apply_colors_and_type(application, theme)
    application.setStyleSheet(style_sheet(theme))


def apply_colors_and_type(application: QApplication, theme: Theme) -> None:
    """Give the whole application what a theme has beside its style sheet: palette and font."""
    application.setPalette(_palette(theme))
    application.setFont(theme.font(theme.body_px))


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


def faded(color: QColor, alpha: float) -> QColor:
    """The same colour at another opacity, 0 to 1."""
    thin = QColor(color)
    thin.setAlphaF(alpha)
    return thin


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
