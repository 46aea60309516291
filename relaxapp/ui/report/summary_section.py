"""The beginning of a report: its title, and the practice in a few figures."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from relaxapp.journal.comparison import ENOUGH_SESSIONS
from relaxapp.journal.report import Part
from relaxapp.ui.formats import number
from relaxapp.ui.report import remarks, words
from relaxapp.ui.report.drawn import Box
from relaxapp.ui.report.ink import BAND, BODY_TYPE, COLUMN, FIGURE, SMALL, STRONG, SUBTITLE, TITLE
from relaxapp.ui.report.strip import Strip, gap

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from relaxapp.journal.report import Report
    from relaxapp.ui.report.composing import Composer
    from relaxapp.ui.report.drawn import Drawn


def title(composer: Composer, report: Report) -> Iterator[Strip]:
    """What it is, whom it is about, which days, and how far it can be trusted."""
    yield from composer.text(words.title(), TITLE, with_next=True)
    yield gap(2)
    if report.name:
        yield from composer.text(
            report.name, replace(SUBTITLE, weight=STRONG.weight), with_next=True
        )
    yield from composer.text(words.period(report.period), SUBTITLE, with_next=True)
    yield gap(4)
    yield from composer.text(remarks.made(report), SMALL, with_next=True)
    yield gap(4)
    has_tension = bool({Part.TENSION, Part.CHANGES, Part.FACTORS} & report.contents.parts)
    yield from composer.text(remarks.limits(has_tension=has_tension), SMALL)


def summary(composer: Composer, report: Report) -> Iterator[Strip]:
    """The practice in a few figures."""
    told = report.summary
    yield gap(16)
    figures = [
        (_tr("Sessions"), number(told.sessions), words.sessions_below(told)),
        (_tr("Time practised"), words.minutes(told.minutes), words.each(told)),
        (
            _tr("Days practised"),
            number(told.days),
            _tr("of {days}").format(days=words.days(told.of_days)),
        ),
    ]
    if Part.TENSION in report.contents:
        tension = told.tension
        count = tension.sessions if tension else 0
        is_enough = count >= ENOUGH_SESSIONS
        figures.append(
            (
                _tr("Tension, before → after"),
                words.before_and_after(tension) if tension and is_enough else words.NONE,
                words.rated(count),
            )
        )
    yield _side_by_side(composer, figures)
    yield gap(10)
    yield from composer.text(remarks.about_sessions(told), BODY_TYPE)


def _side_by_side(composer: Composer, figures: Sequence[tuple[str, str, str]]) -> Strip:
    """Figures side by side, each with what it is and what to know about it."""
    space, pad = 10.0, 10.0
    width = (composer.width - space * (len(figures) - 1)) / len(figures)
    columns = []
    for index, (label, value, below) in enumerate(figures):
        x = index * (width + space) + pad
        room = width - 2 * pad
        kind = FIGURE
        while kind.size > SMALL.size and composer.setter.width(value, kind) > room:
            kind = replace(kind, size=kind.size - 1)
        top = pad
        column: list[Drawn] = [*composer.setter.lines(label, COLUMN, room, x=x, top=top)]
        top += len(column) * COLUMN.line + 2
        large = composer.setter.lines(value, kind, room, x=x, top=top)
        column += large
        top += max(FIGURE.line, len(large) * kind.line)
        small = composer.setter.lines(below, SMALL, room, x=x, top=top)
        top += len(small) * SMALL.line + pad
        columns.append((top, (*column, *small)))
    height = max(top for top, _ in columns)
    boxes = tuple(
        Box(index * (width + space), 0, width, height, BAND, 5) for index in range(len(figures))
    )
    return Strip(
        height,
        (*boxes, *(drawn for _, column in columns for drawn in column)),
        said="\n".join(f"{label}: {value}, {below}." for label, value, below in figures),
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("Report", text)
