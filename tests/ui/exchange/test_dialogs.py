"""All dialogs of the history, in every look: nothing is cut off, unheard, unreached or hard to read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from relaxapp.journal.backup import backups_folder
from relaxapp.journal.by_hand import back_up_now
from relaxapp.journal.exporting import save_json
from relaxapp.journal.opening import open_journal
from relaxapp.ui.exchange.backups_dialog import BackupsDialog
from relaxapp.ui.exchange.export_dialog import ExportDialog
from relaxapp.ui.exchange.import_dialog import ImportDialog
from relaxapp.ui.theme import theme_for
from tests.ui.by_keyboard import focused, name_of, ring, takes_tab
from tests.ui.cut_off import cut_off
from tests.ui.dressed import dressed
from tests.ui.heard import unheard
from tests.ui.house import practised
from tests.ui.places import settle
from tests.ui.written import measured

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from relaxapp.ui.exchange.dialog import HistoryDialog
    from relaxapp.ui.history_supplies import HistorySupplies
    from relaxapp.ui.theme import Theme
    from tests.ui.exchange.over_the_window import OverTheWindow

LOOKS: dict[str, tuple[dict[str, Any], QSize]] = {
    "night": ({"name": "night"}, QSize(1280, 800)),
    "light, small": ({"name": "light", "text_percent": 80}, QSize(960, 640)),
    "light, high contrast, large": (
        {"name": "light", "high_contrast": True, "text_percent": 150},
        QSize(960, 640),
    ),
    "night, high contrast": ({"name": "night", "high_contrast": True}, QSize(960, 640)),
    "night, largest": ({"name": "night", "text_percent": 200}, QSize(960, 640)),
}


@pytest.fixture(params=LOOKS)
def look(request: pytest.FixtureRequest) -> tuple[dict[str, Any], QSize]:
    """One look after the other, and the size of the window."""
    return LOOKS[request.param]


@pytest.fixture
def theme(look: tuple[dict[str, Any], QSize], qapp: QApplication) -> Iterator[Theme]:
    """The theme of the look, on the whole application."""
    with dressed(qapp, theme_for(**look[0])) as worn:
        yield worn


def _export(supplies: HistorySupplies, over: OverTheWindow, folder: Path) -> HistoryDialog:
    dialog = over.open(
        lambda window: ExportDialog(supplies, window, ask=lambda _, file: folder / file.name)
    )
    dialog.table.setChecked(True)
    dialog.dates.only_some.setChecked(True)
    dialog.save_button.click()
    over.wait(dialog)
    assert dialog.outcome.text
    return dialog


def _import(supplies: HistorySupplies, over: OverTheWindow, folder: Path) -> HistoryDialog:
    with open_journal(folder / "there", supplies.now) as there:
        practised(there, "Evening", days_ago=4)
        save_json(there, folder / "history.json")
    dialog = over.open(
        lambda window: ImportDialog(supplies, window, ask=lambda _: folder / "history.json")
    )
    dialog.choose_button.click()
    over.wait(dialog)
    assert dialog.rows.isVisible()
    return dialog


def _refused(supplies: HistorySupplies, over: OverTheWindow, folder: Path) -> HistoryDialog:
    dialog = over.open(lambda window: ImportDialog(supplies, window))
    dialog.read(folder / "a-file-with-a-very-long-name-that-is-not-there-at-all-in-any-way.json")
    over.wait(dialog)
    assert dialog.outcome.text
    return dialog


def _backups(supplies: HistorySupplies, over: OverTheWindow, _folder: Path) -> HistoryDialog:
    back_up_now(supplies.journal)
    practised(supplies.journal, "Since then")
    dialog = over.open(lambda window: BackupsDialog(supplies, window))
    over.wait(dialog)
    dialog.card.back_button.click()
    assert dialog.card.is_asking
    return dialog


def _damaged(supplies: HistorySupplies, over: OverTheWindow, _folder: Path) -> HistoryDialog:
    folder = backups_folder(supplies.journal.database.path.parent)
    folder.mkdir()
    (folder / "journal-2026-11-20.sqlite3").write_bytes(b"no database " * 500)
    dialog = over.open(lambda window: BackupsDialog(supplies, window))
    over.wait(dialog)
    dialog.list.setFocus()
    return dialog


WAYS: dict[str, Callable[[HistorySupplies, OverTheWindow, Path], HistoryDialog]] = {
    "export": _export,
    "import": _import,
    "refused": _refused,
    "backups": _backups,
    "damaged": _damaged,
}


@pytest.mark.parametrize("way", WAYS)
def test_everything_is_seen_whole_heard_and_reached(  # noqa: PLR0917 - the ways need them
    way: str,
    look: tuple[dict[str, Any], QSize],
    supplies: HistorySupplies,
    over_the_window: OverTheWindow,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    practised(supplies.journal, "Long breath out", days_ago=3)
    over_the_window.window.resize(look[1])
    dialog = WAYS[way](supplies, over_the_window, tmp_path)
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    settle()
    assert dialog.width() < look[1].width()
    assert dialog.height() < look[1].height()
    assert cut_off(dialog) == []
    assert unheard(dialog) == []
    is_high = supplies.theme.high_contrast
    faint = [each for each in measured(dialog) if each.ratio < each.least(high_contrast=is_high)]
    assert faint == []
    assert dialog.isAncestorOf(focused())
    wanted = {each for each in dialog.findChildren(QWidget) if takes_tab(each)}
    assert {name_of(each) for each in wanted.difference(ring())} == set()
