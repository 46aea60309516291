"""The section about the body."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt

from relaxapp.journal.entry import MarkKind
from relaxapp.ui.formats import number
from relaxapp.ui.report import remarks, words
from relaxapp.ui.report.drawn import Box, Figure, Stroke
from relaxapp.ui.report.figure_painting import shade
from relaxapp.ui.report.ink import COLUMN, QUIET, SMALL, TWITCHING
from relaxapp.ui.report.strip import Strip, gap
from relaxapp.ui.report.table import Column, Row, Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from relaxapp.journal.report import Body, Report
    from relaxapp.ui.report.composing import Composer
    from relaxapp.ui.report.drawn import Drawn

_FIGURE_HEIGHT = 168
_FIGURE_WIDTH = 104
_RING_POINTS = 32


def body(composer: Composer, report: Report) -> Iterator[Strip]:
    """Where it was tense or twitching: on a figure before and after, and as a table."""
    found = report.body
    assert found is not None
    yield from composer.heading(_tr("Where it was tense or twitching"))
    if not (found.before or found.after):
        yield from composer.text(_tr("No area of the body was marked in this time."), QUIET)
        return
    yield _figures(composer, found)
    yield gap(8)
    yield from _table(composer, found)


def _figures(composer: Composer, body: Body) -> Strip:
    most = max(each.sessions for each in (*body.before, *body.after))
    drawn: list[Drawn] = []
    top = COLUMN.line + 6
    for index, (name, marks) in enumerate(
        ((_tr("before sessions"), body.before), (_tr("after sessions"), body.after))
    ):
        middle = _FIGURE_WIDTH * (index + 0.5) + 12 * index
        drawn += [
            composer.setter.line(name, COLUMN, x=middle, align=Qt.AlignmentFlag.AlignHCenter),
            Figure(
                middle,
                top,
                _FIGURE_HEIGHT,
                {
                    each.area: each.sessions / most
                    for each in marks
                    if each.kind is MarkKind.TENSION
                },
                frozenset(each.area for each in marks if each.kind is MarkKind.TWITCHING),
            ),
        ]
    left = 2 * _FIGURE_WIDTH + 40
    room = composer.width - left
    down = top + 4
    for kind, text in (
        (
            MarkKind.TENSION,
            _tr("tension, marked in 1 to {most}").format(most=words.sessions(most)),
        ),
        (MarkKind.TWITCHING, _tr("twitching")),
    ):
        if not any(each.kind is kind for each in (*body.before, *body.after)):
            continue
        if kind is MarkKind.TENSION:
            drawn += [
                Box(left + 11 * step, down + 1, 10, 9, shade(strength), 2)
                for step, strength in enumerate((0.0, 0.5, 1.0))
            ]
        else:
            drawn.append(Stroke(_ring(left + 16, down + 6, 14, 4.4), TWITCHING, 1.2))
        drawn.append(composer.setter.line(text, SMALL, x=left + 42, top=down))
        down += SMALL.line + 5
    down += 4
    for text in (remarks.about_body(), remarks.about_body_table()):
        lines = composer.setter.lines(text, SMALL, room, x=left, top=down)
        drawn += lines
        down += len(lines) * SMALL.line + 5
    return Strip(
        max(top + _FIGURE_HEIGHT, down),
        tuple(drawn),
        said=f"{remarks.about_body()} {remarks.about_body_table()}",
        with_next=True,
    )


def _table(composer: Composer, body: Body) -> Iterator[Strip]:
    before = {(each.area, each.kind): each for each in body.before}
    after = {(each.area, each.kind): each for each in body.after}
    changes = {(each.area, each.kind): each for each in body.changes}
    table = Table(
        composer.setter,
        (
            Column(_tr("Area"), 0),
            Column(_tr("Marked before"), 48, is_number=True),
            Column(_tr("Strength before"), 48, is_number=True),
            Column(_tr("Gone afterwards"), 60, is_number=True),
            Column(_tr("Weaker afterwards"), 60, is_number=True),
            Column(_tr("Marked afterwards"), 60, is_number=True),
        ),
        composer.width,
    )
    rows = []
    for key in {**before, **after}:
        change, marked, left = changes.get(key), before.get(key), after.get(key)
        rows.append(
            Row(
                (
                    words.area(*key),
                    number(marked.sessions if marked else 0),
                    number(marked.level, 1) if marked else words.NONE,
                    words.of(change.gone, change.sessions) if change else words.NONE,
                    words.of(change.weaker, change.sessions) if change else words.NONE,
                    number(left.sessions if left else 0),
                )
            )
        )
    yield from composer.bounded(table, rows)


def _ring(x: float, y: float, radius_x: float, radius_y: float) -> tuple[tuple[float, float], ...]:
    turns = [math.tau * turn / _RING_POINTS for turn in range(_RING_POINTS + 1)]
    return tuple((x + radius_x * math.cos(turn), y + radius_y * math.sin(turn)) for turn in turns)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Report", text)
