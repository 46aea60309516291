"""The middle of the session page: the pacer, the body or a scene, with the sentence that is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QStackedWidget, QWidget

from relaxapp.session.session import State
from relaxapp.timeline.clip import seconds
from relaxapp.timeline.phase import PhaseKind
from relaxapp.ui.formats import number, seconds_long
from relaxapp.ui.pages.breath import (
    course_of,
    form_at,
    fullness_of,
    is_near_breath,
    progress_of,
    side_at,
)
from relaxapp.ui.pages.coming import coming_after
from relaxapp.ui.pages.figure_easing import FigureEasing
from relaxapp.ui.pages.manner import Manner
from relaxapp.ui.pages.motion import Motion
from relaxapp.ui.pages.phase_words import coming_words, phase_word
from relaxapp.ui.pages.showing import (
    View,
    attention_of,
    counted_lights,
    lights_at,
    scene_of,
    seconds_left,
    view_of,
    without,
)
from relaxapp.ui.pages.stage_pages import StagePages
from relaxapp.ui.pages.tone import is_toning
from relaxapp.ui.pages.toning import Toning
from relaxapp.ui.painted.pace import Pace
from relaxapp.ui.painted.veil import Veil, seen
from relaxapp.ui.painted.wave import AHEAD_SECONDS

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent

    from relaxapp.session.conductor import Glance
    from relaxapp.timeline.phase import Phase
    from relaxapp.timeline.timeline import Timeline
    from relaxapp.ui.painted.body_map import BodyMap
    from relaxapp.ui.painted.countdown import Countdown
    from relaxapp.ui.painted.ground import Ground
    from relaxapp.ui.painted.pacer import Pacer
    from relaxapp.ui.painted.scene import Scene
    from relaxapp.ui.theme import Theme


class Stage(QStackedWidget):
    """Shows one moment of a session in the view that fits it.

    Args:
        theme: what to paint with.
        ground: what the stage lies on.
        scene: the painted scene behind the whole page; shown and hidden from here.
        parent: as in Qt.
    """

    def __init__(
        self, theme: Theme, ground: Ground, scene: Scene, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._ground = ground
        self._scene = scene
        self._manner = Manner()
        self._timeline: Timeline | None = None
        self._index = -1
        self._view = View.BREATH
        self._motion = Motion.STANDING
        self._compact = False
        self._has_shown = False
        self._coming = ""
        self._side: int | None = None
        self._easing = FigureEasing()
        self.pages = StagePages(theme, ground, self)
        self._toning = Toning(theme, ground, scene, self.pages.breath)
        self._veil = Veil(ground)

    @property
    def view(self) -> View:
        """The view that is shown."""
        return self._view

    @property
    def motion(self) -> Motion:
        """How often it wants to be shown the next moment."""
        return self._motion

    @property
    def caption(self) -> str:
        """The sentence that is shown; empty for none."""
        return self.pages.breath.caption.text

    @property
    def coming(self) -> str:
        """What is said to come next; empty for nothing."""
        return self.pages.breath.coming.text

    @property
    def hint(self) -> str:
        """The line under the phase of a muscle group."""
        return self.pages.body.coming.text

    @property
    def titles(self) -> tuple[str, str]:
        """Which muscle group it is of how many, and what it is called."""
        return (self.pages.body.eyebrow, self.pages.body.title)

    @property
    def pacer(self) -> Pacer:
        """What shows the breath."""
        return self.pages.breath.pacer

    @property
    def body(self) -> BodyMap:
        """The figure."""
        return self.pages.body.body

    @property
    def countdown(self) -> Countdown:
        """The card with the seconds of a muscle group."""
        return self.pages.body.countdown

    @property
    def lights(self) -> tuple[float, ...]:
        """The lights of a session of words alone, each 0 to 1."""
        return self.pages.words.lights.lights

    def set_manner(self, manner: Manner) -> None:
        """Show sessions in another manner, also the one that runs."""
        self._manner = manner
        self._index = -1
        self.pages.breath.set_still(still=manner.reduced_motion)
        self._share_out()

    def set_compact(self, compact: bool) -> None:  # noqa: FBT001 -- a setter in Qt's manner
        """Whether it stands in a small window: picture, word, count and caption alone."""
        self._compact = compact
        self._share_out()
        self._veil.lift()

    def set_close(self, *, close: bool) -> None:
        """Whether the title above it takes a single line, so that there is more room for the rest."""
        self.pages.body.set_close(close=close)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 -- Qt's name
        """Small: what is on it shares out the room there is."""
        return QSize(160, 120)

    def forget(self) -> None:
        """Let go of the pictures kept: the session is over."""
        self.pages.breath.forget()
        self._scene.forget()
        self._veil.lift()
        self._toning.clear()
        self._timeline = None
        self._index = -1
        self._has_shown = False

    def show_glance(self, timeline: Timeline, glance: Glance) -> None:
        """Show one moment of a session."""
        index = timeline.index_at(glance.position)
        if timeline is not self._timeline:
            self._begin_timeline(timeline)
        if index != self._index:
            self._begin_phase(timeline, index, glance)
        caption = glance.caption if self._manner.captions else ""
        step = timeline.steps[glance.phase.step].title
        self.pages.say(glance.phase, caption, step, self._coming)
        match self._view:
            case View.BREATH:
                self._show_breath(glance)
            case View.BODY:
                self._show_body(timeline, glance)
            case View.SCENE if not self._manner.reduced_motion:
                self._scene.show_moment(seconds(glance.position))
            case View.SCENE:
                pass
            case View.WORDS:
                self.pages.words.lights.show_lights(counted_lights(timeline, glance.position))
        if self._manner.tone_changes:
            self._toning.show(timeline, self._index, glance.position)
        else:
            self._toning.clear()
        self._has_shown = True
        self._motion = self._motion_at(timeline, glance)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 -- Qt's name
        """What fades has another size."""
        super().resizeEvent(event)
        self._veil.lift()

    def _begin_timeline(self, timeline: Timeline) -> None:
        """Know what is coming; also when the session that runs was made longer."""
        self._timeline = timeline
        self._index = -1
        self.pages.breath.show_course(course_of(timeline))
        self.pages.expect(timeline, captions=self._manner.captions)

    def _begin_phase(self, timeline: Timeline, index: int, glance: Glance) -> None:
        goes_on = index == self._index + 1 or not self._has_shown
        self._index = index
        view = view_of(timeline, index)
        self._show_picture(view, scene_of(timeline, index), timeline)
        self._begin_words(timeline, timeline.phases[index])
        self._side = side_at(timeline, index)
        if goes_on:
            self._easing.go_on(timeline, index)
        else:
            running = glance.state is State.RUNNING
            self._easing.jump(timeline, index, glance.position, running=running)
        if view is View.BODY:
            self.pages.body.begin(timeline, index)

    def _show_picture(self, view: View, scene: str, timeline: Timeline) -> None:
        """Turn to another picture; the one before fades away."""
        form = form_at(timeline, self._index, self._manner.pacer)
        lights = counted_lights(timeline, timeline.phases[self._index].start)
        now = (
            self._view,
            self._scene.name if self._view is View.SCENE else "",
            self.pages.breath.form,
            len(self.lights) if self._view is View.WORDS else 0,
        )
        then = (
            view,
            scene if view is View.SCENE else "",
            form,
            len(lights) if view is View.WORDS else 0,
        )
        if now == then and self._scene.isHidden() is (view is not View.SCENE):
            return
        self._cover()
        self._view = view
        self.pages.breath.show_form(form)
        self.pages.breath.set_tint(self._ground.tint)
        self.setCurrentWidget(self.pages.of(view))
        self._scene.setVisible(view is View.SCENE)
        if view is View.SCENE:
            self._scene.show_scene(scene)

    def _cover(self) -> None:
        """Let what is seen now fade over what will be."""
        ground = self._ground
        may = self._has_shown and self.isVisible() and not self._manner.reduced_motion
        if not may or self.parentWidget() is not ground:
            return
        self._veil.cover(seen(ground, self._scene, self), self)

    def _begin_words(self, timeline: Timeline, phase: Phase) -> None:
        """Say what comes next, or what is to be known of the phase."""
        times = not self._manner.hide_countdown
        coming = phase.note or coming_words(coming_after(timeline, self._index), times=times)
        hint = coming
        if phase.kind is PhaseKind.TENSE:
            hint = self.tr("If this hurts, press S to skip the group.")
        self._coming = coming
        self.pages.breath.coming.show_text(coming)
        self.pages.words.coming.show_text(coming)
        self.pages.body.coming.show_text(hint)

    def _show_breath(self, glance: Glance) -> None:
        phase, position = glance.phase, glance.position
        if phase.breath is None:
            asks = phase.kind in {PhaseKind.WAIT, PhaseKind.PLAY} or not self.caption
            label = phase_word(phase.kind) if asks else ""
            self.pacer.show_pace(Pace(0.0, label=label, seconds=seconds(position)))
            return
        self.pacer.show_pace(
            Pace(
                fullness=fullness_of(phase, position),
                progress=progress_of(phase, position),
                label=phase_word(phase.kind),
                count=self._count_of(phase, position, number),
                seconds=seconds(position),
                side=self._side,
            )
        )

    def _show_body(self, timeline: Timeline, glance: Glance) -> None:
        phase, position = glance.phase, glance.position
        left_out = self._manner.left_out
        is_still = self._manner.reduced_motion
        states = self._easing.settled() if is_still else self._easing.states(position)
        self.body.show_states(without(states, left_out))
        moved = () if is_still else lights_at(timeline, self._index, position, left_out)
        self.body.show_lights(moved)
        left = self._count_of(phase, position, seconds_long)
        times = not self._manner.hide_countdown
        self.pages.body.show_progress(left, progress_of(phase, position), times=times)

    def _motion_at(self, timeline: Timeline, glance: Glance) -> Motion:
        phase, position = glance.phase, glance.position
        is_still = self._manner.reduced_motion
        if not is_still and self._is_moving(timeline, phase, position):
            return Motion.MOVING
        left_out = self._manner.left_out
        drifts = self._view is View.SCENE or (
            self._view is View.BODY and bool(attention_of(timeline, self._index, left_out))
        )
        tones = self._manner.tone_changes and is_toning(timeline, self._index, position)
        return Motion.DRIFTING if tones or (drifts and not is_still) else Motion.STANDING

    def _is_moving(self, timeline: Timeline, phase: Phase, position: int) -> bool:
        match self._view:
            case View.BREATH:
                return phase.breath is not None or (
                    self.pages.breath.form == "wave"
                    and is_near_breath(timeline, self._index, position, AHEAD_SECONDS)
                )
            case View.BODY:
                return self._easing.is_easing(position)
            case _:
                return False

    def _count_of(self, phase: Phase, position: int, write: Callable[[int], str]) -> str:
        return "" if self._manner.hide_countdown else write(seconds_left(phase, position))

    def _share_out(self) -> None:
        self.pages.set_compact(compact=self._compact, caption_percent=self._manner.caption_percent)
