"""The stage while breathing: the pacer, the sentence that is said, and how many breaths are left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from relaxapp.ui.painted.caption import Caption
from relaxapp.ui.painted.forms import FORMS

if TYPE_CHECKING:
    from PySide6.QtGui import QColor, QResizeEvent

    from relaxapp.settings import PacerForm
    from relaxapp.ui.painted.ground import Ground
    from relaxapp.ui.painted.pace import Course
    from relaxapp.ui.painted.pacer import Pacer
    from relaxapp.ui.theme import Theme

HEAD_PX = 52
"""How far the title reaches down into the stage."""
_LEAST_PACER = 0.3
"""The share of the height that is kept for the pacer; a caption that needs more becomes smaller."""


class BreathPage(QWidget):
    """Shows the breath in one of the forms of the pacer; each is made when it is first wanted.

    Attributes:
        caption: the sentence that is said.
        coming: what comes next.
    """

    def __init__(self, theme: Theme, ground: Ground) -> None:
        super().__init__()
        self._theme = theme
        self._ground = ground
        self._still = False
        self._course: Course = ()
        self._pacers: dict[PacerForm, Pacer] = {}
        self._form: PacerForm = "orb"
        self.caption = Caption(theme, 18)
        self.coming = Caption(theme, 14)
        column = self._column = QVBoxLayout(self)
        column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
        column.addWidget(self.caption)
        column.addWidget(self.coming)
        self.set_compact(compact=False)
        self.show_form("orb")

    @property
    def pacer(self) -> Pacer:
        """The form that is shown."""
        return self._pacers[self._form]

    @property
    def form(self) -> PacerForm:
        """Its name."""
        return self._form

    def show_form(self, form: PacerForm) -> None:
        """Show the breath in another form."""
        pacer = self._pacers.get(form)
        if pacer is None:
            pacer = self._pacers[form] = FORMS[form](
                self._theme, still=self._still, ground=self._ground.behind
            )
            pacer.show_course(self._course)
            self._column.insertWidget(0, pacer, 1)
        self._form = form
        for each in self._pacers.values():
            each.setVisible(each is pacer)

    def show_course(self, course: Course) -> None:
        """Know the breath of the whole session."""
        self._course = course
        for pacer in self._pacers.values():
            pacer.show_course(course)

    def set_still(self, *, still: bool) -> None:
        """Whether nothing may move."""
        self._still = still
        for pacer in self._pacers.values():
            pacer.set_still(still)

    def set_tint(self, tint: QColor) -> None:
        """Let a thin colour lie over the ground."""
        self.pacer.set_tint(tint)

    def set_compact(self, *, compact: bool) -> None:
        """Whether there is room for little."""
        if compact:
            self._column.setContentsMargins(12, 10, 12, 6)
        else:
            self._column.setContentsMargins(40, HEAD_PX, 40, 0)
        self._column.setSpacing(6 if compact else 8)
        self.coming.setHidden(compact)

    def forget(self) -> None:
        """Let go of the pictures kept."""
        for pacer in self._pacers.values():
            pacer.forget()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 -- Qt's name
        """The caption may take a share of the height."""
        super().resizeEvent(event)
        margins = self._column.contentsMargins()
        others = margins.top() + margins.bottom() + 2 * self._column.spacing()
        if not self.coming.isHidden():
            others += self.coming.height()
        self.caption.set_room(max(1.0, self.height() * (1 - _LEAST_PACER) - others))
