"""How loud each of the four buses is."""

from __future__ import annotations

from dataclasses import dataclass, replace

from relaxapp.timeline.clip import Bus


@dataclass(frozen=True, slots=True)
class Volumes:
    """The four volumes as they stand on a slider, 0 (silent) to 1 (as levelled)."""

    voice: float = 1.0
    cues: float = 1.0
    breath: float = 0.8
    ambience: float = 0.8

    def __post_init__(self) -> None:
        for bus in Bus:
            if not 0 <= self.level(bus) <= 1:
                raise ValueError(f"not a volume of the {bus}: {self.level(bus)}")

    def level(self, bus: Bus) -> float:
        """The volume of one bus, 0 to 1."""
        level: float = getattr(self, bus.value)
        return level

    def gain(self, bus: Bus) -> float:
        """The factor its samples are multiplied by."""
        return gain(self.level(bus))

    def having(self, bus: Bus, level: float) -> Volumes:
        """The same volumes with one of them changed."""
        return replace(self, **{bus.value: level})


def gain(level: float) -> float:
    """The factor for a volume: its square, so that half way sounds about half as loud (-12 dB)."""
    return level * level
