"""What the tests of the window live in: a clock moved by hand, scripts, and sessions of the past."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from relaxapp.journal.entry import Plan
from relaxapp.session.clock import Clock

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from relaxapp.journal.journal import Journal

EVENING = datetime(2026, 11, 24, 20, 40, tzinfo=UTC)
"""A Tuesday."""

SHOULDERS = """\
Title: Shoulders and jaw
Technique: muscle relaxation
Minutes: 3
About: Where worry sits.
Author: A. Therapist
Source: A well known method, shortened
Caution: Leave out what hurts.
Caution: No holds of the breath in pregnancy, with heart, lung or eye pressure trouble, or epilepsy.
Evidence: Short form of a method with moderate evidence.
Ambience: rain

# Settle

Sit so that nothing has to be held up.

[pause 5s to 60s]

# Shoulders

Lift your shoulders in a moment. Keep breathing.

[tense shoulders for 6s]
Lift.

[release for 20s to 60s]
And let go.

# Jaw

[tense jaw for 5s]
Press.

[release for 20s to 60s]
And let go.

# Breathe

[breathe in 4s, hold 2s, out 6s, for 24s to 2 min]
Gently.

# Return

[pause 10s]

Open your eyes.
"""

BREATH = """\
Title: Long breath out
Technique: breathing
Minutes: 5
About: Four in, six out.

# Breathe

[breathe in 4s, out 6s, for 2 min to 8 min]
Gently, not deep.

# Return

[pause 10s]

Open your eyes.
"""

SLEEP = """\
Title: Into sleep
Technique: body scan
Minutes: 2
Ending: sleep

# Lie down

[notice whole body for 30s to 3 min]
Lie as you like.

# Drift

[pause 30s to 3 min]
There is nothing to do.
"""

BROKEN = """\
Title: Not yet
Technique: breathing
Minutes: 5

# Breathe

[breeth in 4s, out 6s, for 2 min]
Gently.

[pause soon]
"""


@dataclass
class FakeClock:
    """A clock that only moves when it is told to."""

    seconds: float = 1000.0
    at: datetime = EVENING
    clock: Clock = field(init=False)

    def __post_init__(self) -> None:
        self.clock = Clock(monotonic=lambda: self.seconds, now=self.now)

    def now(self) -> datetime:
        return self.at

    def advance(self, seconds: float) -> None:
        self.seconds += seconds
        self.at += timedelta(seconds=seconds)


def write_scripts(folder: Path, **texts: str) -> Path:
    """Writes scripts into a folder by their ids, `_` standing for `-`."""
    folder.mkdir(exist_ok=True)
    for name, text in texts.items():
        (folder / f"{name.replace('_', '-')}.relax").write_text(text, encoding="utf-8")
    return folder


def practised(
    journal: Journal,
    title: str,
    *,
    days_ago: float = 0.0,
    minutes: float = 8.0,
    tension: tuple[int, int] | None = None,
    script_id: str = "",
    technique: str = "breathing",
    note: str = "",
    tags: Sequence[str] = (),
) -> int:
    """Enters a session of the past; its number."""
    plan = Plan(
        script_id=script_id or title.casefold().replace(" ", "-"),
        title=title,
        technique=technique,
        planned_seconds=minutes * 60,
    )
    before, after = tension or (None, None)
    return journal.add_by_hand(
        plan,
        started_at=EVENING - timedelta(days=days_ago, hours=1),
        practised_seconds=minutes * 60,
        tension_before=before,
        tension_after=after,
        note=note,
        tags=tags,
    )
