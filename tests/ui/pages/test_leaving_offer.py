"""The offer to leave out from now on what was left out on the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relaxapp.script.body import AREAS_BY_NAME
from relaxapp.ui.pages.leaving_offer import leaving_offer
from tests.ui.house import practised

if TYPE_CHECKING:
    from relaxapp.journal.journal import Journal
    from relaxapp.ui.choices import Choices

CALF = {"right calf": AREAS_BY_NAME["right calf"]}


def test_it_is_asked_kindly_and_kept_when_the_person_says_so(
    journal: Journal, choices: Choices
) -> None:
    entry = journal.entry(practised(journal, "Seven muscle groups"))
    choices.change(left_out=("neck",))
    message = leaving_offer(entry, CALF, choices)
    assert message is not None
    assert message.text.endswith("Leave out the right calf from now on?")
    assert message.text.startswith("You practised for 8 min.")
    assert list(choices.settings.left_out) == ["neck"]
    assert message.accept is not None
    message.accept()
    assert list(choices.settings.left_out) == ["neck", "right calf"]


def test_several_groups_are_asked_about_in_one_question(journal: Journal, choices: Choices) -> None:
    entry = journal.entry(practised(journal, "Seven muscle groups"))
    groups = {name: AREAS_BY_NAME[name] for name in ("right calf", "jaw", "shoulders")}
    message = leaving_offer(entry, groups, choices)
    assert message is not None
    assert "Leave out the right calf, the jaw and the shoulders from now on?" in message.text
    assert message.accept is not None
    message.accept()
    assert choices.settings.left_out == ("jaw", "left shoulder", "right calf", "right shoulder")


def test_what_is_left_out_already_is_not_asked_about(journal: Journal, choices: Choices) -> None:
    entry = journal.entry(practised(journal, "Seven muscle groups"))
    choices.change(left_out=("right calf",))
    assert leaving_offer(entry, CALF, choices) is None


def test_nothing_is_asked_where_nothing_was_left_out(journal: Journal, choices: Choices) -> None:
    entry = journal.entry(practised(journal, "Seven muscle groups"))
    assert leaving_offer(entry, {}, choices) is None
