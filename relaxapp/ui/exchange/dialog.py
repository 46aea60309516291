"""What the dialogs of the history have in common: words, work that can be called off, and how it went."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMargins, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from relaxapp.ui.aloud import announce
from relaxapp.ui.enter_key import presses_button
from relaxapp.ui.exchange.errand import Errand
from relaxapp.ui.label import paragraph
from relaxapp.ui.message import Message
from relaxapp.ui.pages.scroll_column import ScrollColumn

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent

    from relaxapp.ui.exchange.inquiry import Inquiry
    from relaxapp.ui.history_supplies import HistorySupplies

_EDGE = QSize(48, 48)
"""What is seen of the window around it at the least."""
_BAR_ROOM_PX = 14


class WorkDialog(QDialog):
    """Opens over the window with `open()`, and is gone for good when it is closed and its work is over.

    Args:
        supplies: the journal, and where slow work is done.
        title: what it is called.
        parent: what it opens over.

    Attributes:
        errand: what the person has done here.
        workers: all that may be at work in it, the errand among them.
        outcome: how something went.
    """

    said = Signal(object)
    """Something to say to the person when the dialog is gone: a `Message`."""

    def __init__(
        self, supplies: HistorySupplies, title: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setModal(True)
        self.theme = supplies.theme
        self.journal = supplies.journal
        self.errand = Errand(supplies.pool, supplies.theme)
        self.workers: list[Errand | Inquiry] = [self.errand]
        self.outcome = OutcomeCard()
        self.close_button = button(self.tr("Close"), "quiet")
        self.close_button.clicked.connect(self.reject)

    def room(self, size: QSize) -> QSize:
        """How large a dialog of that size, at 100 %, can be over the window it opens over."""
        room = size * (self.theme.text_percent / 100)
        parent = self.parentWidget()
        return room if parent is None else room.boundedTo(parent.window().size() - _EDGE)

    def tell(self, text: str, offer: str = "", act: Callable[[], None] | None = None) -> None:
        """Says how something went, in place of what was said before.

        Args:
            text: a sentence or two.
            offer: what a button beside it does; empty for no button.
            act: called when that is pressed.
        """
        if not self.isVisible():
            self.said.emit(Message(text))
            return
        self.outcome.tell(text, offer, act)
        announce(self, text)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Lets Enter press the button in focus."""
        if not presses_button(self, event):
            super().keyPressEvent(event)

    def done(self, result: int) -> None:
        """Closes; what is being done is called off, and told if it could not be any more."""
        super().done(result)
        self.errand.call_off()
        self._leave()

    def _leave(self) -> None:
        """Is gone as soon as nothing is being done any more."""
        for worker in self.workers:
            if worker.is_busy:
                worker.over.connect(self._leave, Qt.ConnectionType.SingleShotConnection)
                return
        self.deleteLater()


class HistoryDialog(WorkDialog):
    """One with everything in a column that scrolls, and the work and the buttons below it.

    Args:
        supplies: the journal, and where slow work is done.
        title: what it is called.
        size: how large it is at 100 %, unless the window is smaller.
        parent: what it opens over.
    """

    changed = Signal()
    """The log was changed here."""

    def __init__(
        self, supplies: HistorySupplies, title: str, size: QSize, parent: QWidget | None = None
    ) -> None:
        super().__init__(supplies, title, parent)
        theme = supplies.theme
        head = paragraph("title", title)
        area = self._area = ScrollColumn(QMargins(4, 0, _BAR_ROOM_PX, 0), title)
        area.column.setSpacing(theme.px(16))
        self.column = QVBoxLayout()
        self.column.setSpacing(theme.px(16))
        area.column.addWidget(head)
        area.column.addLayout(self.column)
        area.column.addWidget(self.outcome)
        area.column.addStretch()
        self.foot = QHBoxLayout()
        self.foot.setSpacing(theme.gap_px)
        self.foot.addStretch()
        self.foot.addWidget(self.close_button)
        lower = QVBoxLayout()
        lower.setContentsMargins(4, 0, _BAR_ROOM_PX, 0)
        lower.setSpacing(theme.px(10))
        lower.addWidget(self.errand)
        lower.addLayout(self.foot)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(theme.margin_px - 4, 26, theme.margin_px - _BAR_ROOM_PX, 20)
        whole.setSpacing(theme.px(14))
        whole.addWidget(area, 1)
        whole.addLayout(lower)
        self.resize(self.room(size))

    def tell(self, text: str, offer: str = "", act: Callable[[], None] | None = None) -> None:
        """Says how something went, and brings it into sight."""
        super().tell(text, offer, act)
        if self.isVisible():
            self.show_whole(self.outcome)

    def show_whole(self, widget: QWidget) -> None:
        """Scrolls until the lower end of a widget that has just changed is to be seen."""

        def scroll() -> None:
            inside = self._area.widget()
            assert inside is not None
            place = widget.mapTo(inside, widget.rect().bottomLeft())
            self._area.ensureVisible(place.x(), place.y())

        # Its height is known when layouts have been worked out, which follow one from the other.
        QTimer.singleShot(0, self, scroll)


class OutcomeCard(QFrame):
    """A sentence about what has been done, and perhaps a button; hidden while there is nothing to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._act: Callable[[], None] | None = None
        self._words = breaking("")
        self.button = button("", "quiet")
        self.button.clicked.connect(self._on_button)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 12, 12, 12)
        row.setSpacing(12)
        row.addWidget(self._words, 1)
        row.addWidget(self.button, alignment=Qt.AlignmentFlag.AlignTop)
        self.hide()

    @property
    def text(self) -> str:
        """What is said; empty while nothing is."""
        return self._words.text()

    def tell(self, text: str, offer: str = "", act: Callable[[], None] | None = None) -> None:
        """Says something, as `HistoryDialog.tell` says it."""
        self._act = act
        self._words.setText(text)
        self.button.setText(offer)
        self.button.setVisible(bool(offer))
        self.show()

    def clear(self) -> None:
        """Says nothing more."""
        self._words.clear()
        self.hide()

    def _on_button(self) -> None:
        if self._act is not None:
            self._act()


def button(text: str, kind: str = "") -> QPushButton:
    """A button that Enter presses only while it has the focus.

    Args:
        text: what stands on it.
        kind: one of the kinds in `style.qss`.
    """
    made = QPushButton(text)
    made.setProperty("kind", kind)
    made.setAutoDefault(False)
    return made


def breaking(role: str, text: str = "") -> QLabel:
    """Words with the path of a file in them: they break anywhere, and can be copied with the mouse.

    Args:
        role: one of the roles in `style.qss`.
        text: what it says.
    """
    label = paragraph(role, text)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return label
