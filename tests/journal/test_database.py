"""An open file of a journal: what is no longer wanted of it ends at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from relaxapp.errors import JournalError

if TYPE_CHECKING:
    from relaxapp.journal.entry import Plan
    from relaxapp.journal.journal import Journal

ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"


def test_a_statement_that_nobody_wants_any_more_ends(journal: Journal) -> None:
    looks = iter((False, False, True))
    journal.database.break_off_when(lambda: next(looks))
    with pytest.raises(JournalError):
        journal.database.rows(ENDLESS)


def test_what_is_wanted_is_answered(journal: Journal, plan: Plan) -> None:
    journal.begin(plan)
    journal.database.break_off_when(lambda: False)
    assert journal.count() == 1
