"""Strips of a report, each as wide as the text, and how they flow over pages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from relaxapp.ui.report.drawn import Drawn


@dataclass(frozen=True, slots=True)
class Strip:
    """What is never broken over two pages.

    Attributes:
        height: how much it takes from top to bottom, in points.
        drawn: what stands in it, from its upper left corner on; nothing for a gap, which is left
            away at the beginning of a page.
        said: the same in words.
        with_next: whether it must not be the last on its page.
        head: what stands above it where it begins a page, such as the names of columns.
    """

    height: float
    drawn: tuple[Drawn, ...] = ()
    said: str = ""
    with_next: bool = False
    head: Strip | None = None


def gap(height: float) -> Strip:
    """Air that keeps what is above from what is below; it stays with the latter."""
    return Strip(height, with_next=True)


def flow(strips: Iterable[Strip], room: float) -> tuple[tuple[tuple[float, Strip], ...], ...]:
    """The strips on pages, each with how far from the top it begins; at least one page.

    Args:
        strips: from the first to the last.
        room: how much a page holds from top to bottom.
    """
    pages: list[list[tuple[float, Strip]]] = [[]]
    used = 0.0
    for together in _held_together(strips, room):
        if pages[-1] and used + sum(strip.height for strip in together) > room:
            pages.append([])
            used = 0.0
        for strip in together:
            if not pages[-1]:
                if not strip.drawn:
                    continue
                if strip.head is not None:
                    pages[-1].append((0.0, strip.head))
                    used = strip.head.height
            pages[-1].append((used, strip))
            used += strip.height
    return tuple(tuple(page) for page in pages)


def _held_together(strips: Iterable[Strip], room: float) -> Iterator[tuple[Strip, ...]]:
    """Strips that must be on one page; one by one where no page would hold them all."""
    together: list[Strip] = []
    for strip in strips:
        together.append(strip)
        if not strip.with_next:
            yield from _fitting(together, room)
            together = []
    yield from _fitting(together, room)


def _fitting(together: list[Strip], room: float) -> Iterator[tuple[Strip, ...]]:
    # The names of columns may be repeated above them.
    head = max((strip.head.height for strip in together if strip.head is not None), default=0.0)
    if sum(strip.height for strip in together) + head <= room:
        yield tuple(together)
    else:
        yield from ((strip,) for strip in together)
