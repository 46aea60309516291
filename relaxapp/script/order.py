"""The cues of a step in the order a person meets them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relaxapp.script.cue import ForEach, Repeat

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from relaxapp.script.cue import Cue


def written_out(cues: Iterable[Cue]) -> Iterator[Cue]:
    """The cues of a step: those of a repeat once, those of a repeat for words once for each word."""
    for cue in cues:
        if isinstance(cue, Repeat):
            yield from written_out(cue.cues)
        elif isinstance(cue, ForEach):
            for each in cue.rounds:
                yield from written_out(each)
        else:
            yield cue
