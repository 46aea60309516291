"""Pieces laid out one after the other: the timeline for one level of the loops and one share of the slack."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from relaxapp.script.cue import Ambience, Note, Sound
from relaxapp.timeline.breath_words import breaths_for
from relaxapp.timeline.clip import Ambient, Bus, Clip, ClipSound, CueSound, Swell
from relaxapp.timeline.outline import SENTENCE_GAP_FRAMES
from relaxapp.timeline.phase import Caption, Phase, StepSpan
from relaxapp.timeline.piece import Leaf, Loop, Mark, Piece, leaves
from relaxapp.timeline.timeline import Timeline

if TYPE_CHECKING:
    from collections.abc import Sequence

    from relaxapp.timeline import piece as pieces

SILENCE = "none"
"""The ambience that is none."""
STEP_CUE = CueSound("step")
"""Very soft: a step begins. The first one has the bell of the opening."""
CUE_FRAMES = 6 * 48_000
"""The longest a cue sound may ring on."""


class Layout:
    """Lays pieces out while it walks through them.

    The slack (what all leaves together could grow by) is shared out in proportion, in whole frames:
    after leaves with a slack of `seen` out of `slack`, exactly `extra * seen // slack` frames are
    spent. So the whole comes out to the frame, and no leaf leaves its two ends.
    """

    def __init__(
        self,
        *,
        level: int,
        slack: int,
        extra: int,
        voiced: bool,
        ambience: str,
        rings_steps: bool,
    ) -> None:
        self._level = level
        self._slack = slack
        self._extra = extra
        self._voiced = voiced
        self._seen = 0
        self._at = 0
        self._note = ""
        self._ambience = (ambience, 0)
        self._rings_steps = rings_steps
        self._begins_step = False
        self._phases: list[Phase] = []
        self._steps: list[tuple[str, int]] = []
        self._captions: list[Caption] = []
        self._clips: list[Clip] = []
        self._stops: list[int] = []

    def timeline(self, title: str, outline: Sequence[Piece]) -> Timeline:
        """The laid out session."""
        self._walk(outline)
        self._change_ambience(SILENCE)
        starts = [start for _, start in self._steps] + [self._at]
        return Timeline(
            title=title,
            length=self._at,
            phases=tuple(self._phases),
            steps=tuple(
                StepSpan(name, start, end)
                for (name, start), end in zip(self._steps, starts[1:], strict=True)
                if end > start
            ),
            captions=tuple(self._captions),
            clips=tuple(
                sorted(
                    (clip for clip in self._clips if clip.at < self._at),
                    key=lambda clip: (clip.at, clip.bus),
                )
            ),
            stops=tuple(self._stops),
        )

    def _walk(self, outline: Sequence[Piece]) -> None:
        for piece in outline:
            if isinstance(piece, Leaf):
                self._leaf(piece, piece.phase)
            elif isinstance(piece, Mark):
                self._mark(piece)
            elif piece.is_breathing:
                self._breathing(piece)
            else:
                for _ in range(piece.rounds(self._level)):
                    self._walk(piece.body)

    def _mark(self, mark: Mark) -> None:
        match mark.what:
            case Note(text=text):
                self._note = text
            case Sound(name=name):
                self._clip(self._at, CUE_FRAMES, Bus.CUES, CueSound(name))
                self._begins_step = False
            case Ambience(name=name):
                self._change_ambience(name)
            case str(title):
                self._note = ""
                if self._steps and self._steps[-1][1] == self._at:
                    self._steps.pop()  # a step without a length is none
                self._begins_step = self._rings_steps and bool(self._steps)
                self._steps.append((title, self._at))

    def _change_ambience(self, name: str) -> None:
        before, since = self._ambience
        if before != SILENCE and self._at > since:
            self._clip(since, self._at - since, Bus.AMBIENCE, Ambient(before))
        self._ambience = (name, self._at)

    def _breathing(self, loop: Loop) -> None:
        cycles = loop.rounds(self._level)
        length = sum(leaf.low for leaf in leaves(loop.body))
        starts = [self._at + cycle * length for cycle in range(cycles)]
        spans = [each.length + SENTENCE_GAP_FRAMES for each in loop.sentences]
        breaths = breaths_for(starts, self._at + cycles * length, spans)
        said = dict(zip(breaths, loop.sentences, strict=False))
        for cycle in range(1, cycles + 1):
            if (spoken := said.get(cycle - 1)) is not None:
                self._say(self._at, spoken)
            for leaf in loop.body:
                assert isinstance(leaf, Leaf)
                assert leaf.phase.breath is not None
                breath = replace(leaf.phase.breath, cycle=cycle, cycles=cycles)
                self._leaf(leaf, replace(leaf.phase, breath=breath))

    def _leaf(self, leaf: Leaf, phase: Phase) -> None:
        before = self._extra * self._seen // self._slack if self._slack else 0
        self._seen += leaf.high - leaf.low
        after = self._extra * self._seen // self._slack if self._slack else 0
        length = leaf.low + after - before
        if length == 0:
            return
        start, self._at = self._at, self._at + length
        self._phases.append(
            replace(phase, start=start, end=self._at, step=len(self._steps) - 1, note=self._note)
        )
        if leaf.cue is not None:
            offset, sound = leaf.cue
            self._clip(start + offset, CUE_FRAMES, Bus.CUES, sound)
        elif self._begins_step:
            # Where a step begins with a cue of its own, that one is enough.
            self._clip(start, CUE_FRAMES, Bus.CUES, STEP_CUE)
        self._begins_step = False
        if leaf.fills is not None:
            bus = Bus.BREATH if isinstance(leaf.fills, Swell) else Bus.VOICE
            self._clip(start, length, bus, leaf.fills)
        for spoken in leaf.sentences:
            self._say(start + spoken.offset, spoken)
        self._hold_caption(self._at)
        if leaf.stops:
            self._stops.append(self._at)

    def _say(self, at: int, spoken: pieces.Spoken) -> None:
        self._hold_caption(at)
        end = at + max(1, spoken.length)
        self._captions.append(Caption(at, end, spoken.words.text))
        if self._voiced and spoken.length:
            self._clip(at, spoken.length, Bus.VOICE, spoken.words)

    def _hold_caption(self, until: int) -> None:
        """Keep the last caption of this step in view until a frame."""
        if self._captions and self._captions[-1].start >= self._steps[-1][1]:
            self._captions[-1] = replace(self._captions[-1], end=until)

    def _clip(self, at: int, length: int, bus: Bus, sound: ClipSound) -> None:
        self._clips.append(Clip(at, length, bus, sound))
