"""What can be asked of a session while it runs; what stands in the way of a wish is said in a card."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from relaxapp.errors import RelaxError
from relaxapp.script.body import Area
from relaxapp.session.session import State
from relaxapp.timeline.phase import PhaseKind
from relaxapp.ui.pages.question import Answer, Question

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QWidget

    from relaxapp.session.conductor import Glance
    from relaxapp.timeline.phase import Phase
    from relaxapp.ui.pages.leader import Leader
    from relaxapp.ui.pages.volume_row import VolumeChanged

_BODY_KINDS = frozenset({PhaseKind.TENSE, PhaseKind.RELEASE, PhaseKind.NOTICE})
_ON = frozenset({State.RUNNING, State.PAUSED})


class Steering(QObject):
    """Passes wishes on to the one who leads a session; without one every wish is passed over.

    Args:
        page: what the card stands on, and what has the focus when nothing is asked.
    """

    carried_out = Signal()
    """A wish was passed on: there is something else to see now."""
    jumped = Signal()
    """The session is about to be somewhere else."""
    area_left_out = Signal(object)
    """An area is left out from here on; carries the `Phase` that was about it."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._leader: Leader | None = None
        self._glance: Glance | None = None
        self._asks_to_end = False
        self._left_out: dict[str, frozenset[Area]] = {}
        self.question = Question(page)

    @property
    def leader(self) -> Leader | None:
        """Who leads the session; None without one, or when it is over."""
        return self._leader

    @property
    def glance(self) -> Glance | None:
        """What was seen of the session last."""
        return self._glance

    @property
    def left_out(self) -> Mapping[str, frozenset[Area]]:
        """What the person left out on the way: the names of the groups, and their areas."""
        return self._left_out

    @property
    def can_leave_out(self) -> bool:
        """Whether a part of the body is being tensed, let go or dwelt on."""
        return self._glance is not None and self._glance.phase.kind in _BODY_KINDS

    def take(self, leader: Leader) -> None:
        """Steer this session from now on, and start it if it is not started."""
        self._leader = leader
        self._glance = None
        self._asks_to_end = False
        self._left_out = {}
        self.question.hide()
        if leader.state is State.READY:
            self.ask_of(leader.start)
        else:
            self.carried_out.emit()

    def let_go(self) -> None:
        """The session is over: nothing can be asked of it any more."""
        self._leader = None
        self.question.hide()

    def look(self) -> Glance | None:
        """See how far the session is; None without one."""
        if self._leader is None:
            return None
        self._glance = self._leader.look()
        return self._glance

    def toggle(self) -> None:
        """Pause, go on, leave a wait, or answer what is asked: whatever comes next."""
        if self._is_running and not self.stands:
            self.pause()
        else:
            self.resume()

    def pause(self) -> None:
        """Stand still until resumed."""
        if self._leader is not None and self._is_running:
            self.ask_of(self._leader.pause)

    def resume(self) -> None:
        """Go on after a pause, a wait or a question."""
        leader = self._leader
        if leader is None:
            return
        if self.question.sentence:
            self.question.take_first()
        elif self.stands:
            self.ask_of(leader.go_on)
        elif leader.state is State.PAUSED:
            self.ask_of(leader.resume)

    def go_on(self) -> None:
        """Leave a wait; elsewhere nothing happens."""
        if self.stands:
            self.resume()

    def next(self) -> None:
        """Leave this step for the next one."""
        self._move(lambda leader: leader.skip())

    def back(self) -> None:
        """Return to the start of this step, or to the one before."""
        self._move(lambda leader: leader.back())

    def repeat(self) -> None:
        """Return to the start of this step."""
        self._move(lambda leader: leader.repeat())

    def go_to(self, step: int) -> None:
        """Go to the start of a step."""
        self._move(lambda leader: leader.go_to(step))

    def longer(self) -> None:
        """Make what is being done a bit longer."""
        self._move(lambda leader: leader.longer())

    def leave_area_out(self) -> None:
        """Leave a part of the body, now and in what is still to come; elsewhere nothing happens."""
        if self._glance is None or not self.can_leave_out:
            return
        phase: Phase = self._glance.phase
        if not phase.areas or phase.areas == frozenset(Area):
            # Without any area there would be nothing left to practise: only this step is left.
            self.next()
            return
        self._left_out[phase.group] = phase.areas
        self.area_left_out.emit(phase)
        self._move(lambda leader: leader.leave_out(phase.areas))

    def hear(self, volume: VolumeChanged) -> None:
        """Let a stream be as loud as the person wants."""
        leader = self._leader
        if leader is not None and leader.state in _ON:
            self.ask_of(lambda: leader.set_volume(volume.bus, volume.level))

    def ask_to_end(self) -> None:
        """Ask whether the session is to end here; it waits meanwhile."""
        leader = self._leader
        if leader is None or self._asks_to_end:
            return
        self._asks_to_end = True
        was_running = leader.state is State.RUNNING
        if was_running:
            self.ask_of(leader.pause)

        def keep_going() -> None:
            self._asks_to_end = False
            self._page.setFocus(Qt.FocusReason.OtherFocusReason)
            if was_running and leader.state is State.PAUSED:
                self.ask_of(leader.resume)
            else:
                self.carried_out.emit()

        self.question.ask(
            self.tr("End the session here?"),
            self.tr("What you practised so far counts, and stays in your history."),
            Answer(self.tr("Keep going"), keep_going),
            Answer(self.tr("End session"), self.end),
        )
        self.carried_out.emit()

    def end(self) -> None:
        """End the session here, without a question."""
        if self._leader is not None:
            self.ask_of(self._leader.stop)

    def say_trouble(self, sentence: str) -> None:
        """Say what keeps the session from going on, with the way to try again."""
        leader = self._leader
        if leader is None or self.question.sentence:
            return

        def go_on() -> None:
            self._page.setFocus(Qt.FocusReason.OtherFocusReason)
            self.ask_of(leader.start if leader.state is State.READY else leader.resume)

        self.question.ask(
            sentence, "", Answer(self.tr("Go on"), go_on), Answer(self.tr("End session"), self.end)
        )

    def ask_of(self, wish: Callable[[], None]) -> None:
        """Pass a wish on, and say in a card what stands in its way."""
        try:
            wish()
        except RelaxError as error:
            self.say_trouble(str(error))
            return
        self.carried_out.emit()

    @property
    def stands(self) -> bool:
        """Whether the session stands at a wait."""
        return self._glance is not None and self._glance.is_waiting

    @property
    def _is_running(self) -> bool:
        return self._leader is not None and self._leader.state is State.RUNNING

    def _move(self, wish: Callable[[Leader], None]) -> None:
        leader = self._leader
        if leader is not None and leader.state in _ON:
            self.jumped.emit()
            self.ask_of(lambda: wish(leader))
