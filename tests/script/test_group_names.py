"""Muscle groups by their names in other languages."""

from __future__ import annotations

import pytest

from relaxapp.script.body import GROUP_NAMES, Group
from relaxapp.script.group_names import NAMES, group_name


@pytest.mark.parametrize("language", NAMES)
def test_every_group_has_a_name_in_every_language(language: str) -> None:
    assert set(NAMES[language]) == set(GROUP_NAMES)


@pytest.mark.parametrize(
    ("names", "german"),
    [
        (("right arm",), "rechter Arm"),
        (("left hand", "left forearm"), "linke Hand und linker Unterarm"),
        (("dominant leg",), "stärkeres Bein"),
        (("shoulders", "chest", "upper back"), "Schultern, Brust und oberer Rücken"),
    ],
)
def test_a_group_is_called_as_people_say_it(names: tuple[str, ...], german: str) -> None:
    assert group_name(Group(names), "de-AT") == german


def test_in_english_and_in_unknown_languages_a_group_goes_by_its_name() -> None:
    group = Group(("right hand", "jaw"))

    assert group_name(group, "en-GB") == group_name(group, "fr") == "right hand and jaw"
