"""Text broken into lines and measured, the same for every device it is painted on."""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption

from relaxapp.ui.report.drawn import Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from relaxapp.ui.report.ink import Type

FINE = 20
"""Type is measured and painted this many times larger, and scaled down: so that rounding to pixels,
which differs from device to device, counts for nothing."""
_ASCENT = 0.76
"""From the baseline to the top of the capitals, in sizes, with a little air."""
_EM_UTF16 = "utf-16-le"


@cache
def font_of(family: str, kind: Type) -> QFont:
    """The font of a type, `FINE` times as large, in pixels for points."""
    font = QFont(family)
    font.setPixelSize(round(kind.size * FINE))
    font.setWeight(kind.weight)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    # Other shapes of a sign beside figures and capitals: of those a PDF forgets which sign they are.
    font.setFeature(QFont.Tag("calt"), 0)
    return font


class Typesetter:
    """Sets text in one typeface.

    Args:
        family: the typeface.
    """

    def __init__(self, family: str) -> None:
        self.family = family

    def width(self, text: str, kind: Type) -> float:
        """How wide a line is, in points."""
        metrics = QFontMetricsF(font_of(self.family, kind))
        return metrics.horizontalAdvance(_plain(text)) / FINE

    def shortened(self, text: str, kind: Type, width: float) -> str:
        """A line cut short with dots where it is too wide."""
        metrics = QFontMetricsF(font_of(self.family, kind))
        return metrics.elidedText(_plain(text), Qt.TextElideMode.ElideRight, width * FINE)

    def line(
        self,
        text: str,
        kind: Type,
        *,
        x: float = 0,
        top: float = 0,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> Words:
        """One line as it is, however long.

        Args:
            text: what it says.
            kind: what it is set in.
            x: where it begins, ends or has its middle, as `align` says.
            top: where it begins from above.
            align: left, right or in the middle.
        """
        text = _plain(text)
        width = self.width(text, kind)
        before = {Qt.AlignmentFlag.AlignRight: width, Qt.AlignmentFlag.AlignHCenter: width / 2}
        return Words(text, x - before.get(align, 0), _baseline(kind, top), width, kind)

    def lines(
        self,
        text: str,
        kind: Type,
        width: float,
        *,
        x: float = 0,
        top: float = 0,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> tuple[Words, ...]:
        """Text in as many lines as it needs; what is read from right to left stands at the right.

        Args:
            text: what it says; line ends in it are kept.
            kind: what it is set in.
            width: how wide the lines are at the most. A word that is wider is broken.
            x: the left edge.
            top: where the first line begins from above.
            align: left or right.
        """
        found = []
        for paragraph in text.splitlines() or [""]:
            for line, line_width, is_leftward in self._broken(_plain(paragraph), kind, width):
                is_right = is_leftward or align is Qt.AlignmentFlag.AlignRight
                left = x + (width - line_width if is_right else 0)
                found.append(Words(line, left, _baseline(kind, top), line_width, kind, is_leftward))
                top += kind.line
        return tuple(found)

    def _broken(self, text: str, kind: Type, width: float) -> Iterator[tuple[str, float, bool]]:
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setUseDesignMetrics(True)
        is_leftward = text.isascii() is False and _is_leftward(text)
        option.setTextDirection(
            Qt.LayoutDirection.RightToLeft if is_leftward else Qt.LayoutDirection.LeftToRight
        )
        layout = QTextLayout(text, font_of(self.family, kind))
        layout.setTextOption(option)
        layout.beginLayout()
        # Qt counts in UTF-16.
        units = text.encode(_EM_UTF16, "surrogatepass")
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width * FINE)
            start = 2 * line.textStart()
            part = units[start : start + 2 * line.textLength()]
            words = part.decode(_EM_UTF16, "replace").rstrip()
            yield words, line.naturalTextWidth() / FINE, is_leftward
        layout.endLayout()


def _baseline(kind: Type, top: float) -> float:
    """Where text stands in a line that begins there: its capitals are in the middle of the line."""
    return top + (kind.line + _ASCENT * kind.size) / 2


def _plain(text: str) -> str:
    """Text without signs that would break or hide it; a tab is a space."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(
        " " if sign.isspace() or unicodedata.category(sign) == "Cc" else sign for sign in text
    )


def _is_leftward(text: str) -> bool:
    """Whether a paragraph is read from right to left, as its first letter tells (UAX 9, P2 and P3)."""
    for sign in text:
        direction = unicodedata.bidirectional(sign)
        if direction in {"R", "AL"}:
            return True
        if direction == "L":
            return False
    return False
