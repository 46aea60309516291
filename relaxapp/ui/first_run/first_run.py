"""What fills the window before the first session: three short pages, of which any can be skipped."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt, QThreadPool, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from relaxapp.ui import actions
from relaxapp.ui.first_run.pages import body_page, liking_page, safety_page
from relaxapp.ui.painted.step_dots import StepDots

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent

    from relaxapp.session.audition import Auditions
    from relaxapp.ui.choices import Choices
    from relaxapp.ui.first_run.page import FirstPage
    from relaxapp.ui.theme import Theme

_WIDEST_PX = 760


class FirstRun(QWidget):
    """Goes from page to page; what is chosen holds at once.

    Args:
        choices: what is chosen; `safety_read` becomes True when the person says so.
        theme: the look.
        auditions: gives the voices there are, asked when one is to be heard; None where none can be.
        pool: where a sentence is prepared; None for one of its own.
        at: the page to begin with, for one that takes the place of another in a new look.
        parent: as in Qt.
    """

    done = Signal()
    """The person has seen the pages, or does not want to."""
    quick_help_asked = Signal()
    """The person wants help now."""

    def __init__(
        self,
        *,
        choices: Choices,
        theme: Theme,
        auditions: Callable[[], Auditions] | None = None,
        pool: QThreadPool | None = None,
        at: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._choices = choices
        self._pages: tuple[FirstPage, ...] = (
            safety_page(theme),
            body_page(choices, theme),
            liking_page(choices, theme, auditions, pool or QThreadPool(self)),
        )
        self._stack = QStackedWidget()
        for page in self._pages:
            self._stack.addWidget(page)
        self.quick_help_button = _button(self.tr("Quick help"), "")
        self.quick_help_button.setAccessibleDescription(
            self.tr("Begins a short session at once, for a bad moment.")
        )
        self.quick_help_button.clicked.connect(self.quick_help_asked)
        self.back_button = _button(self.tr("Back"), "quiet")
        self.back_button.clicked.connect(self._go_back)
        self.skip_button = _button("", "quiet")
        self.skip_button.clicked.connect(self._skip)
        self.next_button = _button("", "primary")
        self.next_button.clicked.connect(self._go_on)
        self._dots = StepDots(theme, len(self._pages))
        self._lay_out(theme)
        actions.connect(self, {"skip-first-run": self.done.emit})
        self._show_page(at)

    @property
    def at(self) -> int:
        """Which page is shown, from 0."""
        return self._stack.currentIndex()

    @property
    def focus_key(self) -> str:
        """What has the focus, for `take_focus` of pages that take the place of these; or empty."""
        # Qt's types forget that nothing may have had it yet.
        focused = cast("QWidget | None", self.focusWidget())
        return "" if focused is None else focused.objectName()

    def take_focus(self, focus_key: str = "") -> None:
        """Gives the focus to what is read or done next, or to what had it before.

        Args:
            focus_key: the `focus_key` of the pages that these take the place of.
        """
        page = self._pages[self.at]
        control = page.findChild(QWidget, focus_key) if focus_key else None
        if control is not None:
            control.setFocus(Qt.FocusReason.TabFocusReason)
            # Where it is, is known once the page is laid out.
            QTimer.singleShot(0, control, lambda: page.area.ensureWidgetVisible(control, 0, 120))
        elif self.at == 0:
            # What is to be read scrolls with the arrow keys.
            page.area.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.next_button.setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Lets Enter go on from what is read."""
        is_enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if is_enter and self._pages[self.at].area.hasFocus():
            self._go_on()
        else:
            super().keyPressEvent(event)

    def _lay_out(self, theme: Theme) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.back_button)
        foot.addWidget(self.quick_help_button)
        foot.addStretch(1)
        foot.addWidget(self._dots)
        foot.addStretch(1)
        foot.addWidget(self.skip_button)
        foot.addWidget(self.next_button)
        inside = QWidget()
        inside.setMaximumWidth(theme.px(_WIDEST_PX))
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(16))
        column.addWidget(self._stack, 1)
        column.addLayout(foot)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.margin_px, 34, theme.margin_px, 26)
        row.addStretch(1)
        row.addWidget(inside, 100)
        row.addStretch(1)

    def _show_page(self, at: int) -> None:
        self._stack.setCurrentIndex(at)
        self._dots.show_step(at)
        is_first, is_last = at == 0, at == len(self._pages) - 1
        is_unread = is_first and not self._choices.settings.safety_read
        self.quick_help_button.setVisible(is_first)
        self.back_button.setVisible(not is_first)
        self.skip_button.setVisible(is_unread or not (is_first or is_last))
        for button, words in (
            (self.skip_button, self.tr("Later") if is_unread else self.tr("Skip")),
            (self.next_button, self._words_to_go_on(is_unread=is_unread, is_last=is_last)),
        ):
            button.setText(words)
            button.setAccessibleName(words)

    def _words_to_go_on(self, *, is_unread: bool, is_last: bool) -> str:
        if is_unread:
            return self.tr("I have read this")
        return self.tr("Begin") if is_last else self.tr("Go on")

    def _go_to(self, at: int) -> None:
        if at >= len(self._pages):
            self.done.emit()
            return
        self._show_page(at)
        self.take_focus()

    def _go_on(self) -> None:
        if self.at == 0:
            self._choices.change(safety_read=True)
        self._go_to(self.at + 1)

    def _go_back(self) -> None:
        self._go_to(self.at - 1)

    def _skip(self) -> None:
        """On the first page only that page, which is shown again another time; then all of them."""
        if self.at == 0:
            self._go_to(1)
        else:
            self.done.emit()


def _button(words: str, kind: str) -> QPushButton:
    button = QPushButton(words)
    button.setProperty("kind", kind)
    button.setAccessibleName(words)
    return button
