"""Rules for paced breathing.

The figures: slow breathing is studied at about 4.5 to 7 breaths a minute; a pace that starts from a
person's own may begin at up to 20, the upper end of breathing at rest. Holds are limited to what
4-7-8 and box breathing ask for; the hard limits are this program's own. One line such as "gently, not
deep" halves over-breathing (Szulczewski 2019, doi 10.1007/s10484-019-09438-y).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, TypeAlias

from relaxapp.script.breath_pattern import BreathPattern
from relaxapp.script.clinical.wording import everything_said, mentions, wording_of
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
SLOWEST_OWN_RATE = 8.0
SHORTEST_MOVE = 2.0
SLOWEST_AIM = 5.0
FASTEST_AIM = 8.0

_478_HOLD_PER_INHALE = 1.5
"""From so much on a hold is what a pattern is about: in 4-7-8 it is 1.75."""
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
    wording = wording_of(script)
    if not breathing or wording is None:
        return
    holding = next((cue for cue in breathing if _holds(cue)), None)
    if holding is not None and not mentions(wording.holding, script.cautions):
        sentence = (
            "this breathing has holds, and no caution says for whom they are not. Write in the "
            f"header for example 'Caution: {wording.caution_holding}'"
        )
        yield Problem(holding.line, Severity.ERROR, sentence)
    said = tuple(everything_said(script, cues))
    first = breathing[0].line
    if not mentions(wording.gentle, said):
        sentence = f"nothing says to breathe gently. Say for example '{wording.say_gently}'"
        yield Problem(first, Severity.WARNING, sentence)
    if not mentions(wording.dizzy, said):
        sentence = (
            "nothing says what to do about dizziness. Write in the header for example "
            f"'Caution: {wording.caution_dizzy}'"
        )
        yield Problem(first, Severity.WARNING, sentence)


def refusal_of_pattern(scripted: Breathe, changed: Breathe) -> str:
    """Why a person may not breathe in other lengths than a script says; empty if they may.

    What its author was warned about is theirs to choose; nobody else gets a pattern with such a
    warning, but for the long hold where 4-7-8 is breathed faster than in seconds.

    Args:
        scripted: the breathing as the script has it.
        changed: the same with other lengths.
    """
    before, after = BreathPattern.of(scripted.parts), BreathPattern.of(changed.parts)
    if before is None or after is None:
        return "this breath has more parts than can be changed."
    if (after.hold and not before.hold) or (after.rest and not before.rest):
        return "this breathing has no such hold, and nothing it says is about one."
    for now, then, what in (
        (after.inhale, before.inhale, "in"),
        (after.exhale, before.exhale, "out"),
    ):
        if now < min(SHORTEST_MOVE, then):
            return f"{now:g} s is too short to breathe {what}. {SHORTEST_MOVE:g} s is the least."
    for rule in BREATHE_RULES:
        for problem in rule(changed):
            if problem.severity is Severity.ERROR or not (
                any(rule(scripted)) or (rule is _hold and _may_hold_long(before, changed))
            ):
                return problem.sentence
    return ""


def refusal_of_aim(rate: float) -> str:
    """Why a change of pace may not end at a rate that a person wants; empty if it may."""
    if rate < SLOWEST_AIM:
        return f"slower than {SLOWEST_AIM:g} breaths a minute is hard to follow without strain."
    if rate > FASTEST_AIM:
        return f"faster than {FASTEST_AIM:g} breaths a minute is hardly slow breathing."
    return ""


def _may_hold_long(scripted: BreathPattern, changed: Breathe) -> bool:
    is_about_the_hold = scripted.hold >= _478_HOLD_PER_INHALE * scripted.inhale
    return is_about_the_hold and cycles(changed).most <= MOST_BREATHS_WITH_LONG_HOLD


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
