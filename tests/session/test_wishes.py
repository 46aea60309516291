"""What a person's settings ask of every session."""

from __future__ import annotations

import json

from relaxapp.session.wishes import tailoring_of, tailoring_record
from relaxapp.settings import Settings


def test_eyes_that_stay_open_are_a_wish_that_the_journal_keeps() -> None:
    tailoring = tailoring_of(Settings(eyes_open=True))

    assert tailoring.eyes_open
    assert json.loads(tailoring_record(tailoring)) == {"eyes_open": True}


def test_nothing_is_kept_of_what_was_not_asked_for() -> None:
    assert json.loads(tailoring_record(tailoring_of(Settings()))) == {}
