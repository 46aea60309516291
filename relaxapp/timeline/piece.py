"""A script as lengths that may stretch: leaves of some frames, loops of some rounds."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from relaxapp.script.cue import Ambience, Note, Sound
    from relaxapp.timeline import clip
    from relaxapp.timeline.clip import ClipSound
    from relaxapp.timeline.phase import Phase

LEVELS = 1 << 16
"""Loops grow in this many levels, from their fewest rounds at 0 to their most at `LEVELS`."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """A sentence within a leaf, `offset` frames after its start."""

    offset: int
    length: int
    words: clip.Spoken


@dataclass(frozen=True, slots=True)
class Leaf:
    """One phase to be, with a length between two ends.

    Attributes:
        low: frames at the least.
        high: frames at the most.
        phase: the phase it becomes; its start, end and step are filled in when it is laid out.
        sentences: what is said in it.
        cue: a sound at its start, on the cues bus, with its offset in frames.
        fills: a sound that lasts as long as the leaf itself.
        stops: whether the position stands at its end.
    """

    low: int
    high: int
    phase: Phase
    sentences: tuple[Spoken, ...] = ()
    cue: tuple[int, ClipSound] | None = None
    fills: ClipSound | None = None
    stops: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """Something that happens at a moment and takes no time.

    Attributes:
        what: the title of a step that begins, or a cue without a length.
    """

    what: str | Note | Sound | Ambience


@dataclass(frozen=True, slots=True)
class Loop:
    """Pieces gone through several times.

    Attributes:
        fewest: rounds at the least.
        most: rounds at the most.
        body: the pieces of one round.
        turn: 0 to 1, where between two levels it grows; loops of one script take different turns,
            so that they do not all grow at once.
        sentences: for a breathing exercise, what is said while it lasts; each sentence begins with
            a breath.
    """

    fewest: int
    most: int
    body: tuple[Piece, ...]
    turn: float = 0.5
    sentences: tuple[Spoken, ...] = field(default=())
    is_breathing: bool = False

    def rounds(self, level: int) -> int:
        """How many rounds at a level from 0 to `LEVELS`."""
        return self.fewest + int(level * (self.most - self.fewest) / LEVELS + self.turn)


Piece: TypeAlias = Leaf | Loop | Mark


def measure(pieces: tuple[Piece, ...], level: int) -> tuple[int, int]:
    """The least and the most frames the pieces take when their loops are at a level."""
    low = high = 0
    for piece in pieces:
        if isinstance(piece, Leaf):
            low += piece.low
            high += piece.high
        elif isinstance(piece, Loop):
            inner_low, inner_high = measure(piece.body, level)
            rounds = piece.rounds(level)
            low += rounds * inner_low
            high += rounds * inner_high
    return low, high


def leaves(pieces: Iterable[Piece]) -> Iterator[Leaf]:
    """Every leaf once, in order, however often it is gone through."""
    for piece in pieces:
        if isinstance(piece, Leaf):
            yield piece
        elif isinstance(piece, Loop):
            yield from leaves(piece.body)


def sentences(pieces: Iterable[Piece]) -> Iterator[Spoken]:
    """Every sentence once, in order, however often it is said."""
    for piece in pieces:
        if isinstance(piece, Leaf):
            yield from piece.sentences
        elif isinstance(piece, Loop):
            yield from piece.sentences
            yield from sentences(piece.body)


def turns() -> Iterator[float]:
    """Numbers strictly between 0 and 1, each far from those before it (van der Corput, base 2)."""
    index = 0
    while True:
        index += 1
        value, step, rest = 0.0, 0.5, index
        while rest:
            value += step * (rest & 1)
            rest >>= 1
            step /= 2
        yield value
