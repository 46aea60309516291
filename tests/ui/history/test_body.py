"""Where it was tense or twitching, seen over some time."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from relaxapp.errors import JournalError
from relaxapp.journal.entry import Mark, MarkKind, Moment, Plan
from relaxapp.journal.filter import Filter
from relaxapp.journal.period import Period
from relaxapp.script.body import Area
from relaxapp.ui.history.body import BodyView
from tests.ui.house import EVENING

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from relaxapp.journal.journal import Journal
    from relaxapp.ui.history_supplies import HistorySupplies

JAW = Mark("jaw", MarkKind.TENSION, 3)
SHOULDER = Mark("right shoulder", MarkKind.TENSION, 1)
EYE = Mark("left eye", MarkKind.TWITCHING, 1)


@pytest.fixture
def body(supplies: HistorySupplies, qtbot: QtBot) -> BodyView:
    body = BodyView(supplies)
    qtbot.addWidget(body)
    body.resize(980, 600)
    body.show()
    return body


def _marked(
    journal: Journal,
    before: tuple[Mark, ...],
    after: tuple[Mark, ...] = (),
    days_ago: int = 1,
) -> None:
    journal.add_by_hand(
        Plan(script_id="scan", title="Body scan", technique="body scan", planned_seconds=600),
        started_at=EVENING - timedelta(days=days_ago),
        practised_seconds=600,
        tension_after=3,
        marks_before=before,
        marks_after=after,
    )


def _cells(body: BodyView) -> list[list[str]]:
    table = body.table
    items = [
        [table.item(row, column) for column in range(table.columnCount())]
        for row in range(table.rowCount())
    ]
    return [[item.text() if item else "" for item in row] for row in items]


def test_where_nothing_is_marked_a_sentence_says_how_to(body: BodyView) -> None:
    body.refresh()
    assert body.about.startswith("Nothing is marked in this time.")
    assert not body.table.isVisible()
    assert not body.figures[Moment.BEFORE].isVisible()
    assert body.doctor == ""


def test_few_sessions_are_said_to_be_few(body: BodyView, journal: Journal) -> None:
    for _ in range(3):
        _marked(journal, (JAW,))
    body.refresh()
    assert body.about == "3 sessions with marks in this time: too few to say much."


def test_the_table_tells_what_the_figures_show(body: BodyView, journal: Journal) -> None:
    for _ in range(4):
        _marked(journal, (JAW, EYE))
    _marked(journal, (JAW, SHOULDER), (Mark("jaw", MarkKind.TENSION, 1),))
    body.refresh()
    assert _cells(body) == [
        ["Jaw, tension", "5", "1", "3.0 → 1.0"],
        ["Left eye, twitching", "4", "0", "1.0 → \N{EN DASH}"],
        ["Right shoulder, tension", "1", "0", "1.0 → \N{EN DASH}"],
    ]
    said = body.table.item(0, 0)
    assert said is not None
    assert said.data(Qt.ItemDataRole.AccessibleTextRole) == (
        "Jaw, tension, before 5 sessions, 3.0 of 3 on average, after 1 session, 1.0 of 3 on average"
    )


def test_an_area_is_the_stronger_the_more_often_and_strongly_it_was_marked(
    body: BodyView, journal: Journal
) -> None:
    for _ in range(4):
        _marked(journal, (JAW, EYE))
    _marked(journal, (JAW, SHOULDER), (SHOULDER, JAW))
    body.refresh()
    before, after = (body.figures[moment].map.states for moment in Moment)
    assert before[Area.JAW].warm == 1.0
    assert before[Area.LEFT_EYE].dotted == 1.0
    assert before[Area.LEFT_EYE].warm == 0.0
    assert 0 < before[Area.RIGHT_SHOULDER].warm < before[Area.JAW].warm
    # The same measure before and after: one session of five.
    assert after[Area.JAW].warm < 0.5
    assert after[Area.RIGHT_SHOULDER] == before[Area.RIGHT_SHOULDER]
    assert Area.LEFT_EYE not in after


def test_a_screen_reader_hears_how_often_an_area_was_marked(
    body: BodyView, journal: Journal
) -> None:
    _marked(journal, (EYE,))
    _marked(journal, (Mark("left eye", MarkKind.TENSION, 2),))
    body.refresh()
    spots = body.figures[Moment.BEFORE].map._spots
    assert spots[Area.LEFT_EYE].accessibleName() == (
        "Left eye, tension in 1 session, twitching in 1 session"
    )
    assert spots[Area.JAW].accessibleName() == "Jaw"


def test_only_the_time_that_is_chosen_counts(body: BodyView, journal: Journal) -> None:
    for days_ago in (5, 60, 300, 800):
        _marked(journal, (JAW,), days_ago=days_ago)
    body.refresh()
    assert _cells(body)[0][1] == "2"
    for span, count in (("28", "1"), ("365", "3"), ("all", "4")):
        body.span.choose(span)
        body.span.chosen.emit(span)
        assert _cells(body)[0][1] == count


def test_arrow_keys_choose_the_time(body: BodyView, journal: Journal, qtbot: QtBot) -> None:
    for days_ago in (5, 60):
        _marked(journal, (JAW,), days_ago=days_ago)
    body.refresh()
    body.activateWindow()
    qtbot.waitUntil(body.isActiveWindow)
    body.take_focus()
    QTest.keyClick(body.focusWidget(), Qt.Key.Key_Left)
    assert body.span.value == "28"
    assert _cells(body)[0][1] == "1"


def test_what_became_of_the_chosen_area_is_said(body: BodyView, journal: Journal) -> None:
    _marked(journal, (JAW, EYE))
    _marked(journal, (JAW,), (Mark("jaw", MarkKind.TENSION, 1),))
    body.refresh()
    assert body.chosen == (
        "Jaw, tension: of 2 sessions with an answer after them, it was not marked any more after 1 "
        "and weaker after 1."
    )
    QTest.keyClick(body.table, Qt.Key.Key_Down)
    assert body.chosen == (
        "Left eye, twitching: marked before 1 session with an answer after it. "
        "Afterwards it was not marked any more."
    )


def test_an_area_leads_to_its_sessions_from_the_table_and_from_the_figure(
    body: BodyView, journal: Journal
) -> None:
    _marked(journal, (JAW,))
    _marked(journal, (EYE,))
    body.refresh()
    asked: list[Filter] = []
    body.sessions_asked.connect(asked.append)
    period = Period.of_last_days(EVENING, 91)
    QTest.keyClick(body.table, Qt.Key.Key_Return)
    assert asked == [Filter(area="jaw", period=period)]
    QTest.mouseClick(body.sessions, Qt.MouseButton.LeftButton)
    body.figures[Moment.AFTER].map.pressed.emit(Area.LEFT_EYE)
    assert asked[1:] == [Filter(area="jaw", period=period), Filter(area="left eye", period=period)]
    body.figures[Moment.AFTER].map.pressed.emit(Area.LEFT_FOOT)
    assert len(asked) == 3


def test_twitching_that_lasts_is_met_with_a_calm_sentence(body: BodyView, journal: Journal) -> None:
    _marked(journal, (EYE,), days_ago=10)
    _marked(journal, (EYE,), days_ago=1)
    body.refresh()
    assert body.doctor == ""
    _marked(journal, (Mark("left calf", MarkKind.TWITCHING, 1),), days_ago=20)
    body.refresh()
    assert body.doctor.startswith("Twitching is marked from 4 Nov to 23 Nov, in 2 places.")
    assert "let a doctor have a look at it once" in body.doctor


def test_the_chosen_area_stays_chosen(body: BodyView, journal: Journal) -> None:
    _marked(journal, (JAW, EYE))
    body.refresh()
    body.table.selectRow(1)
    before = body.table.area
    assert before is not None
    _marked(journal, (SHOULDER, JAW))
    body.refresh()
    after = body.table.area
    assert after is not None
    assert (after.area, after.kind) == (before.area, before.kind)


def test_an_area_this_version_does_not_know_is_in_the_table_alone(
    body: BodyView, journal: Journal
) -> None:
    _marked(journal, (Mark("left ear", MarkKind.TENSION, 1),))
    body.refresh()
    assert _cells(body)[0][0] == "Left ear, tension"
    assert body.figures[Moment.BEFORE].map.states == {}


def test_a_log_that_cannot_be_read_is_told(
    body: BodyView, journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    body.said.connect(lambda message: told.append(message.text))

    def failing(*_args: object) -> None:
        raise JournalError("The disk went away.")

    monkeypatch.setattr("relaxapp.ui.history.body.body_survey", failing)
    body.refresh()
    assert told == ["The disk went away."]


def test_a_large_log_is_counted_on_another_thread(
    body: BodyView, journal: Journal, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("relaxapp.ui.history.counting.AT_ONCE", 0)
    _marked(journal, (JAW,))
    body.refresh()
    assert body.counting.is_busy
    qtbot.waitUntil(lambda: not body.counting.is_busy)
    assert _cells(body)[0][0] == "Jaw, tension"
