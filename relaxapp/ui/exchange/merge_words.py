"""What comes of taking a history in or going back to a copy, in figures and plain words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from relaxapp.ui.formats import number
from relaxapp.ui.label import line, paragraph

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from relaxapp.journal.merge import Merge
    from relaxapp.journal.restoring import Outlook
    from relaxapp.ui.theme import Theme


class MergeRows(QWidget):
    """Figures, each with what it counts; a figure of nothing is left out.

    Args:
        theme: the sizes.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.px(14))
        self._grid.setVerticalSpacing(theme.px(6))
        self._grid.setColumnStretch(1, 1)
        self._said: list[tuple[int, str]] = []

    @property
    def text(self) -> str:
        """Everything that is said, a line for each figure."""
        return "\n".join(f"{number(count)} {words}" for count, words in self._said)

    def show_merge(self, found: Merge) -> None:
        """Shows what would come of a merge."""
        self.show_counts(merge_counts(found))

    def show_counts(self, counts: Sequence[tuple[int, str]]) -> None:
        """Shows figures, in place of those before."""
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._said = [(count, words) for count, words in counts if count]
        for row, (count, words) in enumerate(self._said):
            figure = line("strong", number(count))
            self._grid.addWidget(
                figure, row, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
            )
            text = paragraph("", words)
            text.setAlignment(Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(text, row, 1)
        self.setAccessibleName(self.text)
        self.setVisible(bool(self._said))


def merge_counts(found: Merge) -> tuple[tuple[int, str], ...]:
    """What would come of a merge: how many, and what of them."""
    return (
        _counted(len(found.added), _tr("session is new"), _tr("sessions are new")),
        _counted(
            len(found.updated),
            _tr("session was changed later there: that version will be taken"),
            _tr("sessions were changed later there: those versions will be taken"),
        ),
        _counted(
            len(found.removed),
            _tr("session was taken out there, and will be here"),
            _tr("sessions were taken out there, and will be here"),
        ),
        _counted(
            len(found.factors),
            _tr("note about how a day was is new"),
            _tr("notes about how days were are new"),
        ),
        _counted(found.same, _tr("session is here already"), _tr("sessions are here already")),
        _counted(
            found.older,
            _tr("session was changed later here: yours stays"),
            _tr("sessions were changed later here: yours stay"),
        ),
        _counted(
            found.deleted_here,
            _tr("session was deleted here, and stays out"),
            _tr("sessions were deleted here, and stay out"),
        ),
    )


def outlook_counts(outlook: Outlook) -> tuple[tuple[int, str], ...]:
    """What would come of going back to a copy: how many, and what of them."""
    return (
        _counted(outlook.returning, _tr("session comes back"), _tr("sessions come back")),
        _counted(
            outlook.changing,
            _tr("session becomes again as it was then"),
            _tr("sessions become again as they were then"),
        ),
        _counted(
            outlook.going,
            _tr("session came later and is taken out"),
            _tr("sessions came later and are taken out"),
        ),
        _counted(
            outlook.days,
            _tr("note about how a day was becomes again as it was"),
            _tr("notes about how days were become again as they were"),
        ),
        _counted(outlook.staying, _tr("session stays as it is"), _tr("sessions stay as they are")),
    )


def what_was_done(found: Merge, kept_in: Path | None) -> str:
    """What came of a merge, in a sentence or two.

    Args:
        found: what came of it.
        kept_in: the folder with the copy of how it was before; None if there was nothing to be copied.
    """
    parts = []
    if found.added:
        parts.append(
            _tr("1 session was added")
            if len(found.added) == 1
            else _tr("{count} sessions were added").format(count=number(len(found.added)))
        )
    if found.updated:
        parts.append(
            _tr("1 was brought up to date")
            if len(found.updated) == 1
            else _tr("{count} were brought up to date").format(count=number(len(found.updated)))
        )
    if found.factors:
        parts.append(
            _tr("1 note about a day was added")
            if len(found.factors) == 1
            else _tr("{count} notes about days were added").format(count=number(len(found.factors)))
        )
    if not parts:
        return _tr("Nothing had to be added.")
    done = f"{', '.join(parts)}."
    if kept_in is None:
        return done
    return f"{done} " + _tr("How it was before is kept as a copy in {folder}.").format(
        folder=kept_in
    )


def _counted(count: int, one: str, many: str) -> tuple[int, str]:
    return count, one if count == 1 else many


def _tr(text: str) -> str:
    return QCoreApplication.translate("MergeWords", text)
