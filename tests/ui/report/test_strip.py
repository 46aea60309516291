"""Strips flow over pages without being broken, and without parting from what they belong to."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from relaxapp.ui.report.drawn import Box
from relaxapp.ui.report.strip import Strip, flow, gap

ROOM = 100.0
BOX = (Box(0, 0, 1, 1, "#000000"),)
HEAD = Strip(10, BOX, said="head")


@given(
    st.lists(
        st.builds(
            Strip,
            st.integers(1, 80).map(float),
            st.just(BOX),
            st.text("abc", min_size=1),
            st.booleans(),
            st.sampled_from([None, HEAD]),
        )
    )
)
def test_no_strip_is_lost_moved_or_broken(strips: list[Strip]) -> None:
    pages = flow(strips, ROOM)
    assert [strip for page in pages for _, strip in page if strip is not HEAD] == strips
    for page in pages:
        ends = 0.0
        for top, strip in page:
            assert top == ends
            ends = top + strip.height
        assert ends <= ROOM


@given(
    st.lists(st.builds(Strip, st.integers(1, 20).map(float), st.just(BOX), with_next=st.booleans()))
)
def test_what_belongs_to_the_next_is_last_only_where_no_page_holds_both(
    strips: list[Strip],
) -> None:
    pages = flow(strips, ROOM)
    together = 0.0
    longest = 0.0
    for strip in strips:
        together += strip.height
        longest = max(longest, together)
        if not strip.with_next:
            together = 0.0
    for page in pages[:-1]:
        assert longest > ROOM or not page[-1][1].with_next


def test_the_head_of_a_table_comes_again_on_the_next_page() -> None:
    rows = [Strip(30, BOX, said=str(number), head=HEAD) for number in range(5)]
    pages = flow([Strip(10, BOX, said="head", with_next=True), *rows], ROOM)
    assert [[strip.said for _, strip in page] for page in pages] == [
        ["head", "0", "1", "2"],
        ["head", "3", "4"],
    ]


def test_no_page_begins_with_a_gap() -> None:
    pages = flow([Strip(90, BOX), gap(20), Strip(30, BOX)], ROOM)
    assert [[top for top, _ in page] for page in pages] == [[0], [0]]


def test_of_nothing_there_is_one_page() -> None:
    assert flow([], ROOM) == ((),)
