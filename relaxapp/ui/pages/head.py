"""The top of the session page: what runs, and what stands in its way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from relaxapp.ui.label import line

if TYPE_CHECKING:
    from relaxapp.ui.theme import Theme


class Head(QWidget):
    """Title and minutes on the left, "Paused" in the middle, remarks on the right."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = line("heading")
        self._subtitle = line("time")
        self._paused = line("pill", self.tr("Paused. Space goes on."))
        self._muted = line("pill", self.tr("Sound off. M brings it back."))
        self._remark = line("small")
        self._remark.setWordWrap(True)
        self._remark.setAlignment(Qt.AlignmentFlag.AlignRight)
        upper_right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
        names = QVBoxLayout()
        names.setSpacing(4)
        names.addWidget(self._title)
        names.addWidget(self._subtitle)
        names.addStretch(1)
        remarks = QVBoxLayout()
        remarks.addWidget(self._muted, 0, upper_right)
        remarks.addWidget(self._remark)
        remarks.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.margin_px, 0, theme.margin_px, 0)
        row.addLayout(names, 1)
        row.addWidget(self._paused, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(remarks, 1)
        self.show_paused(paused=False)
        self.show_muted(muted=False)

    @property
    def says_paused(self) -> bool:
        """Whether it says that the session is paused."""
        return not self._paused.isHidden()

    @property
    def remark(self) -> str:
        """The remark that is shown; empty for none."""
        return self._remark.text()

    def show_titles(self, title: str, subtitle: str) -> None:
        """Name what runs."""
        self._title.setText(title)
        self._subtitle.setText(subtitle)

    def set_close(self, *, close: bool) -> None:
        """Whether there is room for a single line: then what can be done without is left out."""
        self._subtitle.setHidden(close)
        paused = self.tr("Paused") if close else self.tr("Paused. Space goes on.")
        muted = self.tr("Sound off") if close else self.tr("Sound off. M brings it back.")
        self._paused.setText(paused)
        self._muted.setText(muted)

    def show_paused(self, *, paused: bool) -> None:
        """Say that the session is paused, or no more."""
        self._paused.setVisible(paused)

    def show_muted(self, *, muted: bool) -> None:
        """Say that there is no sound, or no more."""
        self._muted.setVisible(muted)

    def show_remark(self, remark: str) -> None:
        """Say something that does not keep the session from going on; empty for nothing."""
        if remark != self._remark.text():
            self._remark.setText(remark)
