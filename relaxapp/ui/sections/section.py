"""A section of the settings: a heading, and below it cards of rows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from relaxapp.ui.label import paragraph
from relaxapp.ui.sections.row import Row, SettingRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from relaxapp.ui.theme import Theme


@dataclass(frozen=True, slots=True)
class _Card:
    """A card, and what in it is found by which words."""

    frame: QWidget
    parts: tuple[tuple[QWidget, str], ...]


class Section(QWidget):
    """What belongs together.

    Args:
        title: what it is called.
        theme: the sizes.
    """

    def __init__(self, title: str, theme: Theme) -> None:
        super().__init__()
        self.title = title
        self.setAccessibleName(title)
        self._theme = theme
        self._cards: list[_Card] = []
        self._settings: set[str] = set()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(10))
        self._column.addWidget(paragraph("heading", title))

    @property
    def settings(self) -> frozenset[str]:
        """The names of the settings that can be chosen here."""
        return frozenset(self._settings)

    def add_rows(self, *rows: Row, heading: str = "") -> None:
        """Adds a card of rows.

        Args:
            rows: the rows.
            heading: what stands above them in the card; empty for nothing.
        """
        card = QFrame()
        card.setProperty("kind", "card")
        column = QVBoxLayout(card)
        column.setContentsMargins(24, 18, 24, 20)
        column.setSpacing(self._theme.px(16))
        if heading:
            column.addWidget(paragraph("dim", heading))
        for row in rows:
            column.addWidget(row)
        self._settings.update(row.setting for row in rows if isinstance(row, SettingRow))
        self._add(_Card(card, tuple((row, f"{heading} {row.found_by}") for row in rows)))

    def add_card(self, card: QWidget, found_by: str, *settings: str) -> None:
        """Adds a card that is no list of rows, and is found as a whole.

        Args:
            card: the card.
            found_by: every word it is found by.
            settings: what can be chosen in it.
        """
        self._settings.update(settings)
        self._add(_Card(card, ((card, found_by),)))

    def show_found(self, words: Sequence[str]) -> int:
        """Shows what is found by all of some words, and hides the rest; how much it is.

        Args:
            words: casefolded; none to show everything.
        """
        count = 0
        for card in self._cards:
            found = [
                all(word in f"{self.title} {text}".casefold() for word in words)
                for _, text in card.parts
            ]
            for (widget, _), is_found in zip(card.parts, found, strict=True):
                widget.setVisible(is_found)
            card.frame.setVisible(any(found))
            count += sum(found)
        self.setVisible(count > 0)
        return count

    def _add(self, card: _Card) -> None:
        self._cards.append(card)
        self._column.addWidget(card.frame)
