"""The card "Made to fit you": what a person's choices change about this session, and some of them to change here."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from relaxapp.script.cue import AMBIENCES
from relaxapp.settings import AS_SCRIPTED, Cues
from relaxapp.ui.label import paragraph
from relaxapp.ui.pages.area_choice import AreaChoice, with_area
from relaxapp.ui.pages.made_to_fit import fit_of
from relaxapp.ui.pages.one_choice import OneChoice
from relaxapp.ui.sound_names import ambience_name, cues_name
from relaxapp.ui.switch import Switch

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from relaxapp.script.body import Area
    from relaxapp.script.script import Script
    from relaxapp.settings import Settings
    from relaxapp.timeline.tailoring import Tailoring
    from relaxapp.ui.choices import Choices
    from relaxapp.ui.theme import Theme

_CLOSED = "closed"
_OPEN = "open"


class FitCard(QFrame):
    """A line for each choice that bears on the script shown.

    Args:
        choices: what the person chose.
        theme: the look.
        own_sounds: the files of the person's own sounds, by name, as there are now.
        parent: as in Qt.
    """

    def __init__(
        self,
        choices: Choices,
        theme: Theme,
        own_sounds: Callable[[], Sequence[str]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._choices = choices
        self._own_sounds = own_sounds
        heading = QLabel(self.tr("Made to fit you"))
        heading.setProperty("role", "dim")
        self.left_out = AreaChoice(self.tr("Left out"))
        self.imagined = AreaChoice(self.tr("Only imagined"))
        self.left_out.toggled_area.connect(self._leave_out)
        self.imagined.toggled_area.connect(self._imagine)
        self.hand = OneChoice(self.tr("Stronger hand"))
        self.hand.chosen.connect(lambda hand: choices.change(stronger_hand=hand))
        self.eyes = OneChoice(self.tr("Eyes"))
        self.eyes.chosen.connect(lambda eyes: choices.change(eyes_open=eyes == _OPEN))
        self.ambience = OneChoice(self.tr("Ambience"))
        self.ambience.chosen.connect(lambda name: choices.change(ambience=name))
        self.cues = OneChoice(self.tr("Cues"))
        self.cues.chosen.connect(lambda name: choices.change(cues=name))
        self.tensing = Switch(self.tr("Tensing"), self.tr("done"), self.tr("imagined"), theme)
        self.holds = Switch(self.tr("Breath holds"), self.tr("held"), self.tr("breathed on"), theme)
        self.voice = Switch(self.tr("Voice"), self.tr("on"), self.tr("off"), theme)
        self.tensing.clicked.connect(
            lambda: choices.change(no_tensing=not self.tensing.isChecked())
        )
        self.holds.clicked.connect(
            lambda: choices.change(no_breath_holds=not self.holds.isChecked())
        )
        self.voice.clicked.connect(lambda: choices.change(voice_on=self.voice.isChecked()))
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 18)
        column.setSpacing(8)
        column.addWidget(heading)
        self._rows: dict[str, QWidget] = {}
        for name, text, value in (
            ("left out", self.tr("Left out"), self.left_out),
            ("imagined", self.tr("Only imagined"), self.imagined),
            ("tensing", self.tr("Tensing"), self.tensing),
            ("holds", self.tr("Breath holds"), self.holds),
            ("hand", self.tr("Stronger hand"), self.hand),
            ("eyes", self.tr("Eyes"), self.eyes),
            ("voice", self.tr("Voice"), self.voice),
            ("ambience", self.tr("Ambience"), self.ambience),
            ("cues", self.tr("Cues"), self.cues),
        ):
            self._rows[name] = _Row(text, value, theme)
            column.addWidget(self._rows[name])

    def show_script(self, script: Script, tailoring: Tailoring) -> None:
        """Shows what bears on a script."""
        settings = self._choices.settings
        fit = fit_of(script, tailoring)
        everything = self.tr("everything") if tailoring.no_tensing else ""
        self.left_out.show_areas(fit.areas, fit.left_out)
        self.imagined.show_areas(fit.tensed, fit.imagined, everything)
        self._show_person(settings)
        self._show_sounds(settings, fit.ambiences)
        self._show_switches(settings)
        for name, is_shown in (
            ("left out", bool(fit.areas)),
            ("imagined", fit.tenses),
            ("tensing", fit.tenses),
            ("holds", fit.holds_breath),
            ("hand", fit.has_sides),
            ("eyes", fit.has_eyes),
        ):
            self._rows[name].setVisible(is_shown)

    def _show_person(self, settings: Settings) -> None:
        hands = {"right": self.tr("right"), "left": self.tr("left")}
        hand = settings.stronger_hand
        self.hand.show_choices(tuple(hands.items()), hand, hands[hand])
        eyes = {_CLOSED: self.tr("may close"), _OPEN: self.tr("stay open")}
        state = _OPEN if settings.eyes_open else _CLOSED
        self.eyes.show_choices(tuple(eyes.items()), state, eyes[state])

    def _show_sounds(self, settings: Settings, scripted: Sequence[str]) -> None:
        as_scripted = ", ".join(map(ambience_name, scripted)) or ambience_name("none")
        names = [*AMBIENCES, *self._own_sounds()]
        choices = [
            (AS_SCRIPTED, self.tr("as the script says ({names})").format(names=as_scripted)),
            *((name, ambience_name(name)) for name in names),
        ]
        is_scripted = settings.ambience == AS_SCRIPTED
        words = as_scripted if is_scripted else ambience_name(settings.ambience)
        self.ambience.show_choices(choices, settings.ambience, words)
        characters = [(name, cues_name(name)) for name in get_args(Cues)]
        self.cues.show_choices(characters, settings.cues, cues_name(settings.cues))

    def _show_switches(self, settings: Settings) -> None:
        self.tensing.setChecked(not settings.no_tensing)
        self.holds.setChecked(not settings.no_breath_holds)
        self.voice.setChecked(settings.voice_on)

    def _leave_out(self, area: Area, is_chosen: bool) -> None:  # noqa: FBT001 - a signal's payload
        names = with_area(self._choices.settings.left_out, area, is_chosen=is_chosen)
        self._choices.change(left_out=names)

    def _imagine(self, area: Area, is_chosen: bool) -> None:  # noqa: FBT001 - a signal's payload
        names = with_area(self._choices.settings.imagined, area, is_chosen=is_chosen)
        self._choices.change(imagined=names)


class _Row(QWidget):
    """A label, which may break into lines, and its value."""

    def __init__(self, text: str, value: QWidget, theme: Theme) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(paragraph("dim", text), 1)
        row.addWidget(value)
        self.setMinimumHeight(theme.px(28))
