"""A report as a PDF: what is in the file, what is not, and a place that cannot be written to."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QImage, QPainter

from relaxapp.errors import ExportError
from relaxapp.journal.report import Part, ReportContents
from relaxapp.ui.report.painting import paint_page
from relaxapp.ui.report.pdf import pdf_of, save_pdf
from tests.ui.report.laid import without, written
from tests.ui.report.pdf_text import page_count, text_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from relaxapp.journal.journal import Journal
    from relaxapp.ui.report.layout import Layout

    Paginate = Callable[..., Layout]
    Enter = Callable[..., int]


def test_every_line_that_is_laid_out_can_be_read_in_the_file(
    practised: Journal, paginate: Paginate
) -> None:
    layout = paginate(name="M. Muster")
    pdf = pdf_of(layout)
    assert page_count(pdf) == len(layout.pages)
    in_file = text_of(pdf)
    missing = [line for line in written(layout).splitlines() if line not in in_file]
    assert not missing


@pytest.mark.parametrize(
    ("part", "word"),
    [(Part.NOTES, "Karin"), (Part.TAGS, "kitchen"), (Part.SESSIONS, "Sat 24 Oct 2026")],
)
def test_what_is_left_out_is_nowhere_in_the_file(
    practised: Journal, paginate: Paginate, part: Part, word: str
) -> None:
    assert word in text_of(pdf_of(paginate()))
    pdf = pdf_of(paginate(without(part)))
    assert word not in text_of(pdf)
    assert word.encode() not in pdf


def test_only_what_was_given_is_said_about_the_person(
    practised: Journal, paginate: Paginate
) -> None:
    named = pdf_of(paginate(name="M. Muster"))
    assert b"Relaxation practice, 31 August to 24 November 2026, M. Muster" in named
    unnamed = pdf_of(paginate())
    assert b"Relaxation practice, 31 August to 24 November 2026<" in unnamed
    assert re.search(rb"<dc:creator>\s*<rdf:Seq>\s*<rdf:li></rdf:li>", unnamed)


def test_other_letters_reach_the_file(enter: Enter, paginate: Paginate) -> None:
    enter(note="Über den Fluß, naïve, 7 → 3")
    assert "Über den Fluß, naïve, 7 → 3" in text_of(pdf_of(paginate()))


def test_other_scripts_reach_the_file_where_there_is_a_font(
    enter: Enter, paginate: Paginate
) -> None:
    if not QFontDatabase.families(QFontDatabase.WritingSystem.Japanese):
        pytest.skip("there is no Japanese font here")
    enter(title="筋弛緩法")
    assert "筋弛緩法" in text_of(pdf_of(paginate()))


def test_text_that_is_painted_stays_within_the_margins(enter: Enter, paginate: Paginate) -> None:
    enter(
        title="استرخاء العضلات " * 4,
        note="肩の力が抜けて、呼吸がゆっくりになった。" * 12,
        areas=("jaw",),
    )
    layout = paginate()
    paper = layout.paper
    for page in layout.pages:
        picture = QImage(int(paper.width), int(paper.height), QImage.Format.Format_Grayscale8)
        picture.fill(Qt.GlobalColor.white)
        painter = QPainter(picture)
        paint_page(painter, page, layout.family)
        painter.end()
        # As wide as makes whole rows of bytes.
        for left in (0, int(paper.width) - 48):
            side = picture.copy(left, 0, 48, int(paper.height))
            assert min(bytes(side.constBits())) == 255


def test_the_file_is_saved_in_place_of_one_that_is_there(
    practised: Journal, paginate: Paginate, tmp_path: Path
) -> None:
    path = tmp_path / "report.pdf"
    path.write_bytes(b"old")
    save_pdf(paginate(), path)
    assert path.read_bytes().startswith(b"%PDF-")
    assert [each.name for each in tmp_path.glob("*report*")] == ["report.pdf"]


def test_a_folder_that_is_not_there_is_told_in_a_sentence(
    paginate: Paginate, tmp_path: Path
) -> None:
    path = tmp_path / "gone" / "report.pdf"
    with pytest.raises(ExportError, match=r"could not be saved as .*report\.pdf: No such file"):
        save_pdf(paginate(), path)


def test_a_full_disk_leaves_the_old_file_and_says_so(
    paginate: Paginate, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "report.pdf"
    path.write_bytes(b"old")

    def write_bytes(_self: Path, _data: bytes) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("pathlib.Path.write_bytes", write_bytes)
    with pytest.raises(ExportError, match="the disk is full"):
        save_pdf(paginate(), path)
    assert path.read_bytes() == b"old"
    assert len(list(tmp_path.glob(".report*"))) == 0


def test_a_folder_in_its_place_is_told_in_a_sentence(paginate: Paginate, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="is a folder"):
        save_pdf(paginate(), tmp_path)


def test_saving_that_is_called_off_leaves_nothing(paginate: Paginate, tmp_path: Path) -> None:
    def call_off(_done: int, _total: int) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        save_pdf(paginate(), tmp_path / "report.pdf", call_off)
    assert not (tmp_path / "report.pdf").exists()


def test_the_same_report_is_the_same_pages(practised: Journal, paginate: Paginate) -> None:
    assert paginate().pages == paginate().pages
    assert paginate(ReportContents(frozenset({Part.SUMMARY}))).pages != paginate().pages
