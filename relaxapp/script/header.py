"""The lines at the top of a script: what it says about itself."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import TypeVar

from relaxapp.script.cue import AMBIENCES
from relaxapp.script.duration import LONGEST_SECONDS
from relaxapp.script.findings import Findings, UnreadableError
from relaxapp.script.script import Ending
from relaxapp.script.suggestion import did_you_mean, nearest, shown

_Value = TypeVar("_Value")

FORMAT = 1
"""The version of the script language that is read here."""

_LINE = re.compile(r"([^\W\d_][\w '-]{0,40}?)\s*:\s*(.*)")
_FORMAT = re.compile(r"[0-9]{1,9}")
_MINUTES = re.compile(r"([0-9]{1,4}(?:\.[0-9]{1,3})?)\s*(?:m|mins?|minutes?)?\.?", re.IGNORECASE)
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}")
_LIKENESS = 0.72


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """What a script says about itself; the attributes are those of `Script`.

    Attributes:
        body: the index of the first line after the header.
    """

    body: int
    title: str
    technique: str
    minutes: float
    about: str
    author: str
    source: str
    cautions: tuple[str, ...]
    evidence: str
    ambience: str
    language: str
    ending: Ending
    others: tuple[tuple[str, str], ...]


def newer_format(lines: Sequence[str]) -> int | None:
    """The line, from 1, on which a script asks for a newer language than `FORMAT`, or None."""
    started = False
    for index, line in enumerate(lines):
        text = line.strip()
        if text.startswith("#") or (not text and started):
            return None
        started = bool(text)
        name, _, value = text.partition(":")
        if name.strip().lower() == "format":
            value = value.strip()
            return index + 1 if _FORMAT.fullmatch(value) and int(value) > FORMAT else None
    return None


def read_header(lines: Sequence[str], findings: Findings) -> Header:
    """Read the header: the lines up to the first blank one or the first heading.

    Blank lines above it do not count. Every problem is noted; what is missing or wrong then has
    its default.
    """
    first = next((index for index, line in enumerate(lines) if line.strip()), len(lines))
    body = next(
        (
            index
            for index in range(first, len(lines))
            if not (text := lines[index].strip()) or text.startswith("#")
        ),
        len(lines),
    )
    known, others = _named(lines, range(first, body), findings)
    top = min(first, len(lines) - 1) + 1
    for name, reason in (
        ("Title", "Write one in the first line, such as 'Title: Shoulders and neck'."),
        ("Minutes", "Write how long it usually lasts, such as 'Minutes: 8'."),
    ):
        if name not in known:
            findings.error(top, f"the header '{name}' is missing. {reason}")
    if "Technique" not in known:
        findings.warning(
            top,
            "the header 'Technique' is missing. Write for example 'Technique: muscle relaxation'.",
        )
    return Header(
        body=body,
        title=_text(known, "Title"),
        technique=_text(known, "Technique"),
        minutes=_value(known, "Minutes", _minutes, findings) or 1.0,
        about=_text(known, "About"),
        author=_text(known, "Author"),
        source=_text(known, "Source"),
        cautions=tuple(value for _, value in known.get("Caution", ())),
        evidence=_text(known, "Evidence"),
        ambience=_value(known, "Ambience", _ambience, findings) or AMBIENCES[0],
        language=_value(known, "Language", _language, findings) or "en",
        ending=_value(known, "Ending", _ending, findings) or Ending.RETURN,
        others=tuple(others),
    )


_Known = Mapping[str, Sequence[tuple[int, str]]]


def _named(
    lines: Sequence[str],
    indexes: Sequence[int],
    findings: Findings,
) -> tuple[_Known, list[tuple[str, str]]]:
    """Every known name with its values and their lines; and the unknown names as written."""
    known: dict[str, list[tuple[int, str]]] = {}
    others: list[tuple[str, str]] = []
    strays = 0
    for index in indexes:
        number, text = index + 1, lines[index].strip()
        found = _LINE.fullmatch(text)
        if found is None:
            strays += 1
            if strays == 1:
                findings.error(number, _not_a_header(text))
            continue
        name, value = " ".join(found[1].split()), found[2]
        canonical = _BY_LOWER.get(name.lower())
        if canonical is None:
            meant = nearest(name, _NAMES, _LIKENESS)
            if meant is not None:
                findings.warning(number, f"there is no header '{name}'. Did you mean '{meant}'?")
            others.append((name, value))
        elif not value:
            findings.warning(number, f"the header '{canonical}' says nothing.")
        elif canonical in known and canonical != "Caution":
            line = known[canonical][0][0]
            findings.error(number, f"the header '{canonical}' is already in line {line}. Keep one.")
        else:
            known.setdefault(canonical, []).append((number, value))
            if canonical == "Format" and _FORMAT.fullmatch(value) is None:
                findings.error(number, f"'{shown(value)}' is no format. Leave this line out.")
    return known, others


def _not_a_header(text: str) -> str:
    return (
        f"'{shown(text)}' is no header line. The first lines say something about the script, "
        "one 'Name: value' each, such as 'Title: Shoulders and neck'. "
        "What is to be spoken comes after a blank line and a heading such as '# Start'."
    )


def _text(known: _Known, name: str) -> str:
    return known[name][0][1] if name in known else ""


def _value(
    known: _Known,
    name: str,
    read: Callable[[str], _Value],
    findings: Findings,
) -> _Value | None:
    if name not in known:
        return None
    line, text = known[name][0]
    try:
        return read(text)
    except UnreadableError as error:
        findings.error(line, str(error))
        return None


def _minutes(text: str) -> float:
    found = _MINUTES.fullmatch(text)
    if found is None or float(found[1]) <= 0:
        raise UnreadableError(f"'{shown(text)}' is no number of minutes. Write for example '8'.")
    minutes = float(found[1])
    if minutes * 60 > LONGEST_SECONDS:
        raise UnreadableError(
            f"{found[1]} minutes are more than four hours, the most there may be."
        )
    return minutes


def _ambience(text: str) -> str:
    if text.lower() not in AMBIENCES:
        raise UnreadableError(
            f"there is no ambience '{shown(text)}'. {did_you_mean(text, AMBIENCES)}",
        )
    return text.lower()


def _language(text: str) -> str:
    if _LANGUAGE.fullmatch(text) is None:
        raise UnreadableError(
            f"'{shown(text)}' is no language tag. Write for example 'en' or 'de'."
        )
    return text


def _ending(text: str) -> Ending:
    if text.lower() not in tuple(Ending):
        raise UnreadableError(
            f"there is no ending '{shown(text)}'. Write 'return' (back to the day) or 'sleep'.",
        )
    return Ending(text.lower())


_NAMES = (
    "Format",
    "Title",
    "Technique",
    "Minutes",
    "About",
    "Author",
    "Source",
    "Caution",
    "Evidence",
    "Ambience",
    "Language",
    "Ending",
)
_BY_LOWER = MappingProxyType({name.lower(): name for name in _NAMES})
