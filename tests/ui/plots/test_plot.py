"""A plot: drawn late, gone through by keys and mouse, shown as a table, saved and copied."""

from __future__ import annotations

import gc
import subprocess
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QToolTip

from relaxapp.ui.plots.plot import Plot
from relaxapp.ui.plots.plot_data import PlotData, Series
from relaxapp.ui.plots.plot_page import print_page
from relaxapp.ui.theme import theme_for

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from relaxapp.ui.theme import Theme

REPAINTS = 150
NOISE = 100


@pytest.fixture
def plot(theme: Theme, qtbot: QtBot) -> Plot:
    plot = Plot(theme)
    qtbot.addWidget(plot)
    plot.resize(480, 320)
    plot.show()
    return plot


def shown(plot: Plot, data: PlotData, qtbot: QtBot) -> Plot:
    """The plot with its picture drawn."""
    plot.show_data(data)
    qtbot.waitUntil(lambda: plot.area.is_drawn)
    settle()
    return plot


def settle() -> None:
    for _ in range(3):
        QCoreApplication.processEvents()


class TestWhenItIsDrawn:
    """The library that draws is slow to load, and nobody waits for it."""

    PROGRAM = """
import sys
from PySide6.QtWidgets import QApplication
from relaxapp.ui.history.overview import Overview
from relaxapp.ui.history.helping import HelpingView
from relaxapp.ui.plots.plot import Plot
from relaxapp.ui.plots.plot_data import Kind, PlotData, Series
from relaxapp.ui.theme import night

app = QApplication(["plots"])
plot = Plot(night())
data = PlotData(title="A", about="B", labels=("a", "b"), series=(Series("c", (1.0, 2.0)),),
                kind=Kind.BARS, scale=(0, 1, 2))
plot.show_data(data)
plot.resize(300, 300)
assert not plot.area.is_drawn
plot.grab()
assert "pyqtgraph" not in sys.modules, "loaded before the page was painted"
assert "numpy" not in sys.modules
app.processEvents()
assert plot.area.is_drawn and "pyqtgraph" in sys.modules
"""

    def test_it_is_loaded_only_after_a_plot_was_painted_once(self, repository: Path) -> None:
        done = subprocess.run(
            [sys.executable, "-W", "error", "-c", self.PROGRAM],
            cwd=repository,
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )
        assert (done.returncode, done.stderr) == (0, "")

    def test_one_that_is_not_to_be_seen_is_not_drawn(
        self, plot: Plot, band: PlotData, qtbot: QtBot
    ) -> None:
        plot.hide()
        plot.show_data(band)
        settle()
        assert not plot.area.is_drawn
        plot.show()
        qtbot.waitUntil(lambda: plot.area.is_drawn)


class TestKeysAndMouse:
    """Every value can be reached and is said."""

    def test_keys_go_from_point_to_point_from_the_newest_on(
        self, plot: Plot, band: PlotData, qtbot: QtBot
    ) -> None:
        shown(plot, band, qtbot)
        found = []
        for key in (
            Qt.Key.Key_Left,
            Qt.Key.Key_Left,
            Qt.Key.Key_Home,
            Qt.Key.Key_Left,
            Qt.Key.Key_Right,
            Qt.Key.Key_End,
            Qt.Key.Key_Right,
        ):
            QTest.keyClick(plot.area, key)
            found.append(plot.area.index)
        assert found == [3, 2, 0, 0, 1, 3, 3]

    def test_rows_are_gone_through_from_the_first_one(
        self, plot: Plot, rows: PlotData, qtbot: QtBot
    ) -> None:
        shown(plot, rows, qtbot)
        QTest.keyClick(plot.area, Qt.Key.Key_Down)
        assert plot.area.index == 0
        QTest.keyClick(plot.area, Qt.Key.Key_Down)
        assert plot.area.index == 1

    def test_where_one_is_stands_in_the_description(
        self, plot: Plot, band: PlotData, qtbot: QtBot
    ) -> None:
        shown(plot, band, qtbot)
        QTest.keyClick(plot.area, Qt.Key.Key_Home)
        assert plot.area.accessibleName() == "Tension"
        assert plot.area.accessibleDescription().startswith(band.words(0))
        assert band.summary in plot.area.accessibleDescription()

    def test_the_point_that_is_looked_at_is_marked(
        self, plot: Plot, band: PlotData, qtbot: QtBot
    ) -> None:
        shown(plot, band, qtbot)
        plot.activateWindow()
        plot.area.setFocus()
        settle()
        before = plot.area.grab().toImage()
        QTest.keyClick(plot.area, Qt.Key.Key_Home)
        assert plot.area.grab().toImage() != before

    def test_the_mouse_over_a_point_tells_its_values(
        self, plot: Plot, band: PlotData, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        shown(plot, band, qtbot)
        told: list[str] = []
        monkeypatch.setattr(QToolTip, "showText", lambda _place, words, _widget: told.append(words))
        for x in (60, plot.area.width() - 20):
            QTest.mouseMove(plot.area, QPoint(x, 100))
            settle()
        assert told[0] == band.words(0)
        assert told[-1] == band.words(3)

    def test_neither_the_wheel_nor_dragging_moves_the_picture(
        self, plot: Plot, band: PlotData, qtbot: QtBot
    ) -> None:
        shown(plot, band, qtbot)
        canvas = plot.area._canvas
        assert canvas is not None
        before = canvas._box.viewRange()
        assert plot.area.childAt(200, 100) is None, "the picture takes the mouse"
        QTest.mousePress(plot.area, Qt.MouseButton.LeftButton, pos=QPoint(100, 100))
        QTest.mouseMove(plot.area, QPoint(200, 140))
        QTest.mouseRelease(plot.area, Qt.MouseButton.LeftButton, pos=QPoint(200, 140))
        assert canvas._box.viewRange() == before


class TestWhatIsShown:
    """As a picture, as a table, or in words."""

    def test_the_table_takes_the_place_of_the_picture(self, plot: Plot, band: PlotData) -> None:
        plot.show_data(band)
        plot.table_button.click()
        assert (plot.table.isVisible(), plot.area.isVisible()) == (True, False)
        assert plot.table.model().index(0, 1).data() == "7.0"
        plot.table_button.click()
        assert (plot.table.isVisible(), plot.area.isVisible()) == (False, True)

    def test_nothing_is_said_in_words_and_offers_nothing_to_do(
        self, plot: Plot, band: PlotData
    ) -> None:
        empty = tuple(replace(each, values=(None,) * 4) for each in band.series)
        plot.show_data(replace(band, series=empty))
        words = [each.text() for each in plot.findChildren(QLabel) if each.isVisible()]
        assert words == ["Tension", "Nothing yet."]
        assert not plot.table_button.isVisible()
        assert not plot.area.isVisible()

    def test_two_series_have_a_legend_and_one_has_none(
        self, plot: Plot, band: PlotData, rows: PlotData
    ) -> None:
        plot.show_data(band)
        settle()
        assert _legend(plot) == ["before", "after"]
        plot.show_data(rows)
        assert _legend(plot) == []

    def test_other_values_are_drawn_anew_and_the_same_ones_are_not(
        self, plot: Plot, band: PlotData, qtbot: QtBot
    ) -> None:
        shown(plot, band, qtbot)
        canvas = plot.area._canvas
        plot.show_data(replace(band))
        assert plot.area._canvas is canvas
        plot.show_data(replace(band, title="Other"))
        assert plot.area._canvas is None

    def test_a_few_points_are_not_joined(self, plot: Plot, band: PlotData, qtbot: QtBot) -> None:
        shown(plot, replace(band, is_joined=False), qtbot)
        assert _items(plot, "PlotCurveItem") == 0
        assert _items(plot, "FillBetweenItem") == 0
        assert _items(plot, "ScatterPlotItem") == 4

    def test_a_gap_is_left_as_a_gap(self, plot: Plot, band: PlotData, qtbot: QtBot) -> None:
        shown(plot, band, qtbot)
        # Two weeks joined, the gap, and the last week by itself.
        assert _items(plot, "PlotCurveItem") == 2
        assert _items(plot, "ScatterPlotItem") == 2

    @pytest.mark.parametrize("percent", [80, 200])
    @pytest.mark.parametrize("name", ["night", "light"])
    def test_it_is_drawn_in_every_look(
        self, name: str, percent: int, band: PlotData, rows: PlotData, qtbot: QtBot
    ) -> None:
        theme = theme_for(name, high_contrast=True, text_percent=percent)  # type: ignore[arg-type]
        for data in (band, rows):
            plot = Plot(theme)
            qtbot.addWidget(plot)
            plot.resize(400, 400)
            plot.show()
            shown(plot, data, qtbot)
            colors = _colors(plot.area.grab().toImage())
            assert data is rows or theme.warm.name() in colors
            assert theme.calm.name() in colors

    def test_painting_it_takes_no_reference_to_none_away(
        self, plot: Plot, band: PlotData, rows: PlotData, qtbot: QtBot
    ) -> None:
        for data in (band, rows):
            shown(plot, data, qtbot)
            plot.area.grab()
            gc.collect()
            before = sys.getrefcount(None)
            for _ in range(REPAINTS):
                plot.area.grab()
            gc.collect()
            assert abs(sys.getrefcount(None) - before) < NOISE

    def test_it_goes_without_a_word_and_leaves_no_timer(
        self, theme: Theme, band: PlotData, qtbot: QtBot
    ) -> None:
        plot = Plot(theme)
        plot.resize(400, 300)
        plot.show()
        shown(plot, band, qtbot)
        assert plot.findChildren(QTimer) == []
        plot.close()
        plot.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        settle()


class TestWhatIsDoneWithIt:
    """Saved, printed, copied."""

    @pytest.mark.parametrize(("name", "begins"), [("a.png", b"\x89PNG"), ("a.svg", b"<?xml")])
    def test_it_is_saved_as_a_picture_or_a_drawing(
        self, plot: Plot, band: PlotData, tmp_path: Path, name: str, begins: bytes
    ) -> None:
        plot.show_data(band)
        told: list[str] = []
        plot.told.connect(told.append)
        plot.save_as(tmp_path / name)
        assert (tmp_path / name).read_bytes().startswith(begins)
        assert told == [f"The picture is saved as {name} in {tmp_path}."]

    def test_the_picture_has_the_colours_of_the_window(
        self, plot: Plot, band: PlotData, tmp_path: Path, theme: Theme
    ) -> None:
        plot.show_data(band)
        plot.save_as(tmp_path / "a.png")
        colors = _colors(QImage(str(tmp_path / "a.png")))
        assert {theme.card.name(), theme.warm.name(), theme.calm.name()} <= colors

    def test_many_rows_make_a_higher_picture(
        self, plot: Plot, rows: PlotData, tmp_path: Path
    ) -> None:
        many = replace(
            rows,
            labels=rows.labels * 6,
            remarks=rows.remarks * 6,
            series=tuple(replace(each, values=each.values * 6) for each in rows.series),
        )
        heights = []
        for data in (rows, many):
            plot.show_data(data)
            plot.save_as(tmp_path / "a.png")
            heights.append(QImage(str(tmp_path / "a.png")).height())
        assert heights[0] < heights[1]

    def test_a_folder_that_is_not_there_is_told_and_nothing_is_lost(
        self, plot: Plot, band: PlotData, tmp_path: Path
    ) -> None:
        plot.show_data(band)
        told: list[str] = []
        plot.told.connect(told.append)
        plot.save_as(tmp_path / "gone" / "a.png")
        [sentence] = told
        assert sentence.startswith("The picture could not be saved as a.png in ")
        assert sentence.endswith("gone: No such file or directory.")

    def test_it_is_printed_on_one_page_with_a_bright_ground(
        self, band: PlotData, tmp_path: Path
    ) -> None:
        printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(tmp_path / "a.pdf"))
        print_page(printer, band)
        assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF")

    def test_one_without_values_is_saved_with_its_words(
        self, plot: Plot, band: PlotData, tmp_path: Path
    ) -> None:
        empty = replace(band, labels=(), remarks=(), series=(Series("before", ()),), ticks=())
        plot.show_data(empty)
        plot.save_as(tmp_path / "a.svg")
        assert "Nothing yet." in (tmp_path / "a.svg").read_text("utf-8")

    def test_the_table_is_copied(self, plot: Plot, rows: PlotData) -> None:
        plot.show_data(rows)
        plot.copy_table()
        assert QGuiApplication.clipboard().text().startswith("Technique\tChange\tSessions\n")

    def test_the_menu_offers_all_of_it(self, plot: Plot, rows: PlotData) -> None:
        plot.show_data(rows)
        assert [each.text() for each in plot.more_button.menu().actions()] == [
            "Save as a picture…",
            "Print…",
            "Copy the table",
        ]
        assert plot.more_button.accessibleName() == "More: Change"


def _legend(plot: Plot) -> list[str]:
    labels = (
        each for each in plot.findChildren(QLabel) if each.property("small") and not each.isHidden()
    )
    return [each.text().removeprefix("\N{BLACK CIRCLE} ") for each in labels]


def _items(plot: Plot, kind: str) -> int:
    canvas = plot.area._canvas
    assert canvas is not None
    return sum(type(each).__name__ == kind for each in canvas._item.items)


def _colors(image: QImage) -> set[str]:
    """Every colour of a picture, looked at in one row of pixels of four."""
    return {
        image.pixelColor(x, y).name()
        for x in range(image.width())
        for y in range(0, image.height(), 4)
    }
