"""Everything a key can do: one table, from which shortcuts and the help are built."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QKeySequence

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QWidget


class Place(StrEnum):
    """Where a key does what the table says."""

    ANYWHERE = "anywhere"
    SESSIONS = "sessions"
    SHEET = "sheet"
    CHECKIN = "checkin"
    SESSION = "session"
    HISTORY = "history"
    SETTINGS = "settings"
    WAYS = "ways"
    FIRST_RUN = "first-run"


@dataclass(frozen=True, slots=True)
class Action:
    """One thing a key does.

    Attributes:
        id: what it goes by in the program.
        text: what it does, in a few words.
        keys: the keys that do it, in Qt's portable notation (`Ctrl+O`); the first one is shown first.
        place: where they do it.
        in_page: whether the page itself listens for the keys, because they mean something else
            while a button or a text has the focus (Space presses a button, digits are typed).
    """

    id: str
    text: str
    keys: tuple[str, ...]
    place: Place
    in_page: bool = False


ACTIONS = (
    Action("quick-help", "Quick help: a session that begins at once", ("F2",), Place.ANYWHERE),
    Action("start-last", "The last session again", ("F5",), Place.ANYWHERE),
    Action("open", "Open a script file", ("Ctrl+O",), Place.ANYWHERE),
    Action("sessions", "Go to the sessions", ("Ctrl+1",), Place.ANYWHERE),
    Action("history", "Go to the history", ("Ctrl+2",), Place.ANYWHERE),
    Action("ways", "Go to the ways through the sessions", ("Ctrl+3",), Place.ANYWHERE),
    Action("settings", "Go to the settings", ("Ctrl+,",), Place.ANYWHERE),
    Action("full-screen", "Fill the screen, or no more", ("F11",), Place.ANYWHERE),
    Action("help", "This help", ("F1",), Place.ANYWHERE),
    Action("quit", "Close relaxapp", ("Ctrl+Q",), Place.ANYWHERE),
    Action("find-session", "Search the sessions", ("Ctrl+F",), Place.SESSIONS),
    Action(
        "move",
        "Move among the cards",
        ("Left", "Right", "Up", "Down"),
        Place.SESSIONS,
        in_page=True,
    ),
    Action("choose", "Look at the session", ("Enter", "Space"), Place.SESSIONS, in_page=True),
    Action(
        "start-at-once",
        "Start the session at once, as long as last time",
        ("Ctrl+Return", "Ctrl+Enter"),
        Place.SESSIONS,
        in_page=True,
    ),
    Action(
        "favourite",
        "Make the session a favourite, or not any more",
        ("Ctrl+D",),
        Place.SESSIONS,
        in_page=True,
    ),
    Action("empty-search", "Empty the search", ("Esc",), Place.SESSIONS, in_page=True),
    Action("leave-ways", "Back to where you came from", ("Esc",), Place.WAYS),
    Action("minutes", "Fewer or more minutes", ("Left", "Right"), Place.SHEET, in_page=True),
    Action("start", "Start", ("Ctrl+Return", "Ctrl+Enter"), Place.SHEET),
    Action("leave-sheet", "Back to the sessions", ("Esc",), Place.SHEET),
    Action(
        "number",
        "Say how tense you are; 1 then 0 for ten",
        tuple("0123456789"),
        Place.CHECKIN,
        in_page=True,
    ),
    Action("go-on", "Go on, with an answer or without", ("Enter",), Place.CHECKIN, in_page=True),
    Action("leave", "Back, before the session has begun", ("Esc",), Place.CHECKIN, in_page=True),
    Action("pause", "Pause, and go on", ("Space",), Place.SESSION, in_page=True),
    Action("next", "Next step", ("Right",), Place.SESSION, in_page=True),
    Action(
        "back",
        "Back to the start of the step, or the one before",
        ("Left",),
        Place.SESSION,
        in_page=True,
    ),
    Action("repeat", "Repeat the step", ("R",), Place.SESSION, in_page=True),
    Action("longer", "A bit longer", ("L",), Place.SESSION, in_page=True),
    Action(
        "skip-group",
        "Skip the muscle group, and leave that area out from now on",
        ("S",),
        Place.SESSION,
        in_page=True,
    ),
    Action(
        "worse", "I feel worse: leave at once, and be helped", ("W",), Place.SESSION, in_page=True
    ),
    Action("mute", "Silence, and sound again", ("M",), Place.SESSION, in_page=True),
    Action("times", "Hide the time that is left, or show it", ("T",), Place.SESSION, in_page=True),
    Action("compact", "A small window, and back to full size", ("C",), Place.SESSION, in_page=True),
    Action("fill-screen", "Fill the screen, or no more", ("F",), Place.SESSION, in_page=True),
    Action("end", "End the session", ("Esc",), Place.SESSION, in_page=True),
    Action("find-entry", "Search the history", ("Ctrl+F",), Place.HISTORY),
    Action("clear-entry-search", "Show all sessions of the history again", ("Esc",), Place.HISTORY),
    Action(
        "add-entry",
        "Add a session that you practised without relaxapp",
        ("Ctrl+N",),
        Place.HISTORY,
    ),
    Action("edit-entry", "Edit the chosen session", ("F4", "Enter"), Place.HISTORY, in_page=True),
    Action("delete", "Delete the chosen session", ("Del",), Place.HISTORY, in_page=True),
    Action(
        "undo-entry",
        "Bring a deleted session back, or take back what was edited or added last",
        ("Ctrl+Z",),
        Place.HISTORY,
        in_page=True,
    ),
    Action("find-setting", "Search the settings", ("Ctrl+F",), Place.SETTINGS),
    Action("clear-setting-search", "Show all settings again", ("Esc",), Place.SETTINGS),
    Action("skip-first-run", "Leave the first pages", ("Esc",), Place.FIRST_RUN),
)
"""What keys do, by place, in the order the help shows them."""


def action(action_id: str) -> Action:
    """The action that goes by an id.

    Raises:
        KeyError: there is none.
    """
    for each in ACTIONS:
        if each.id == action_id:
            return each
    raise KeyError(action_id)


def wording(each: Action) -> str:
    """What an action does, in the language of the window."""
    return QCoreApplication.translate("Actions", each.text)


def shown_keys(each: Action) -> tuple[str, ...]:
    """An action's keys, as they are called on this computer."""
    native = QKeySequence.SequenceFormat.NativeText
    # The Enter of the letters and that of the numbers are one key to people.
    shown = (QKeySequence(keys).toString(native).replace("Return", "Enter") for keys in each.keys)
    return tuple(dict.fromkeys(shown))


def connect(widget: QWidget, slots: Mapping[str, Callable[[], None]]) -> None:
    """Lets keys act while the focus is in `widget`, or anywhere in the window it is.

    Args:
        widget: the page, or the window itself.
        slots: what to call, by the action's id.

    Raises:
        KeyError: the table does not know an id, or its page listens for it by itself.
    """
    for action_id, slot in slots.items():
        each = action(action_id)
        if each.in_page:
            raise KeyError(action_id)
        qt_action = QAction(wording(each), widget)
        qt_action.setObjectName(action_id)
        qt_action.setShortcuts([QKeySequence(keys) for keys in each.keys])
        qt_action.setShortcutContext(
            Qt.ShortcutContext.WindowShortcut
            if each.place is Place.ANYWHERE
            else Qt.ShortcutContext.WidgetWithChildrenShortcut
        )
        # A bound method is called without Qt's `checked`.
        qt_action.triggered.connect(lambda _checked=False, slot=slot: slot())
        widget.addAction(qt_action)
