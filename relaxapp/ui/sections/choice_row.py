"""A row that chooses one of several things."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relaxapp.ui.pages.one_choice import OneChoice
from relaxapp.ui.sections.row import SettingRow, beside

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from relaxapp.settings import Settings
    from relaxapp.ui.choices import Choices
    from relaxapp.ui.sections.row import Wording
    from relaxapp.ui.theme import Theme


class ChoiceRow(SettingRow):
    """A button that says what is chosen and opens a list.

    Args:
        choices: what is chosen.
        setting: the setting's name.
        wording: what the row says.
        theme: the sizes.
        offered: what there is to choose from, each with its value and its words.
        more: more of it that is slow to find or comes and goes; asked when the list opens.
    """

    def __init__(
        self,
        choices: Choices,
        setting: str,
        wording: Wording,
        theme: Theme,
        *,
        offered: Sequence[tuple[str, str]],
        more: Callable[[], Sequence[tuple[str, str]]] = tuple,
    ) -> None:
        self.button = OneChoice(wording.label)
        super().__init__(setting, wording, theme, self.button, beside(self.button))
        self._choices = choices
        self._first = tuple(offered)
        self._more = more
        self._offered = self._first
        self.button.chosen.connect(lambda value: choices.change(**{setting: value}))
        self.button.menu().aboutToShow.connect(self.look_anew)
        choices.changed.connect(self._show)
        self._show(choices.settings)

    def look_anew(self) -> None:
        """Asks again what there is to choose from."""
        self._offered = (*self._first, *self._more())
        self._show(self._choices.settings)

    def _show(self, settings: Settings) -> None:
        value = getattr(settings, self.setting)
        if value not in dict(self._offered):
            self._offered = (*self._first, *self._more())
        words = dict(self._offered).get(value, value)
        self.button.show_choices(self._offered, value, words)
