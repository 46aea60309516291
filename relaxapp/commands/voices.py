"""`relaxapp voice list`, `test`, `get` and `use`: the voices there are, heard, fetched and chosen."""

from __future__ import annotations

import json
import sys
import time
from dataclasses import replace
from typing import TYPE_CHECKING

from relaxapp.assets import audio_folder
from relaxapp.commands.progress import show_progress
from relaxapp.commands.rehearsal import settings
from relaxapp.errors import NotFoundError, SoundError
from relaxapp.session.audition import Auditions
from relaxapp.session.wishes import volumes_of
from relaxapp.settings import SettingsFile
from relaxapp.sound.export import check_format, export
from relaxapp.sound.players.choice import open_player
from relaxapp.sound.voice.catalogue import CATALOGUE, fetch_voice, offered
from relaxapp.sound.voice.piper import installed_version
from relaxapp.sound.voice.piper_files import PiperFiles, found_in

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from relaxapp.assets import Folders
    from relaxapp.settings import Settings
    from relaxapp.sound.voice.choice import Availability

AUTOMATIC = "auto"
"""The name that stands for the best voice there is."""
LOOK_EVERY_SECONDS = 0.05
"""How often it is looked whether a sentence has come to its end."""
_MEGABYTE = 1_000_000


def show(options: argparse.Namespace, folders: Folders) -> int:
    """Print every voice: whether it can be had, why not, and which one is used."""
    chosen = settings(folders)
    found = _auditions(folders).available(chosen.words_per_minute, options.language)
    used = _used(found, chosen.voice)
    if options.json:
        records = [
            {
                "name": each.name,
                "title": each.title,
                "language": options.language,
                "available": each.voice is not None,
                "trouble": each.trouble,
                "used": each is used,
            }
            for each in found
        ]
        print(json.dumps(records, ensure_ascii=False, indent=2))
        return 0
    width = max(len(each.name) for each in found)
    for each in found:
        mark = "*" if each is used else " "
        print(f"{mark} {each.name:{width}}  {each.trouble or each.title}")
    here = {files.name for files in found_in(folders.voices)}
    for voice in CATALOGUE:
        if voice.name not in here:
            size = f"{voice.size / _MEGABYTE:.0f} MB"
            print(f"+ {voice.name:{width}}  can be fetched: {voice.title}, {size}")
    return 0


def test(options: argparse.Namespace, folders: Folders) -> int:
    """Speak one sentence, aloud or into a file.

    Raises:
        RelaxError: there is no such voice, it does not work, or nothing can be heard or written.
    """
    if options.into is not None:
        check_format(options.into)
    chosen = settings(folders)
    auditions = _auditions(folders)
    if options.name:
        voice = _named(options.name, folders, chosen).voice
    else:
        used = _used(auditions.available(chosen.words_per_minute), chosen.voice)
        voice = used.voice if used else None
    if voice is None:
        raise SoundError("No voice can be had. “relaxapp voice list” says why.")
    mix = auditions.mix(voice, chosen.words_per_minute, volumes_of(chosen))
    if options.into is not None:
        export(mix, options.into)
        print(f"{options.into}: {voice.name}")
        return 0
    player, remark = open_player(chosen.player, mix, time.monotonic)
    if player.name == "silent":
        raise SoundError(remark or "The settings ask for silence. Write into a file with --into.")
    print(voice.name)
    player.start()
    try:
        while not player.ended:
            if player.lost:
                raise SoundError("The sound device went away. Check it and try again.")
            time.sleep(LOOK_EVERY_SECONDS)
    finally:
        player.close()
    return 0


def get(options: argparse.Namespace, folders: Folders) -> int:
    """Fetch a voice, with progress on standard error.

    Raises:
        RelaxError: there is no such voice to be fetched, or it cannot be had.
    """
    voice = offered(options.name)
    folders.create()
    fetch_voice(voice, folders.voices, _show_progress)
    print(f"{voice.name} is here. Choose it with “relaxapp voice use {voice.name}”.")
    try:
        installed_version()
    except SoundError as error:
        print(f"relaxapp: {error}", file=sys.stderr)
    return 0


def use(options: argparse.Namespace, folders: Folders) -> int:
    """Keep a voice in the settings as the one that speaks.

    Raises:
        RelaxError: there is no such voice, it cannot be had, or the settings cannot be written.
    """
    name, chosen = options.name, settings(folders)
    if name != AUTOMATIC:
        _named(name, folders, chosen)
    SettingsFile(folders.settings_file).save(replace(chosen, voice=name))
    spoken = "The best voice there is" if name == AUTOMATIC else name
    print(f"{spoken} speaks from now on.")
    return 0


ACTIONS = {"list": show, "test": test, "get": get, "use": use}
"""What stands behind each word that may follow `relaxapp voice`."""


def _auditions(folders: Folders) -> Auditions:
    return Auditions(audio=audio_folder(), cache=folders.cache, voices=folders.voices)


def _used(found: Sequence[Availability], wish: str) -> Availability | None:
    """The voice that speaks if this one is wished for."""
    had = [each for each in found if each.voice is not None]
    return next((each for each in had if each.is_meant_by(wish)), had[0] if had else None)


def _named(name: str, folders: Folders, chosen: Settings) -> Availability:
    """The voice that goes by a name, whatever its language.

    Raises:
        NotFoundError: there is none.
        SoundError: it cannot be had.
    """
    language = _language(name, folders)
    found = _auditions(folders).available(chosen.words_per_minute, language)
    meant = [each for each in found if each.is_meant_by(name)]
    if not meant:
        names = ", ".join(each.name for each in found)
        raise NotFoundError(f"No voice goes by the name “{name}”. There are: {names}.")
    best = next((each for each in meant if each.voice is not None), meant[0])
    if best.voice is None:
        raise SoundError(best.trouble)
    return best


def _language(name: str, folders: Folders) -> str:
    for files in found_in(folders.voices):
        if isinstance(files, PiperFiles) and files.name == name:
            return files.language
    return "en"


def _show_progress(done: int, total: int) -> None:
    """A line that counts, on a terminal only."""
    here, whole = done / _MEGABYTE, total / _MEGABYTE
    show_progress(f"Fetched: {here:.1f} of {whole:.1f} MB", done, total)
