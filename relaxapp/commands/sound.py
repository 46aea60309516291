"""`relaxapp sound`: the sounds that a person has added."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from relaxapp.commands.progress import show_progress
from relaxapp.commands.show import clock
from relaxapp.sound.collection import Collection
from relaxapp.timeline.clip import frames

if TYPE_CHECKING:
    import argparse

    from relaxapp.assets import Folders
    from relaxapp.sound.collection import OwnSound


def run(options: argparse.Namespace, folders: Folders) -> int:
    """Add a recording, list what there is, or remove one.

    Raises:
        SoundError: the recording cannot be used.
        UsageError: its name cannot be used.
        NotFoundError: there is nothing to remove by that name.
    """
    collection = Collection(folders.sounds)
    match options.action:
        case "add":
            added = collection.add(options.file, options.name, _show_progress)
            print(f"{_line(added)}\nKept as {added.path}")
        case "list":
            _list(collection.sounds(), as_json=options.json)
        case "remove":
            removed = collection.remove(options.name)
            print(
                f"“{removed.name}” is removed. Until you remove another sound, its file is in "
                f"{folders.sounds / 'removed'}."
            )
    return 0


def _list(sounds: tuple[OwnSound, ...], *, as_json: bool) -> None:
    if as_json:
        records = [
            {"name": sound.name, "path": str(sound.path), "seconds": sound.seconds}
            for sound in sounds
        ]
        print(json.dumps(records, ensure_ascii=False, indent=2))
        return
    if not sounds:
        print("There are no sounds of your own yet. Add one: relaxapp sound add FILE")
    for sound in sounds:
        print(_line(sound))


def _line(sound: OwnSound) -> str:
    return f"{sound.name}, {clock(frames(sound.seconds))}"


def _show_progress(done: int, total: int) -> None:
    show_progress(f"Preparing: {100 * done // max(1, total)} %", done, total)
