"""What stands on the pages of a report: all that was chosen, nothing else, and nothing cut off."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from relaxapp.journal.period import Period
from relaxapp.journal.report import LISTED_MOST, Part, ReportContents
from relaxapp.ui.report.drawn import Figure, Words
from relaxapp.ui.report.ink import NOTE
from relaxapp.ui.report.paper import A4, LETTER
from tests.ui.report.laid import of_kind, out_of_place, standing, without, written

if TYPE_CHECKING:
    from collections.abc import Callable

    from relaxapp.journal.journal import Journal
    from relaxapp.ui.report.layout import Layout
    from relaxapp.ui.report.paper import Paper

    Paginate = Callable[..., Layout]
    Enter = Callable[..., int]

LONG_NOTE = " ".join(f"word{number}" for number in range(200))


def test_the_first_page_says_what_it_is_about_and_where_it_is_from(
    practised: Journal, paginate: Paginate
) -> None:
    text = paginate(name="M. Muster").text(0)
    assert text.startswith("Relaxation practice\nM. Muster\n31 August to 24 November 2026\n")
    assert "from the log on this computer. Minutes are measured by the clock." in text
    assert "They do not show what caused what" in text


def test_the_summary_tells_stopped_sessions_apart(practised: Journal, paginate: Paginate) -> None:
    text = paginate().text(0)
    assert "Sessions: 12, 11 to the end." in text
    assert "1 was ended early." in text


@pytest.mark.parametrize(
    ("part", "words"),
    [
        (Part.SUMMARY, ("Days practised", "was ended early")),
        (Part.WEEKS, ("Minutes by week",)),
        (Part.CHANGES, ("Change of tension", "Clearly lower")),
        (Part.AREAS, ("Jaw", "Left eye", "before sessions, in")),
        (Part.FACTORS, ("Sleep", "how the days were")),
        (Part.SESSIONS, ("How it ended", "Sat 24 Oct 2026", "Karin", "kitchen")),
        (Part.TAGS, ("kitchen",)),
        (Part.NOTES, ("Karin",)),
    ],
)
def test_what_is_left_out_is_nowhere(
    practised: Journal, paginate: Paginate, part: Part, words: tuple[str, ...]
) -> None:
    whole = written(paginate())
    assert any(each in whole for each in words)
    layout = paginate(without(part))
    said = "\n".join(layout.text(page) for page in range(len(layout.pages)))
    assert not [each for each in words if each in written(layout) or each in said]


def test_without_tension_no_rating_is_told(practised: Journal, paginate: Paginate) -> None:
    assert "7 → 4" in written(paginate())
    text = written(paginate(without(Part.TENSION, Part.CHANGES, Part.FACTORS, Part.AREAS)))
    assert "→" not in text
    assert "ension" not in text


def test_the_persons_own_words_are_left_out_unless_they_are_chosen(
    practised: Journal, paginate: Paginate
) -> None:
    text = written(paginate(ReportContents()))
    assert "Karin" not in text
    assert "kitchen" not in text


def test_an_empty_log_says_so_on_one_page(journal: Journal, paginate: Paginate) -> None:
    layout = paginate()
    assert len(layout.pages) == 1
    assert "No session of a minute or more is in the log for these days." in layout.text(0)
    assert "There are no sessions in the log for these days." in layout.text(0)
    assert not out_of_place(layout)


def test_one_session_is_too_few_to_say_anything(enter: Enter, paginate: Paginate) -> None:
    enter(tension=(7, 3))
    text = written(paginate())
    assert "1 session: too few to say" in text
    assert "1 session was rated both before and after: too few to say." in text
    assert "\N{MINUS SIGN}4.0" not in text


def test_few_sessions_of_a_kind_have_no_average(practised: Journal, paginate: Paginate) -> None:
    lines = paginate().text(1) + paginate().text(0)
    assert "Body scan, Rated sessions 9, Change on average \N{MINUS SIGN}3.0" in lines
    assert "Breathing, Rated sessions 1, Change on average too few to say" in lines


def test_areas_are_shown_on_a_figure_before_and_after(
    practised: Journal, paginate: Paginate
) -> None:
    before, after = of_kind(paginate(), Figure)
    assert before.tension == {"jaw": 1.0, "left eye": 1.0}
    assert before.twitching == {"left eye"}
    assert after.tension == {"jaw": 1.0}
    assert not after.twitching


@pytest.mark.parametrize("paper", [A4, LETTER], ids=["A4", "Letter"])
@pytest.mark.parametrize(
    ("title", "note"),
    [
        ("A title of so many words that it has to go on in line after line of its column", ""),
        ("Donaudampfschifffahrtsgesellschaftskapitänsmützenentspannung" * 3, "x" * 900),
        ("Body scan", LONG_NOTE),
        ("استرخاء العضلات", "كان الفك مشدودا طوال الصباح ثم استرخى بعد التمرين " * 6),
        ("筋弛緩法", "肩の力が抜けて、呼吸がゆっくりになった。" * 20),
        ("Tabs\tand \x00 signs \N{GRINNING FACE}", "One\n\nTwo\r\nThree \N{GRINNING FACE} four"),
    ],
    ids=["many words", "one word", "long note", "Arabic", "Japanese", "odd signs"],
)
def test_nothing_is_cut_off_or_lies_on_another(
    enter: Enter, paginate: Paginate, paper: Paper, title: str, note: str
) -> None:
    for day in range(45):
        enter(day, title=title, note=note if day % 7 == 0 else "", tags=("one", "two words"))
    layout = paginate(paper=paper, name=title)
    assert not out_of_place(layout)


def test_every_word_of_a_long_note_is_there(enter: Enter, paginate: Paginate) -> None:
    enter(note=LONG_NOTE)
    assert LONG_NOTE.split() == [
        word for word in written(paginate()).split() if word.startswith("word")
    ]


def test_a_note_longer_than_a_page_goes_on_over_several(enter: Enter, paginate: Paginate) -> None:
    enter(note="\n".join(f"line {number}" for number in range(150)))
    layout = paginate()
    assert not out_of_place(layout)
    assert [f"line {number}" for number in range(150)] == [
        line for line in written(layout).splitlines() if line.startswith("line ")
    ]


def test_no_line_of_a_note_stands_alone_on_a_page(enter: Enter, paginate: Paginate) -> None:
    for day in range(60):
        enter(day, note=" ".join(["so it was"] * (10 + 7 * day % 60)))
    layout = paginate()
    for page in range(1, len(layout.pages)):
        notes = [
            line for line in standing(layout, page) if line.text.startswith(("so", "it", "was"))
        ]
        tops = sorted(line.top for line in notes)
        first_row = min(
            line.top
            for line in standing(layout, page)
            if line.text.endswith("2026") and line.top > 80
        )
        carried_over = [top for top in tops if top < first_row]
        assert len(carried_over) != 1


def test_columns_are_named_on_each_page_of_the_list(enter: Enter, paginate: Paginate) -> None:
    for day in range(80):
        enter(day % 40)
    layout = paginate(ReportContents(frozenset({Part.SESSIONS})))
    assert len(layout.pages) == 3
    assert all("How it ended" in written(layout, page) for page in range(3))
    assert "Page 2 of 3" in written(layout, 1)
    assert "31 August to 24 November 2026" in written(layout, 2)


def test_sessions_beyond_the_longest_list_are_counted_and_told(
    enter: Enter, paginate: Paginate, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("relaxapp.journal.report.LISTED_MOST", 3)
    for day in range(5):
        enter(day, title=f"Day {day}")
    text = written(paginate())
    assert "The 3 latest of 5 sessions are listed." in text
    assert LISTED_MOST > 1_000


def test_a_hundred_kinds_of_sessions_do_not_make_a_hundred_rows(
    enter: Enter, paginate: Paginate
) -> None:
    for number in range(100):
        enter(number % 60, title=f"Walk {number}", tension=(5, 4))
    assert "70 more are not listed." in written(paginate(without(Part.SESSIONS)))


@pytest.mark.parametrize(
    ("first", "heading"),
    [
        (date(2026, 11, 24), "Minutes by week"),
        (date(2025, 12, 1), "Minutes by week"),
        (date(2024, 1, 1), "Minutes by month"),
        (date(1900, 1, 1), "Minutes by month"),
    ],
)
def test_a_longer_time_is_told_by_longer_steps(
    enter: Enter, paginate: Paginate, first: date, heading: str
) -> None:
    enter(0)
    enter(800)
    layout = paginate(period=Period(first, date(2026, 11, 24)))
    assert heading in written(layout)
    assert not out_of_place(layout)


def test_ten_years_are_told_by_years(enter: Enter, paginate: Paginate) -> None:
    for year in range(10):
        enter(365 * year, tension=(6, 4))
    layout = paginate(period=Period(date(2000, 1, 1), date(2026, 11, 24)))
    assert "Minutes by year" in written(layout)
    assert "2017: 10 min, 1 session on 1 day." in layout.text(0)


def test_pages_are_read_in_the_order_they_are_seen(practised: Journal, paginate: Paginate) -> None:
    layout = paginate()
    said = [line for page in range(len(layout.pages)) for line in layout.text(page).splitlines()]
    headings = [
        "Minutes by week",
        "Tension before and after, by week",
        "Change of tension, by technique and by session",
        "Where it was tense or twitching",
        "Tension and how the days were",
        "Sessions",
    ]
    assert [line for line in said if line in headings] == headings


def test_notes_are_set_smaller_than_rows(enter: Enter, paginate: Paginate) -> None:
    enter(note="Better after lunch.")
    notes = [words for words in of_kind(paginate(), Words) if words.text == "Better after lunch."]
    assert [words.type for words in notes] == [NOTE]
