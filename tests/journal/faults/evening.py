"""The evening on which everything happens, and the plan of its sessions."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from random import Random
from typing import Any, TypeAlias

from relaxapp.journal.entry import Plan

START = datetime(2026, 11, 24, 21, 40, tzinfo=UTC)
PLAN = Plan(
    script_id="evening",
    title="Evening",
    technique="muscle relaxation",
    planned_seconds=480,
    fingerprint="f1",
    voice="rms",
)
Report: TypeAlias = Callable[[Any], None]
"""How a child tells what it has done."""


def chance(*seed: object) -> Random:
    """What is left to chance, and yet falls out the same every time."""
    return Random(" ".join(map(str, seed)))  # noqa: S311 -- no secret hangs on it
