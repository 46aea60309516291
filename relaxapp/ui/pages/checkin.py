"""The check-in before and after a session: how tense, by one key, and where, if one likes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QMargins, Qt, Signal
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QSpacerItem,
    QVBoxLayout,
    QWidget,
)

from relaxapp.journal.entry import LEVELS, Mark, Moment
from relaxapp.ui.area_names import area_names
from relaxapp.ui.formats import number
from relaxapp.ui.label import line, paragraph
from relaxapp.ui.pages.marked_map import MarkedMap
from relaxapp.ui.pages.marks import Marks
from relaxapp.ui.pages.scroll_column import ScrollColumn
from relaxapp.ui.painted.ground import Ground
from relaxapp.ui.painted.number_scale import MOST, NumberScale

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from relaxapp.ui.theme import Theme

_DIGITS = {Qt.Key(Qt.Key.Key_0.value + digit): digit for digit in range(10)}
_WIDEST = 1120
_BESIDE_FROM_PX = 820
"""Below this width, at 100 %, the figure stands below the question."""
_MARKS_PX = 120
_MAP_PX = 380
"""So high the figure is there."""


@dataclass(frozen=True, slots=True)
class CheckIn:
    """What a person answered.

    Attributes:
        tension: 0 to 10; None if not given.
        marks: where it is tense or twitching, in the order given.
    """

    tension: int | None
    marks: tuple[Mark, ...]


class CheckInPage(Ground):
    """Asks how tense the person is; everything on it may be left open."""

    answered = Signal(object)
    """The person went on or skipped; carries a `CheckIn`."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._moment = Moment.BEFORE
        self._before: int | None = None
        self._remark_about: Callable[[int], str] = lambda _tension: ""
        self._one_was_typed = False
        self._is_beside = True
        self._session = line("eyebrow")
        self._question = line("title")
        self._hint = line("subtitle")
        self._scale = NumberScale(theme)
        self._scale.chosen.connect(self._chosen)
        self._least = line("small")
        self._most = line("small")
        self._change = line("calm")
        self._change.setAlignment(Qt.AlignmentFlag.AlignLeft)
        # Its place is kept, so that nothing moves when a number is chosen.
        policy = self._change.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._change.setSizePolicy(policy)
        self._remark = paragraph("dim")
        self._marks = Marks(theme)
        self._marks.changed.connect(self._show_marks)
        self._map = MarkedMap(theme, names=area_names())
        self._map.pressed.connect(self._marks.press)
        self._go_on = QPushButton()
        self._go_on.setProperty("kind", "primary")
        self._go_on.setMinimumWidth(theme.px(190))
        self._go_on.clicked.connect(self.accept)
        self._skip = QPushButton(self.tr("Skip"))
        self._skip.setProperty("kind", "quiet")
        self._skip.clicked.connect(self.skip)
        self._lay_out(theme)
        self.ask(Moment.BEFORE, "")

    @property
    def answer(self) -> CheckIn:
        """What is chosen and marked now."""
        return CheckIn(self._scale.number, self._marks.marks)

    def ask(
        self,
        moment: Moment,
        title: str,
        before: CheckIn | None = None,
        remark: Callable[[int], str] = lambda _tension: "",
    ) -> None:
        """Ask anew.

        Args:
            moment: before or after the session.
            title: the session's title.
            before: what was answered before it, so that a change can be named afterwards.
            remark: what else to say about a tension given after a session; may be empty.
        """
        self._moment = moment
        self._before = before.tension if before else None
        self._remark_about = remark
        self._one_was_typed = False
        after = moment is Moment.AFTER
        self._session.setText(title.upper())
        self._session.setVisible(bool(title))
        self._question.setText(
            self.tr("How tense are you now?") if after else self.tr("How tense are you right now?")
        )
        self._hint.setText(self.tr("Press a number (1 then 0 for ten), or Enter to skip."))
        self._least.setText(self.tr("loose, at ease"))
        self._most.setText(self.tr("as tense as can be"))
        self._go_on.setText(self.tr("Done") if after else self.tr("Begin"))
        self._change.hide()
        self._remark.hide()
        self._scale.choose(None)
        self._marks.show_marks(before.marks if before and after else ())
        self._scale.focus()

    def accept(self) -> None:
        """Go on with what is chosen and marked; nothing of it is needed."""
        self.answered.emit(self.answer)

    def skip(self) -> None:
        """Go on without an answer."""
        self.answered.emit(CheckIn(None, ()))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 -- Qt's name
        """Digits choose a number, Enter goes on, and so does Space on the number that is chosen."""
        key = Qt.Key(event.key())
        if key in _DIGITS:
            self._type(_DIGITS[key])
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            if self._skip.hasFocus():
                self.skip()
            else:
                self.accept()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 -- Qt's name
        """A wide page keeps its parts together."""
        super().resizeEvent(event)
        margin = max(self._theme.margin_px, (self.width() - _WIDEST) // 2)
        self._area.set_margins(QMargins(margin, 30, margin, 30))
        is_beside = self.width() >= self._theme.px(_BESIDE_FROM_PX)
        self._columns.setDirection(
            QBoxLayout.Direction.LeftToRight if is_beside else QBoxLayout.Direction.TopToBottom
        )
        self._map.setMinimumHeight(0 if is_beside else _MAP_PX)
        self._is_beside = is_beside
        self._make_room()

    def _make_room(self) -> None:
        """Where the page scrolls anyway the marks need not scroll by themselves."""
        least = self._theme.px(_MARKS_PX)
        self._marks.setMinimumHeight(least if self._is_beside else self._marks.maximumHeight())

    def _type(self, digit: int) -> None:
        """A digit is a number; a 0 right after a 1 makes it ten, as one writes it.

        On an area of the figure 0 to 3 say how strong it is there.
        """
        area = self._map.focused
        if area is not None and digit <= LEVELS[-1]:
            self._marks.set_level(area, digit)
            return
        chosen = MOST if digit == 0 and self._one_was_typed else digit
        self._scale.choose(chosen)
        self._scale.focus()
        self._one_was_typed = digit == 1

    def _chosen(self, tension: int) -> None:
        self._one_was_typed = False
        self._hint.setText(self.tr("Enter goes on. Press another number to change it."))
        if self._moment is Moment.AFTER and self._before is not None:
            remark = self._remark_about(tension)
            self._remark.setText(remark)
            self._remark.setVisible(bool(remark))
            self._change.show()
            self._change.setText(
                self.tr("{before} before, {now} now.")
                .replace("{before}", number(self._before))
                .replace("{now}", number(tension))
            )

    def _show_marks(self, marks: tuple[Mark, ...]) -> None:
        self._map.show_marks(marks)
        self._make_room()

    def _lay_out(self, theme: Theme) -> None:
        ends = QHBoxLayout()
        ends.addWidget(self._least)
        ends.addStretch(1)
        ends.addWidget(self._most)
        scale = QVBoxLayout()
        scale.setSpacing(8)
        scale.addWidget(self._scale)
        scale.addLayout(ends)
        buttons = QHBoxLayout()
        buttons.setSpacing(16)
        buttons.addWidget(self._go_on)
        buttons.addWidget(self._skip)
        buttons.addStretch(1)
        left = QVBoxLayout()
        left.setSpacing(0)
        # The numbers keep their place while the list below them grows.
        shrinks = QSizePolicy.Policy.Maximum
        left.addSpacerItem(QSpacerItem(0, 64, QSizePolicy.Policy.Minimum, shrinks))
        left.addLayout(scale)
        left.addSpacing(22)
        left.addWidget(self._change)
        left.addWidget(self._remark)
        left.addSpacing(22)
        left.addWidget(self._marks, 40)
        left.addSpacing(32)
        left.addLayout(buttons)
        left.addStretch(1)
        self._map.setMinimumWidth(300)
        self._map.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        columns = self._columns = QHBoxLayout()
        columns.setSpacing(theme.margin_px)
        columns.addLayout(left, 60)
        columns.addWidget(self._map, 40)
        area = self._area = ScrollColumn(QMargins(0, 0, 0, 0))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)
        page = area.column
        page.setSpacing(6)
        page.addStretch(1)
        for label in (self._session, self._question, self._hint):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            label.setWordWrap(True)
            page.addWidget(label)
        page.addSpacing(14)
        page.addLayout(columns, 14)
