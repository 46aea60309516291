"""The session page: looks at the conductor while a session runs, shows what it sees, and passes on wishes."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QPushButton, QVBoxLayout, QWidget

from relaxapp.session.session import State
from relaxapp.sound.volumes import Volumes
from relaxapp.timeline.clip import Bus
from relaxapp.ui.aloud import announce
from relaxapp.ui.pages.announcing import announcements
from relaxapp.ui.pages.controls import Controls
from relaxapp.ui.pages.head import Head
from relaxapp.ui.pages.leader import Ended, Leader
from relaxapp.ui.pages.looking import interval_ms
from relaxapp.ui.pages.manner import Manner
from relaxapp.ui.pages.progress_row import ProgressRow
from relaxapp.ui.pages.session_keys import Asked, asked_by
from relaxapp.ui.pages.stage import Stage
from relaxapp.ui.pages.steering import Steering
from relaxapp.ui.pages.telling import Telling
from relaxapp.ui.painted.ground import Ground
from relaxapp.ui.painted.scene import Scene

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QHideEvent, QKeyEvent, QMouseEvent, QResizeEvent, QShowEvent

    from relaxapp.session.conductor import Glance
    from relaxapp.timeline.phase import Phase
    from relaxapp.timeline.timeline import Timeline
    from relaxapp.ui.theme import Theme

_WAKING = frozenset({QEvent.Type.HoverMove, QEvent.Type.HoverEnter, QEvent.Type.ShortcutOverride})
"""A mouse that moves anywhere on the page, and any key, whichever widget gets it."""
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_MARGINS = (0, 32, 0, 24)
_COMPACT_MARGINS = (0, 10, 0, 6)
_ROOMY_PX = 480
"""The height at 100 % from which on there is room for the name of the step, and the minutes."""


class SessionPage(Ground):
    """Shows a session while it runs; without one it does nothing at all, and has no timer.

    Args:
        theme: what to paint with.
        parent: as in Qt.

    Attributes:
        steering: what can be asked of the session.
    """

    ended = Signal(object)
    """The session is over; carries an `Ended`."""
    worse_asked = Signal()
    """The person feels worse and wants to be out of this at once; `break_off` ends it."""
    volume_changed = Signal(object)
    """The person set a volume, to be kept; carries a `VolumeChanged`."""
    countdown_hidden = Signal(bool)
    """The person wants what is left kept from sight, or shown; to be kept."""
    state_changed = Signal(object)
    """Something the desktop shows is another now; carries a `SessionState`."""
    compact_asked = Signal(bool)
    """The person wants a small window, or the full size again."""
    full_screen_asked = Signal()
    """The person wants the screen filled, or no more."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.steering = Steering(self)
        self._manner = Manner()
        self._timeline: Timeline | None = None
        self._is_spoken = True
        self._telling = Telling(self)
        self._shown: tuple[object, ...] = ()
        self._is_compact = False
        self._scene = Scene(theme, self)
        self._scene.hide()
        self._head = Head(theme)
        self._stage = Stage(theme, self, self._scene)
        self._go_on = QPushButton(self.tr("Go on"))
        self._go_on.setProperty("kind", "primary")
        self._go_on.setMinimumWidth(theme.px(190))
        self._go_on.hide()
        self._progress = ProgressRow(theme)
        self._controls = Controls(theme, self)
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._look)
        self._lay_out()
        self._connect()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    @property
    def is_leading(self) -> bool:
        """Whether a session is shown that is not over."""
        return self.steering.leader is not None

    @property
    def is_compact(self) -> bool:
        """Whether it is shown for a small window."""
        return self._is_compact

    def lead(
        self,
        leader: Leader,
        title: str,
        subtitle: str,
        *,
        manner: Manner | None = None,
        volumes: Volumes | None = None,
    ) -> None:
        """Show a session until it is over, and start it if it is not started.

        Args:
            leader: the session's conductor.
            title: what stands in the upper left.
            subtitle: the line under it, such as "8 min".
            manner: how the person wants it to be shown.
            volumes: how loud it is at the beginning.
        """
        self._timeline = None
        self._telling.begin(title)
        self._shown = ()
        self.setAccessibleName(title)
        self.setAccessibleDescription(self.tr("Space pauses and goes on, F1 shows every key."))
        self._told = None
        self._manner = manner or Manner()
        self._head.show_titles(title, subtitle)
        self._stage.set_manner(self._manner)
        self._progress.show_left(shown=not self._manner.hide_countdown)
        buses = {clip.bus for clip in leader.timeline.clips}
        self._is_spoken = Bus.VOICE in buses
        self._controls.show_volumes(volumes or Volumes(), buses)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.steering.take(leader)

    def break_off(self) -> None:
        """End the session here for who feels worse: logged at once, its sound left to be faded out."""
        leader = self.steering.leader
        if leader is not None:
            leader.break_off()
            self._let_go()

    def set_compact(self, compact: bool) -> None:  # noqa: FBT001 -- a slot for a signal
        """Show only what a small window has room for, or everything."""
        self._is_compact = compact
        self._head.setHidden(compact)
        self._progress.setHidden(compact)
        self._controls.set_compact(compact=compact)
        self._page.setContentsMargins(*(_COMPACT_MARGINS if compact else _MARGINS))
        self._stage.set_compact(compact)
        # The window is made smaller next, and must not be held up by how large the page was.
        self._page.activate()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def event(self, event: QEvent) -> bool:
        """A mouse that moves and a key that is pressed wake the controls."""
        if event.type() in _WAKING:
            self._wake()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 -- Qt's name
        """What the keys do while a session runs; Enter presses a button in focus, as Space does."""
        focused = self.focusWidget()
        if event.key() in _ENTER and isinstance(focused, QAbstractButton):
            if not event.isAutoRepeat():
                focused.click()
            return
        asked = asked_by(event)
        question = self.steering.question
        if not self.is_leading or asked is None:
            super().keyPressEvent(event)
        elif question.sentence and asked is not Asked.WORSE:
            # A question that lost the focus is answered all the same.
            if asked in {Asked.END, Asked.RESUME}:
                question.take_first()
        else:
            self._acts[asked]()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 -- Qt's name
        """The scene fills the page, a question stands in its middle."""
        super().resizeEvent(event)
        self._scene.setGeometry(self.rect())
        self._controls.set_page_height(self.height())
        is_close = self.height() < self._theme.px(_ROOMY_PX)
        self._progress.show_step(shown=not is_close)
        self._head.set_close(close=is_close)
        self._stage.set_close(close=is_close)
        self.steering.question.place()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 -- Qt's name
        """A click beside the card of seldom wishes closes it."""
        self._controls.more.close_card()
        super().mousePressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 -- Qt's name
        """Look often again."""
        super().showEvent(event)
        self._set_pace()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 -- Qt's name
        """Look as seldom as the conductor allows."""
        super().hideEvent(event)
        self._set_pace()

    def _look(self) -> None:
        """See where the session is, and show it."""
        before, leader, glance = self.steering.glance, self.steering.leader, self.steering.look()
        if leader is None or glance is None:
            return
        timeline = leader.timeline
        for words in announcements(before, glance, timeline, is_spoken=self._is_spoken):
            announce(self, words)
        if glance.state.is_over:
            self._let_go()
            self.ended.emit(Ended(leader.entry_id, glance.state))
            return
        if timeline is not self._timeline:
            self._timeline = timeline
            self._progress.show_timeline(timeline)
        self._stage.show_glance(timeline, glance)
        self._progress.show_position(glance.position, glance.length, glance.phase.step)
        if glance.trouble is not None:
            self.steering.say_trouble(glance.trouble)
        self._show_state(glance)
        self._telling.tell(timeline, glance)
        self._set_pace()

    def _show_state(self, glance: Glance) -> None:
        """Show what of the session seldom changes, when it does."""
        is_asked = bool(self.steering.question.sentence)
        state = (
            glance.state,
            glance.is_waiting,
            is_asked,
            glance.remark,
            self.steering.can_leave_out,
        )
        if state == self._shown:
            return
        self._shown = state
        running = glance.state is State.RUNNING and not glance.is_waiting
        self._go_on.setVisible(glance.is_waiting)
        self._controls.show_running(running=running)
        self._controls.show_leave_out(shown=self.steering.can_leave_out)
        self._head.show_paused(paused=glance.state is State.PAUSED and not is_asked)
        self._head.show_remark(glance.remark or "")

    def _let_go(self) -> None:
        self.steering.let_go()
        self._timer.stop()
        self._controls.wake(may_rest=False)
        self._stage.forget()
        self._telling.end()

    def _set_pace(self) -> None:
        """Look as often as what is seen changes; not at all while it stands still."""
        glance = self.steering.glance
        interval = None
        if self.is_leading and glance is not None:
            interval = interval_ms(glance, self._stage.motion, is_seen=self.isVisible())
        if interval is None:
            self._timer.stop()
        elif not self._timer.isActive() or self._timer.interval() != interval:
            self._timer.start(interval)

    def _show_next(self) -> None:
        """See at once what came of a wish."""
        self._look()
        self._wake()

    def _show_left_out(self, phase: Phase) -> None:
        self._manner = replace(self._manner, left_out=self._manner.left_out | phase.areas)
        self._stage.set_manner(self._manner)
        words = self.tr("{group} is left out from now on.")
        announce(self, words.replace("{group}", phase.group.capitalize()))

    def _toggle_times(self) -> None:
        hidden = not self._manner.hide_countdown
        self._manner = replace(self._manner, hide_countdown=hidden)
        self._stage.set_manner(self._manner)
        self._progress.show_left(shown=not hidden)
        self._look()
        self.countdown_hidden.emit(hidden)

    def _toggle_compact(self) -> None:
        self.compact_asked.emit(not self._is_compact)

    def _feel_worse(self) -> None:
        if self.is_leading:
            self.worse_asked.emit()

    def _wake(self) -> None:
        leader = self.steering.leader
        running = leader is not None and leader.state is State.RUNNING
        self._controls.wake(may_rest=running and not self.steering.question.sentence)

    def _connect(self) -> None:
        controls, steering = self._controls, self.steering
        steering.carried_out.connect(self._show_next)
        steering.jumped.connect(self._telling.tell_anew)
        self._telling.changed.connect(self.state_changed)
        steering.area_left_out.connect(self._show_left_out)
        self._acts: dict[Asked, Callable[[], None]] = {
            Asked.TOGGLE: steering.toggle,
            Asked.GO_ON: steering.go_on,
            Asked.PAUSE: steering.pause,
            Asked.RESUME: steering.resume,
            Asked.NEXT: steering.next,
            Asked.BACK: steering.back,
            Asked.REPEAT: steering.repeat,
            Asked.LONGER: steering.longer,
            Asked.LEAVE_OUT: steering.leave_area_out,
            Asked.WORSE: self._feel_worse,
            Asked.MUTE: controls.volumes.toggle_mute,
            Asked.TIMES: self._toggle_times,
            Asked.COMPACT: self._toggle_compact,
            Asked.FULL_SCREEN: self.full_screen_asked.emit,
            Asked.END: steering.ask_to_end,
        }
        for signal, asked in (
            (controls.end_asked, Asked.END),
            (controls.toggle_asked, Asked.TOGGLE),
            (controls.back_asked, Asked.BACK),
            (controls.skip_asked, Asked.NEXT),
            (controls.repeat_asked, Asked.REPEAT),
            (controls.longer_asked, Asked.LONGER),
            (controls.leave_out_asked, Asked.LEAVE_OUT),
            (controls.worse_asked, Asked.WORSE),
            (controls.full_size_asked, Asked.COMPACT),
        ):
            signal.connect(self._acts[asked])
        self._go_on.clicked.connect(steering.go_on)
        self._progress.step_asked.connect(steering.go_to)
        controls.volumes.heard.connect(steering.hear)
        controls.volumes.chosen.connect(self.volume_changed)
        controls.volumes.muted.connect(lambda muted: self._head.show_muted(muted=muted))

    def _lay_out(self) -> None:
        # The stage reaches up behind the title: there is room for the figure beside it.
        upper = QGridLayout()
        upper.addWidget(self._stage, 0, 0)
        upper.addWidget(self._head, 0, 0, Qt.AlignmentFlag.AlignTop)
        page = self._page = QVBoxLayout(self)
        page.setContentsMargins(*_MARGINS)
        page.setSpacing(8)
        page.addLayout(upper, 1)
        page.addWidget(self._go_on, 0, Qt.AlignmentFlag.AlignHCenter)
        page.addWidget(self._progress)
        page.addWidget(self._controls)
        order = (self._go_on, *self._controls.in_tab_order, self._progress.line)
        for one, other in pairwise(order):
            QWidget.setTabOrder(one, other)
