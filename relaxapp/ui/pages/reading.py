"""What there is to read besides the sessions: passages with their sources, and which texts there are."""

from __future__ import annotations

from dataclasses import dataclass

DOCTOR, HELPS = "doctor", "helps"


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


def reading(name: str) -> Reading:
    """The text with a name, in the language of the window.

    Args:
        name: `DOCTOR` or `HELPS`.

    Raises:
        KeyError: there is none with that name.
    """
    from relaxapp.ui.pages.reading_doctor import doctor  # noqa: PLC0415 - it knows the passages
    from relaxapp.ui.pages.reading_helps import helps  # noqa: PLC0415

    return {DOCTOR: doctor, HELPS: helps}[name]()
