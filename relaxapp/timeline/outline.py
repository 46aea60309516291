"""A script turned into pieces: every cue with the frames it needs at the least and may take at the most."""

from __future__ import annotations

from dataclasses import replace
from itertools import accumulate
from typing import TYPE_CHECKING

from relaxapp.script.cue import (
    Ambience,
    Breathe,
    BreatheRamp,
    BreathMove,
    BreathPart,
    Cue,
    ForEach,
    Imagine,
    Note,
    Notice,
    Pause,
    Play,
    Release,
    Repeat,
    Say,
    Sound,
    Tense,
    Wait,
)
from relaxapp.script.estimate import cycles, ramp_step
from relaxapp.script.group_names import group_name
from relaxapp.script.language import code_of
from relaxapp.script.pace import (
    AFTER_CUE_SECONDS,
    AFTER_PARAGRAPH_SECONDS,
    AFTER_SENTENCE_SECONDS,
    CLOSING_SECONDS,
    OPENING_SECONDS,
)
from relaxapp.script.script import Ending, Part, Script, Step
from relaxapp.timeline import clip
from relaxapp.timeline.breath_words import breaths_for
from relaxapp.timeline.clip import CueSound, Recorded, Swell, frames
from relaxapp.timeline.phase import Breath, Phase, PhaseKind
from relaxapp.timeline.piece import Leaf, Loop, Mark, Piece, Spoken, turns

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from relaxapp.script.body import Group
    from relaxapp.timeline.lengths import Lengths

SENTENCE_GAP_FRAMES = frames(AFTER_SENTENCE_SECONDS)
PARAGRAPH_GAP_FRAMES = frames(AFTER_PARAGRAPH_SECONDS)
WORDS_AFTER_CUE_FRAMES = frames(AFTER_CUE_SECONDS)
OPENING_FRAMES = frames(OPENING_SECONDS)
CLOSING_FRAMES = frames(CLOSING_SECONDS)
OPENING_BELL_FRAMES = frames(1.0)
"""Where in the opening the bell sounds."""
WAIT_FRAMES = frames(3)
"""The least time before a wait stands still, so that it is seen and heard as its own part."""
RAMP_INHALE_SHARE = 0.4
"""Share of a ramp's cycle that is breathing in: two parts to three, the safe default ratio."""

_SWELLS = {
    PhaseKind.INHALE: Swell(BreathMove.IN),
    PhaseKind.EXHALE: Swell(BreathMove.OUT),
    PhaseKind.HOLD: Swell(BreathMove.HOLD),
    PhaseKind.REST: Swell(BreathMove.HOLD),
}
_BREATH_LABELS = {
    PhaseKind.INHALE: "Breathe in",
    PhaseKind.HOLD: "Hold",
    PhaseKind.EXHALE: "Breathe out",
    PhaseKind.REST: "Rest",
}


def outline(script: Script, lengths: Lengths) -> tuple[Piece, ...]:
    """The pieces of a script, from its opening to its close."""
    return _Outline(lengths, code_of(script.language)).script(script)


class _Outline:
    """Walks through one script."""

    def __init__(self, lengths: Lengths, language: str) -> None:
        self._lengths = lengths
        self._language = language
        self._turns = turns()
        self._calm = 0

    def script(self, script: Script) -> tuple[Piece, ...]:
        opening = Leaf(
            OPENING_FRAMES,
            OPENING_FRAMES,
            _phase(PhaseKind.PAUSE, "Arrive"),
            cue=(OPENING_BELL_FRAMES, CueSound("bell")),
        )
        first, *rest = self._parts(script.parts)
        pieces = [first, opening, *rest]
        if script.ending is Ending.RETURN:
            pieces.append(
                Leaf(
                    CLOSING_FRAMES,
                    CLOSING_FRAMES,
                    _phase(PhaseKind.PAUSE, "Close"),
                    cue=(0, CueSound("close")),
                )
            )
        return tuple(pieces)

    def _parts(self, parts: Sequence[Part]) -> Iterator[Piece]:
        for part in parts:
            if isinstance(part, Step):
                self._calm = part.calm
                yield Mark(part.title)
                yield from self._cues(part.cues)
            elif part.times.most == 1:
                yield from self._parts(part.parts)
            else:
                turn = next(self._turns)
                yield Loop(part.times.fewest, part.times.most, tuple(self._parts(part.parts)), turn)

    def _cues(self, cues: Sequence[Cue]) -> Iterator[Piece]:  # noqa: C901 - one case a kind of cue
        for cue in cues:
            match cue:
                case Say():
                    yield from self._say(self._calmly(cue.words))
                case Note() | Sound() | Ambience():
                    yield Mark(cue)
                case Repeat():
                    turn = next(self._turns)
                    yield Loop(cue.times.fewest, cue.times.most, tuple(self._cues(cue.cues)), turn)
                case ForEach():
                    for round_ in cue.rounds:
                        yield from self._cues(round_)
                case Breathe():
                    yield from self._breathe(cue)
                case BreatheRamp():
                    yield from self._ramp(cue)
                case Tense():
                    yield from self._tense(cue)
                case Play():
                    yield self._play(cue)
                case Wait():
                    yield self._wait(cue)
                case _:
                    yield self._timed(cue)

    def _calmly(self, words: Sequence[str]) -> list[clip.Spoken]:
        """Sentences, each as calm as the step being walked through."""
        return [clip.Spoken(text, self._calm, self._language) for text in words]

    def _say(self, sentences: Sequence[clip.Spoken]) -> Iterator[Leaf]:
        for index, words in enumerate(sentences):
            is_last = index == len(sentences) - 1
            gap = PARAGRAPH_GAP_FRAMES if is_last else SENTENCE_GAP_FRAMES
            spoken = Spoken(0, self._lengths.sentence(words), words)
            length = spoken.length + gap
            phase = _phase(PhaseKind.SAY, "Listen", text=words.text)
            yield Leaf(length, length, phase, (spoken,))

    def _tense(self, cue: Tense) -> Iterator[Leaf]:
        """A tension is never longer than it says: first words that do not fit are said before it.

        While muscles are tense the voice is as firm as at the beginning, however late it is.
        """
        length = frames(cue.seconds)
        firm = [clip.Spoken(text, language=self._language) for text in cue.words]
        during = list(firm)
        while during and _words_end(self._placed(during)) > length:
            during.pop(0)
        yield from self._say(firm[: len(firm) - len(during)])
        phase = self._about(_phase(PhaseKind.TENSE, "Tense", text=" ".join(cue.words)), cue.group)
        yield Leaf(length, length, phase, self._placed(during), (0, CueSound("tense")))

    def _play(self, cue: Play) -> Leaf:
        length = max(1, self._lengths.recording(cue.file))
        phase = _phase(PhaseKind.PLAY, "Listen", text=" ".join(cue.words))
        return Leaf(
            length,
            length,
            phase,
            _spread(self._calmly(cue.words), length),
            fills=Recorded(cue.file),
        )

    def _wait(self, cue: Wait) -> Leaf:
        sentences = self._placed(self._calmly(cue.words))
        length = max(WAIT_FRAMES, _words_end(sentences))
        phase = _phase(PhaseKind.WAIT, "Go on when you are ready", text=" ".join(cue.words))
        return Leaf(length, length, phase, sentences, stops=True)

    def _timed(self, cue: Pause | Release | Notice | Imagine) -> Leaf:
        sentences = self._placed(self._calmly(cue.words))
        low = max(frames(cue.seconds.shortest), _words_end(sentences))
        high = max(low, frames(cue.seconds.longest))
        text = " ".join(cue.words)
        sound = None
        match cue:
            case Pause():
                phase = _phase(PhaseKind.PAUSE, "Rest", text=text)
            case Release():
                phase = self._about(_phase(PhaseKind.RELEASE, "Let go", text=text), cue.group)
                sound = (0, CueSound("release"))
            case Notice():
                phase = self._about(_phase(PhaseKind.NOTICE, "Notice", text=text), cue.group)
            case Imagine():
                phase = _phase(PhaseKind.IMAGINE, "Imagine", text=text, scene=cue.scene)
        return Leaf(low, high, phase, sentences, sound)

    def _about(self, phase: Phase, group: Group | None) -> Phase:
        """A phase that is about a group, which goes by its name in the language of the script."""
        if group is None:
            return phase
        return replace(phase, group=group_name(group, self._language), areas=group.areas())

    def _placed(self, sentences: Sequence[clip.Spoken]) -> tuple[Spoken, ...]:
        """Sentences one after the other, beginning a little after the cue they belong to."""
        offset = WORDS_AFTER_CUE_FRAMES
        placed = []
        for words in sentences:
            spoken = Spoken(offset, self._lengths.sentence(words), words)
            placed.append(spoken)
            offset += spoken.length + SENTENCE_GAP_FRAMES
        return tuple(placed)

    def _breathe(self, cue: Breathe) -> Iterator[Piece]:
        body = tuple(_breath_leaf(kind, part, filled) for kind, part, filled in _cycle(cue.parts))
        cycle = sum(leaf.low for leaf in body)
        wanted = cycles(cue)
        sentences = self._placed(self._calmly(cue.words))
        fewest = max(wanted.fewest, _cycles_needed(sentences, cycle))
        most = max(wanted.most, fewest)
        yield Loop(fewest, most, body, next(self._turns), sentences, is_breathing=True)

    def _ramp(self, cue: BreatheRamp) -> Iterator[Leaf]:
        sentences = self._placed(self._calmly(cue.words))
        slower = ramp_step(cue)
        seconds = [60 / cue.start_rate * slower**index for index in range(cue.breaths)]
        starts = list(accumulate((frames(each) for each in seconds), initial=0))
        end = starts.pop()
        spans = [each.length + SENTENCE_GAP_FRAMES for each in sentences]
        breaths = breaths_for(starts, end, spans)
        said = dict(zip(breaths, sentences, strict=False))
        for index, each in enumerate(seconds):
            inhale = frames(each * RAMP_INHALE_SHARE)
            exhale = frames(each) - inhale
            spoken = (replace(said[index], offset=0),) if index in said else ()
            breath = (index + 1, cue.breaths)
            yield _ramp_leaf(PhaseKind.INHALE, inhale, Breath(*breath, 0, 1), spoken)
            yield _ramp_leaf(PhaseKind.EXHALE, exhale, Breath(*breath, 1, 0), ())
        # Words never get lost: what did not fit into the ramp is said after it.
        yield from self._say([sentence.words for sentence in sentences[len(breaths) :]])


def _phase(kind: PhaseKind, label: str, *, text: str = "", scene: str = "") -> Phase:
    """A phase without its place in time."""
    return Phase(
        start=0,
        end=0,
        kind=kind,
        step=0,
        label=label,
        text=text,
        scene=scene,
        stretchable=kind in _STRETCHABLE,
    )


_STRETCHABLE = frozenset({PhaseKind.PAUSE, PhaseKind.RELEASE, PhaseKind.NOTICE, PhaseKind.IMAGINE})


def _cycle(parts: Sequence[BreathPart]) -> Iterator[tuple[PhaseKind, BreathPart, Breath]]:
    """Each part with its kind and how full the lungs are, for the one cycle of a pattern."""
    totals = {move: sum(part.seconds for part in parts if part.move is move) for move in BreathMove}
    full = 0.0
    for part in parts:
        before = full
        match part.move:
            case BreathMove.IN:
                kind = PhaseKind.INHALE
                full = min(1.0, full + part.seconds / totals[BreathMove.IN])
            case BreathMove.OUT:
                kind = PhaseKind.EXHALE
                full = max(0.0, full - part.seconds / totals[BreathMove.OUT])
            case BreathMove.HOLD:
                kind = PhaseKind.HOLD if full > 0 else PhaseKind.REST
        yield kind, part, Breath(1, 1, before, full)


def _breath_leaf(kind: PhaseKind, part: BreathPart, breath: Breath) -> Leaf:
    return _ramp_leaf(kind, frames(part.seconds), breath, ())


def _ramp_leaf(kind: PhaseKind, length: int, breath: Breath, sentences: tuple[Spoken, ...]) -> Leaf:
    phase = Phase(start=0, end=0, kind=kind, step=0, label=_BREATH_LABELS[kind], breath=breath)
    return Leaf(length, length, phase, sentences, fills=_SWELLS[kind])


def _words_end(sentences: Sequence[Spoken]) -> int:
    """How long a cue has to be for its words and a short quiet after them."""
    return sentences[-1].offset + sentences[-1].length + SENTENCE_GAP_FRAMES if sentences else 0


def _cycles_needed(sentences: Sequence[Spoken], cycle: int) -> int:
    """How many breaths sentences take when each begins with a breath."""
    return sum(-(-(each.length + SENTENCE_GAP_FRAMES) // cycle) for each in sentences)


def _spread(sentences: Sequence[clip.Spoken], length: int) -> tuple[Spoken, ...]:
    """Captions over a recording, each for its share of the words; a length of 0 is not spoken."""
    total = sum(len(words.text.split()) for words in sentences)
    shown = []
    before = 0
    for words in sentences:
        shown.append(Spoken(length * before // max(1, total), 0, words))
        before += len(words.text.split())
    return tuple(shown)
