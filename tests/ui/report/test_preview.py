"""The preview: exactly what is saved, turned by key, and heard page by page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter, QPixmap
from PySide6.QtTest import QTest

from relaxapp.ui.report import pdf
from relaxapp.ui.report import preview as preview_module
from relaxapp.ui.report.painting import paint_page
from relaxapp.ui.report.preview import PagePreview
from relaxapp.ui.report.reading import PreviewPane
from tests.ui.report.laid import written

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from relaxapp.journal.journal import Journal
    from relaxapp.ui.report.drawn import Page
    from relaxapp.ui.report.layout import Layout
    from relaxapp.ui.theme import Theme


@pytest.fixture
def layout(practised: Journal, paginate: Callable[..., Layout]) -> Layout:
    return paginate(name="M. Muster")


@pytest.fixture
def preview(qtbot: QtBot, theme: Theme, layout: Layout) -> PagePreview:
    shown = PagePreview(theme)
    qtbot.addWidget(shown)
    shown.resize(520, 480)
    shown.show_layout(layout)
    shown.show()
    return shown


def test_it_paints_the_very_pages_that_are_saved(
    qtbot: QtBot, theme: Theme, layout: Layout, monkeypatch: pytest.MonkeyPatch
) -> None:
    painted: dict[str, list[tuple[Page, str]]] = {"pdf": [], "preview": []}

    def recording(where: str) -> Callable[[QPainter, Page, str], None]:
        def paint(painter: QPainter, page: Page, family: str) -> None:
            painted[where].append((page, family))
            paint_page(painter, page, family)

        return paint

    monkeypatch.setattr(pdf, "paint_page", recording("pdf"))
    monkeypatch.setattr(preview_module, "paint_page", recording("preview"))
    pdf.pdf_of(layout)
    shown = PagePreview(theme)
    qtbot.addWidget(shown)
    shown.resize(300, 4_000)
    shown.show_layout(layout)
    shown.grab()
    assert painted["preview"] == painted["pdf"]
    assert len(painted["pdf"]) == len(layout.pages)


def test_a_page_looks_as_it_does_on_paper(preview: PagePreview, layout: Layout) -> None:
    size = preview._size()
    on_paper = QPixmap(size)
    on_paper.fill(Qt.GlobalColor.white)
    painter = QPainter(on_paper)
    painter.scale(size.width() / layout.paper.width, size.width() / layout.paper.width)
    paint_page(painter, layout.pages[0], layout.family)
    painter.end()
    shown = preview.viewport().grab().toImage()
    left = (preview.viewport().width() - size.width()) // 2
    high = preview.viewport().height() - 20
    seen = shown.copy(left, 14, size.width(), high).convertToFormat(QImage.Format.Format_RGB32)
    wanted = on_paper.toImage().copy(0, 0, size.width(), high)
    assert seen == wanted.convertToFormat(QImage.Format.Format_RGB32)


def test_pages_are_turned_with_the_keyboard(preview: PagePreview, layout: Layout) -> None:
    turned: list[int] = []
    preview.turned.connect(turned.append)
    last = len(layout.pages) - 1
    assert preview.page == 0
    QTest.keyClick(preview, Qt.Key.Key_PageDown)
    assert preview.page == 1
    QTest.keyClick(preview, Qt.Key.Key_End)
    assert preview.page == last
    QTest.keyClick(preview, Qt.Key.Key_PageUp)
    assert preview.page == last - 1
    QTest.keyClick(preview, Qt.Key.Key_Home)
    assert preview.page == 0
    assert turned == [1, last, last - 1, 0]
    QTest.keyClick(preview, Qt.Key.Key_Down)
    assert preview.verticalScrollBar().value() > 0


def test_a_screen_reader_hears_the_page_that_is_looked_at(
    preview: PagePreview, layout: Layout
) -> None:
    assert preview.accessibleDescription().startswith(f"Page 1 of {len(layout.pages)}\n")
    assert "Sessions: 12, 11 to the end." in preview.accessibleDescription()
    QTest.keyClick(preview, Qt.Key.Key_End)
    assert "Sessions: 12" not in preview.accessibleDescription()
    assert "Thu 19 Nov 2026" in preview.accessibleDescription()


def test_it_stays_at_its_page_when_the_room_changes(preview: PagePreview) -> None:
    QTest.keyClick(preview, Qt.Key.Key_PageDown)
    preview.resize(700, 480)
    assert preview.page == 1


def test_of_a_long_report_only_what_is_near_is_painted(
    enter: Callable[..., int],
    paginate: Callable[..., Layout],
    preview: PagePreview,
) -> None:
    for day in range(85):
        enter(day, note="\n".join(["line"] * 40))
    layout = paginate()
    assert len(layout.pages) > 40
    preview.show_layout(layout)
    for page in range(len(layout.pages)):
        preview.turn_to(page)
        preview.grab()
    assert len(preview._painted) <= 12


def test_everything_can_be_read_as_text(qtbot: QtBot, theme: Theme, layout: Layout) -> None:
    pane = PreviewPane(theme)
    qtbot.addWidget(pane)
    pane.show_layout(layout)
    assert pane.page_label.text() == f"Page 1 of {len(layout.pages)}"
    pane.as_text.click()
    text = pane.text.toPlainText()
    for page in range(len(layout.pages)):
        assert layout.text(page) in text
    assert "Slept badly, wrote to Karin." in text
    assert pane.page_label.text() == f"{len(layout.pages)} pages"
    assert pane.text.isReadOnly()
    pane.as_text.click()
    assert pane.page_label.text() == f"Page 1 of {len(layout.pages)}"


def test_text_leaves_out_no_number_of_the_tables(layout: Layout) -> None:
    said = "\n".join(layout.text(page) for page in range(len(layout.pages)))
    for cell in ("8 of 9", "7 → 4", "0 of 9", "Sat 24 Oct 2026"):
        if cell in written(layout):
            assert cell in said
    assert "Sat 24 Oct 2026, Time" in said
