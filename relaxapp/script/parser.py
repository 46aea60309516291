"""Any bytes read as a step script, or refused with everything that is wrong with them."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from relaxapp.script.assembly import assemble
from relaxapp.script.blocks import TOO_MANY_CUES, read_blocks, too_many_cues_at
from relaxapp.script.calm import with_calm
from relaxapp.script.clinical import check_cues, check_script
from relaxapp.script.condition import ways_to_word
from relaxapp.script.findings import EnoughError, Findings
from relaxapp.script.fingerprint import fingerprint
from relaxapp.script.header import FORMAT, Header, newer_format, read_header
from relaxapp.script.problem import Problem, ScriptError, Severity
from relaxapp.script.script import Form, Script
from relaxapp.script.source import MOST_BYTES, read_lines, too_large

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

_FIGURE = re.compile(r"[0-9]{1,9}(?:\.[0-9]{1,9})?")


def read(path: Path) -> Script:
    """Read a script from a file.

    Raises:
        ScriptError: the file cannot be opened, is larger than 1 MiB, or is no script.
    """
    try:
        if not path.is_file():
            raise _unread(path.name, f"there is no file {path}.")
        if path.stat().st_size > MOST_BYTES:
            raise _unread(path.name, too_large())
        with path.open("rb") as file:
            source = file.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise _unread(path.name, f"the file cannot be opened ({reason}).") from error
    return parse(source, path.name)


def parse(source: bytes | str, name: str) -> Script:
    """Read a script.

    Args:
        source: the file's bytes, or its text.
        name: what to call it in an error, such as the file's name.

    Returns:
        The script, with warnings in `Script.warnings`.

    Raises:
        ScriptError: it has errors; carries all of them, and all warnings, by line.
    """
    findings = Findings()
    script: Script | None = None
    with suppress(EnoughError):
        script = _read(source, name, findings)
    if script is None:
        raise ScriptError(name, findings.problems)
    return script


def _read(source: bytes | str, name: str, findings: Findings) -> Script | None:
    lines = read_lines(source, findings)
    if not lines:
        return None
    newer = newer_format(lines)
    if newer is not None:
        sentence = (
            "this script is written for a newer relaxapp; "
            f"this one reads format {FORMAT} of the script language. A newer relaxapp will read it."
        )
        raise ScriptError(name, (Problem(newer, Severity.ERROR, sentence),))
    header = read_header(lines, findings)
    nodes = read_blocks(lines, header.body, findings)
    line = too_many_cues_at(nodes)
    if line is not None:
        findings.error(line, TOO_MANY_CUES)
        return None
    usual, *forms = (
        Form(
            conditions,
            with_calm(assemble(nodes, findings, conditions, header.language), header.ending),
        )
        for conditions in ways_to_word(lines[header.body :])
    )
    if not nodes:
        findings.error(
            min(header.body + 1, len(lines)),
            "there is no step. Write a heading such as '# Start', and below it what is to be said.",
        )
    script = _script(lines, header, usual, forms)
    # The script as each kind of people meets it.
    worded = [replace(script, parts=form.parts, forms=()) for form in (usual, *forms)]
    for problem in _worst(map(check_cues, worded)):
        findings.add(problem)
    if findings.has_errors():
        return None
    for problem in _worst(map(check_script, worded)):
        findings.add(problem)
    if findings.has_errors():
        return None
    return replace(script, warnings=findings.problems)


def _worst(of_each_form: Iterable[Iterable[Problem]]) -> Iterator[Problem]:
    """The problems of every form; of those that differ in their figures alone, the highest ones."""
    worst: dict[tuple[int, str], list[Problem]] = {}
    for problems in of_each_form:
        found: dict[tuple[int, str], list[Problem]] = {}
        for problem in problems:
            kind = problem.line, _FIGURE.sub("", problem.sentence)
            found.setdefault(kind, []).append(problem)
        for kind, alike in found.items():
            worst[kind] = max(worst.get(kind, []), alike, key=_figures)
    return chain.from_iterable(worst.values())


def _figures(problems: Iterable[Problem]) -> list[list[float]]:
    return [[float(figure) for figure in _FIGURE.findall(each.sentence)] for each in problems]


def _script(lines: Sequence[str], header: Header, usual: Form, forms: Sequence[Form]) -> Script:
    return Script(
        title=header.title,
        technique=header.technique,
        minutes=header.minutes,
        about=header.about,
        author=header.author,
        source=header.source,
        cautions=header.cautions,
        evidence=header.evidence,
        ambience=header.ambience,
        language=header.language,
        ending=header.ending,
        others=header.others,
        parts=usual.parts,
        fingerprint=fingerprint(lines),
        forms=tuple(forms),
    )


def _unread(name: str, sentence: str) -> ScriptError:
    """About a file as a whole, before any of its lines is known."""
    return ScriptError(name, (Problem(0, Severity.ERROR, sentence),))
