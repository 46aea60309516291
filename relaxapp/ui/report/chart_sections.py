"""The sections with a chart: minutes, and tension before and after."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from relaxapp.journal.comparison import ENOUGH_SESSIONS
from relaxapp.ui.report import charts, remarks, words
from relaxapp.ui.report.ink import AXIS, QUIET, SMALL
from relaxapp.ui.report.strip import Strip, gap

if TYPE_CHECKING:
    from collections.abc import Iterator

    from relaxapp.journal.report import Report
    from relaxapp.ui.report.composing import Composer


def practice(composer: Composer, report: Report) -> Iterator[Strip]:
    """Minutes as bars."""
    yield from composer.heading(words.practice_heading(report.grain))
    if not report.summary.sessions:
        yield from composer.text(_tr("Nothing was practised in this time."), QUIET)
        return
    cut = remarks.about_practice(report)
    yield Strip(
        charts.HEIGHT,
        charts.bars(composer.setter, report.practice, report.grain, composer.width),
        said="\n".join(words.practice_said(each, report.grain) for each in report.practice),
        with_next=bool(cut),
    )
    if cut:
        yield gap(2)
        yield from composer.text(cut, SMALL)


def tension(composer: Composer, report: Report) -> Iterator[Strip]:
    """Tension before and after as two lines, if it was rated often enough."""
    yield from composer.heading(words.tension_heading(report.grain))
    count = sum(each.tension.sessions for each in report.practice if each.tension)
    if count < ENOUGH_SESSIONS:
        yield from composer.text(remarks.too_few_rated(count), QUIET)
        return
    key = charts.legend(
        composer.setter, _tr("before sessions"), _tr("after sessions"), composer.width
    )
    yield Strip(AXIS.line, key, with_next=True)
    said = (words.tension_said(each, report.grain) for each in report.practice)
    yield Strip(
        charts.HEIGHT,
        charts.lines(composer.setter, report.practice, report.grain, composer.width),
        said="\n".join(each for each in said if each),
        with_next=True,
    )
    yield gap(2)
    yield from composer.text(remarks.about_tension(count, report.grain), SMALL)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Report", text)
