"""What a screen reader is told while a session runs, without the focus being moved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from relaxapp.session.session import PhaseBegan, State, StepBegan
from relaxapp.ui.formats import number
from relaxapp.ui.pages.phase_words import announcement

if TYPE_CHECKING:
    from collections.abc import Iterator

    from relaxapp.session.conductor import Glance
    from relaxapp.timeline.timeline import Timeline

_SPOKEN_CYCLES = 2
"""The parts of the first breaths only are said; then the breath is known."""


def announcements(
    before: Glance | None, now: Glance, timeline: Timeline, *, is_spoken: bool = True
) -> Iterator[str]:
    """What there is to say after a look at a session.

    Args:
        before: what the look before it saw; None for the first one.
        now: what it saw.
        timeline: what is being gone through.
        is_spoken: whether a voice says the sentences; where none does, they are said here.
    """
    yield from _standing(before, now)
    for happening in now.happenings:
        if isinstance(happening, StepBegan):
            yield (
                _tr("Step {number} of {count}: {title}")
                .replace("{number}", number(happening.step + 1))
                .replace("{count}", number(len(timeline.steps)))
                .replace("{title}", timeline.steps[happening.step].title)
            )
        elif isinstance(happening, PhaseBegan):
            breath = happening.phase.breath
            if breath is None or breath.cycle <= _SPOKEN_CYCLES:
                yield announcement(happening.phase)
    if not is_spoken:
        yield from _sentence(before, now)
    if now.is_waiting and not (before and before.is_waiting):
        yield _tr("Press Space to go on.")
    if now.remark and now.remark != (before.remark if before else None):
        yield now.remark
    if now.state is State.FINISHED:
        yield _tr("The session is over.")


def _standing(before: Glance | None, now: Glance) -> Iterator[str]:
    """That it is paused, or goes on again."""
    was = before.state if before else now.state
    if was is State.RUNNING and now.state is State.PAUSED:
        yield _tr("Paused. Space goes on.")
    elif was is State.PAUSED and now.state is State.RUNNING:
        yield _tr("Going on.")


def _sentence(before: Glance | None, now: Glance) -> Iterator[str]:
    """The sentence that is shown, if it is another one than before."""
    if now.caption and now.caption != (before.caption if before else ""):
        yield now.caption


def _tr(text: str) -> str:
    return QCoreApplication.translate("Announcements", text)
