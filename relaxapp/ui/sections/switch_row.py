"""A row that switches a setting on and off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relaxapp.ui.sections.row import SettingRow, beside
from relaxapp.ui.switch import Switch

if TYPE_CHECKING:
    from relaxapp.settings import Settings
    from relaxapp.ui.choices import Choices
    from relaxapp.ui.sections.row import Wording
    from relaxapp.ui.theme import Theme


class SwitchRow(SettingRow):
    """A switch with a word for each state.

    Args:
        choices: what is chosen.
        setting: the setting's name.
        wording: what the row says.
        theme: the look.
        words: what on and off are called.
        is_reversed: whether the switch is on while the setting is False, because the person is
            asked the other way round.
    """

    def __init__(
        self,
        choices: Choices,
        setting: str,
        wording: Wording,
        theme: Theme,
        *,
        words: tuple[str, str],
        is_reversed: bool = False,
    ) -> None:
        self.switch = Switch(wording.label, *words, theme)
        super().__init__(setting, wording, theme, self.switch, beside(self.switch))
        self._is_reversed = is_reversed
        self.switch.clicked.connect(
            lambda is_on: choices.change(**{setting: is_on is not is_reversed})
        )
        choices.changed.connect(self._show)
        self._show(choices.settings)

    def _show(self, settings: Settings) -> None:
        self.switch.setChecked(getattr(settings, self.setting) is not self._is_reversed)
