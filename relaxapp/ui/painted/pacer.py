"""The breathing pacer: what all its forms have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from relaxapp.ui.painted.layer import layer
from relaxapp.ui.painted.pace import RESTING, Course, Pace
from relaxapp.ui.painted.pacer_words import SMALLEST_PX, PacerWords
from relaxapp.ui.painted.track import Track, is_small_step, points_along

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPainterPath

    from relaxapp.ui.theme import Theme

LIT = QColor("#d9fff3")
BODY = QColor("#8fd3c1")
SHADE = QColor("#3f838a")
ON_BODY = QColor("#07191c")
"""Words on what is filled with breath."""
STILL_TONE = 0.45
"""The opacity of what shows the breath where nothing may move, with empty lungs."""

_LABEL_SHARE = 0.064
"""The height of the word, as a share of the shorter side."""
_LOW = 220
"""Height at 100 % below which words stand beside what shows the breath."""
_BESIDE = 150
"""Width that they take there at least, and, grown with the text, at most."""
_LOW_LABEL_PX = 19


class Pacer(QWidget):
    """Shows a `Pace`; the base of its forms, which say what is painted where.

    What does not move is painted once per size and then only copied, and only what changes is
    repainted.

    Args:
        theme: what to paint with.
        still: nothing moves; what shows the breath changes its tone instead.
        ground: gives what lies behind the pacer, as a picture of its size; with it the pacer covers
            its place, and what lies behind need not be painted with every frame.
        parent: as in Qt.
    """

    _track: Track | None
    _words: QPixmap | None
    _room_kept: QRectF | None
    _words_kept: QRectF | None

    def __init__(
        self,
        theme: Theme,
        *,
        still: bool = False,
        ground: Callable[[QWidget], QPixmap] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._ground = ground
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent, ground is not None)
        self._theme = theme
        self._still = still
        self._pace = RESTING
        self._tint = QColor(Qt.GlobalColor.transparent)
        self.forget()
        self.setAccessibleName(self.tr("Breathing pacer"))

    @property
    def pace(self) -> Pace:
        """What is shown."""
        return self._pace

    def show_pace(self, pace: Pace) -> None:
        """Show another moment; costs nothing if it is the one that is shown."""
        before, self._pace = self._pace, pace
        if before == pace:
            return
        says_other = (before.label, before.count) != (pace.label, pace.count)
        if says_other:
            self._words = None
        if before.label != pace.label and pace.label:
            self.setAccessibleName(pace.label)
        if self._track is None or not self._is_small(before, pace):
            self.update()
            return
        # One rectangle around all: Qt copies into a single one several times as fast.
        area = self._moved(before, pace)
        if says_other:
            area = area.united(self._place_of_words().toAlignedRect())
        if before.progress is not None and pace.progress is not None and self._has_progress:
            area = area.united(self._track.tip(before.progress, pace.progress))
        self.update(area)

    def show_course(self, course: Course) -> None:
        """Know the breath of the whole session; most forms show the present alone."""

    def set_still(self, still: bool) -> None:  # noqa: FBT001 -- a setter in Qt's manner
        """Whether nothing moves and the tone changes instead."""
        if still != self._still:
            self._still = still
            self.forget()
            self.update()

    def set_tint(self, tint: QColor) -> None:
        """Let a thin colour lie over the ground, as it does around the pacer."""
        if tint != self._tint:
            self._tint = tint
            self.update()

    def forget(self) -> None:
        """Let go of every picture kept, or have none to begin with."""
        self._track = None
        self._words = None
        self._room_kept = None
        self._words_kept = None

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 -- Qt's name
        """Every picture has another size now."""
        super().resizeEvent(event)
        self.forget()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 -- Qt's name
        """Copy the backdrop with its progress, what shows the breath, and the words."""
        if self._track is None:
            self._track = Track(
                self._paint_backdrop(), points_along(self._track_path()), self._theme.calm
            )
        painter = QPainter(self)
        ratio = self.devicePixelRatioF()
        area = event.rect()
        source = QRect(area.topLeft() * ratio, area.size() * ratio)
        progress = self._pace.progress if self._has_progress else None
        painter.drawPixmap(area, self._track.picture(progress), source)
        if self._tint.alpha() and self._ground is not None:
            painter.fillRect(area, self._tint)
        self._paint_breath(painter)
        if self._pace.label or self._pace.count:
            if self._words is None:
                self._words = self._paint_words()
            place = self._place_of_words()
            if place.intersects(QRectF(area)):
                self._copy(painter, self._words, place.center())

    # What a form is made of.

    _has_progress = True
    """Whether the progress of the phase is shown by the track."""
    _words_color: QColor | None = None
    """What the words are written with; None for the theme's text."""

    def _track_path(self) -> QPainterPath:
        """The line that fills with the phase."""
        raise NotImplementedError

    def _paint_behind(self, painter: QPainter) -> None:
        """Paint what never changes, over the ground."""
        raise NotImplementedError

    def _paint_breath(self, painter: QPainter) -> None:
        """Paint what shows the breath."""
        raise NotImplementedError

    def _moved(self, before: Pace, now: Pace) -> QRect:
        """What of the breath changes between two moments close to each other."""
        raise NotImplementedError

    def _words_place(self) -> QRectF:
        """Where the words stand if there is room within or below."""
        raise NotImplementedError

    # What forms have in common.

    def _is_small(self, before: Pace, now: Pace) -> bool:
        """Whether little enough changes that `_moved` and the tip of the track cover it."""
        if before.progress is None and now.progress is None:
            return True
        return is_small_step(before.progress, now.progress)

    def _tone(self) -> float:
        """How opaque what shows the breath is where it may not move."""
        return STILL_TONE + (1 - STILL_TONE) * self._pace.fullness

    def _copy(self, painter: QPainter, picture: QPixmap, center: QPointF) -> None:
        """Copy a picture around a point, on whole pixels of the screen: between them is slow."""
        ratio = self.devicePixelRatioF()
        left = round(center.x() * ratio - picture.width() / 2) / ratio
        top = round(center.y() * ratio - picture.height() / 2) / ratio
        painter.drawPixmap(QPointF(left, top), picture)

    def _place_of_words(self) -> QRectF:
        if self._words_kept is None:
            self._words_kept = self._beside() if self._is_low() else self._words_place()
        return self._words_kept

    def _is_low(self) -> bool:
        """Whether there is too little height for words within or below what shows the breath."""
        low = self.height() < self._theme.px(_LOW)
        return low and self.width() > self.height() + _BESIDE

    def _room(self) -> QRectF:
        """What is there for showing the breath; where it is low, the words stand beside it."""
        if self._room_kept is None:
            self._room_kept = self._shared_out()
        return self._room_kept

    def _shared_out(self) -> QRectF:
        if not self._is_low():
            return QRectF(self.rect())
        width = self._low_width()
        left = round((self.width() - width - self._width_beside()) / 2)
        return QRectF(left, 0, width, self.height())

    def _width_beside(self) -> int:
        return max(_BESIDE, min(self._theme.px(_BESIDE), self.width() - self._low_width()))

    def _low_width(self) -> int:
        """How wide what shows the breath is where the words stand beside it."""
        return self.height()

    def _beside(self) -> QRectF:
        """Where the words stand if they stand beside it."""
        room = self._room()
        return QRectF(room.right() + 16, 0, self._width_beside() - 16, self.height())

    def _center(self) -> QPointF:
        return self._room().center()

    def _side(self) -> float:
        room = self._room()
        return min(room.width(), room.height())

    def _layer(self, size: QSizeF, paint: Callable[[QPainter], None]) -> QPixmap:
        return layer(size, self.devicePixelRatioF(), paint)

    def _paint_backdrop(self) -> QPixmap:
        if self._ground is None:
            return self._layer(QSizeF(self.size()), self._paint_behind)
        ground = self._ground(self)
        painter = QPainter(ground)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_behind(painter)
        painter.end()
        return ground

    def _label_px(self) -> int:
        """The height of the word: by the room there is, larger where all text is."""
        usual = _LOW_LABEL_PX if self._is_low() else self._side() * _LABEL_SHARE
        return self._theme.px(max(SMALLEST_PX, usual))

    def _paint_words(self) -> QPixmap:
        """The word and the count, as large as they may be within their place."""
        on_breath = None if self._is_low() else self._words_color
        words = PacerWords(
            self._theme,
            self._pace.label,
            self._pace.count,
            color=on_breath or self._theme.text,
            px=self._label_px(),
        )
        size = self._place_of_words().size()
        return self._layer(size, lambda painter: words.paint(painter, size))


def around(center: QPointF, radius: float) -> QRectF:
    """The square around a circle."""
    return QRectF(center.x() - radius, center.y() - radius, 2 * radius, 2 * radius)
