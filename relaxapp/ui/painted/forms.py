"""The forms of the pacer by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relaxapp.ui.painted.bar import Bar
from relaxapp.ui.painted.orb import Orb
from relaxapp.ui.painted.square import Square
from relaxapp.ui.painted.wave import Wave

if TYPE_CHECKING:
    from relaxapp.ui.painted.pacer import Pacer

FORMS: dict[str, type[Pacer]] = {"orb": Orb, "bar": Bar, "wave": Wave, "square": Square}
"""What shows the breath, by the name a person chooses it by."""
