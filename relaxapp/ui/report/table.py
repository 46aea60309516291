"""Tables as strips: no row is broken over pages, and the names of the columns come again on each."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from relaxapp.ui.report.drawn import Stroke
from relaxapp.ui.report.ink import BODY_TYPE, COLUMN, LINE, NOTE
from relaxapp.ui.report.strip import Strip

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from relaxapp.ui.report.drawn import Words
    from relaxapp.ui.report.ink import Type
    from relaxapp.ui.report.typesetting import Typesetter

_GAP = 12
"""Between columns."""
_PAD = 3.2
"""Above and below the text of a row."""
_SHORT_ROWS = 8
"""A table of so few rows is kept on one page."""
_LINES_MOST = 20
"""A row with more lines than that is broken after all."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table.

    Attributes:
        title: its name.
        width: in points; 0 for what the others leave.
        is_number: whether it stands at the right.
    """

    title: str
    width: float
    is_number: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table.

    Attributes:
        cells: what stands in its columns.
        kind: what the first cell is set in.
        below: what stands below it, from the column `below_from` on.
        below_from: the column that is.
    """

    cells: tuple[str, ...]
    kind: Type = BODY_TYPE
    below: tuple[str, ...] = ()
    below_from: int = 0


class Table:
    """Lays out rows.

    Args:
        setter: sets the text.
        columns: from the left.
        width: of the whole table.
    """

    def __init__(self, setter: Typesetter, columns: Sequence[Column], width: float) -> None:
        self._setter = setter
        self._columns = columns
        self._width = width
        rest = width - sum(column.width for column in columns) - _GAP * (len(columns) - 1)
        self._widths = tuple(column.width or rest for column in columns)
        self._lefts = tuple(
            sum(self._widths[:index]) + _GAP * index for index in range(len(columns))
        )
        self.head = self._head()

    def strips(self, rows: Sequence[Row]) -> Iterator[Strip]:
        """The names of the columns, and below them the rows."""
        if rows:
            yield self.head
        strips = [strip for row in rows for strip in self.row(row)]
        is_short = len(rows) <= _SHORT_ROWS
        for strip in strips[:-1]:
            yield replace(strip, with_next=True) if is_short else strip
        yield from strips[-1:]

    def _head(self) -> Strip:
        titles = [
            self._cell(index, column.title, COLUMN, 0) for index, column in enumerate(self._columns)
        ]
        most = max(len(lines) for lines in titles)
        height = most * COLUMN.line + 2 * _PAD
        return Strip(
            height,
            (
                # Names of one line stand beside the last line of longer ones.
                *(
                    word
                    for index, lines in enumerate(titles)
                    for word in self._cell(
                        index,
                        self._columns[index].title,
                        COLUMN,
                        _PAD + (most - len(lines)) * COLUMN.line,
                    )
                ),
                Stroke(((0, height), (self._width, height)), LINE, 0.9),
            ),
            with_next=True,
        )

    def row(self, row: Row) -> Iterator[Strip]:
        """A row, to come somewhere below the names of the columns."""
        cells = [
            self._cell(index, text, row.kind if index == 0 else BODY_TYPE, 0)
            for index, text in enumerate(row.cells)
        ]
        most = max(len(lines) for lines in cells)
        below = [
            self._setter.lines(text, NOTE, self._width - self._lefts[row.below_from])
            for text in row.below
            if text
        ]
        for first in range(0, most, _LINES_MOST):
            count = min(_LINES_MOST, most - first)
            is_last = first + count == most
            height = count * BODY_TYPE.line + _PAD + (_PAD if is_last else 0)
            yield Strip(
                height,
                (
                    *(
                        _lowered(line, _PAD - first * BODY_TYPE.line)
                        for lines in cells
                        for line in lines[first : first + count]
                    ),
                    *(self._line(height) if is_last and not below else ()),
                ),
                said=self._said(row) if first == 0 else "",
                with_next=bool(below) and is_last,
                head=self.head,
            )
        yield from self._below(below, self._lefts[row.below_from])

    def _below(self, texts: Sequence[tuple[Words, ...]], left: float) -> Iterator[Strip]:
        """What stands below a row may go on over the page, but no line of it stands alone."""
        for at, lines in enumerate(texts):
            is_last_text = at == len(texts) - 1
            for index, line in enumerate(lines):
                is_last = is_last_text and index == len(lines) - 1
                height = NOTE.line + (2 * _PAD if is_last else 0)
                yield Strip(
                    height,
                    (
                        _moved(line, left, -index * NOTE.line),
                        *(self._line(height) if is_last else ()),
                    ),
                    with_next=not is_last
                    and (index in {0, len(lines) - 2} or index == len(lines) - 1),
                    head=self.head,
                )

    def _line(self, height: float) -> tuple[Stroke]:
        return (Stroke(((0, height), (self._width, height)), LINE, 0.5),)

    def _cell(self, index: int, text: str, kind: Type, top: float) -> tuple[Words, ...]:
        side = (
            Qt.AlignmentFlag.AlignRight
            if self._columns[index].is_number
            else Qt.AlignmentFlag.AlignLeft
        )
        return self._setter.lines(
            text, kind, self._widths[index], x=self._lefts[index], top=top, align=side
        )

    def _said(self, row: Row) -> str:
        named = (
            f"{column.title} {cell}" if index else cell
            for index, (column, cell) in enumerate(zip(self._columns, row.cells, strict=True))
            if cell
        )
        return ". ".join((", ".join(named), *(text for text in row.below if text)))


def _lowered(words: Words, by: float) -> Words:
    return _moved(words, 0, by)


def _moved(words: Words, right: float, down: float) -> Words:
    return replace(words, x=words.x + right, baseline=words.baseline + down)
