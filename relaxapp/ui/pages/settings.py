"""The settings: every choice a person has, in one column that can be searched."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QMargins, Qt, QThreadPool, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from relaxapp.errors import SoundError
from relaxapp.session.wishes import volumes_of
from relaxapp.sound.voice.catalogue import CATALOGUE, fetch_voice
from relaxapp.sound.voice.piper import installed_version
from relaxapp.sound.voice.piper_files import PiperFiles, found_in
from relaxapp.ui import actions
from relaxapp.ui.heard_through import open_chosen
from relaxapp.ui.label import line, paragraph
from relaxapp.ui.listening import Listening
from relaxapp.ui.pages.fetch_card import FetchCard
from relaxapp.ui.pages.scroll_column import ScrollColumn
from relaxapp.ui.pages.voice_card import VoiceCard
from relaxapp.ui.preparing import Preparation
from relaxapp.ui.sections.body import body_section
from relaxapp.ui.sections.data import data_section
from relaxapp.ui.sections.look import look_section
from relaxapp.ui.sections.practice import practice_section
from relaxapp.ui.sections.sessions import sessions_section
from relaxapp.ui.sections.sound import hear_row, sound_section
from relaxapp.ui.sections.voice import voice_section

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from PySide6.QtGui import QHideEvent, QShowEvent

    from relaxapp.session.audition import Auditions
    from relaxapp.settings import Settings
    from relaxapp.sound.voice.catalogue import Offered
    from relaxapp.sound.voice.choice import Availability
    from relaxapp.ui.choices import Choices
    from relaxapp.ui.theme import Theme

_BAR_ROOM_PX = 14
"""Room at the right of the column for its scroll bar."""
_WIDEST_PX = 860
"""A column wider than that would tear labels and controls apart."""
_SEARCH_PX = 300
_SETTLED_MS = 300
"""How long the page takes at the most to lay itself out around what was found."""
_AROUND_PX = 120
"""How much is seen above and below what the focus comes back to."""


class SettingsPage(QWidget):
    """All sections, one below the other.

    Args:
        choices: what is chosen.
        auditions: the voices there are, and a sentence of each.
        pool: where voices are looked for and prepared.
        theme: the look.
        screens: the names of the screens there are now.
        scripts: the scripts there are now, by id and title.
        own_sounds: the files of the person's own sounds, by name, as there are now.
        folders: where the person's data are, each with what is in it.
        parent: as in Qt.
    """

    def __init__(
        self,
        *,
        choices: Choices,
        auditions: Auditions,
        pool: QThreadPool,
        theme: Theme,
        screens: Callable[[], Sequence[str]] = tuple,
        scripts: Callable[[], Sequence[tuple[str, str]]] = tuple,
        own_sounds: Callable[[], Sequence[str]] = tuple,
        folders: Sequence[tuple[str, Path]] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._choices = choices
        self._auditions = auditions
        self._pool = pool
        self._voice_search: Preparation | None = None
        self._returned_to: QWidget | None = None
        self._pace = choices.settings.words_per_minute
        self.voice_card = VoiceCard()
        # A slow network must not keep a session waiting for a thread.
        self._fetches = QThreadPool(self)
        self._fetches.setMaxThreadCount(2 * len(CATALOGUE))
        self.fetch_card = FetchCard(self._fetch, self._fetches)
        self.listening = Listening(
            lambda mix: open_chosen(choices.settings.player, mix), pool, self
        )
        self.listening.changed.connect(self.voice_card.show_hearing)
        self.listening.failed.connect(self.voice_card.show_trouble)
        self.voice_card.chosen.connect(self._choose)
        self.voice_card.hear_asked.connect(self._hear)
        self.voice_card.stop_asked.connect(self.listening.stop)
        self.fetch_card.fetched.connect(self.refresh)
        self.hear_row = hear_row(choices, theme, lambda: auditions, pool)
        self.hear_row.began.connect(self.listening.stop)
        self._sound = sound_section(choices, theme, own_sounds, self.hear_row)
        self.sections = (
            look_section(choices, theme),
            sessions_section(choices, theme, screens, scripts),
            voice_section(choices, theme, self.voice_card, self.fetch_card),
            self._sound,
            body_section(choices, theme),
            practice_section(choices, theme),
            data_section(theme, folders),
        )
        choices.changed.connect(self._on_choices)
        self._lay_out(theme)
        actions.connect(
            self, {"find-setting": self._find, "clear-setting-search": self.search.clear}
        )

    @property
    def settings(self) -> frozenset[str]:
        """The names of the settings that can be chosen here."""
        return frozenset[str]().union(*(section.settings for section in self.sections))

    @property
    def focus_key(self) -> str:
        """What has the focus, for `take_focus` of a page that takes the place of this; or empty."""
        # Qt's types forget that nothing may have had it yet.
        focused = cast("QWidget | None", self.focusWidget())
        return "" if focused is None else focused.objectName()

    def refresh(self) -> None:
        """Looks anew for voices; what is found is shown when it is known."""
        if self._voice_search is not None:
            self._voice_search.cancel()
        self._show_fetched()
        # It stays a child of this: its thread may be at the end of it for a moment longer.
        pace = self._pace = self._choices.settings.words_per_minute
        self._voice_search = Preparation(
            lambda _progress, _cancelled: self._auditions.available(pace), self._pool, self
        )
        self._voice_search.ended.connect(self._on_found)
        self._voice_search.start()

    def stop(self) -> None:
        """Ends whatever is going on: what is heard, looked for, and on its way; waits for the last."""
        self.listening.stop()
        self.hear_row.stop()
        self.fetch_card.cancel()
        if self._voice_search is not None:
            self._voice_search.cancel()
        self._fetches.waitForDone()

    def add_card(self, card: QWidget) -> None:
        """Puts the person's recordings at the end of what is about sound."""
        self._sound.add_card(card, self.tr("Your recordings add own sound memo music file remove"))

    def take_focus(self, focus_key: str = "") -> None:
        """Gives the focus to the search, or to what had it in the page that this takes the place of.

        Args:
            focus_key: the `focus_key` of that page.
        """
        control = self.findChild(QWidget, focus_key) if focus_key else None
        if control is None:
            self.search.setFocus()
            return
        control.setFocus(Qt.FocusReason.TabFocusReason)
        self._returned_to = control
        self._bring_into_sight()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Looks for voices: one may have been added meanwhile."""
        super().showEvent(event)
        self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Lets it be quiet where nobody sees what speaks; what is fetched goes on."""
        super().hideEvent(event)
        self.listening.stop()

    def _lay_out(self, theme: Theme) -> None:
        self.search = QLineEdit()
        self.search.setObjectName("settings-search")
        self.search.setPlaceholderText(self.tr("Search the settings"))
        self.search.setAccessibleName(self.tr("Search the settings"))
        self.search.setClearButtonEnabled(True)
        self.search.setMaximumWidth(theme.px(_SEARCH_PX))
        self.search.textChanged.connect(self._show_found)
        # Once the key is dealt with: the window would press what it finds in focus.
        self.search.returnPressed.connect(lambda: QTimer.singleShot(0, self, self._go_to_first))
        self._nothing = paragraph(
            "dim",
            self.tr("Nothing here goes by these words. Try fewer or other ones; Esc shows all."),
        )
        self._nothing.hide()
        area = self._area = ScrollColumn(QMargins(0, 0, _BAR_ROOM_PX, 0))
        area.column.setSpacing(theme.px(26))
        area.verticalScrollBar().rangeChanged.connect(self._bring_into_sight)
        area.setMaximumWidth(theme.px(_WIDEST_PX) + _BAR_ROOM_PX)
        area.column.addWidget(self._nothing)
        for section in self.sections:
            area.column.addWidget(section)
        area.column.addStretch()
        head = QWidget()
        head.setMaximumWidth(theme.px(_WIDEST_PX))
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(line("title", self.tr("Settings")), 1)
        row.addWidget(self.search, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.margin_px, 34, theme.margin_px - _BAR_ROOM_PX, 22)
        column.setSpacing(18)
        column.addWidget(head)
        column.addWidget(area, 1)

    def _find(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _show_found(self, text: str) -> None:
        words = text.casefold().split()
        count = sum(section.show_found(words) for section in self.sections)
        self._nothing.setVisible(count == 0)
        self._area.verticalScrollBar().setValue(0)
        self.search.setAccessibleDescription(
            self.tr("{count} found").format(count=count) if words else ""
        )

    def _go_to_first(self) -> None:
        """Enter in the search goes to the first thing found; where there is none it stays."""
        if self._nothing.isHidden():
            self.focusNextChild()

    def _bring_into_sight(self) -> None:
        """Scrolls to what the focus came back to, unless it has gone on meanwhile."""
        control = self._returned_to
        if control is not None and control.hasFocus():
            # Where it is, is known once the page is laid out.
            QTimer.singleShot(
                0, control, lambda: self._area.ensureWidgetVisible(control, 0, _AROUND_PX)
            )

    def _on_found(self, found: object) -> None:
        self._voice_search = None
        voices = cast("list[Availability]", found)
        self.voice_card.show_voices(voices, self._choices.settings.voice)
        # The voices push down what is below them; when that is done, the person scrolls as they like.
        QTimer.singleShot(_SETTLED_MS, self, self._forget_return)

    def _forget_return(self) -> None:
        self._returned_to = None

    def _on_choices(self, settings: Settings) -> None:
        self.voice_card.show_wish(settings.voice)
        if settings.words_per_minute != self._pace:
            # What was spoken beforehand knows one pace only.
            self.refresh()

    def _choose(self, name: str) -> None:
        self.listening.stop()
        self._choices.change(voice=name)

    def _hear(self) -> None:
        used = self.voice_card.used
        if used is None or used.voice is None:
            return
        voice, settings = used.voice, self._choices.settings
        pace, volumes = settings.words_per_minute, volumes_of(settings)
        self.hear_row.stop()
        self.listening.listen(lambda: self._auditions.mix(voice, pace, volumes))

    def _show_fetched(self) -> None:
        found = found_in(self._auditions.voices)
        trouble = ""
        try:
            installed_version()
        except SoundError as error:
            trouble = str(error)
        self.fetch_card.show_state(
            {each.name for each in found if isinstance(each, PiperFiles)}, trouble
        )

    def _fetch(
        self,
        voice: Offered,
        progress: Callable[[int, int], None],
        cancelled: Callable[[], bool],
    ) -> None:
        fetch_voice(voice, self._auditions.voices, progress, cancelled)
