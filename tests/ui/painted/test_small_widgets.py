"""The small painted controls: what they show, how they are moved, and what a screen reader is told."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QSizeF, Qt
from PySide6.QtGui import QAccessible, QColor, QImage, QPixmapCache

from relaxapp.ui.painted.art import Motif, art_picture, motif_of
from relaxapp.ui.painted.countdown import Count, Countdown
from relaxapp.ui.painted.dots import Dots
from relaxapp.ui.painted.ground import Ground
from relaxapp.ui.painted.level import Level
from relaxapp.ui.painted.number_scale import NumberScale
from relaxapp.ui.painted.round_button import RoundButton, Sign
from relaxapp.ui.painted.star import Star
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


class TestStar:
    """The star of a favourite."""

    def test_it_is_filled_while_it_is_chosen(self, qtbot: QtBot, theme: Theme) -> None:
        star = Star(theme)
        qtbot.addWidget(star)
        middle = star.rect().center()
        hollow = shot(star).pixelColor(middle)
        click(star)
        assert star.isChecked()
        assert shot(star).pixelColor(middle) == theme.calm != hollow

    def test_it_grows_with_the_text(self, qtbot: QtBot, theme: Theme) -> None:
        star = Star(replace(theme, text_percent=200))
        qtbot.addWidget(star)
        assert star.width() == 72


class TestArt:
    """The pictures on the cards."""

    @pytest.mark.parametrize(
        ("technique", "motif"),
        [
            ("muscle relaxation", Motif.BARS),
            ("Breathing", Motif.RINGS),
            ("visualisation", Motif.WAVES),
            ("body scan", Motif.SWELLS),
            ("grounding", Motif.DOTS),
            ("mindfulness", Motif.LOOPS),
            ("autogenic training", Motif.DISCS),
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

    def test_a_picture_is_kept_for_the_next_card_of_its_size(self, theme: Theme) -> None:
        first = art_picture(theme, Motif.WAVES, QSizeF(312, 92), variation=0.25)
        again = art_picture(theme, Motif.WAVES, QSizeF(312, 92), variation=0.25)
        other = art_picture(theme, Motif.WAVES, QSizeF(320, 92), variation=0.25)
        assert again.cacheKey() == first.cacheKey()
        assert other.cacheKey() != first.cacheKey()

    @pytest.mark.parametrize("motif", Motif)
    def test_sessions_of_one_technique_differ_in_their_lines_too(
        self, theme: Theme, motif: Motif
    ) -> None:
        size = QSizeF(312, 92)
        pictures = [
            art_picture(theme, motif, size, variation=each).toImage() for each in (0.2, 0.201)
        ]
        differing = sum(
            pictures[0].pixelColor(x, y) != pictures[1].pixelColor(x, y)
            for x in range(100, 300, 2)
            for y in range(0, 92, 2)
        )
        assert differing > 100

    def test_a_script_has_the_same_picture_every_time(self, theme: Theme) -> None:
        size = QSizeF(200, 92)
        first = art_picture(theme, Motif.RINGS, size, variation=0.4).toImage()
        QPixmapCache.clear()
        assert art_picture(theme, Motif.RINGS, size, variation=0.4).toImage() == first

    def test_on_a_fine_screen_the_picture_is_as_fine(self, theme: Theme) -> None:
        picture = art_picture(theme, Motif.BARS, QSizeF(200, 92), ratio=2.0)
        assert (picture.width(), picture.height()) == (400, 184)
        assert picture.deviceIndependentSize() == QSizeF(200, 92)


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

    def test_it_is_as_light_as_its_theme(self, qtbot: QtBot, theme: Theme) -> None:
        lightness = []
        for each in (theme, light()):
            ground = Ground(each)
            qtbot.addWidget(ground)
            ground.resize(320, 200)
            lightness.append(shot(ground).pixelColor(10, 10).lightness())
        dark, bright = lightness
        assert bright > dark + 100
