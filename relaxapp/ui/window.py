"""The window: what the person is shown, and the way from one place to the other."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QByteArray,
    QCoreApplication,
    QEvent,
    QSize,
    Qt,
    QThreadPool,
    QTimer,
    Signal,
)
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from relaxapp.errors import NotFoundError, RelaxError
from relaxapp.script.library import SUFFIX, Library
from relaxapp.ui import actions
from relaxapp.ui.enter_key import presses_button
from relaxapp.ui.message import Message
from relaxapp.ui.occupation import Occupation
from relaxapp.ui.rooms import HELP, HISTORY, SESSIONS, SETTINGS, WAYS, Rooms, Supplies

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QCloseEvent, QKeyEvent, QPaintEvent

    from relaxapp.journal.journal import Journal
    from relaxapp.script.script import Script
    from relaxapp.session.clock import Clock
    from relaxapp.session.studio import Studio
    from relaxapp.settings import Settings
    from relaxapp.ui.appearance import Appearance
    from relaxapp.ui.choices import Choices
    from relaxapp.ui.desktop.request import Request
    from relaxapp.ui.history.page import HistoryPage
    from relaxapp.ui.message import MessageBar
    from relaxapp.ui.pages.offer import Offer
    from relaxapp.ui.pages.sessions import SessionsPage
    from relaxapp.ui.pages.settings import SettingsPage
    from relaxapp.ui.pages.sheet import SheetPage
    from relaxapp.ui.pages.wish import Wish
    from relaxapp.ui.practice import Practice
    from relaxapp.ui.saving import SavingBar
    from relaxapp.ui.side_bar import SideBar
    from relaxapp.ui.welcome import Welcome

LEAST_SIZE = QSize(880, 600)
USUAL_SIZE = QSize(1280, 800)


class MainWindow(QMainWindow):
    """Everything there is to see.

    Args:
        library: the scripts to choose from.
        open_journal: called when the log is first needed, which is when the window was painted; it
            is opened no sooner.
        choices: what the person chose.
        appearance: the look, taken up.
        open_studio: called with what tells the choices as they are now, when sessions are first to
            be made ready; the sound is loaded no sooner.
        clock: the time of day.
        parent: as in Qt.
    """

    filled = Signal()
    """The first page shows what there is: the window was painted, and all that waited for it may begin."""
    unusable = Signal(object)
    """There is nothing to be done here without the log, and it cannot be opened: the `RelaxError`."""

    def __init__(
        self,
        *,
        library: Library,
        open_journal: Callable[[], Journal],
        choices: Choices,
        appearance: Appearance,
        open_studio: Callable[[Callable[[], Settings]], Studio],
        clock: Clock,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._open_journal = open_journal
        self._journal: Journal | None = None
        self._appearance = appearance
        self._open_studio = open_studio
        self._studio: Studio | None = None
        self._clock = clock
        self.choices = choices
        self.choices.failed.connect(self._on_trouble)
        self._pool = QThreadPool(self)
        self._saving: SavingBar | None = None
        self._is_filled = False
        self._leave_sheet: Callable[[], None] = self.show_sessions
        self._asked_meanwhile = ""
        self.setWindowTitle("relaxapp")
        self.setMinimumSize(LEAST_SIZE)
        self._supplies = Supplies(
            journal=lambda: self.journal,
            choices=choices,
            studio=lambda: self.studio,
            clock=clock,
            pool=self._pool,
            scripts=self._scripts,
            script=self._script,
            folders=self._data_folders,
        )
        self.occupation = Occupation(
            self,
            supplies=self._supplies,
            rooms=lambda: self._rooms,
            theme=lambda: self._appearance.theme,
            offers=self._offers,
            again=lambda: self._found().again,
        )
        self.occupation.said.connect(self.say)
        self.occupation.over.connect(self._on_free)
        self.occupation.practised.connect(self._on_practised)
        self._rooms = self._furnished()
        appearance.outdated.connect(self._on_outdated)
        self._restore_geometry()
        if not choices.settings.safety_read:
            self.occupation.welcome()
        if choices.notice:
            self.say(Message(choices.notice))

    @property
    def pages(self) -> QStackedWidget:
        """The pages there are, one of them shown."""
        return self._rooms.frame.pages

    @property
    def side_bar(self) -> SideBar:
        """Where one can go."""
        return self._rooms.frame.side_bar

    @property
    def message_bar(self) -> MessageBar:
        """What there is to say."""
        return self._rooms.frame.message_bar

    @property
    def sessions(self) -> SessionsPage:
        """The first page."""
        return self._rooms.sessions

    @property
    def history(self) -> HistoryPage:
        """The history, made when it is first asked for."""
        return self._rooms.history

    @property
    def sheet(self) -> SheetPage:
        """The sheet, made when it is first asked for."""
        return self._rooms.sheet

    @property
    def settings_page(self) -> SettingsPage:
        """The settings, made when they are first asked for."""
        return self._rooms.settings_page

    @property
    def journal(self) -> Journal:
        """The log, opened when it is first asked for.

        Raises:
            RelaxError: it cannot be opened.
        """
        if self._journal is None:
            self._journal = self._open_journal()
        return self._journal

    @property
    def studio(self) -> Studio:
        """What makes sessions ready, made when it is first asked for."""
        if self._studio is None:
            self._studio = self._open_studio(lambda: self.choices.settings)
        return self._studio

    @property
    def saving(self) -> SavingBar:
        """The line about a session that is saved as audio, made when it is first asked for."""
        if self._saving is None:
            from relaxapp.ui.saving import SavingBar  # noqa: PLC0415 - start-up

            self._saving = SavingBar(self._pool, self._appearance.theme)
            self._rooms.frame.add_saving_bar(self._saving)
        return self._saving

    @property
    def practice(self) -> Practice | None:
        """The session that is on; None while none is."""
        return self.occupation.practice

    def say(self, message: Message) -> None:
        """Says something in the bar above the pages."""
        self.message_bar.say(message)

    def fill(self) -> None:
        """Opens the log, reads it and the scripts for the first page, and listens to keys, once.

        The window does so by itself once it was painted, so that there is something to see at once.
        """
        if self._is_filled:
            return
        self._is_filled = True
        try:
            notice = self.journal.notice
        except RelaxError as error:
            self.unusable.emit(error)
            return
        if notice:
            self.say(Message(notice))
        self._connect_keys()
        self._read()
        self.filled.emit()

    def show_sessions(self) -> None:
        """Goes to the sessions, read anew."""
        if not self.occupation.is_on:
            self._read()
            self._rooms.frame.show_page(self.sessions, SESSIONS)
            self.sessions.take_focus()

    def show_history(self) -> None:
        """Goes to the history."""
        if not self.occupation.is_on:
            self.history.refresh()
            self._rooms.frame.show_page(self.history, HISTORY)
            self.history.take_focus()

    def show_ways(self) -> None:
        """Goes to the ways through the sessions, as the log has them now."""
        if not self.occupation.is_on:
            from relaxapp.ui.pages.paths import ways  # noqa: PLC0415 - start-up

            found = self._found()
            page = self._rooms.ways
            page.show_ways(
                ways(found.offers, found.entries, self._clock.now(), self.choices.settings)
            )
            self._rooms.frame.show_page(page, SESSIONS)
            page.take_focus()
            if found.trouble:
                self.say(Message(found.trouble))

    def show_reading(self, name: str) -> None:
        """Goes to a text, by its name in `relaxapp.ui.pages.reading`."""
        if not self.occupation.is_on:
            page = self._rooms.read(name)
            self._rooms.frame.show_page(page, SESSIONS)
            page.take_focus()

    def show_settings(self) -> None:
        """Goes to the settings."""
        if not self.occupation.is_on:
            self._rooms.frame.show_page(self.settings_page, SETTINGS)
            self.settings_page.take_focus()

    def show_offer(self, offer: Offer) -> None:
        """Goes to the sheet of a script."""
        if not self.occupation.is_on:
            sheet = self.sheet
            # Back leads to where one came from.
            at_ways = self._rooms.is_at_ways
            self._leave_sheet = self.show_ways if at_ways else self.show_sessions
            sheet.name_way_back(to_ways=at_ways)
            self._rooms.frame.show_page(sheet, SESSIONS)
            sheet.show_offer(offer)

    def show_help(self) -> None:
        """Opens the help over whatever is shown."""
        from relaxapp.ui.help import HelpSheet  # noqa: PLC0415 - start-up

        sheet = HelpSheet(self._appearance.theme, self._data_folders(), self)
        sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        sheet.open()

    def open_file(self, path: Path) -> None:
        """Shows the sheet of a script file, or what is wrong with it."""
        from relaxapp.ui.shelves import offer_of_file  # noqa: PLC0415 - start-up

        self.show_offer(offer_of_file(path))

    def open_named(self, file_or_id: str) -> None:
        """Shows the sheet of a file, or of a script of the library, or says that there is neither.

        What has the window is not disturbed; the sheet is shown when it is free again.
        """
        if self.occupation.is_on:
            self._asked_meanwhile = file_or_id
            return
        try:
            path = self._library.find(file_or_id)
        except NotFoundError as error:
            self._on_trouble(error)
        else:
            self.open_file(path)

    def answer(self, request: Request) -> None:
        """Shows what a second start was asked for; a session that is on is not disturbed by it."""
        from relaxapp.ui.desktop.foreground import come_forward  # noqa: PLC0415 - start-up

        if not self.occupation.is_on:
            come_forward(self, request.activation_token)
        if request.file_or_id:
            self.open_named(request.file_or_id)

    def choose_file(self) -> Path | None:
        """Asks the person for a file; None if they want none."""
        from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415 - start-up

        name, _ = QFileDialog.getOpenFileName(
            self,
            self.tr("Open a script"),
            "",
            self.tr("Scripts (*{suffix})").format(suffix=SUFFIX) + ";;" + self.tr("All files (*)"),
        )
        return Path(name) if name else None

    def choose_audio_file(self, title: str) -> Path | None:
        """Asks the person what to save a session as; None if they do not want to."""
        from relaxapp.ui.audio_file import ask_for_audio_file  # noqa: PLC0415 - start-up

        return ask_for_audio_file(self, title)

    def save_as_audio(self, wish: Wish) -> None:
        """Writes a session to a sound file that the person names, while they go on."""
        from relaxapp.ui.saving import saving_work  # noqa: PLC0415 - start-up

        title = wish.offer.title
        path = self.choose_audio_file(title)
        if path is not None:
            day = self._clock.now().date()
            self.saving.save(saving_work(self.studio, wish, path, day), title, path)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Reads what the first page shows as soon as the window was painted without it."""
        super().paintEvent(event)
        if not self._is_filled:
            QTimer.singleShot(0, self, self.fill)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Stops and logs a running session, keeps what was written, and remembers size and place."""
        self.occupation.stop()
        if self._saving is not None:
            self._saving.cancel()
        self._rooms.close()
        self._pool.waitForDone()
        geometry = bytes(self.saveGeometry().toBase64().data()).decode("ascii")
        self.choices.change(geometry=geometry)
        super().closeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Lets Enter press the button in focus, as Space does; Qt does so in dialogs only."""
        if not presses_button(self, event):
            super().keyPressEvent(event)

    def _furnished(self) -> Rooms:
        """New rooms in the look that was taken up, with the sessions shown."""
        rooms = Rooms(self._appearance.theme, self._supplies, self)
        rooms.offer_chosen.connect(self.show_offer)
        rooms.start_asked.connect(self.occupation.practise)
        rooms.start_wished.connect(self.occupation.start_at_once)
        rooms.favourite_toggled.connect(self._keep_favourite)
        rooms.again_asked.connect(self.occupation.start_last)
        rooms.quick_help_asked.connect(self.occupation.help_quickly)
        rooms.save_asked.connect(self.save_as_audio)
        rooms.sheet_left.connect(self._on_sheet_left)
        rooms.ways_asked.connect(self.show_ways)
        rooms.ways_left.connect(self.show_sessions)
        rooms.reading_asked.connect(self.show_reading)
        rooms.file_dropped.connect(self.open_file)
        rooms.journal_changed.connect(self._read)
        rooms.said.connect(self.say)
        rooms.place_asked.connect(self._go_to)
        self.setCentralWidget(rooms.frame)
        self._appearance.dress()
        # Qt would show it later only, and what is not shown cannot have the focus.
        rooms.frame.show()
        rooms.sessions.greet(self._clock.now().hour)
        rooms.frame.show_page(rooms.sessions, SESSIONS)
        rooms.sessions.setFocus()
        return rooms

    def _connect_keys(self) -> None:
        actions.connect(
            self,
            {
                "quick-help": self.occupation.help_quickly,
                "start-last": self.occupation.start_last,
                "full-screen": self._toggle_full_screen,
                "open": self._open,
                "sessions": self.show_sessions,
                "history": self.show_history,
                "ways": self.show_ways,
                "settings": self.show_settings,
                "help": self.show_help,
                "quit": self._quit,
            },
        )

    def _go_to(self, place: str) -> None:
        go = {
            SESSIONS: self.show_sessions,
            HISTORY: self.show_history,
            SETTINGS: self.show_settings,
            HELP: self.show_help,
        }
        go[place]()

    def _on_outdated(self) -> None:
        """Moves into new rooms if another look is wanted, as soon as nothing in the old ones is at work."""
        QTimer.singleShot(0, self, self._move)

    def _move(self) -> None:
        """Takes up another look: new rooms, and in them what was shown in the old ones.

        Not in the middle of a session: it keeps the look it began with.
        """
        if self.practice is not None or not self._appearance.is_outdated:
            return
        stay, first = self._rooms.stay(), self.occupation.first_run
        at, focus_key = (0, "") if first is None else (first.at, first.focus_key)
        self._leave_rooms()
        self._appearance.take_up()
        self._rooms = self._furnished()
        if self._saving is not None:
            self._rooms.frame.add_saving_bar(self._saving)
            self._saving.come_back()
        self._read()
        if first is not None:
            self.occupation.welcome(at, focus_key)
            return
        if stay.place != SESSIONS:
            self._go_to(stay.place)
        if stay.offer is not None:
            self.show_offer(stay.offer)
        if stay.ways == WAYS:
            self.show_ways()
        elif stay.ways:
            self.show_reading(stay.ways)
        if stay.focus_key:
            self.settings_page.take_focus(stay.focus_key)
        if stay.message is not None:
            self.say(stay.message)

    def _leave_rooms(self) -> None:
        """Throws the rooms away at once: as long as they are there, Qt dresses them in every new look."""
        old = self._rooms
        old.close()
        if self._saving is not None:
            self._saving.setParent(None)
        self.takeCentralWidget()
        for leaving in (old.frame, old):
            leaving.deleteLater()
            QCoreApplication.sendPostedEvents(leaving, QEvent.Type.DeferredDelete.value)

    def _read(self) -> None:
        """Shows the scripts there are now, what to propose now, and how the week is going."""
        found = self._found()
        self.sessions.greet(self._clock.now().hour)
        self.sessions.show_offers(found.offers, found.suggestion, found.again)
        self.side_bar.show_week(found.week)
        self.side_bar.show_quick_help(found.quick_help.title if found.quick_help else "")
        if found.trouble:
            self.say(Message(found.trouble))

    def _found(self) -> Welcome:
        """What there is to choose from, read anew."""
        from relaxapp.ui.welcome import welcome  # noqa: PLC0415 - start-up

        return welcome(self._library, self.journal, self._clock.now(), self.choices.settings)

    def _offers(self) -> Sequence[Offer]:
        """The scripts there are; to have them the log need not be read."""
        from relaxapp.ui.shelves import offers  # noqa: PLC0415 - start-up

        return offers(self._library)

    def _keep_favourite(self, offer: Offer) -> None:
        """The page shows the star by itself, and the order anew when one comes back to it."""
        from relaxapp.ui.pages.offer import with_favourite  # noqa: PLC0415 - start-up

        self.choices.change(favourites=with_favourite(self.choices.settings.favourites, offer))

    def _toggle_full_screen(self) -> None:
        self.occupation.attendance.toggle_full_screen()

    def _on_sheet_left(self) -> None:
        """Goes back to where the sheet was opened from."""
        self._leave_sheet()

    def _on_free(self) -> None:
        """Nothing has the window any more; what was said meanwhile stays."""
        self._on_outdated()
        asked, self._asked_meanwhile = self._asked_meanwhile, ""
        if asked:
            self.open_named(asked)

    def _on_practised(self, message: Message | None) -> None:
        """Shows the sessions after one of them, and says what came of it."""
        self.show_sessions()
        self._on_free()
        if message is not None:
            about = message if message.offer else self._with_history(message)
            self.say(about)

    def _with_history(self, message: Message) -> Message:
        return Message(message.text, self.tr("See the history"), self.show_history)

    def _open(self) -> None:
        if not self.occupation.is_on:
            path = self.choose_file()
            if path is not None:
                self.open_file(path)

    def _quit(self) -> None:
        self.close()

    def _on_trouble(self, error: RelaxError) -> None:
        sentence = str(error)
        self.say(Message(sentence[:1].upper() + sentence[1:]))

    def _scripts(self) -> tuple[tuple[str, str], ...]:
        """Every script that can be read, as its id and title."""
        return tuple((offer.script_id, offer.title) for offer in self._offers() if offer.script)

    def _script(self, script_id: str) -> Script | None:
        """The script that goes by that id, as it is now; None if there is none that can be read."""
        from relaxapp.ui.shelves import offer_of_file  # noqa: PLC0415 - start-up

        try:
            return offer_of_file(self._library.find(script_id)).script
        except NotFoundError:
            return None

    def _data_folders(self) -> Sequence[tuple[str, Path]]:
        return (
            (self.tr("Settings"), self.choices.path),
            (self.tr("Journal"), self.journal.database.path),
        )

    def _restore_geometry(self) -> None:
        kept = self.choices.settings.geometry
        if not (kept and self.restoreGeometry(QByteArray.fromBase64(kept.encode("ascii")))):
            self.resize(USUAL_SIZE)
