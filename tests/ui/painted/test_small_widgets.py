"""The small painted controls: what they show, how they are moved, and what a screen reader is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QSizeF, Qt
from PySide6.QtGui import QAccessible, QColor, QImage

from relaxapp.ui.painted.art import Art, Motif, art_picture, motif_of
from relaxapp.ui.painted.countdown import Count, Countdown
from relaxapp.ui.painted.dots import Dots
from relaxapp.ui.painted.ground import Ground
from relaxapp.ui.painted.level import Level
from relaxapp.ui.painted.number_scale import NumberScale
from relaxapp.ui.painted.progress_line import ProgressLine
from relaxapp.ui.painted.round_button import RoundButton, Sign
from relaxapp.ui.theme import light, night
from tests.ui.pressing import click, press

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from relaxapp.ui.theme import Theme


def shot(widget: QWidget) -> QImage:
    return widget.grab().toImage()


class TestLevel:
    """The volume control."""

    @pytest.fixture
    def level(self, qtbot: QtBot, theme: Theme) -> Level:
        widget = Level(theme, "Voice")
        qtbot.addWidget(widget)
        widget.show_level(0.5)
        return widget

    def test_arrow_keys_move_it_and_say_so(self, level: Level) -> None:
        moved: list[float] = []
        level.moved.connect(moved.append)
        press(level, Qt.Key.Key_Right)
        press(level, Qt.Key.Key_Left)
        assert moved == [pytest.approx(0.55), pytest.approx(0.5)]

    def test_a_click_on_the_last_bar_is_full(self, level: Level) -> None:
        click(level, QPoint(level.width() - 6, level.height() // 2))
        assert level.level == 1.0

    def test_a_click_on_the_word_delete_and_0_mute_it_and_once_more_bring_it_back(
        self, level: Level
    ) -> None:
        muted: list[bool] = []
        level.muted.connect(muted.append)
        before = shot(level)
        click(level, QPoint(9, level.height() // 2))
        assert shot(level) != before
        press(level, Qt.Key.Key_Delete)
        assert shot(level) == before
        press(level, Qt.Key.Key_0)
        click(level, QPoint(9, level.height() // 2))
        assert muted == [True, False, True, False]
        assert level.level == 0.5

    def test_a_screen_reader_is_told_that_it_is_muted(self, level: Level) -> None:
        interface = QAccessible.queryAccessibleInterface(level)
        names = []
        for _ in range(2):
            press(level, Qt.Key.Key_Delete)
            names.append(interface.text(QAccessible.Text.Name))
        assert names == ["Voice, muted", "Voice"]
        assert "Delete" in interface.text(QAccessible.Text.Description)

    def test_moving_it_brings_it_back(self, level: Level) -> None:
        press(level, Qt.Key.Key_Delete)
        press(level, Qt.Key.Key_Right)
        assert not level.is_muted
        assert level.level == pytest.approx(0.55)

    def test_showing_a_level_is_not_a_choice(self, level: Level) -> None:
        moved: list[float] = []
        level.moved.connect(moved.append)
        level.show_level(0.9)
        assert level.level == pytest.approx(0.9)
        assert moved == []

    def test_it_is_a_slider_with_a_name(self, level: Level) -> None:
        interface = QAccessible.queryAccessibleInterface(level)
        assert interface.role() == QAccessible.Role.Slider
        assert interface.text(QAccessible.Text.Name) == "Voice"

    def test_louder_shows_more(self, level: Level) -> None:
        quiet = shot(level)
        level.show_level(1.0)
        assert shot(level) != quiet


class TestNumberScale:
    """The numbers from 0 to 10."""

    @pytest.fixture
    def scale(self, qtbot: QtBot, theme: Theme) -> NumberScale:
        widget = NumberScale(theme)
        qtbot.addWidget(widget)
        widget.resize(690, 60)
        widget.show()
        qtbot.waitExposed(widget)
        return widget

    def test_nothing_is_chosen_at_first(self, scale: NumberScale) -> None:
        assert scale.number is None

    def test_a_click_chooses(self, scale: NumberScale, qtbot: QtBot) -> None:
        with qtbot.waitSignal(scale.chosen) as chosen:
            click(scale._group.button(10))
        assert chosen.args == [10]
        assert scale.number == 10

    def test_only_one_number_is_chosen(self, scale: NumberScale) -> None:
        scale.choose(3)
        scale.choose(7)
        assert [button.isChecked() for button in scale._group.buttons()].count(True) == 1
        assert scale.number == 7

    def test_a_choice_can_be_taken_back(self, scale: NumberScale) -> None:
        numbers = []
        for number in (0, None, 4):
            scale.choose(number)
            numbers.append(scale.number)
        assert numbers == [0, None, 4]

    def test_arrow_keys_choose_the_neighbour(self, scale: NumberScale) -> None:
        scale.activateWindow()
        scale.choose(4)
        scale.focus()
        press(scale._group.button(4), Qt.Key.Key_Right)
        assert scale.number == 5

    def test_each_number_has_a_name(self, scale: NumberScale) -> None:
        assert scale._group.button(6).accessibleName() == "6 of 10"

    def test_a_chosen_number_is_seen(self, scale: NumberScale) -> None:
        plain = shot(scale)
        scale.choose(6)
        assert shot(scale) != plain


class TestDots:
    """One to three dots."""

    def test_a_click_sets_as_many(self, qtbot: QtBot, theme: Theme) -> None:
        dots = Dots(theme, theme.warm)
        qtbot.addWidget(dots)
        moved: list[int] = []
        dots.moved.connect(moved.append)
        for x in (50, 32, 14):
            click(dots, QPoint(x, 15))
        assert moved == [3, 2, 1]

    def test_arrow_keys_stay_within_the_three(self, qtbot: QtBot, theme: Theme) -> None:
        dots = Dots(theme, theme.warm)
        qtbot.addWidget(dots)
        for _ in range(5):
            press(dots, Qt.Key.Key_Right)
        assert dots.value() == 3
        for _ in range(5):
            press(dots, Qt.Key.Key_Left)
        assert dots.value() == 1


class TestRoundButton:
    """Play and pause."""

    @pytest.fixture
    def button(self, qtbot: QtBot, theme: Theme) -> RoundButton:
        widget = RoundButton(theme)
        qtbot.addWidget(widget)
        return widget

    def test_play_and_pause_look_different(self, button: RoundButton) -> None:
        play = shot(button)
        button.set_sign(Sign.PAUSE)
        assert shot(button) != play
        assert button.sign is Sign.PAUSE

    def test_space_presses_it(self, button: RoundButton, qtbot: QtBot) -> None:
        with qtbot.waitSignal(button.clicked):
            press(button, Qt.Key.Key_Space)

    def test_the_focus_is_seen(self, button: RoundButton, qtbot: QtBot) -> None:
        button.show()
        qtbot.waitExposed(button)
        button.clearFocus()
        plain = shot(button)
        button.activateWindow()
        button.setFocus()
        qtbot.waitUntil(button.hasFocus)
        assert shot(button) != plain


class TestProgressLine:
    """What is played."""

    def test_it_stays_between_nothing_and_all(self, qtbot: QtBot, theme: Theme) -> None:
        line = ProgressLine(theme)
        qtbot.addWidget(line)
        line.resize(300, 20)
        line.show_share(1.7)
        assert line.share == 1.0
        line.show_share(-1)
        assert line.share == 0.0

    def test_a_move_too_small_to_see_is_left_out(self, qtbot: QtBot, theme: Theme) -> None:
        line = ProgressLine(theme)
        qtbot.addWidget(line)
        line.resize(300, 20)
        line.show_share(0.5)
        line.show_share(0.5001)
        assert line.share == 0.5

    def test_small_moves_add_up(self, qtbot: QtBot, theme: Theme) -> None:
        line = ProgressLine(theme)
        qtbot.addWidget(line)
        line.resize(300, 20)
        for step in range(5001):
            line.show_share(step / 10_000)
        assert line.share == pytest.approx(0.5, abs=0.002)

    def test_played_and_marked_are_seen(self, qtbot: QtBot, theme: Theme) -> None:
        line = ProgressLine(theme)
        qtbot.addWidget(line)
        line.resize(300, 20)
        pictures = [shot(line)]
        line.show_share(0.6)
        pictures.append(shot(line))
        line.set_marks((0.3, 0.8))
        pictures.append(shot(line))
        assert pictures[0] != pictures[1] != pictures[2]


class TestCountdown:
    """The card that counts down."""

    def test_it_is_read_out_as_it_is_shown(self, qtbot: QtBot, theme: Theme) -> None:
        card = Countdown(theme)
        qtbot.addWidget(card)
        card.show_count(
            Count("Tense", "4 s", 0.3, warm=True, then="then let go", then_length="30 s")
        )
        assert card.accessibleName() == "Tense 4 s"

    def test_tension_is_warm_and_letting_go_calm(self, qtbot: QtBot, theme: Theme) -> None:
        card = Countdown(theme)
        qtbot.addWidget(card)
        card.resize(460, 120)
        bar = QPoint(60, 120 - 18)
        card.show_count(Count("Tense", "", 0.5, warm=True))
        assert QColor(shot(card).pixel(bar)) == theme.warm
        card.show_count(Count("Let go", "", 0.5, warm=False))
        assert QColor(shot(card).pixel(bar)) == theme.calm


class TestArt:
    """The pictures on the cards."""

    @pytest.mark.parametrize(
        ("technique", "motif"),
        [
            ("muscle relaxation", Motif.BARS),
            ("Breathing", Motif.RINGS),
            ("visualisation", Motif.WAVES),
            ("body scan", Motif.SWELLS),
            ("something else", Motif.LIGHT),
        ],
    )
    def test_each_technique_has_its_motif(self, technique: str, motif: Motif) -> None:
        assert motif_of(technique) is motif

    @pytest.mark.usefixtures("qapp")
    @pytest.mark.parametrize("motif", Motif)
    @pytest.mark.parametrize("make", [night, light])
    def test_every_motif_is_painted_with_round_corners(self, motif: Motif, make: object) -> None:
        theme = night() if make is night else light()
        image = art_picture(theme, motif, QSizeF(312, 92)).toImage()
        assert image.pixelColor(0, 0).alpha() == 0
        assert image.pixelColor(150, 20).alpha() == 255

    def test_a_variation_has_another_colour(self, theme: Theme) -> None:
        size = QSizeF(312, 92)
        first = art_picture(theme, Motif.BARS, size, variation=0).toImage()
        second = art_picture(theme, Motif.BARS, size, variation=1).toImage()
        assert first.pixelColor(40, 40) != second.pixelColor(40, 40)

    def test_the_widget_paints_it_once_per_size(self, qtbot: QtBot, theme: Theme) -> None:
        art = Art(theme, "breathing")
        qtbot.addWidget(art)
        art.resize(200, 92)
        shot(art)
        kept = art._picture.cacheKey()
        shot(art)
        assert art._picture.cacheKey() == kept
        art.resize(300, 92)
        shot(art)
        assert art._picture.width() == 300


class TestGround:
    """What everything lies on."""

    def test_it_is_painted_once_per_size(self, qtbot: QtBot, theme: Theme) -> None:
        ground = Ground(theme)
        qtbot.addWidget(ground)
        ground.resize(320, 200)
        shot(ground)
        kept = ground._picture.cacheKey()
        shot(ground)
        assert ground._picture.cacheKey() == kept

    def test_it_goes_from_dark_to_lighter(self, qtbot: QtBot, theme: Theme) -> None:
        ground = Ground(theme)
        qtbot.addWidget(ground)
        ground.resize(320, 200)
        image = shot(ground)
        assert image.pixelColor(2, 2).lightness() < image.pixelColor(300, 190).lightness()

    def test_another_theme_paints_it_anew(self, qtbot: QtBot, theme: Theme) -> None:
        ground = Ground(theme)
        qtbot.addWidget(ground)
        ground.resize(320, 200)
        dark = shot(ground)
        ground.set_theme(light())
        assert (
            shot(ground).pixelColor(10, 10).lightness() > dark.pixelColor(10, 10).lightness() + 100
        )
