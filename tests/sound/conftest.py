"""Fixtures for tests that are heard."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.sound.server import SoundServer, sound_server

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[SoundServer]:
    """A sound server of our own with one device that nobody hears."""
    with sound_server() as server:
        for name, value in server.environment.items():
            monkeypatch.setenv(name, value)
        yield server
