"""Steps, rounds and cues put together."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from relaxapp.script.body import Group
from relaxapp.script.condition import Condition
from relaxapp.script.cue import ForEach, Note, Pause, Release, Repeat, Say, Tense
from relaxapp.script.order import written_out
from relaxapp.script.script import Rounds, Step, steps_of
from relaxapp.script.span import Count, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from relaxapp.script.script import Part
    from tests.script.conftest import Complaints, Cues, Problems, Read


def test_a_paragraph_is_said_by_itself_sentence_by_sentence(cues_of: Cues) -> None:
    (say,) = cues_of("One thing.\nAnother thing.\n")

    assert say == Say(line=8, words=("One thing.", "Another thing."))


def test_words_below_a_cue_are_said_while_it_lasts(cues_of: Cues) -> None:
    pause, say = cues_of("[pause 9s]\nOne. Two.\n\nThree.")

    assert pause == Pause(line=8, words=("One.", "Two."), seconds=Span(9, 9))
    assert isinstance(say, Say)


def test_notes_are_shown_with_their_lines_joined(cues_of: Cues) -> None:
    assert cues_of("> One\n> two.\n\nThree.")[0] == Note(line=8, text="One two.")


def test_a_release_lets_go_of_the_nearest_tension_before_it(cues_of: Cues) -> None:
    cues = cues_of(
        "[release for 20s]\n\n[tense jaw for 5s]\n\n[tense neck for 5s]\n\n[release for 20s]"
    )
    releases = [cue.group for cue in cues if isinstance(cue, Release)]

    assert releases == [None, Group(("neck",))]


def test_a_tension_ends_with_its_step(script_of: Read) -> None:
    script = script_of("# A\n[tense jaw for 5s]\n\n# B\n[release for 20s]")
    (release,) = script.steps[1].cues

    assert isinstance(release, Release)
    assert release.group is None


def test_a_release_in_a_repeat_lets_go_of_the_tension_in_it(cues_of: Cues) -> None:
    (repeat,) = cues_of("[repeat 2 times]\n[tense jaw for 5s]\n[release for 20s]\n[end repeat]")

    assert isinstance(repeat, Repeat)
    assert repeat.times == Count(2, 2)
    tense, release = repeat.cues
    assert isinstance(tense, Tense)
    assert isinstance(release, Release)
    assert release.group == tense.group


def test_a_repeat_for_words_fills_them_in_everywhere(cues_of: Cues) -> None:
    (each,) = cues_of(
        "[repeat for right, left]\n> The {side} one.\n\n{side} hand, your {side} one.\n\n"
        "[tense {side} hand for 5s]\n[release for 20s]\n[end repeat]"
    )

    assert isinstance(each, ForEach)
    assert each.values == ("right", "left")
    note, say, tense, _ = each.rounds[1]
    assert note == Note(line=9, text="The left one.")
    assert say == Say(line=11, words=("Left hand, your left one.",))
    assert isinstance(tense, Tense)
    assert tense.group == Group(("left hand",))


def test_dominant_and_other_stay_open_until_the_person_is_known(cues_of: Cues) -> None:
    (each,) = cues_of(
        "[repeat for dominant, other]\nYour {side} hand.\n\n[tense {side} hand for 5s]\n"
        "[release for 20s]\n[end repeat]"
    )

    assert isinstance(each, ForEach)
    say, tense, _ = each.rounds[1]
    assert isinstance(say, Say)
    assert say.words == ("Your {other} hand.",)
    assert isinstance(tense, Tense)
    assert tense.group == Group(("other hand",))


def test_an_author_may_write_dominant_and_other_directly(cues_of: Cues) -> None:
    say, notice = cues_of("Your { Dominant } hand.\n\n[notice {dominant} hand for 9s]")

    assert isinstance(say, Say)
    assert say.words == ("Your {dominant} hand.",)
    assert notice.group == Group(("dominant hand",))  # type: ignore[union-attr]


def test_in_repeats_for_words_in_each_other_the_inner_word_counts(cues_of: Cues) -> None:
    (outer,) = cues_of(
        "[repeat for right, left]\n[repeat for upper, lower]\nThe {side} one.\n\n[end repeat]\n"
        "The {side} side.\n[end repeat]"
    )

    assert isinstance(outer, ForEach)
    inner, say = outer.rounds[0]
    assert isinstance(inner, ForEach)
    assert inner.rounds[1][0] == Say(line=10, words=("The lower one.",))
    assert say == Say(line=13, words=("The right side.",))


def test_a_repeat_around_steps_makes_rounds(script_of: Read) -> None:
    script = script_of("# A\nA.\n[repeat 1 to 2 times]\n# B\nB.\n# C\nC.\n[end repeat]\n# D\nD.")
    first, rounds, last = script.parts

    assert isinstance(first, Step)
    assert isinstance(last, Step)
    assert isinstance(rounds, Rounds)
    assert rounds.times == Count(1, 2)
    assert rounds.line == 9
    assert [step.title for step in rounds.parts if isinstance(step, Step)] == ["B", "C"]
    assert [step.title for step in script.steps] == ["A", "B", "C", "D"]


def test_a_repeat_for_words_around_steps_writes_them_out(script_of: Read) -> None:
    script = script_of("[repeat for right, dominant]\n# {side} hand\nA.\n[end repeat]\n# B\nB.")
    (rounds, _) = script.parts

    assert isinstance(rounds, Rounds)
    assert rounds.times == Count(1, 1)
    assert [step.title for step in script.steps] == ["Right hand", "{dominant} hand", "B"]


def test_rounds_may_stand_in_rounds(script_of: Read) -> None:
    script = script_of(
        "[repeat 2 times]\n[repeat for right, left]\n# {side}\nA.\n[end repeat]\n# C\nC.\n[end repeat]"
    )
    (outer,) = script.parts

    assert isinstance(outer, Rounds)
    assert isinstance(outer.parts[0], Rounds)
    assert [step.title for step in script.steps] == ["Right", "Left", "C"]


@pytest.mark.parametrize(
    ("body", "line", "sentence"),
    [
        ("Sit.\n\n# A\nA.", 7, "everything to be said or done belongs to a step."),
        ("[pause 9s]\n\n# A\nA.", 7, "everything to be said or done belongs to a step."),
        (
            "# A\nA.\n[repeat 2 times]\nB.\n# C\nC.\n[end repeat]",
            9,
            "this repeat goes around whole steps, so a heading must follow it at once.",
        ),
        (
            "[repeat 2 times]\n# A\nA.\n[end repeat]\nB.\n\nC.",
            11,
            "after a repeat of whole steps a new step must begin.",
        ),
        (
            "[repeat 2 times]\n[repeat 2 times]\n# A\nA.\n[end repeat]\nB.\n[end repeat]",
            12,
            "after a repeat of whole steps a new step must begin.",
        ),
        ("# A\n# B\nB.", 7, "the step 'A' is empty."),
        ("# A\n> only a note\n# B\nB.", 7, "the step 'A' is empty."),
    ],
)
def test_what_belongs_to_no_step_is_told_once(
    problems_of: Problems, body: str, line: int, sentence: str
) -> None:
    errors = [problem for problem in problems_of(body) if problem.severity == "error"]

    assert [problem.line for problem in errors] == [line]
    assert errors[0].sentence.startswith(sentence)


def test_a_repeat_without_its_end_is_told_once(problems_of: Problems) -> None:
    errors = [
        problem
        for problem in problems_of("# A\nA.\n[repeat 2 times]\nB.\n# C\nC.")
        if problem.severity == "error"
    ]

    assert [problem.line for problem in errors] == [9]


def test_a_sentence_as_long_as_a_page_is_refused(complaints_of: Complaints) -> None:
    assert complaints_of(f"Short.\n\n{'word ' * 199}word.") == []
    assert complaints_of(f"Short.\n\n{'word ' * 200}word.") == [
        "error 3: a sentence here is longer than 1000 letters. End it sooner."
    ]


def test_a_cue_that_cannot_be_read_hides_no_other(complaints_of: Complaints) -> None:
    complaints = complaints_of("[tens jaw for 5s]\nWords.\n\n[pause 5]\n\n[sound gong]")

    assert [complaint.partition(":")[0] for complaint in complaints] == [
        "error 1",
        "error 4",
        "error 6",
    ]


def _words(parts: Sequence[Part]) -> list[tuple[str, ...]]:
    return [
        getattr(cue, "words", (getattr(cue, "text", ""),))
        for step in steps_of(parts)
        for cue in written_out(step.cues)
    ]


def test_words_for_one_kind_of_eyes_are_only_in_its_form(script_of: Read) -> None:
    script = script_of(
        "# {eyes closed: Within}{eyes open: Around}\n\n"
        "> {eyes open: Choose a spot.}\n\n"
        "{eyes closed: Your eyes\nmay close.} {eyes open: Look. Softly.} Rest.\n\n"
        "{eyes closed: Nothing to see.}\n\n"
        "[pause 9s]\n{eyes closed: Listen.}\n"
    )

    assert [step.title for step in script.steps] == ["Within"]
    assert _words(script.parts) == [
        ("Your eyes may close.", "Rest."),
        ("Nothing to see.",),
        ("Listen.",),
    ]
    assert [step.title for step in script.worded(eyes_open=True).steps] == ["Around"]
    assert _words(script.worded(eyes_open=True).parts) == [
        ("Choose a spot.",),
        ("Look.", "Softly.", "Rest."),
        (),
    ]


def test_a_side_among_words_for_one_kind_of_eyes_is_filled_in(script_of: Read) -> None:
    script = script_of(
        "# Step\n[repeat for right, dominant]\n{eyes open: {side} hand. Look at your {side} hand.}\n"
        "\n[pause 9s]\n[end repeat]\n"
    )

    assert _words(script.worded(eyes_open=True).parts)[::2] == [
        ("Right hand.", "Look at your right hand."),
        ("{dominant} hand.", "Look at your {dominant} hand."),
    ]


def test_a_step_and_a_repeat_of_which_nothing_is_left_are_left_out(script_of: Read) -> None:
    script = script_of(
        "# Eyes\n> a note\n\n{eyes closed: Close them.}\n\n# Step\n"
        "[repeat 2 times]\n{eyes open: Look.}\n[end repeat]\n\nSit.\n"
    )

    assert [step.title for step in script.steps] == ["Eyes", "Step"]
    assert _words(script.parts)[-1] == ("Sit.",)
    assert not any(isinstance(cue, Repeat) for step in script.steps for cue in step.cues)
    assert [step.title for step in script.worded(eyes_open=True).steps] == ["Step"]


def test_a_script_without_such_words_has_one_form(script_of: Read) -> None:
    script = script_of("# Step\nSit.")

    assert not script.forms
    assert script.worded(eyes_open=True) == script


@pytest.mark.parametrize(
    ("body", "complaint"),
    [
        (
            "# {eyes open: Look}\nSit.",
            "line 7: with eyes closed this heading has no words. Give it some for all.",
        ),
        (
            "# Look\n{eyes open: Look.}",
            "line 7: with eyes closed nothing is left of this script. Say something to all.",
        ),
    ],
)
def test_what_one_kind_of_eyes_cannot_do_without_is_an_error(
    body: str, complaint: str, problems_of: Problems
) -> None:
    assert complaint in [str(problem) for problem in problems_of(body)]


def test_words_must_fit_a_tension_in_both_forms_and_are_told_once(problems_of: Problems) -> None:
    words = "{eyes open: Look at it, and press as firmly as you like, for all of this time.}"
    more = "{eyes closed: Press as firmly as you like, for all of this time, now.}"
    found = [
        str(problem)
        for problem in problems_of(f"# Step\n[tense jaw for 5s]\n{words} {more}\n")
        if "do not fit" in str(problem)
    ]

    assert len(found) == 1
    assert found[0].startswith("line 8: 15 words do not fit into 5 s of tension")


def test_words_for_holds_and_for_eyes_come_in_every_combination(script_of: Read) -> None:
    script = script_of(
        "# Step\nSit. {eyes open: Look.} {holds: Stay still between.} {no holds: Breathe through.}"
    )

    def words(*, eyes_open: bool, no_holds: bool) -> tuple[str, ...]:
        return _words(script.worded(eyes_open=eyes_open, no_holds=no_holds).parts)[0]

    assert words(eyes_open=False, no_holds=False) == ("Sit.", "Stay still between.")
    assert words(eyes_open=False, no_holds=True) == ("Sit.", "Breathe through.")
    assert words(eyes_open=True, no_holds=False) == ("Sit.", "Look.", "Stay still between.")
    assert words(eyes_open=True, no_holds=True) == ("Sit.", "Look.", "Breathe through.")
    assert _words(script.parts)[0] == words(eyes_open=False, no_holds=False)


def test_a_script_depends_only_on_what_it_has_words_for(script_of: Read) -> None:
    script = script_of("# Step\nSit. {no holds: Breathe through.}")

    assert script.depends_on(Condition.HOLDS)
    assert script.depends_on(Condition.NO_HOLDS)
    assert not script.depends_on(Condition.EYES_OPEN)
    assert script.worded(eyes_open=True).parts == script.parts


def test_what_is_left_of_nothing_is_told_for_holds_too(problems_of: Problems) -> None:
    assert "line 7: with holds nothing is left of this script. Say something to all." in map(
        str, problems_of("# Step\n{no holds: Breathe through.}")
    )


def test_sides_have_german_words_in_a_german_script(script_of: Read) -> None:
    script = script_of(
        "# Arme\n\n[repeat for right, left]\nHeb {side: deinen rechten | deinen linken} Arm.\n\n"
        "[tense {side} arm for 5s]\nDer {side} Arm.\n\n[release for 20s]\n[end repeat]\n",
        "Title: A\nTechnique: b\nMinutes: 1\nLanguage: de\n",
    )

    assert _words(script.parts) == [
        ("Heb deinen rechten Arm.",),
        ("Der rechte Arm.",),
        (),
        ("Heb deinen linken Arm.",),
        ("Der linke Arm.",),
        (),
    ]
