"""Whether picture and sound agree while a session really runs: in a real window, on a real sound server, on a busy computer.

Run by hand: `python tests/benchmarks/bench_in_step.py [MINUTES]`, ten minutes where none are named. It
needs Xvfb, PulseAudio and parec, and starts each for itself; a process for every core does nothing but
keep it busy. It leads a session page through breaths and muscle groups, each of whose phases begins with
a click, and prints:

- `shown after heard`: how far the player was past the beginning of a phase when the window had been
  painted with it, in milliseconds and in pictures of a screen with sixty a second;
- `clicks`: how far from where they were planned the clicks lie in what was recorded of the sound server,
  measured from the first one: gaps that the server left while it had no time show here;
- `picture against recording`: how much the moment a phase was painted wanders against the moment its
  click was recorded, around the median of both, whatever the player thinks.
"""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import tempfile
import time
from itertools import pairwise
from pathlib import Path
from statistics import median, quantiles
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

sys.path.insert(0, str(Path(__file__).parents[2]))

from relaxapp.journal.entry import Plan
from relaxapp.journal.opening import open_journal
from relaxapp.session.clock import Clock
from relaxapp.session.conductor import Conductor
from relaxapp.session.record import Record
from relaxapp.session.session import Session
from relaxapp.sound.mix import Mix
from relaxapp.sound.players.miniaudio import MiniaudioPlayer
from relaxapp.sound.samples import ArraySamples
from relaxapp.timeline.clip import FRAMES_PER_SECOND, Bus, Clip, CueSound, frames
from relaxapp.timeline.phase import Breath, Phase, PhaseKind, StepSpan
from relaxapp.timeline.timeline import Timeline
from relaxapp.ui.pages.session import SessionPage
from relaxapp.ui.theme import DRAWN_BY, apply_theme, night
from tests.sound.server import recorded, recording, sound_server

if TYPE_CHECKING:
    from collections.abc import Iterator

    from relaxapp.sound.samples import Block
    from relaxapp.ui.theme import Theme

PICTURE_MS = 1000 / 60
CLICK = ArraySamples(np.full((96, 1), 0.5, np.float32))
LOUD = 0.2


class Watched(SessionPage):
    """A session page that is timed: when it had been painted with which phase for the first time.

    Attributes:
        seen: for every phase the position of the player, and the monotonic seconds.
    """

    player: MiniaudioPlayer | None = None
    """What plays; none while the page is put together, when Qt has its first events for it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.seen: dict[int, tuple[int, float]] = {}

    def event(self, event: QEvent) -> bool:
        """Take the time when a picture has been painted and handed to the screen."""
        result = super().event(event)
        if self.player is not None and event.type() is QEvent.Type.UpdateRequest:
            glance = self.steering.glance
            if glance is not None and glance.phase.start not in self.seen:
                self.seen[glance.phase.start] = (self.player.position, time.monotonic())
        return result


class Clicks:
    """The same click for every clip."""

    def samples(self, _clip: Clip) -> ArraySamples:
        """It."""
        return CLICK


def session_of(minutes: float) -> Timeline:
    """Groups of muscles and breaths by turns, for about so many minutes."""
    phases: list[Phase] = []
    steps: list[StepSpan] = []
    while not phases or phases[-1].end < frames(60 * minutes):
        first = phases[-1].end if phases else 0
        step = len(steps)
        parts: list[tuple[PhaseKind, float, Breath | None]]
        if step % 2:
            parts = [
                (PhaseKind.INHALE, 4.013, Breath(1, 2, 0, 1)),
                (PhaseKind.EXHALE, 6.007, Breath(1, 2, 1, 0)),
                (PhaseKind.INHALE, 4.013, Breath(2, 2, 0, 1)),
                (PhaseKind.EXHALE, 6.007, Breath(2, 2, 1, 0)),
            ]
        else:
            parts = [
                (PhaseKind.SAY, 4.031, None),
                (PhaseKind.TENSE, 5.009, None),
                (PhaseKind.RELEASE, 9.073, None),
            ]
        at = first
        for kind, seconds, breath in parts:
            end = at + frames(seconds)
            phases.append(Phase(at, end, kind, step, "", group="jaw", breath=breath))
            at = end
        steps.append(StepSpan(f"Step {step + 1}", first, at))
    return Timeline(
        title="In step",
        length=phases[-1].end,
        phases=tuple(phases),
        steps=tuple(steps),
        captions=(),
        clips=tuple(
            # None at the very beginning: a server takes a moment to be awake.
            Clip(phase.start, CLICK.length, Bus.CUES, CueSound("click"))
            for phase in phases[1:]
        ),
    )


@contextlib.contextmanager
def screen() -> Iterator[str]:
    """The name of a screen of our own that nobody sees."""
    read, write = os.pipe()
    server = subprocess.Popen(
        [
            "/usr/bin/env",
            "Xvfb",
            "-displayfd",
            str(write),
            "-screen",
            "0",
            "1280x800x24",
            "-nolisten",
            "tcp",
        ],
        pass_fds=(write,),
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    try:
        with os.fdopen(read) as said:
            yield f":{said.readline().strip()}"
    finally:
        server.terminate()
        server.wait()


@contextlib.contextmanager
def load() -> Iterator[None]:
    """Every core kept busy."""
    busy = [
        subprocess.Popen([sys.executable, "-c", "while True: pass"])
        for _ in range(os.cpu_count() or 1)
    ]
    try:
        yield
    finally:
        for each in busy:
            each.kill()
            each.wait()


def onsets(sound: Block) -> list[int]:
    """The frames at which clicks begin."""
    loud = np.flatnonzero(np.abs(sound[:, 0]) > LOUD)
    if not len(loud):
        return []
    begins: list[int] = loud[
        np.insert(np.diff(loud) > FRAMES_PER_SECOND // 10, 0, values=True)
    ].tolist()
    return begins


def lead(page: Watched, application: QApplication, timeline: Timeline, folder: Path) -> None:
    """Go through the whole session."""
    clock = Clock()
    player = page.player = MiniaudioPlayer(Mix(timeline, Clicks()), clock.monotonic)
    with open_journal(folder, clock.now) as journal:
        plan = Plan(script_id="a", title="A", technique="breathing", planned_seconds=600)
        conductor = Conductor(
            session=Session(timeline),
            player=player,
            open_player=lambda _: player,
            mix_of=lambda changed: Mix(changed, Clicks()),
            record=Record(journal, journal.begin(plan), clock),
            clock=clock,
        )
        page.ended.connect(application.quit)
        page.lead(conductor, "In step", "")
        application.exec()
        conductor.close()


def report(name: str, values: list[float]) -> None:
    """Prints how large some milliseconds are."""
    most = max(values, key=abs)
    usual = quantiles(map(abs, values), n=20, method="inclusive")[18]
    print(
        f"{name}: median {median(values):.1f} ms, 19 of 20 within {usual:.1f} ms, "
        f"furthest {most:.1f} ms ({most / PICTURE_MS:.2f} pictures)"
    )


def main() -> None:
    """Measures and prints."""
    minutes = float(sys.argv[1]) if len(sys.argv) > 1 else 10.0
    timeline = session_of(minutes)
    with (
        tempfile.TemporaryDirectory() as name,
        sound_server() as server,
        screen() as display,
        load(),
    ):
        os.environ |= server.environment | {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
        application = QApplication(["bench_in_step", *DRAWN_BY])
        apply_theme(application, night())
        page = Watched(night())
        page.resize(1280, 800)
        page.show()
        sound = Path(name, "recorded.raw")
        with recording(sound):
            lead(page, application, timeline, Path(name))
            time.sleep(1)
        clicks = onsets(recorded(sound))
    page.hide()
    starts = [phase.start for phase in timeline.phases[1:]]
    seen = [page.seen[start] for start in starts if start in page.seen]
    print(f"{len(starts)} phases begin in {minutes:g} minutes; {len(seen)} were painted")
    report(
        "shown after heard",
        [
            (page.seen[start][0] - start) / FRAMES_PER_SECOND * 1000
            for start in starts
            if start in page.seen
        ],
    )
    print(f"clicks: {len(clicks)} recorded of {len(starts)}")
    if len(clicks) == len(starts) == len(seen):
        report_recorded(starts, clicks, [at for _, at in seen])


def report_recorded(starts: list[int], clicks: list[int], painted: list[float]) -> None:
    """Prints how planned, recorded and painted moments lie to each other."""
    planned = [start - starts[0] for start in starts]
    played = [click - clicks[0] for click in clicks]
    report(
        "clicks, from where they were planned",
        [(at - plan) / FRAMES_PER_SECOND * 1000 for at, plan in zip(played, planned, strict=True)],
    )
    exact = sum(
        after - before == later - earlier
        for (before, after), (earlier, later) in zip(
            pairwise(played), pairwise(planned), strict=True
        )
    )
    print(f"clicks: {exact} of {len(planned) - 1} distances are as planned, to the sample")
    apart = [
        1000 * (at - click / FRAMES_PER_SECOND) for at, click in zip(painted, clicks, strict=True)
    ]
    middle = median(apart)
    report("picture against recording", [each - middle for each in apart])


if __name__ == "__main__":
    main()
