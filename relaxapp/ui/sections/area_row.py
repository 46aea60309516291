"""A row that chooses areas of the body."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relaxapp.script.body import Area
from relaxapp.ui.pages.area_choice import AreaChoice, with_area
from relaxapp.ui.sections.row import SettingRow, beside

if TYPE_CHECKING:
    from relaxapp.settings import Settings
    from relaxapp.ui.choices import Choices
    from relaxapp.ui.sections.row import Wording
    from relaxapp.ui.theme import Theme


class AreaRow(SettingRow):
    """A button that names the areas and opens the list of all there are.

    Args:
        choices: what is chosen.
        setting: the setting's name.
        wording: what the row says.
        theme: the sizes.
    """

    def __init__(self, choices: Choices, setting: str, wording: Wording, theme: Theme) -> None:
        self.button = AreaChoice(wording.label)
        super().__init__(setting, wording, theme, self.button, beside(self.button))
        self._choices = choices
        self.button.toggled_area.connect(self._choose)
        choices.changed.connect(self._show)
        self._show(choices.settings)

    def _choose(self, area: Area, is_chosen: bool) -> None:  # noqa: FBT001 - a signal's payload
        names = getattr(self._choices.settings, self.setting)
        self._choices.change(**{self.setting: with_area(names, area, is_chosen=is_chosen)})

    def _show(self, settings: Settings) -> None:
        names = getattr(settings, self.setting)
        self.button.show_areas(tuple(Area), {area for area in Area if area.value in names})
