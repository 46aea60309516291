"""The stage while muscles are tensed, let go or noticed: what to do in words, and the figure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QSpacerItem, QVBoxLayout, QWidget

from relaxapp.timeline.clip import seconds
from relaxapp.timeline.phase import PhaseKind
from relaxapp.ui.formats import number, seconds_long
from relaxapp.ui.label import paragraph
from relaxapp.ui.pages.breath_page import HEAD_PX
from relaxapp.ui.pages.group_title import TITLES, GroupTitle
from relaxapp.ui.pages.phase_words import phase_word
from relaxapp.ui.pages.showing import group_number, is_imagined
from relaxapp.ui.painted.body_map import BodyMap
from relaxapp.ui.painted.caption import Caption
from relaxapp.ui.painted.countdown import Count, Countdown

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QResizeEvent

    from relaxapp.timeline.timeline import Timeline
    from relaxapp.ui.theme import Theme

_COUNTED = frozenset({PhaseKind.TENSE, PhaseKind.RELEASE, PhaseKind.NOTICE})
_CLOSE_HEAD_PX = 28
"""How far a title of a single line reaches down, at 100 %."""
_GAP = 12
_COMPACT_GAP = 3
_WORDY_FROM_PX = 28
"""The type of the caption from which on it takes room from the figure."""


@dataclass(frozen=True, slots=True)
class Fit:
    """One way to share the room out.

    Attributes:
        title: the role of the title, which sets its size.
        shares: of the width: air, words, figure, air.
        is_short: whether the seconds stand without a card, and what is less needed is left out.
    """

    title: str
    shares: tuple[int, int, int, int]
    is_short: bool = False


_EVEN = (9, 44, 42, 5)
_MORE_WORDS = (4, 58, 30, 2)
"""The figure gives way to the words."""
_USUAL = (
    *(Fit(title, _EVEN) for title in TITLES),
    *(Fit(TITLES[-1], _MORE_WORDS, is_short) for is_short in (False, True)),
)
"""From the most generous to the closest."""
_WORDY = (
    *(Fit(title, _MORE_WORDS) for title in TITLES),
    Fit(TITLES[-1], _MORE_WORDS, is_short=True),
)
"""The same where what is said is large."""
_COMPACT = (Fit("strong", (0, 58, 42, 0), is_short=True),)


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
        self._close = False
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
        self._eyebrow = paragraph("eyebrow")
        self._eyebrow.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._title = GroupTitle(theme)
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

    def expect(self, titles: Iterable[str], captions: Iterable[str]) -> None:
        """Take room for all of these, so that nothing changes its size from one to the next."""
        self._title.expect(_capital(title) for title in titles)
        self.caption.expect(captions)
        self._fit()

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
        title = title_of(timeline, index)
        self._eyebrow.setText(eyebrow)
        self._title.setText(_capital(title))
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

    def set_close(self, *, close: bool) -> None:
        """Whether the title above takes a single line."""
        if close != self._close:
            self._close = close
            self._fit()

    def set_compact(self, *, compact: bool) -> None:
        """Whether there is room for little."""
        self._compact = compact
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
        """Share the room out between words and figure, and find the sizes that it allows."""
        fit, width = self._fitting()
        for place, share in zip((0, 1, 3, 4), fit.shares, strict=True):
            self._row.setStretch(place, share)
        self._row.setContentsMargins(*((16, 8, 8, 6) if self._compact else (0, 0, 0, 0)))
        self._left.setSpacing(self._gap)
        self._head.changeSize(0, self._head_height)
        self._title.set_role(fit.title)
        self.countdown.set_compact(fit.is_short)
        self.caption.set_room(max(1, self.height() - self._others_height(fit, width)))
        for widget in (self._eyebrow, self.coming):
            if widget.isHidden() is not fit.is_short:
                widget.setHidden(fit.is_short)
        self._left.invalidate()

    def _fitting(self) -> tuple[Fit, int]:
        """The first of the sizes in which everything is seen, with the width of the words."""
        is_wordy = self.caption.wished_px >= _WORDY_FROM_PX
        fits = _COMPACT if self._compact else _WORDY if is_wordy else _USUAL
        for fit in fits:
            width = max(1, self.width() * fit.shares[1] // sum(fit.shares))
            room = self.height() - self._others_height(fit, width)
            is_wide = self._title.longest_word(fit.title) <= width
            if is_wide and self.caption.wished_height(width) <= room:
                break
        return fit, width

    def _others_height(self, fit: Fit, width: int) -> int:
        """The height that everything takes but what is said."""
        height = self._head_height + self._title.height_at(width, fit.title) + 5 * self._gap
        if fit.is_short:
            return height + self.countdown.compact_height()
        extras = self._eyebrow.sizeHint().height() + self.coming.height() + 2 * self._gap
        return height + self.countdown.full_height() + extras

    @property
    def _gap(self) -> int:
        return _COMPACT_GAP if self._compact else _GAP

    @property
    def _head_height(self) -> int:
        if self._compact:
            return 0
        return self._theme.px(_CLOSE_HEAD_PX if self._close else HEAD_PX) - _GAP


def title_of(timeline: Timeline, index: int) -> str:
    """What a phase is about: its muscle group, else its step."""
    phase = timeline.phases[index]
    title: str = phase.group or timeline.steps[phase.step].title
    return title


def _capital(title: str) -> str:
    return title[:1].upper() + title[1:]


def _release_after(timeline: Timeline, index: int) -> int | None:
    """How many seconds are for letting go right after a tension; None where it is not followed by that."""
    is_tense = timeline.phases[index].kind is PhaseKind.TENSE or is_imagined(timeline, index)
    following = timeline.phases[index + 1 : index + 2]
    if is_tense and following and following[0].kind is PhaseKind.RELEASE:
        return round(seconds(following[0].length))
    return None
