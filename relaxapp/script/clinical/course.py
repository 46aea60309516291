"""Rules for a script as a whole: how it begins, goes on and ends, and what it says about itself.

The figures are this program's own, after common practice: a first word soon, no long silence without
a sign, a return of half a minute after more than eight minutes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from relaxapp.script.clinical.wording import wording_of, words_of
from relaxapp.script.cue import (
    Breathe,
    BreatheRamp,
    Cue,
    Imagine,
    Notice,
    Pause,
    Play,
    Release,
    Sound,
    Tense,
    Wait,
)
from relaxapp.script.duration import LONGEST_SECONDS
from relaxapp.script.estimate import (
    cue_length,
    parts_length,
    spoken_seconds,
    step_length,
    word_count,
)
from relaxapp.script.language import language_of
from relaxapp.script.order import written_out
from relaxapp.script.problem import Problem, Severity
from relaxapp.script.script import Ending, Script

if TYPE_CHECKING:
    from relaxapp.script.span import Span

LATEST_FIRST_WORD = 5.0
LONGEST_SILENCE = 120.0
SHORTEST_RETURN = 5.0
SHORTEST_RETURN_OF_LONG_SCRIPT = 30.0
LONG_SCRIPT_MINUTES = 8.0
MOST_WORDS_PER_MINUTE = 110.0
MINUTES_TOLERANCE = 0.1

_Found: TypeAlias = Iterator[Problem]


@dataclass(frozen=True, slots=True)
class _Course:
    """A script with all its cues, repeats written out, and how long it can last."""

    script: Script
    cues: Sequence[Cue]
    length: Span


def check_course(script: Script, cues: Sequence[Cue]) -> _Found:
    """Everything wrong with a script as a whole.

    Args:
        script: the script.
        cues: all its cues, repeats written out.
    """
    course = _Course(script, cues, parts_length(script.parts, script.language))
    for rule in COURSE_RULES:
        yield from rule(course)


def _too_long(course: _Course) -> _Found:
    longest = course.length.longest
    if longest > LONGEST_SECONDS:
        sentence = (
            f"the script can last about {longest / 3600:.1f} hours, and 4 hours is the most there "
            "may be."
        )
        yield Problem(course.script.steps[0].line, Severity.ERROR, sentence)


def _minutes_out_of_reach(course: _Course) -> _Found:
    if any(isinstance(cue, Play | Wait) for cue in course.cues):
        return  # how long these last is not known here
    reach = course.length
    seconds = course.script.minutes * 60
    if (
        reach.shortest * (1 - MINUTES_TOLERANCE)
        <= seconds
        <= reach.longest * (1 + MINUTES_TOLERANCE)
    ):
        return
    shortest, longest = _minutes(reach.shortest), _minutes(reach.longest)
    lengths = f"about {shortest} minutes"
    if shortest != longest:
        lengths = f"from about {shortest} to {longest} minutes"
    sentence = (
        f"the script says {_in_minutes(course)} and lasts {lengths}. "
        "Change 'Minutes', or the times that may stretch."
    )
    yield Problem(1, Severity.WARNING, sentence)


def _minutes(seconds: float) -> str:
    minutes = seconds / 60
    return f"{minutes:.0f}" if minutes >= 10 else f"{round(minutes, 1):g}"  # noqa: PLR2004 - digits


def _in_minutes(course: _Course) -> str:
    minutes = course.script.minutes
    return "1 minute" if minutes == 1 else f"{minutes:g} minutes"


def _too_many_words(course: _Course) -> _Found:
    count = sum(word_count(words_of(cue)) for cue in course.cues)
    pace = language_of(course.script.language).pace
    if count > MOST_WORDS_PER_MINUTE * pace * course.script.minutes:
        sentence = (
            f"{count} words in {_in_minutes(course)} leave hardly any quiet. "
            "Leave words out, or give it more minutes."
        )
        yield Problem(course.script.steps[0].line, Severity.WARNING, sentence)


def _first_word_late(course: _Course) -> _Found:
    waited = 0.0
    for cue in course.cues:
        if words_of(cue) or isinstance(cue, Play):
            if waited > LATEST_FIRST_WORD:
                sentence = (
                    f"the first words come after up to {waited:.0f} s. "
                    "Say something at the beginning, so that nobody wonders whether it has begun."
                )
                yield Problem(cue.line, Severity.WARNING, sentence)
            return
        waited += cue_length(cue, language=course.script.language).longest
    yield Problem(
        course.script.steps[0].line,
        Severity.WARNING,
        "nothing is said in the whole script: with closed eyes there is nothing to follow.",
    )


def _long_silence(course: _Course) -> _Found:
    silence = 0.0
    language, wording = course.script.language, wording_of(course.script)
    if wording is None:
        return  # whether a step is called quiet is not known
    in_order = ((step, cue) for step in course.script.steps for cue in written_out(step.cues))
    for step, cue in in_order:
        if isinstance(cue, Sound | Breathe | BreatheRamp | Tense | Play | Wait):
            silence = 0.0
        elif isinstance(cue, Pause | Release | Notice | Imagine):
            if cue.words or isinstance(cue, Release):
                silence = 0.0
            before = silence
            silence += cue.seconds.longest - spoken_seconds(cue.words, step.calm, language)
            if before <= LONGEST_SILENCE < silence and not wording.quiet.search(step.title):
                sentence = (
                    f"up to {silence:.0f} s pass without a word or a sound. Say something, or call "
                    f"the step '{wording.title_quiet}'."
                )
                yield Problem(cue.line, Severity.WARNING, sentence)
        elif words_of(cue):
            silence = 0.0


def _return(course: _Course) -> _Found:
    if course.script.ending is Ending.SLEEP:
        return
    last = course.script.steps[-1]
    wording = wording_of(course.script)
    if wording is not None and not wording.leads_back.search(last.title):
        sentence = (
            f"the last step, '{last.title}', does not lead back. Add a step such as "
            f"'# {wording.title_back}', or write 'Ending: sleep' in the header."
        )
        yield Problem(last.line, Severity.WARNING, sentence)
    least = SHORTEST_RETURN
    if course.script.minutes > LONG_SCRIPT_MINUTES:
        least = SHORTEST_RETURN_OF_LONG_SCRIPT
    seconds = step_length(last, course.script.language).shortest
    if seconds < least and not any(isinstance(cue, Play | Wait) for cue in last.cues):
        sentence = (
            f"the way back takes about {seconds:.0f} s, which is sudden. "
            f"Give the last step {least:g} s or more."
        )
        yield Problem(last.line, Severity.WARNING, sentence)


def _says_nothing_about_itself(course: _Course) -> _Found:
    if not course.script.cautions:
        sentence = (
            "the header has no 'Caution'. Say who ought to leave something out, such as "
            "'Caution: Leave out any part that is injured or hurts.'"
        )
        yield Problem(1, Severity.WARNING, sentence)
    if not course.script.evidence:
        sentence = (
            "the header has no 'Evidence'. Say what is known about how well it works, even if that "
            "is little."
        )
        yield Problem(1, Severity.WARNING, sentence)


COURSE_RULES: tuple[Callable[[_Course], _Found], ...] = (
    _too_long,
    _minutes_out_of_reach,
    _too_many_words,
    _first_word_late,
    _long_silence,
    _return,
    _says_nothing_about_itself,
)
