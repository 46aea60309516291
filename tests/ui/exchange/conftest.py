"""What the dialogs of the history open over."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.ui.exchange.over_the_window import OverTheWindow

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def over_the_window(qtbot: QtBot) -> OverTheWindow:
    """A window that dialogs open over."""
    return OverTheWindow(qtbot)
