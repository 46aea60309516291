"""One session from the wish to its end: asked before, prepared, gone through, come back from, asked after."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt, QThreadPool, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from relaxapp.errors import RelaxError
from relaxapp.journal.entry import Entry, Moment
from relaxapp.script.estimate import USUAL_PACE
from relaxapp.script.guided_breath import begins_at_own_pace
from relaxapp.ui.afterwards import Afterwards, Ended
from relaxapp.ui.led_session import lead
from relaxapp.ui.message import Message
from relaxapp.ui.pages.checkin import CheckIn, CheckInPage
from relaxapp.ui.pages.room import RoomPage
from relaxapp.ui.pages.session import SessionPage
from relaxapp.ui.pages.tapping import TappingPage
from relaxapp.ui.pages.wish import usual_wish
from relaxapp.ui.preparing import Preparation, PreparingView
from relaxapp.ui.way_out import FADE_MS, SoundFade, WayOut

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent

    from relaxapp.journal.journal import Journal
    from relaxapp.session.clock import Clock
    from relaxapp.session.conductor import Conductor
    from relaxapp.session.studio import Prepared, Studio
    from relaxapp.ui.choices import Choices
    from relaxapp.ui.pages.leader import Ended as PageEnded
    from relaxapp.ui.pages.offer import Offer
    from relaxapp.ui.pages.steering import Steering
    from relaxapp.ui.pages.volume_row import VolumeChanged
    from relaxapp.ui.pages.wish import Wish
    from relaxapp.ui.theme import Theme


PATIENCE_MS = 2000
"""How long who asked for quick help waits for a voice, with a sentence to read."""


class Practice(QStackedWidget):
    """Fills the window while a session is on. Made for one session, and thrown away after it.

    Args:
        wish: the script, and how long.
        studio: makes it ready and begins it.
        journal: where it is entered.
        clock: where time comes from.
        choices: what the person chose.
        theme: what to paint with.
        pool: where slow work is done.
        grounding: which script helps who feels worse, asked when the session begins; None for none.
        asks: whether the person may be asked anything before and after; quick help asks nothing.
        parent: as in Qt.
    """

    ended = Signal(object)
    """It is over, with what came of it: an `Ended`."""
    left = Signal()
    """The person went back before it began."""
    said = Signal(object)
    """Something to say to the person: a `Message`."""
    state_changed = Signal(object)
    """Something the desktop shows is another now: a `SessionState`."""
    compact_asked = Signal(bool)
    """The person wants a small window, or the full size again."""
    full_screen_asked = Signal()
    """The person wants the screen filled, or no more."""

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
        grounding: Callable[[], Offer | None] = lambda: None,
        asks: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._wish = wish
        self._studio = studio
        self._journal = journal
        self._clock = clock
        self._choices = choices
        self._theme = theme
        self._asks = asks
        self._is_compact = False
        self._answer: CheckIn | None = None
        self._own_pace: float | None = None
        self._prepared: Prepared | None = None
        self._conductor: Conductor | None = None
        self._entry_id: int | None = None
        self._page: SessionPage | None = None
        self._fade: SoundFade | None = None
        self._afterwards: Afterwards | None = None
        self._is_grounding = False
        self._way_out = WayOut(grounding, studio, pool, self)
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

    @property
    def steering(self) -> Steering | None:
        """What can be asked of the session that is on; None before it and after it."""
        page = self._page
        return page.steering if page is not None and page.is_leading else None

    def start(self) -> None:
        """Begins to prepare, and asks how tense the person is meanwhile, if that is wanted."""
        self._preparation.start()
        if not self._asks:
            QTimer.singleShot(PATIENCE_MS, self, self._begin_unspoken)
        if self._asks and self._choices.settings.asks_before:
            page = CheckInPage(self._theme)
            page.answered.connect(self._on_answer_before)
            self._show(page)
            page.ask(Moment.BEFORE, self._wish.offer.title)
        else:
            self._on_answer_before(CheckIn(None, ()))

    def stop(self) -> None:
        """Ends whatever is going on; a session that runs is stopped and logged."""
        self._preparation.cancel()
        self._way_out.cancel()
        if self._fade is not None:
            self._fade.stop()
        conductor, page = self._conductor, self._page
        if conductor is not None and page is not None and not conductor.state.is_over:
            # Nobody is to be asked anything any more.
            page.ended.disconnect()
            conductor.stop()

    def help_quickly(self) -> None:
        """Leave whatever is on, a question among it, for the session that helps in a bad moment."""
        if isinstance(self.currentWidget(), RoomPage):
            return
        if self.steering is not None:
            self._on_worse()
            return
        self._preparation.cancel()
        if self._conductor is None:
            self._way_out.make_ready()
        room = self._show_room()
        # As long as the sound of a session takes to go: the sentence is read, the voice got ready.
        QTimer.singleShot(FADE_MS, room, lambda: self._ground(room))

    def set_compact(self, compact: bool) -> None:  # noqa: FBT001 - a slot for a signal
        """Show the session for a small window, or in full."""
        self._is_compact = compact
        if self._page is not None:
            self._page.set_compact(compact)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Escape leaves before the session has begun."""
        if event.key() == Qt.Key.Key_Escape and self._conductor is None:
            self._leave()
        else:
            super().keyPressEvent(event)

    def _show(self, page: QWidget) -> None:
        if self.indexOf(page) < 0:
            self.addWidget(page)
        before = self.currentWidget()
        self.setCurrentWidget(page)
        page.setFocus()
        if before is not None and before not in {page, self._preparing}:
            self.removeWidget(before)
            before.deleteLater()
        if not isinstance(page, SessionPage):
            self._page = None

    def _on_answer_before(self, answer: CheckIn) -> None:
        script = self._wish.offer.script
        assert script is not None
        if not (self._asks and begins_at_own_pace(script)):
            self._go_on(answer)
            return
        settings = self._choices.settings
        page = TappingPage(
            self._theme,
            self._clock.monotonic,
            title=self._wish.offer.title,
            usual_pace=settings.own_pace_per_minute or USUAL_PACE,
            reduced_motion=settings.reduced_motion,
        )
        page.done.connect(lambda pace: self._on_pace(pace, answer))
        self._show(page)
        page.begin()

    def _on_pace(self, pace: float | None, answer: CheckIn) -> None:
        self._own_pace = pace
        if pace is not None:
            self._choices.change(own_pace_per_minute=pace)
        self._go_on(answer)

    def _go_on(self, answer: CheckIn) -> None:
        self._answer = answer
        self._begin_when_ready()
        if self._conductor is None:
            self._show(self._preparing if self._asks else RoomPage(self._theme))

    def _on_prepared(self, prepared: object) -> None:
        self._prepared = cast("Prepared", prepared)
        self._begin_when_ready()

    def _on_failure(self, error: RelaxError) -> None:
        self._say(str(error))
        self._leave()

    def _leave(self) -> None:
        self._preparation.cancel()
        self.left.emit()

    def _begin_when_ready(self) -> None:
        """Begins once the question is answered and every sentence is spoken."""
        answer, prepared = self._answer, self._prepared
        if answer is None or prepared is None:
            return
        if self._own_pace is not None:
            prepared = self._prepared = prepared.at_pace(self._own_pace)
        try:
            page = self._lead(prepared, self._wish, answer)
        except RelaxError as error:
            self._on_failure(error)
            return
        assert self._conductor is not None
        self._entry_id = self._conductor.entry_id
        page.ended.connect(self._on_end)
        page.worse_asked.connect(self._on_worse)
        self._way_out.make_ready(instead_of=self._wish.offer.script_id)

    def _begin_unspoken(self) -> None:
        """Begin with captions alone: who needs help does not wait for a voice."""
        if self._prepared is None and self._conductor is None:
            self._preparation.cancel()
            script, path = self._wish.offer.script, self._wish.offer.path
            assert script is not None
            try:
                self._on_prepared(self._studio.prepare(script, path, speaks=False))
            except RelaxError as error:
                self._on_failure(error)

    def _lead(self, prepared: Prepared, wish: Wish, answer: CheckIn) -> SessionPage:
        """Enter a session in the journal, and show it from its start."""
        conductor, remark = self._studio.begin(
            prepared,
            wish.seconds,
            self._journal,
            self._clock,
            tension_before=answer.tension,
            marks_before=answer.marks,
        )
        self._conductor = conductor
        page = SessionPage(self._theme)
        page.volume_changed.connect(self._on_volume)
        page.countdown_hidden.connect(self._on_countdown)
        page.state_changed.connect(self.state_changed)
        page.compact_asked.connect(self.compact_asked)
        page.full_screen_asked.connect(self.full_screen_asked)
        self._show(page)
        self._page = page
        if self._is_compact:
            page.set_compact(compact=True)
        for sentence in (prepared.remark, remark):
            if sentence:
                self._say(sentence)
        lead(page, conductor, prepared, self._choices.settings)
        return page

    def _on_volume(self, volume: VolumeChanged) -> None:
        self._choices.change(**{f"{volume.bus}_volume": volume.level})

    def _on_countdown(self, hidden: bool) -> None:  # noqa: FBT001 - a slot for a signal
        self._choices.change(hide_countdown=hidden)

    def _on_worse(self) -> None:
        """Out of the session at once: logged, its sound fading, and a sentence in its place."""
        conductor, page = self._conductor, self._page
        if conductor is None or page is None:
            return
        page.break_off()
        room = self._show_room()
        self._fade = SoundFade(conductor, self)
        self._fade.finished.connect(lambda: self._ground(room))
        self._fade.start()

    def _show_room(self) -> RoomPage:
        # Help is not to be read in a small window.
        self._grow()
        room = RoomPage(self._theme)
        self._show(room)
        room.done.connect(self._end_all)
        return room

    def _grow(self) -> None:
        if self._is_compact:
            self.compact_asked.emit(False)

    def _ground(self, room: RoomPage) -> None:
        """Begin the grounding, or say what helps where there is none or this was it."""
        offer = self._way_out.offer
        prepared = None if self._is_grounding else self._way_out.take()
        if prepared is None or offer is None:
            room.help()
            return
        self._is_grounding = True
        wish = usual_wish(offer, self._choices.settings.minutes_by_script)
        try:
            page = self._lead(prepared, wish, CheckIn(None, ()))
        except RelaxError as error:
            self._say(str(error))
            room.help()
            return
        if self._entry_id is None and self._conductor is not None:
            self._entry_id = self._conductor.entry_id
        page.ended.connect(self._end_all)
        page.worse_asked.connect(self._on_worse)

    def _end_all(self) -> None:
        self.ended.emit(Ended(self._entry()))

    def _on_end(self, page_ended: PageEnded) -> None:
        self._way_out.cancel()
        self._grow()
        page, prepared = self._page, self._prepared
        assert page is not None
        assert prepared is not None
        self._afterwards = Afterwards(
            title=self._wish.offer.title,
            journal=self._journal,
            clock=self._clock,
            choices=self._choices,
            theme=self._theme,
            show=self._show,
            asks=self._asks,
            parent=self,
        )
        self._afterwards.done.connect(self.ended)
        self._afterwards.said.connect(self._say)
        self._afterwards.begin(
            page_ended, prepared.script.ending, self._answer, page.steering.left_out
        )

    def _entry(self) -> Entry | None:
        """What is in the log about the session that was wished for."""
        if self._entry_id is None:
            return None
        try:
            return self._journal.entry(self._entry_id)
        except RelaxError as error:
            self._say(str(error))
            return None

    def _say(self, sentence: str) -> None:
        self.said.emit(Message(sentence))
