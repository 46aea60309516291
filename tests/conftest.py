"""What every test runs under: no display, no sound device, nobody's own data."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ.pop("RELAXAPP_DATA_DIR", None)

# How long an example takes is measured by hand in benchmarks; here it would only make noise.
settings.register_profile("relaxapp", deadline=None, max_examples=40)
settings.load_profile("relaxapp")

REPOSITORY = Path(__file__).parent.parent


@pytest.fixture
def repository() -> Path:
    """The checkout: where `audio/` and `scripts/` lie."""
    return REPOSITORY
