"""The sections that compare: kinds of sessions with each other, and days with other days."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from relaxapp.ui.formats import number
from relaxapp.ui.report import remarks, words
from relaxapp.ui.report.ink import QUIET, SMALL
from relaxapp.ui.report.strip import gap
from relaxapp.ui.report.table import Column, Row, Table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from relaxapp.journal.comparison import Change
    from relaxapp.journal.report import Report
    from relaxapp.ui.report.composing import Composer
    from relaxapp.ui.report.strip import Strip


def changes(composer: Composer, report: Report) -> Iterator[Strip]:
    """How far tension changed with each technique and each session."""
    found = report.changes
    assert found is not None
    yield from composer.heading(_tr("Change of tension, by technique and by session"))
    if not found.by_technique:
        yield from composer.text(remarks.too_few_rated(0), QUIET)
        return
    yield from composer.text(remarks.about_changes(), SMALL, with_next=True)
    yield gap(6)
    yield from _change_table(composer, _tr("Technique"), found.by_technique, words.technique)
    yield gap(12)
    yield from _change_table(composer, _tr("Session"), found.by_script, str)


def _change_table(
    composer: Composer, name: str, changes: Sequence[Change], named: Callable[[str], str]
) -> Iterator[Strip]:
    table = Table(
        composer.setter,
        (
            Column(name, 0),
            Column(_tr("Rated sessions"), 50, is_number=True),
            Column(_tr("Change on average"), 78, is_number=True),
            Column(_tr("Clearly lower"), 46, is_number=True),
            Column(_tr("Little change"), 46, is_number=True),
            Column(_tr("Clearly higher"), 46, is_number=True),
        ),
        composer.width,
    )
    yield from composer.bounded(
        table,
        [
            Row(
                (
                    named(each.name),
                    number(each.sessions),
                    words.change(each.average) if each.is_enough else _tr("too few to say"),
                    number(each.down),
                    number(each.little),
                    number(each.up),
                )
            )
            for each in changes
        ],
    )


def factors(composer: Composer, report: Report) -> Iterator[Strip]:
    """Tension on days of one kind beside that on the others; nothing where nothing was noted."""
    found = report.factors
    if not found:
        return
    yield from composer.heading(_tr("Tension and how the days were"))
    yield from composer.text(remarks.about_factors(), SMALL, with_next=True)
    yield gap(6)
    table = Table(
        composer.setter,
        (
            Column(_tr("Noted about the day"), 0),
            Column(_tr("Tension on such days"), 96, is_number=True),
            Column(_tr("Tension on other days"), 96, is_number=True),
            Column(_tr("Difference"), 96, is_number=True),
        ),
        composer.width,
    )
    yield from table.strips(
        [
            Row(
                (
                    words.factor(each.factor),
                    words.factor_days(each.high),
                    words.factor_days(each.low),
                    words.change(each.difference)
                    if each.is_enough and each.difference is not None
                    else _tr("too few days to say"),
                )
            )
            for each in found
        ]
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("Report", text)
