"""The middle of the session page: the pacer, the body or a scene, with the sentence that is said."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from relaxapp.timeline.clip import seconds
from relaxapp.timeline.phase import Phase, PhaseKind
from relaxapp.ui.formats import number, seconds_long
from relaxapp.ui.pages.phase_words import phase_word
from relaxapp.ui.pages.showing import (
    View,
    area_states,
    fullness_of,
    group_number,
    progress_of,
    scene_of,
    seconds_left,
    view_of,
)
from relaxapp.ui.painted.body_map import BodyMap
from relaxapp.ui.painted.countdown import Count, Countdown
from relaxapp.ui.painted.pacer import RESTING, Pace, Pacer

if TYPE_CHECKING:
    from collections.abc import Callable

    from relaxapp.script.body import Area
    from relaxapp.session.conductor import Glance
    from relaxapp.settings import PacerForm
    from relaxapp.timeline.timeline import Timeline
    from relaxapp.ui.painted.ground import Ground
    from relaxapp.ui.painted.scene import Scene
    from relaxapp.ui.theme import Theme

_HEAD_PX = 52
"""How far the title reaches down into the stage."""


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
        self._manner = Manner()
        self._scene = scene
        self._timeline: Timeline | None = None
        self._index = -1
        self._view = View.BREATH
        self.pacer = Pacer(theme, ground=ground.behind)
        self.body = BodyMap(theme)
        self.countdown = Countdown(theme)
        self._eyebrow = _label("eyebrow")
        self._title = _label("session-title")
        self._words = _label("words")
        self._hint = _label("dim")
        self._breath_caption = _label("caption")
        self._scene_caption = _label("scene-caption")
        self.addWidget(self._breath_page())
        self.addWidget(self._body_page())
        self.addWidget(self._scene_page())

    @property
    def view(self) -> View:
        """The view that is shown."""
        return self._view

    @property
    def caption(self) -> str:
        """The sentence that is shown; empty for none."""
        return self._words.text()

    def set_manner(self, manner: Manner) -> None:
        """Show sessions in another manner."""
        self._manner = manner
        self._index = -1
        self.pacer.set_still(manner.reduced_motion)

    def forget(self) -> None:
        """Let go of the pictures kept: the session is over."""
        self.pacer.forget()
        self._scene.forget()

    def show_glance(self, timeline: Timeline, glance: Glance) -> None:
        """Show one moment of a session."""
        index = timeline.index_at(glance.position)
        if index != self._index or timeline is not self._timeline:
            self._timeline = timeline
            self._index = index
            self._begin_phase(timeline, index)
        self._show_caption(glance.caption if self._manner.captions else "")
        match self._view:
            case View.BREATH:
                self._show_breath(glance)
            case View.BODY:
                self._show_body(timeline, glance)
            case View.SCENE if not self._manner.reduced_motion:
                self._scene.show_moment(seconds(glance.position))
            case View.SCENE:
                pass

    def _begin_phase(self, timeline: Timeline, index: int) -> None:
        self._view = view_of(timeline, index)
        self.setCurrentIndex({View.BREATH: 0, View.BODY: 1, View.SCENE: 2}[self._view])
        self._scene.setVisible(self._view is View.SCENE)
        if self._view is View.SCENE:
            self._scene.show_scene(scene_of(timeline, index))
        elif self._view is View.BODY:
            self._begin_body_phase(timeline, index)

    def _begin_body_phase(self, timeline: Timeline, index: int) -> None:
        phase = timeline.phases[index]
        place = group_number(timeline, index)
        self._eyebrow.setText(
            self.tr("GROUP {number} OF {count}")
            .replace("{number}", number(place[0]))
            .replace("{count}", number(place[1]))
            if place
            else ""
        )
        title = phase.group or timeline.steps[phase.step].title
        self._title.setText(title[:1].upper() + title[1:])
        self.countdown.setVisible(
            phase.kind in {PhaseKind.TENSE, PhaseKind.RELEASE, PhaseKind.NOTICE}
        )
        hint = phase.note
        if phase.kind is PhaseKind.TENSE:
            hint = self.tr("If this hurts, press S to skip the group.")
        self._hint.setText(hint)

    def _show_caption(self, caption: str) -> None:
        for label in (self._words, self._breath_caption, self._scene_caption):
            if label.text() != caption:
                label.setText(caption)

    def _show_breath(self, glance: Glance) -> None:
        phase = glance.phase
        if phase.breath is None:
            self.pacer.show_pace(RESTING)
            return
        self.pacer.show_pace(
            Pace(
                fullness=fullness_of(phase, glance.position),
                progress=progress_of(phase, glance.position),
                label=phase_word(phase.kind),
                count=self._count_of(phase, glance.position, number),
            )
        )

    def _show_body(self, timeline: Timeline, glance: Glance) -> None:
        phase, position = glance.phase, glance.position
        self.body.show_states(area_states(timeline, self._index, position, self._manner.left_out))
        then, then_length = self._what_then(timeline)
        self.countdown.show_count(
            Count(
                word=phase_word(phase.kind),
                left=self._count_of(phase, position, seconds_long),
                share=progress_of(phase, position),
                warm=phase.kind is PhaseKind.TENSE,
                then=then,
                then_length=then_length,
            )
        )

    def _what_then(self, timeline: Timeline) -> tuple[str, str]:
        """What follows a tension, and how long it takes."""
        phase = timeline.phases[self._index]
        following = timeline.phases[self._index + 1 : self._index + 2]
        if phase.kind is not PhaseKind.TENSE or not following:
            return ("", "")
        release = following[0]
        if release.kind is not PhaseKind.RELEASE:
            return ("", "")
        if self._manner.hide_countdown:
            return (self.tr("then let go"), "")
        return (self.tr("then let go"), seconds_long(round(seconds(release.length))))

    def _count_of(self, phase: Phase, position: int, write: Callable[[int], str]) -> str:
        return "" if self._manner.hide_countdown else write(seconds_left(phase, position))

    def _breath_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(40, _HEAD_PX, 40, 0)
        column.setSpacing(12)
        column.addWidget(self.pacer, 1)
        self._breath_caption.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._breath_caption.setMinimumHeight(56)
        column.addWidget(self._breath_caption)
        return page

    def _scene_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(40, 0, 40, 0)
        column.addStretch(1)
        self._scene_caption.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._scene_caption.setMinimumHeight(70)
        column.addWidget(self._scene_caption)
        return page

    def _body_page(self) -> QWidget:
        page = QWidget()
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addSpacing(_HEAD_PX - 12)
        left.addStretch(3)
        left.addWidget(self._eyebrow)
        left.addSpacing(8)
        left.addWidget(self._title)
        left.addSpacing(18)
        self._words.setMinimumHeight(72)
        self._words.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        left.addWidget(self._words)
        left.addSpacing(18)
        self.countdown.setFixedHeight(120)
        self.countdown.setMaximumWidth(480)
        keeps_place = self.countdown.sizePolicy()
        keeps_place.setRetainSizeWhenHidden(True)
        self.countdown.setSizePolicy(keeps_place)
        left.addWidget(self.countdown)
        left.addSpacing(14)
        self._hint.setMinimumHeight(24)
        left.addWidget(self._hint)
        left.addStretch(4)
        row = QHBoxLayout(page)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(9)
        row.addLayout(left, 44)
        row.addSpacing(24)
        self.body.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        row.addWidget(self.body, 42)
        row.addStretch(5)
        return page


def _label(role: str) -> QLabel:
    label = QLabel()
    label.setProperty("role", role)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
    return label
