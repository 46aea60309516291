"""What there is to read besides the sessions, by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relaxapp.ui.pages.reading_doctor import doctor
from relaxapp.ui.pages.reading_helps import helps

if TYPE_CHECKING:
    from relaxapp.ui.pages.passage import Reading

DOCTOR, HELPS = "doctor", "helps"


def reading(name: str) -> Reading:
    """The text with a name, in the language of the window.

    Args:
        name: `DOCTOR` or `HELPS`.

    Raises:
        KeyError: there is none with that name.
    """
    return {DOCTOR: doctor, HELPS: helps}[name]()
