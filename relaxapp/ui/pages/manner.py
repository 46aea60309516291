"""How a person wants a session to be shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from relaxapp.script.body import Area
    from relaxapp.settings import PacerForm


@dataclass(frozen=True, slots=True)
class Manner:
    """What is shown, and how.

    Attributes:
        captions: whether what is said is shown.
        caption_percent: how large, in percent of the usual size.
        pacer: what shows the breath: `orb`, `bar`, `wave` or `square`.
        tone_changes: whether the whole page changes its tone softly when a phase begins.
        reduced_motion: whether slow changes of tone replace what moves.
        hide_countdown: whether remaining time is kept from sight.
        left_out: areas of the body that take no part.
    """

    captions: bool = True
    caption_percent: int = 100
    pacer: PacerForm = "orb"
    tone_changes: bool = False
    reduced_motion: bool = False
    hide_countdown: bool = False
    left_out: frozenset[Area] = frozenset()
