"""The body map with what was marked on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from relaxapp.journal.entry import Mark, MarkKind
from relaxapp.script.body import Area
from relaxapp.ui.area_names import area_names
from relaxapp.ui.pages.marked_map import MarkedMap

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from relaxapp.ui.theme import Theme


@pytest.fixture
def figure(theme: Theme, qtbot: QtBot) -> MarkedMap:
    figure = MarkedMap(theme, names=area_names())
    qtbot.addWidget(figure)
    return figure


def test_tension_is_warm_and_twitching_calm_the_stronger_the_more(figure: MarkedMap) -> None:
    figure.show_marks(
        (
            Mark("jaw", MarkKind.TENSION, 1),
            Mark("neck", MarkKind.TENSION, 3),
            Mark("left eye", MarkKind.TWITCHING, 2),
        )
    )
    states = figure.states
    assert 0 < states[Area.JAW].warm < states[Area.NECK].warm == 1.0
    assert 0 < states[Area.LEFT_EYE].calm < 1.0
    assert states[Area.LEFT_EYE].warm == 0.0


def test_an_area_is_told_with_its_mark_and_without_it_again(figure: MarkedMap) -> None:
    figure.show_marks((Mark("jaw", MarkKind.TENSION, 2),))
    assert figure._spots[Area.JAW].accessibleName() == "Jaw, tension 2 of 3"
    figure.show_marks(())
    assert figure._spots[Area.JAW].accessibleName() == "Jaw"
    assert figure.states == {}


def test_an_area_that_this_version_does_not_know_is_passed_over(theme: Theme, qtbot: QtBot) -> None:
    figure = MarkedMap(theme)
    qtbot.addWidget(figure)
    figure.show_marks((Mark("left ear", MarkKind.TENSION, 2), Mark("jaw", MarkKind.TENSION, 3)))
    assert set(figure.states) == {Area.JAW}
