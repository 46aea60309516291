"""How a day was: one key each, kept at once, and taken back as easily."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from relaxapp.journal.factors import FACTOR_LEVELS, Factor, FactorMark
from relaxapp.ui.factor_words import factor_name, level_words, many_words
from relaxapp.ui.history.day_factors import DayFactors
from relaxapp.ui.history.factor_row import FactorRow

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from relaxapp.ui.theme import Theme

NUMBERS = (Qt.Key.Key_0, Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3)
DAY = date(2026, 11, 24)


@pytest.fixture
def row(theme: Theme, qtbot: QtBot) -> FactorRow:
    row = FactorRow(Factor.SLEEP, theme)
    qtbot.addWidget(row)
    row.show()
    return row


@pytest.fixture
def chosen(row: FactorRow) -> list[int | None]:
    """What is said to have been chosen, in order."""
    said: list[int | None] = []
    row.chosen.connect(said.append)
    return said


@pytest.mark.parametrize("level", FACTOR_LEVELS)
def test_a_number_chooses_a_level(row: FactorRow, chosen: list[int | None], level: int) -> None:
    QTest.keyClick(row.chips[0], NUMBERS[level])
    assert (row.level, chosen) == (level, [level])
    assert [chip.isChecked() for chip in row.chips] == [each == level for each in FACTOR_LEVELS]


@pytest.mark.parametrize("key", [Qt.Key.Key_Delete, Qt.Key.Key_Backspace])
def test_delete_takes_it_back(row: FactorRow, chosen: list[int | None], key: Qt.Key) -> None:
    row.show_level(2)
    QTest.keyClick(row.chips[2], key)
    assert (row.level, chosen) == (None, [None])
    assert not any(chip.isChecked() for chip in row.chips)


def test_a_chip_chosen_twice_is_chosen_no_more(row: FactorRow, chosen: list[int | None]) -> None:
    row.chips[1].click()
    row.chips[1].click()
    assert chosen == [1, None]
    assert not row.chips[1].isChecked()


def test_what_is_only_shown_is_not_said_to_be_chosen(
    row: FactorRow, chosen: list[int | None]
) -> None:
    row.show_level(3)
    assert chosen == []
    QTest.keyClick(row.chips[3], Qt.Key.Key_3)
    assert chosen == []


def test_other_numbers_do_nothing(row: FactorRow, chosen: list[int | None]) -> None:
    QTest.keyClick(row.chips[0], Qt.Key.Key_4)
    assert chosen == []


def test_each_answer_is_named_for_whoever_hears_it(row: FactorRow) -> None:
    assert [chip.accessibleName() for chip in row.chips] == [
        "Sleep: badly",
        "Sleep: not so well",
        "Sleep: well",
        "Sleep: very well",
    ]


def test_a_day_shows_what_is_known_of_it_and_nothing_of_the_day_before(
    theme: Theme, qtbot: QtBot
) -> None:
    factors = DayFactors(theme)
    qtbot.addWidget(factors)
    factors.show_day(DAY, {Factor.STRESS: 3})
    assert factors.rows[Factor.STRESS].level == 3
    factors.show_day(DAY, {Factor.WATER: 0})
    assert (factors.rows[Factor.STRESS].level, factors.rows[Factor.WATER].level) == (None, 0)


def test_an_answer_is_told_with_its_day(theme: Theme, qtbot: QtBot) -> None:
    factors = DayFactors(theme)
    qtbot.addWidget(factors)
    factors.show_day(DAY, {})
    with qtbot.waitSignal(factors.marked) as told:
        factors.rows[Factor.CAFFEINE].chips[2].click()
    assert told.args == [FactorMark(DAY, Factor.CAFFEINE, 2)]


def test_rows_stand_in_two_columns_where_there_is_room(theme: Theme, qtbot: QtBot) -> None:
    factors = DayFactors(theme)
    qtbot.addWidget(factors)
    factors.resize(600, 300)
    factors.show()
    qtbot.waitUntil(lambda: len({row.x() for row in factors.rows.values()}) == 1)
    factors.resize(1000, 300)
    qtbot.waitUntil(lambda: len({row.x() for row in factors.rows.values()}) == 2)


@pytest.mark.parametrize("factor", Factor)
def test_every_level_of_every_factor_has_words_of_its_own(factor: Factor) -> None:
    words = [level_words(factor, level) for level in FACTOR_LEVELS]
    assert len(set(words)) == len(words)
    assert factor_name(factor)
    assert many_words(factor, is_much=False) == f"{words[0]} or {words[1]}"
    assert many_words(factor, is_much=True) == f"{words[2]} or {words[3]}"
