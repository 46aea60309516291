"""The card "Breath": how long each part of a session's breath is, or how slow it becomes."""

from __future__ import annotations

from math import ceil, floor, isclose
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from relaxapp.ui.aloud import announce
from relaxapp.ui.label import paragraph
from relaxapp.ui.pages.breath_choice import PER_MINUTE, BreathChoice, breath_choice
from relaxapp.ui.pages.breath_words import breath_in_words, figure, in_seconds, pace_in_words
from relaxapp.ui.pages.stepper import Stepper, StepWords

if TYPE_CHECKING:
    from collections.abc import Mapping

    from relaxapp.script.script import Script
    from relaxapp.timeline.tailoring import Tailoring
    from relaxapp.ui.choices import Choices
    from relaxapp.ui.theme import Theme

_STEP = 0.5
"""By so many seconds, or breaths a minute, a value changes at once."""
_HOLDS = frozenset({"hold", "rest"})


class BreathCard(QFrame):
    """Lets the person change the breath within what is safe; shown only where it can be changed.

    Args:
        choices: what the person chose.
        theme: the look.
        parent: as in Qt.
    """

    def __init__(self, choices: Choices, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._choices = choices
        self._script_id = ""
        self._choice: BreathChoice | None = None
        heading = QLabel(self.tr("Breath"))
        heading.setProperty("role", "dim")
        self.steppers = {
            name: Stepper(words, theme, in_seconds(10.5))
            for name, words in (
                ("inhale", self._seconds_words(self.tr("In"))),
                ("hold", self._seconds_words(self.tr("Hold"))),
                ("exhale", self._seconds_words(self.tr("Out"))),
                ("rest", self._seconds_words(self.tr("Hold, empty"))),
            )
        }
        slowest = StepWords(
            self.tr("Slowest pace"),
            self.tr("Slowest pace: slower"),
            self.tr("Slowest pace: faster"),
        )
        self.steppers[PER_MINUTE] = Stepper(slowest, theme, figure(5.55))
        self._pace = paragraph("small")
        self._reason = paragraph("small")
        self.as_scripted = QPushButton(self.tr("As the script says"))
        self.as_scripted.setProperty("kind", "quiet")
        self.as_scripted.setProperty("small", True)
        self.as_scripted.setAccessibleName(self.tr("Breathe as the script says"))
        self.as_scripted.clicked.connect(self._go_back)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 18)
        column.setSpacing(8)
        column.addWidget(heading)
        for name, stepper in self.steppers.items():
            stepper.stepped.connect(lambda way, name=name: self._step(name, way))
            column.addWidget(stepper)
        column.addWidget(self._pace)
        column.addWidget(self._reason)
        column.addWidget(self.as_scripted, alignment=Qt.AlignmentFlag.AlignLeft)

    @property
    def now(self) -> str:
        """What is otherwise than the script says, in a few words; empty if nothing is."""
        choice = self._choice
        if choice is None or not choice.is_changed:
            return ""
        if choice.is_of_pace:
            return self.tr("Now: down to {pace}").replace("{pace}", self._words(choice.values))
        return self.tr("Now: {breath}").replace("{breath}", self._words(choice.values))

    @property
    def reason(self) -> str:
        """Why the last step was not taken; empty if it was."""
        return self._reason.text()

    @property
    def pace(self) -> str:
        """What is said about how fast the breath is."""
        return self._pace.text()

    def show_script(self, script: Script, script_id: str, tailoring: Tailoring) -> None:
        """Shows the breath of a script as it is for this person.

        Args:
            script: the script.
            script_id: what the choices about it are kept under.
            tailoring: what the person wants of it.
        """
        before, choice = self._choice, breath_choice(script, tailoring)
        if choice != before or script_id != self._script_id:
            self._show_reason("")
        self._script_id, self._choice = script_id, choice
        self.setVisible(choice is not None)
        if choice is not None:
            self._show(choice, tailoring)

    def _show(self, choice: BreathChoice, tailoring: Tailoring) -> None:
        for name, stepper in self.steppers.items():
            is_dropped = name in _HOLDS and tailoring.no_breath_holds
            stepper.setVisible(name in choice.scripted and not is_dropped)
            value = choice.values.get(name, 0.0)
            if name == PER_MINUTE:
                stepper.show_value(figure(value), pace_in_words(value))
            else:
                stepper.show_value(in_seconds(value))
        said = [self._about_pace(choice, tailoring)]
        if choice.is_changed:
            scripted = self._words(choice.scripted)
            said.append(self.tr("The script says {breath}.").replace("{breath}", scripted))
        self._pace.setText(" ".join(said))
        self.as_scripted.setVisible(choice.is_changed)

    def _about_pace(self, choice: BreathChoice, tailoring: Tailoring) -> str:
        """How fast the breath is, or where it begins and ends."""
        if not choice.is_of_pace:
            pattern = choice.pattern(no_holds=tailoring.no_breath_holds)
            return self._sentence(pace_in_words(pattern.per_minute))
        down = self.tr("Down to {pace}").replace("{pace}", pace_in_words(choice.values[PER_MINUTE]))
        if not choice.begins_at_own_pace:
            return self._sentence(down)
        if tailoring.own_pace is None:
            begin = self.tr("It begins at your own pace, which you tap before it.")
        else:
            begin = self.tr("It begins at your own pace; last time it was {pace}.").replace(
                "{pace}", pace_in_words(round(tailoring.own_pace))
            )
        return f"{self._sentence(down)} {begin}"

    def _step(self, name: str, way: int) -> None:
        """Takes a value one step further, or says why not."""
        choice = self._choice
        if choice is None:
            return
        wanted = {**choice.values, name: max(0.0, _next(choice.values.get(name, 0.0), way))}
        refusal = choice.refusal(wanted)
        if refusal:
            self._show_reason(self.tr("Not offered: {reason}").replace("{reason}", refusal))
        else:
            self._show_reason("")
            self._keep(wanted)

    def _go_back(self) -> None:
        if self._choice is not None:
            # The button goes; the focus stays in the card.
            next(each for each in self.steppers.values() if each.isVisibleTo(self)).more.setFocus()
            self._keep(self._choice.scripted)

    def _keep(self, values: Mapping[str, float]) -> None:
        assert self._choice is not None
        is_scripted = all(
            isclose(values[name], seconds) for name, seconds in self._choice.scripted.items()
        )
        self._choices.replace(
            self._choices.settings.with_breath(self._script_id, None if is_scripted else values)
        )
        announce(self, self.now or self._words(values))

    def _show_reason(self, reason: str) -> None:
        self._reason.setText(reason)
        self._reason.setVisible(bool(reason))
        announce(self, reason)

    def _words(self, values: Mapping[str, float]) -> str:
        assert self._choice is not None
        if self._choice.is_of_pace:
            return pace_in_words(values[PER_MINUTE])
        no_holds = self._choices.settings.no_breath_holds
        return breath_in_words(self._choice.pattern(values, no_holds=no_holds))

    def _sentence(self, words: str) -> str:
        return self.tr("{words}.").replace("{words}", words)

    def _seconds_words(self, name: str) -> StepWords:
        shorter, longer = self.tr("{part}: shorter"), self.tr("{part}: longer")
        return StepWords(name, shorter.replace("{part}", name), longer.replace("{part}", name))


def _next(value: float, way: int) -> float:
    """The next multiple of a step below or above a value."""
    steps = round(value / _STEP, 6)
    return (floor(steps) + 1 if way > 0 else ceil(steps) - 1) * _STEP
