"""What several commands need: the script that was asked for, made ready as its session would be."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from relaxapp.assets import audio_folder, scripts_folder
from relaxapp.commands.progress import show_progress
from relaxapp.script.library import Library
from relaxapp.script.parser import read
from relaxapp.session.studio import Studio
from relaxapp.settings import Settings, SettingsFile

if TYPE_CHECKING:
    from pathlib import Path

    from relaxapp.assets import Folders
    from relaxapp.session.studio import Prepared
    from relaxapp.timeline.timeline import Timeline


def library(folders: Folders) -> Library:
    """The scripts a person has, and those that relaxapp brings."""
    return Library((folders.scripts, scripts_folder()))


def settings(folders: Folders) -> Settings:
    """What the person chose; a file that cannot be read is spoken of on standard error."""
    file = SettingsFile(folders.settings_file)
    chosen = file.load()
    if file.notice:
        print(f"relaxapp: {file.notice}", file=sys.stderr)
    return chosen


class Rehearsal:
    """A script made ready for a session, with progress on standard error.

    Args:
        file_or_id: the script, as `Library.find` takes it.
        folders: the person's folders.
        chosen: what the person chose.
    """

    def __init__(self, file_or_id: str, folders: Folders, chosen: Settings) -> None:
        self.path: Path = library(folders).find(file_or_id)
        self.script = read(self.path)
        self.studio = Studio(
            audio=audio_folder(),
            cache=folders.cache,
            settings=lambda: chosen,
            voices=folders.voices,
            sounds=folders.sounds,
        )

    def prepare(self) -> Prepared:
        """Speak the script, once."""
        prepared = self.studio.prepare(self.script, self.path, _show_progress)
        if prepared.remark:
            print(f"relaxapp: {prepared.remark}", file=sys.stderr)
        return prepared

    def wish_seconds(self, minutes: float | None) -> float:
        """The length to ask for: what was said, or what the script is meant to have."""
        return 60 * (self.script.minutes if minutes is None else minutes)

    def timeline(self, prepared: Prepared, minutes: float | None) -> Timeline:
        """What happens when, in about that many minutes."""
        return prepared.fitting.fit(self.wish_seconds(minutes))


def _show_progress(done: int, total: int) -> None:
    """A line that counts, on a terminal only."""
    show_progress(f"Preparing the voice: {done} of {total}", done, total)
