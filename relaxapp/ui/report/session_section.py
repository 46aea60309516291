"""The section that lists the sessions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from relaxapp.journal.report import Part
from relaxapp.ui.formats import time_of_day
from relaxapp.ui.report import remarks, words
from relaxapp.ui.report.ink import SMALL
from relaxapp.ui.report.strip import gap
from relaxapp.ui.report.table import Column, Row, Table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from relaxapp.journal.report import ListedSession, Report
    from relaxapp.ui.report.composing import Composer
    from relaxapp.ui.report.strip import Strip


def sessions(composer: Composer, report: Report, cancelled: Callable[[], bool]) -> Iterator[Strip]:
    """The sessions one by one."""
    yield from composer.heading(_tr("Sessions"))
    yield from composer.text(
        remarks.listed_sessions(report), SMALL, with_next=bool(report.sessions)
    )
    yield gap(6)
    columns = [
        Column(_tr("Day"), 88),
        Column(_tr("Time"), 42),
        Column(_tr("Session"), 0),
        Column(_tr("Practised"), 58, is_number=True),
        Column(_tr("How it ended"), 84),
    ]
    if Part.TENSION in report.contents:
        columns.append(Column(_tr("Tension"), 46, is_number=True))
    table = Table(composer.setter, columns, composer.width)
    if report.sessions:
        yield table.head
    for session in report.sessions:
        if cancelled():
            return
        yield from table.row(_row(session, report))


def _row(session: ListedSession, report: Report) -> Row:
    cells = [
        words.day_short(session.started_at.date()),
        time_of_day(session.started_at),
        session.title,
        words.practised(session),
        words.outcome(session),
    ]
    if Part.TENSION in report.contents:
        cells.append(words.tension(session.tension_before, session.tension_after))
    tags = _tr("Tags: {tags}").format(tags=", ".join(session.tags)) if session.tags else ""
    return Row(tuple(cells), below=(tags, session.note), below_from=2)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Report", text)
