"""The lines of a script's body as a tree: headings, paragraphs, notes, cues and repeats around them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from relaxapp.script.cueline import LONGEST_CUE, MOMENTARY
from relaxapp.script.duration import read_count
from relaxapp.script.findings import EnoughError, Findings, UnreadableError
from relaxapp.script.placeholder import check_placeholders
from relaxapp.script.span import Count
from relaxapp.script.suggestion import shown

if TYPE_CHECKING:
    from collections.abc import Sequence

MOST_CUES = 10_000
"""A script has at most so many cues and headings, repeats written out."""
TOO_MANY_CUES = f"up to here there are more than {MOST_CUES} cues, the most a script may have."
DEEPEST_REPEAT = 4
"""Repeats may stand in each other so many deep."""
MOST_WORDS = 24
"""A `[repeat for ...]` goes through at most so many words."""

_WORD = re.compile(r"[^\W\d_](?:[\w '-]{0,38}\w)?")
_TIMES = re.compile(r"\s?(?:times?|rounds?|x)$")
_COMMA = re.compile(r"\s?(?:,|\band\b)\s?")


@dataclass(slots=True)
class Heading:
    """`# Title`."""

    line: int
    title: str


@dataclass(slots=True)
class Paragraph:
    """Text to be said by itself."""

    line: int
    pieces: list[str]


@dataclass(slots=True)
class Remark:
    """`> text`, one or more lines of it."""

    line: int
    pieces: list[str]


@dataclass(slots=True)
class Bracket:
    """`[cue]`, with the lines directly under it if it lasts."""

    line: int
    text: str
    pieces: list[str] = field(default_factory=list)


@dataclass(slots=True)
class RepeatBlock:
    """`[repeat ...]` to `[end repeat]`.

    Attributes:
        times: how often, or None where it goes through `words`.
        words: what `{side}` stands for, one round each; empty where `times` is given.
        has_headings: whether whole steps stand in it, at any depth.
        is_whole: whether it could be read and has its end.
    """

    line: int
    times: Count | None
    words: tuple[str, ...]
    nodes: list[Node] = field(default_factory=list)
    has_headings: bool = False
    is_whole: bool = True


Node: TypeAlias = Heading | Paragraph | Remark | Bracket | RepeatBlock


def read_blocks(lines: Sequence[str], start: int, findings: Findings) -> list[Node]:
    """The tree of the lines from index `start` on; every problem is noted."""
    return _Reading(findings).read(lines, start)


def too_many_cues_at(nodes: Sequence[Node]) -> int | None:
    """The line at which there are more than `MOST_CUES` cues, or None. Writes no repeat out."""
    total = 0
    for node in nodes:
        total += _weight(node)
        if total > MOST_CUES:
            return node.line
    return None


def _weight(node: Node) -> int:
    """How many cues and headings a node is, repeats written out; a repeat itself is one more."""
    if not isinstance(node, RepeatBlock):
        return 1
    rounds = len(node.words) if node.times is None else node.times.most
    return 1 + rounds * sum(map(_weight, node.nodes))


class _Reading:
    """Goes through the lines once, from top to bottom."""

    def __init__(self, findings: Findings) -> None:
        self._findings = findings
        self._top: list[Node] = []
        self._open: list[RepeatBlock] = []
        self._ignored_repeats = 0
        self._count = 0
        # What a line of plain text and a note directly below go on with.
        self._paragraph: list[str] | None = None
        self._remark: list[str] | None = None
        self._lasting: Bracket | None = None
        # The lines of the paragraph or note being read, to be checked as one text.
        self._text: list[tuple[int, str]] = []
        self._is_note = False

    def read(self, lines: Sequence[str], start: int) -> list[Node]:
        for index in range(start, len(lines)):
            text = lines[index].strip()
            number = index + 1
            if self._count > MOST_CUES:
                self._findings.error(number, TOO_MANY_CUES)
                raise EnoughError
            if not text:
                self._end_text()
                self._paragraph = self._remark = self._lasting = None
            elif text[0] == "[":
                self._bracket(text, number)
            elif text[0] == "#":
                self._heading(text, number)
            elif text[0] == ">":
                self._note(text, number)
            else:
                self._words(text, number)
        self._end_text()
        for block in self._open:
            block.is_whole = False
            self._findings.error(block.line, "this repeat has no end. Write [end repeat] below it.")
        return self._top

    @property
    def _nodes(self) -> list[Node]:
        return self._open[-1].nodes if self._open else self._top

    def _add(self, node: Node) -> None:
        self._nodes.append(node)
        self._count += 1

    def _check(self, text: str, lines: Sequence[int], *, is_cue: bool = False) -> None:
        check_placeholders(
            text,
            lines,
            self._findings,
            repeated=self._repeated(),
            is_cue=is_cue,
        )

    def _repeated(self) -> tuple[str, ...]:
        """The words that `{side}` stands for here; an empty word where they are not known."""
        if self._ignored_repeats:
            return ("",)
        return next((block.words for block in reversed(self._open) if block.words), ())

    def _go_on(self, text: str, line: int, *, is_note: bool) -> None:
        """One more line of a paragraph or of a note."""
        if is_note is not self._is_note:
            self._end_text()
        self._is_note = is_note
        self._text.append((line, text))

    def _end_text(self) -> None:
        if self._text:
            lines, texts = zip(*self._text, strict=True)
            self._text = []
            self._check("\n".join(texts), lines)

    def _heading(self, text: str, line: int) -> None:
        self._end_text()
        self._paragraph = self._remark = self._lasting = None
        title = " ".join(text.lstrip("#").split())
        if not title:
            self._findings.error(
                line, "this heading has no words. Write for example '# Shoulders'."
            )
        self._check(title, (line,))
        for block in self._open:
            block.has_headings = True
        self._add(Heading(line, title))

    def _note(self, text: str, line: int) -> None:
        piece = text.lstrip("> \t").strip()
        self._go_on(piece, line, is_note=True)
        if self._remark is not None:
            self._remark.append(piece)
            return
        self._remark = [piece]
        note = Remark(line, self._remark)
        # A note directly below a cue is shown while the cue lasts, so it goes before it.
        if self._lasting is not None and self._nodes and self._nodes[-1] is self._lasting:
            self._nodes.insert(len(self._nodes) - 1, note)
            self._count += 1
        else:
            self._paragraph = None
            self._add(note)

    def _words(self, text: str, line: int) -> None:
        if "[" in text or "]" in text:
            self._findings.error(
                line,
                "square brackets are for cues, and a cue stands alone on its line, "
                "such as [pause 10s].",
            )
        self._go_on(text, line, is_note=False)
        self._remark = None
        if self._paragraph is None:
            self._paragraph = []
            self._add(Paragraph(line, self._paragraph))
        self._paragraph.append(text)

    def _bracket(self, text: str, line: int) -> None:
        self._end_text()
        self._paragraph = self._remark = self._lasting = None
        inner = text[1:-1]
        if text[-1] != "]" or "[" in inner or "]" in inner:
            self._findings.error(line, _not_alone(text))
            # What follows directly is most likely what was to be said meanwhile.
            self._paragraph = []
            return
        inner = " ".join(inner.split())
        if len(inner) > LONGEST_CUE:
            self._findings.error(line, "this cue is too long to be one. Put the text below it.")
            return
        lowered = inner.lower()
        keyword = lowered.partition(" ")[0]
        if keyword == "repeat":
            self._open_repeat(lowered.removeprefix("repeat").strip(), line)
        elif lowered in {"end repeat", "endrepeat", "repeat end"}:
            self._close_repeat(line)
        else:
            self._check(inner, (line,), is_cue=True)
            bracket = Bracket(line, inner)
            self._add(bracket)
            if keyword not in MOMENTARY:
                self._lasting = bracket
                self._paragraph = bracket.pieces

    def _open_repeat(self, rest: str, line: int) -> None:
        if self._ignored_repeats or len(self._open) == DEEPEST_REPEAT:
            self._ignored_repeats += 1
            self._findings.error(
                line,
                f"repeats may stand in each other {DEEPEST_REPEAT} deep at most. Write this one out.",
            )
            return
        block = RepeatBlock(line, Count.exactly(1), ())
        try:
            if rest.startswith("for "):
                block.times, block.words = None, _repeat_words(rest.removeprefix("for "))
            else:
                block.times = read_count(_TIMES.sub("", rest))
        except UnreadableError as error:
            self._findings.error(line, str(error))
            block.is_whole = False
            # So that {side} is not called wrong as well.
            block.words = ("",) if rest.startswith("for") else ()
        self._add(block)
        self._open.append(block)

    def _close_repeat(self, line: int) -> None:
        if self._ignored_repeats:
            self._ignored_repeats -= 1
        elif self._open:
            block = self._open.pop()
            if not block.nodes:
                self._findings.error(block.line, "there is nothing to repeat up to [end repeat].")
        else:
            self._findings.error(line, "there is no [repeat ...] above this [end repeat].")


def _repeat_words(text: str) -> tuple[str, ...]:
    words = tuple(_COMMA.split(text))
    if len(words) > MOST_WORDS:
        raise UnreadableError(f"these are more than {MOST_WORDS} words to repeat for.")
    for word in words:
        if _WORD.fullmatch(word) is None:
            raise UnreadableError(
                f"'{shown(word)}' is no word to repeat for. "
                "Write for example [repeat for right, left].",
            )
    return words


def _not_alone(text: str) -> str:
    if "]" not in text:
        return f"the bracket of '{shown(text)}' is not closed. Put ']' at the end of the line."
    return "a cue stands alone on its line, such as [pause 10s]. Put the text on the next line."
