"""Tests of the window: going from page to page, opening files, and leaving."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QAction, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from relaxapp.errors import SettingsError
from relaxapp.settings import SettingsFile
from relaxapp.ui.help import HelpSheet
from relaxapp.ui.history.page import SESSIONS
from relaxapp.ui.message import Message
from relaxapp.ui.pages.cards import Card
from tests.ui.house import practised

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pytest
    from pytestqt.qtbot import QtBot

    from relaxapp.journal.journal import Journal
    from relaxapp.ui.window import MainWindow


def _trigger(window: MainWindow, action_id: str) -> None:
    found = window.findChild(QAction, action_id)
    assert found is not None
    found.trigger()


def _nav(window: MainWindow, text: str) -> QPushButton:
    return next(
        button for button in window.side_bar.findChildren(QPushButton) if button.text() == text
    )


def _focused_name(window: MainWindow) -> str:
    return window.focusWidget().accessibleName()


def _press(window: MainWindow, key: Qt.Key) -> None:
    QTest.keyClick(window.focusWidget(), key)


def test_the_window_begins_with_the_sessions_and_nothing_else_is_made(window: MainWindow) -> None:
    assert window.pages.currentWidget() is window.sessions
    assert window.pages.count() == 1
    assert window._studio is None


def test_the_first_page_is_filled_as_soon_as_the_window_was_painted(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    window._is_filled = False
    window.sessions.show_offers((), None)
    window.repaint()
    qtbot.waitUntil(lambda: len(window.sessions.grid.shown) == 3)
    assert window._is_filled


def test_only_places_that_are_there_are_in_the_side_bar(window: MainWindow) -> None:
    texts = {button.text() for button in window.side_bar.findChildren(QPushButton)}
    assert texts == {"Sessions", "History", "Settings", "Help", "Quick help"}


def test_the_side_bar_goes_to_the_pages(window: MainWindow) -> None:
    QTest.mouseClick(_nav(window, "History"), Qt.MouseButton.LeftButton)
    assert window.pages.currentWidget() is window.history
    assert _nav(window, "History").isChecked()
    QTest.mouseClick(_nav(window, "Sessions"), Qt.MouseButton.LeftButton)
    assert window.pages.currentWidget() is window.sessions
    QTest.mouseClick(_nav(window, "Settings"), Qt.MouseButton.LeftButton)
    assert window.pages.currentWidget() is window.settings_page
    assert _nav(window, "Settings").isChecked()


def test_keys_go_to_the_pages(window: MainWindow) -> None:
    _trigger(window, "history")
    assert window.pages.currentWidget() is window.history
    _trigger(window, "settings")
    assert window.pages.currentWidget() is window.settings_page
    _trigger(window, "sessions")
    assert window.pages.currentWidget() is window.sessions


def test_the_side_bar_tells_how_the_week_is_going(
    journal: Journal, open_window: Callable[..., MainWindow]
) -> None:
    for days_ago in (0, 1, 9):
        practised(journal, "Long exhale", days_ago=days_ago, minutes=12)
    window = open_window(week_aim_days=4)
    assert window.side_bar._week._text.text() == "2 of 4 days, 24 min"


def test_from_the_first_page_to_a_running_session_by_keys_alone(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.activateWindow()
    for _ in range(30):
        if isinstance(window.focusWidget(), Card):
            break
        _press(window, Qt.Key.Key_Tab)
    assert _focused_name(window) == "Shoulders and jaw, muscle relaxation, 3 min"
    _press(window, Qt.Key.Key_Right)
    assert _focused_name(window) == "Long breath out, breathing, 5 min"
    _press(window, Qt.Key.Key_Return)
    assert window.pages.currentWidget() is window.sheet
    assert _focused_name(window) == "Start"
    _press(window, Qt.Key.Key_Return)
    practice = window.practice
    assert practice is not None
    assert window.side_bar.isHidden()
    qtbot.waitUntil(lambda: practice._prepared is not None)
    _press(window, Qt.Key.Key_7)
    _press(window, Qt.Key.Key_Return)
    assert practice._conductor is not None


def test_enter_presses_the_button_in_focus(window: MainWindow) -> None:
    button = _nav(window, "History")
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Return)
    assert window.pages.currentWidget() is window.history


def test_enter_in_the_search_opens_nothing(window: MainWindow, qtbot: QtBot) -> None:
    window.sessions.search.setFocus()
    QTest.keyClicks(window.sessions.search, "breath")
    QTest.keyClick(window.sessions.search, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(window.focusWidget(), Card))
    assert window.pages.currentWidget() is window.sessions


def test_escape_leads_from_the_sheet_back_to_the_card(window: MainWindow) -> None:
    QTest.keyClick(window.sessions.grid.shown[1], Qt.Key.Key_Space)
    action = window.sheet.findChild(QAction, "leave-sheet")
    assert action is not None
    action.trigger()
    assert window.pages.currentWidget() is window.sessions
    assert _focused_name(window) == "Long breath out, breathing, 5 min"


def test_a_script_written_meanwhile_is_there_when_one_comes_back(
    window: MainWindow, scripts: Path
) -> None:
    text = (scripts / "breath.relax").read_text()
    (scripts / "new.relax").write_text(text.replace("Long breath out", "Brand new"))
    window.show_history()
    window.show_sessions()
    titles = [card.text() for card in window.sessions.grid.shown if isinstance(card, Card)]
    assert "Brand new" in titles


def test_a_file_is_chosen_and_its_sheet_shown(
    window: MainWindow, scripts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(window, "choose_file", lambda: scripts / "breath.relax")
    _trigger(window, "open")
    assert window.pages.currentWidget() is window.sheet
    assert window.sheet.offer is not None
    assert window.sheet.offer.script_id == "breath"


def test_whoever_wants_no_file_stays(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(window, "choose_file", lambda: None)
    _trigger(window, "open")
    assert window.pages.currentWidget() is window.sessions


def test_a_file_with_problems_opens_with_its_problems(window: MainWindow, scripts: Path) -> None:
    window.open_file(scripts / "broken.relax")
    assert window.pages.currentWidget() is window.sheet
    assert not window.sheet.start_button.isVisible()


def test_a_script_is_opened_by_its_name(window: MainWindow) -> None:
    window.open_named("shoulders")
    assert window.sheet.offer is not None
    assert window.sheet.offer.title == "Shoulders and jaw"


def test_a_name_that_nothing_goes_by_gets_a_sentence(window: MainWindow) -> None:
    window.open_named("sholders")
    assert window.pages.currentWidget() is window.sessions
    message = window.message_bar.message
    assert message is not None
    assert message.text == "There is no script 'sholders'. Did you mean 'shoulders'?"


def _drag(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def _drop(data: QMimeData) -> QDropEvent:
    """Something over the window; what enters it is a kind of drop as well."""
    return QDropEvent(
        QPointF(9, 9),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )


def test_a_script_dropped_on_the_window_is_shown(window: MainWindow, scripts: Path) -> None:
    data = _drag(scripts / "breath.relax")
    entering = _drop(data)
    window._rooms.frame.dragEnterEvent(entering)
    assert entering.isAccepted()
    window._rooms.frame.dropEvent(_drop(data))
    assert window.sheet.offer is not None
    assert window.sheet.offer.script_id == "breath"


def test_other_files_or_several_are_not_taken(window: MainWindow, scripts: Path) -> None:
    for data in (
        _drag(scripts / "talk.wav"),
        _drag(scripts / "breath.relax", scripts / "shoulders.relax"),
        QMimeData(),
    ):
        entering = _drop(data)
        entering.setAccepted(False)
        window._rooms.frame.dragEnterEvent(entering)
        assert not entering.isAccepted()


def test_help_opens_over_the_page_and_closes_again(window: MainWindow, qtbot: QtBot) -> None:
    _trigger(window, "help")
    sheet = window.findChild(HelpSheet)
    assert sheet is not None
    assert sheet.isVisible()
    assert window.pages.currentWidget() is window.sessions
    with qtbot.waitSignal(sheet.finished):
        QTest.keyClick(sheet, Qt.Key.Key_Escape)


def test_another_look_moves_the_window_into_new_pages(window: MainWindow, qtbot: QtBot) -> None:
    before = window.sessions
    window.choices.change(theme="light")
    qtbot.waitUntil(lambda: window.sessions is not before)
    assert window.sessions.isVisible()
    assert len(window.sessions.grid.shown) == 3


def test_another_look_leaves_the_person_where_they_are(window: MainWindow, qtbot: QtBot) -> None:
    window.show_settings()
    window.say(Message("Something."))
    before = window.sessions
    window.choices.change(text_percent=150)
    qtbot.waitUntil(lambda: window.sessions is not before)
    assert window.pages.currentWidget() is window.settings_page
    assert window.message_bar.message == Message("Something.")


def test_another_look_waits_for_the_end_of_a_session(window: MainWindow, qtbot: QtBot) -> None:
    window.open_named("breath")
    window.sheet.start_button.click()
    practice = window.practice
    assert practice is not None
    before = window.sessions
    window.choices.change(theme="light")
    assert window.sessions is before
    QTest.keyClick(practice, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window.practice is None)
    qtbot.waitUntil(lambda: window.sessions is not before)
    assert window.pages.currentWidget() is window.sheet


def test_size_and_place_are_remembered(
    open_window: Callable[..., MainWindow], settings_file: SettingsFile
) -> None:
    first = open_window()
    first.resize(1000, 700)
    first.close()
    second = open_window(geometry=settings_file.load().geometry)
    second.resize(*first.size().toTuple())
    assert settings_file.load().geometry
    assert first.size() == second.size()


def test_a_geometry_that_is_none_gives_the_usual_size(
    open_window: Callable[..., MainWindow], settings_file: SettingsFile
) -> None:
    window = open_window(geometry="bm8gZ2VvbWV0cnk=")
    assert window.isVisible()


def test_settings_that_cannot_be_kept_are_told_and_hold_all_the_same(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(*_args: object) -> None:
        raise SettingsError("The disk is full.")

    monkeypatch.setattr(SettingsFile, "save", failing)
    window.choices.change(no_tensing=True)
    assert window.choices.settings.no_tensing
    assert window.message_bar.message == Message("The disk is full.")


def test_what_was_wrong_while_the_settings_were_read_is_told(
    open_window: Callable[..., MainWindow], settings_file: SettingsFile
) -> None:
    settings_file.notice = "The settings could not be read, so the usual ones are used."
    window = open_window()
    assert window.message_bar.message == Message(settings_file.notice)


def test_a_message_goes_when_another_page_is_shown(window: MainWindow) -> None:
    window.say(Message("Something."))
    assert window.message_bar.isVisible()
    window.show_history()
    assert not window.message_bar.isVisible()


def test_a_deleted_session_is_brought_back_from_the_bar(
    window: MainWindow, journal: Journal
) -> None:
    practised(journal, "Long exhale", minutes=10)
    window.show_history()
    window.history.show_view(SESSIONS)
    window.history.log.delete_chosen()
    assert window.side_bar._week._text.text() == "0 of 5 days, 0 min"
    window.message_bar._offer.click()
    assert window.history.log.model.count == 1
    assert window.side_bar._week._text.text() == "1 of 5 days, 10 min"


def test_a_resting_window_has_no_timer_running(window: MainWindow, qtbot: QtBot) -> None:
    window.show_history()
    window.open_named("shoulders")
    window.show_sessions()
    assert [timer for timer in window.findChildren(QTimer) if timer.isActive()] == []


def test_the_ways_are_reached_by_a_button_and_by_a_key(window: MainWindow) -> None:
    window.sessions.ways.click()
    assert window.pages.currentWidget() is window._rooms.ways
    assert window.side_bar.place == "sessions"
    window.show_sessions()
    _trigger(window, "ways")
    assert window.pages.currentWidget() is window._rooms.ways


def test_the_ways_button_makes_room_for_what_is_searched(window: MainWindow) -> None:
    assert window.sessions.ways.isVisible()
    window.sessions.search.setText("breath")
    assert not window.sessions.ways.isVisible()


def test_escape_leads_from_what_is_read_to_the_ways_and_from_there_to_the_sessions(
    window: MainWindow,
) -> None:
    window.show_ways()
    window._rooms.ways.reading_asked.emit("doctor")
    assert _focused_name(window) == "When to see a doctor"
    _press(window, Qt.Key.Key_Escape)
    assert window.pages.currentWidget() is window._rooms.ways
    _press(window, Qt.Key.Key_Escape)
    assert window.pages.currentWidget() is window.sessions


def test_a_sheet_leads_back_to_the_ways_one_came_from(window: MainWindow, scripts: Path) -> None:
    ground = (scripts / "breath.relax").read_text(encoding="utf-8")
    (scripts / "ground-54321.relax").write_text(ground, encoding="utf-8")
    window.show_ways()
    window._rooms.ways.cards[0].rows[0].click()
    assert window.pages.currentWidget() is window.sheet
    assert "Ways" in window.sheet._back.text()
    window.sheet.left.emit()
    assert window.pages.currentWidget() is window._rooms.ways
    assert _focused_name(window).startswith("Long breath out")
    window.show_sessions()
    window.open_named("breath")
    assert "Sessions" in window.sheet._back.text()
    window.sheet.left.emit()
    assert window.pages.currentWidget() is window.sessions


def test_another_look_finds_one_where_one_was_among_the_ways(window: MainWindow) -> None:
    for show, name in (
        (window.show_ways, "Ways through the sessions"),
        (lambda: window.show_reading("helps"), "What else helps"),
    ):
        show()
        look = "light" if window.choices.settings.theme == "night" else "night"
        window.choices.change(theme=look)
        window._move()
        shown = window.pages.currentWidget()
        assert shown is not None
        assert shown.accessibleName() == name


def test_the_focus_goes_back_to_the_page_when_a_message_is_closed(
    window: MainWindow, journal: Journal
) -> None:
    practised(journal, "Long exhale")
    window.show_history()
    window.say(Message("Something to know."))
    close = next(
        each
        for each in window.message_bar.findChildren(QPushButton)
        if each.accessibleName() == "Close the message"
    )
    close.setFocus()
    close.click()
    assert window.history.isAncestorOf(window.focusWidget())
