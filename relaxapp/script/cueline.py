"""One cue as it stands in its square brackets, read into what it asks for."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import TypeAlias

from relaxapp.script.body import GROUP_NAMES, Group
from relaxapp.script.breathline import read_breathing
from relaxapp.script.cue import (
    AMBIENCES,
    SCENES,
    SOUNDS,
    Ambience,
    Imagine,
    Notice,
    Pause,
    Play,
    Release,
    Sound,
    Tense,
    TimedCue,
    Wait,
)
from relaxapp.script.duration import read_duration, read_span
from relaxapp.script.findings import UnreadableError
from relaxapp.script.suggestion import did_you_mean, nearest, shown

LONGEST_CUE = 400
"""A cue is at most so many characters long, so that none takes long to read."""
MOMENTARY = frozenset({"sound", "ambience"})
"""The cues that take no time: text directly under them is a paragraph of its own."""

_LONGEST_FILE_NAME = 255
_COMMA = re.compile(r"\s?(?:,|&|\band\b)\s?")
_ARTICLE = re.compile(r"^(?:your|the|both)\s")
_GROUPS = frozenset(GROUP_NAMES)
_SOME_GROUPS = "Some there are: shoulders, neck, jaw, right hand, left thigh, arms, whole body."
_SIDES = frozenset({"right", "left", "dominant", "other"})


@dataclass(frozen=True, slots=True)
class CueLine:
    """A cue to be read.

    Attributes:
        line: the line it stands on.
        rest: what follows its first word, as written.
        lowered: the same in small letters.
        words: the sentences said meanwhile.
        tensed: what was tensed before it in its step.
    """

    line: int
    rest: str
    lowered: str
    words: tuple[str, ...]
    tensed: Group | None


def read_cue(
    text: str,
    line: int,
    words: tuple[str, ...],
    tensed: Group | None,
) -> TimedCue | Sound | Ambience:
    """Read one cue.

    Args:
        text: what stands between the brackets, with single spaces.
        line: the line it stands on.
        words: the sentences said while it lasts.
        tensed: the group tensed before it in its step, which a release lets go.

    Raises:
        UnreadableError: there is no such cue, or something is missing or wrong in it.
    """
    first, _, rest = text.partition(" ")
    keyword = first.lower().rstrip(":,")
    read = _CUES.get(keyword)
    if read is None:
        raise UnreadableError(_no_such_cue(keyword))
    return read(CueLine(line, rest, rest.lower(), words, tensed))


def _no_such_cue(keyword: str) -> str:
    names = (*_CUES, "repeat", "end repeat")
    if not keyword:
        return "these brackets are empty. Write for example [pause 10s]."
    if keyword == "end":
        return "there is no cue 'end'. Did you mean 'end repeat'?"
    return f"there is no cue '{shown(keyword)}'. {did_you_mean(keyword, names)}"


def _pause(cue: CueLine) -> Pause:
    return Pause(line=cue.line, words=cue.words, seconds=read_span(_time(cue.lowered)))


def _tense(cue: CueLine) -> Tense:
    name, time = _split(cue, "tense shoulders for 6s")
    group = read_group(name)
    if " to " in time:
        raise UnreadableError("a tension has one length and is never stretched, such as 'for 6s'.")
    seconds = read_duration(time)
    if seconds <= 0:
        raise UnreadableError("this tension lasts no time at all.")
    return Tense(line=cue.line, words=cue.words, group=group, seconds=seconds)


def _release(cue: CueLine) -> Release:
    name, separator, time = cue.lowered.rpartition("for ")
    if separator and name.strip():
        raise UnreadableError(
            "a release always lets go of what was tensed before it. "
            f"Did you mean '[release for {shown(time)}]'?",
        )
    span = read_span(_time(cue.lowered))
    return Release(line=cue.line, words=cue.words, group=cue.tensed, seconds=span)


def _imagine(cue: CueLine) -> Imagine:
    scene, time = _split(cue, "imagine calm place for 30s to 2 min")
    scene = _ARTICLE.sub("", scene)
    if scene not in SCENES:
        raise UnreadableError(f"there is no scene '{shown(scene)}'. {did_you_mean(scene, SCENES)}")
    return Imagine(line=cue.line, words=cue.words, scene=scene, seconds=read_span(time))


def _notice(cue: CueLine) -> Notice:
    name, time = _split(cue, "notice shoulders for 20s to 60s")
    group = read_group(name)
    return Notice(line=cue.line, words=cue.words, group=group, seconds=read_span(time))


def _breathe(cue: CueLine) -> TimedCue:
    return read_breathing(cue.lowered, cue.line, cue.words)


def _sound(cue: CueLine) -> Sound:
    if cue.lowered not in SOUNDS:
        raise UnreadableError(_no_such("sound", cue.lowered, SOUNDS))
    return Sound(line=cue.line, name=cue.lowered)


def _ambience(cue: CueLine) -> Ambience:
    if cue.lowered not in AMBIENCES:
        raise UnreadableError(_no_such("ambience", cue.lowered, AMBIENCES))
    return Ambience(line=cue.line, name=cue.lowered)


def _no_such(kind: str, name: str, names: tuple[str, ...]) -> str:
    if not name:
        return f"which {kind}? There are: {', '.join(names)}."
    return f"there is no {kind} '{shown(name)}'. {did_you_mean(name, names)}"


def _wait(cue: CueLine) -> Wait:
    if cue.rest:
        raise UnreadableError(
            "[wait] stands alone: it lasts until the person goes on. "
            "For quiet time of a set length write for example [pause 10s].",
        )
    return Wait(line=cue.line, words=cue.words)


def _play(cue: CueLine) -> Play:
    file = cue.rest.strip("\"'")
    if not file:
        raise UnreadableError("which recording? Write for example [play welcome.wav].")
    if (
        any(mark in file for mark in "/\\:")
        or file.startswith(".")
        or len(file) > _LONGEST_FILE_NAME
    ):
        raise UnreadableError(
            f"'{shown(file)}' is no plain file name. A recording lies in the same folder as its "
            "script; write its name alone, such as [play welcome.wav].",
        )
    return Play(line=cue.line, words=cue.words, file=file)


@lru_cache(maxsize=1024)
def read_group(text: str) -> Group:
    """One or more muscle groups, such as `shoulders`, `neck, jaw and face` or `right hand and forearm`.

    A part without a side takes the side of the part before it.

    Raises:
        UnreadableError: a name is missing or is none of `GROUP_NAMES`.
    """
    names: list[str] = []
    side = ""
    for part in filter(None, _COMMA.split(text)):
        name = _ARTICLE.sub("", part)
        if name not in _GROUPS and f"{side} {name}" in _GROUPS:
            name = f"{side} {name}"
        if name not in _GROUPS:
            raise UnreadableError(_no_such_group(name))
        first = name.partition(" ")[0]
        side = first if first in _SIDES else ""
        if name not in names:
            names.append(name)
    if not names:
        raise UnreadableError("which muscle group? Write for example [tense shoulders for 6s].")
    return Group(tuple(names))


def _no_such_group(name: str) -> str:
    if f"right {name}" in _GROUPS:
        return f"which {name}? Write 'right {name}' or 'left {name}'."
    meant = nearest(name, GROUP_NAMES)
    hint = f"Did you mean '{meant}'?" if meant else _SOME_GROUPS
    return f"there is no muscle group '{shown(name)}'. {hint}"


def _split(cue: CueLine, example: str) -> tuple[str, str]:
    """What comes before and after the last `for`."""
    name, separator, time = f" {cue.lowered}".rpartition(" for ")
    if not separator:
        raise UnreadableError(f"this cue has no time after 'for'. Write for example [{example}].")
    return name.strip(), time


def _time(text: str) -> str:
    return text.removeprefix("for ")


_Read: TypeAlias = Callable[[CueLine], TimedCue | Sound | Ambience]
_CUES: Mapping[str, _Read] = MappingProxyType(
    {
        "pause": _pause,
        "tense": _tense,
        "release": _release,
        "breathe": _breathe,
        "imagine": _imagine,
        "notice": _notice,
        "sound": _sound,
        "ambience": _ambience,
        "wait": _wait,
        "play": _play,
    },
)
