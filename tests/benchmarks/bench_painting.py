"""How much work a breathing session is to paint, against the cheapest way to paint the same orb.

Run it with `python tests/benchmarks/bench_painting.py`. It prints one line for each measurement:

- `cheapest`: pictures of the orb, ring and words painted beforehand, one copied after the other on
  to a bare widget of the pacer's size;
- `plain way`: a bare widget that copies a backdrop and the orb from pictures painted beforehand, and
  draws the ring and the words anew;
- `session page`: the real page at 60 looks a second, 1280 x 800;
- `scene`: the page over a drifting shore, at the 20 looks a second it takes;
- the forms of the pacer, the figure with its light, and the scenes, each for itself, against the
  cheapest way known to the same picture, at which 1.2 is aimed: for the orb the plain way, for the other
  forms drawing them anew in the fewest lines, for figure and scenes the same strokes from a list on to a
  bare widget that copies what is still, and is repainted only where something moves; and against
  copying all that moves from pictures painted beforehand, of which nobody could keep so many;
- `tone`: one step of a change of tone, which repaints the whole page;
- `idle`: the page with nothing to lead, its timers and the share of a core it uses.

Times are processor time a frame, so that another load on the machine counts little.
"""

from __future__ import annotations

import os
import time
from math import sin
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QEventLoop, QPointF, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import (
    QFont,
    QLinearGradient,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QPolygonF,
    QRegion,
)
from PySide6.QtWidgets import QApplication, QWidget

from relaxapp.script.body import Area
from relaxapp.script.cue import SCENES, BreathMove
from relaxapp.session.conductor import Glance
from relaxapp.session.session import State
from relaxapp.timeline.clip import FRAMES_PER_SECOND, Bus, Clip, Swell, frames
from relaxapp.timeline.phase import Breath, Caption, Phase, PhaseKind, StepSpan
from relaxapp.timeline.timeline import Timeline
from relaxapp.ui.pages.breath import course_of, fullness_of, progress_of, side_at
from relaxapp.ui.pages.session import SessionPage
from relaxapp.ui.painted.body_map import AreaState, BodyMap
from relaxapp.ui.painted.forms import FORMS
from relaxapp.ui.painted.ground import Ground
from relaxapp.ui.painted.orb import Orb
from relaxapp.ui.painted.pace import Pace
from relaxapp.ui.painted.scan import lights
from relaxapp.ui.painted.scene import Scene
from relaxapp.ui.painted.tint import tint_of
from relaxapp.ui.theme import DRAWN_BY, apply_theme, night

if TYPE_CHECKING:
    from collections.abc import Callable
    from collections.abc import Set as AbstractSet

    from relaxapp.ui.painted.pacer import Pacer

ROUNDS = 5
FRAMES = 300
FRAME_SECONDS = 1 / 60
IDLE_SECONDS = 2.0
BREATH_SECONDS = 5.0


class Rolling:
    """A conductor whose session is where it is told to be."""

    entry_id = 1
    state = State.RUNNING

    def __init__(self, timeline: Timeline) -> None:
        self.timeline = timeline
        self.position = 0

    def look(self) -> Glance:
        """The moment it is at."""
        return Glance(
            position=self.position,
            length=self.timeline.length,
            state=self.state,
            phase=self.timeline.at(self.position),
            caption=self.timeline.caption_at(self.position),
            is_waiting=False,
            trouble=None,
            remark=None,
            happenings=(),
        )

    def set_volume(self, bus: Bus, level: float) -> None:
        """Nothing is heard."""

    def start(self) -> None:
        """It runs from the beginning."""

    pause = resume = go_on = skip = back = repeat = longer = stop = break_off = start

    def go_to(self, step: int) -> None:
        """It stays where it is."""

    def leave_out(self, areas: AbstractSet[Area]) -> None:
        """It goes on as it is."""


class Strokes:
    """In a painter's place: writes down what is to be painted, and where it would be seen.

    Attributes:
        calls: what is to be called on a painter, with what.
        place: where that paints.
    """

    def __init__(self) -> None:
        self.calls: list[tuple[str, tuple[Any, ...]]] = []
        self.place = QRegion()
        self._pen = QPen()

    def drawPixmap(self, *arguments: Any) -> None:  # noqa: N802 -- Qt's name
        """A picture at a point, or in a rectangle."""
        at, picture = arguments[:2]
        area = at if isinstance(at, QRectF) else QRectF(at, picture.deviceIndependentSize())
        self._write("drawPixmap", arguments, area)

    def drawLine(self, start: QPointF, end: QPointF) -> None:  # noqa: N802 -- Qt's name
        """A line."""
        self._write("drawLine", (start, end), QRectF(start, end).normalized())

    def setPen(self, pen: QPen) -> None:  # noqa: N802 -- Qt's name
        """With what lines are drawn."""
        self._pen = QPen(pen)
        self.calls.append(("setPen", (self._pen,)))

    def setOpacity(self, opacity: float) -> None:  # noqa: N802 -- Qt's name
        """How dense."""
        self.calls.append(("setOpacity", (opacity,)))

    def _write(self, name: str, arguments: tuple[Any, ...], area: QRectF) -> None:
        wide = self._pen.widthF()
        self.place += area.adjusted(-wide, -wide, wide, wide).toAlignedRect()
        self.calls.append((name, arguments))


class Layered(QWidget):
    """A bare widget that copies what is still, and paints the strokes of a moment on to it."""

    def __init__(self, still: QPixmap, moments: list[Strokes]) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.still = still
        self.moments = moments
        self.at = 0

    def turn(self, index: int) -> None:
        """Turn to another moment."""
        before, self.at = self.at, index % len(self.moments)
        self.update(self.moments[before].place + self.moments[self.at].place)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 -- Qt's name
        """Paint the present moment."""
        painter = QPainter(self)
        painter.drawPixmap(event.rect(), self.still, event.rect())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for name, arguments in self.moments[self.at].calls:
            getattr(painter, name)(*arguments)


class Sequence(QWidget):
    """A bare widget that copies one picture a frame."""

    def __init__(self, pictures: list[QPixmap]) -> None:
        super().__init__()
        self.pictures = pictures
        self.at = 0

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 -- Qt's name
        """Copy the present picture."""
        QPainter(self).drawPixmap(0, 0, self.pictures[self.at])


class Plain(QWidget):
    """A bare widget that copies backdrop and orb, and draws ring and words."""

    def __init__(self, backdrop: QPixmap, orbs: list[QPixmap]) -> None:
        super().__init__()
        self.backdrop = backdrop
        self.orbs = orbs
        self.at = 0
        self.font_of_words = night().font(30, QFont.Weight.DemiBold)
        self.pen = QPen(night().calm, 3)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 -- Qt's name
        """Paint the present moment."""
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self.backdrop)
        orb = self.orbs[self.at]
        painter.drawPixmap(
            (self.width() - orb.width()) // 2, (self.height() - orb.height()) // 2, orb
        )
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self.pen)
        ring = self.rect().adjusted(6, 6, -6, -6)
        painter.drawArc(ring, 90 * 16, -5760 * self.at // len(self.orbs))
        painter.setFont(self.font_of_words)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, "Breathe in")


def breathing(seconds: float) -> Timeline:
    """In and out, for as long as that."""
    phases = tuple(
        Phase(
            start=frames(index * BREATH_SECONDS),
            end=frames((index + 1) * BREATH_SECONDS),
            kind=PhaseKind.EXHALE if index % 2 else PhaseKind.INHALE,
            step=0,
            label="",
            breath=Breath(index // 2 + 1, 60, index % 2, 1 - index % 2),
        )
        for index in range(int(seconds / BREATH_SECONDS))
    )
    return _timeline(phases)


def boxes(seconds: float) -> Timeline:
    """In, hold, out, hold, for as long as that."""
    parts = (
        (PhaseKind.INHALE, 0, 1),
        (PhaseKind.HOLD, 1, 1),
        (PhaseKind.EXHALE, 1, 0),
        (PhaseKind.REST, 0, 0),
    )
    phases = tuple(
        Phase(
            start=frames(index * BREATH_SECONDS),
            end=frames((index + 1) * BREATH_SECONDS),
            kind=parts[index % 4][0],
            step=0,
            label="",
            breath=Breath(index // 4 + 1, 60, parts[index % 4][1], parts[index % 4][2]),
        )
        for index in range(int(seconds / BREATH_SECONDS))
    )
    return _timeline(phases)


def imagining(seconds: float) -> Timeline:
    """A shore, for as long as that."""
    phase = Phase(0, frames(seconds), PhaseKind.IMAGINE, 0, "", scene="shore")
    return _timeline((phase,))


def _timeline(phases: tuple[Phase, ...]) -> Timeline:
    length = phases[-1].end
    return Timeline(
        title="",
        length=length,
        phases=phases,
        steps=(StepSpan("", 0, length),),
        captions=(Caption(0, length, "Let the breath be quiet and low."),),
        clips=tuple(Clip(0, length, bus, Swell(BreathMove.IN)) for bus in Bus),
    )


def processor_ms(frame: Callable[[int], None], application: QApplication) -> float:
    """Processor time a frame takes, in milliseconds: the median of the rounds."""
    rounds = []
    for _ in range(ROUNDS):
        began = time.process_time()
        for index in range(FRAMES):
            frame(index)
            application.processEvents()
        rounds.append((time.process_time() - began) / FRAMES * 1000)
    return sorted(rounds)[ROUNDS // 2]


def page_ms(timeline: Timeline, frame_seconds: float, application: QApplication) -> float:
    """Processor time a frame of the session page takes, in milliseconds."""
    page = SessionPage(night())
    page.resize(1280, 800)
    page.show()
    rolling = Rolling(timeline)
    page.lead(rolling, "Coherent breathing", "10 min")
    # The bench looks itself, frame by frame; the page's own timer would look as well.
    page._timer.timeout.disconnect()

    def frame(index: int) -> None:
        rolling.position = frames(index * frame_seconds)
        page._look()

    for index in range(FRAMES):  # every picture is made once
        frame(index)
        application.processEvents()
    taken = processor_ms(frame, application)
    page.hide()
    return taken


def copied_ms(shots: list[QPixmap], application: QApplication) -> float:
    """Processor time a frame takes that is only copied from pictures, in milliseconds."""
    bare = Sequence(shots)
    bare.resize(shots[0].size())
    bare.show()

    def frame(index: int) -> None:
        bare.at = index % len(shots)
        bare.update()

    taken = processor_ms(frame, application)
    bare.hide()
    return taken


def cheapest_ms(application: QApplication) -> float:
    """Processor time a frame of the orb takes that is only copied, in milliseconds."""
    page = SessionPage(night())
    page.resize(1280, 800)
    page.show()
    rolling = Rolling(breathing(600))
    page.lead(rolling, "", "")
    application.processEvents()
    pacer = page._stage.pacer
    ring = min(pacer.width(), pacer.height())
    pictures = []
    for index in range(120):
        rolling.position = frames(index * BREATH_SECONDS / 60)
        page._look()
        shot = page.grab()
        corner = pacer.mapTo(page, pacer.rect().center())
        pictures.append(shot.copy(corner.x() - ring // 2, corner.y() - ring // 2, ring, ring))
    page.hide()
    return copied_ms(pictures, application)


def plain_ms(application: QApplication) -> float:
    """Processor time a frame of the orb takes the plain way, in milliseconds."""
    pacer = Orb(night())
    pacer.resize(510, 510)
    backdrop = QPixmap(510, 510)
    backdrop.fill(night().ground_top)
    orbs = []
    for index in range(120):
        pacer.show_pace(Pace(fullness=index / 120))
        orbs.append(pacer.picture(pacer.radius()))
    plain = Plain(backdrop, orbs)
    plain.resize(510, 510)
    plain.show()

    def frame(index: int) -> None:
        plain.at = index % len(orbs)
        plain.update()

    taken = processor_ms(frame, application)
    plain.hide()
    return taken


def form_ms(name: str, application: QApplication) -> tuple[float, float]:
    """Processor time a frame of a form of the pacer takes, and of its pictures copied whole."""
    ground = Ground(night())
    ground.resize(1280, 800)
    pacer = FORMS[name](night(), ground=ground.behind, parent=ground)
    pacer.setGeometry(40, 60, 1200, 510)
    timeline = boxes(600)
    pacer.show_course(course_of(timeline))
    ground.show()

    def frame(index: int) -> None:
        position = frames(index * FRAME_SECONDS)
        at = timeline.index_at(position)
        phase = timeline.phases[at]
        pacer.show_pace(
            Pace(
                fullness_of(phase, position),
                progress_of(phase, position),
                phase.kind.value,
                str(int((phase.end - position) / FRAMES_PER_SECOND)),
                position / FRAMES_PER_SECOND,
                side_at(timeline, at),
            )
        )

    for index in range(4 * FRAMES):  # every picture is made once
        frame(index)
        application.processEvents()
    taken = processor_ms(frame, application)
    frame(0)
    application.processEvents()
    moved = _moved(pacer)
    shots = []
    for index in range(0, FRAMES, 5):
        frame(index)
        shots.append(pacer.grab(moved))
    ground.hide()
    return taken, copied_ms(shots, application)


def _moved(pacer: Pacer) -> QRect:
    """All that a form of the pacer changes while its breath goes on."""
    empty, full = Pace(0.0, 0.0, side=0), Pace(1.0, 0.02, side=0)
    return pacer._moved(empty, full)


class Anew(QWidget):
    """A bare widget that copies a backdrop and draws a shape on it, as in `drawings`."""

    def __init__(self, backdrop: QPixmap, draw: Callable[[QPainter, float], None]) -> None:
        super().__init__()
        self.backdrop = backdrop
        self.draw = draw
        self.at = 0.0

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 -- Qt's name
        """Paint the present moment."""
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self.backdrop)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.draw(painter, self.at)


def drawings(area: QRect) -> dict[str, Callable[[QPainter, float], None]]:
    """The forms of the pacer in the fewest lines, drawn anew each time; the light is an ellipse."""
    slope = QLinearGradient(0, 0, area.width(), 0)
    slope.setColorAt(0.0, night().calm)
    slope.setColorAt(1.0, night().line)
    width, height = area.width(), area.height()

    def bar(painter: QPainter, share: float) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(slope)
        top = height * (1 - share)
        painter.drawRoundedRect(QRectF(0, top, width, height - top), 20, 20)

    def wave(painter: QPainter, share: float) -> None:
        line = QPolygonF(
            [QPointF(x, height * (0.5 - 0.4 * sin(x / 90 + share * 6))) for x in range(0, width, 6)]
        )
        painter.setPen(QPen(night().calm, 4))
        painter.drawPolyline(line)
        painter.drawEllipse(QPointF(width / 2, height / 2), 16, 16)

    def square(painter: QPainter, share: float) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(slope)
        painter.setOpacity(share)
        painter.drawRoundedRect(QRectF(20, 20, width - 40, height - 40), 50, 50)
        painter.setOpacity(1.0)
        painter.drawEllipse(QPointF(20, height * share), 20, 20)

    return {"bar": bar, "wave": wave, "square": square}


def anew_ms(name: str, application: QApplication) -> float:
    """Processor time a frame of a form of the pacer takes that is drawn anew, in milliseconds."""
    pacer = FORMS[name](night())
    pacer.resize(1200, 510)
    area = _moved(pacer)
    if name == "bar":
        area = pacer.rect().intersected(area)
    backdrop = QPixmap(area.size())
    backdrop.fill(night().ground_top)
    plain = Anew(backdrop, drawings(area)[name])
    plain.resize(area.size())
    plain.show()

    def frame(index: int) -> None:
        plain.at = (index % 100) / 100
        plain.update()

    taken = processor_ms(frame, application)
    plain.hide()
    return taken


def layered_ms(still: QPixmap, moments: list[Strokes], application: QApplication) -> float:
    """Processor time a frame takes that is put together from strokes, in milliseconds."""
    bare = Layered(still, moments)
    bare.resize(still.size())
    bare.show()
    taken = processor_ms(bare.turn, application)
    bare.hide()
    return taken


def body_ms(application: QApplication) -> tuple[float, float, float]:
    """Processor time a frame of the figure with its light takes, of its strokes, and of its pictures copied."""
    ground = Ground(night())
    ground.resize(1280, 800)
    body = BodyMap(night(), parent=ground)
    body.setGeometry(700, 40, 520, 600)
    ground.show()
    areas = frozenset(Area)
    body.show_states({area: AreaState(calm=0.6) for area in areas})

    def frame(index: int) -> None:
        body.show_lights(lights(areas, index / FRAMES))

    for index in range(FRAMES):
        frame(index)
        application.processEvents()
    taken = processor_ms(frame, application)
    body.show_lights(())
    still = ground.grab()
    moments = []
    for index in range(FRAMES):
        moments.append(Strokes())
        for light in lights(areas, index / FRAMES):
            body._laid_out()[0].draw_light(cast("QPainter", moments[-1]), light)
    drawn = layered_ms(still.copy(body.geometry()), moments, application)
    shots = []
    for index in range(0, FRAMES, 5):
        frame(index)
        place = QRect()
        for light in body.lights:
            place = place.united(body._laid_out()[0].light_reach(light).toAlignedRect())
        shots.append(ground.grab(place.translated(body.pos())))
    ground.hide()
    return taken, drawn, copied_ms(shots, application)


def scene_ms(name: str, application: QApplication) -> tuple[float, float, float]:
    """Processor time a frame of a scene takes, of its strokes, and of pictures of what moves in it, copied."""
    scene = Scene(night())
    scene.resize(1280, 800)
    scene.show_scene(name)
    scene.show()
    application.processEvents()

    def frame(index: int) -> None:
        scene.show_moment(1 + index / 20)

    taken = processor_ms(frame, application)
    assert scene._picture is not None
    moments = []
    for index in range(FRAMES):
        moments.append(Strokes())
        scene._picture.paint_moving(cast("QPainter", moments[-1]), 1 + index / 20)
    drawn = layered_ms(scene._still, moments, application)
    top, bottom = (round(share * 800) for share in scene._picture.moving_share())
    shots = [scene.grab(QRect(0, top, 1280, bottom - top)) for _ in range(2)]
    scene.hide()
    return taken, drawn, copied_ms(shots, application)


def tone_ms(application: QApplication) -> float:
    """Processor time one change of tone takes of the whole page, step by step, in milliseconds."""
    page = SessionPage(night())
    page.resize(1280, 800)
    page.show()
    rolling = Rolling(breathing(600))
    page.lead(rolling, "", "")

    def frame(index: int) -> None:
        tint = tint_of(night(), brightness=index % 16 / 16, warmth=0)
        page.set_tint(tint)
        page._stage.pacer.set_tint(tint)

    taken = processor_ms(frame, application)
    page.hide()
    return taken


def _wait(seconds: float) -> None:
    loop = QEventLoop()
    QTimer.singleShot(int(seconds * 1000), loop.quit)
    loop.exec()


def idle_share() -> float:
    """The share of a core that a page with nothing to lead uses."""
    page = SessionPage(night())
    page.resize(1280, 800)
    page.show()
    _wait(0.5)  # until the window has settled
    began = time.process_time()
    _wait(IDLE_SECONDS)
    share = (time.process_time() - began) / IDLE_SECONDS
    page.hide()
    return share


def _print(name: str, taken: float, cheapest: float, copied: float) -> None:
    print(
        f"{name:16}  {taken:6.3f} ms  {cheapest:6.3f} ms  {taken / cheapest:5.2f}  "
        f"{copied:6.3f} ms  {taken / copied:5.2f}"
    )


def main() -> None:
    """Measure and print."""
    application = QApplication([Path(__file__).name, *DRAWN_BY])
    apply_theme(application, night())
    idle = idle_share()
    print(f"{'a frame of':16}  {'takes':>9}  {'cheapest':>9}  ratio  {'copied':>9}  ratio")
    plain = plain_ms(application)
    for name in FORMS:
        taken, copied = form_ms(name, application)
        _print(name, taken, plain if name == "orb" else anew_ms(name, application), copied)
    _print("figure lit", *body_ms(application))
    for name in SCENES:
        _print(name, *scene_ms(name, application))
    tone = tone_ms(application)
    print(f"tone          {tone:6.3f} ms a step, 16 steps a change")
    cheapest = cheapest_ms(application)
    page = page_ms(breathing(600), FRAME_SECONDS, application)
    scene = page_ms(imagining(600), 1 / 20, application)
    print(
        f"cheapest      {cheapest:6.3f} ms a frame, {cheapest * 6:4.1f} % of a core at 60 a second"
    )
    print(f"plain way     {plain:6.3f} ms a frame, {plain * 6:4.1f} % of a core at 60 a second")
    print(f"session page  {page:6.3f} ms a frame, {page * 6:4.1f} % of a core at 60 a second")
    print(
        f"ratio         {page / cheapest:6.2f} to the cheapest, {page / plain:.2f} to the plain way"
    )
    print(f"scene         {scene:6.3f} ms a frame, {scene * 2:4.1f} % of a core at 20 a second")
    print(f"idle          {idle * 100:6.2f} % of a core")


if __name__ == "__main__":
    main()
