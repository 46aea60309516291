"""`relaxapp doctor`: what works here, and what to do about what does not."""

from __future__ import annotations

import json
import os
import platform
import sys
from dataclasses import dataclass
from enum import StrEnum
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING

from relaxapp import __version__
from relaxapp.assets import audio_folder
from relaxapp.commands.own_journal import own_journal
from relaxapp.commands.rehearsal import library
from relaxapp.errors import DisplayError, RelaxError
from relaxapp.journal.damage import DamagedJournal, recover
from relaxapp.script.library import Broken
from relaxapp.session.clock import Clock
from relaxapp.sound.ffmpeg import HOW_TO_GET, find_ffmpeg
from relaxapp.sound.players.miniaudio import device_report
from relaxapp.sound.voice.choice import available
from relaxapp.ui.desktop import session_bus
from relaxapp.ui.display import require_display

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from relaxapp.assets import Folders

_PACKAGES = (
    "PySide6_Essentials",
    "numpy",
    "miniaudio",
    "soundfile",
    "pydub",
    "mutagen",
    "espeakng-loader",
)


class Verdict(StrEnum):
    """How a finding is meant."""

    GOOD = "good"
    MISSING = "missing"
    """Something is not there that relaxapp can do without."""
    WRONG = "wrong"
    """Something is not as it must be."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at.

    Attributes:
        about: what it is, in a word.
        verdict: whether it is as it should be.
        sentence: what was found, and what to do about it if anything is amiss.
    """

    about: str
    verdict: Verdict
    sentence: str


def run(options: argparse.Namespace, folders: Folders) -> int:
    """Print what was found; 1 if something is wrong."""
    if options.recover_journal:
        print(_recovered(folders))
    findings = [
        *_versions(),
        _display(),
        *_desktop(),
        _sound_device(),
        *_voices(folders),
        _sounds(),
        _formats(),
        _scripts(folders),
        _data_folder(folders),
        _journal(folders),
    ]
    if options.json:
        records = [
            {"about": each.about, "verdict": each.verdict.value, "sentence": each.sentence}
            for each in findings
        ]
        print(json.dumps(records, ensure_ascii=False, indent=2))
    else:
        for each in findings:
            print(f"{each.verdict.value:8} {each.about:16} {each.sentence}")
    return int(any(each.verdict is Verdict.WRONG for each in findings))


def _versions() -> Iterator[Finding]:
    system = f"{platform.system()} {platform.release()} on {platform.machine()}"
    python = f"relaxapp {__version__}, Python {platform.python_version()}, {system}."
    yield Finding("program", Verdict.GOOD, python)
    for package in _PACKAGES:
        try:
            yield _package(package, version(package))
        except PackageNotFoundError:
            advice = f"{package} is not installed. Install relaxapp again."
            yield Finding("package", Verdict.WRONG, advice)


def _package(name: str, found: str) -> Finding:
    # PySide6 6.12.0 loses references to None while it paints, which ends Python 3.11.
    if name == "PySide6_Essentials" and sys.version_info < (3, 12) and _at_least_6_12(found):
        advice = f"{name} {found} crashes on Python 3.11. Install a version below 6.12."
        return Finding("package", Verdict.WRONG, advice)
    return Finding("package", Verdict.GOOD, f"{name} {found}.")


def _at_least_6_12(found: str) -> bool:
    return tuple(int(part) for part in found.split(".")[:2]) >= (6, 12)


def _display() -> Finding:
    try:
        require_display(os.environ)
    except DisplayError as error:
        return Finding("display", Verdict.MISSING, str(error))
    return Finding("display", Verdict.GOOD, "A window can be opened.")


def _desktop() -> Iterator[Finding]:
    if sys.platform == "linux":
        yield _session_bus()
    from relaxapp.ui.desktop.trial import try_to_keep_awake  # noqa: PLC0415 - Qt, asked for last

    trial = try_to_keep_awake()
    if trial.trouble:
        sentence = f"The display may go dark while a session runs. {trial.trouble}"
        yield Finding("display sleep", Verdict.MISSING, sentence)
    else:
        sentence = f"The display stays on while a session runs, by {trial.way}."
        yield Finding("display sleep", Verdict.GOOD, sentence)


def _session_bus() -> Finding:
    name = "relaxapp-doctor"
    if session_bus.connect(name):
        session_bus.disconnect(name)
        sentence = "It is there; media keys and panels can pause a session."
        return Finding("session bus", Verdict.GOOD, sentence)
    sentence = (
        "There is none that answers, so only the keys of the window can pause a session. Desktops "
        "start one; in DBUS_SESSION_BUS_ADDRESS stands where it is."
    )
    return Finding("session bus", Verdict.MISSING, sentence)


def _sound_device() -> Finding:
    try:
        return Finding("sound device", Verdict.GOOD, device_report())
    except RelaxError as error:
        return Finding("sound device", Verdict.MISSING, str(error))


def _voices(folders: Folders) -> Iterator[Finding]:
    try:
        narration = audio_folder() / "narration"
    except RelaxError:
        narration = None  # what is wrong is said of the sounds
    for voice in available("en", folders.voices, narration):
        if voice.voice is None:
            yield Finding("voice", Verdict.MISSING, voice.trouble)
        else:
            yield Finding("voice", Verdict.GOOD, f"{voice.name} can speak.")


def _formats() -> Finding:
    program = find_ffmpeg()
    if program is None:
        return Finding("M4A", Verdict.MISSING, f"M4A needs ffmpeg, and there is none. {HOW_TO_GET}")
    return Finding("M4A", Verdict.GOOD, f"M4A is read and written by {program}.")


def _sounds() -> Finding:
    try:
        folder = audio_folder()
    except RelaxError as error:
        return Finding("sounds", Verdict.WRONG, str(error))
    return Finding("sounds", Verdict.GOOD, f"They are in {folder}.")


def _scripts(folders: Folders) -> Finding:
    try:
        found = library(folders).scripts()
    except RelaxError as error:
        return Finding("scripts", Verdict.WRONG, str(error))
    broken = [each for each in found if isinstance(each, Broken)]
    if broken:
        return Finding("scripts", Verdict.WRONG, " ".join(str(each.error) for each in broken))
    return Finding("scripts", Verdict.GOOD, f"There are {len(found)}, all of them can be used.")


def _data_folder(folders: Folders) -> Finding:
    try:
        folders.create()
    except RelaxError as error:
        return Finding("data folder", Verdict.WRONG, str(error))
    return Finding("data folder", Verdict.GOOD, f"Everything is kept in {folders.data}.")


def _journal(folders: Folders) -> Finding:
    try:
        with own_journal(folders) as journal:
            count = journal.count()
            notice = journal.notice
    except DamagedJournal as error:
        advice = f"{error} Run “relaxapp doctor --recover-journal” to do so."
        return Finding("journal", Verdict.WRONG, advice)
    except RelaxError as error:
        return Finding("journal", Verdict.WRONG, str(error))
    if notice:
        return Finding("journal", Verdict.WRONG, notice)
    return Finding("journal", Verdict.GOOD, f"It is whole, with {count} sessions.")


def _recovered(folders: Folders) -> str:
    """Put a damaged journal in order; a sentence about what was done."""
    clock = Clock()
    try:
        own_journal(folders, clock).close()
    except DamagedJournal as error:
        aside = recover(folders.journal, error.backup, clock.now())
        kept = ", ".join(path.name for path in aside) or "nothing"
        origin = f"the copy {error.backup.name}" if error.backup else "an empty one"
        return f"The journal goes on from {origin}. Set aside: {kept}."
    return "The journal is whole; nothing was changed."
