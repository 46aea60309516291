"""Rules for tensing and letting go.

The figures: tension 5 to 7 seconds and release 30 to 40 as manuals of progressive muscle relaxation
have it (20 to 30 in short forms), feet and calves at most 5 seconds because of cramp; the hard limits
are this program's own, on the safe side of those.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, TypeAlias

from relaxapp.script.body import Area
from relaxapp.script.clinical.wording import Wording, everything_said, mentions, wording_of
from relaxapp.script.cue import Cue, Release, Tense
from relaxapp.script.estimate import spoken_seconds, word_count
from relaxapp.script.language import language_of
from relaxapp.script.pace import AFTER_CUE_SECONDS, AFTER_SENTENCE_SECONDS
from relaxapp.script.problem import Problem, Severity

if TYPE_CHECKING:
    from relaxapp.script.script import Script

LONGEST_TENSION = 10.0
LONG_TENSION = 7.0
LONG_FOOT_TENSION = 5.0
SHORTEST_RELEASE = 10.0
SHORT_RELEASE = 20.0
LEAST_RELEASE_PER_TENSION = 3.0
MOST_SPOKEN_OF_RELEASE = 0.45
WORDS_PER_SECOND_OF_TENSION = 2.0

_CRAMPING = frozenset({Area.RIGHT_CALF, Area.LEFT_CALF, Area.RIGHT_FOOT, Area.LEFT_FOOT})

_Found: TypeAlias = Iterator[Problem]


def check_tension(cues: Sequence[Cue], language: str) -> _Found:
    """Everything wrong with the tensions and releases of one step.

    Args:
        cues: its cues, repeats written out.
        language: what is spoken.
    """
    tense: Tense | None = None
    for cue in cues:
        if isinstance(cue, Tense):
            tense = cue
            for tense_rule in TENSE_RULES:
                yield from tense_rule(cue, language)
        elif isinstance(cue, Release):
            for release_rule in RELEASE_RULES:
                yield from release_rule(cue, language)
            if tense is not None:
                yield from _release_too_short_for(tense, cue)
            tense = None


def check_letting_go(cues: Sequence[Cue]) -> _Found:
    """Every tension of one step that nothing lets go of, repeats written out."""
    tense: Tense | None = None
    for cue in cues:
        if isinstance(cue, Tense):
            if tense is not None:
                yield from _never_released(tense)
            tense = cue
        elif isinstance(cue, Release):
            tense = None
    if tense is not None:
        yield from _never_released(tense)


def check_tension_words(script: Script, cues: Sequence[Cue]) -> _Found:
    """What ought to be said where muscles are tensed."""
    first = next((cue for cue in cues if isinstance(cue, Tense)), None)
    wording = wording_of(script)
    if first is None or wording is None:
        return
    if not mentions(wording.breath, everything_said(script, cues)):
        sentence = (
            "nothing says to keep breathing while a muscle is tensed. "
            f"Say for example '{wording.say_breathe_on}' before this."
        )
        yield Problem(first.line, Severity.WARNING, sentence)
    for cue in cues:
        if isinstance(cue, Tense) and _asks_to_hold_breath(cue, wording):
            sentence = (
                "the breath goes on while a muscle is tensed: holding it drives up the blood "
                "pressure. Leave the holding out."
            )
            yield Problem(cue.line, Severity.WARNING, sentence)


def _asks_to_hold_breath(cue: Tense, wording: Wording) -> bool:
    return any(
        wording.hold_breath.search(sentence) and not wording.not_hold.search(sentence)
        for sentence in cue.words
    )


def _too_long(cue: Tense, _language: str) -> _Found:
    if cue.seconds > LONGEST_TENSION:
        sentence = (
            f"{cue.seconds:g} s is too long to tense a muscle. 5 to 7 s do, 10 s is the most."
        )
        yield Problem(cue.line, Severity.ERROR, sentence)
    elif cue.seconds > LONG_TENSION:
        sentence = f"{cue.seconds:g} s is long to tense a muscle. 5 to 7 s do."
        yield Problem(cue.line, Severity.WARNING, sentence)


def _may_cramp(cue: Tense, _language: str) -> _Found:
    if LONG_FOOT_TENSION < cue.seconds <= LONGEST_TENSION and cue.group.areas() & _CRAMPING:
        sentence = f"calves and feet may cramp: tense them for 5 s at most, not {cue.seconds:g} s."
        yield Problem(cue.line, Severity.WARNING, sentence)


def _words_do_not_fit(cue: Tense, language: str) -> _Found:
    # One word more is fair: it is over before the release says anything.
    most = int(cue.seconds * WORDS_PER_SECOND_OF_TENSION * language_of(language).pace) + 1
    count = word_count(cue.words)
    if count > most:
        sentence = (
            f"{count} words do not fit into {cue.seconds:g} s of tension; about {most} do. "
            "Say the rest before it, in a paragraph of its own."
        )
        yield Problem(cue.line, Severity.ERROR, sentence)
    elif cue.words:
        yield from _words_come_before(cue, language)


def _words_come_before(cue: Tense, language: str) -> _Found:
    spoken = spoken_seconds(cue.words, language=language)
    needed = AFTER_CUE_SECONDS + spoken + AFTER_SENTENCE_SECONDS
    if needed > cue.seconds:
        which = "they" if len(cue.words) == 1 else "the first sentence"
        sentence = (
            f"these words take about {needed:.1f} s with the quiet around them, and the tension "
            f"lasts {cue.seconds:g} s; so {which} will be said before it. Shorten them, or "
            "say them in a paragraph of their own."
        )
        yield Problem(cue.line, Severity.WARNING, sentence)


def _release_too_short(cue: Release, _language: str) -> _Found:
    shortest = cue.seconds.shortest
    if shortest < SHORTEST_RELEASE:
        sentence = f"a release of {shortest:g} s is too short to feel. Give it 20 s or more, 10 s at least."
        yield Problem(cue.line, Severity.ERROR, sentence)
    elif shortest < SHORT_RELEASE:
        sentence = (
            f"a release of {shortest:g} s is short. 20 to 40 s let a person feel the difference."
        )
        yield Problem(cue.line, Severity.WARNING, sentence)


def _release_too_full(cue: Release, language: str) -> _Found:
    spoken = spoken_seconds(cue.words, language=language)
    if (
        spoken
        > MOST_SPOKEN_OF_RELEASE * cue.seconds.shortest
        >= MOST_SPOKEN_OF_RELEASE * SHORTEST_RELEASE
    ):
        sentence = (
            f"about {spoken:.0f} s of {cue.seconds.shortest:g} s of release are spoken. "
            "More than half of it ought to be quiet."
        )
        yield Problem(cue.line, Severity.WARNING, sentence)


def _release_too_short_for(tense: Tense, release: Release) -> _Found:
    shortest = release.seconds.shortest
    if SHORT_RELEASE <= shortest < LEAST_RELEASE_PER_TENSION * tense.seconds:
        sentence = (
            f"{shortest:g} s to let go of a tension of {tense.seconds:g} s is short. "
            f"Give it {LEAST_RELEASE_PER_TENSION * tense.seconds:g} s or more."
        )
        yield Problem(release.line, Severity.WARNING, sentence)


def _never_released(tense: Tense) -> _Found:
    sentence = (
        "nothing lets go of this tension in its step. Write [release for 25s to 45s] below it."
    )
    yield Problem(tense.line, Severity.WARNING, sentence)


TENSE_RULES: tuple[Callable[[Tense, str], _Found], ...] = (_too_long, _may_cramp, _words_do_not_fit)
RELEASE_RULES: tuple[Callable[[Release, str], _Found], ...] = (
    _release_too_short,
    _release_too_full,
)
