"""What a script says about itself."""

from __future__ import annotations

import pytest

from relaxapp.script.findings import Findings
from relaxapp.script.header import newer_format, read_header
from relaxapp.script.script import Ending

FULL = """\
format: 1
TITLE: Shoulders: a script
Technique :  muscle relaxation
Minutes: 8.5 min
About: For a desk.
Author: A. Body
Source: A book
Caution: Stop when it hurts.
caution: Keep breathing.
Evidence: Some.
Ambience: Rain
Language: de-AT
Ending: Sleep
Reviewed by: B. Body
""".splitlines()


def _complaints(*lines: str) -> list[str]:
    findings = Findings()
    read_header(lines, findings)
    return [f"{problem.severity} {problem}" for problem in findings.problems]


def test_every_header_is_read_whatever_its_case_and_spaces() -> None:
    findings = Findings()
    header = read_header(FULL, findings)

    assert findings.problems == ()
    assert header.title == "Shoulders: a script"
    assert header.technique == "muscle relaxation"
    assert header.minutes == 8.5
    assert (header.about, header.author, header.source) == ("For a desk.", "A. Body", "A book")
    assert header.cautions == ("Stop when it hurts.", "Keep breathing.")
    assert header.evidence == "Some."
    assert (header.ambience, header.language) == ("rain", "de-AT")
    assert header.ending is Ending.SLEEP


def test_a_header_nobody_knows_is_kept_as_written() -> None:
    assert read_header(FULL, Findings()).others == (("Reviewed by", "B. Body"),)


def test_what_may_be_left_out_has_a_default() -> None:
    header = read_header(["Title: A", "Technique: b", "Minutes: 1"], Findings())

    assert header.ending is Ending.RETURN
    assert (header.ambience, header.language, header.cautions) == ("none", "en", ())


@pytest.mark.parametrize("end", ["", "# Start"])
def test_the_header_ends_at_a_blank_line_or_a_heading(end: str) -> None:
    header = read_header(["", "Title: A", "Minutes: 1", end, "About: not this"], Findings())

    assert header.body == 3
    assert header.about == ""


def test_title_and_minutes_must_be_there_and_the_technique_ought_to() -> None:
    assert [complaint.partition(".")[0] for complaint in _complaints("About: A", "")] == [
        "error line 1: the header 'Minutes' is missing",
        "error line 1: the header 'Title' is missing",
        "warning line 1: the header 'Technique' is missing",
    ]


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("Titel: A", "warning line 4: there is no header 'Titel'. Did you mean 'Title'?"),
        ("Title: B", "error line 4: the header 'Title' is already in line 1. Keep one."),
        ("Author:", "warning line 4: the header 'Author' says nothing."),
        ("Format: one", "error line 4: 'one' is no format. Leave this line out."),
        (
            "Ambience: rein",
            "error line 4: there is no ambience 'rein'. Did you mean 'rain'?",
        ),
        (
            "Ending: wake",
            "error line 4: there is no ending 'wake'. Write 'return' (back to the day) or 'sleep'.",
        ),
        (
            "Language: English please",
            "error line 4: 'English please' is no language tag. Write for example 'en' or 'de'.",
        ),
    ],
)
def test_what_is_wrong_in_a_header_is_told_with_what_was_meant(line: str, complaint: str) -> None:
    assert _complaints("Title: A", "Technique: b", "Minutes: 1", line) == [complaint]


@pytest.mark.parametrize(
    ("value", "complaint"),
    [
        ("many", "'many' is no number of minutes. Write for example '8'."),
        ("0", "'0' is no number of minutes. Write for example '8'."),
        ("-3", "'-3' is no number of minutes. Write for example '8'."),
        ("241", "241 minutes are more than four hours, the most there may be."),
    ],
)
def test_minutes_are_a_number_up_to_four_hours(value: str, complaint: str) -> None:
    assert _complaints("Title: A", "Technique: b", f"Minutes: {value}") == [
        f"error line 3: {complaint}"
    ]


def test_a_line_without_a_name_is_told_once() -> None:
    complaints = _complaints("Title: A", "Technique: b", "Minutes: 1", "Now sit down.", "Breathe.")

    assert len(complaints) == 1
    assert complaints[0].startswith("error line 4: 'Now sit down.' is no header line.")


@pytest.mark.parametrize(
    ("lines", "line"),
    [
        (["Format: 2"], 1),
        (["", "Title: A", "format : 17", "rubbish"], 3),
        (["Format: 1"], None),
        (["Format: new"], None),
        (["Title: A", "", "Format: 2"], None),
        (["# Start", "Format: 2"], None),
        ([], None),
    ],
)
def test_a_newer_format_is_found_before_anything_else_is_read(
    lines: list[str], line: int | None
) -> None:
    assert newer_format(lines) == line
