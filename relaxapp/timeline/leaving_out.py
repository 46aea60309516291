"""A session that leaves areas of the body out from where it is, without a change to what has been heard."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from operator import attrgetter
from typing import TYPE_CHECKING

from relaxapp.timeline.clip import Bus, frames
from relaxapp.timeline.layout import STEP_CUE
from relaxapp.timeline.phase import Caption, Phase, PhaseKind, StepSpan

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from relaxapp.script.body import Area
    from relaxapp.timeline.clip import Clip
    from relaxapp.timeline.timeline import Timeline

QUIET_FRAMES = frames(1.5)
"""The quiet between what is broken off and what comes next: a moment to let go, and time enough
for a device to play out what it holds of the old."""

_ABOUT_THE_BODY = frozenset({PhaseKind.TENSE, PhaseKind.NOTICE})
_begins = attrgetter("begins")


def leave_out(timeline: Timeline, frame: int, areas: AbstractSet[Area]) -> Timeline:
    """The timeline without what is done with some areas from a frame on.

    As a script is tailored to a person beforehand: a tension that touches one of the areas goes,
    and a dwelling on nothing else, with the words that lead up to it and the release after it; a
    step whose every tension and dwelling is about them goes as a whole. The last step always
    stays. What is going on at `frame` is broken off there if it is one of these, and followed by a
    short quiet. Nothing before `frame` changes, and the ambience goes on.

    Args:
        timeline: what is being gone through.
        frame: where it is.
        areas: what to leave out.
    """
    if frame >= timeline.length:
        return timeline
    goes = _going(timeline, frame, areas)
    return _Shorter(timeline, max(0, frame), goes).timeline() if goes else timeline


def _going(timeline: Timeline, frame: int, areas: AbstractSet[Area]) -> frozenset[int]:
    """The indices of the phases that go, the one at `frame` among them if it is broken off."""
    first = timeline.index_at(frame)
    last_step = len(timeline.steps) - 1
    going: set[int] = set()
    for step in range(timeline.phases[first].step, last_step + 1):
        inside = [index for index, each in enumerate(timeline.phases) if each.step == step]
        to_come = [index for index in inside if index >= first]
        body = [index for index in inside if timeline.phases[index].kind in _ABOUT_THE_BODY]
        dropped = [index for index in body if _is_about(timeline.phases[index], areas)]
        is_whole = dropped == body and any(index >= first for index in dropped)
        if is_whole and step != last_step:
            going.update(to_come)
        else:
            going.update(_going_in(timeline.phases, to_come, areas))
    return frozenset(going)


def _going_in(phases: tuple[Phase, ...], indices: list[int], areas: AbstractSet[Area]) -> set[int]:
    """Those of a step's phases that go, words that lead up to them and releases after them included."""
    going: set[int] = set()
    leading: list[int] = []
    drops_release = False
    for index in indices:
        phase = phases[index]
        if phase.kind is PhaseKind.SAY:
            leading.append(index)
            continue
        is_release = phase.kind is PhaseKind.RELEASE
        if _is_about(phase, areas) or (is_release and drops_release):
            going.update((*leading, index))
        drops_release = phase.kind is PhaseKind.TENSE and index in going
        leading.clear()
    return going


def _is_about(phase: Phase, areas: AbstractSet[Area]) -> bool:
    match phase.kind:
        case PhaseKind.TENSE | PhaseKind.RELEASE:
            return not phase.areas.isdisjoint(areas)
        case PhaseKind.NOTICE:
            return bool(phase.areas) and phase.areas <= areas
        case _:
            return False


@dataclass(frozen=True, slots=True)
class _Part:
    """What stays of one phase, or a quiet that is new.

    Attributes:
        phase: the phase as it was.
        begins: the first frame of the old timeline that it stands for.
        ends: the frame after its last; the same for what is new.
        now: the frame at which it begins now.
        length: how long it is.
    """

    phase: Phase
    begins: int
    ends: int
    now: int
    length: int


class _Shorter:
    """Puts together what stays of a timeline."""

    def __init__(self, timeline: Timeline, frame: int, goes: frozenset[int]) -> None:
        self._old = timeline
        self._frame = frame
        self._goes = goes
        self._here = timeline.index_at(frame)
        self._breaks_off = self._here in goes
        self._length = 0
        self._parts: list[_Part] = []
        self._place_parts()
        self._stretches = [part for part in self._parts if part.ends > part.begins]
        # Steps are numbered anew where some of them go.
        self._steps = list(dict.fromkeys(part.phase.step for part in self._parts))

    def timeline(self) -> Timeline:
        clips = [clip for each in self._old.clips if (clip := self._clip(each)) is not None]
        return replace(
            self._old,
            length=self._length,
            phases=tuple(self._phase(part) for part in self._parts),
            steps=tuple(self._step(step) for step in self._steps),
            captions=tuple(
                caption
                for each in self._old.captions
                if (caption := self._caption(each)) is not None
            ),
            clips=tuple(sorted(clips, key=lambda clip: (clip.at, clip.bus))),
            stops=tuple(
                self._moved(stop - 1) + 1 for stop in self._old.stops if self._stays(stop - 1)
            ),
        )

    def _place_parts(self) -> None:
        notes = self._notes()
        for index, (phase, note) in enumerate(zip(self._old.phases, notes, strict=True)):
            if index not in self._goes:
                self._add(replace(phase, note=note), phase.start, phase.end)
            elif index == self._here:
                if phase.start < self._frame:
                    self._add(phase, phase.start, self._frame)
                self._add_quiet(phase.step)
        last_step = len(self._old.steps) - 1
        if self._parts[-1].phase.step != last_step:
            self._add_quiet(last_step)

    def _add(self, phase: Phase, begins: int, ends: int, length: int | None = None) -> None:
        length = ends - begins if length is None else length
        self._parts.append(_Part(phase, begins, ends, self._length, length))
        self._length += length

    def _add_quiet(self, step: int) -> None:
        self._add(Phase(0, 0, PhaseKind.PAUSE, step, "Rest"), 0, 0, QUIET_FRAMES)

    def _notes(self) -> list[str]:
        """The note of every phase; one that came with a phase that goes is not shown any longer."""
        notes: list[str] = []
        comes_with_what_goes = False
        before = None
        for index, phase in enumerate(self._old.phases):
            if before is None or (before.step, before.note) != (phase.step, phase.note):
                comes_with_what_goes = index in self._goes
            notes.append("" if comes_with_what_goes else phase.note)
            before = phase
        return notes

    def _phase(self, part: _Part) -> Phase:
        return replace(
            part.phase,
            start=part.now,
            end=part.now + part.length,
            step=self._steps.index(part.phase.step),
        )

    def _step(self, step: int) -> StepSpan:
        inside = [part for part in self._parts if part.phase.step == step]
        end = inside[-1].now + inside[-1].length
        return StepSpan(self._old.steps[step].title, inside[0].now, end)

    def _caption(self, caption: Caption) -> Caption | None:
        if not self._stays(caption.start):
            return None
        if self._breaks_off and caption.start < self._frame <= caption.end:
            return replace(caption, end=self._frame)
        return Caption(self._moved(caption.start), self._moved(caption.end), caption.text)

    def _clip(self, clip: Clip) -> Clip | None:
        """A clip in its new place; None if it goes."""
        at = self._moved(clip.at)
        if clip.bus is Bus.AMBIENCE:
            # What sounds here goes on through the quiet, even if it only just begins.
            at = clip.at if clip.at <= self._frame else at
            length = self._moved(clip.end) - at
            return replace(clip, at=at, length=length) if length > 0 else None
        if not self._stays(clip.at):
            return self._step_cue(clip)
        if self._breaks_off and clip.bus is Bus.VOICE and clip.at < self._frame < clip.end:
            return replace(clip, length=self._frame - clip.at)
        return replace(clip, at=at)

    def _step_cue(self, clip: Clip) -> Clip | None:
        """The cue of a step whose first part goes, at the beginning of what stays of it."""
        step = self._old.at(clip.at).step
        starts = [part.begins for part in self._stretches if part.phase.step == step]
        if clip.sound != STEP_CUE or clip.at < self._frame or not starts:
            return None
        has_one = any(each.bus is Bus.CUES and each.at == starts[0] for each in self._old.clips)
        return None if has_one else replace(clip, at=self._moved(starts[0]))

    def _stays(self, frame: int) -> bool:
        stretch = self._stretch(frame)
        return stretch is not None and frame < stretch.ends

    def _moved(self, frame: int) -> int:
        """Where an old frame is now; one that goes is where the next one that stays begins."""
        following = bisect_right(self._stretches, frame, key=_begins)
        if following and frame < self._stretches[following - 1].ends:
            stretch = self._stretches[following - 1]
            return stretch.now + frame - stretch.begins
        if following < len(self._stretches):
            return self._stretches[following].now
        return self._length

    def _stretch(self, frame: int) -> _Part | None:
        """The last stretch that begins at a frame or before it."""
        index = bisect_right(self._stretches, frame, key=_begins) - 1
        return self._stretches[index] if index >= 0 else None
