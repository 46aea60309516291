"""What lies around the pages: the ground, the side bar, and the room for a message."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from relaxapp.script.library import SUFFIX
from relaxapp.ui.message import MessageBar
from relaxapp.ui.painted.ground import Ground
from relaxapp.ui.side_bar import SideBar

if TYPE_CHECKING:
    from PySide6.QtGui import QDropEvent

    from relaxapp.ui.saving import SavingBar
    from relaxapp.ui.theme import Theme


class Frame(Ground):
    """The side bar at the left; at the right the pages, one at a time, below what there is to say.

    Attributes:
        side_bar: where one can go.
        message_bar: what there is to say; takes no room while there is nothing.
        pages: the pages.
    """

    file_dropped = Signal(object)
    """A script file was dropped: its path, a `Path`."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.side_bar = SideBar(theme)
        self.message_bar = MessageBar()
        self.pages = QStackedWidget()
        message_room = QWidget()
        room = QVBoxLayout(message_room)
        room.setContentsMargins(theme.margin_px, 14, theme.margin_px, 0)
        room.addWidget(self.message_bar)
        message_room.hide()
        self._message_room = message_room
        self._is_small = False
        self.message_bar.shown.connect(self._show_messages)
        self._saving_bar: SavingBar | None = None
        column = self._column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(message_room)
        column.addWidget(self.pages, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.side_bar)
        row.addLayout(column, 1)

    def add_saving_bar(self, bar: SavingBar) -> None:
        """Gives a line its place above the pages; it is not seen while a page fills the window."""
        self._saving_bar = bar
        self._column.insertWidget(1, bar)

    def show_page(self, page: QWidget, place: str) -> None:
        """Shows a page beside the side bar, with its place marked.

        What was said is about the page before, and goes with it.
        """
        if self.pages.currentWidget() is not page:
            self.message_bar.clear()
        self.side_bar.show_place(place)
        self.return_to(page)

    def return_to(self, page: QWidget) -> None:
        """Shows the page one came from beside the side bar; what was said meanwhile stays."""
        self.pages.setCurrentWidget(page)
        self.side_bar.show()
        if self._saving_bar is not None:
            self._saving_bar.come_back()
        self.setAcceptDrops(True)

    def fill_with(self, page: QWidget) -> None:
        """Shows a page in the whole window, and takes no files meanwhile."""
        self.message_bar.clear()
        self.side_bar.hide()
        if self._saving_bar is not None:
            self._saving_bar.hide()
        self.setAcceptDrops(False)
        self.pages.setCurrentWidget(page)

    def set_small(self, small: bool) -> None:  # noqa: FBT001 - a slot for a signal
        """Whether the window is too small for anything but the page; what there is to say waits."""
        self._is_small = small
        self._show_messages()

    def _show_messages(self) -> None:
        self._message_room.setVisible(self.message_bar.message is not None and not self._is_small)

    def dragEnterEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        """Takes one script file."""
        if _script_file(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        """Hands the file on."""
        path = _script_file(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self.file_dropped.emit(path)


def _script_file(data: QMimeData) -> Path | None:
    """The one script file that is dragged; None if it is anything else."""
    urls = data.urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    path = Path(urls[0].toLocalFile())
    return path if path.name.endswith(SUFFIX) else None
