"""`relaxapp show`: the timeline of a session, as it will be heard."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from relaxapp.commands.rehearsal import Rehearsal, settings
from relaxapp.timeline.clip import seconds

if TYPE_CHECKING:
    import argparse

    from relaxapp.assets import Folders
    from relaxapp.timeline.fitting import Fitting
    from relaxapp.timeline.timeline import Timeline


def run(options: argparse.Namespace, folders: Folders) -> int:
    """Print what happens when."""
    rehearsal = Rehearsal(options.script, folders, settings(folders))
    prepared = rehearsal.prepare()
    timeline = rehearsal.timeline(prepared, options.minutes)
    if options.json:
        record = timeline_record(timeline, prepared.fitting)
        print(json.dumps(record, ensure_ascii=False, indent=2))
        return 0
    print(f"{timeline.title}, {clock(timeline.length)}")
    print(
        f"From {clock(prepared.fitting.shortest_frames)} to "
        f"{clock(prepared.fitting.longest_frames)}. Voice: {prepared.voice or 'captions only'}."
    )
    step = -1
    for phase in timeline.phases:
        if phase.step != step:
            step = phase.step
            print(f"\n{timeline.steps[step].title}")
        about = ", ".join(filter(None, (phase.group, phase.scene, phase.text)))
        print(f"  {clock(phase.start):>7}  {phase.label}{f': {about}' if about else ''}")
    return 0


def timeline_record(timeline: Timeline, fitting: Fitting) -> dict[str, Any]:
    """A timeline for JSON, times in seconds."""
    return {
        "title": timeline.title,
        "seconds": seconds(timeline.length),
        "shortest_seconds": seconds(fitting.shortest_frames),
        "longest_seconds": seconds(fitting.longest_frames),
        "phases": [
            {
                "start": seconds(phase.start),
                "end": seconds(phase.end),
                "kind": phase.kind.value,
                "step": timeline.steps[phase.step].title,
                "label": phase.label,
                "text": phase.text,
                "area": phase.group,
            }
            for phase in timeline.phases
        ],
        "clips": [
            {"at": seconds(clip.at), "bus": clip.bus.value, "name": clip.sound.name}
            for clip in timeline.clips
        ],
    }


def clock(frames: int) -> str:
    """Frames as minutes and seconds, such as 4:12."""
    minutes, rest = divmod(int(seconds(frames)), 60)
    return f"{minutes}:{rest:02}"
