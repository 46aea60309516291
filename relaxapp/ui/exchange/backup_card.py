"""The card of the chosen copy: what is in it, how it differs from now, and the ways to use it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from relaxapp.ui.exchange.backup_words import contents, made, reason, where_made
from relaxapp.ui.exchange.dialog import breaking, button
from relaxapp.ui.exchange.merge_words import MergeRows, outlook_counts
from relaxapp.ui.flow import Flow
from relaxapp.ui.label import paragraph

if TYPE_CHECKING:
    from datetime import datetime

    from relaxapp.journal.backup import Backup
    from relaxapp.journal.restoring import Outlook
    from relaxapp.ui.theme import Theme


class BackupCard(QFrame):
    """One copy.

    Args:
        theme: the sizes.
        parent: as in Qt.
    """

    back_wanted = Signal()
    """The person is sure: the history is to be again as it is in this copy."""

    asked = Signal()
    """The person is asked whether to go back."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._is_busy = False
        self._differs = False
        self._when = paragraph("heading")
        self._what = paragraph("")
        self._why = paragraph("dim")
        self._trouble = breaking("")
        self._compared = paragraph("strong")
        self.rows = MergeRows(theme)
        self.back_button = button(self.tr("Go back to this copy"))
        self.back_button.clicked.connect(self._ask)
        self._ways = Flow()
        self._ways.add(self.back_button)
        self._question = paragraph("strong")
        self._assurance = paragraph("dim")
        self.stay_button = button(self.tr("Leave it as it is now"), "chosen")
        self.stay_button.clicked.connect(self._stay)
        self.sure_button = button(self.tr("Go back"))
        self.sure_button.clicked.connect(self._go)
        self._answers = Flow()
        self._answers.add(self.stay_button)
        self._answers.add(self.sure_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 20, 16)
        column.setSpacing(theme.px(8))
        for widget in (
            self._when,
            self._what,
            self._why,
            self._trouble,
            self._compared,
            self.rows,
            self._ways,
            self._question,
            self._assurance,
            self._answers,
        ):
            column.addWidget(widget)
        column.addStretch()

    @property
    def is_asking(self) -> bool:
        """Whether the person is asked whether to go back."""
        return not self._answers.isHidden()

    @property
    def text(self) -> str:
        """All that is said about the copy and how it differs."""
        labels = (self._when, self._what, self._why, self._trouble, self._compared)
        said = [label.text() for label in labels if not label.isHidden()]
        return "\n".join((*said, self.rows.text))

    def show_backup(self, backup: Backup, now: datetime, computer: str) -> None:
        """Says what is in a copy; how it differs is not known yet.

        Args:
            backup: the copy.
            now: the time of day.
            computer: what this computer goes by.
        """
        self._when.setText(made(backup, now))
        self._what.setText(contents(backup))
        where = where_made(backup, computer)
        why = reason(backup)
        self._why.setText(
            self.tr("Made on {computer}: {reason}.").format(computer=where, reason=why)
            if where
            else self.tr("Why: {reason}.").format(reason=why)
        )
        self._trouble.setText(backup.trouble)
        self._trouble.setVisible(bool(backup.trouble))
        self._compared.setText("" if backup.trouble else self.tr("It is being compared with now."))
        self.rows.show_counts(())
        self._differs = False
        self._show_ways()

    def show_outlook(self, outlook: Outlook) -> None:
        """Says what would come of going back to the copy."""
        self._differs = outlook.changes_anything
        self._compared.setText(
            self.tr("If you go back to it:")
            if self._differs
            else self.tr("Your history now is just as it is in this copy.")
        )
        self.rows.show_counts(outlook_counts(outlook) if self._differs else ())
        self._show_ways()

    def show_trouble(self, sentence: str) -> None:
        """Says why it cannot be compared."""
        self._compared.setText("")
        self._trouble.setText(sentence)
        self._trouble.show()
        self._show_ways()

    def show_busy(self, *, is_busy: bool) -> None:
        """Lets the copy be used, or not just now."""
        self._is_busy = is_busy
        self._show_ways()

    def stop_asking(self) -> None:
        """Asks no longer whether to go back."""
        if self.is_asking:
            self._stay()

    def _ask(self) -> None:
        self._ways.hide()
        self._question.setText(
            self.tr("Go back to how it was: {when}?").format(when=self._when.text())
        )
        self._assurance.setText(
            self.tr(
                "Your history as it is now is kept first, as one more of these copies, so that "
                "you can come back to it."
            )
        )
        for widget in (self._question, self._assurance, self._answers):
            widget.show()
        self.stay_button.setFocus()
        self.asked.emit()

    def _stay(self) -> None:
        self._show_ways()
        self.back_button.setFocus()

    def _go(self) -> None:
        self._show_ways()
        self.back_wanted.emit()

    def _show_ways(self) -> None:
        for widget in (self._question, self._assurance, self._answers):
            widget.hide()
        self._compared.setVisible(bool(self._compared.text()))
        self._ways.setVisible(self._differs)
        self.back_button.setEnabled(not self._is_busy)
