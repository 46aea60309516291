"""Two small charts over the same weeks, months or years: minutes as bars, and tension as two lines."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale, Qt

from relaxapp.journal.report import Grain
from relaxapp.ui.formats import number
from relaxapp.ui.report.drawn import Box, Dot, Fill, Stroke
from relaxapp.ui.report.ink import AXIS, BAR, BETWEEN, CALM, LINE, WARM

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from relaxapp.journal.statistics import Practice
    from relaxapp.ui.report.drawn import Drawn
    from relaxapp.ui.report.typesetting import Typesetter

HEIGHT = 128
"""Of a chart, with its axes."""
_LEFT = 30
"""For the numbers at the left."""
_TOP = 14
_BOTTOM = 18
_STEPS = (1, 2, 5, 10, 15, 30, 60, 120, 300)
"""How many minutes may be between two lines; from there on times ten."""
_LINES_MOST = 4
_BAR_SHARE = 0.62
_BAR_MOST = 26
_VALUES_APART = 4
_LARGE_DOTS_MOST = 27
_WEEKS_NAMED_MOST = 9
_MONTHS_NAMED_MOST = 14
_TENSIONS = (0, 2, 4, 6, 8, 10)
_DOTS_MOST = 60
_LABEL_GAP = 8
_FIRST_WEEK = 7


@dataclass(frozen=True, slots=True)
class _Frame:
    """Where things are in a chart."""

    setter: Typesetter
    width: float
    count: int
    most: float

    @property
    def slot(self) -> float:
        return (self.width - _LEFT) / self.count

    def x(self, index: int) -> float:
        return _LEFT + self.slot * (index + 0.5)

    def y(self, value: float) -> float:
        return _TOP + (HEIGHT - _TOP - _BOTTOM) * (1 - value / self.most)


def bars(
    setter: Typesetter, practice: Sequence[Practice], grain: Grain, width: float
) -> tuple[Drawn, ...]:
    """Minutes practised, a bar for each; `HEIGHT` high."""
    most = max(1.0, *(each.minutes for each in practice))
    step = _step(most)
    lines = -(-most // step)
    frame = _Frame(setter, width, len(practice), lines * step)
    drawn = [*_grid(frame, [step * line for line in range(int(lines) + 1)])]
    bar = min(_BAR_MOST, frame.slot * _BAR_SHARE)
    widest = max(setter.width(number(each.minutes), AXIS) for each in practice)
    has_values = widest + _VALUES_APART <= frame.slot
    for index, each in enumerate(practice):
        if each.minutes:
            top = frame.y(each.minutes)
            drawn.append(
                Box(
                    frame.x(index) - bar / 2,
                    top,
                    bar,
                    frame.y(0) - top,
                    BAR,
                    min(1.6, bar / 4),
                )
            )
            if has_values:
                drawn.append(
                    setter.line(
                        number(each.minutes),
                        AXIS,
                        x=frame.x(index),
                        top=top - AXIS.line,
                        align=Qt.AlignmentFlag.AlignHCenter,
                    )
                )
    return (*drawn, *_names(frame, practice, grain))


def lines(
    setter: Typesetter, practice: Sequence[Practice], grain: Grain, width: float
) -> tuple[Drawn, ...]:
    """Average tension before, with rings, and after, with dots; `HEIGHT` high."""
    frame = _Frame(setter, width, len(practice), _TENSIONS[-1])
    drawn = [*_grid(frame, _TENSIONS)]
    for run in _runs(practice):
        before = tuple((frame.x(index), frame.y(tension)) for index, tension, _ in run)
        after = tuple((frame.x(index), frame.y(tension)) for index, _, tension in run)
        if len(run) > 1:
            drawn += [
                Fill((*before, *reversed(after)), BETWEEN),
                Stroke(before, WARM, 1.4),
                Stroke(after, CALM, 1.4),
            ]
        if len(practice) <= _DOTS_MOST or len(run) == 1:
            radius = 2.1 if len(practice) <= _LARGE_DOTS_MOST else 1.5
            drawn += [Dot(x, y, radius, WARM, is_filled=False) for x, y in before]
            drawn += [Dot(x, y, radius, CALM) for x, y in after]
    return (*drawn, *_names(frame, practice, grain))


def legend(setter: Typesetter, before: str, after: str, right: float) -> tuple[Drawn, ...]:
    """What the two lines are, ending at the right on a line of its own."""
    drawn: list[Drawn] = []
    x = right
    for text, color, is_filled in ((after, CALM, True), (before, WARM, False)):
        words = setter.line(text, AXIS, x=x, align=Qt.AlignmentFlag.AlignRight)
        middle = AXIS.line / 2
        x = words.x - 6
        drawn += [
            words,
            Stroke(((x - 14, middle), (x, middle)), color, 1.4),
            Dot(x - 7, middle, 2.1, color, is_filled),
        ]
        x -= 14 + 12
    return tuple(drawn)


def _step(most: float) -> float:
    factor = 1
    while True:
        for step in _STEPS:
            if most <= step * factor * _LINES_MOST:
                return step * factor
        factor *= 10


def _grid(frame: _Frame, values: Sequence[float]) -> Iterator[Drawn]:
    for value in values:
        y = frame.y(value)
        yield Stroke(((_LEFT, y), (frame.width, y)), LINE, 0.5 if value else 0.9)
        yield frame.setter.line(
            number(value),
            AXIS,
            x=_LEFT - 6,
            top=y - AXIS.line / 2,
            align=Qt.AlignmentFlag.AlignRight,
        )


def _runs(practice: Sequence[Practice]) -> Iterator[list[tuple[int, float, float]]]:
    """Those with tension that follow each other without a gap: where, before, after."""
    run: list[tuple[int, float, float]] = []
    for index, each in enumerate(practice):
        if each.tension is not None:
            run.append((index, each.tension.before, each.tension.after))
        elif run:
            yield run
            run = []
    if run:
        yield run


def _names(frame: _Frame, practice: Sequence[Practice], grain: Grain) -> Iterator[Drawn]:
    """What stands below the axis; a name that would touch the one before is left away."""
    end = -float(_LABEL_GAP)
    for index, name in _named(practice, grain):
        width = frame.setter.width(name, AXIS)
        left = min(frame.x(index) - width / 2, frame.width - width)
        if left >= end + _LABEL_GAP:
            yield frame.setter.line(name, AXIS, x=left, top=HEIGHT - _BOTTOM + 4)
            end = left + width


def _named(practice: Sequence[Practice], grain: Grain) -> Iterator[tuple[int, str]]:
    starts = [each.starts_on for each in practice]
    if grain is Grain.YEAR:
        yield from ((index, _dated(start, "yyyy")) for index, start in enumerate(starts))
    elif grain is Grain.MONTH and len(starts) > _MONTHS_NAMED_MOST:
        yield from (
            (index, _dated(start, "yyyy")) for index, start in enumerate(starts) if start.month == 1
        )
    elif grain is Grain.WEEK and len(starts) <= _WEEKS_NAMED_MOST:
        yield from ((index, _dated(start, "d MMM")) for index, start in enumerate(starts))
    else:
        if starts[0].day <= _FIRST_WEEK:
            yield 0, _month(starts[0])
        for index, (before, start) in enumerate(pairwise(starts), 1):
            if start.month != before.month:
                yield index, _month(start)


def _month(start: date) -> str:
    return _dated(start, "MMM yyyy" if start.month == 1 else "MMM")


def _dated(day: date, pattern: str) -> str:
    return QLocale().toString(QDate(day.year, day.month, day.day), pattern)
