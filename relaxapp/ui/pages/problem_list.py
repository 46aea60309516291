"""What is wrong with a script, or what its author should know, each with its line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from relaxapp.script.problem import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from relaxapp.ui.theme import Theme

MOST_LISTED = 60
"""So many problems are listed; who has more mends these first."""


class ProblemList(QFrame):
    """A card with a sentence for each problem; hidden where there is none."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._heading = QLabel()
        self._heading.setWordWrap(True)
        self._heading.setProperty("role", "warm")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(24, 18, 24, 18)
        self._column.setSpacing(10)
        self._column.addWidget(self._heading)
        self._theme = theme
        self._lines: list[QLabel] = []
        self.hide()

    @property
    def shown(self) -> tuple[str, ...]:
        """The sentences, as they are read."""
        return tuple(label.text() for label in self._lines)

    def show_problems(self, problems: Sequence[Problem], *, is_usable: bool) -> None:
        """Shows problems.

        Args:
            problems: by line.
            is_usable: whether the script runs all the same.
        """
        for label in self._lines:
            label.hide()
            label.deleteLater()
        self._lines = []
        self._heading.setText(
            self.tr("A few remarks for the author of this script")
            if is_usable
            else self.tr("This script cannot be started yet. It needs a correction here:")
        )
        self._heading.setProperty("role", "dim" if is_usable else "warm")
        self._heading.style().unpolish(self._heading)
        self._heading.style().polish(self._heading)
        errors_first = sorted(problems, key=lambda each: each.severity is not Severity.ERROR)
        for problem in errors_first[:MOST_LISTED]:
            self._add(
                self.tr("Line {line}: {sentence}").format(
                    line=problem.line, sentence=problem.sentence
                ),
                is_error=problem.severity is Severity.ERROR,
            )
        beyond = len(problems) - MOST_LISTED
        if beyond > 0:
            self._add(self.tr("and {count} more").format(count=beyond), is_error=False)
        self.setVisible(bool(problems))

    def _add(self, text: str, *, is_error: bool) -> None:
        label = QLabel(text)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        label.setWordWrap(True)
        if not is_error:
            label.setProperty("role", "dim")
        self._lines.append(label)
        self._column.addWidget(label)
