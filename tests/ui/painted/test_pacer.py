"""What all forms of the pacer have in common, and the orb."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QColor, QPixmap, QRegion
from PySide6.QtWidgets import QApplication

from relaxapp.ui.painted.forms import FORMS
from relaxapp.ui.painted.ground import Ground
from relaxapp.ui.painted.orb import Orb
from relaxapp.ui.painted.pace import RESTING, Pace, Stretch
from relaxapp.ui.theme import light, night
from tests.ui.painted.pixels import Asked, differing_columns, largest_difference, lightness

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QImage
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from relaxapp.ui.painted.pacer import Pacer
    from relaxapp.ui.theme import Theme

COURSE = (
    Stretch(10, 14, 0, 1),
    Stretch(14, 18, 1, 1),
    Stretch(18, 22, 1, 0),
    Stretch(22, 26, 0, 0),
)


@pytest.fixture
def make(qtbot: QtBot, theme: Theme) -> Callable[..., Pacer]:
    """Makes a form of the pacer on a plain ground."""

    def ground(widget: QWidget) -> QPixmap:
        picture = QPixmap(widget.size())
        picture.fill(theme.ground_top)
        return picture

    def make_one(name: str, *, still: bool = False) -> Pacer:
        widget = FORMS[name](theme, ground=ground, still=still)
        qtbot.addWidget(widget)
        widget.resize(400, 300)
        widget.show_course(COURSE)
        return widget

    return make_one


@pytest.fixture
def pacer(make: Callable[..., Pacer]) -> Orb:
    orb = make("orb")
    assert isinstance(orb, Orb)
    return orb


def picture(pacer: Pacer) -> QImage:
    return pacer.grab().toImage()


def breathing_in(share: float, count: str = "") -> Pace:
    """A moment of the first part of the course."""
    seconds = 10 + 4 * share
    return Pace(COURSE[0].fullness(seconds), share, "Breathe in", count, seconds, side=0)


@pytest.mark.parametrize("name", FORMS)
@pytest.mark.parametrize("still", [False, True])
def test_every_form_shows_how_full_the_lungs_are(
    make: Callable[..., Pacer],
    name: str,
    still: bool,  # noqa: FBT001 -- a case
) -> None:
    pacer = make(name, still=still)
    pacer.show_pace(breathing_in(0.0))
    empty = picture(pacer)
    pacer.show_pace(breathing_in(1.0))
    assert picture(pacer) != empty


@pytest.mark.parametrize("name", FORMS)
@pytest.mark.parametrize("still", [False, True])
def test_repainting_what_moved_looks_like_painting_all(
    make: Callable[..., Pacer],
    qtbot: QtBot,
    name: str,
    still: bool,  # noqa: FBT001 -- a case
) -> None:
    pacer = make(name, still=still)
    pacer.show_pace(breathing_in(0.3, "3"))
    canvas = picture(pacer)
    repainted = Asked(pacer)
    pacer.show()
    qtbot.waitExposed(pacer)
    QApplication.processEvents()
    repainted.region = QRegion()
    for step in range(1, 41):
        pacer.show_pace(breathing_in(0.3 + step / 100, str(3 - step // 20)))
        QApplication.processEvents()
        region, repainted.region = repainted.region, QRegion()
        pacer.render(canvas, region.boundingRect().topLeft(), region)
        repainted.region = QRegion()
    # An edge may fall a part of a pixel beside itself.
    assert largest_difference(canvas, picture(pacer)) <= 28


@pytest.mark.parametrize("name", FORMS)
def test_every_form_says_what_to_do(make: Callable[..., Pacer], name: str) -> None:
    pacer = make(name)
    pacer.show_pace(Pace(0.5, 0.5, seconds=12, side=0))
    silent = picture(pacer)
    pacer.show_pace(Pace(0.5, 0.5, "Breathe in", "3", 12, 0))
    assert picture(pacer) != silent
    assert pacer.accessibleName() == "Breathe in"


@pytest.mark.parametrize("name", FORMS)
def test_a_low_place_has_the_words_beside_it(make: Callable[..., Pacer], name: str) -> None:
    pacer = make(name)
    pacer.resize(316, 110)
    pacer.show_pace(Pace(0.5, 0.5, seconds=12, side=0))
    silent = picture(pacer)
    pacer.show_pace(Pace(0.5, 0.5, "Breathe out", "3", 12, 0))
    changed = differing_columns(picture(pacer), silent)
    assert min(changed) > 140
    assert max(changed) < 312


@pytest.mark.parametrize("name", FORMS)
@pytest.mark.parametrize("make_theme", [night, light])
def test_a_tint_lies_over_ground_and_pacer_alike(
    qtbot: QtBot, name: str, make_theme: Callable[[], Theme]
) -> None:
    theme = make_theme()
    ground = Ground(theme)
    qtbot.addWidget(ground)
    ground.resize(500, 400)
    pacer = FORMS[name](theme, ground=ground.behind, parent=ground)
    pacer.setGeometry(50, 40, 400, 300)
    tint = QColor(255, 200, 150, 24)
    before = ground.grab().toImage().pixelColor(52, 42)
    ground.set_tint(tint)
    pacer.set_tint(tint)
    inside = ground.grab().toImage().pixelColor(52, 42)
    pacer.hide()
    assert inside == ground.grab().toImage().pixelColor(52, 42)
    assert inside != before


def test_the_orb_grows_with_the_breath(pacer: Orb) -> None:
    radii = []
    for fullness in (0.0, 0.5, 1.0):
        pacer.show_pace(Pace(fullness))
        radii.append(pacer.radius())
    assert radii == sorted(radii)
    assert radii[2] > 1.5 * radii[0]


def test_the_orb_is_painted_as_large_as_it_says(pacer: Orb) -> None:
    pacer.show_pace(Pace(1.0))
    shot = picture(pacer)
    inside = QColor(shot.pixel(200 - round(pacer.radius()) + 4, 150))
    outside = QColor(shot.pixel(200 - round(pacer.radius()) - 4, 150))
    assert inside.lightness() > outside.lightness() + 20


def test_a_still_orb_keeps_its_size_and_changes_its_tone(pacer: Orb) -> None:
    pacer.set_still(True)
    pacer.show_pace(Pace(0.0))
    small, dark = pacer.radius(), QColor(picture(pacer).pixel(200, 110)).lightness()
    pacer.show_pace(Pace(1.0))
    assert pacer.radius() == small
    assert QColor(picture(pacer).pixel(200, 110)).lightness() > dark


def test_the_same_moment_costs_no_painting(pacer: Orb, qtbot: QtBot) -> None:
    pacer.show()
    qtbot.waitExposed(pacer)
    pacer.show_pace(Pace(0.5, 0.5, "Breathe in", "3"))
    picture(pacer)
    kept = dict(pacer._orbs)
    pacer.show_pace(Pace(0.5, 0.5, "Breathe in", "3"))
    picture(pacer)
    assert pacer._orbs == kept


def test_the_pictures_kept_are_bounded(pacer: Orb) -> None:
    pacer.resize(90, 90)
    for index in range(300):
        pacer.show_pace(Pace(index / 300))
        picture(pacer)
    assert len(pacer._orbs) <= 121


def test_words_are_read_out_by_name(pacer: Orb) -> None:
    pacer.show_pace(Pace(0.2, 0.1, "Breathe out", "4"))
    assert pacer.accessibleName() == "Breathe out"


def test_a_resting_orb_has_no_words_and_no_ring(pacer: Orb) -> None:
    assert pacer.pace == RESTING
    assert RESTING.progress is None
    assert not RESTING.label


def test_a_ring_that_grows_in_steps_looks_like_one_drawn_at_once(pacer: Orb) -> None:
    pacer.show_pace(Pace(0.5, 0.0, "Hold"))
    picture(pacer)
    for step in range(1, 61):
        pacer.show_pace(Pace(0.5, step / 100, "Hold"))
        grown = picture(pacer)
    pacer.forget()
    anew = picture(pacer)
    differences = abs(lightness(grown) - lightness(anew))
    assert differences.max() <= 24  # an edge may fall a part of a pixel beside itself
    assert differences.mean() < 0.05
