"""A sentence that is said, written under or over a picture, in as many lines as it needs."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QImage,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from relaxapp.ui.painted.layer import layer

if TYPE_CHECKING:
    from collections.abc import Iterable

    from relaxapp.ui.theme import Theme

_MEASURE_EM = 36.0
"""The longest line, in heights of its type: about seventy letters."""
_LEADING = 1.32
"""From line to line, in heights of the type."""
_SMALLEST_PX = 14
"""At 100 %; the type never becomes smaller than this for want of room."""
_BAND_STRENGTH = 0.64
"""Opacity of the band behind words on a picture: with it they stand out by 4.5:1 from any colour."""
_BAND_SOFT = 20.0
"""How far the band fades out, in pixels."""


class Caption(QWidget):
    """Shows a sentence; it asks for as much height as the longest of its sentences needs.

    Args:
        theme: what to paint with.
        px: the size of the type at 100 %, in pixels.
        bold: whether it is heavier than usual.
        centered: whether it stands in the middle; else at the left, from the top.
        on_picture: whether it lies on a picture: then it is brighter, and has a soft band behind it.
        parent: as in Qt.
    """

    def __init__(
        self,
        theme: Theme,
        px: float,
        *,
        bold: bool = False,
        centered: bool = True,
        on_picture: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._usual_px = px
        self._weight = QFont.Weight.Medium if bold else QFont.Weight.Normal
        self._centered = centered
        self._on_picture = on_picture
        self._percent = 100
        self._most_lines: int | None = None
        self._wished_lines: int | None = None
        self._room: float | None = None
        self._px = self.wished_px
        self._text = ""
        self._texts: tuple[str, ...] = ()
        self._picture: QPixmap | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._fit()

    @property
    def text(self) -> str:
        """The sentence shown; empty for none."""
        return self._text

    @property
    def px(self) -> int:
        """The size of the type, in pixels: as wished, smaller only where there is no room for it."""
        return self._px

    @property
    def smallest_px(self) -> int:
        """The size below which the type does not become smaller, whatever the room."""
        return min(self.wished_px, self._theme.px(_SMALLEST_PX))

    def show_text(self, text: str) -> None:
        """Show another sentence; costs nothing if it is the one that is shown."""
        if text == self._text:
            return
        self._text = text
        self._picture = None
        self.setAccessibleName(text)
        if text not in self._texts and text:
            self._fit()
        self.update()

    def expect(self, texts: Iterable[str]) -> None:
        """Take room for all of these sentences, so that nothing moves when the next one comes."""
        self._texts = tuple(texts)
        self._fit()

    def set_percent(self, percent: int) -> None:
        """Write in another size, in percent of the usual one."""
        if percent != self._percent:
            self._percent = percent
            self._picture = None
            self._fit()
            self.update()

    def wished_height(self, width: int) -> int:
        """The height that it would need at a width, in the size that is wished for."""
        return self._needed_height(self.wished_px, width)

    def set_room(self, height: float | None) -> None:
        """Take no more height than this: the type becomes smaller before a sentence would be cut."""
        if height != self._room:
            self._room = height
            self._fit()

    def set_most_lines(self, lines: int | None) -> None:
        """Cut off what does not fit into so many lines, or into the room; None cuts nothing off."""
        self._most_lines = self._wished_lines = lines
        self._picture = None
        self._fit()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 -- Qt's name
        """Lines break elsewhere now."""
        super().resizeEvent(event)
        self._picture = None
        self._fit()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 -- Qt's name
        """Copy the sentence."""
        if not self._text:
            return
        if self._picture is None:
            self._picture = layer(QSizeF(self.size()), self.devicePixelRatioF(), self._paint)
        QPainter(self).drawPixmap(0, 0, self._picture)

    @property
    def wished_px(self) -> int:
        """The size of the type as the person wants it."""
        return max(1, round(self._theme.px(self._usual_px) * self._percent / 100))

    def _font(self, px: int | None = None) -> QFont:
        return self._theme.font(px or self._px, self._weight)

    def _line_height(self, px: int) -> float:
        return max(px * _LEADING, QFontMetricsF(self._font(px)).lineSpacing())

    def _widest(self, px: int, width: int) -> float:
        air = _BAND_SOFT if self._on_picture else 0.0
        return max(1.0, min(width - 4 * air, px * _MEASURE_EM))

    def _fit(self) -> None:
        """Ask for the height that all sentences need."""
        before = (self._px, self._most_lines)
        self._px, self._most_lines = self.wished_px, self._wished_lines
        height = self._needed_height(self._px, self.width())
        while self._room is not None and height > self._room and self._px > self.smallest_px:
            self._px = max(self.smallest_px, round(self._px * 0.94) - 1)
            height = self._needed_height(self._px, self.width())
        while self._room is not None and height > self._room and (self._most_lines or 1) > 1:
            assert self._most_lines is not None
            self._most_lines -= 1
            height = self._needed_height(self._px, self.width())
        if (self._px, self._most_lines) != before:
            self._picture = None
            self.update()
        self.setFixedHeight(height)

    def _count_lines(self, text: str, px: int, width: int) -> int:
        if not text:
            return 0
        lines = len(_broken(text, QFontMetricsF(self._font(px)), self._widest(px, width)))
        return lines if self._most_lines is None else min(lines, self._most_lines)

    def _needed_height(self, px: int, width: int) -> int:
        texts = (*self._texts, self._text)
        lines = max((self._count_lines(text, px, width) for text in texts), default=0)
        air = 2 * _BAND_SOFT if self._on_picture else 0.0
        return ceil(max(1, lines) * self._line_height(px) + air)

    def _lines(self) -> list[str]:
        """The sentence in lines about equally long; what is too much is cut off with an ellipsis."""
        metrics = QFontMetricsF(self._font())
        widest = self._widest(self._px, self.width())
        lines = _broken(self._text, metrics, widest)
        if self._most_lines is not None and len(lines) > self._most_lines:
            rest = " ".join(lines[self._most_lines - 1 :])
            last = metrics.elidedText(rest, Qt.TextElideMode.ElideRight, widest)
            return [*lines[: self._most_lines - 1], last]
        low, high = widest / max(1, len(lines)), widest
        for _ in range(8 if len(lines) > 1 else 0):
            middle = (low + high) / 2
            if len(_broken(self._text, metrics, middle)) > len(lines):
                low = middle
            else:
                high = middle
        return _broken(self._text, metrics, high)

    def _paint(self, painter: QPainter) -> None:
        font, metrics = self._font(), QFontMetricsF(self._font())
        lines, height = self._lines(), self._line_height(self._px)
        widths = [metrics.horizontalAdvance(line) for line in lines]
        whole = height * len(lines)
        top = (self.height() - whole) / 2 if self._centered else 0.0
        places = [
            QRectF(
                (self.width() - width) / 2 if self._centered else 0.0,
                top + index * height,
                width,
                height,
            )
            for index, width in enumerate(widths)
        ]
        if self._on_picture:
            self._paint_band(painter, places)
        painter.setFont(font)
        painter.setPen(self._theme.text if self._on_picture else self._theme.dim)
        for line, place in zip(lines, places, strict=True):
            baseline = place.top() + (height + metrics.ascent() - metrics.descent()) / 2
            painter.drawText(QPointF(place.left(), baseline), line)

    def _paint_band(self, painter: QPainter, places: list[QRectF]) -> None:
        """A soft band, at its full strength wherever there are words."""
        words = QRectF()
        for place in places:
            words = words.united(place)
        air = 2 * _BAND_SOFT
        outer = words.adjusted(-air, -_BAND_SOFT, air, _BAND_SOFT)
        painter.drawImage(outer.topLeft(), _band(outer.size(), self._band_color()))

    def _band_color(self) -> QColor:
        color = QColor(self._theme.ground_top if self._theme.is_dark else "#ffffff")
        if self._theme.is_dark:
            color = color.darker(150)
        color.setAlphaF(_BAND_STRENGTH)
        return color


def _broken(text: str, metrics: QFontMetricsF, width: float) -> list[str]:
    """A text in lines no longer than a width, broken between words; a longer word is broken itself."""
    lines: list[str] = []
    line = ""
    for word in text.split():
        longer = f"{line} {word}" if line else word
        if metrics.horizontalAdvance(longer) <= width:
            line = longer
            continue
        if line:
            lines.append(line)
        line = word
        while metrics.horizontalAdvance(line) > width and len(line) > 1:
            cut = len(line) - 1
            while cut > 1 and metrics.horizontalAdvance(line[:cut]) > width:
                cut -= 1
            lines.append(line[:cut])
            line = line[cut:]
    return [*lines, line] if line else lines


def _band(size: QSizeF, color: QColor) -> QImage:
    """A rectangle whose outermost `_BAND_SOFT` pixels fade out."""
    width, height = max(1, ceil(size.width())), max(1, ceil(size.height()))
    image = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
    steps = int(_BAND_SOFT)
    for step in range(1, steps + 1):
        share = step / steps
        shade = QColor(color)
        shade.setAlphaF(color.alphaF() * share * share * (3 - 2 * share))
        painter.setBrush(shade)
        inset = step - 1
        area = QRectF(inset, inset, width - 2 * inset, height - 2 * inset)
        radius = max(2.0, 2 * _BAND_SOFT - inset)
        painter.drawRoundedRect(area, radius, radius)
    painter.end()
    return image
