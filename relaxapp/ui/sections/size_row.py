"""A row that chooses a size of text, with a line of text that shows it at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relaxapp.settings import TEXT_PERCENTS
from relaxapp.ui.label import paragraph
from relaxapp.ui.sections.number_row import NumberRow
from relaxapp.ui.sections.units import in_percent

if TYPE_CHECKING:
    from relaxapp.ui.choices import Choices
    from relaxapp.ui.sections.row import Wording
    from relaxapp.ui.theme import Theme

_STEP_PERCENT = 10
_PAUSE_MS = 700


class SizeRow(NumberRow):
    """A slider in percent and a sample below it.

    Args:
        choices: what is chosen.
        setting: the setting's name.
        wording: what the row says.
        theme: the sizes.
        sample: the words of the sample.
        sample_px: its size at 100 %.
        waits: whether the choice is kept only when the slider rests.
    """

    def __init__(
        self,
        choices: Choices,
        setting: str,
        wording: Wording,
        theme: Theme,
        *,
        sample: str,
        sample_px: int,
        waits: bool,
    ) -> None:
        self._sample_px = sample_px
        self._sample = paragraph("dim", sample)
        super().__init__(
            choices,
            setting,
            wording,
            theme,
            values=range(TEXT_PERCENTS[0], TEXT_PERCENTS[1] + 1, _STEP_PERCENT),
            in_words=in_percent,
            pause_ms=_PAUSE_MS if waits else 0,
        )
        self.add_below(self._sample)
        self.moved.connect(self._show_sample)
        self._show_sample(getattr(choices.settings, setting))

    @property
    def sample_px(self) -> int:
        """The size of the sample now."""
        return round(self._sample_px * self._percent / 100)

    def _show_sample(self, percent: float) -> None:
        self._percent = percent
        # A size in the style sheet of the application is stronger than a font.
        self._sample.setStyleSheet(f"font-size: {self.sample_px}px;")
