"""What has the whole window for a while: the first pages, or a session from its first question to its last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from relaxapp.ui.afterwards import Ended
    from relaxapp.ui.attendance import Attendance
    from relaxapp.ui.first_run.first_run import FirstRun
    from relaxapp.ui.message import Message
    from relaxapp.ui.pages.offer import Offer
    from relaxapp.ui.pages.wish import Wish
    from relaxapp.ui.practice import Practice
    from relaxapp.ui.rooms import Rooms, Supplies
    from relaxapp.ui.theme import Theme


class Occupation(QObject):
    """Begins what fills the window, and gives the window back when it is over; one at a time.

    Args:
        window: what is filled; goes with it.
        supplies: what sessions are made from.
        rooms: the rooms of the window, as they are now.
        theme: the look, as it is now.
        offers: the scripts there are, read anew.
        again: what was practised last, read anew.
    """

    said = Signal(object)
    """Something to say to the person: a `Message`."""
    over = Signal()
    """The window is free again, with the page shown that was left."""
    practised = Signal(object)
    """A session was begun and is over: what to say about it, a `Message` or None."""

    def __init__(
        self,
        window: QWidget,
        *,
        supplies: Supplies,
        rooms: Callable[[], Rooms],
        theme: Callable[[], Theme],
        offers: Callable[[], Sequence[Offer]],
        again: Callable[[], Offer | None],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._supplies = supplies
        self._rooms = rooms
        self._theme = theme
        self._offers = offers
        self._again = again
        self._practice: Practice | None = None
        self._first_run: FirstRun | None = None
        self._attendance: Attendance | None = None

    @property
    def is_on(self) -> bool:
        """Whether something has the window."""
        return self._practice is not None or self._first_run is not None

    @property
    def practice(self) -> Practice | None:
        """The session that is on; None while none is."""
        return self._practice

    @property
    def first_run(self) -> FirstRun | None:
        """The first pages; None unless they are shown."""
        return self._first_run

    @property
    def attendance(self) -> Attendance:
        """What the desktop does for sessions, made when it is first asked for."""
        if self._attendance is None:
            from relaxapp.ui.attendance import Attendance  # noqa: PLC0415 - start-up

            self._attendance = Attendance(self._window)
            self._attendance.said.connect(self.said)
            self._attendance.made_small.connect(self._on_made_small)
        return self._attendance

    def practise(self, wish: Wish) -> None:
        """Begins what the person wished for, and remembers how long they wanted it."""
        choices = self._supplies.choices
        minutes = wish.seconds / 60
        choices.replace(choices.settings.with_minutes(wish.offer.script_id, minutes))
        self._begin(wish, asks=True)

    def start_at_once(self, offer: Offer) -> None:
        """Begins a session as long as it was last time, without its sheet."""
        if not self.is_on and offer.script is not None:
            self._begin(self._usual(offer), asks=True)

    def start_last(self) -> None:
        """Begins once more what was practised last."""
        again = None if self.is_on else self._again()
        if again is not None:
            self.start_at_once(again)

    def help_quickly(self) -> None:
        """Begins the session for a bad moment without a question; what is on gives way to it."""
        if self._practice is not None:
            self._practice.help_quickly()
            return
        from relaxapp.ui.quick_help import quick_help_offer  # noqa: PLC0415 - start-up

        offer = quick_help_offer(self._offers(), self._supplies.choices.settings)
        if offer is not None:
            self._leave_first_run()
            self._begin(self._usual(offer), asks=False)

    def welcome(self, at: int = 0, focus_key: str = "") -> None:
        """Shows the first pages.

        Args:
            at: the page to begin with, from 0.
            focus_key: what is to have the focus in it.
        """
        from relaxapp.ui.first_run.first_run import FirstRun  # noqa: PLC0415 - once in a life

        supplies = self._supplies
        pages = self._first_run = FirstRun(
            choices=supplies.choices,
            theme=self._theme(),
            auditions=lambda: supplies.studio().auditions,
            pool=supplies.pool,
            at=at,
        )
        pages.done.connect(self._on_welcomed)
        pages.quick_help_asked.connect(self.help_quickly)
        self._rooms().fill_with(pages)
        pages.take_focus(focus_key)

    def stop(self) -> None:
        """Ends what is on; a session that runs is stopped and logged."""
        if self._practice is not None:
            self._practice.stop()
        if self._attendance is not None:
            self._attendance.leave()

    def _usual(self, offer: Offer) -> Wish:
        from relaxapp.ui.pages.wish import usual_wish  # noqa: PLC0415 - start-up

        return usual_wish(offer, self._supplies.choices.settings.minutes_by_script)

    def _begin(self, wish: Wish, *, asks: bool) -> None:
        from relaxapp.ui.practice import Practice  # noqa: PLC0415 - start-up
        from relaxapp.ui.quick_help import grounding_offer  # noqa: PLC0415

        supplies = self._supplies
        practice = self._practice = Practice(
            wish=wish,
            studio=supplies.studio(),
            journal=supplies.journal(),
            clock=supplies.clock,
            choices=supplies.choices,
            theme=self._theme(),
            pool=supplies.pool,
            grounding=lambda: grounding_offer(self._offers(), supplies.choices.settings),
            asks=asks,
        )
        practice.ended.connect(self._on_ended)
        practice.left.connect(self._on_left)
        practice.said.connect(self.said)
        self._rooms().fill_with(practice)
        self.attendance.attend(practice, supplies.choices.settings)
        practice.start()

    def _on_made_small(self, small: bool) -> None:  # noqa: FBT001 - a slot for a signal
        self._rooms().frame.set_small(small)

    def _on_welcomed(self) -> None:
        self._leave_first_run()
        self._rooms().return_()
        self.over.emit()

    def _leave_first_run(self) -> None:
        pages, self._first_run = self._first_run, None
        if pages is not None:
            self._discard(pages)

    def _on_left(self) -> None:
        self._end_practice()
        self.over.emit()

    def _on_ended(self, ended: Ended) -> None:
        self._end_practice()
        self.practised.emit(_message(ended))

    def _end_practice(self) -> None:
        practice, self._practice = self._practice, None
        self.attendance.leave()
        if practice is not None:
            self._discard(practice)
            self._rooms().return_()

    def _discard(self, page: QWidget) -> None:
        page.hide()
        self._rooms().frame.pages.removeWidget(page)
        page.deleteLater()


def _message(ended: Ended) -> Message | None:
    """What is said about a session that is over, unless it has said so itself."""
    if ended.offer is not None or ended.entry is None:
        return ended.offer
    from relaxapp.ui.history.entry_words import what_changed  # noqa: PLC0415
    from relaxapp.ui.message import Message  # noqa: PLC0415 - start-up

    return Message(what_changed(ended.entry))
