"""What happens in a session: a bar of its steps, and the steps with their times."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from relaxapp.ui.elided_label import ElidedLabel
from relaxapp.ui.formats import clock
from relaxapp.ui.label import paragraph
from relaxapp.ui.pages.what_happens import StepRow, Tone
from relaxapp.ui.theme import Theme, mixed

if TYPE_CHECKING:
    from collections.abc import Sequence

MOST_ROWS = 80
"""So many steps are listed one by one; what a longer script has is counted below them."""
_GAP_PX = 4
_LEAST_PX = 3
_ROW_PX = 38
"""At 100 %."""
_BESIDE_PERCENT = 130
"""Where the text is larger than this, what is done in a step stands below its title."""


class StepBar(QWidget):
    """The steps side by side, each as wide as its share of the time."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows: tuple[StepRow, ...] = ()
        self.setFixedHeight(12)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_rows(self, rows: Sequence[StepRow]) -> None:
        """Shows these steps."""
        self._rows = tuple(rows)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paints a rounded stroke for each step."""
        total = sum(row.seconds for row in self._rows)
        if not total:
            return
        gap = min(_GAP_PX, self.width() / (4 * len(self._rows)))
        room = self.width() - gap * (len(self._rows) - 1)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        left = 0.0
        for row in self._rows:
            width = room * row.seconds / total
            painter.setBrush(tone_color(row.tone, self._theme))
            radius = min(self.height(), width) / 2
            painter.drawRoundedRect(QRectF(left, 0, width, self.height()), radius, radius)
            left += width + gap


class StepList(QWidget):
    """The bar, and below it a line for each step. Only what differs is changed when the minutes do."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._bar = StepBar(theme)
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(2, 1)
        self._lines: list[_Line] = []
        self._rest = QLabel()
        self._rest.setProperty("role", "dim")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._bar)
        column.addLayout(self._grid)
        column.addWidget(self._rest)

    @property
    def shown(self) -> tuple[tuple[str, str, str], ...]:
        """Title, words and time of each line, as they are read."""
        return tuple(line.texts for line in self._lines)

    def show_rows(self, rows: Sequence[StepRow]) -> None:
        """Shows these steps."""
        self._bar.show_rows(rows)
        listed = rows[:MOST_ROWS]
        while len(self._lines) > len(listed):
            self._lines.pop().remove(self._grid)
        while len(self._lines) < len(listed):
            self._lines.append(_Line(self._theme, self._grid, len(self._lines)))
        for line, row in zip(self._lines, listed, strict=True):
            line.show_row(row)
        beyond = rows[MOST_ROWS:]
        self._rest.setText(
            self.tr("and {count} more steps, {time}").format(
                count=len(beyond), time=clock(sum(row.seconds for row in beyond))
            )
        )
        self._rest.setVisible(bool(beyond))


class _Line:
    """The widgets of one step."""

    def __init__(self, theme: Theme, grid: QGridLayout, index: int) -> None:
        self._dot = _Dot(theme)
        self._title = QLabel()
        self._title.setProperty("role", "strong")
        is_beside = theme.text_percent <= _BESIDE_PERCENT
        self._title.setWordWrap(not is_beside)
        self._words = ElidedLabel("small") if is_beside else paragraph("small")
        self._time = QLabel()
        self._time.setProperty("role", "dim")
        self._time.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row = self._row = 2 * index
        grid.addWidget(self._dot, row, 0)
        grid.addWidget(self._title, row, 1, 1, 1 if is_beside else 2)
        if is_beside:
            grid.addWidget(self._words, row, 2)
        else:
            grid.addWidget(self._words, row + 1, 1, 1, 2)
        grid.addWidget(self._time, row, 3)
        for label in (self._title, self._words, self._time):
            label.setTextFormat(Qt.TextFormat.PlainText)
        grid.setRowMinimumHeight(row, theme.px(_ROW_PX))

    @property
    def texts(self) -> tuple[str, str, str]:
        return self._title.text(), self._words.text(), self._time.text()

    def show_row(self, row: StepRow) -> None:
        self._dot.set_tone(row.tone)
        self._title.setText(row.title)
        self._words.setText(row.words)
        self._words.setVisible(bool(row.words))
        self._time.setText(clock(row.seconds))
        self._title.setAccessibleName(", ".join(text for text in self.texts if text))

    def remove(self, grid: QGridLayout) -> None:
        for widget in (self._dot, self._title, self._words, self._time):
            grid.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        grid.setRowMinimumHeight(self._row, 0)


class _Dot(QWidget):
    """A small round mark in the colour of a step."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._tone = Tone.QUIET
        self.setFixedSize(16, 16)

    def set_tone(self, tone: Tone) -> None:
        if tone is not self._tone:
            self._tone = tone
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tone_color(self._tone, self._theme))
        painter.drawEllipse(4, 4, 8, 8)


def tone_color(tone: Tone, theme: Theme) -> QColor:
    """The colour of a tone in a theme."""
    match tone:
        case Tone.WARM:
            return theme.warm
        case Tone.CALM:
            return theme.calm
        case Tone.QUIET:
            return mixed(theme.calm, theme.card, 0.45)
