"""`relaxapp voice`: what can be done with voices."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from relaxapp.commands import voices
from relaxapp.errors import SoundError, UsageError

if TYPE_CHECKING:
    import argparse

    from relaxapp.assets import Folders
    from relaxapp.sound.voice.voice import Voice


def run(options: argparse.Namespace, folders: Folders) -> int:
    """Do what was asked for.

    Raises:
        RelaxError: it cannot be done.
    """
    return _ACTIONS[options.action](options, folders)


def _render(options: argparse.Namespace, folders: Folders) -> int:
    """Speak every sentence of the shipped scripts, and keep it beside the shipped sounds."""
    from relaxapp.assets import audio_folder, scripts_folder  # noqa: PLC0415 - seldom needed
    from relaxapp.sound import rendering  # noqa: PLC0415 - as above

    voice, name, title = _engine(options, folders)
    sentences = rendering.sentences_of(rendering.scripts_in(scripts_folder(), options.language))
    folder = Path(options.into or audio_folder() / "narration") / name
    done = rendering.render(
        voice,
        sentences,
        folder,
        name=name,
        title=title,
        language=options.language,
        progress=_show_progress,
    )
    print(f"{folder}: {done.clips} clips, {done.spoken} spoken now, {done.removed} removed.")
    return 0


def _engine(options: argparse.Namespace, folders: Folders) -> tuple[Voice, str, str]:
    """The voice that is to be shipped, what it shall go by, and whom one hears.

    Raises:
        UsageError: there is no such voice.
        SoundError: it cannot be had.
    """
    from relaxapp.sound.voice.choice import available  # noqa: PLC0415 - seldom needed
    from relaxapp.sound.voice.flite import TITLES, FliteVoice  # noqa: PLC0415 - as above

    engine, name = options.engine, options.voice
    if engine == "flite":
        speaker = name or next(iter(TITLES))
        if speaker not in TITLES:
            raise UsageError(
                f"flite has no voice {speaker!r} to ship. There are: {', '.join(TITLES)}."
            )
        return FliteVoice(speaker), speaker, TITLES[speaker]
    there = available(options.language, folders.voices)
    for each in there:
        if each.is_meant_by(engine) and name in {"", each.name}:
            if each.voice is None:
                raise SoundError(each.trouble)
            return each.voice, each.name, each.title
    names = ", ".join(dict.fromkeys(each.engine or each.name for each in there))
    raise UsageError(f"There is no such voice of {engine!r}. What can speak here: {names}.")


_ACTIONS = {**voices.ACTIONS, "render": _render}
"""What stands behind each word that may follow `relaxapp voice`."""


def _show_progress(done: int, total: int) -> None:
    """A line that counts, on standard error."""
    if sys.stderr.isatty():
        end = "\n" if done == total else ""
        print(f"\rSpoken: {done} of {total}", end=end, file=sys.stderr, flush=True)
    elif done % 100 == 0 or done == total:
        print(f"Spoken: {done} of {total}", file=sys.stderr, flush=True)
