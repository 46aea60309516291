"""How much work a breathing session is to paint, against the cheapest way to paint the same orb.

Run it with `python tests/benchmarks/bench_painting.py`. It prints one line for each measurement:

- `cheapest`: pictures of the orb, ring and words painted beforehand, one copied after the other on
  to a bare widget of the pacer's size;
- `plain way`: a bare widget that copies a backdrop and the orb from pictures painted beforehand, and
  draws the ring and the words anew;
- `session page`: the real page at 60 looks a second, 1280 x 800;
- `scene`: the page over a drifting shore, at the 20 looks a second it takes;
- `idle`: the page with nothing to lead, its timers and the share of a core it uses.

Times are processor time a frame, so that another load on the machine counts little.
"""

from __future__ import annotations

import os
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from relaxapp.script.cue import BreathMove
from relaxapp.session.conductor import Glance
from relaxapp.session.session import State
from relaxapp.timeline.clip import Bus, Clip, Swell, frames
from relaxapp.timeline.phase import Breath, Caption, Phase, PhaseKind, StepSpan
from relaxapp.timeline.timeline import Timeline
from relaxapp.ui.pages.session import SessionPage
from relaxapp.ui.painted.pacer import Pace, Pacer
from relaxapp.ui.theme import apply_theme, night

if TYPE_CHECKING:
    from collections.abc import Callable

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

    pause = resume = go_on = skip = back = repeat = longer = stop = start


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


def cheapest_ms(application: QApplication) -> float:
    """Processor time a frame takes that is only copied, in milliseconds."""
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
    bare = Sequence(pictures)
    bare.resize(ring, ring)
    bare.show()

    def frame(index: int) -> None:
        bare.at = index % len(pictures)
        bare.update()

    taken = processor_ms(frame, application)
    bare.hide()
    return taken


def plain_ms(application: QApplication) -> float:
    """Processor time a frame takes the plain way, in milliseconds."""
    pacer = Pacer(night())
    pacer.resize(510, 510)
    backdrop = QPixmap(510, 510)
    backdrop.fill(night().ground_top)
    orbs = []
    for index in range(120):
        pacer.show_pace(Pace(fullness=index / 120))
        orbs.append(pacer._paint_orb(pacer.radius()))
    plain = Plain(backdrop, orbs)
    plain.resize(510, 510)
    plain.show()

    def frame(index: int) -> None:
        plain.at = index % len(orbs)
        plain.update()

    taken = processor_ms(frame, application)
    plain.hide()
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


def main() -> None:
    """Measure and print."""
    application = QApplication([Path(__file__).name])
    apply_theme(application, night())
    idle = idle_share()
    cheapest = cheapest_ms(application)
    plain = plain_ms(application)
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
