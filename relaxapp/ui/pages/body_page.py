"""The stage while muscles are tensed, let go or noticed: what to do in words, and the figure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QSpacerItem,
    QVBoxLayout,
    QWidget,
)

from relaxapp.timeline.clip import seconds
from relaxapp.timeline.phase import PhaseKind
from relaxapp.ui.formats import number, seconds_long
from relaxapp.ui.pages.breath_page import HEAD_PX
from relaxapp.ui.pages.phase_words import phase_word
from relaxapp.ui.pages.showing import group_number, is_imagined
from relaxapp.ui.painted.body_map import BodyMap
from relaxapp.ui.painted.caption import Caption
from relaxapp.ui.painted.countdown import Count, Countdown

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from relaxapp.timeline.timeline import Timeline
    from relaxapp.ui.theme import Theme

_COUNTED = frozenset({PhaseKind.TENSE, PhaseKind.RELEASE, PhaseKind.NOTICE})
_USUAL = (9, 44, 42, 5)
"""Shares of the width: air, words, figure, air."""
_WORDY = (4, 58, 30, 2)
"""The same where the words are large: the figure gives way."""
_COMPACT = (0, 58, 42, 0)
_GAP = 12
_COMPACT_GAP = 3
_WORDY_FROM_PX = 28
"""The type of the caption from which on it takes room from the figure."""


class BodyPage(QWidget):
    """Shows which part of the body it is about, and what is done with it for how long.

    Attributes:
        body: the figure.
        countdown: the present phase with its seconds.
        caption: the sentence that is said.
        coming: a hint for the present phase, or what comes next.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._compact = False
        self._kind = PhaseKind.PAUSE
        self._release_seconds: int | None = None
        self.body = BodyMap(theme)
        self.body.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.countdown = Countdown(theme)
        self.countdown.setMaximumWidth(theme.px(480))
        keeps_place = self.countdown.sizePolicy()
        keeps_place.setRetainSizeWhenHidden(True)
        self.countdown.setSizePolicy(keeps_place)
        self.caption = Caption(theme, 20, centered=False)
        self.coming = Caption(theme, 15, centered=False)
        self._eyebrow = _label("eyebrow")
        self._title = _label("session-title")
        self._head = QSpacerItem(0, 0)
        self._left = QVBoxLayout()
        self._row = QHBoxLayout(self)
        self._row.setSizeConstraint(QHBoxLayout.SizeConstraint.SetNoConstraint)
        self._lay_out()

    @property
    def eyebrow(self) -> str:
        """The small words over the title."""
        return self._eyebrow.text()

    @property
    def title(self) -> str:
        """What it is about."""
        return self._title.text()

    def begin(self, timeline: Timeline, index: int) -> None:
        """Name what a phase is about."""
        phase = timeline.phases[index]
        place = group_number(timeline, index)
        eyebrow = "" if phase.kind is PhaseKind.SAY else phase_word(phase.kind).upper()
        if place:
            eyebrow = (
                self.tr("GROUP {number} OF {count}")
                .replace("{number}", number(place[0]))
                .replace("{count}", number(place[1]))
            )
        title = phase.group or timeline.steps[phase.step].title
        self._eyebrow.setText(eyebrow)
        self._title.setText(title[:1].upper() + title[1:])
        self._kind = PhaseKind.IMAGINE if is_imagined(timeline, index) else phase.kind
        self._release_seconds = _release_after(timeline, index)
        self.countdown.setVisible(phase.kind in _COUNTED)
        self._fit()

    def show_progress(self, left: str, share: float, *, times: bool) -> None:
        """Show how far the phase is.

        Args:
            left: what is left of it; empty to keep it from sight.
            share: how much of it is over, 0 to 1.
            times: whether it may be said how long what follows takes.
        """
        release = self._release_seconds
        self.countdown.show_count(
            Count(
                word=phase_word(self._kind),
                left=left,
                share=share,
                warm=self._kind in {PhaseKind.TENSE, PhaseKind.IMAGINE},
                then="" if release is None else self.tr("then let go"),
                then_length="" if release is None or not times else seconds_long(release),
            )
        )

    def set_caption_percent(self, percent: int) -> None:
        """Write what is said in another size."""
        self.caption.set_percent(percent)
        self._fit()

    def set_compact(self, *, compact: bool) -> None:
        """Whether there is room for little."""
        self._compact = compact
        self._title.setProperty("role", "strong" if compact else "session-title")
        self.style().unpolish(self._title)
        self.style().polish(self._title)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 -- Qt's name
        """Share the room out anew."""
        super().resizeEvent(event)
        self._fit()

    def _lay_out(self) -> None:
        left = self._left
        left.addItem(self._head)
        left.addStretch(3)
        for widget in (self._eyebrow, self._title, self.caption, self.countdown, self.coming):
            left.addWidget(widget)
        left.addStretch(4)
        row = self._row
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addStretch()
        row.addLayout(left)
        row.addSpacing(24)
        row.addWidget(self.body)
        row.addStretch()

    def _fit(self) -> None:
        """Give words and figure their shares; where room is short, the captions go first."""
        is_wordy = self.caption.wished_px >= _WORDY_FROM_PX
        shares = _COMPACT if self._compact else _WORDY if is_wordy else _USUAL
        for place, share in zip((0, 1, 3, 4), shares, strict=True):
            self._row.setStretch(place, share)
        self._row.setContentsMargins(*((16, 8, 8, 6) if self._compact else (0, 0, 0, 0)))
        width = max(1, round(self.width() * shares[1] / sum(shares)))
        gap = _COMPACT_GAP if self._compact else _GAP
        head = 0 if self._compact else self._theme.px(HEAD_PX) - 12
        needed = head + self._title.heightForWidth(width) + 5 * gap
        extras = self._eyebrow.sizeHint().height() + self.coming.height() + 2 * gap
        room = self.height() - needed - self.countdown.full_height() - extras
        short = self._compact or self.caption.wished_height() > room
        if short:
            room = self.height() - needed - self.countdown.compact_height()
        self._left.setSpacing(gap)
        self._head.changeSize(0, head)
        self.countdown.set_compact(short)
        self.caption.set_room(max(24, room))
        for widget in (self._eyebrow, self.coming):
            if widget.isHidden() is not short:
                widget.setHidden(short)
        self._left.invalidate()


def _release_after(timeline: Timeline, index: int) -> int | None:
    """How many seconds are for letting go right after a tension; None where it is not followed by that."""
    is_tense = timeline.phases[index].kind is PhaseKind.TENSE or is_imagined(timeline, index)
    following = timeline.phases[index + 1 : index + 2]
    if is_tense and following and following[0].kind is PhaseKind.RELEASE:
        return round(seconds(following[0].length))
    return None


def _label(role: str) -> QLabel:
    label = QLabel()
    label.setProperty("role", role)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
    return label
