"""The window: the side bar, the pages, and the way from one to the other."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSize, Qt, QThreadPool, QTimer
from PySide6.QtWidgets import (
    QAbstractButton,
    QFileDialog,
    QMainWindow,
    QWidget,
)

from relaxapp.errors import NotFoundError, RelaxError
from relaxapp.script.library import SUFFIX, Library
from relaxapp.ui import actions
from relaxapp.ui.choices import Choices
from relaxapp.ui.frame import Frame
from relaxapp.ui.message import Message
from relaxapp.ui.pages.sessions import SessionsPage

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QCloseEvent, QKeyEvent, QPaintEvent

    from relaxapp.journal.journal import Journal
    from relaxapp.session.clock import Clock
    from relaxapp.session.studio import Studio
    from relaxapp.settings import Settings, SettingsFile
    from relaxapp.ui.pages.history import HistoryPage
    from relaxapp.ui.pages.offer import Offer
    from relaxapp.ui.pages.recordings_card import RecordingsCard
    from relaxapp.ui.pages.settings import SettingsPage
    from relaxapp.ui.pages.sheet import SheetPage, Wish
    from relaxapp.ui.practice import Ended, Practice
    from relaxapp.ui.saving import SavingBar
    from relaxapp.ui.theme import Theme

SESSIONS, HISTORY, SETTINGS, HELP = "sessions", "history", "settings", "help"
LEAST_SIZE = QSize(880, 600)
USUAL_SIZE = QSize(1280, 800)


class MainWindow(QMainWindow):
    """Everything there is to see. Pages but the first are made when they are first gone to.

    Args:
        library: the scripts to choose from.
        journal: the log, open.
        settings_file: where choices are kept.
        settings: the choices as they were loaded.
        open_studio: called with what tells the choices as they are now, when sessions are first to
            be made ready; the sound is loaded no sooner.
        clock: the time of day.
        theme: the colours.
    """

    def __init__(
        self,
        *,
        library: Library,
        journal: Journal,
        settings_file: SettingsFile,
        settings: Settings,
        open_studio: Callable[[Callable[[], Settings]], Studio],
        clock: Clock,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._journal = journal
        self._settings_file = settings_file
        self._open_studio = open_studio
        self._studio: Studio | None = None
        self._clock = clock
        self._theme = theme
        self.choices = Choices(settings, settings_file, self)
        self.choices.failed.connect(self._on_trouble)
        self._pool = QThreadPool(self)
        self._history: HistoryPage | None = None
        self._sheet: SheetPage | None = None
        self._settings_page: SettingsPage | None = None
        self._saving: SavingBar | None = None
        self._recordings: RecordingsCard | None = None
        self._practice: Practice | None = None
        self._is_filled = False
        self.setWindowTitle("relaxapp")
        self.setMinimumSize(LEAST_SIZE)
        self._frame = Frame(theme)
        self.message_bar = self._frame.message_bar
        self.pages = self._frame.pages
        self.side_bar = self._frame.side_bar
        self.sessions = SessionsPage(theme)
        self.sessions.chosen.connect(self.show_offer)
        self.pages.addWidget(self.sessions)
        self._frame.file_dropped.connect(self.open_file)
        self._add_places()
        self.setCentralWidget(self._frame)
        actions.connect(
            self,
            {
                "open": self._open,
                "sessions": self.show_sessions,
                "history": self.show_history,
                "settings": self.show_settings,
                "help": self.show_help,
                "quit": self._quit,
            },
        )
        self._restore_geometry()
        self.sessions.greet(clock.now().hour)
        self._frame.show_page(self.sessions, SESSIONS)
        self.sessions.setFocus()
        for notice in (settings_file.notice, journal.notice):
            if notice:
                self.say(Message(notice))

    @property
    def history(self) -> HistoryPage:
        """The history, made when it is first asked for."""
        if self._history is None:
            from relaxapp.ui.pages.history import HistoryPage  # noqa: PLC0415 - start-up

            self._history = HistoryPage(
                journal=self._journal,
                choices=self.choices,
                now=self._clock.now,
                theme=self._theme,
            )
            self._history.said.connect(self.say)
            self._history.changed.connect(self._read)
            self.pages.addWidget(self._history)
        return self._history

    @property
    def studio(self) -> Studio:
        """What makes sessions ready, made when it is first asked for."""
        if self._studio is None:
            self._studio = self._open_studio(lambda: self.choices.settings)
        return self._studio

    @property
    def sheet(self) -> SheetPage:
        """The sheet, made when it is first asked for."""
        if self._sheet is None:
            from relaxapp.ui.pages.sheet import SheetPage  # noqa: PLC0415 - start-up

            self._sheet = SheetPage(
                choices=self.choices,
                fit=self.studio.fitting,
                own_sounds=self.studio.own_sounds,
                theme=self._theme,
            )
            self._sheet.start_asked.connect(self.practise)
            self._sheet.save_asked.connect(self.save_as_audio)
            self._sheet.left.connect(self.show_sessions)
            self.pages.addWidget(self._sheet)
        return self._sheet

    @property
    def saving(self) -> SavingBar:
        """The line about a session that is saved as audio, made when it is first asked for."""
        if self._saving is None:
            from relaxapp.ui.saving import SavingBar  # noqa: PLC0415 - start-up

            self._saving = SavingBar(self._pool, self._theme)
            self._frame.add_saving_bar(self._saving)
        return self._saving

    @property
    def settings_page(self) -> SettingsPage:
        """The settings, made when they are first asked for."""
        if self._settings_page is None:
            from relaxapp.ui.pages.settings import SettingsPage  # noqa: PLC0415 - start-up

            self._settings_page = SettingsPage(
                choices=self.choices,
                auditions=self.studio.auditions,
                pool=self._pool,
                theme=self._theme,
            )
            self._add_recordings(self._settings_page)
            self.pages.addWidget(self._settings_page)
        return self._settings_page

    @property
    def practice(self) -> Practice | None:
        """The session that is on; None while none is."""
        return self._practice

    def say(self, message: Message) -> None:
        """Says something in the bar above the pages."""
        self.message_bar.say(message)

    def fill(self) -> None:
        """Reads scripts and log for the first page, unless they were read.

        The window does so by itself once it was painted, so that there is something to see at once.
        """
        if not self._is_filled:
            self._read()

    def show_sessions(self) -> None:
        """Goes to the sessions, read anew."""
        if self._practice is not None:
            return
        self._read()
        self._frame.show_page(self.sessions, SESSIONS)
        self.sessions.take_focus()

    def show_history(self) -> None:
        """Goes to the history."""
        if self._practice is not None:
            return
        self.history.refresh()
        self._frame.show_page(self.history, HISTORY)
        self.history.take_focus()

    def show_settings(self) -> None:
        """Goes to the settings."""
        if self._practice is not None:
            return
        self._frame.show_page(self.settings_page, SETTINGS)
        self.settings_page.take_focus()

    def show_offer(self, offer: Offer) -> None:
        """Goes to the sheet of a script."""
        if self._practice is not None:
            return
        sheet = self.sheet
        self._frame.show_page(sheet, SESSIONS)
        sheet.show_offer(offer)

    def show_help(self) -> None:
        """Opens the help over whatever is shown."""
        from relaxapp.ui.help import HelpSheet  # noqa: PLC0415 - start-up

        sheet = HelpSheet(self._theme, self._data_folders(), self)
        sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        sheet.open()

    def open_file(self, path: Path) -> None:
        """Shows the sheet of a script file, or what is wrong with it."""
        from relaxapp.ui.shelves import offer_of_file  # noqa: PLC0415 - start-up

        self.show_offer(offer_of_file(path))

    def open_named(self, file_or_id: str) -> None:
        """Shows the sheet of a file, or of a script of the library, or says that there is neither."""
        try:
            path = self._library.find(file_or_id)
        except NotFoundError as error:
            self._on_trouble(error)
        else:
            self.open_file(path)

    def choose_file(self) -> Path | None:
        """Asks the person for a file; None if they want none."""
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

    def practise(self, wish: Wish) -> None:
        """Begins what the person wished for; it fills the window until it is over."""
        from relaxapp.ui.practice import Practice  # noqa: PLC0415 - start-up

        settings = self.choices.settings
        self.choices.replace(settings.with_minutes(wish.offer.script_id, wish.seconds / 60))
        practice = Practice(
            wish=wish,
            studio=self.studio,
            journal=self._journal,
            clock=self._clock,
            choices=self.choices,
            theme=self._theme,
            pool=self._pool,
        )
        practice.ended.connect(self._on_ended)
        practice.left.connect(self._on_left)
        practice.said.connect(self.say)
        self._practice = practice
        self.pages.addWidget(practice)
        self._frame.fill_with(practice)
        practice.start()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Reads what the first page shows as soon as the window was painted without it."""
        super().paintEvent(event)
        if not self._is_filled:
            QTimer.singleShot(0, self, self.fill)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Stops and logs a running session, keeps what was written, and remembers size and place."""
        if self._practice is not None:
            self._practice.stop()
        if self._history is not None:
            self._history.details.save()
        if self._saving is not None:
            self._saving.cancel()
        if self._recordings is not None:
            self._recordings.cancel()
        if self._settings_page is not None:
            self._settings_page.stop()
        self._pool.waitForDone()
        geometry = bytes(self.saveGeometry().toBase64().data()).decode("ascii")
        self.choices.change(geometry=geometry)
        super().closeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Lets Enter press the button in focus, as Space does; Qt does so in dialogs only."""
        focused = self.focusWidget()
        is_enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if is_enter and isinstance(focused, QAbstractButton):
            focused.click()
        else:
            super().keyPressEvent(event)

    def _add_places(self) -> None:
        """Only what is there: a place that leads nowhere is none."""
        self.side_bar.add(SESSIONS, self.tr("Sessions"))
        self.side_bar.add(HISTORY, self.tr("History"))
        self.side_bar.add(SETTINGS, self.tr("Settings"))
        self.side_bar.add(HELP, self.tr("Help"), stays=False)
        go = {
            SESSIONS: self.show_sessions,
            HISTORY: self.show_history,
            SETTINGS: self.show_settings,
            HELP: self.show_help,
        }
        self.side_bar.asked_for.connect(lambda place: go[place]())

    def _add_recordings(self, page: SettingsPage) -> None:
        """Puts the person's recordings at the end of the settings."""
        from relaxapp.ui.pages.recordings_card import RecordingsCard  # noqa: PLC0415 - start-up

        collection = self.studio.collection
        if collection is not None:
            self._recordings = RecordingsCard(collection, self._pool)
            self._recordings.said.connect(self.say)
            page.add_card(self._recordings)

    def _read(self) -> None:
        """Shows the scripts there are now, what to propose now, and how the week is going."""
        from relaxapp.ui.welcome import welcome  # noqa: PLC0415 - start-up

        self._is_filled = True
        now = self._clock.now()
        found = welcome(self._library, self._journal, now, self.choices.settings)
        self.sessions.greet(now.hour)
        self.sessions.show_offers(found.offers, found.suggestion)
        self.side_bar.show_week(found.week)
        if found.trouble:
            self.say(Message(found.trouble))

    def _on_left(self) -> None:
        """Back to the sheet the person came from; what was said meanwhile stays."""
        self._end_practice()
        self._frame.return_to(self.sheet)
        self.sheet.start_button.setFocus()

    def _on_ended(self, ended: Ended) -> None:
        self._end_practice()
        self.show_sessions()
        if ended.entry is not None:
            from relaxapp.ui.pages.entry_words import what_changed  # noqa: PLC0415 - start-up

            self.say(
                Message(what_changed(ended.entry), self.tr("See the history"), self.show_history)
            )

    def _end_practice(self) -> None:
        practice, self._practice = self._practice, None
        if practice is not None:
            practice.hide()
            self.pages.removeWidget(practice)
            practice.deleteLater()

    def _open(self) -> None:
        if self._practice is None:
            path = self.choose_file()
            if path is not None:
                self.open_file(path)

    def _quit(self) -> None:
        self.close()

    def _on_trouble(self, error: RelaxError) -> None:
        sentence = str(error)
        self.say(Message(sentence[:1].upper() + sentence[1:]))

    def _data_folders(self) -> tuple[tuple[str, Path], ...]:
        return (
            (self.tr("Settings"), self._settings_file.path),
            (self.tr("Journal"), self._journal.database.path),
        )

    def _restore_geometry(self) -> None:
        kept = self.choices.settings.geometry
        if not (kept and self.restoreGeometry(QByteArray.fromBase64(kept.encode("ascii")))):
            self.resize(USUAL_SIZE)
