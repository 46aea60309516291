"""What the views of the history are made from."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QThreadPool

from relaxapp.ui.history.view import HistorySupplies

if TYPE_CHECKING:
    from collections.abc import Iterator

    from relaxapp.journal.journal import Journal
    from relaxapp.ui.choices import Choices
    from relaxapp.ui.theme import Theme
    from tests.ui.house import FakeClock


@pytest.fixture
def supplies(
    journal: Journal, choices: Choices, clock: FakeClock, theme: Theme
) -> Iterator[HistorySupplies]:
    pool = QThreadPool()
    yield HistorySupplies(
        journal=journal,
        choices=choices,
        now=clock.now,
        theme=theme,
        pool=pool,
        scripts=lambda: (("breath", "Long exhale"), ("scan", "Body scan")),
    )
    pool.waitForDone()
