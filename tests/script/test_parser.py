"""Any bytes read as a script, or refused with everything that is wrong with them."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from relaxapp.script.cue import AMBIENCES, SCENES, SOUNDS
from relaxapp.script.parser import parse, read
from relaxapp.script.problem import ScriptError, Severity

if TYPE_CHECKING:
    from pathlib import Path

    from relaxapp.script.script import Script

SCRIPT = """\
Title: Shoulders, neck and jaw
Technique: muscle relaxation
Minutes: 4
Author: relaxapp
Caution: Leave out any part that is injured or hurts. Stop if you feel dizzy.
Evidence: No trials of this form.
Ambience: rain

# Settle

Sit or lie down so that nothing has to be held up.

[pause 5s to 20s]

# Shoulders

In a moment, lift your shoulders towards your ears. Keep breathing.

[tense shoulders for 6s]
Lift. Feel the pull.

[release for 25s to 45s]
And let go. Notice the difference.

[repeat 1 to 2 times]
[repeat for right, left]

# {side} hand

[tense {side} hand for 5s]
Make a fist.

[release for 25s to 45s]
And let go.

[end repeat]
[end repeat]

# Breathe

[breathe in 4s, out 6s, for 1 min to 3 min]
Gently, not deep. Quiet and low.

# Return

> Slowly.

[pause 10s]

When you are ready, open your eyes.
"""


def _problems(source: bytes | str) -> list[str]:
    with pytest.raises(ScriptError) as refused:
        parse(source, "a.relax")
    return [f"{problem.severity} {problem}" for problem in refused.value.problems]


def test_a_whole_script_is_read() -> None:
    script = parse(SCRIPT, "a.relax")

    assert script.title == "Shoulders, neck and jaw"
    assert script.minutes == 4
    assert [step.title for step in script.steps] == [
        "Settle",
        "Shoulders",
        "Right hand",
        "Left hand",
        "Breathe",
        "Return",
    ]
    assert script.warnings == ()


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_the_same_script_from_another_system_is_the_same_script(end: str) -> None:
    other = b"\xef\xbb\xbf" + SCRIPT.replace("\n", end).encode()

    assert parse(other, "a.relax") == parse(SCRIPT, "a.relax")


def test_trailing_blanks_and_tabs_change_nothing_but_the_fingerprint() -> None:
    other = parse(SCRIPT.replace("\n", " \t\n"), "a.relax")

    assert other.parts == parse(SCRIPT, "a.relax").parts
    assert other.fingerprint != parse(SCRIPT, "a.relax").fingerprint


def test_every_problem_is_told_by_line_errors_and_warnings_alike() -> None:
    broken = (
        SCRIPT.replace("Title:", "Titel:")
        .replace("[pause 5s to 20s]", "[pauze 5s to 20s]")
        .replace("shoulders for 6s", "sholders for 6s")
        .replace("{side} hand for 5s", "{side} hand for 8s")
        .replace("[pause 10s]", "[pause 10]")
    )

    assert [problem.partition(". ")[0] for problem in _problems(broken)] == [
        "error line 1: the header 'Title' is missing",
        "warning line 1: there is no header 'Titel'",
        "error line 13: there is no cue 'pauze'",
        "error line 19: there is no muscle group 'sholders'",
        "warning line 30: 8 s is long to tense a muscle",
        "error line 48: is '10' seconds or minutes? Write '10s' or '10 min'.",
    ]


def test_warnings_alone_come_with_the_script() -> None:
    script = parse(SCRIPT.replace("{side} hand for 5s", "{side} hand for 8s"), "a.relax")

    assert [(problem.line, problem.severity) for problem in script.warnings] == [
        (30, Severity.WARNING)
    ]


def test_a_newer_format_is_refused_with_one_sentence_and_nothing_else() -> None:
    assert _problems(b"Format: 2\nTitel: x\n\n[[[\xff\x00") == [
        (
            "error line 1: this script is written for a newer relaxapp; this one reads format 1 of the "
            "script language. A newer relaxapp will read it."
        )
    ]


@pytest.mark.parametrize("source", [b"", "", "\n\n", b"\xef\xbb\xbf"])
def test_an_empty_file_is_told_what_it_needs(source: bytes | str) -> None:
    problems = _problems(source)

    assert [problem.partition(": ")[2].partition(".")[0] for problem in problems] == [
        "the header 'Minutes' is missing",
        "the header 'Title' is missing",
        "there is no step",
        "the header 'Technique' is missing",
    ]


def test_more_than_ten_thousand_cues_are_refused() -> None:
    cues = "\n".join(["[sound bell]"] * 10_001)

    assert _problems(f"Title: A\nTechnique: b\nMinutes: 1\n\n# A\n{cues}") == [
        "error line 10006: up to here there are more than 10000 cues, the most a script may have."
    ]


def test_repeats_that_would_explode_are_refused_at_once() -> None:
    words = ", ".join(["right", "left"] * 12)
    heads = "\n".join([f"[repeat for {words}]"] * 4)
    ends = "\n".join(["[end repeat]"] * 4)
    text = f"Title: A\nTechnique: b\nMinutes: 1\n\n# A\n{heads}\nRest.\n{ends}\n"

    assert _problems(text) == [
        "error line 6: up to here there are more than 10000 cues, the most a script may have."
    ]


def test_a_file_is_read_under_its_own_name(tmp_path: Path) -> None:
    path = tmp_path / "mine.relax"
    path.write_text(SCRIPT)
    assert read(path) == parse(SCRIPT, "mine.relax")

    path.write_text("rubbish")
    with pytest.raises(ScriptError, match=r"^mine\.relax, line 1: "):
        read(path)


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "large.relax"
    with path.open("wb") as file:
        file.truncate(10 * 2**30)

    with pytest.raises(ScriptError, match=r"large\.relax: the file is larger than 1024 KiB"):
        read(path)


def test_a_file_that_cannot_be_opened_is_told(tmp_path: Path) -> None:
    with pytest.raises(ScriptError, match=r"^none\.relax: there is no file "):
        read(tmp_path / "none.relax")
    with pytest.raises(ScriptError, match="there is no file"):
        read(tmp_path)


# Pieces that mean something to the language, whole and broken.
PIECES = st.sampled_from(
    [
        *SCRIPT.splitlines(),
        "Format: 1",
        "Ending: sleep",
        "[repeat for dominant, other]",
        "[repeat 2 times]",
        "[repeat",
        "[end repeat]",
        "[breathe 12 to 6 per minute, over 24 breaths]",
        "[breathe in 4s, hold 4s, out 4s, hold 4s, 4 to 8 times]",
        "[play a.wav]",
        "[wait]",
        "[notice {dominant} hand and forearm for 20s]",
        *(f"[imagine {scene} for 20s]" for scene in SCENES),
        *(f"[sound {sound}]" for sound in SOUNDS),
        *(f"[ambience {ambience}]" for ambience in AMBIENCES),
        "{side}",
        "{eyes closed: Your eyes may close.} {eyes open: Rest them on one spot.}",
        "# {eyes open: Look} around",
        "{eyes open:",
        "{eyes shut: now}",
        "{holds: Stay.}",
        "{no holds: Breathe on.}",
        "{side: rechts | links}",
        "{dominant: {other} | a}",
        "Language: de",
        "}",
        "{",
        "]",
        ">",
        "#",
        ":",
        "",
        "\ufeff",
        "\0",
        "9" * 400,
        "[pause 999999 min to 0:59]",
        "[tense , for 6s]",
    ]
)


@st.composite
def _mutated(draw: st.DrawFn) -> str:
    """The script with some lines taken out, doubled, swapped, cut or replaced."""
    lines = SCRIPT.splitlines()
    for _ in range(draw(st.integers(0, 8))):
        at = draw(st.integers(0, len(lines) - 1))
        change = draw(st.sampled_from(["drop", "insert", "replace", "cut", "swap"]))
        if change == "drop" and len(lines) > 1:
            del lines[at]
        elif change == "insert":
            lines.insert(at, draw(PIECES | st.text(max_size=12)))
        elif change == "replace":
            lines[at] = draw(PIECES)
        elif change == "cut":
            lines[at] = lines[at][: draw(st.integers(0, 40))]
        else:
            other = draw(st.integers(0, len(lines) - 1))
            lines[at], lines[other] = lines[other], lines[at]
    return "\n".join(lines)


def _answer(source: bytes | str) -> Script | ScriptError:
    try:
        return parse(source, "a.relax")
    except ScriptError as error:
        return error


def _read_or_refused(source: bytes | str) -> Script | ScriptError:
    """Reads a source and checks what holds of every answer."""
    answer = _answer(source)
    text = source if isinstance(source, str) else source.decode("latin-1")
    if isinstance(answer, ScriptError):
        problems = answer.problems
        assert any(problem.severity is Severity.ERROR for problem in problems)
    else:
        problems = answer.warnings
        assert all(problem.severity is Severity.WARNING for problem in problems)
        either = (False, True)
        for eyes_open, no_holds in product(either, either):
            form = answer.worded(eyes_open=eyes_open, no_holds=no_holds)
            assert all(step.title and step.cues for step in form.steps)
            assert form.steps
    assert list(problems) == sorted(problems)
    assert all(1 <= problem.line <= text.count("\n") + 1 for problem in problems)
    assert all(problem.sentence.endswith((".", "?", ".)", "'")) for problem in problems)
    return answer


@given(st.binary(max_size=300))
@settings(deadline=None)
@example(b"\xff\xfe")
@example(b"\r\r\r")
def test_any_bytes_are_a_script_or_refused(source: bytes) -> None:
    _read_or_refused(source.replace(b"\r", b"\n"))


@given(st.text(max_size=300))
@settings(deadline=None)
def test_any_text_is_a_script_or_refused(source: str) -> None:
    _read_or_refused(source.replace("\r", "\n"))


@given(st.lists(PIECES, max_size=30).map("\n".join))
@settings(max_examples=150, deadline=None)
def test_any_heap_of_pieces_is_a_script_or_refused(source: str) -> None:
    _read_or_refused(source)


@given(_mutated())
@settings(max_examples=200, deadline=None)
def test_any_slip_of_the_pen_is_a_script_or_refused(source: str) -> None:
    _read_or_refused(source)


@given(_mutated())
@settings(max_examples=50, deadline=None)
def test_reading_twice_gives_the_same(source: str) -> None:
    first, second = _read_or_refused(source), _read_or_refused(source)

    if isinstance(first, ScriptError):
        assert isinstance(second, ScriptError)
        assert first.problems == second.problems
    else:
        assert first == second


@pytest.mark.parametrize(
    "piece",
    [
        "a\n\n",
        "[x]\n",
        "[",
        "#",
        "{",
        "{side}",
        "{eyes open:",
        "{eyes open: a}",
        "{eyes open: {",
        ">",
        ":",
        ". ",
        "a" * 9 + "\n",
        "\n",
        "[pause 9s]\n",
    ],
)
def test_a_mebibyte_of_one_thing_is_refused_without_delay(piece: str) -> None:
    """Nothing takes more than a moment; pytest's own limits would show anything quadratic."""
    body = piece * (2**20 // len(piece) - 100)

    assert isinstance(_read_or_refused(f"Title: A\nMinutes: 1\n\n# A\n\n{body}"), ScriptError)
