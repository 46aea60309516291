"""One session from the wish to its end: asked before, prepared, gone through, asked after."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt, QThreadPool, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from relaxapp.errors import RelaxError
from relaxapp.journal.entry import Entry, Moment, Outcome
from relaxapp.session.wishes import volumes_of
from relaxapp.timeline.clip import seconds
from relaxapp.ui.message import Message
from relaxapp.ui.pages import entry_words as words
from relaxapp.ui.pages.checkin import CheckIn, CheckInPage
from relaxapp.ui.pages.lengths import in_short
from relaxapp.ui.pages.session import SessionPage
from relaxapp.ui.pages.stage import Manner
from relaxapp.ui.preparing import Preparation, PreparingView

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from relaxapp.journal.journal import Journal
    from relaxapp.session.clock import Clock
    from relaxapp.session.conductor import Conductor
    from relaxapp.session.studio import Prepared, Studio
    from relaxapp.ui.choices import Choices
    from relaxapp.ui.pages.sheet import Wish
    from relaxapp.ui.pages.volume_row import VolumeChanged
    from relaxapp.ui.theme import Theme

ASKED_AFTER_SECONDS = 60.0
"""Who stops before this much was practised is not asked how it was."""


@dataclass(frozen=True, slots=True)
class Ended:
    """A session is over.

    Attributes:
        entry: what is in the log about it; None if the log could not be read.
    """

    entry: Entry | None


class Practice(QStackedWidget):
    """Fills the window while a session is on. Made for one session, and thrown away after it."""

    ended = Signal(object)
    """It is over, with what came of it: an `Ended`."""
    left = Signal()
    """The person went back before it began."""
    said = Signal(object)
    """Something to say to the person: a `Message`."""

    def __init__(
        self,
        *,
        wish: Wish,
        studio: Studio,
        journal: Journal,
        clock: Clock,
        choices: Choices,
        theme: Theme,
        pool: QThreadPool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._wish = wish
        self._studio = studio
        self._journal = journal
        self._clock = clock
        self._choices = choices
        self._theme = theme
        self._answer: CheckIn | None = None
        self._prepared: Prepared | None = None
        self._conductor: Conductor | None = None
        self._page: SessionPage | None = None
        self._preparing = PreparingView()
        self._preparing.cancelled.connect(self._leave)
        self.addWidget(self._preparing)
        assert wish.offer.script is not None
        script, path = wish.offer.script, wish.offer.path
        self._preparation = Preparation(
            lambda progress, cancelled: studio.prepare(script, path, progress, cancelled),
            pool,
            self,
        )
        self._preparation.progressed.connect(self._preparing.show_progress)
        self._preparation.ended.connect(self._on_prepared)
        self._preparation.failed.connect(self._on_failure)

    def start(self) -> None:
        """Begins to prepare, and asks how tense the person is meanwhile, if that is wanted."""
        self._preparation.start()
        if self._choices.settings.asks_before:
            self._ask(Moment.BEFORE, None).answered.connect(self._on_answer_before)
        else:
            self._on_answer_before(CheckIn(None, ()))

    def stop(self) -> None:
        """Ends whatever is going on; a session that runs is stopped and logged."""
        self._preparation.cancel()
        conductor, page = self._conductor, self._page
        if conductor is not None and page is not None and not conductor.state.is_over:
            # Nobody is to be asked anything any more.
            page.ended.disconnect(self._on_end)
            conductor.stop()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Escape leaves before the session has begun."""
        if event.key() == Qt.Key.Key_Escape and self._conductor is None:
            self._leave()
        else:
            super().keyPressEvent(event)

    def _ask(self, moment: Moment, before: CheckIn | None) -> CheckInPage:
        page = CheckInPage(self._theme)
        self._show(page)
        page.ask(moment, self._wish.offer.title, before)
        return page

    def _show(self, page: QWidget) -> None:
        if self.indexOf(page) < 0:
            self.addWidget(page)
        before = self.currentWidget()
        self.setCurrentWidget(page)
        page.setFocus()
        if before is not None and before not in {page, self._preparing}:
            self.removeWidget(before)
            before.deleteLater()

    def _on_answer_before(self, answer: CheckIn) -> None:
        self._answer = answer
        self._begin_when_ready()
        if self._conductor is None:
            self._show(self._preparing)

    def _on_prepared(self, prepared: object) -> None:
        self._prepared = cast("Prepared", prepared)
        self._begin_when_ready()

    def _on_failure(self, error: RelaxError) -> None:
        self.said.emit(Message(str(error)))
        self._leave()

    def _leave(self) -> None:
        self._preparation.cancel()
        self.left.emit()

    def _begin_when_ready(self) -> None:
        """Begins once the question is answered and every sentence is spoken."""
        answer, prepared = self._answer, self._prepared
        if answer is None or prepared is None:
            return
        try:
            conductor, remark = self._studio.begin(
                prepared,
                self._wish.seconds,
                self._journal,
                self._clock,
                tension_before=answer.tension,
                marks_before=answer.marks,
            )
        except RelaxError as error:
            self._on_failure(error)
            return
        self._conductor = conductor
        page = self._page = SessionPage(self._theme)
        page.ended.connect(self._on_end)
        page.volume_changed.connect(self._on_volume)
        self._show(page)
        for sentence in (prepared.remark, remark):
            if sentence:
                self.said.emit(Message(sentence))
        settings = self._choices.settings
        technique = words.technique(prepared.script.technique)
        page.lead(
            conductor,
            prepared.script.title,
            f"{technique}  ·  {in_short(seconds(conductor.timeline.length))}",
            manner=Manner(
                captions=settings.captions,
                caption_percent=settings.caption_percent,
                pacer=settings.pacer,
                tone_changes=settings.tone_changes,
                reduced_motion=settings.reduced_motion,
                hide_countdown=settings.hide_countdown,
                left_out=prepared.tailoring.left_out,
            ),
            volumes=volumes_of(settings),
        )

    def _on_volume(self, volume: VolumeChanged) -> None:
        self._choices.change(**{f"{volume.bus}_volume": volume.level})

    def _on_end(self) -> None:
        entry = self._entry()
        is_worth_asking = entry is not None and (
            entry.outcome is Outcome.FINISHED or entry.practised_seconds >= ASKED_AFTER_SECONDS
        )
        if is_worth_asking and self._choices.settings.asks_after:
            self._ask(Moment.AFTER, self._answer).answered.connect(self._on_answer_after)
        else:
            self.ended.emit(Ended(entry))

    def _on_answer_after(self, answer: CheckIn) -> None:
        assert self._conductor is not None
        if answer.tension is not None or answer.marks:
            try:
                self._journal.rate_after(self._conductor.entry_id, answer.tension, answer.marks)
            except RelaxError as error:
                self.said.emit(Message(str(error)))
        self.ended.emit(Ended(self._entry()))

    def _entry(self) -> Entry | None:
        assert self._conductor is not None
        try:
            return self._journal.entry(self._conductor.entry_id)
        except RelaxError as error:
            self.said.emit(Message(str(error)))
            return None
