"""What a plot shows, as plain values from which both its picture and its table are made."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from relaxapp.ui.formats import number

if TYPE_CHECKING:
    from collections.abc import Sequence

_STEPS = (1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 1_200, 3_000, 6_000, 12_000, 30_000)
"""How far the lines of a scale of minutes can lie apart: as on a clock, then in hours."""
_LINES = 4
"""About so many lines a scale has above its first."""


class Kind(Enum):
    """How values are drawn."""

    LINES = auto()
    """A line for each series."""
    BAND = auto()
    """Two lines with a soft ground between them."""
    BARS = auto()
    """Upright bars of the first series; the others are in the table alone."""
    ROWS = auto()
    """A row for each value of the first series, likewise: its name, its number, and a bar below."""


class Role(Enum):
    """What a series' colour stands for."""

    WARM = auto()
    """Tension, and more of it."""
    CALM = auto()
    """Rest, and less tension."""
    PLAIN = auto()
    """Neither."""


@dataclass(frozen=True, slots=True)
class Series:
    """Values that belong together.

    Attributes:
        name: what they are, as in the legend and in the table's head.
        values: one for each label; None where there is nothing to say.
        role: which colour they have.
        decimals: how many decimals the numbers have.
        unit: what the numbers count, such as `min`; empty for a bare number.
        is_signed: whether a number above 0 has a plus.
    """

    name: str
    values: tuple[float | None, ...]
    role: Role = Role.CALM
    decimals: int = 0
    unit: str = ""
    is_signed: bool = False

    def number(self, index: int) -> str:
        """A value by itself, as in a table; a dash where there is none."""
        value = self.values[index]
        if value is None:
            return "\N{EN DASH}"
        plus = "+" if self.is_signed and value > 0 else ""
        return plus + number(value, self.decimals)

    def measured(self, index: int) -> str:
        """A value with its unit; empty where there is none."""
        return "" if self.values[index] is None else f"{self.number(index)} {self.unit}".rstrip()


@dataclass(frozen=True, slots=True)
class Tick:
    """A word below the picture.

    Attributes:
        at: the index of the label it stands for.
        text: the word, short.
    """

    at: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlotData:
    """A plot.

    Attributes:
        title: what it is about.
        about: what each label names, the head of the table's first column.
        labels: what the values belong to, in order.
        series: the values; each as many as there are labels.
        kind: how they are drawn.
        scale: the values at which there are lines, from where the picture begins to where it ends;
            falling where smaller values are further along.
        ticks: the words below the picture; fewer are shown where there is no room for all.
        remarks: something more about each label, such as `14 sessions`; empty or one for each.
        remark_name: the head of the remarks' column.
        is_joined: whether points are joined; a line through a few of them would say more than they do.
        aim: a value to be reached, drawn as a quiet line; None for none.
        summary: what is to be seen, in plain words.
        nothing: what is said instead of a picture when there is no value at all.
    """

    title: str
    about: str
    labels: tuple[str, ...]
    series: tuple[Series, ...]
    kind: Kind
    scale: tuple[float, ...]
    ticks: tuple[Tick, ...] = ()
    remarks: tuple[str, ...] = ()
    remark_name: str = ""
    is_joined: bool = True
    aim: float | None = None
    summary: str = ""
    nothing: str = ""

    def __post_init__(self) -> None:
        lengths = {len(each.values) for each in self.series} | {len(self.labels)}
        if self.remarks:
            lengths.add(len(self.remarks))
        if len(lengths) > 1:
            raise ValueError("each label of a plot needs one value of each series, and one remark")

    @property
    def drawn(self) -> tuple[Series, ...]:
        """The series that are in the picture."""
        return self.series[:1] if self.kind in {Kind.BARS, Kind.ROWS} else self.series

    @property
    def is_empty(self) -> bool:
        """Whether there is not one value."""
        return all(value is None for each in self.series for value in each.values)

    @property
    def start(self) -> float:
        """Where the picture begins."""
        return self.scale[0]

    @property
    def end(self) -> float:
        """Where the picture ends."""
        return self.scale[-1]

    def words(self, index: int) -> str:
        """What there is to say about a label, such as `Week of 16 Nov: before 6.1, after 2.8`."""
        told = [
            f"{each.name} {measured}" if len(self.series) > 1 else measured
            for each in self.series
            if (measured := each.measured(index))
        ]
        if self.remarks and self.remarks[index]:
            told.append(self.remarks[index])
        return f"{self.labels[index]}: {', '.join(told) or _tr('nothing noted')}"


def minute_scale(most: float) -> tuple[float, ...]:
    """The lines of a scale of minutes, from 0 to at least `most`."""
    step = next((each for each in _STEPS if each * _LINES >= most), _STEPS[-1])
    lines = max(2, -int(-most // step))
    return tuple(float(step * number) for number in range(lines + 1))


def spread(ticks: Sequence[Tick], widths: Sequence[float], pitch: float) -> tuple[Tick, ...]:
    """Those words for which there is room beside each other, from the last one on.

    Args:
        ticks: all of them, in order.
        widths: how wide each is, with the air it needs, in pixels.
        pitch: how far labels lie apart, in pixels.
    """
    shown: list[Tick] = []
    free_to = float("inf")
    for tick, width in zip(reversed(ticks), reversed(widths), strict=True):
        if tick.at * pitch + width / 2 <= free_to:
            shown.append(tick)
            free_to = tick.at * pitch - width / 2
    return tuple(reversed(shown))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Plots", text)
