"""In which language sessions are proposed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from relaxapp.journal.entry import Entry, Outcome
from relaxapp.script.parser import parse
from relaxapp.ui.pages.suggestion import suggest
from relaxapp.ui.pages.suiting import language_to_propose
from tests.ui.house import BREATH, EVENING

ENGLISH = parse(BREATH, "breath")
SCRIPTS = {"atem": replace(ENGLISH, language="de-AT"), "breath": ENGLISH}


def _practised(*script_ids: str) -> list[Entry]:
    return [
        Entry(
            id=1,
            uuid="",
            script_id=script_id,
            title=script_id,
            technique="breathing",
            planned_seconds=60,
            started_at=EVENING,
            ended_at=None,
            outcome=Outcome.FINISHED,
            tension_before=None,
            tension_after=None,
        )
        for script_id in script_ids
    ]


@pytest.mark.parametrize(
    ("practised", "language"),
    [
        ((), "en"),
        (("breath",), "en"),
        (("atem",), "de"),
        (("atem", "gone", "atem"), "de"),
        (("atem", "breath"), "en"),
        (("gone",), "en"),
    ],
)
def test_another_language_is_for_who_has_practised_in_it_alone(
    practised: tuple[str, ...], language: str
) -> None:
    assert language_to_propose(SCRIPTS, _practised(*practised)) == language


@pytest.mark.parametrize(
    ("practised", "proposed"), [((), "breath"), (("atem",), "atem"), (("atem", "breath"), "breath")]
)
def test_what_is_proposed_is_in_that_language(practised: tuple[str, ...], proposed: str) -> None:
    found = suggest(SCRIPTS, _practised(*practised), EVENING)

    assert found is not None
    assert found.script_id == proposed


def test_where_all_is_in_another_language_nothing_is_proposed_to_begin_with() -> None:
    assert suggest({"atem": SCRIPTS["atem"]}, [], EVENING) is None
