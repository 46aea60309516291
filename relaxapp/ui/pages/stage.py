"""The middle of the session page: the pacer, the body or a scene, with the sentence that is said."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QStackedWidget, QWidget

from relaxapp.session.session import State
from relaxapp.timeline.clip import seconds
from relaxapp.timeline.phase import Phase, PhaseKind
from relaxapp.ui.formats import number, seconds_long
from relaxapp.ui.pages.body_page import BodyPage
from relaxapp.ui.pages.breath import (
    course_of,
    form_at,
    fullness_of,
    is_near_breath,
    progress_of,
    side_at,
)
from relaxapp.ui.pages.breath_page import BreathPage
from relaxapp.ui.pages.coming import coming_after
from relaxapp.ui.pages.figure_easing import FigureEasing
from relaxapp.ui.pages.phase_words import coming_words, phase_word
from relaxapp.ui.pages.scene_page import ScenePage
from relaxapp.ui.pages.showing import (
    View,
    attention_of,
    lights_at,
    scene_of,
    seconds_left,
    view_of,
    without,
)
from relaxapp.ui.pages.tone import is_toning, tone_at
from relaxapp.ui.painted.pace import Pace
from relaxapp.ui.painted.tint import tint_of
from relaxapp.ui.painted.veil import Veil, seen
from relaxapp.ui.painted.wave import AHEAD_SECONDS

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent

    from relaxapp.script.body import Area
    from relaxapp.session.conductor import Glance
    from relaxapp.settings import PacerForm
    from relaxapp.timeline.timeline import Timeline
    from relaxapp.ui.painted.body_map import BodyMap
    from relaxapp.ui.painted.countdown import Countdown
    from relaxapp.ui.painted.ground import Ground
    from relaxapp.ui.painted.pacer import Pacer
    from relaxapp.ui.painted.scene import Scene
    from relaxapp.ui.theme import Theme

_TONE_STEPS = 16
"""Tones that are told apart between two; each is one repainting of the whole page."""
_COMPACT_PERCENT = 76
"""The size of captions on a compact stage."""
_COMPACT_LINES = 2
_COUNTED = frozenset({PhaseKind.TENSE, PhaseKind.RELEASE, PhaseKind.NOTICE})


class Motion(Enum):
    """How often the stage wants to be shown the next moment."""

    STANDING = auto()
    """Only numbers change."""
    DRIFTING = auto()
    """Something moves slowly."""
    MOVING = auto()


@dataclass(frozen=True, slots=True)
class Manner:
    """How a person wants a session to be shown.

    Attributes:
        captions: whether what is said is shown.
        caption_percent: how large, in percent of the usual size.
        pacer: what shows the breath: `orb`, `bar`, `wave` or `square`.
        tone_changes: whether the whole page changes its tone softly when a phase begins.
        reduced_motion: whether slow changes of tone replace what moves.
        hide_countdown: whether remaining time is kept from sight.
        left_out: areas of the body that take no part.
    """

    captions: bool = True
    caption_percent: int = 100
    pacer: PacerForm = "orb"
    tone_changes: bool = False
    reduced_motion: bool = False
    hide_countdown: bool = False
    left_out: frozenset[Area] = frozenset()


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
        self._theme = theme
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
        self._breath_page = BreathPage(theme, ground)
        self._body_page = BodyPage(theme)
        self._scene_page = ScenePage(theme)
        self._veil = Veil(ground)
        for page in (self._breath_page, self._body_page, self._scene_page):
            self.addWidget(page)

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
        return self._breath_page.caption.text

    @property
    def coming(self) -> str:
        """What is said to come next; empty for nothing."""
        return self._breath_page.coming.text

    @property
    def hint(self) -> str:
        """The line under the phase of a muscle group."""
        return self._body_page.coming.text

    @property
    def titles(self) -> tuple[str, str]:
        """Which muscle group it is of how many, and what it is called."""
        return (self._body_page.eyebrow, self._body_page.title)

    @property
    def pacer(self) -> Pacer:
        """What shows the breath."""
        return self._breath_page.pacer

    @property
    def body(self) -> BodyMap:
        """The figure."""
        return self._body_page.body

    @property
    def countdown(self) -> Countdown:
        """The card with the seconds of a muscle group."""
        return self._body_page.countdown

    def set_manner(self, manner: Manner) -> None:
        """Show sessions in another manner, also the one that runs."""
        self._manner = manner
        self._index = -1
        self._breath_page.set_still(still=manner.reduced_motion)
        self._set_captions()

    def set_compact(self, compact: bool) -> None:  # noqa: FBT001 -- a setter in Qt's manner
        """Whether it stands in a small window: picture, word, count and caption alone."""
        self._compact = compact
        for page in (self._breath_page, self._body_page, self._scene_page):
            page.set_compact(compact=compact)
        self._set_captions()
        self._veil.lift()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 -- Qt's name
        """Small: what is on it shares out the room there is."""
        return QSize(160, 120)

    def forget(self) -> None:
        """Let go of the pictures kept: the session is over."""
        self._breath_page.forget()
        self._scene.forget()
        self._veil.lift()
        self._set_tint(QColor(Qt.GlobalColor.transparent))
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
        self._show_caption(glance.phase, glance.caption if self._manner.captions else "")
        match self._view:
            case View.BREATH:
                self._show_breath(glance)
            case View.BODY:
                self._show_body(timeline, glance)
            case View.SCENE if not self._manner.reduced_motion:
                self._scene.show_moment(seconds(glance.position))
            case View.SCENE:
                pass
        self._show_tone(timeline, glance.position)
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
        self._breath_page.show_course(course_of(timeline))
        texts: dict[View, list[str]] = {view: [] for view in View}
        if self._manner.captions:
            for caption in timeline.captions:
                view = view_of(timeline, timeline.index_at(caption.start))
                texts[view].append(caption.text)
        self._breath_page.caption.expect(texts[View.BREATH])
        self._body_page.caption.expect(texts[View.BODY])
        self._scene_page.caption.expect(texts[View.SCENE])

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
            self._body_page.begin(timeline, index)

    def _show_picture(self, view: View, scene: str, timeline: Timeline) -> None:
        """Turn to another picture; the one before fades away."""
        form = form_at(timeline, self._index, self._manner.pacer)
        now = (
            self._view,
            self._scene.name if self._view is View.SCENE else "",
            self._breath_page.form,
        )
        then = (view, scene if view is View.SCENE else "", form)
        if now == then and self._scene.isHidden() is (view is not View.SCENE):
            return
        self._cover()
        self._view = view
        self._breath_page.show_form(form)
        self._breath_page.set_tint(self._ground.tint)
        self.setCurrentIndex({View.BREATH: 0, View.BODY: 1, View.SCENE: 2}[view])
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
        self._breath_page.coming.show_text(coming)
        self._body_page.coming.show_text(hint)

    def _show_caption(self, phase: Phase, caption: str) -> None:
        for page in (self._breath_page, self._body_page, self._scene_page):
            page.caption.show_text(caption)
        # Over a scene nothing is said twice, so that it is seen.
        says_little = phase.kind is PhaseKind.WAIT or not caption
        word = phase_word(phase.kind) if says_little else self._coming
        self._scene_page.word.show_text("" if self._compact and caption else word)

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
        self._body_page.show_progress(left, progress_of(phase, position), times=times)

    def _show_tone(self, timeline: Timeline, position: int) -> None:
        if not self._manner.tone_changes:
            if self._ground.tint.alpha():
                self._set_tint(QColor(Qt.GlobalColor.transparent))
            return
        tone = tone_at(timeline, self._index, position)
        self._set_tint(
            tint_of(
                self._theme,
                brightness=round(tone.brightness * _TONE_STEPS) / _TONE_STEPS,
                warmth=round(tone.warmth * _TONE_STEPS) / _TONE_STEPS,
            )
        )

    def _set_tint(self, tint: QColor) -> None:
        self._ground.set_tint(tint)
        self._breath_page.set_tint(tint)
        self._scene.set_tint(tint)

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
                    self._breath_page.form == "wave"
                    and is_near_breath(timeline, self._index, position, AHEAD_SECONDS)
                )
            case View.BODY:
                return self._easing.is_easing(position)
            case _:
                return False

    def _count_of(self, phase: Phase, position: int, write: Callable[[int], str]) -> str:
        return "" if self._manner.hide_countdown else write(seconds_left(phase, position))

    def _set_captions(self) -> None:
        """Write captions as large as the person wants them; small on a compact stage."""
        percent = _COMPACT_PERCENT if self._compact else self._manner.caption_percent
        for page in (self._breath_page, self._body_page, self._scene_page):
            page.caption.set_most_lines(_COMPACT_LINES if self._compact else None)
            page.caption.set_percent(percent)
        self._body_page.set_caption_percent(percent)
