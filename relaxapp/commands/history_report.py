"""`relaxapp history report`: a report for a therapist, as a PDF or a table, without a screen."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from relaxapp.commands.own_journal import own_journal
from relaxapp.commands.progress import show_progress
from relaxapp.errors import UsageError
from relaxapp.journal.period import Period
from relaxapp.journal.report import OWN_WORDS, Part, ReportContents
from relaxapp.journal.report_csv import has_table
from relaxapp.journal.statistics import first_day
from relaxapp.session.clock import Clock
from relaxapp.settings import SettingsFile

if TYPE_CHECKING:
    import argparse
    from datetime import date, datetime
    from pathlib import Path

    from relaxapp.assets import Folders
    from relaxapp.journal.journal import Journal
    from relaxapp.ui.report.wish import ReportWish

_PDF, _CSV = ".pdf", ".csv"
_WEEKS = 13
"""How far a report goes back unless it is said: about three months."""


def run(options: argparse.Namespace, folders: Folders) -> int:
    """Write the report to the file; what its name ends in says as what.

    Raises:
        ExportError: the file cannot be written.
        JournalError: the journal cannot be read.
        UsageError: there is no such part, there are no such days, or nothing that could be written.
    """
    from relaxapp.ui.report.wish import ReportWish  # noqa: PLC0415 - Qt is loaded for a report only

    path: Path = options.file
    contents = _contents(options.leave_out, options.include)
    _check(path, contents)
    hour = SettingsFile(folders.settings_file).load().day_begins_hour
    now = Clock().now()
    with own_journal(folders) as journal:
        period = _period(options.first, options.last, now, hour, journal)
        wish = ReportWish(period, contents, options.name)
        if path.suffix.lower() == _CSV:
            from relaxapp.ui.report.table_file import save_report_csv  # noqa: PLC0415 - Qt, as above

            save_report_csv(journal, wish, path, _show_writing)
        else:
            _save_pdf(journal, wish, now, path)
    print(f"The report from {period.first} to {period.last} is saved as {path}")
    return 0


def _save_pdf(journal: Journal, wish: ReportWish, now: datetime, path: Path) -> None:
    # Nobody is to be shown anything, and there may be no screen.
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtCore import QLocale  # noqa: PLC0415 - Qt is loaded for a report only
    from PySide6.QtGui import QGuiApplication  # noqa: PLC0415

    from relaxapp.ui.report.paper import paper_of  # noqa: PLC0415
    from relaxapp.ui.report.pdf import save_pdf  # noqa: PLC0415
    from relaxapp.ui.report.wish import made  # noqa: PLC0415
    from relaxapp.ui.theme import light  # noqa: PLC0415

    # Fonts need one, and it must live until everything is painted.
    application = QGuiApplication.instance() or QGuiApplication(["relaxapp"])
    layout = made(journal, wish, now=now, paper=paper_of(QLocale()), family=light().font_family)
    save_pdf(layout, path, _show_painting)
    del application


def _contents(left_out: list[str], included: list[str]) -> ReportContents:
    for name in (*left_out, *included):
        if name not in set(Part):
            raise UsageError(f"There is no part '{name}'. There are: {', '.join(Part)}.")
    wanted = ReportContents().parts | {Part(name) for name in included}
    contents = ReportContents(wanted - {Part(name) for name in left_out})
    if contents.parts & OWN_WORDS and Part.SESSIONS not in contents:
        raise UsageError(
            "Notes and tags stand in the list of sessions. Leave them out as well, or keep sessions."
        )
    return contents


def _check(path: Path, contents: ReportContents) -> None:
    ending = path.suffix.lower()
    if ending not in {_PDF, _CSV}:
        raise UsageError(f"What shall {path} be? Let its name end in .pdf or .csv.")
    if ending == _CSV and not has_table(contents):
        raise UsageError("A table has the sessions, or else the weeks. Keep one of them.")


def _period(
    first: date | None, last: date | None, now: datetime, hour: int, journal: Journal
) -> Period:
    usual = Period.of_last_weeks(now, _WEEKS, hour)
    if first is None and last is None:
        return usual
    last = last or max(usual.last, first or usual.last)
    first = first or min(first_day(journal.database, hour) or last, last)
    if last < first:
        raise UsageError(f"The days from {first} to {last} are none. Say the earlier one first.")
    return Period(first, last, hour)


def _show_writing(done: int, total: int) -> None:
    show_progress(f"Saving: {100 * done // max(1, total)} %", done, total)


def _show_painting(done: int, total: int) -> None:
    show_progress(f"Page {done + 1} of {total}", done + 1, total)
