"""The sheet to edit a session with, or to enter one by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QDate, QDateTime, Qt, QTime
from PySide6.QtTest import QTest

from relaxapp.errors import JournalError
from relaxapp.journal.entry import Mark, MarkKind, Moment, Outcome, Plan
from relaxapp.script.body import Area
from relaxapp.script.parser import parse
from relaxapp.ui.history.entry_editor import Edited, EntryEditor
from relaxapp.ui.history.wall_time import at_place
from tests.ui.house import EVENING, SHOULDERS, practised

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from relaxapp.journal.entry import Entry
    from relaxapp.journal.journal import Journal
    from relaxapp.ui.history.by_hand_form import ByHandForm
    from relaxapp.ui.history_supplies import HistorySupplies
    from tests.ui.house import FakeClock

JAW = Mark("jaw", MarkKind.TENSION, 2)


@pytest.fixture
def saved() -> list[Edited]:
    """What was written, in order."""
    return []


@pytest.fixture
def edit(
    supplies: HistorySupplies, qtbot: QtBot, saved: list[Edited]
) -> Callable[..., EntryEditor]:
    """Opens the sheet on a session, or empty."""
    opened = []

    def open_it(entry: Entry | None = None) -> EntryEditor:
        editor = EntryEditor(supplies, entry)
        editor.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        qtbot.addWidget(editor)
        editor.saved.connect(saved.append)
        editor.open()
        editor.activateWindow()
        qtbot.waitUntil(editor.isActiveWindow)
        opened.append(editor)
        return editor

    return open_it


@pytest.fixture
def measured(journal: Journal, clock: FakeClock) -> Entry:
    """A session that a clock has measured."""
    number = journal.begin(
        Plan(script_id="scan", title="Body scan", technique="body scan", planned_seconds=600),
        7,
        (JAW,),
    )
    clock.advance(300)
    journal.finish(
        number, Outcome.STOPPED, practised_seconds=290, paused_seconds=10, skipped_steps=0
    )
    return journal.entry(number)


def _form(editor: EntryEditor) -> ByHandForm:
    assert editor.by_hand is not None
    return editor.by_hand


class TestASessionOfTheClock:
    """What was measured stays."""

    def test_its_times_are_told_and_cannot_be_changed(
        self, edit: Callable[..., EntryEditor], measured: Entry
    ) -> None:
        editor = edit(measured)
        assert editor.by_hand is None
        title, about = editor._about("")
        assert title == "Body scan"
        assert about == (
            "Today 20:40, 4:50 of 10 min, stopped early. A clock measured this, so it stays as it is."
        )

    def test_tension_areas_note_and_tags_are_written(
        self,
        edit: Callable[..., EntryEditor],
        measured: Entry,
        journal: Journal,
        saved: list[Edited],
    ) -> None:
        editor = edit(measured)
        editor.feeling.scales[Moment.AFTER].choose(3)
        editor.feeling.map.pressed.emit(Area.JAW)
        editor.feeling.moment.choose("after")
        editor.feeling.moment.chosen.emit("after")
        editor.feeling.map.pressed.emit(Area.LEFT_EYE)
        editor.note.setPlainText("Warm.")
        editor.tags.setText("work, evening")
        editor.save()
        now = journal.entry(measured.id)
        assert now == replace(
            measured,
            tension_after=3,
            marks_before=(replace(JAW, level=3),),
            marks_after=(Mark("left eye", MarkKind.TWITCHING, 1),),
            note="Warm.",
            tags=("work", "evening"),
        )
        assert saved == [Edited(measured, now)]

    def test_an_answer_can_be_taken_back(
        self, edit: Callable[..., EntryEditor], measured: Entry, journal: Journal
    ) -> None:
        editor = edit(measured)
        QTest.mouseClick(editor.feeling.scales[Moment.BEFORE].clear, Qt.MouseButton.LeftButton)
        editor.save()
        assert journal.entry(measured.id).tension_before is None

    def test_what_was_written_elsewhere_meanwhile_stays(
        self, edit: Callable[..., EntryEditor], measured: Entry, journal: Journal
    ) -> None:
        editor = edit(measured)
        editor.feeling.scales[Moment.AFTER].choose(2)
        journal.annotate(measured.id, "from another window", ())
        editor.save()
        now = journal.entry(measured.id)
        assert (now.tension_after, now.note) == (2, "from another window")

    def test_a_journal_that_cannot_be_written_is_told_and_nothing_is_lost(
        self,
        edit: Callable[..., EntryEditor],
        measured: Entry,
        journal: Journal,
        saved: list[Edited],
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        editor = edit(measured)
        editor.note.setPlainText("Warm.")

        def failing(*_args: object) -> None:
            raise JournalError("The disk is full.")

        with monkeypatch.context() as patched:
            patched.setattr(type(journal), "rewrite", failing)
            editor.save()
        assert editor.trouble == "The disk is full."
        assert editor.isVisible()
        assert editor.note.toPlainText() == "Warm."
        editor.save()
        assert [each.after.note for each in saved] == ["Warm."]


class TestKeys:
    """Everything can be done without a mouse."""

    def test_digits_say_how_tense_it_was(
        self, edit: Callable[..., EntryEditor], measured: Entry
    ) -> None:
        editor = edit(measured)
        editor.feeling.scales[Moment.AFTER].focus()
        for key in "10":
            QTest.keyClicks(editor.focusWidget(), key)
        assert editor.feeling.tension == {Moment.BEFORE: 7, Moment.AFTER: 10}
        QTest.keyClicks(editor.focusWidget(), "4")
        assert editor.feeling.tension[Moment.AFTER] == 4

    def test_on_an_area_digits_say_how_strong_it_was(
        self, edit: Callable[..., EntryEditor], measured: Entry
    ) -> None:
        editor = edit(measured)
        editor.feeling.map._spots[Area.JAW].setFocus()
        QTest.keyClicks(editor.focusWidget(), "3")
        QTest.keyClicks(editor.focusWidget(), "9")
        assert editor.feeling.marked[Moment.BEFORE] == (replace(JAW, level=3),)
        assert editor.feeling.tension[Moment.BEFORE] == 7

    @pytest.mark.parametrize("where", ["tags", "scale"])
    def test_enter_saves(
        self,
        edit: Callable[..., EntryEditor],
        measured: Entry,
        saved: list[Edited],
        where: str,
    ) -> None:
        editor = edit(measured)
        editor.tags.setText("bed")
        if where == "tags":
            editor.tags.setFocus()
        QTest.keyClick(editor.focusWidget(), Qt.Key.Key_Return)
        assert [each.after.tags for each in saved] == [("bed",)]

    def test_in_the_note_enter_is_a_new_line_and_control_enter_saves(
        self, edit: Callable[..., EntryEditor], measured: Entry, saved: list[Edited]
    ) -> None:
        editor = edit(measured)
        editor.note.setFocus()
        QTest.keyClicks(editor.note, "a")
        QTest.keyClick(editor.note, Qt.Key.Key_Return)
        assert saved == []
        QTest.keyClick(editor.note, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        assert [each.after.note for each in saved] == ["a\n"]

    def test_escape_leaves_at_once_where_nothing_was_written(
        self, edit: Callable[..., EntryEditor], measured: Entry
    ) -> None:
        editor = edit(measured)
        QTest.keyClick(editor, Qt.Key.Key_Escape)
        assert not editor.isVisible()

    def test_escape_asks_first_where_something_would_be_lost(
        self,
        edit: Callable[..., EntryEditor],
        measured: Entry,
        journal: Journal,
        saved: list[Edited],
    ) -> None:
        editor = edit(measured)
        editor.note.setFocus()
        QTest.keyClicks(editor.note, "a")
        QTest.keyClick(editor.note, Qt.Key.Key_Escape)
        assert editor.question.sentence == "Leave without saving?"
        QTest.keyClick(editor.focusWidget(), Qt.Key.Key_Escape)
        assert editor.question.sentence == ""
        assert editor.isVisible()
        assert editor.note.hasFocus()
        QTest.keyClick(editor.note, Qt.Key.Key_Escape)
        QTest.keyClick(editor.focusWidget(), Qt.Key.Key_Right)
        QTest.keyClick(editor.focusWidget(), Qt.Key.Key_Return)
        assert not editor.isVisible()
        assert (saved, journal.entry(measured.id).note) == ([], "")


class TestAddingByHand:
    """What was practised without relaxapp."""

    def test_own_words_are_entered_and_marked_as_by_hand(
        self, edit: Callable[..., EntryEditor], journal: Journal, saved: list[Edited]
    ) -> None:
        editor = edit()
        form = _form(editor)
        form.words.setText(" A quiet walk ")
        form.technique.chosen.emit("mindfulness")
        form.minutes.setValue(25)
        form.when.setDateTime(QDateTime(QDate(2026, 11, 23), QTime(18, 5)))
        editor.feeling.scales[Moment.BEFORE].choose(6)
        editor.save()
        entry = journal.entries()[0]
        assert (entry.title, entry.script_id, entry.technique) == (
            "A quiet walk",
            "",
            "mindfulness",
        )
        assert entry.started_at == at_place(datetime(2026, 11, 23, 18, 5), EVENING)  # noqa: DTZ001
        assert (entry.practised_seconds, entry.planned_seconds) == (1500, 1500)
        assert (entry.by_hand, entry.outcome) == (True, Outcome.FINISHED)
        assert (entry.tension_before, entry.tension_after) == (6, None)
        assert saved == [Edited(None, entry)]

    def test_a_script_brings_its_technique(
        self,
        supplies: HistorySupplies,
        qtbot: QtBot,
        journal: Journal,
    ) -> None:
        known = replace(supplies, script={"scan": parse(SHOULDERS, "shoulders.relax")}.get)
        editor = EntryEditor(known, None)
        qtbot.addWidget(editor)
        form = _form(editor)
        form.session.chosen.emit("scan")
        assert form.words.isHidden()
        editor.save()
        entry = journal.entries()[0]
        assert (entry.script_id, entry.title, entry.technique) == (
            "scan",
            "Body scan",
            "muscle relaxation",
        )

    def test_of_a_script_that_cannot_be_looked_at_the_log_knows_the_technique(
        self, edit: Callable[..., EntryEditor], journal: Journal
    ) -> None:
        practised(journal, "Body scan", script_id="scan", technique="noticing")
        form = _form(edit())
        form.session.chosen.emit("scan")
        assert form.practised().plan.technique == "noticing"

    def test_it_begins_as_if_it_had_just_ended(self, edit: Callable[..., EntryEditor]) -> None:
        form = _form(edit())
        assert form.when.dateTime() == QDateTime(QDate(2026, 11, 24), QTime(20, 30))
        assert form.minutes.value() == 10

    def test_what_is_not_right_is_told_below_its_field(
        self, edit: Callable[..., EntryEditor], journal: Journal
    ) -> None:
        editor = edit()
        form = _form(editor)
        editor.save()
        assert form.troubles == {form.words: "Say in a word or two what it was."}
        assert form.words.hasFocus()
        form.words.setText("A walk")
        form.when.setDateTime(QDateTime(QDate(2026, 11, 25), QTime(8, 0)))
        editor.save()
        assert form.troubles == {form.when: "This is still to come. Choose a time that has passed."}
        form.when.setDateTime(QDateTime(QDate(2026, 11, 24), QTime(20, 35)))
        editor.save()
        assert form.troubles == {form.minutes: "At this length it would not be over yet."}
        assert journal.count() == 0
        form.minutes.setValue(5)
        editor.save()
        assert journal.count() == 1

    def test_after_midnight_it_is_said_which_day_it_counts_for(
        self, edit: Callable[..., EntryEditor]
    ) -> None:
        form = _form(edit())
        assert form._day.isHidden()
        form.when.setDateTime(QDateTime(QDate(2026, 11, 24), QTime(1, 30)))
        assert form._day.text() == "Counts for Mon 23 Nov, because your days begin at 04:00."
        form.when.setDateTime(QDateTime(QDate(2026, 11, 24), QTime(4, 0)))
        assert form._day.isHidden()


class TestASessionByHand:
    """All of it can be changed."""

    def test_what_it_was_when_and_how_long(
        self, edit: Callable[..., EntryEditor], journal: Journal
    ) -> None:
        before = journal.entry(practised(journal, "Walk", script_id="breath", minutes=8.5))
        editor = edit(before)
        form = _form(editor)
        form.session.chosen.emit("")
        form.words.setText("Walk by the lake")
        form.minutes.setValue(12)
        form.when.setDateTime(form.when.dateTime().addSecs(-3600))
        editor.save()
        after = journal.entry(before.id)
        began = before.started_at - timedelta(hours=1)
        assert after == replace(
            before,
            script_id="",
            title="Walk by the lake",
            started_at=began,
            ended_at=began + timedelta(minutes=12),
            practised_seconds=720,
            planned_seconds=720,
        )

    def test_a_length_that_is_no_whole_minutes_stays_unless_it_is_changed(
        self, edit: Callable[..., EntryEditor], journal: Journal, saved: list[Edited]
    ) -> None:
        before = journal.entry(practised(journal, "Walk", script_id="gone", minutes=8.5))
        editor = edit(before)
        assert not editor.is_changed
        editor.save()
        assert saved == []
        assert journal.entry(before.id) == before
