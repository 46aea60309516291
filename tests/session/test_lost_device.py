"""A sound server that dies while a session runs: the session waits where it was, and goes on from there."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from relaxapp.assets import audio_folder
from relaxapp.journal.entry import Plan
from relaxapp.journal.opening import open_journal
from relaxapp.script.parser import parse
from relaxapp.session.clock import Clock
from relaxapp.session.conductor import Conductor
from relaxapp.session.record import Record
from relaxapp.session.session import Session, State
from relaxapp.sound.mix import Mix
from relaxapp.sound.palette import Palette
from relaxapp.sound.players.miniaudio import MiniaudioPlayer
from relaxapp.timeline.clip import frames, seconds
from relaxapp.timeline.fitting import Fitting
from relaxapp.timeline.lengths import Lengths, reading_frames
from relaxapp.timeline.phase import PhaseKind
from tests.sound.server import needs_server, sound_server, wait_for

if TYPE_CHECKING:
    from pathlib import Path

    from relaxapp.session.conductor import Glance
    from relaxapp.timeline.timeline import Timeline

TEXT = """\
Title: Lost
Technique: muscle relaxation
Minutes: 1
Ending: return
Ambience: rain

# Hand

[tense dominant hand for 7s]

[release for 20s]

# Breath

[breathe in 4s, out 6s, 2 times]

# Wait

[wait]

[pause 20s]
"""
TIMELINE = Fitting(
    parse(TEXT, "lost.relax"), Lengths(reading_frames, lambda _: 0, voiced=False)
).usual()


def conductor_of(record: Record, clock: Clock) -> Conductor:
    palette = Palette(audio_folder())

    def mix_of(timeline: Timeline) -> Mix:
        return Mix(timeline, palette)

    def open_player(mix: Mix) -> MiniaudioPlayer:
        return MiniaudioPlayer(mix, clock.monotonic)

    return Conductor(
        session=Session(TIMELINE),
        player=open_player(mix_of(TIMELINE)),
        open_player=open_player,
        mix_of=mix_of,
        record=record,
        clock=clock,
    )


class Onlooker:
    """Looks at a session as a window does."""

    def __init__(self, conductor: Conductor) -> None:
        self.conductor = conductor
        self.moved_at = time.monotonic()
        self._glance = conductor.look()

    def look(self) -> Glance:
        """Look, and note when the position moved last."""
        glance = self.conductor.look()
        if glance.position != self._glance.position:
            self.moved_at = time.monotonic()
        self._glance = glance
        return glance

    def go_to(self, frame: int) -> None:
        """Move to a frame, and be there for a moment."""
        self.conductor._player.seek(self.conductor._session._move(frame))
        wait_for(
            lambda: self.look().position >= frame + frames(0.6) or self.look().is_waiting,
            "playing a moment",
        )


@needs_server
@pytest.mark.parametrize("moment", ["tension", "breath", "wait"])
def test_a_session_outlives_its_sound_server(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, moment: str
) -> None:
    place = {
        "tension": next(each.start for each in TIMELINE.phases if each.kind is PhaseKind.TENSE)
        + frames(1),
        "breath": next(each.start for each in TIMELINE.phases if each.kind is PhaseKind.INHALE)
        + frames(1),
        "wait": TIMELINE.stops[0] - frames(0.4),
    }[moment]
    clock = Clock()
    with open_journal(tmp_path, clock.now) as journal, sound_server() as server:
        for name, value in server.environment.items():
            monkeypatch.setenv(name, value)
        plan = Plan(script_id="a", title="A", technique="breathing", planned_seconds=60)
        entry_id = journal.begin(plan)
        conductor = conductor_of(Record(journal, entry_id, clock), clock)
        onlooker = Onlooker(conductor)
        conductor.start()
        onlooker.go_to(place)
        server.kill()
        killed_at = time.monotonic()
        wait_for(lambda: onlooker.look().trouble is not None, "noticing that the server is gone")
        glance = onlooker.look()
        played = seconds(conductor._session.played_frames)

        assert onlooker.moved_at < killed_at + 1
        assert glance.state is State.PAUSED
        assert "sound device went away" in (glance.trouble or "")
        assert journal.entry(entry_id).practised_seconds == pytest.approx(played)
        assert played > 0.3

        server.start()
        conductor.resume()
        if moment == "wait":
            wait_for(lambda: onlooker.look().is_waiting, "waiting again")
            assert glance.position == onlooker.look().position == TIMELINE.stops[0]
        else:
            wait_for(lambda: onlooker.look().position > glance.position, "going on")
        assert onlooker.look().trouble is None
        conductor.stop()
        assert played <= journal.entry(entry_id).practised_seconds < played + 2
