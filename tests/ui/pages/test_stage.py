"""The stage: the right picture with its words in every phase, and how it changes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QVBoxLayout

from relaxapp.script.body import Area
from relaxapp.script.parser import read
from relaxapp.timeline.fitting import Fitting
from relaxapp.timeline.lengths import Lengths, reading_frames
from relaxapp.timeline.phase import Breath, PhaseKind
from relaxapp.ui.pages.manner import Manner
from relaxapp.ui.pages.motion import Motion
from relaxapp.ui.pages.showing import View
from relaxapp.ui.pages.stage import Stage
from relaxapp.ui.painted.ground import Ground
from relaxapp.ui.painted.scene import Scene
from tests.ui.leading import FakeLeader, Part, breaths, muscles, shore, timeline_of
from tests.ui.painted.pixels import lightness

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from relaxapp.timeline.timeline import Timeline
    from relaxapp.ui.theme import Theme

    Show: TypeAlias = Callable[..., Stage]


class Page(Ground):
    """A page with a stage, and something above it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.scene = Scene(theme, self)
        self.scene.hide()
        self.stage = Stage(theme, self, self.scene)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.stage)

    def look(self, leader: FakeLeader, when: float) -> Stage:
        """Show a second of what is led."""
        leader.seconds = when
        self.stage.show_glance(leader.timeline, leader.look())
        QApplication.sendPostedEvents()
        return self.stage


@pytest.fixture
def page(qtbot: QtBot, theme: Theme) -> Page:
    page = Page(theme)
    qtbot.addWidget(page)
    page.resize(900, 560)
    page.scene.resize(900, 560)
    page.show()
    qtbot.waitExposed(page)
    return page


def leading(timeline: Timeline) -> FakeLeader:
    leader = FakeLeader(timeline)
    leader.start()
    return leader


def box() -> Timeline:
    """Two breaths of four parts."""
    kinds = (
        (PhaseKind.INHALE, 0, 1),
        (PhaseKind.HOLD, 1, 1),
        (PhaseKind.EXHALE, 1, 0),
        (PhaseKind.REST, 0, 0),
    )
    return timeline_of(
        [
            Part("Box", kind, 4, breath=Breath(cycle, 2, start, end))
            for cycle in (1, 2)
            for kind, start, end in kinds
        ]
    )


def words_on(stage: Stage) -> str:
    """Everything that is said on the page that is shown."""
    scene_page = stage.pages.scene
    count = stage.countdown.count
    words = {
        View.BREATH: [stage.pacer.pace.label],
        View.BODY: [*stage.titles, count.word if count and not stage.countdown.isHidden() else ""],
        View.SCENE: [scene_page.word.text],
        View.WORDS: [stage.pages.words.caption.text],
    }[stage.view]
    return " ".join((*words, stage.caption)).strip()


@pytest.mark.parametrize("captions", [True, False])
def test_no_phase_of_a_shipped_script_is_blank(
    page: Page,
    repository: Path,
    captions: bool,  # noqa: FBT001 -- a case
) -> None:
    """With captions, which take long to lay out, a part of the phases stands for all of them."""
    page.stage.set_manner(Manner(captions=captions, reduced_motion=True))
    for path in sorted((repository / "scripts").glob("*.relax")):
        script = read(path)
        timeline = Fitting(script, Lengths(reading_frames, lambda _: 48_000)).usual()
        leader = leading(timeline)
        for phase in timeline.phases[:: 5 if captions else 1]:
            stage = page.look(leader, phase.start / 48_000 + 0.5)
            assert words_on(stage), f"{path.name}: {phase}"


@pytest.mark.parametrize("kind", PhaseKind)
def test_every_kind_of_phase_has_a_picture_and_a_word(page: Page, kind: PhaseKind) -> None:
    page.stage.set_manner(Manner(captions=False))
    timeline = timeline_of([Part("Here", kind, 8, "jaw", "shore", Breath(1, 1, 0, 1))])
    for phase in (
        timeline.phases[0],
        replace(timeline.phases[0], breath=None),
        replace(timeline.phases[0], breath=None, group="", areas=frozenset(), scene=""),
    ):
        stage = page.look(leading(replace(timeline, phases=(phase,), captions=())), 4)
        assert words_on(stage)
        spread = lightness(page.grab().toImage())
        assert spread.max() - spread.min() > 40


def test_the_breath_is_shown_in_the_form_that_was_chosen(page: Page) -> None:
    names = {}
    for form in ("orb", "bar", "wave", "square"):
        page.stage.set_manner(Manner(pacer=form))
        names[form] = type(page.look(leading(box()), 5).pacer).__name__
    assert names == {"orb": "Orb", "bar": "Bar", "wave": "Wave", "square": "Square"}


def test_without_four_parts_the_square_gives_way_to_the_wave(page: Page) -> None:
    page.stage.set_manner(Manner(pacer="square"))
    assert type(page.look(leading(breaths()), 12).pacer).__name__ == "Wave"


def test_the_wave_moves_before_the_first_breath(page: Page) -> None:
    page.stage.set_manner(Manner(pacer="wave"))
    leader = leading(breaths())
    assert [page.look(leader, when).motion for when in (1, 5)] == [Motion.STANDING, Motion.MOVING]


def test_while_something_is_noticed_a_light_drifts(page: Page) -> None:
    leader = leading(timeline_of([Part("Arms", PhaseKind.NOTICE, 20, "arms")]))
    stage = page.look(leader, 5)
    first = stage.body.lights
    assert stage.motion is Motion.DRIFTING
    assert page.look(leader, 10).body.lights != first
    page.stage.set_manner(Manner(reduced_motion=True))
    assert page.look(leader, 10).body.lights == ()
    assert page.stage.body.states[Area.LEFT_HAND].calm > 0


def test_after_a_jump_the_figure_changes_softly(page: Page) -> None:
    leader = leading(muscles())
    assert page.look(leader, 14).body.states[Area.LEFT_SHOULDER].warm == 1
    warm, motions = [], []
    for when in (60, 60.2, 61):
        stage = page.look(leader, when)
        warm.append(stage.body.states[Area.LEFT_SHOULDER].warm)
        motions.append(stage.motion)
    assert (warm[0], warm[2]) == (1, 0)
    assert 0 < warm[1] < 1
    assert motions == [Motion.MOVING, Motion.MOVING, Motion.STANDING]


def test_a_jump_while_paused_is_seen_at_once(page: Page) -> None:
    leader = leading(muscles())
    page.look(leader, 14)
    leader.pause()
    assert page.look(leader, 60).body.states[Area.LEFT_SHOULDER].warm == 0


def test_reduced_motion_eases_nothing(page: Page) -> None:
    page.stage.set_manner(Manner(reduced_motion=True))
    stage = page.look(leading(muscles()), 10.05)
    assert stage.body.states[Area.LEFT_SHOULDER].warm == 1
    assert stage.motion is Motion.STANDING


def test_an_area_left_out_while_it_runs_is_marked_at_once(page: Page) -> None:
    leader = leading(muscles())
    page.look(leader, 14)
    page.stage.set_manner(Manner(left_out=frozenset({Area.JAW})))
    states = page.look(leader, 14).body.states
    assert states[Area.JAW].left_out
    assert states[Area.LEFT_SHOULDER].warm == 1
    page.stage.set_manner(Manner())
    assert Area.JAW not in page.look(leader, 14).body.states


def test_one_picture_fades_over_to_the_next(page: Page) -> None:
    timeline = timeline_of(
        [
            Part("Easy", PhaseKind.INHALE, 5, breath=Breath(1, 1, 0, 1)),
            Part("Shore", PhaseKind.IMAGINE, 10, scene="shore"),
            Part("Sky", PhaseKind.IMAGINE, 10, scene="night sky"),
        ]
    )
    leader = leading(timeline)
    page.look(leader, 4)
    orb = page.grab().toImage()
    assert page.stage._veil.isHidden()
    page.look(leader, 6)
    assert not page.stage._veil.isHidden()
    assert abs(lightness(page.grab().toImage()) - lightness(orb)).mean() < 2
    page.stage._veil.lift()
    assert abs(lightness(page.grab().toImage()) - lightness(orb)).mean() > 10
    page.look(leader, 8)
    assert page.stage._veil.isHidden()
    page.look(leader, 16)
    assert not page.stage._veil.isHidden()


def test_with_reduced_motion_the_next_picture_is_there_at_once(page: Page) -> None:
    page.stage.set_manner(Manner(reduced_motion=True))
    leader = leading(shore())
    page.look(leader, 5)
    page.look(leader, 15)
    assert page.stage._veil.isHidden()


def test_captions_are_as_large_as_wished_on_every_page(page: Page) -> None:
    sizes = {}
    for percent in (100, 200):
        page.stage.set_manner(Manner(caption_percent=percent))
        pages = (page.stage.pages.breath, page.stage.pages.body, page.stage.pages.scene)
        sizes[percent] = [each.caption.wished_px for each in pages]
    assert sizes[200] == [2 * px for px in sizes[100]]


@pytest.mark.parametrize("timeline", [breaths(), muscles(), shore()])
@pytest.mark.parametrize("percent", [80, 100, 200])
def test_no_caption_moves_the_picture(page: Page, timeline: Timeline, percent: int) -> None:
    long = (
        "A sentence that is much longer than the others, so that it needs more than one line. " * 2
    )
    first, *others = timeline.captions
    captions = (first, *(replace(each, text=long) for each in others))
    leader = leading(replace(timeline, captions=captions))
    page.stage.set_manner(Manner(caption_percent=percent))
    places = set()
    for when in (1, 12, 20):
        stage = page.look(leader, when)
        page.grab()
        if stage.view is not View.SCENE:
            picture = stage.pacer if stage.view is View.BREATH else stage.body
            places.add(picture.geometry().getRect())
        current = stage.currentWidget()
        assert current is not None
        assert current.rect().contains(current.caption.geometry())  # type: ignore[attr-defined]
    assert len(places) <= 1


def test_words_alone_are_counted_by_lights_that_grow_slowly(page: Page) -> None:
    timeline = timeline_of(
        [Part("Two to hear", PhaseKind.PAUSE, 20), Part("One to taste", PhaseKind.PAUSE, 10)]
    )
    leader = leading(timeline)
    stage = page.look(leader, 5)
    assert (stage.view, stage.motion) == (View.WORDS, Motion.STANDING)
    assert stage.lights == (0.5, 0.0)
    assert stage.pages.words.coming.text == "Next: One to taste"
    assert page.look(leader, 15).lights == (1.0, 0.5)
    assert page.look(leader, 29.9).lights == (1.0,)
    page.stage.set_manner(Manner(captions=False))
    assert page.look(leader, 5).pages.words.caption.text == "Two to hear"


def test_the_title_of_a_group_keeps_its_size_from_one_to_the_next(page: Page) -> None:
    timeline = timeline_of(
        [
            Part("Jaw", PhaseKind.TENSE, 5, "jaw"),
            Part("A very long name that needs several lines", PhaseKind.TENSE, 5, "jaw"),
        ]
    )
    long = tuple(
        replace(phase, group=timeline.steps[phase.step].title) for phase in timeline.phases
    )
    leader = leading(replace(timeline, phases=long))
    page.resize(700, 330)
    roles = set()
    for when in (2, 7):
        stage = page.look(leader, when)
        page.grab()
        roles.add(stage.pages.body._title.property("role"))
    assert roles == {"figure"}


def test_what_comes_next_is_said(page: Page) -> None:
    assert page.look(leading(muscles()), 20).hint == "Next: jaw  ·  tense"
    assert page.look(leading(breaths()), 12).coming == "4 breaths left"
    page.stage.set_manner(Manner(hide_countdown=True))
    assert page.look(leading(breaths()), 12).coming == ""
    assert page.look(leading(muscles()), 20).hint == "Next: jaw  ·  tense"


@pytest.mark.parametrize(("timeline", "when"), [(breaths(), 13), (muscles(), 15), (box(), 3)])
def test_the_page_changes_its_tone_if_it_is_to(page: Page, timeline: Timeline, when: float) -> None:
    leader = leading(timeline)
    page.look(leader, when)
    page.stage._veil.lift()
    plain = lightness(page.grab().toImage())
    page.stage.set_manner(Manner(tone_changes=True))
    page.look(leader, when)
    toned = lightness(page.grab().toImage())
    assert 4 < (toned - plain).mean() < 20
    page.stage.set_manner(Manner())
    page.look(leader, when)
    assert (lightness(page.grab().toImage()) == plain).all()


def test_the_tone_goes_with_the_session(page: Page) -> None:
    page.stage.set_manner(Manner(tone_changes=True))
    page.look(leading(muscles()), 15)
    assert page.tint.alpha() > 0
    page.stage.forget()
    assert page.tint == QColor(0, 0, 0, 0)


@pytest.mark.parametrize("form", ["orb", "bar", "wave", "square"])
def test_a_compact_stage_says_what_to_do_how_long_and_one_sentence(page: Page, form: str) -> None:
    page.resize(340, 200)
    page.stage.set_compact(True)
    page.stage.set_manner(Manner(pacer=form))  # type: ignore[arg-type]
    stage = page.look(leading(box()), 2)
    assert (stage.pacer.pace.label, stage.pacer.pace.count) == ("Breathe in", "2")
    assert stage.pages.breath.coming.isHidden()
    page.grab()
    assert stage.rect().contains(stage.pages.breath.caption.geometry())
    assert stage.pacer.height() > 90


def test_a_compact_stage_shows_the_figure_beside_its_seconds(page: Page) -> None:
    page.resize(340, 160)
    page.stage.set_compact(True)
    stage = page.look(leading(muscles()), 12)
    page.grab()
    body_page = stage.pages.body
    assert stage.body.width() > 80
    for widget in (body_page.caption, stage.countdown, stage.body):
        assert body_page.rect().contains(widget.geometry())
    assert not body_page.caption.geometry().intersects(stage.countdown.geometry())


def test_a_stage_becomes_large_again(page: Page) -> None:
    leader = leading(muscles())
    page.look(leader, 20)
    before = page.grab().toImage()
    page.stage.set_compact(True)
    page.stage.set_compact(False)
    page.look(leader, 20)
    assert page.grab().toImage() == before
