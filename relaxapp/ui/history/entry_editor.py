"""A calm sheet over the window to edit a session of the log with, or to enter one by hand."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QMargins, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from relaxapp.errors import RelaxError
from relaxapp.journal.entry import Moment
from relaxapp.ui.formats import clock, day, duration, time_of_day
from relaxapp.ui.history import entry_words as words
from relaxapp.ui.history.by_hand_form import ByHandForm
from relaxapp.ui.history.feeling_form import FeelingForm
from relaxapp.ui.history.fields import under_name
from relaxapp.ui.history.undoing import differences
from relaxapp.ui.label import paragraph
from relaxapp.ui.pages.question import Answer, Question
from relaxapp.ui.pages.scroll_column import ScrollColumn

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from relaxapp.journal.entry import Entry
    from relaxapp.ui.history_supplies import HistorySupplies

_SIZE = QSize(780, 740)
_EDGE = QSize(48, 48)
"""What is seen of the window around it at the least."""
_BAR_ROOM_PX = 16
_NOTE_PX = 84


@dataclass(frozen=True, slots=True)
class Edited:
    """What came of it.

    Attributes:
        before: the session as it was; None for one that was not in the log.
        after: the session as it is in the log now.
    """

    before: Entry | None
    after: Entry


class EntryEditor(QDialog):
    """Writes to the log when the person says so, and is then done.

    What a clock has measured is shown, and stays as it is.

    Args:
        supplies: what it is made from.
        entry: the session; None for one that is to be entered by hand.
        parent: the window.

    Attributes:
        by_hand: what it was, when and for how long; None for what a clock has measured.
        feeling: tension and areas.
        note: the note.
        tags: the tags.
        save_button: writes, and closes.
        question: asks whether what was written may be lost.
    """

    saved = Signal(object)
    """It is written: an `Edited`."""

    def __init__(
        self, supplies: HistorySupplies, entry: Entry | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        title = self.tr("Add a session") if entry is None else self.tr("Edit the session")
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._supplies = supplies
        self._entry = entry
        theme = supplies.theme
        is_by_hand = entry is None or entry.by_hand
        self.by_hand = ByHandForm(supplies, entry) if is_by_hand else None
        self.feeling = FeelingForm(theme)
        self.note = QPlainTextEdit()
        self.note.setAccessibleName(self.tr("Note"))
        self.note.setPlaceholderText(self.tr("A note, if you like"))
        self.note.setTabChangesFocus(True)
        self.note.setFixedHeight(theme.px(_NOTE_PX))
        self.tags = QLineEdit()
        self.tags.setAccessibleName(self.tr("Tags"))
        self.tags.setPlaceholderText(self.tr("Tags, with commas between them"))
        self.save_button = QPushButton(self.tr("Save"))
        self.save_button.setProperty("kind", "chosen")
        self.save_button.setDefault(True)
        self.save_button.clicked.connect(self.save)
        self.leave_button = QPushButton(self.tr("Cancel"))
        self.leave_button.clicked.connect(self.reject)
        self._trouble = paragraph("warm")
        self._trouble.hide()
        self._lay_out(title)
        self.question = Question(self)
        self._fill()
        self._begun = self._state()
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.save)
        room = _SIZE * (theme.text_percent / 100)
        self.resize(room if parent is None else room.boundedTo(parent.size() - _EDGE))
        self._begin()

    @property
    def trouble(self) -> str:
        """Why it could not be written; empty if nothing went wrong."""
        return self._trouble.text()

    @property
    def is_changed(self) -> bool:
        """Whether anything is filled in other than it was."""
        return self._state() != self._begun

    def save(self) -> None:
        """Writes what is filled in, if all of it can be so, and closes."""
        wrong = self.by_hand.check() if self.by_hand else None
        if wrong is not None:
            wrong.setFocus(Qt.FocusReason.OtherFocusReason)
            self._area.ensureWidgetVisible(wrong)
            return
        try:
            edited = self._add() if self._entry is None else self._change(self._entry)
        except RelaxError as error:
            # Nothing that was filled in is lost: one may try again.
            self._trouble.setText(str(error))
            self._trouble.show()
            return
        self.accept()
        if edited is not None:
            self.saved.emit(edited)

    def reject(self) -> None:
        """Leaves without writing; asks first if anything would be lost."""
        if self.question.sentence:
            self.question.take_first()
        elif self.is_changed:
            # Qt's types forget that there may be none.
            had_focus = cast("QWidget | None", self.focusWidget())
            goes_back = self.save_button if had_focus is None else had_focus
            self.question.ask(
                self.tr("Leave without saving?"),
                self.tr("What you filled in is not kept then."),
                Answer(self.tr("Keep writing"), goes_back.setFocus),
                Answer(self.tr("Leave"), super().reject),
            )
        else:
            super().reject()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Keeps what is asked in the middle."""
        super().resizeEvent(event)
        if self.question.sentence:
            self.question.place()

    def _add(self) -> Edited:
        assert self.by_hand is not None
        practised = self.by_hand.practised()
        journal = self._supplies.journal
        entry_id = journal.add_by_hand(
            practised.plan,
            started_at=practised.started_at,
            practised_seconds=practised.practised_seconds,
            **self._felt(),
        )
        return Edited(None, journal.entry(entry_id))

    def _change(self, entry: Entry) -> Edited | None:
        """Writes what was changed into the session as it is now; None where nothing was."""
        wanted = replace(entry, **self._felt())
        if self.by_hand is not None:
            practised = self.by_hand.practised()
            plan = asdict(practised.plan)
            seconds = practised.practised_seconds
            wanted = replace(
                wanted,
                **{name: plan[name] for name in ("script_id", "title", "technique")},
                started_at=practised.started_at,
                ended_at=practised.started_at + timedelta(seconds=seconds),
                practised_seconds=seconds,
                planned_seconds=(
                    entry.planned_seconds if seconds == entry.practised_seconds else seconds
                ),
            )
            if (wanted.started_at, seconds) == (entry.started_at, entry.practised_seconds):
                wanted = replace(wanted, ended_at=entry.ended_at)
        changes = differences(entry, wanted)
        if not changes:
            return None
        journal = self._supplies.journal
        before = journal.entry(entry.id)
        journal.rewrite(replace(before, **changes))
        return Edited(before, journal.entry(entry.id))

    def _felt(self) -> dict[str, Any]:
        tension, marked = self.feeling.tension, self.feeling.marked
        return {
            "tension_before": tension[Moment.BEFORE],
            "tension_after": tension[Moment.AFTER],
            "marks_before": marked[Moment.BEFORE],
            "marks_after": marked[Moment.AFTER],
            "note": self.note.toPlainText(),
            "tags": words.tags_of(self.tags.text()),
        }

    def _state(self) -> tuple[object, ...]:
        by_hand = self.by_hand.state if self.by_hand else ()
        return (*by_hand, *self._felt().values())

    def _fill(self) -> None:
        entry = self._entry
        if entry is None:
            return
        self.feeling.show_feeling(
            {Moment.BEFORE: entry.tension_before, Moment.AFTER: entry.tension_after},
            {Moment.BEFORE: entry.marks_before, Moment.AFTER: entry.marks_after},
        )
        self.note.setPlainText(entry.note)
        self.tags.setText(", ".join(entry.tags))
        self.tags.setCursorPosition(0)

    def _begin(self) -> None:
        if self.by_hand is not None:
            self.by_hand.focus()
        else:
            self.feeling.scales[Moment.BEFORE].focus()

    def _about(self, title: str) -> tuple[str, str]:
        """What is edited, and what there is to know about it."""
        entry = self._entry
        if entry is None:
            return title, self.tr("A session that you practised without relaxapp. It is marked so.")
        if entry.by_hand:
            return title, self.tr("You entered it by hand, so all of it can be changed.")
        text = self.tr("{day} {time}, {practised} of {planned}, {outcome}.").format(
            day=day(entry.started_at, self._supplies.now()),
            time=time_of_day(entry.started_at),
            practised=clock(entry.practised_seconds),
            planned=duration(entry.planned_seconds),
            outcome=words.outcome(entry),
        )
        measured = self.tr("A clock measured this, so it stays as it is.")
        return entry.title, f"{text} {measured}"

    def _lay_out(self, title: str) -> None:
        heading, about = self._about(title)
        theme = self._supplies.theme
        area = self._area = ScrollColumn(QMargins(4, 4, _BAR_ROOM_PX, 4))
        inside = area.column
        inside.setSpacing(18)
        inside.addWidget(paragraph("subtitle", about))
        if self.by_hand is not None:
            inside.addWidget(self.by_hand)
            inside.addWidget(_rule())
        inside.addWidget(self.feeling)
        inside.addWidget(_rule())
        for name, field in ((self.tr("Note"), self.note), (self.tr("Tags"), self.tags)):
            inside.addWidget(under_name(name, field))
        inside.addStretch(1)
        buttons = QHBoxLayout()
        buttons.setSpacing(12)
        buttons.addStretch(1)
        buttons.addWidget(self.leave_button)
        buttons.addWidget(self.save_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.margin_px - 4, 26, theme.margin_px - _BAR_ROOM_PX, 20)
        column.setSpacing(12)
        column.addWidget(paragraph("title", heading))
        column.addWidget(area, 1)
        column.addWidget(self._trouble)
        column.addLayout(buttons)


def _rule() -> QFrame:
    rule = QFrame()
    rule.setProperty("kind", "line")
    return rule
