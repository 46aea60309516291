"""The help: every key, what to heed, and where the data are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from relaxapp.ui.actions import ACTIONS, Place, shown_keys, wording
from relaxapp.ui.label import paragraph

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from relaxapp.ui.theme import Theme


def safety() -> tuple[tuple[str, str], ...]:
    """What to heed: headings, and a few sentences each."""
    return (
        (
            _tr("What it is for"),
            _tr(
                "relaxapp helps you relax. It is no medical device: it finds, treats, cures and "
                "prevents no illness, and takes the place of no care and no medicine."
            ),
        ),
        (
            _tr("When to leave it"),
            _tr(
                "Not while driving or cycling, in or near water, at a machine, on a ladder, or "
                "while somebody depends on your attention."
            ),
        ),
        (
            _tr("Ask first"),
            _tr(
                "Talk to a professional before you begin if you live with heart or blood pressure "
                "trouble, lung disease, epilepsy, glaucoma, long-lasting pain, psychosis or bipolar "
                "disorder, or the effects of trauma; if you tend to faint, are pregnant, or had an "
                "operation or an injury not long ago."
            ),
        ),
        (
            _tr("Stop when it is too much"),
            _tr(
                "Nothing should hurt. With dizziness, pain, a cramp or strong fear, stop and "
                "breathe as you like. Any part can be skipped. Feeling odd, twitchy or more tense "
                "at first is common, and so are warmth, heaviness, tingling and small jerks."
            ),
        ),
        (
            _tr("Twitching"),
            _tr(
                "A twitching muscle is mostly harmless, and goes with stress, tiredness, coffee, "
                "alcohol and some medicines. See a doctor if it goes on for more than two weeks, "
                "is in more than one place, if the area is weak, stiff, numb or getting thinner, "
                "or if a prescribed medicine may be behind it; do not stop that by yourself."
            ),
        ),
        (
            _tr("In an emergency"),
            _tr(
                "Chest pain that spreads or stays, or not getting enough air: call your emergency "
                "number (112 in Europe, 999 in the UK, 911 in North America). If you might harm "
                "yourself, call it too, or a crisis line: 988 in the US and Canada, 116 123 "
                "(Samaritans) in the UK and Ireland; findahelpline.com knows those of other "
                "countries."
            ),
        ),
    )


def _places() -> tuple[tuple[Place, str], ...]:
    return (
        (Place.ANYWHERE, _tr("Anywhere")),
        (Place.SESSIONS, _tr("Sessions")),
        (Place.SHEET, _tr("Before a session")),
        (Place.CHECKIN, _tr("How tense are you?")),
        (Place.SESSION, _tr("During a session")),
        (Place.HISTORY, _tr("History")),
    )


class HelpSheet(QDialog):
    """Opens over the window and leaves what is below as it was.

    Args:
        theme: the colours.
        data_folders: where the person's data are, each with what is in it.
        parent: the window.
    """

    def __init__(
        self,
        theme: Theme,
        data_folders: Sequence[tuple[str, Path]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Help"))
        self.setAccessibleName(self.tr("Help"))
        self.setModal(True)
        inside = QWidget()
        columns = QHBoxLayout(inside)
        columns.setContentsMargins(theme.margin_px, 28, theme.margin_px, 12)
        columns.setSpacing(48)
        columns.addLayout(self._keys(), 1)
        columns.addLayout(self._texts(data_folders), 1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setAccessibleName(self.tr("Keys, safety and data"))
        area.viewport().setAutoFillBackground(False)
        area.setWidget(inside)
        inside.setAutoFillBackground(False)
        close = QPushButton(self.tr("Close"))
        close.setAccessibleName(self.tr("Close the help"))
        close.setDefault(True)
        close.clicked.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 20)
        column.addWidget(area, 1)
        column.addWidget(close, alignment=Qt.AlignmentFlag.AlignHCenter)
        self.resize(920, 620)
        close.setFocus()

    def _keys(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(paragraph("title", self.tr("Keys")))
        for place, name in _places():
            shown = [action for action in ACTIONS if action.place is place]
            if not shown:
                continue
            column.addSpacing(10)
            column.addWidget(paragraph("eyebrow", name.upper()))
            grid = QGridLayout()
            grid.setHorizontalSpacing(16)
            grid.setVerticalSpacing(6)
            grid.setColumnStretch(0, 1)
            for row, action in enumerate(shown):
                grid.addWidget(paragraph("dim", wording(action)), row, 0)
                keys = paragraph("strong", "  ".join(shown_keys(action)))
                keys.setWordWrap(False)
                grid.addWidget(keys, row, 1, Qt.AlignmentFlag.AlignRight)
            column.addLayout(grid)
        column.addStretch()
        return column

    def _texts(self, data_folders: Sequence[tuple[str, Path]]) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(paragraph("title", self.tr("Good to know")))
        for heading, text in safety():
            column.addSpacing(10)
            column.addWidget(paragraph("strong", heading))
            column.addWidget(paragraph("dim", text))
        column.addSpacing(10)
        column.addWidget(paragraph("strong", self.tr("Your data")))
        column.addWidget(
            paragraph(
                "dim",
                self.tr(
                    "Everything stays on this computer; nothing is ever sent. Only a voice that you "
                    "ask for in the settings is fetched."
                ),
            )
        )
        for what, folder in data_folders:
            line = paragraph("dim", f"{what}: {folder}")
            line.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            column.addWidget(line)
        column.addStretch()
        return column


def _tr(text: str) -> str:
    return QCoreApplication.translate("Help", text)
