"""What helped, as the values of plots, and what is too little to say."""

from __future__ import annotations

from relaxapp.journal.comparison import Change
from relaxapp.journal.factor_comparison import FactorComparison, FactorDays
from relaxapp.journal.factors import Factor
from relaxapp.ui.history.change_plots import change_plot, factor_plot, too_few, too_few_days


def change(name: str, average: float, sessions: int, *, down: int = 0, up: int = 0) -> Change:
    return Change(name, "", sessions, average, down, up)


def test_only_what_there_is_enough_of_is_drawn_and_the_rest_is_named() -> None:
    changes = (
        change("breathing", -2.5, 8, down=5, up=1),
        change("body scan", -6, 1),
        change("imagery", -4, 3),
    )
    data = change_plot("Change", "Technique", changes)
    assert data.labels == ("Breathing",)
    assert data.words(0) == (
        "Breathing: change \N{MINUS SIGN}2.5, clearly down 5, hardly changed 2, clearly up 1, "
        "8 sessions"
    )
    assert too_few(changes) == (
        "Too few to say yet, below 5 rated sessions: Imagery (3 sessions), Body scan (1 session)."
    )


def test_where_it_went_up_is_on_the_other_side_of_no_change() -> None:
    assert change_plot("", "", [change("breathing", 0.4, 6)]).scale == (1, 0, -1, -2, -3, -4)
    assert change_plot("", "", [change("breathing", -5.2, 6)]).scale == (0, -1, -2, -3, -4, -5, -6)


def test_with_nothing_rated_it_says_so_and_with_too_little_it_leaves_the_word_to_the_names() -> (
    None
):
    assert change_plot("", "", ()).nothing.startswith("Nothing is rated")
    assert change_plot("", "", [change("breathing", -3, 2)]).nothing == ""
    assert too_few([change("breathing", -3, 9)]) == ""


def test_of_many_that_are_too_few_only_the_first_are_named() -> None:
    text = too_few([change(f"way {number}", -1, 4) for number in range(9)])
    assert text.count("4 sessions") == 6
    assert text.endswith("and 3 more.")


def test_days_are_compared_where_there_are_enough_of_either_kind() -> None:
    comparisons = (
        FactorComparison(Factor.CAFFEINE, FactorDays(12, 4.9, 0), FactorDays(8, 6.1, 3)),
        FactorComparison(Factor.SLEEP, FactorDays(12, 5, 0), FactorDays(2, 6, 0)),
    )
    data = factor_plot(comparisons)
    assert [data.words(at) for at in range(2)] == [
        "Caffeine: none or a little: tension 4.9, days with twitching 0, 12 days",
        "Caffeine: some or much: tension 6.1, days with twitching 3, 8 days, twitching on 3",
    ]
    assert too_few_days(comparisons).startswith("Too few days to compare: Sleep (12 + 2).")


def test_before_anything_is_noted_it_says_where_that_is_done() -> None:
    assert too_few_days([FactorComparison(Factor.SLEEP)]).startswith("No day with a rated session")
    enough = FactorComparison(Factor.SLEEP, FactorDays(9, 5, 0), FactorDays(9, 5, 0))
    assert too_few_days([enough]) == ""
