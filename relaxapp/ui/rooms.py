"""The rooms of the window: its frame and its pages in one look, each made when it is first gone to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from PySide6.QtCore import QObject, QThreadPool, Signal

from relaxapp.ui.frame import Frame
from relaxapp.ui.pages.sessions import SessionsPage

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from relaxapp.journal.journal import Journal
    from relaxapp.script.script import Script
    from relaxapp.session.clock import Clock
    from relaxapp.session.studio import Studio
    from relaxapp.ui.choices import Choices
    from relaxapp.ui.history.page import HistoryPage
    from relaxapp.ui.message import Message
    from relaxapp.ui.pages.offer import Offer
    from relaxapp.ui.pages.paths_page import PathsPage
    from relaxapp.ui.pages.reading_page import ReadingPage
    from relaxapp.ui.pages.recordings_card import RecordingsCard
    from relaxapp.ui.pages.settings import SettingsPage
    from relaxapp.ui.pages.sheet import SheetPage
    from relaxapp.ui.theme import Theme

SESSIONS, HISTORY, SETTINGS, HELP = "sessions", "history", "settings", "help"
WAYS = "ways"
"""The page of ways, which is reached from the sessions and no place of its own."""


@runtime_checkable
class _TakesFocus(Protocol):
    """A page that knows where a person begins in it; all of these do."""

    def take_focus(self) -> None: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Supplies:
    """What the pages are made from.

    Attributes:
        journal: gives the log; it is opened no sooner.
        choices: what the person chose.
        studio: gives what makes sessions ready; the sound is loaded no sooner.
        clock: the time of day.
        pool: where slow work is done.
        scripts: the scripts there are, as ids and titles.
        script: gives the script that goes by an id, as it is now; None if there is none.
        folders: where the person's data are, each with what is in it.
    """

    journal: Callable[[], Journal]
    choices: Choices
    studio: Callable[[], Studio]
    clock: Clock
    pool: QThreadPool
    scripts: Callable[[], Sequence[tuple[str, str]]]
    script: Callable[[str], Script | None]
    folders: Callable[[], Sequence[tuple[str, Path]]]


@dataclass(frozen=True, slots=True)
class Stay:
    """Where a person is in the rooms.

    Attributes:
        place: the place that is marked in the side bar.
        offer: what the sheet shows; None while the person is elsewhere.
        focus_key: what has the focus in the settings; empty elsewhere.
        message: what is being said; None while nothing is.
        ways: `WAYS` or the name of what is read there; empty elsewhere.
    """

    place: str
    offer: Offer | None
    focus_key: str
    message: Message | None
    ways: str


class Rooms(QObject):
    """One look has one set of rooms; with another look the window moves into new ones.

    Args:
        theme: the look.
        supplies: what the pages are made from.
        parent: as in Qt.

    Attributes:
        frame: what lies around the pages.
        sessions: the first page.
    """

    offer_chosen = Signal(object)
    """A script is to be looked at: its `Offer`."""
    start_wished = Signal(object)
    """A script is to be begun at its usual length: its `Offer`."""
    favourite_toggled = Signal(object)
    """A script became a favourite, or is none any more: its `Offer`."""
    again_asked = Signal()
    """The last session is to be begun again."""
    quick_help_asked = Signal()
    """The quick help is to be begun."""
    ways_asked = Signal()
    """The ways through the sessions are to be shown."""
    reading_asked = Signal(str)
    """Something is to be read: its name."""
    ways_left = Signal()
    """The person goes back from the ways."""
    start_asked = Signal(object)
    """A session is to be begun: a `Wish`."""
    save_asked = Signal(object)
    """A session is wanted as a sound file: a `Wish`."""
    sheet_left = Signal()
    """The person goes back from the sheet."""
    place_asked = Signal(str)
    """The person wants to go to a place: its name."""
    file_dropped = Signal(object)
    """A script file was dropped: its path, a `Path`."""
    journal_changed = Signal()
    """Something in the log is not as it was."""
    said = Signal(object)
    """Something to say to the person: a `Message`."""

    def __init__(self, theme: Theme, supplies: Supplies, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._supplies = supplies
        self._history: HistoryPage | None = None
        self._sheet: SheetPage | None = None
        self._ways: PathsPage | None = None
        self._reading: ReadingPage | None = None
        self._settings_page: SettingsPage | None = None
        self._recordings: RecordingsCard | None = None
        self.frame = Frame(theme)
        self.frame.file_dropped.connect(self.file_dropped)
        self.frame.message_bar.left.connect(self._give_focus)
        self.sessions = SessionsPage(theme)
        self.sessions.chosen.connect(self.offer_chosen)
        self.sessions.start_asked.connect(self.start_wished)
        self.sessions.favourite_toggled.connect(self.favourite_toggled)
        self.sessions.again_asked.connect(self.again_asked)
        self.sessions.ways_asked.connect(self.ways_asked)
        self.frame.pages.addWidget(self.sessions)
        self._left: QWidget = self.sessions
        self._add_places()

    @property
    def history(self) -> HistoryPage:
        """The history, made when it is first asked for."""
        if self._history is None:
            from relaxapp.ui.history.page import HistoryPage  # noqa: PLC0415 - start-up
            from relaxapp.ui.history_supplies import HistorySupplies  # noqa: PLC0415

            self._history = HistoryPage(
                HistorySupplies(
                    journal=self._supplies.journal(),
                    choices=self._supplies.choices,
                    now=self._supplies.clock.now,
                    theme=self._theme,
                    pool=self._supplies.pool,
                    scripts=self._supplies.scripts,
                    script=self._supplies.script,
                )
            )
            self._history.said.connect(self.said)
            self._history.changed.connect(self.journal_changed)
            self.frame.pages.addWidget(self._history)
        return self._history

    @property
    def sheet(self) -> SheetPage:
        """The sheet, made when it is first asked for."""
        if self._sheet is None:
            from relaxapp.ui.pages.sheet import SheetPage  # noqa: PLC0415 - start-up

            studio = self._supplies.studio()
            self._sheet = SheetPage(
                choices=self._supplies.choices,
                fit=studio.fitting,
                own_sounds=studio.own_sounds,
                theme=self._theme,
            )
            self._sheet.start_asked.connect(self.start_asked)
            self._sheet.save_asked.connect(self.save_asked)
            self._sheet.left.connect(self.sheet_left)
            self.frame.pages.addWidget(self._sheet)
        return self._sheet

    @property
    def ways(self) -> PathsPage:
        """The page of ways, made when it is first asked for."""
        if self._ways is None:
            from relaxapp.ui.pages.paths_page import PathsPage  # noqa: PLC0415 - start-up

            self._ways = PathsPage(self._theme)
            self._ways.chosen.connect(self.offer_chosen)
            self._ways.reading_asked.connect(self.reading_asked)
            self._ways.left.connect(self.ways_left)
            self.frame.pages.addWidget(self._ways)
        return self._ways

    def read(self, name: str) -> ReadingPage:
        """A page with a text, in place of the one that was read before."""
        from relaxapp.ui.pages.reading import reading  # noqa: PLC0415 - start-up
        from relaxapp.ui.pages.reading_page import ReadingPage  # noqa: PLC0415

        before, self._reading = self._reading, ReadingPage(name, reading(name), self._theme)
        self._reading.left.connect(self.ways_asked)
        self.frame.pages.addWidget(self._reading)
        if before is not None:
            self.frame.pages.removeWidget(before)
            before.deleteLater()
        return self._reading

    @property
    def is_at_ways(self) -> bool:
        """Whether the page of ways is shown."""
        return self._ways is not None and self.frame.pages.currentWidget() is self._ways

    @property
    def settings_page(self) -> SettingsPage:
        """The settings, made when they are first asked for."""
        if self._settings_page is None:
            from relaxapp.ui.desktop.screens import screen_names  # noqa: PLC0415 - start-up
            from relaxapp.ui.pages.settings import SettingsPage  # noqa: PLC0415

            studio = self._supplies.studio()
            self._settings_page = SettingsPage(
                choices=self._supplies.choices,
                auditions=studio.auditions,
                pool=self._supplies.pool,
                theme=self._theme,
                screens=screen_names,
                scripts=self._supplies.scripts,
                own_sounds=studio.own_sounds,
                folders=self._supplies.folders(),
            )
            self._add_recordings(self._settings_page)
            self.frame.pages.addWidget(self._settings_page)
        return self._settings_page

    def fill_with(self, page: QWidget) -> None:
        """Gives the whole window to a page that is not one of these, until `return_`."""
        self._left = self.frame.pages.currentWidget() or self.sessions
        self.frame.pages.addWidget(page)
        self.frame.fill_with(page)

    def return_(self) -> None:
        """Shows the page that was left for another one; what was said meanwhile stays."""
        self.frame.return_to(self._left)
        self._give_focus()

    def _give_focus(self) -> None:
        """Gives the focus to the page that is shown."""
        shown: object = self.frame.pages.currentWidget()
        if isinstance(shown, _TakesFocus):
            shown.take_focus()

    def stay(self) -> Stay:
        """Where the person is, to be found again in other rooms."""
        shown = self.frame.pages.currentWidget()
        sheet, settings = self._sheet, self._settings_page
        return Stay(
            place=self.frame.side_bar.place,
            offer=sheet.offer if sheet is not None and shown is sheet else None,
            focus_key=settings.focus_key if settings is not None and shown is settings else "",
            message=self.frame.message_bar.message,
            ways=self._ways_stay(),
        )

    def close(self) -> None:
        """Keeps what was written in the pages, and ends what they are at."""
        if self._history is not None:
            self._history.save()
        if self._recordings is not None:
            self._recordings.cancel()
        if self._settings_page is not None:
            self._settings_page.stop()

    def _ways_stay(self) -> str:
        if self._reading is not None and self.frame.pages.currentWidget() is self._reading:
            return self._reading.name
        return WAYS if self.is_at_ways else ""

    def _add_places(self) -> None:
        """Only what is there: a place that leads nowhere is none."""
        side_bar = self.frame.side_bar
        side_bar.add(SESSIONS, self.tr("Sessions"))
        side_bar.add(HISTORY, self.tr("History"))
        side_bar.add(SETTINGS, self.tr("Settings"))
        side_bar.add(HELP, self.tr("Help"), stays=False)
        side_bar.asked_for.connect(self.place_asked)
        side_bar.quick_help_asked.connect(self.quick_help_asked)

    def _add_recordings(self, page: SettingsPage) -> None:
        """Puts the person's recordings at the end of the settings."""
        from relaxapp.ui.pages.recordings_card import RecordingsCard  # noqa: PLC0415 - start-up

        collection = self._supplies.studio().collection
        if collection is not None:
            self._recordings = RecordingsCard(collection, self._supplies.pool)
            self._recordings.said.connect(self.said)
            page.add_card(self._recordings)
