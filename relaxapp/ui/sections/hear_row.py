"""A row that lets be heard what sessions sound like."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton

from relaxapp.errors import SoundError
from relaxapp.ui.label import paragraph
from relaxapp.ui.sections.row import Row, beside

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QThreadPool
    from PySide6.QtGui import QHideEvent

    from relaxapp.session.audition import Auditions
    from relaxapp.settings import Settings
    from relaxapp.sound.mix import Mix
    from relaxapp.sound.voice.voice import Voice
    from relaxapp.ui.choices import Choices
    from relaxapp.ui.listening import Listening
    from relaxapp.ui.sections.row import Wording
    from relaxapp.ui.theme import Theme


class HearRow(Row):
    """Nothing of the sound is loaded before the button is pressed; volumes are followed while it is heard.

    Args:
        choices: what is chosen.
        wording: what the row says.
        theme: the sizes.
        auditions: gives the voices there are, and what is heard.
        pool: where that is prepared.
        with_sounds: whether all that a session consists of is heard, or a sentence of the voice alone.
    """

    began = Signal()
    """Something is to be heard: whatever else is, should end."""

    def __init__(
        self,
        choices: Choices,
        wording: Wording,
        theme: Theme,
        auditions: Callable[[], Auditions],
        pool: QThreadPool,
        *,
        with_sounds: bool = False,
    ) -> None:
        self.button = QPushButton()
        super().__init__(wording, theme, beside(self.button))
        self._choices = choices
        self._auditions = auditions
        self._pool = pool
        self._with_sounds = with_sounds
        self._listening: Listening | None = None
        self._trouble = paragraph("small")
        self.add_below(self._trouble)
        self.button.setObjectName("hear-all" if with_sounds else "hear-voice")
        self.button.clicked.connect(self._on_button)
        choices.changed.connect(self._on_choices)
        self._show_heard(is_heard=False)

    @property
    def listening(self) -> Listening:
        """What lets a sentence be heard, made when it is first asked for."""
        if self._listening is None:
            from relaxapp.ui.heard_through import open_chosen  # noqa: PLC0415 - start-up
            from relaxapp.ui.listening import Hearing, Listening  # noqa: PLC0415 - start-up

            self._listening = Listening(
                lambda mix: open_chosen(self._choices.settings.player, mix), self._pool, self
            )
            self._listening.changed.connect(
                lambda hearing: self._show_heard(is_heard=hearing is not Hearing.NOTHING)
            )
            self._listening.failed.connect(self._say)
        return self._listening

    @property
    def trouble(self) -> str:
        """Why nothing can be heard; empty while nothing is wrong."""
        return self._trouble.text()

    def stop(self) -> None:
        """Lets it be quiet."""
        if self._listening is not None:
            self._listening.stop()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Lets it be quiet where nobody sees what sounds."""
        super().hideEvent(event)
        self.stop()

    def _on_button(self) -> None:
        if self._is_heard:
            self.listening.stop()
            return
        auditions, settings = self._auditions(), self._choices.settings
        prepare = _everything if self._with_sounds else _sentence
        self.began.emit()
        self.listening.listen(lambda: prepare(auditions, settings))

    def _on_choices(self, settings: Settings) -> None:
        if self._listening is not None:
            from relaxapp.session.wishes import volumes_of  # noqa: PLC0415 - start-up

            self._listening.set_volumes(volumes_of(settings))

    def _show_heard(self, *, is_heard: bool) -> None:
        self._is_heard = is_heard
        self.button.setText(self.tr("Stop") if is_heard else self.tr("Hear it"))
        self.button.setAccessibleName(f"{self.button.text()}: {self.wording.label}")
        self._say("")

    def _say(self, sentence: str) -> None:
        self._trouble.setText(sentence)
        self._trouble.setVisible(bool(sentence))
        self.button.setAccessibleDescription(sentence)


def _sentence(auditions: Auditions, settings: Settings) -> Mix:
    """A sentence in the voice that would speak a session; slow.

    Raises:
        SoundError: no voice can be had, or it does not work.
    """
    from relaxapp.session.wishes import volumes_of  # noqa: PLC0415 - start-up

    voice = _voice(auditions, settings)
    if voice is None:
        raise SoundError(
            "There is no voice on this computer yet. Captions show what would be said."
        )
    return auditions.mix(voice, settings.words_per_minute, volumes_of(settings))


def _everything(auditions: Auditions, settings: Settings) -> Mix:
    """All that a session consists of; slow.

    Raises:
        SoundError: the voice does not work, or a sound is missing.
    """
    voice = _voice(auditions, settings) if settings.voice_on else None
    return auditions.everything(voice, settings)


def _voice(auditions: Auditions, settings: Settings) -> Voice | None:
    """The voice that would speak a session; None for none."""
    found = auditions.available(settings.words_per_minute)
    had = [each for each in found if each.voice is not None]
    meant = [each for each in had if each.is_meant_by(settings.voice)]
    return next((each.voice for each in (*meant, *had)), None)
