"""The tree of a script's lines put together into steps, rounds and cues."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from types import MappingProxyType

from relaxapp.script.blocks import Bracket, Heading, Node, Paragraph, Remark, RepeatBlock
from relaxapp.script.body import DOMINANT, OTHER, Group
from relaxapp.script.condition import Condition, worded
from relaxapp.script.cue import Cue, ForEach, Note, Repeat, Say, Tense
from relaxapp.script.cueline import read_cue
from relaxapp.script.findings import Findings, UnreadableError
from relaxapp.script.placeholder import SIDE, fill, fill_names
from relaxapp.script.script import Part, Rounds, Step
from relaxapp.script.sentences import sentences
from relaxapp.script.span import Count

_Words = Mapping[str, str]
LONGEST_SENTENCE = 1000
"""A sentence has at most so many characters: it is said and shown in one piece."""

_ANYWHERE: _Words = MappingProxyType({name: name for name in (DOMINANT, OTHER)})


def assemble(
    nodes: Sequence[Node],
    findings: Findings,
    conditions: AbstractSet[Condition],
    language: str,
) -> tuple[Part, ...]:
    """The parts of a script; every problem is noted, what cannot be read is left out.

    Args:
        nodes: the tree of its lines.
        findings: where problems are noted.
        conditions: for whom it is worded. A step, a repeat or a paragraph of which nothing is left
            then is left out.
        language: what it is written in.
    """
    parts = _Assembly(findings, conditions, language).parts(nodes, _ANYWHERE, must_begin_here=True)
    if nodes and not parts and not findings.has_errors():
        sentence = (
            f"with {_named(conditions)} nothing is left of this script. Say something to all."
        )
        findings.error(nodes[0].line, sentence)
    return parts


def _named(conditions: AbstractSet[Condition]) -> str:
    return " and ".join(sorted(conditions))


class _Assembly:
    """Walks the tree once, writing `[repeat for ...]` out for each of its words."""

    def __init__(
        self, findings: Findings, conditions: AbstractSet[Condition], language: str
    ) -> None:
        self._findings = findings
        self._conditions = conditions
        self._language = language
        self._tensed: Group | None = None

    def parts(
        self,
        nodes: Sequence[Node],
        words: _Words,
        *,
        must_begin_here: bool,
    ) -> tuple[Part, ...]:
        """The steps and rounds of a script, or of a repeat around steps.

        Args:
            nodes: what stands in it.
            words: what `{side}` stands for.
            must_begin_here: whether to note text before the first heading.
        """
        parts: list[Part] = []
        heading: Heading | None = None
        content: list[Node] = []
        lost = not must_begin_here
        for node in nodes:
            if isinstance(node, Heading) or (isinstance(node, RepeatBlock) and node.has_headings):
                if heading is not None:
                    parts.extend(self._step(heading, content, words))
                heading, content, lost = None, [], False
                if isinstance(node, Heading):
                    heading = node
                else:
                    parts.extend(self._rounds(node, words))
            elif heading is not None:
                content.append(node)
            elif not lost:
                lost = True
                self._findings.error(node.line, _without_heading(bool(parts)))
        if heading is not None:
            parts.extend(self._step(heading, content, words))
        return tuple(parts)

    def _rounds(self, block: RepeatBlock, words: _Words) -> list[Rounds]:
        first = block.nodes[0]
        starts_with_step = isinstance(first, Heading) or (
            isinstance(first, RepeatBlock) and first.has_headings
        )
        if block.is_whole and not starts_with_step:
            self._findings.error(
                block.line,
                "this repeat goes around whole steps, so a heading must follow it at once. "
                "To repeat cues within one step, write [end repeat] before the next heading.",
            )
        parts: list[Part] = []
        for filled in self._fillings(block, words):
            parts.extend(self.parts(block.nodes, filled, must_begin_here=False))
        times = Count.exactly(1) if block.times is None else block.times
        return [Rounds(line=block.line, times=times, parts=tuple(parts))] if parts else []

    def _step(self, heading: Heading, content: Sequence[Node], words: _Words) -> Iterator[Step]:
        self._tensed = None
        title = self._filled(self._worded(heading.title), words)
        title = title[:1].upper() + title[1:]
        cues = self._cues(content, words)
        if heading.title and not title:
            sentence = (
                f"with {_named(self._conditions)} this heading has no words. Give it some for all."
            )
            self._findings.error(heading.line, sentence)
        if not any(isinstance(node, Paragraph | Bracket | RepeatBlock) for node in content):
            self._findings.error(
                heading.line,
                f"the step '{title}' is empty. Add a sentence, or a cue such as [pause 10s].",
            )
        if not all(isinstance(cue, Note) for cue in cues):
            yield Step(line=heading.line, title=title, cues=cues)

    def _cues(self, nodes: Sequence[Node], words: _Words) -> tuple[Cue, ...]:
        cues: list[Cue] = []
        for node in nodes:
            cue = self._cue(node, words)
            if cue is not None:
                cues.append(cue)
        return tuple(cues)

    def _cue(self, node: Node, words: _Words) -> Cue | None:
        if isinstance(node, Bracket):
            return self._bracket(node, words)
        if isinstance(node, Paragraph):
            spoken = self._spoken(node, words)
            return Say(line=node.line, words=spoken) if spoken else None
        if isinstance(node, Remark):
            text = self._worded(" ".join(node.pieces))
            return Note(line=node.line, text=self._filled(text, words)) if text else None
        if isinstance(node, RepeatBlock):
            return self._repeat(node, words)
        return None

    def _bracket(self, bracket: Bracket, words: _Words) -> Cue | None:
        text = bracket.text
        if "{" in text:
            text = fill_names(text, words)
        try:
            cue = read_cue(text, bracket.line, self._spoken(bracket, words), self._tensed)
        except UnreadableError as error:
            self._findings.error(bracket.line, str(error))
            return None
        if isinstance(cue, Tense):
            self._tensed = cue.group
        return cue

    def _repeat(self, block: RepeatBlock, words: _Words) -> Cue | None:
        rounds = tuple(self._cues(block.nodes, filled) for filled in self._fillings(block, words))
        if not any(rounds):
            return None
        if block.times is None:
            return ForEach(line=block.line, values=block.words, rounds=rounds)
        return Repeat(line=block.line, times=block.times, cues=rounds[0])

    def _spoken(self, node: Paragraph | Bracket, words: _Words) -> tuple[str, ...]:
        found = sentences(self._worded(" ".join(node.pieces)), self._language)
        if any(len(sentence) > LONGEST_SENTENCE for sentence in found):
            self._findings.error(
                node.line,
                f"a sentence here is longer than {LONGEST_SENTENCE} letters. End it sooner.",
            )
        return tuple(self._filled(sentence, words) for sentence in found)

    def _worded(self, text: str) -> str:
        """The text as it is for these people, with single spaces between its words."""
        return worded(text, self._conditions, self._language)

    def _filled(self, text: str, words: _Words) -> str:
        return fill(text, words, self._language)

    def _fillings(self, block: RepeatBlock, words: _Words) -> tuple[_Words, ...]:
        if block.times is not None:
            return (words,)
        return tuple({**words, SIDE: word} for word in block.words)


def _without_heading(after_rounds: bool) -> str:  # noqa: FBT001 - one fact, used once
    if after_rounds:
        return (
            "after a repeat of whole steps a new step must begin. "
            "Put a heading such as '# Rest' above this line."
        )
    return (
        "everything to be said or done belongs to a step. "
        "Put a heading such as '# Start' above this line. "
        "(If this is a header line, there must be no blank line above it.)"
    )
