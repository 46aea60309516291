"""What of the breath is to be seen at a position: pure functions of the timeline."""

from __future__ import annotations

from math import cos, pi
from typing import TYPE_CHECKING

from relaxapp.timeline.clip import frames, seconds
from relaxapp.timeline.phase import Phase, PhaseKind
from relaxapp.ui.painted.pace import Course, Stretch

if TYPE_CHECKING:
    from relaxapp.settings import PacerForm
    from relaxapp.timeline.timeline import Timeline

_FOUR_PARTS = (PhaseKind.INHALE, PhaseKind.HOLD, PhaseKind.EXHALE, PhaseKind.REST)


def progress_of(phase: Phase, position: int) -> float:
    """How much of a phase is over at a position, 0 to 1."""
    return min(max((position - phase.start) / max(1, phase.length), 0.0), 1.0)


def fullness_of(phase: Phase, position: int) -> float:
    """How full the lungs are at a position, 0 to 1: a sine, slow at both ends; 0 without a breath."""
    breath = phase.breath
    if breath is None:
        return 0.0
    eased = (1 - cos(pi * progress_of(phase, position))) / 2
    return breath.fullness_at_start + (breath.fullness_at_end - breath.fullness_at_start) * eased


def course_of(timeline: Timeline) -> Course:
    """The breath of the whole session, as the pacer that shows it ahead takes it."""
    return tuple(
        Stretch(
            seconds(phase.start),
            seconds(phase.end),
            phase.breath.fullness_at_start,
            phase.breath.fullness_at_end,
        )
        for phase in timeline.phases
        if phase.breath is not None
    )


def is_near_breath(timeline: Timeline, index: int, position: int, within: float) -> bool:
    """Whether there is a breath less than so many seconds before or after a position."""
    reach = frames(within)
    phases = timeline.phases
    after = index
    while after < len(phases) and phases[after].start < position + reach:
        if phases[after].breath is not None:
            return True
        after += 1
    before = index - 1
    while before >= 0 and phases[before].end > position - reach:
        if phases[before].breath is not None:
            return True
        before -= 1
    return False


def form_at(timeline: Timeline, index: int, wish: PacerForm) -> PacerForm:
    """The form of the pacer in a phase: the one wished for; a square for a breath of four parts only.

    A breath of other parts has no square; it is shown as a wave. Phases without a breath look to the
    next one, else to the one before.
    """
    if wish != "square":
        return wish
    phases = timeline.phases
    for each in (*range(index, len(phases)), *reversed(range(index))):
        if phases[each].breath is not None:
            return "square" if _cycle_kinds(timeline, each) == _FOUR_PARTS else "wave"
    return wish


def side_at(timeline: Timeline, index: int) -> int | None:
    """Which of four parts of a breath a phase is, from 0; None where the breath has no four."""
    phase = timeline.phases[index]
    if phase.breath is None or _cycle_kinds(timeline, index) != _FOUR_PARTS:
        return None
    return _FOUR_PARTS.index(phase.kind)


def breaths_left(timeline: Timeline, index: int) -> int | None:
    """How many breaths are left in this step, the present one included; None without a breath."""
    phases = timeline.phases
    if phases[index].breath is None:
        return None
    left = 1
    for before, now in zip(phases[index:], phases[index + 1 :], strict=False):
        if now.breath is None or now.step != phases[index].step:
            break
        assert before.breath is not None
        left += _is_another(before, now)
    return left


def _is_another(before: Phase, now: Phase) -> bool:
    """Whether a new breath begins with the second of two phases of breathing."""
    assert before.breath is not None
    assert now.breath is not None
    return before.breath.cycle != now.breath.cycle or (
        now.kind is PhaseKind.INHALE and before.kind in {PhaseKind.EXHALE, PhaseKind.REST}
    )


def _cycle_kinds(timeline: Timeline, index: int) -> tuple[PhaseKind, ...]:
    """The kinds of the phases of one breath, in order."""
    phases = timeline.phases
    first = index
    while first and phases[first - 1].breath is not None:
        if _is_another(phases[first - 1], phases[first]):
            break
        first -= 1
    kinds = [phases[first].kind]
    for before, now in zip(phases[first:], phases[first + 1 :], strict=False):
        if now.breath is None or _is_another(before, now):
            break
        kinds.append(now.kind)
    return tuple(kinds)
