"""The two clocks of a session: one that only goes forward, and one that knows the time of day."""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


def _now() -> datetime:
    return datetime.now().astimezone()


@dataclass(frozen=True, slots=True)
class Clock:
    """Where a session gets its time from.

    Attributes:
        monotonic: seconds that only grow, for playing.
        now: the time of day with the offset of the place, for the journal.
    """

    monotonic: Callable[[], float] = time.monotonic
    now: Callable[[], datetime] = _now
