"""The session page: looks at the conductor while a session runs, shows what it sees, and passes on wishes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QHideEvent,
    QKeyEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QGridLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from relaxapp.errors import RelaxError
from relaxapp.session.session import PhaseBegan, State
from relaxapp.sound.volumes import Volumes
from relaxapp.timeline.phase import PhaseKind
from relaxapp.ui.pages.controls import Controls
from relaxapp.ui.pages.head import Head
from relaxapp.ui.pages.leader import Ended, Leader
from relaxapp.ui.pages.phase_words import announcement
from relaxapp.ui.pages.progress_row import ProgressRow
from relaxapp.ui.pages.question import Answer, Question
from relaxapp.ui.pages.showing import View, is_easing
from relaxapp.ui.pages.stage import Manner, Stage
from relaxapp.ui.painted.ground import Ground
from relaxapp.ui.painted.scene import Scene

if TYPE_CHECKING:
    from collections.abc import Callable

    from relaxapp.session.conductor import Glance
    from relaxapp.timeline.timeline import Timeline
    from relaxapp.ui.pages.volume_row import VolumeChanged
    from relaxapp.ui.theme import Theme

MOVING_MS = 16
"""Between two looks while something moves."""
DRIFTING_MS = 50
"""While a scene drifts, which is slow."""
STANDING_MS = 100
"""While only numbers change."""
HIDDEN_MS = 500
"""While nobody sees the page; the conductor must be looked at once a second."""

_SPOKEN_CYCLES = 2
"""A screen reader says the parts of the first breaths only; then the breath is known."""


class SessionPage(Ground):
    """Shows a session while it runs; without one it does nothing at all, and has no timer."""

    ended = Signal(object)
    """The session is over; carries an `Ended`."""
    volume_changed = Signal(object)
    """The person set a volume, to be kept; carries a `VolumeChanged`."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._leader: Leader | None = None
        self._manner = Manner()
        self._glance: Glance | None = None
        self._timeline: Timeline | None = None
        self._asks_to_end = False
        self._scene = Scene(theme, self)
        self._scene.hide()
        self._head = Head(theme)
        self._stage = Stage(theme, self, self._scene)
        self._go_on = QPushButton(self.tr("Go on"))
        self._go_on.setProperty("kind", "primary")
        self._go_on.setMinimumWidth(190)
        self._go_on.hide()
        self._progress = ProgressRow(theme)
        self._controls = Controls(theme)
        self._question = Question(self)
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
        return self._leader is not None

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
        self._leader = leader
        self._timeline = None
        self._glance = None
        self._asks_to_end = False
        self._manner = manner or Manner()
        self._head.show_titles(title, subtitle)
        self._question.hide()
        self._stage.set_manner(self._manner)
        self._progress.show_left(shown=not self._manner.hide_countdown)
        buses = {clip.bus for clip in leader.timeline.clips}
        self._controls.show_volumes(volumes or Volumes(), buses)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        if leader.state is State.READY:
            self._ask_of(leader.start)
        else:
            self._look()
        self._wake()

    def ask_to_end(self) -> None:
        """Ask whether the session is to end here; it waits meanwhile."""
        leader = self._leader
        if leader is None or self._asks_to_end:
            return
        self._asks_to_end = True
        was_running = leader.state is State.RUNNING
        if was_running:
            self._ask_of(leader.pause)

        def keep_going() -> None:
            self._asks_to_end = False
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            if was_running and leader.state is State.PAUSED:
                self._ask_of(leader.resume)
            else:
                self._look()

        self._question.ask(
            self.tr("End the session here?"),
            self.tr("What you practised so far counts, and stays in your history."),
            Answer(self.tr("Keep going"), keep_going),
            Answer(self.tr("End session"), self.end),
        )
        self._head.show_paused(paused=False)

    def end(self) -> None:
        """End the session here, without a question."""
        if self._leader is not None:
            self._ask_of(self._leader.stop)

    def event(self, event: QEvent) -> bool:
        """A mouse that moves anywhere on the page wakes the controls."""
        if event.type() in {QEvent.Type.HoverMove, QEvent.Type.HoverEnter}:
            self._wake()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 -- Qt's name
        """What the keys do while a session runs."""
        self._wake()
        key = Qt.Key(event.key())
        if self._leader is None or event.isAutoRepeat():
            super().keyPressEvent(event)
        elif self._question.sentence:
            # A question that lost the focus is answered all the same.
            if key is Qt.Key.Key_Escape:
                self._question.take_first()
        elif key in self._keys and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self._keys[key]()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 -- Qt's name
        """The scene fills the page, a question stands in its middle."""
        super().resizeEvent(event)
        self._scene.setGeometry(self.rect())
        self._question.place()

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
        leader = self._leader
        if leader is None:
            return
        glance = self._glance = leader.look()
        if glance.state.is_over:
            self._end(leader, glance.state)
            return
        timeline = leader.timeline
        if timeline is not self._timeline:
            self._timeline = timeline
            self._progress.show_timeline(timeline)
        self._stage.show_glance(timeline, glance)
        self._progress.show_position(glance.position, glance.length)
        self._go_on.setVisible(glance.is_waiting)
        running = glance.state is State.RUNNING
        self._controls.show_running(running=running and not glance.is_waiting)
        paused = glance.state is State.PAUSED and not self._question.sentence
        self._head.show_paused(paused=paused)
        self._head.show_remark(glance.remark or "")
        if glance.trouble is not None and not self._question.sentence:
            self._show_trouble(glance.trouble)
        self._announce(glance)
        self._set_pace()

    def _end(self, leader: Leader, state: State) -> None:
        self._leader = None
        self._timer.stop()
        self._question.hide()
        self._controls.wake(may_rest=False)
        self._stage.forget()
        self.ended.emit(Ended(leader.entry_id, state))

    def _set_pace(self) -> None:
        """Look as often as what is seen changes; not at all while it stands still."""
        glance = self._glance
        if self._leader is None or glance is None or glance.state is not State.RUNNING:
            self._timer.stop()
            return
        interval = STANDING_MS
        if not self.isVisible():
            interval = HIDDEN_MS
        elif glance.is_waiting:
            interval = STANDING_MS
        elif is_easing(glance.phase, glance.position) or (
            glance.phase.breath is not None and not self._manner.reduced_motion
        ):
            interval = MOVING_MS
        elif self._stage.view is View.SCENE and not self._manner.reduced_motion:
            interval = DRIFTING_MS
        if not self._timer.isActive() or self._timer.interval() != interval:
            self._timer.start(interval)

    def _show_trouble(self, sentence: str) -> None:
        leader = self._leader
        assert leader is not None

        def go_on() -> None:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            self._ask_of(leader.start if leader.state is State.READY else leader.resume)

        self._question.ask(
            sentence, "", Answer(self.tr("Go on"), go_on), Answer(self.tr("End session"), self.end)
        )
        self._head.show_paused(paused=False)

    def _announce(self, glance: Glance) -> None:
        """Tell a screen reader which phase began."""
        if not QAccessible.isActive():
            return
        for happening in glance.happenings:
            if not isinstance(happening, PhaseBegan):
                continue
            breath = happening.phase.breath
            words = announcement(happening.phase)
            if words and (breath is None or breath.cycle <= _SPOKEN_CYCLES):
                QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def _ask_of(self, wish: Callable[[], None]) -> None:
        """Pass a wish on and show what came of it; what stands in its way is said in a card."""
        try:
            wish()
        except RelaxError as error:
            self._show_trouble(str(error))
            return
        self._look()
        self._wake()

    def _move(self, wish: Callable[[Leader], None]) -> None:
        if self._leader is not None and self._leader.state in {State.RUNNING, State.PAUSED}:
            leader = self._leader
            self._ask_of(lambda: wish(leader))

    def _toggle(self) -> None:
        leader = self._leader
        if leader is None:
            return
        if self._question.sentence:
            self._question.take_first()
        elif self._glance is not None and self._glance.is_waiting:
            self._ask_of(leader.go_on)
        elif leader.state is State.PAUSED:
            self._ask_of(leader.resume)
        elif leader.state is State.RUNNING:
            self._ask_of(leader.pause)

    def _skip_group(self) -> None:
        """Leave a muscle group that hurts; elsewhere the key does nothing."""
        glance = self._glance
        if glance is not None and glance.phase.kind in {PhaseKind.TENSE, PhaseKind.RELEASE}:
            self._move(lambda leader: leader.skip())

    def _hear(self, volume: VolumeChanged) -> None:
        self._move(lambda leader: leader.set_volume(volume.bus, volume.level))

    def _wake(self) -> None:
        running = self._leader is not None and self._leader.state is State.RUNNING
        self._controls.wake(may_rest=running and not self._question.sentence)

    def _connect(self) -> None:
        controls = self._controls
        controls.end_asked.connect(self.ask_to_end)
        controls.toggle_asked.connect(self._toggle)
        self._go_on.clicked.connect(self._toggle)
        moves: dict[Qt.Key, Callable[[Leader], None]] = {
            Qt.Key.Key_Left: lambda leader: leader.back(),
            Qt.Key.Key_Right: lambda leader: leader.skip(),
            Qt.Key.Key_R: lambda leader: leader.repeat(),
            Qt.Key.Key_L: lambda leader: leader.longer(),
        }
        self._keys: dict[Qt.Key, Callable[[], None]] = {
            Qt.Key.Key_Space: self._toggle,
            Qt.Key.Key_Escape: self.ask_to_end,
            Qt.Key.Key_S: self._skip_group,
            Qt.Key.Key_M: controls.volumes.toggle_mute,
        }
        for key, wish in moves.items():
            self._keys[key] = lambda wish=wish: self._move(wish)  # type: ignore[misc]
        controls.back_asked.connect(self._keys[Qt.Key.Key_Left])
        controls.skip_asked.connect(self._keys[Qt.Key.Key_Right])
        controls.repeat_asked.connect(self._keys[Qt.Key.Key_R])
        controls.longer_asked.connect(self._keys[Qt.Key.Key_L])
        controls.volumes.heard.connect(self._hear)
        controls.volumes.chosen.connect(self.volume_changed)
        controls.volumes.muted.connect(lambda muted: self._head.show_muted(muted=muted))

    def _lay_out(self) -> None:
        # The stage reaches up behind the title: there is room for the figure beside it.
        upper = QGridLayout()
        upper.addWidget(self._stage, 0, 0)
        upper.addWidget(self._head, 0, 0, Qt.AlignmentFlag.AlignTop)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 32, 0, 24)
        page.setSpacing(8)
        page.addLayout(upper, 1)
        page.addWidget(self._go_on, 0, Qt.AlignmentFlag.AlignHCenter)
        page.addSpacing(8)
        page.addWidget(self._progress)
        page.addWidget(self._controls)
