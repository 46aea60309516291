"""What a person chose, and the file that keeps it."""

from __future__ import annotations

import base64
import json
import math
import os
import tempfile
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, get_args

from relaxapp.errors import SettingsError, is_disk_full

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

VERSION = 1
"""The version of the file, raised when a key changes its meaning."""

PlayerChoice: TypeAlias = Literal["auto", "miniaudio", "simpleaudio", "silent"]
Theme: TypeAlias = Literal["night", "light", "system"]
Hand: TypeAlias = Literal["right", "left"]
Cues: TypeAlias = Literal["bowl", "wood", "synth", "none"]
Contrast: TypeAlias = Literal["system", "usual", "high"]
PacerForm: TypeAlias = Literal["orb", "bar", "wave", "square"]

AS_SCRIPTED = "script"
"""The ambience that is the one of each script."""

PACES = (90, 130)
"""The slowest and the fastest `words_per_minute`."""

OWN_PACES = (8.0, 20.0)
"""The slowest and the fastest `own_pace_per_minute`."""

TEXT_PERCENTS = (80, 200)
"""The smallest and the largest `text_percent` and `caption_percent`."""


def _number(low: float, high: float) -> Callable[[object], float]:
    def check(value: object) -> float:
        # True is an int, and NaN is within no bounds but compares as if it were.
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise TypeError
        if math.isnan(value) or not low <= value <= high:
            raise ValueError
        return float(value)

    return check


def _whole(low: int, high: int) -> Callable[[object], int]:
    def check(value: object) -> int:
        if isinstance(value, bool) or not isinstance(value, int):
            raise TypeError
        if not low <= value <= high:
            raise ValueError
        return value

    return check


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise TypeError
    return value


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _base64(value: object) -> str:
    base64.b64decode(_text(value), validate=True)
    return _text(value)


def _one_of(choices: Any) -> Callable[[object], str]:
    def check(value: object) -> str:
        if value not in get_args(choices):
            raise ValueError
        return _text(value)

    return check


def _texts(value: object) -> tuple[str, ...]:
    if not isinstance(value, list | tuple):
        raise TypeError
    return tuple(_text(item) for item in value)


_MINUTES = _number(0.1, 240)


_OWN_PACE = _number(*OWN_PACES)
_LENGTH = _number(0, 60)
_LENGTHS_OF_A_BREATH = frozenset({"inhale", "hold", "exhale", "rest", "per_minute"})


def _pace_or_none(value: object) -> float | None:
    return None if value is None else _OWN_PACE(value)


def _breath_by_name(value: object) -> dict[str, dict[str, float]]:
    if not isinstance(value, dict):
        raise TypeError
    return {_text(name): _lengths(lengths) for name, lengths in value.items()}


def _lengths(value: object) -> dict[str, float]:
    if not isinstance(value, dict):
        raise TypeError
    if not _LENGTHS_OF_A_BREATH.issuperset(value):
        raise ValueError
    return {name: _LENGTH(seconds) for name, seconds in value.items()}


def _minutes_by_name(value: object) -> dict[str, float]:
    if not isinstance(value, dict):
        raise TypeError
    return {_text(name): _MINUTES(minutes) for name, minutes in value.items()}


@dataclass(frozen=True, slots=True)
class Settings:
    """What a person chose: all settings and their defaults.

    Attributes:
        voice_volume: of the voice; 0 is silent, 1 the loudness the sounds were made for.
        cues_volume: of bells and other cues, likewise.
        breath_volume: of the sounds that lead the breath, likewise.
        ambience_volume: of rain, ocean and the like, likewise.
        ambience: what is in the background of every session: "script" for what each script says, a
            shipped ambience by its name, "none", or the name of a file among the person's own sounds.
        cues: the character of bells and breath sounds; "none" is silent.
        voice: the voice's name, or "auto" for the best there is.
        voice_on: whether sessions are spoken.
        words_per_minute: how fast the voice speaks at the beginning of a session.
        captions: whether what is said is shown as well.
        player: what plays the sound; "auto" takes what works.
        theme: the look of the window; "system" follows the desktop.
        contrast: how strongly text and signs stand out; "system" follows the desktop.
        text_percent: the size of all text, in percent of the usual one.
        caption_percent: the size of what is said when it is shown in a session, likewise.
        pacer: what shows the breath.
        tone_changes: whether the whole window changes its tone softly when a phase begins.
        eyes_open: whether sessions are worded for eyes that stay open.
        full_screen: whether a session fills the screen.
        session_screen: the name of the screen a session is shown on; empty for the window's own.
        favourites: the scripts that stand first, by id, in the order they were chosen.
        quick_help: the script that one key starts at once, by id; empty for the best there is.
        safety_read: whether the person has read when to leave relaxation alone.
        stronger_hand: the side that scripts call dominant.
        left_out: areas of the body that sessions leave out.
        imagined: areas that are only imagined, not tensed.
        no_tensing: whether nothing at all is tensed.
        no_breath_holds: whether holds are dropped from breathing.
        reduced_motion: whether slow changes of tone replace moving pictures.
        hide_countdown: whether the remaining time is kept from sight.
        week_aim_days: on how many days a week the person wants to practise.
        week_aim_minutes: how many minutes a week; 0 for no such aim.
        day_begins_hour: the hour at which a new day of practice begins.
        day_factors: whether the person notes how days were: sleep, caffeine and the like.
        backup_folder: where the daily copies of the journal are kept; empty for the data folder.
        minutes_by_script: the length last chosen for each script, in minutes.
        own_pace_per_minute: how fast the person breathed when they last tapped it, in breaths a minute;
            None if they never did.
        breath_by_script: the breath the person wants of a script instead of the script's own, by its
            id: the seconds of `inhale`, `hold`, `exhale` and `rest`, or the `per_minute` that a change
            of pace ends at.
        geometry: the window's size and place, base64 of Qt's own form; empty before the first time.
        asks_before: whether sessions begin with the question how tense one is.
        asks_after: whether they end with it.
    """

    voice_volume: float = 1.0
    cues_volume: float = 1.0
    breath_volume: float = 0.8
    ambience_volume: float = 0.8
    ambience: str = AS_SCRIPTED
    cues: Cues = "bowl"
    voice: str = "auto"
    voice_on: bool = True
    words_per_minute: int = 115
    captions: bool = True
    player: PlayerChoice = "auto"
    theme: Theme = "night"
    contrast: Contrast = "system"
    text_percent: int = 100
    caption_percent: int = 100
    pacer: PacerForm = "orb"
    tone_changes: bool = False
    eyes_open: bool = False
    full_screen: bool = False
    session_screen: str = ""
    favourites: tuple[str, ...] = ()
    quick_help: str = ""
    safety_read: bool = False
    stronger_hand: Hand = "right"
    left_out: tuple[str, ...] = ()
    imagined: tuple[str, ...] = ()
    no_tensing: bool = False
    no_breath_holds: bool = False
    reduced_motion: bool = False
    hide_countdown: bool = False
    week_aim_days: int = 5
    week_aim_minutes: int = 0
    day_begins_hour: int = 4
    day_factors: bool = False
    backup_folder: str = ""
    minutes_by_script: Mapping[str, float] = field(default_factory=dict, hash=False)
    own_pace_per_minute: float | None = None
    breath_by_script: Mapping[str, Mapping[str, float]] = field(default_factory=dict, hash=False)
    geometry: str = ""
    asks_before: bool = True
    asks_after: bool = True

    def with_minutes(self, script_id: str, minutes: float) -> Settings:
        """The same with another length for one script."""
        return replace(self, minutes_by_script={**self.minutes_by_script, script_id: minutes})

    def with_breath(self, script_id: str, lengths: Mapping[str, float] | None) -> Settings:
        """The same with another breath for one script; None for the one that the script says."""
        kept = {name: each for name, each in self.breath_by_script.items() if name != script_id}
        if lengths is not None:
            kept[script_id] = dict(lengths)
        return replace(self, breath_by_script=kept)


_CHECKS: Mapping[str, Callable[[object], object]] = {
    "voice_volume": _number(0, 1),
    "cues_volume": _number(0, 1),
    "breath_volume": _number(0, 1),
    "ambience_volume": _number(0, 1),
    "ambience": _text,
    "cues": _one_of(Cues),
    "voice": _text,
    "voice_on": _flag,
    "words_per_minute": _whole(*PACES),
    "captions": _flag,
    "player": _one_of(PlayerChoice),
    "theme": _one_of(Theme),
    "contrast": _one_of(Contrast),
    "text_percent": _whole(*TEXT_PERCENTS),
    "caption_percent": _whole(*TEXT_PERCENTS),
    "pacer": _one_of(PacerForm),
    "tone_changes": _flag,
    "eyes_open": _flag,
    "full_screen": _flag,
    "session_screen": _text,
    "favourites": _texts,
    "quick_help": _text,
    "safety_read": _flag,
    "stronger_hand": _one_of(Hand),
    "left_out": _texts,
    "imagined": _texts,
    "no_tensing": _flag,
    "no_breath_holds": _flag,
    "reduced_motion": _flag,
    "hide_countdown": _flag,
    "week_aim_days": _whole(1, 7),
    "week_aim_minutes": _whole(0, 7 * 24 * 60),
    "day_begins_hour": _whole(0, 23),
    "day_factors": _flag,
    "backup_folder": _text,
    "minutes_by_script": _minutes_by_name,
    "own_pace_per_minute": _pace_or_none,
    "breath_by_script": _breath_by_name,
    "geometry": _base64,
    "asks_before": _flag,
    "asks_after": _flag,
}
"""What a value in the file must pass to be understood, setting by setting."""


class SettingsFile:
    """The file that keeps the settings: JSON, written whole or not at all.

    What a newer relaxapp wrote into it is kept: keys that this one does not know, its version, and
    values that this one cannot read and the person did not change.

    Attributes:
        path: the file.
        notice: a sentence for the person about what `load` could not read; empty if it read all.
    """

    def __init__(self, path: Path) -> None:
        """Receives the file's path; nothing is read or made before `load` and `save`."""
        self.path = path
        self.notice = ""

    def load(self) -> Settings:
        """The settings in the file, with the default for everything missing or not understood.

        A file that is no JSON object is set aside as `settings-damaged-<n>.json`. Nothing is raised:
        `notice` says what went wrong.
        """
        self.notice = ""
        try:
            kept = self._kept()
        except SettingsError as error:
            self.notice = f"{error} Until then the usual settings are used."
            return Settings()
        settings, not_understood = _read(kept)
        if not_understood and _version(kept) <= VERSION:
            names = ", ".join(name.replace("_", " ") for name in not_understood)
            self.notice = (
                f"Not everything in {self.path} could be understood. The usual value is used for: "
                f"{names}."
            )
        return settings

    def save(self, settings: Settings) -> None:
        """Writes the settings.

        Raises:
            SettingsError: they cannot be written; the file is then as it was.
            ValueError: a value is out of bounds, which no part of relaxapp should let happen.
        """
        for name, check in _CHECKS.items():
            try:
                check(getattr(settings, name))
            except (TypeError, ValueError) as error:
                message = f"{name} cannot be {getattr(settings, name)!r}"
                raise ValueError(message) from error
        kept = self._kept()
        version = _version(kept)
        before, not_understood = _read(kept)
        for name in _CHECKS:
            value = getattr(settings, name)
            is_newer = version > VERSION and name in not_understood
            if not (is_newer and value == getattr(before, name)):
                kept[name] = value
        kept["version"] = max(version, VERSION)
        self._write(json.dumps(kept, indent=2) + "\n")

    def _kept(self) -> dict[str, Any]:
        """What is in the file; nothing if there is none, or if it is damaged and now set aside."""
        try:
            text = self.path.read_bytes()
        except FileNotFoundError:
            return {}
        except OSError as error:
            raise SettingsError(
                f"The settings in {self.path} cannot be read ({error.strerror or error}). Check "
                "that it is a file that you may read."
            ) from error
        try:
            kept = json.loads(text)
            if isinstance(kept, dict):
                return kept
        # RecursionError: brackets nested without end.
        except (ValueError, RecursionError):
            pass
        self._set_aside()
        return {}

    def _set_aside(self) -> None:
        number = 1
        while (aside := self.path.with_name(f"settings-damaged-{number}.json")).exists():
            number += 1
        try:
            self.path.rename(aside)
        except OSError as error:
            raise SettingsError(
                f"The settings in {self.path} are damaged and cannot be set aside "
                f"({error.strerror or error}). Check that you may write to that folder."
            ) from error
        self.notice = (
            f"The settings could not be read, so the usual ones are used. The damaged file is kept "
            f"as {aside}."
        )

    def _write(self, text: str) -> None:
        # Whoever keeps the file elsewhere and links to it keeps the link.
        target = Path(os.path.realpath(self.path))
        partial: Path | None = None
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(prefix=f".{target.name}-", dir=target.parent)
            partial = Path(name)
            with open(handle, "w", encoding="utf-8", newline="\n") as file:  # noqa: PTH123 -- a handle
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
            partial.replace(target)
        except OSError as error:
            if partial is not None:
                with suppress(OSError):
                    partial.unlink(missing_ok=True)
            advice = (
                "the disk is full; make some room and try again"
                if is_disk_full(error)
                else f"{error.strerror or error}; check that you may write to that folder"
            )
            raise SettingsError(
                f"The settings could not be kept in {self.path}: {advice}. They hold until you "
                "close relaxapp."
            ) from error


def _version(kept: Mapping[str, Any]) -> int:
    try:
        return _whole(0, 2**31)(kept.get("version", VERSION))
    except (TypeError, ValueError):
        return VERSION


def _read(kept: Mapping[str, Any]) -> tuple[Settings, tuple[str, ...]]:
    """The settings, and the names of those that could not be understood and have their default."""
    understood: dict[str, Any] = {}
    not_understood: list[str] = []
    for name, check in _CHECKS.items():
        if name in kept:
            try:
                understood[name] = check(kept[name])
            except (TypeError, ValueError):
                not_understood.append(name)
    return Settings(**understood), tuple(not_understood)
