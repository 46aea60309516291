"""The list of areas that a person marked: each with what it does, and how strongly."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from relaxapp.journal.entry import LEVELS, Mark, MarkKind
from relaxapp.script.body import Area
from relaxapp.ui.area_names import area_name
from relaxapp.ui.painted.dots import Dots

if TYPE_CHECKING:
    from relaxapp.ui.theme import Theme

_TWITCHING_FIRST = frozenset({Area.LEFT_EYE, Area.RIGHT_EYE})
"""What an eye is marked for is mostly a lid that twitches."""
_ROW_PX = 44
_HEAD_PX = 76
"""At 100 %, as the rows."""
_ROWS_SEEN = 4


class Marks(QFrame):
    """The card with the marked areas, in the order they were marked."""

    changed = Signal(object)
    """The marks are others now; carries them as a tuple of `Mark`."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._theme = theme
        self._marks: dict[Area, Mark] = {}
        self._rows: dict[Area, _Row] = {}
        title = QLabel(self.tr("Where? (if you like)"))
        title.setProperty("role", "subtitle")
        self._hint = QLabel(
            self.tr(
                "Click on the figure; once more is stronger. Or reach it with Tab, walk it with the "
                "arrow keys, and press 1 to 3."
            )
        )
        self._hint.setProperty("role", "dim")
        self._hint.setWordWrap(True)
        rows = QWidget()
        self._column = QVBoxLayout(rows)
        self._column.setContentsMargins(0, 0, 6, 0)
        self._column.setSpacing(0)
        self._column.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.viewport().setAutoFillBackground(False)
        self._scroll.setWidget(rows)
        rows.setAutoFillBackground(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 18, 14)
        column.setSpacing(8)
        column.addWidget(title)
        column.addWidget(self._hint)
        column.addWidget(self._scroll, 1)

    @property
    def marks(self) -> tuple[Mark, ...]:
        """What is marked, in the order it was marked."""
        return tuple(self._marks.values())

    def show_marks(self, marks: tuple[Mark, ...]) -> None:
        """Show other marks."""
        for row in self._rows.values():
            row.deleteLater()
        self._rows.clear()
        self._marks.clear()
        for mark in marks:
            self._put(Area(mark.area), mark)
        self._tell()

    def press(self, area: Area) -> None:
        """Mark an area, or mark it more strongly; after the strongest it is plain again."""
        mark = self._marks.get(area)
        level = LEVELS[0] if mark is None else mark.level + 1
        self.set_level(area, level if level in LEVELS else 0)

    def set_level(self, area: Area, level: int) -> None:
        """Mark an area as strongly as 1 to 3 say; 0 takes it out."""
        mark = self._marks.get(area)
        if level:
            kind = MarkKind.TWITCHING if area in _TWITCHING_FIRST else MarkKind.TENSION
            plain = Mark(area.value, kind, level)
            self._put(area, plain if mark is None else replace(mark, level=level))
            self._tell()
        elif mark is not None:
            self._take_out(area)

    def _put(self, area: Area, mark: Mark) -> None:
        self._marks[area] = mark
        row = self._rows.get(area)
        if row is None:
            row = self._rows[area] = _Row(self._theme, area)
            row.changed.connect(lambda mark, area=area: self._take(area, mark))
            row.removed.connect(lambda area=area: self._take_out(area))
            self._column.insertWidget(self._column.count() - 1, row)
        row.show_mark(mark)

    def _take(self, area: Area, mark: Mark) -> None:
        self._marks[area] = mark
        self._rows[area].show_mark(mark)
        self._tell()

    def _take_out(self, area: Area) -> None:
        del self._marks[area]
        row = self._rows.pop(area)
        row.hide()
        row.deleteLater()
        self._tell()

    def _tell(self) -> None:
        self._hint.setVisible(not self._marks)
        self._scroll.setVisible(bool(self._marks))
        rows = min(max(len(self._marks), 1), _ROWS_SEEN)
        px = self._theme.px
        self.setMaximumHeight(max(px(_HEAD_PX + _ROW_PX * rows), self.minimumSizeHint().height()))
        self.changed.emit(self.marks)


class _Row(QWidget):
    """One marked area."""

    changed = Signal(object)
    """The person changed the mark; carries the new `Mark`."""
    removed = Signal()
    """The person took it out."""

    def __init__(self, theme: Theme, area: Area) -> None:
        super().__init__()
        self._area = area
        self._mark = Mark(area.value, MarkKind.TENSION, LEVELS[0])
        name = QLabel(area_name(area))
        name.setFont(theme.font(theme.body_px, theme.font(1).Weight.DemiBold))
        name.setStyleSheet("font-weight: 600")
        self._kinds = {
            MarkKind.TENSION: self._kind_button(theme, self.tr("tension"), "warm"),
            MarkKind.TWITCHING: self._kind_button(theme, self.tr("twitching"), "calm"),
        }
        self._dots = {
            MarkKind.TENSION: Dots(theme, theme.warm),
            MarkKind.TWITCHING: Dots(theme, theme.calm),
        }
        remove = QPushButton("\N{MULTIPLICATION SIGN}")
        remove.setProperty("kind", "quiet")
        remove.setToolTip(self.tr("Take out"))
        remove.setAccessibleName(self.tr("Take out {area}").replace("{area}", area_name(area)))
        remove.clicked.connect(self.removed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(name, 1)
        for kind in MarkKind:
            row.addWidget(self._kinds[kind])
            row.addWidget(self._dots[kind])
            self._dots[kind].moved.connect(self._set_level)
        row.addWidget(remove)
        self.setFixedHeight(theme.px(_ROW_PX))

    def show_mark(self, mark: Mark) -> None:
        """Show another mark of the same area."""
        self._mark = mark
        for kind in MarkKind:
            shown = kind is mark.kind
            self._kinds[kind].setVisible(shown)
            dots = self._dots[kind]
            dots.setVisible(shown)
            blocked = dots.blockSignals(True)
            dots.setValue(mark.level)
            dots.blockSignals(blocked)
            dots.setAccessibleName(
                self.tr("{area}, {kind}")
                .replace("{area}", area_name(self._area))
                .replace("{kind}", self._kinds[kind].text())
            )
            dots.update()

    def _kind_button(self, theme: Theme, word: str, accent: str) -> QPushButton:
        button = QPushButton(word)
        button.setProperty("kind", "quiet")
        color = theme.warm if accent == "warm" else theme.calm
        button.setStyleSheet(f"color: {color.name()}")
        button.setToolTip(self.tr("Change between tension and twitching"))
        button.setAccessibleDescription(self.tr("Change between tension and twitching"))
        button.clicked.connect(self._change_kind)
        return button

    def _change_kind(self) -> None:
        twitches = self._mark.kind is MarkKind.TWITCHING
        kind = MarkKind.TENSION if twitches else MarkKind.TWITCHING
        self.changed.emit(replace(self._mark, kind=kind))
        self._kinds[kind].setFocus(Qt.FocusReason.OtherFocusReason)

    def _set_level(self, level: int) -> None:
        self.changed.emit(replace(self._mark, level=level))
