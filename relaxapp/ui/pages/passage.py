"""What a text to read is made of: passages with their sources."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Passage:
    """A few sentences about one thing.

    Attributes:
        heading: what it is about.
        text: what there is to say.
        source: where it is from, author and year; empty where nobody in particular says so.
    """

    heading: str
    text: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """A text of several passages.

    Attributes:
        title: what it is called.
        about: a sentence or two to begin with.
        passages: in order.
    """

    title: str
    about: str
    passages: tuple[Passage, ...]
