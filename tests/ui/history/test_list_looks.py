"""The list, the sheet over it and the body, in every look: heard, read, and nothing cut off."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Literal, cast

import pytest
from PySide6.QtCore import QMargins, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from relaxapp.journal.entry import Mark, MarkKind, Outcome, Plan
from relaxapp.journal.filter import Filter
from relaxapp.journal.period import Period
from relaxapp.ui.history.body import BodyView
from relaxapp.ui.history.entry_editor import EntryEditor
from relaxapp.ui.history.log import LogView
from relaxapp.ui.pages.scroll_column import ScrollColumn
from relaxapp.ui.painted.ground import Ground
from relaxapp.ui.theme import theme_for
from tests.ui.cut_off import cut_off
from tests.ui.dressed import dressed
from tests.ui.heard import unheard
from tests.ui.house import EVENING, practised
from tests.ui.places import settle
from tests.ui.written import measured

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from relaxapp.journal.journal import Journal
    from relaxapp.ui.history_supplies import HistorySupplies
    from relaxapp.ui.theme import Theme
    from tests.ui.house import FakeClock

LOOKS = ("night", "light, high")
PERCENTS = (80, 200)
SIZES = ((660, 600), (980, 600))
"""What is left of the window for a view, of a small one and a usual one."""


@pytest.fixture(params=LOOKS)
def look(request: pytest.FixtureRequest) -> str:
    """A look."""
    return str(request.param)


@pytest.fixture(params=PERCENTS)
def percent(request: pytest.FixtureRequest) -> int:
    """A size of text."""
    return int(request.param)


@pytest.fixture
def worn(qapp: QApplication, theme: Theme) -> Iterator[None]:
    """The usual look is worn."""
    with dressed(qapp, theme):
        yield


@pytest.fixture(autouse=True)
def _log_of_some_days(journal: Journal, clock: FakeClock) -> None:
    """A session with everything there can be, and some others."""
    for days_ago in (2, 20):
        practised(journal, "Shoulders and neck at the desk", days_ago=days_ago, tension=(6, 3))
    clock.at = EVENING - timedelta(hours=1)
    marks = (Mark("right shoulder", MarkKind.TENSION, 2), Mark("left eye", MarkKind.TWITCHING, 1))
    made = {"left_out": ["right calf"], "no_breath_holds": True, "new": {"a": 1}}
    number = journal.begin(
        Plan(
            script_id="pmr",
            title="Seven muscle groups",
            technique="muscle relaxation",
            planned_seconds=720,
            fingerprint="3f9a2c1be0",
            voice="rms",
            tailoring=json.dumps(made),
        ),
        7,
        marks,
    )
    journal.finish(
        number, Outcome.STOPPED, practised_seconds=431, paused_seconds=33, skipped_steps=2
    )
    journal.rate_after(number, 3, marks[1:])
    journal.rate_before(journal.numbers()[-1], 5, marks)
    journal.annotate(number, "Warm at the end.", ("work",))
    clock.at = EVENING


def _on_ground(theme: Theme, view: QWidget, size: tuple[int, int], qtbot: QtBot) -> QWidget:
    """A view on the ground it will lie on."""
    ground = Ground(theme)
    qtbot.addWidget(ground)
    area = ScrollColumn(QMargins(0, 0, 0, 0))
    area.column.addWidget(view)
    column = QVBoxLayout(ground)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(area)
    ground.resize(*size)
    ground.show()
    settle()
    return ground


def _views(supplies: HistorySupplies) -> Iterator[LogView | BodyView]:
    """The list, as it is at first and with wishes of every kind, and the body."""
    log = LogView(supplies)
    log.refresh()
    yield log
    wishing = LogView(supplies)
    day = EVENING.date()
    wishing.show_filter(Filter("seven", period=Period(day, day), area="left eye"))
    yield wishing
    nothing = LogView(supplies)
    nothing.show_filter(Filter("xylophone"))
    yield nothing
    body = BodyView(supplies)
    body.refresh()
    yield body


def _editors(supplies: HistorySupplies) -> Iterator[EntryEditor]:
    """The sheet, empty with all that can be wrong with it, and on a session of the clock."""
    adding = EntryEditor(supplies, None)
    adding.save()
    yield adding
    yield EntryEditor(supplies, supplies.journal.entries()[0])


@pytest.mark.parametrize("size", SIZES)
def test_nothing_is_cut_off_whatever_the_size_of_text(
    supplies: HistorySupplies,
    qapp: QApplication,
    qtbot: QtBot,
    percent: int,
    size: tuple[int, int],
) -> None:
    theme = theme_for("night", text_percent=percent)
    with dressed(qapp, theme):
        supplies = replace(supplies, theme=theme)
        for view in _views(supplies):
            ground = _on_ground(theme, view, size, qtbot)
            assert cut_off(ground) == []
        for editor in _editors(supplies):
            qtbot.addWidget(editor)
            editor.resize(size[0] + 100, size[1])
            editor.show()
            settle()
            assert cut_off(editor) == []


def test_words_stand_out_in_every_look(
    supplies: HistorySupplies,
    qapp: QApplication,
    qtbot: QtBot,
    look: str,
) -> None:
    name, _, contrast = look.partition(", ")
    high = contrast == "high"
    theme = theme_for(cast("Literal['night', 'light']", name), high_contrast=high)
    with dressed(qapp, theme):
        supplies = replace(supplies, theme=theme)
        pages = [_on_ground(theme, view, (980, 900), qtbot) for view in _views(supplies)]
        for editor in _editors(supplies):
            qtbot.addWidget(editor)
            editor.resize(780, 1100)
            editor.show()
            settle()
            pages.append(editor)
        for page in pages:
            found = measured(page)
            assert found
            assert [each for each in found if each.ratio < each.least(high_contrast=high)] == []


@pytest.mark.usefixtures("worn")
def test_everything_can_be_heard(supplies: HistorySupplies, theme: Theme, qtbot: QtBot) -> None:
    for view in _views(supplies):
        ground = _on_ground(theme, view, SIZES[1], qtbot)
        assert unheard(ground) == []
    for editor in _editors(supplies):
        qtbot.addWidget(editor)
        editor.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        editor.show()
        settle()
        assert unheard(editor) == []
