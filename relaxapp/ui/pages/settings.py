"""The settings: who speaks, and how."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QMargins, QThreadPool
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from relaxapp.errors import SoundError
from relaxapp.session.wishes import volumes_of
from relaxapp.sound.players.choice import open_player
from relaxapp.sound.voice.catalogue import CATALOGUE, fetch_voice
from relaxapp.sound.voice.piper import installed_version
from relaxapp.sound.voice.piper_files import PiperFiles, found_in
from relaxapp.ui.listening import Listening
from relaxapp.ui.pages.fetch_card import FetchCard
from relaxapp.ui.pages.pace_card import PaceCard
from relaxapp.ui.pages.player_card import PlayerCard
from relaxapp.ui.pages.scroll_column import ScrollColumn
from relaxapp.ui.pages.voice_card import VoiceCard
from relaxapp.ui.preparing import Preparation

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QHideEvent, QShowEvent

    from relaxapp.session.audition import Auditions
    from relaxapp.settings import Settings
    from relaxapp.sound.mix import Mix
    from relaxapp.sound.players.player import Player
    from relaxapp.sound.voice.catalogue import Offered
    from relaxapp.sound.voice.choice import Availability
    from relaxapp.ui.choices import Choices
    from relaxapp.ui.theme import Theme

_BAR_ROOM_PX = 14
"""Room at the right of each column for its scroll bar."""
_RIGHT_PX = 300
"""What the right column takes at the least."""


class SettingsPage(QWidget):
    """The voice: which, how fast, whether at all, and more of them.

    Args:
        choices: what is chosen.
        auditions: the voices there are, and a sentence of each.
        pool: where voices are looked for and prepared.
        theme: the colours.
        parent: as in Qt.
    """

    def __init__(
        self,
        *,
        choices: Choices,
        auditions: Auditions,
        pool: QThreadPool,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._choices = choices
        self._auditions = auditions
        self._pool = pool
        self._search: Preparation | None = None
        self._pace = choices.settings.words_per_minute
        self.voice_card = VoiceCard()
        self.player_card = PlayerCard(choices)
        self.pace_card = PaceCard(choices, theme)
        # A slow network must not keep a session waiting for a thread.
        self._fetches = QThreadPool(self)
        self._fetches.setMaxThreadCount(2 * len(CATALOGUE))
        self.fetch_card = FetchCard(self._fetch, self._fetches)
        self.listening = Listening(self._open_player, pool, self)
        self.listening.changed.connect(self.voice_card.show_hearing)
        self.listening.failed.connect(self.voice_card.show_trouble)
        self.voice_card.chosen.connect(self._choose)
        self.voice_card.hear_asked.connect(self._hear)
        self.voice_card.stop_asked.connect(self.listening.stop)
        self.fetch_card.fetched.connect(self.refresh)
        choices.changed.connect(self._on_choices)
        self._lay_out(theme)

    def refresh(self) -> None:
        """Looks anew for voices; what is found is shown when it is known."""
        if self._search is not None:
            self._search.cancel()
        self._show_fetched()
        # It stays a child of this: its thread may be at the end of it for a moment longer.
        pace = self._pace = self._choices.settings.words_per_minute
        self._search = Preparation(
            lambda _progress, _cancelled: self._auditions.available(pace), self._pool, self
        )
        self._search.ended.connect(self._on_found)
        self._search.start()

    def stop(self) -> None:
        """Ends whatever is going on: what is heard, looked for, and on its way; waits for the last."""
        self.listening.stop()
        self.fetch_card.cancel()
        if self._search is not None:
            self._search.cancel()
        self._fetches.waitForDone()

    def add_card(self, card: QWidget) -> None:
        """Puts a card below the others at the right."""
        column = self._right.column
        column.insertWidget(column.count() - 1, card)

    def take_focus(self) -> None:
        """Gives the focus to the first thing there is to choose."""
        self.pace_card.voice.setFocus()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Looks for voices: one may have been added meanwhile."""
        super().showEvent(event)
        self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Lets it be quiet where nobody sees what speaks; what is fetched goes on."""
        super().hideEvent(event)
        self.listening.stop()

    def _lay_out(self, theme: Theme) -> None:
        title = QLabel(self.tr("Settings"))
        title.setProperty("role", "title")
        about = QLabel(self.tr("Who speaks, and how"))
        about.setProperty("role", "subtitle")
        left = _scrolled(theme, self.tr("Which voice"), self.voice_card, self.player_card)
        right = self._right = _scrolled(
            theme, self.tr("Speaking, and more voices"), self.pace_card, self.fetch_card
        )
        right.setMinimumWidth(_RIGHT_PX)
        columns = QHBoxLayout()
        columns.setSpacing(22 - _BAR_ROOM_PX)
        columns.addWidget(left, 55)
        columns.addWidget(right, 45)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.margin_px, 34, theme.margin_px - _BAR_ROOM_PX, 22)
        column.setSpacing(4)
        column.addWidget(title)
        column.addWidget(about)
        column.addSpacing(16)
        column.addLayout(columns, 1)

    def _on_found(self, found: object) -> None:
        self._search = None
        voices = cast("list[Availability]", found)
        self.voice_card.show_voices(voices, self._choices.settings.voice)

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
        self.listening.listen(lambda: self._auditions.mix(voice, pace, volumes))

    def _open_player(self, mix: Mix) -> tuple[Player, str | None]:
        player, remark = open_player(self._choices.settings.player, mix, time.monotonic)
        if player.name == "silent" and remark is None:
            remark = self.tr("The settings ask for silence, so nothing can be heard.")
        return player, remark

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


def _scrolled(theme: Theme, name: str, *widgets: QWidget) -> ScrollColumn:
    area = ScrollColumn(QMargins(0, 0, _BAR_ROOM_PX, 0), name)
    area.column.setSpacing(theme.gap_px)
    for widget in widgets:
        area.column.addWidget(widget)
    area.column.addStretch()
    return area
