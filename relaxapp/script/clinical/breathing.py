"""Rules for paced breathing.

The figures: slow breathing is studied at about 4.5 to 7 breaths a minute; a pace that starts from a
person's own may begin at up to 20, the upper end of breathing at rest. Holds are limited to what
4-7-8 and box breathing ask for; the hard limits are this program's own. One line such as "gently, not
deep" halves over-breathing (Szulczewski 2019, doi 10.1007/s10484-019-09438-y).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, TypeAlias

from relaxapp.script.clinical.wording import everything_said, is_english, mentions
from relaxapp.script.cue import Breathe, BreatheRamp, BreathMove, Cue
from relaxapp.script.estimate import cycles, ramp_step
from relaxapp.script.problem import Problem, Severity

if TYPE_CHECKING:
    from relaxapp.script.script import Script

SLOWEST_RATE = 3.0
FASTEST_RATE = 15.0
FASTEST_OWN_RATE = 20.0
LONGEST_HOLD = 7.0
LONG_HOLD = 4.0
MOST_BREATHS_WITH_LONG_HOLD = 8
LONGEST_EMPTY_HOLD = 4.0
LONGEST_EXHALE = 10.0
STEEPEST_RAMP = 0.05

_HOLDING = re.compile(r"\bhold", re.IGNORECASE)
_GENTLE = re.compile(r"\bgentl[ey]|\bnot (?:too )?deep|\bcomfortabl[ey]|\bsoftly", re.IGNORECASE)
_DIZZY = re.compile(r"\bdizz|\blight-?headed", re.IGNORECASE)

_Found: TypeAlias = Iterator[Problem]


def check_breathing(cue: Breathe | BreatheRamp) -> _Found:
    """Everything wrong with one breathing cue."""
    if isinstance(cue, BreatheRamp):
        for ramp_rule in RAMP_RULES:
            yield from ramp_rule(cue)
    else:
        for rule in BREATHE_RULES:
            yield from rule(cue)


def check_breathing_words(script: Script, cues: Sequence[Cue]) -> _Found:
    """What ought to be said where breathing is paced."""
    breathing = [cue for cue in cues if isinstance(cue, Breathe | BreatheRamp)]
    if not breathing or not is_english(script):
        return
    holding = next((cue for cue in breathing if _holds(cue)), None)
    if holding is not None and not mentions(_HOLDING, script.cautions):
        sentence = (
            "this breathing has holds, and no caution says for whom they are not. Write in the "
            "header for example 'Caution: Leave out holding the breath in pregnancy and with heart, "
            "lung or eye pressure trouble or epilepsy.'"
        )
        yield Problem(holding.line, Severity.ERROR, sentence)
    said = tuple(everything_said(script, cues))
    first = breathing[0].line
    if not mentions(_GENTLE, said):
        sentence = "nothing says to breathe gently. Say for example 'Gently, not deep.'"
        yield Problem(first, Severity.WARNING, sentence)
    if not mentions(_DIZZY, said):
        sentence = (
            "nothing says what to do about dizziness. Write in the header for example "
            "'Caution: If you feel dizzy, stop and breathe as you usually do.'"
        )
        yield Problem(first, Severity.WARNING, sentence)


def _holds(cue: Breathe | BreatheRamp) -> bool:
    return isinstance(cue, Breathe) and any(part.move is BreathMove.HOLD for part in cue.parts)


def _rate(cue: Breathe) -> _Found:
    rate = 60 / cue.cycle_seconds
    if rate < SLOWEST_RATE:
        sentence = (
            f"a breath of {cue.cycle_seconds:g} s is too slow. "
            "20 s, 3 breaths a minute, is the slowest there may be."
        )
        yield Problem(cue.line, Severity.ERROR, sentence)
    elif rate > FASTEST_RATE:
        sentence = (
            f"a breath of {cue.cycle_seconds:g} s is too fast. "
            "4 s, 15 breaths a minute, is the fastest there may be."
        )
        yield Problem(cue.line, Severity.ERROR, sentence)


def _hold(cue: Breathe) -> _Found:
    before = BreathMove.IN
    for part in cue.parts:
        if part.move is BreathMove.HOLD:
            yield from _hold_after(before, part.seconds, cue)
        before = part.move


def _hold_after(move: BreathMove, seconds: float, cue: Breathe) -> _Found:
    if move is BreathMove.OUT and seconds > LONGEST_EMPTY_HOLD:
        sentence = f"{seconds:g} s is too long to hold with empty lungs. 4 s is the most."
        yield Problem(cue.line, Severity.ERROR, sentence)
    elif seconds > LONGEST_HOLD:
        sentence = f"{seconds:g} s is too long to hold the breath. 4 s do, 7 s is the most."
        yield Problem(cue.line, Severity.ERROR, sentence)
    elif seconds > LONG_HOLD:
        sentence = f"{seconds:g} s is long to hold the breath. Up to 4 s suit most people."
        yield Problem(cue.line, Severity.WARNING, sentence)
        if cycles(cue).most > MOST_BREATHS_WITH_LONG_HOLD:
            sentence = (
                "with a hold this long, 4 breaths are enough and "
                f"{MOST_BREATHS_WITH_LONG_HOLD} the most."
            )
            yield Problem(cue.line, Severity.WARNING, sentence)


def _exhale(cue: Breathe) -> _Found:
    inhale = sum(part.seconds for part in cue.parts if part.move is BreathMove.IN)
    exhale = sum(part.seconds for part in cue.parts if part.move is BreathMove.OUT)
    if exhale > LONGEST_EXHALE:
        sentence = f"{exhale:g} s is too long to breathe out. 10 s is the most."
        yield Problem(cue.line, Severity.ERROR, sentence)
    if exhale < inhale:
        sentence = "breathing out is shorter than breathing in; as long or longer is calming."
        yield Problem(cue.line, Severity.WARNING, sentence)


def _ramp_rates(cue: BreatheRamp) -> _Found:
    fastest, slowest = max(cue.start_rate, cue.end_rate), min(cue.start_rate, cue.end_rate)
    if slowest < SLOWEST_RATE:
        sentence = f"{slowest:g} breaths a minute is too slow. 3 is the slowest there may be."
        yield Problem(cue.line, Severity.ERROR, sentence)
    if fastest > FASTEST_OWN_RATE or cue.end_rate > FASTEST_RATE:
        sentence = (
            f"{fastest:g} breaths a minute is too fast. A change of pace begins with 20 at the most "
            "and ends with 15 at the most."
        )
        yield Problem(cue.line, Severity.ERROR, sentence)


def _ramp_steepness(cue: BreatheRamp) -> _Found:
    step = ramp_step(cue)
    change = max(step, 1 / step) - 1
    if change > STEEPEST_RAMP:
        sentence = (
            f"each breath differs from the one before by {change:.0%}, more than is easy to follow. "
            "Take more breaths."
        )
        yield Problem(cue.line, Severity.WARNING, sentence)


BREATHE_RULES: tuple[Callable[[Breathe], _Found], ...] = (_rate, _hold, _exhale)
RAMP_RULES: tuple[Callable[[BreatheRamp], _Found], ...] = (_ramp_rates, _ramp_steepness)
