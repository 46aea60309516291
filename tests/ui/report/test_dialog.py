"""The dialog of the report: what is chosen is what comes out, by mouse and by keyboard."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QDate, QSize, Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from relaxapp.errors import JournalError
from relaxapp.journal.report import Part
from relaxapp.ui.report.dialog import ReportDialog
from relaxapp.ui.theme import apply_theme, theme_for
from tests.ui.by_keyboard import focused, name_of, tab_to
from tests.ui.cut_off import cut_off
from tests.ui.report.pdf_text import page_count, text_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from relaxapp.journal.journal import Journal
    from relaxapp.ui.history_supplies import HistorySupplies
    from relaxapp.ui.report.layout import Layout

    Open = Callable[..., ReportDialog]

_WINDOW = QSize(1280, 800)


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """Where the person wants to save, without an ending."""
    folder = tmp_path / "documents"
    folder.mkdir()
    return folder / "for the therapist"


@pytest.fixture
def open_dialog(
    qtbot: QtBot, practised: Journal, supplies: HistorySupplies, target: Path
) -> Iterator[Open]:
    opened: list[ReportDialog] = []
    windows: list[QWidget] = []

    def open_one(size: QSize = _WINDOW, **given: object) -> ReportDialog:
        window = QWidget()
        window.resize(size)
        windows.append(window)
        qtbot.addWidget(window)
        window.show()
        usual = {"ask": lambda _parent, file: target.with_suffix(file.suffix)}
        dialog = ReportDialog(given.pop("supplies", supplies), window, **{**usual, **given})  # type: ignore[arg-type]
        opened.append(dialog)
        dialog.show()
        settle(qtbot, dialog)
        return dialog

    yield open_one
    for dialog in opened:
        settle(qtbot, dialog)


def settle(qtbot: QtBot, dialog: ReportDialog) -> None:
    """Waits until the report is made or saved, or the dialog is gone."""
    qtbot.waitUntil(lambda: not isValid(dialog) or not dialog.is_busy, timeout=20_000)


def text(dialog: ReportDialog) -> str:
    """What the preview says."""
    layout = dialog.preview._layout
    assert layout is not None
    return "\n".join(layout.text(page) for page in range(len(layout.pages)))


def test_it_opens_with_three_months_and_without_the_persons_own_words(open_dialog: Open) -> None:
    dialog = open_dialog()
    assert dialog.wish.period.first == date(2026, 8, 31)
    assert dialog.wish.period.last == date(2026, 11, 24)
    assert "Sessions: 12" in text(dialog)
    assert "Karin" not in text(dialog)
    assert not dialog.parts.boxes[Part.NOTES].isChecked()
    assert not dialog.parts.boxes[Part.TAGS].isChecked()


def test_what_is_ticked_is_in_the_preview(qtbot: QtBot, open_dialog: Open) -> None:
    dialog = open_dialog()
    dialog.parts.boxes[Part.NOTES].click()
    settle(qtbot, dialog)
    assert "Karin" in text(dialog)
    dialog.parts.boxes[Part.SESSIONS].click()
    settle(qtbot, dialog)
    assert "Karin" not in text(dialog)
    assert not dialog.parts.boxes[Part.NOTES].isEnabled()


def test_the_name_is_on_every_page_once_it_is_typed(qtbot: QtBot, open_dialog: Open) -> None:
    dialog = open_dialog()
    dialog.name.setText("M. Muster")
    qtbot.waitUntil(lambda: "M. Muster" in text(dialog), timeout=20_000)


def test_other_dates_are_chosen_by_a_date(qtbot: QtBot, open_dialog: Open) -> None:
    dialog = open_dialog()
    dialog.days.first.setDate(QDate(2026, 11, 22))
    settle(qtbot, dialog)
    assert dialog.days.span.currentText() == "Other dates"
    assert "22 November to 24 November 2026" in text(dialog)
    dialog.days.last.setDate(QDate(2026, 11, 1))
    settle(qtbot, dialog)
    assert dialog.wish.period.first == date(2026, 11, 1)
    dialog.days.span.setCurrentIndex(0)
    settle(qtbot, dialog)
    assert dialog.wish.period.first == date(2026, 11, 2)


def test_the_pdf_is_what_the_preview_shows(qtbot: QtBot, open_dialog: Open, target: Path) -> None:
    dialog = open_dialog()
    dialog.parts.boxes[Part.NOTES].click()
    dialog.name.setText("M. Muster")
    # At once, before the preview has caught up.
    dialog.pdf_button.click()
    qtbot.waitUntil(lambda: target.with_suffix(".pdf").exists(), timeout=20_000)
    settle(qtbot, dialog)
    pdf = target.with_suffix(".pdf").read_bytes()
    assert "Karin" in text_of(pdf)
    assert "M. Muster" in text_of(pdf)
    layout = dialog.preview._layout
    assert layout is not None
    assert page_count(pdf) == len(layout.pages)
    assert "for the therapist.pdf" in dialog.outcome.text


def test_the_table_has_what_is_ticked(qtbot: QtBot, open_dialog: Open, target: Path) -> None:
    dialog = open_dialog()
    dialog.csv_button.click()
    settle(qtbot, dialog)
    table = target.with_suffix(".csv").read_text("utf-8-sig")
    assert "Body scan" in table
    assert "Karin" not in table
    assert "kitchen" not in table


def test_without_a_list_and_weeks_there_is_no_table(qtbot: QtBot, open_dialog: Open) -> None:
    dialog = open_dialog()
    dialog.parts.boxes[Part.SESSIONS].click()
    assert dialog.csv_button.isEnabled()
    dialog.parts.boxes[Part.WEEKS].click()
    settle(qtbot, dialog)
    assert not dialog.csv_button.isEnabled()


def test_a_place_that_cannot_be_written_to_is_told(
    qtbot: QtBot, open_dialog: Open, tmp_path: Path
) -> None:
    dialog = open_dialog(ask=lambda _parent, _file: tmp_path / "gone" / "report.pdf")
    dialog.pdf_button.click()
    settle(qtbot, dialog)
    assert "could not be saved" in dialog.outcome.text
    assert dialog.isVisible()


def test_nobody_is_asked_twice_and_nothing_is_saved_by_changing_ones_mind(
    open_dialog: Open, target: Path
) -> None:
    asked: list[Path] = []

    def decline(_parent: QWidget, file: Path) -> None:
        asked.append(file)

    dialog = open_dialog(ask=decline)
    dialog.pdf_button.click()
    assert [file.name for file in asked] == ["Relaxation practice 2026-08-31 to 2026-11-24.pdf"]
    assert not list(target.parent.iterdir())


def test_it_is_printed_as_it_is_shown(qtbot: QtBot, open_dialog: Open, tmp_path: Path) -> None:
    def printer(_parent: QWidget, _layout: Layout) -> QPrinter:
        into_file = QPrinter(QPrinter.PrinterMode.HighResolution)
        into_file.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        into_file.setOutputFileName(str(tmp_path / "printed.pdf"))
        return into_file

    dialog = open_dialog(ask_printer=printer)
    dialog.print_button.click()
    printed = (tmp_path / "printed.pdf").read_bytes()
    layout = dialog.preview._layout
    assert layout is not None
    assert page_count(printed) == len(layout.pages)
    assert dialog.outcome.text == "The report is on its way to the printer."


def test_only_the_pages_that_are_chosen_are_printed(open_dialog: Open, tmp_path: Path) -> None:
    def printer(_parent: QWidget, _layout: Layout) -> QPrinter:
        into_file = QPrinter(QPrinter.PrinterMode.HighResolution)
        into_file.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        into_file.setOutputFileName(str(tmp_path / "printed.pdf"))
        into_file.setFromTo(2, 2)
        return into_file

    dialog = open_dialog(ask_printer=printer)
    dialog.print_button.click()
    assert page_count((tmp_path / "printed.pdf").read_bytes()) == 1


def test_a_log_that_cannot_be_read_is_told(
    qtbot: QtBot, open_dialog: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = open_dialog()

    def fail(*_given: object, **_named: object) -> None:
        raise JournalError("The journal is gone.")

    monkeypatch.setattr("relaxapp.ui.report.dialog.made", fail)
    dialog.parts.boxes[Part.NOTES].click()
    settle(qtbot, dialog)
    assert dialog.outcome.text == "The journal is gone."


def test_what_is_wanted_last_is_what_is_shown(qtbot: QtBot, open_dialog: Open) -> None:
    dialog = open_dialog()
    for _ in range(7):
        dialog.parts.boxes[Part.NOTES].click()
    settle(qtbot, dialog)
    assert "Karin" in text(dialog)


def test_everything_is_reached_by_tab_in_the_order_it_is_seen(open_dialog: Open) -> None:
    dialog = open_dialog()
    dialog.activateWindow()
    assert focused() is dialog.days.span
    for name in (
        "First day",
        "Last day",
        "Summary",
        "List of sessions",
        "Notes",
        "Name on the report",
        "Read the report as text",
        "Preview of the report",
        "Save as PDF",
        "Save as CSV",
        "Print",
        "Close",
    ):
        tab_to(name)


def test_escape_closes_and_lets_go(qtbot: QtBot, open_dialog: Open) -> None:
    dialog = open_dialog()
    gone: list[bool] = []
    dialog.destroyed.connect(lambda: gone.append(True))
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    qtbot.waitUntil(lambda: bool(gone), timeout=20_000)


@pytest.mark.parametrize("percent", [80, 100, 150, 200])
@pytest.mark.parametrize("size", [_WINDOW, QSize(960, 640)], ids=["large", "small"])
def test_no_text_is_cut_off(
    qapp: QApplication, open_dialog: Open, supplies: HistorySupplies, percent: int, size: QSize
) -> None:
    theme = theme_for("night", text_percent=percent, high_contrast=True)
    apply_theme(qapp, theme)
    dialog = open_dialog(size, supplies=replace(supplies, theme=theme))
    assert dialog.width() <= size.width()
    assert dialog.height() <= size.height()
    assert not cut_off(dialog)


def test_everything_that_takes_the_focus_has_a_name(open_dialog: Open) -> None:
    dialog = open_dialog()
    nameless = [
        widget
        for widget in dialog.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isVisibleTo(dialog)
        and not name_of(widget)
    ]
    assert not nameless
