"""The card on which the breath of a session is made one's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from relaxapp.script.parser import parse
from relaxapp.session.wishes import tailoring_for
from relaxapp.ui.pages.breath_card import BreathCard
from relaxapp.ui.theme import apply_theme, theme_for

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from relaxapp.ui.choices import Choices
    from relaxapp.ui.theme import Theme

PLAIN = "[breathe in 4s, out 6s, for 1 min to 3 min]"
BOX = "[breathe in 4s, hold 4s, out 4s, hold 4s, 4 to 8 times]"
SIGH = "[breathe in 2s, in 1s, out 7s, 25 times]"
OWN = "[breathe own pace to 6 per minute]"
COHERENT = "[breathe 10 to 5.45 per minute, over 16 breaths]"


@pytest.fixture
def card(qtbot: QtBot, choices: Choices, theme: Theme) -> BreathCard:
    card = BreathCard(choices, theme)
    qtbot.addWidget(card)
    card.resize(320, 300)
    card.show()
    return card


@pytest.fixture
def show(card: BreathCard, choices: Choices) -> Callable[[str], None]:
    """Shows a script of one breathing cue, now and after each choice."""

    def shown(cue: str) -> None:
        header = "Title: T\nTechnique: breathing\nMinutes: 2\nCaution: No holds in pregnancy."
        script = parse(f"{header}\n\n# Breathe\n\n{cue}\nGently.\n", "one")

        def again() -> None:
            card.show_script(script, "one", tailoring_for(choices.settings, script, "one"))

        choices.changed.connect(again)
        again()

    return shown


def _values(card: BreathCard) -> dict[str, str]:
    return {name: each.value for name, each in card.steppers.items() if each.isVisible()}


def test_it_has_the_parts_that_the_breath_has(
    card: BreathCard, show: Callable[[str], None]
) -> None:
    show(PLAIN)
    assert _values(card) == {"inhale": "4 s", "exhale": "6 s"}
    assert card.pace == "6 breaths a minute."
    assert card.now == ""
    assert not card.as_scripted.isVisible()


def test_a_box_has_four_and_two_for_who_does_not_hold(
    card: BreathCard, show: Callable[[str], None], choices: Choices
) -> None:
    show(BOX)
    assert _values(card) == {"inhale": "4 s", "hold": "4 s", "exhale": "4 s", "rest": "4 s"}
    assert card.pace == "3.8 breaths a minute."
    choices.change(no_breath_holds=True)
    assert _values(card) == {"inhale": "4 s", "exhale": "4 s"}
    assert card.pace == "7.5 breaths a minute."


@pytest.mark.parametrize("cue", [SIGH, "[pause 10s]"])
def test_where_nothing_can_be_changed_it_is_not_there(
    card: BreathCard, show: Callable[[str], None], cue: str
) -> None:
    show(PLAIN)
    show(cue)
    assert not card.isVisible()
    assert card.now == ""


def test_a_step_is_half_a_second_and_is_kept_for_the_script(
    card: BreathCard, show: Callable[[str], None], choices: Choices
) -> None:
    show(PLAIN)
    card.steppers["inhale"].more.click()
    card.steppers["exhale"].more.click()
    card.steppers["exhale"].more.click()
    assert choices.settings.breath_by_script == {"one": {"inhale": 4.5, "exhale": 7.0}}
    assert _values(card) == {"inhale": "4.5 s", "exhale": "7 s"}
    assert card.now == "Now: 4.5 in, 7 out"
    assert card.pace == "5.2 breaths a minute. The script says 4 in, 6 out."


def test_a_step_that_is_not_safe_is_not_taken_and_the_reason_is_said(
    card: BreathCard, show: Callable[[str], None]
) -> None:
    show(PLAIN)
    for _ in range(9):
        card.steppers["exhale"].more.click()
    assert _values(card)["exhale"] == "10 s"
    assert card.reason == "Not offered: 10.5 s is too long to breathe out. 10 s is the most."
    card.steppers["exhale"].less.click()
    assert card.reason == ""


def test_an_odd_length_steps_to_the_next_half_second(
    card: BreathCard, show: Callable[[str], None]
) -> None:
    show("[breathe in 2.3s, hold 4s, out 4.6s, 4 to 8 times]")
    card.steppers["exhale"].less.click()
    card.steppers["inhale"].more.click()
    assert _values(card) == {"inhale": "2.5 s", "hold": "4 s", "exhale": "4.5 s"}


def test_a_hold_can_be_taken_out_and_brought_back(
    card: BreathCard, show: Callable[[str], None]
) -> None:
    show(BOX)
    for _ in range(10):
        card.steppers["rest"].less.click()
    assert _values(card)["rest"] == "0 s"
    assert card.now == "Now: 4 in, 4 hold, 4 out"
    card.steppers["rest"].more.click()
    assert card.now == "Now: 4 in, 4 hold, 4 out, 0.5 hold"


def test_as_the_script_says_goes_back_and_keeps_nothing(
    card: BreathCard, show: Callable[[str], None], choices: Choices
) -> None:
    show(PLAIN)
    card.steppers["exhale"].more.click()
    assert card.as_scripted.isVisible()
    card.as_scripted.click()
    assert choices.settings.breath_by_script == {}
    assert _values(card) == {"inhale": "4 s", "exhale": "6 s"}
    assert not card.as_scripted.isVisible()
    assert card.focusWidget() is card.steppers["inhale"].more


def test_steps_that_lead_back_keep_nothing_either(
    card: BreathCard, show: Callable[[str], None], choices: Choices
) -> None:
    show(PLAIN)
    card.steppers["exhale"].more.click()
    card.steppers["exhale"].less.click()
    assert choices.settings.breath_by_script == {}


def test_of_a_change_of_pace_only_its_end_is_chosen(
    card: BreathCard, show: Callable[[str], None], choices: Choices
) -> None:
    show(OWN)
    assert _values(card) == {"per_minute": "6"}
    for _ in range(5):
        card.steppers["per_minute"].less.click()
    assert choices.settings.breath_by_script == {"one": {"per_minute": 5.0}}
    assert card.reason.startswith("Not offered: slower than 5 breaths a minute")
    assert card.now == "Now: down to 5 breaths a minute"
    for _ in range(9):
        card.steppers["per_minute"].more.click()
    assert _values(card) == {"per_minute": "8"}


def test_it_says_where_a_change_of_pace_begins(
    card: BreathCard, show: Callable[[str], None], choices: Choices
) -> None:
    show(OWN)
    assert card.pace.endswith("It begins at your own pace, which you tap before it.")
    choices.change(own_pace_per_minute=14.2)
    assert card.pace.endswith("last time it was 14 breaths a minute.")


def test_an_odd_end_of_a_change_of_pace_is_shown_as_it_is(
    card: BreathCard, show: Callable[[str], None]
) -> None:
    show(COHERENT)
    assert _values(card) == {"per_minute": "5.45"}
    card.steppers["per_minute"].more.click()
    assert _values(card) == {"per_minute": "5.5"}


def test_each_button_says_what_it_does_and_what_is_chosen(
    card: BreathCard, show: Callable[[str], None]
) -> None:
    show(BOX)
    names = {
        button.accessibleName()
        for each in card.steppers.values()
        for button in (each.less, each.more)
    }
    assert len(names) == 2 * len(card.steppers)
    assert card.steppers["rest"].more.accessibleName() == "Hold, empty: longer"
    assert card.steppers["rest"].more.accessibleDescription() == "4 s"


@pytest.fixture
def plain_again(qapp: QApplication) -> Iterator[None]:
    """The application looks as before afterwards."""
    palette, font = qapp.palette(), qapp.font()
    yield
    qapp.setStyleSheet("")
    qapp.setPalette(palette)
    qapp.setFont(font)


@pytest.mark.usefixtures("plain_again")
@pytest.mark.parametrize("percent", [80, 100, 150, 200])
@pytest.mark.parametrize("cue", [BOX, OWN])
def test_it_is_no_wider_than_the_narrowest_column_of_the_sheet(
    qtbot: QtBot, choices: Choices, qapp: QApplication, percent: int, cue: str
) -> None:
    theme = theme_for("night", text_percent=percent)
    apply_theme(qapp, theme)
    card = BreathCard(choices, theme)
    qtbot.addWidget(card)
    script = parse(f"Title: T\nTechnique: b\nMinutes: 2\nCaution: No holds.\n\n# B\n\n{cue}\n", "a")
    settings = choices.settings.with_breath(
        "a", {"inhale": 4.5, "hold": 3.5, "exhale": 5.5, "rest": 3.5, "per_minute": 5.5}
    )
    card.show_script(script, "a", tailoring_for(settings, script, "a"))
    card.show()
    assert card.now
    assert card.minimumSizeHint().width() <= theme.px(300) - 14
