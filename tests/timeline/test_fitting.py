"""A script fitted to minutes: to the frame where it can be, and never by stretching what must not be."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from relaxapp.script.cue import BreatheRamp, BreathMove, Sound, Wait
from relaxapp.script.script import Ending, Rounds
from relaxapp.script.span import Count
from relaxapp.timeline.clip import Bus, Spoken, Swell, frames
from relaxapp.timeline.fitting import Fitting
from relaxapp.timeline.lengths import Lengths, reading_frames, spoken_frames
from relaxapp.timeline.phase import PhaseKind
from relaxapp.timeline.piece import LEVELS, measure
from tests.timeline.scripts import (
    LENGTHS,
    breathe,
    pause,
    release,
    say,
    script,
    scripts,
    step,
    tense,
)

if TYPE_CHECKING:
    from relaxapp.script.script import Script
    from relaxapp.timeline.timeline import Timeline

_wishes = st.floats(0, 3 * 3600)


@given(scripts, _wishes)
def test_the_length_is_the_wish_or_the_nearest_that_any_level_can_reach(
    given_script: Script, wish: float
) -> None:
    fitting = Fitting(given_script, LENGTHS)
    length = fitting.fit(wish).length
    reachable = (measure(fitting._pieces, level) for level in range(0, LEVELS + 1, LEVELS // 64))
    nearest = min(max(low - frames(wish), 0, frames(wish) - high) for low, high in reachable)
    assert abs(length - frames(wish)) <= nearest


@given(scripts, _wishes)
def test_phases_and_steps_abut_and_cover_the_whole(given_script: Script, wish: float) -> None:
    timeline = Fitting(given_script, LENGTHS).fit(wish)
    phases = [(phase.start, phase.end) for phase in timeline.phases]
    steps = [(step.start, step.end) for step in timeline.steps]
    for spans in (phases, steps):
        assert spans[0][0] == 0
        assert spans[-1][1] == timeline.length
        assert all(one[1] == other[0] for one, other in pairwise(spans))
        assert all(start < end for start, end in spans)
    assert all(
        timeline.steps[phase.step].start <= phase.start
        and phase.end <= timeline.steps[phase.step].end
        for phase in timeline.phases
    )


@given(scripts, _wishes, _wishes)
def test_a_longer_wish_never_makes_a_shorter_session(
    given_script: Script, wish: float, other: float
) -> None:
    fitting = Fitting(given_script, LENGTHS)
    shorter, longer = sorted((wish, other))
    assert fitting.fit(shorter).length <= fitting.fit(longer).length


@given(scripts)
def test_the_ends_are_really_reached(given_script: Script) -> None:
    fitting = Fitting(given_script, LENGTHS)
    assert fitting.fit(0).length == fitting.shortest_frames
    assert fitting.fit(10 * 3600).length == fitting.longest_frames


@given(scripts, _wishes)
def test_captions_and_clips_lie_in_order_within_the_session(
    given_script: Script, wish: float
) -> None:
    timeline = Fitting(given_script, LENGTHS).fit(wish)
    assert all(one.end <= other.start for one, other in pairwise(timeline.captions))
    assert all(caption.start < caption.end for caption in timeline.captions)
    assert all(one.at <= other.at for one, other in pairwise(timeline.clips))
    assert all(0 <= clip.at < timeline.length and clip.length > 0 for clip in timeline.clips)


@given(scripts, _wishes)
def test_the_voice_never_speaks_over_itself(given_script: Script, wish: float) -> None:
    timeline = Fitting(given_script, LENGTHS).fit(wish)
    spoken = [clip for clip in timeline.clips if isinstance(clip.sound, Spoken)]
    assert all(one.end <= other.at for one, other in pairwise(spoken))


@given(st.floats(0, 3600))
def test_tension_and_the_parts_of_a_breath_are_never_stretched(wish: float) -> None:
    exercise = step(
        tense("jaw", 5), release("jaw", 20, 60), breathe(4, 2, 6, 1, shortest=30, longest=300)
    )
    timeline = Fitting(script(exercise), LENGTHS).fit(wish)
    expected = {
        PhaseKind.TENSE: frames(5),
        PhaseKind.INHALE: frames(4),
        PhaseKind.HOLD: frames(2),
        PhaseKind.EXHALE: frames(6),
        PhaseKind.REST: frames(1),
    }
    lengths = {(phase.kind, phase.length) for phase in timeline.phases if phase.kind in expected}
    assert lengths == set(expected.items())


@given(st.floats(0, 3600))
def test_breathing_comes_in_whole_cycles(wish: float) -> None:
    timeline = Fitting(script(step(breathe(4, 6, shortest=30, longest=300))), LENGTHS).fit(wish)
    breaths = [phase.breath for phase in timeline.phases if phase.breath]
    assert [breath.cycle for breath in breaths] == [
        cycle for cycle in range(1, len(breaths) // 2 + 1) for _ in range(2)
    ]
    assert {breath.cycles for breath in breaths} == {len(breaths) // 2}


def test_the_remainder_of_whole_breaths_is_shared_among_pauses() -> None:
    exercise = step(pause(5, 20), breathe(4, 6, shortest=60, longest=180), pause(5, 20))
    for seconds in range(90, 230):
        assert Fitting(script(exercise), LENGTHS).fit(seconds).length == frames(seconds)


def test_rounds_of_steps_come_before_any_leaf_is_drawn_out_to_its_end() -> None:
    twice = Rounds(
        line=1,
        times=Count(1, 2),
        parts=(step(tense("jaw", 5), release("jaw", 20, 60), title="Jaw"),),
    )
    fitting = Fitting(script(twice), LENGTHS)
    titles = [span.title for span in fitting.fit(90).steps]
    assert titles == ["Jaw", "Jaw"]
    assert [span.title for span in fitting.fit(0).steps] == ["Jaw"]


def test_a_cue_never_ends_before_its_words_do() -> None:
    many = "There is a good deal to be said here, and all of it takes its time."
    timeline = Fitting(script(step(pause(1, 2, many, many))), LENGTHS).fit(0)
    spoken = [clip for clip in timeline.clips if isinstance(clip.sound, Spoken)]
    paused = next(phase for phase in timeline.phases if phase.text)
    assert spoken[-1].end < paused.end


def test_words_that_do_not_fit_into_a_tension_are_said_before_it() -> None:
    exercise = step(tense("jaw", 4, "Press the lips together, quite lightly.", "Feel the pull."))
    timeline = Fitting(script(exercise), LENGTHS).fit(0)
    tension = next(phase for phase in timeline.phases if phase.kind is PhaseKind.TENSE)
    first, second = (clip for clip in timeline.clips if isinstance(clip.sound, Spoken))
    assert tension.length == frames(4)
    assert first.end < tension.start < second.at < second.end < tension.end


def test_each_sentence_over_a_breathing_exercise_begins_with_a_breath() -> None:
    exercise = breathe(4, 6, shortest=50, longest=50)
    exercise = type(exercise)(
        line=1, parts=exercise.parts, seconds=exercise.seconds, words=("Gently.", "Not deep.")
    )
    timeline = Fitting(script(step(exercise)), LENGTHS).fit(60)
    inhales = [phase.start for phase in timeline.phases if phase.kind is PhaseKind.INHALE]
    spoken = [clip.at for clip in timeline.clips if isinstance(clip.sound, Spoken)]
    assert spoken == inhales[:2]


def test_swells_last_as_long_as_their_part_of_the_breath() -> None:
    timeline = Fitting(script(step(breathe(4, 2, 6, shortest=12, longest=12))), LENGTHS).fit(0)
    swells = [clip for clip in timeline.clips if clip.bus is Bus.BREATH]
    assert [(clip.sound, clip.length) for clip in swells] == [
        (Swell(BreathMove.IN), frames(4)),
        (Swell(BreathMove.HOLD), frames(2)),
        (Swell(BreathMove.OUT), frames(6)),
    ]


def _cues(timeline: Timeline) -> list[tuple[int, str]]:
    return [(clip.at, clip.sound.name) for clip in timeline.clips if clip.bus is Bus.CUES]


def test_each_step_but_the_first_begins_with_a_soft_bell() -> None:
    steps = (step(pause(5, 5), title=title) for title in ("Settle", "Rest", "Return"))
    timeline = Fitting(script(*steps), LENGTHS).usual()
    bells = [at for at, name in _cues(timeline) if name == "step"]
    assert bells == [span.start for span in timeline.steps[1:]]


def test_a_step_that_begins_with_a_cue_of_its_own_has_no_bell_as_well() -> None:
    timeline = Fitting(
        script(
            step(pause(5, 5)),
            step(tense("jaw"), release("jaw"), title="Jaw"),
            step(Sound(line=1, name="bell"), pause(5, 5), title="Return"),
        ),
        LENGTHS,
    ).usual()
    assert [name for _, name in _cues(timeline)] == ["bell", "tense", "release", "bell", "close"]


def test_a_step_without_a_length_has_no_bell() -> None:
    steps = (step(pause(5, 5)), step(title="Nothing"), step(pause(5, 5), title="Return"))
    timeline = Fitting(script(*steps), LENGTHS).usual()
    assert len(timeline.steps) == 2
    assert [name for _, name in _cues(timeline)].count("step") == 1


def test_whoever_is_led_to_sleep_hears_no_bell_between_steps() -> None:
    steps = (step(pause(5, 5), title=title) for title in ("Settle", "Rest"))
    timeline = Fitting(script(*steps, ending=Ending.SLEEP), LENGTHS).usual()
    assert [name for _, name in _cues(timeline)] == ["bell"]


def test_without_a_voice_captions_get_time_to_be_read_and_nothing_is_spoken() -> None:
    silent = Lengths(sentence=reading_frames, recording=lambda _: 0, voiced=False)
    timeline = Fitting(script(step(say("Sit so that nothing has to be held up."))), silent).usual()
    assert not [clip for clip in timeline.clips if clip.bus is Bus.VOICE]
    caption = timeline.captions[0]
    assert caption.end - caption.start >= reading_frames(Spoken(caption.text))


def test_a_session_ends_with_a_soft_close_unless_it_leads_to_sleep() -> None:
    for ending, expected in ((Ending.RETURN, True), (Ending.SLEEP, False)):
        timeline = Fitting(script(step(pause(5, 5)), ending=ending), LENGTHS).usual()
        assert any(clip.sound.name == "close" for clip in timeline.clips) is expected


def test_a_wait_stands_at_its_end() -> None:
    timeline = Fitting(script(step(Wait(line=1), pause(5, 5))), LENGTHS).usual()
    waits = [phase.end for phase in timeline.phases if phase.kind is PhaseKind.WAIT]
    assert list(timeline.stops) == waits


def test_words_are_as_calm_as_their_step_and_while_tensing_as_firm_as_at_the_beginning() -> None:
    calm = replace(
        step(
            say("Now the jaw."), tense("jaw", 4, "Teeth together, firmly.", "Hold."), release("jaw")
        ),
        calm=2,
    )
    timeline = Fitting(script(calm), LENGTHS).fit(0)

    assert {clip.sound for clip in timeline.clips if clip.bus is Bus.VOICE} == {
        Spoken("Now the jaw.", 2),
        Spoken("Teeth together, firmly."),
        Spoken("Hold."),
    }


def test_the_calmer_the_words_the_more_time_they_get() -> None:
    slow = step(say("One two three four five six seven."))

    lengths = [
        Fitting(script(replace(slow, calm=calm)), LENGTHS).shortest_frames for calm in (0, 2)
    ]

    assert lengths[1] - lengths[0] == frames(7 * 60 / 95) - frames(7 * 60 / 115)


def test_a_sentence_said_at_two_paces_is_spoken_twice() -> None:
    once, again = step(say("Rest.")), replace(step(say("Rest.")), calm=1)

    assert Fitting(script(once, again), LENGTHS).sentences == (Spoken("Rest."), Spoken("Rest.", 1))


_said = st.lists(
    st.sampled_from(("In.", "Out, and out.", "Quite gently, and not deep at all, as it comes.")),
    max_size=5,
).map(tuple)


@given(_said, st.floats(10, 200), st.floats(0, 600), _wishes)
def test_every_sentence_over_a_breathing_exercise_is_said_once_and_with_a_breath(
    words: tuple[str, ...], shortest: float, more: float, wish: float
) -> None:
    exercise = replace(breathe(3, 1, 5, shortest=shortest, longest=shortest + more), words=words)
    timeline = Fitting(script(step(pause(0, 9), exercise, pause(0, 9))), LENGTHS).fit(wish)
    inhales = {phase.start for phase in timeline.phases if phase.kind is PhaseKind.INHALE}
    end = max(phase.end for phase in timeline.phases if phase.breath)
    spoken = [clip for clip in timeline.clips if isinstance(clip.sound, Spoken)]
    assert tuple(clip.sound.name for clip in spoken) == words
    assert {clip.at for clip in spoken} <= inhales
    assert all(clip.end <= end for clip in spoken)


def test_a_ramp_of_three_minutes_is_spoken_to_until_near_its_end() -> None:
    words = ("In, and out.", "Slower now.", "And slower.", "Let it come.")
    ramp = BreatheRamp(line=1, words=words, start_rate=12, end_rate=6, breaths=24)
    timeline = Fitting(script(step(ramp)), LENGTHS).usual()
    inhales = [phase for phase in timeline.phases if phase.kind is PhaseKind.INHALE]
    spoken = [clip.at for clip in timeline.clips if isinstance(clip.sound, Spoken)]
    end = max(phase.end for phase in timeline.phases if phase.breath)
    assert len(spoken) == len(words)
    assert set(spoken) <= {phase.start for phase in inhales}
    assert spoken[0] == inhales[0].start
    silences = [other - one for one, other in pairwise([*spoken, end])]
    assert max(silences) < frames(55)
    assert min(silences) > frames(30)


def test_captions_over_a_breathing_exercise_change_when_the_sentences_are_said() -> None:
    exercise = replace(
        breathe(4, 6, shortest=120, longest=120), words=("Gently.", "Not deep.", "Just so.")
    )
    timeline = Fitting(script(step(exercise)), LENGTHS).usual()
    assert [caption.start for caption in timeline.captions] == [
        clip.at for clip in timeline.clips if isinstance(clip.sound, Spoken)
    ]
    assert [one.end for one in timeline.captions[:-1]] == [
        other.start for other in timeline.captions[1:]
    ]


def test_groups_and_sentences_are_in_the_language_of_the_script() -> None:
    exercise = step(tense("right arm", 6, "Und anspannen."), release("right arm"))
    timeline = Fitting(script(exercise, language="de-AT"), LENGTHS).usual()
    assert {phase.group for phase in timeline.phases} == {"", "rechter Arm"}
    assert {clip.sound for clip in timeline.clips if clip.bus is Bus.VOICE} == {
        Spoken("Und anspannen.", language="de")
    }


def test_german_words_get_more_time_to_be_said_and_to_be_read() -> None:
    text = "Eins zwei drei vier fünf sechs sieben acht."
    for lengths in (spoken_frames, reading_frames):
        english, german = (lengths(Spoken(text, language=each)) for each in ("en", "de"))
        assert abs(german * 0.8 - english) <= 1
