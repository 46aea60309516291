"""What relaxapp can do that is not seen at once."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def abilities() -> tuple[tuple[str, str], ...]:
    """Headings, and a sentence or two each."""
    return (
        (
            _tr("Quick help"),
            _tr(
                "In a bad moment one key begins a short session at once, without a question. Which "
                "one it is, is chosen in the settings under Sessions."
            ),
        ),
        (
            _tr("Ways through the sessions"),
            _tr(
                "Where to begin, and how to go on: a first week, a course from sixteen muscle groups "
                "to one minute in the day, and short ways for places, evenings and work. They follow "
                "your log and are only offers; the button is below the proposal on the sessions page."
            ),
        ),
        (
            _tr("Made to fit your time"),
            _tr(
                "Every session can be made shorter or longer on its page; it ends on a whole step "
                "and a whole breath all the same. “A bit longer” does so in the middle of it."
            ),
        ),
        (
            _tr("Made to fit your body"),
            _tr(
                "Parts that hurt are left out or only imagined, and breath holds are breathed on: "
                "in the settings under Your body, or on the page of a session."
            ),
        ),
        (
            _tr("By ear or by eye"),
            _tr(
                "Every cue is heard and seen. With eyes closed the voice and the sounds lead; with "
                "the sound off, captions and pictures do."
            ),
        ),
        (
            _tr("A small window"),
            _tr(
                "While a session runs, C makes the window small, to stay in a corner beside your "
                "work, and brings it back."
            ),
        ),
        (
            _tr("Save as audio"),
            _tr("A session becomes a sound file for a phone or a player, from its page."),
        ),
        (
            _tr("Your own sounds"),
            _tr(
                "A memo, your own voice or music can be the background of sessions: in the settings "
                "under Sound."
            ),
        ),
        (
            _tr("Your own sessions"),
            _tr(
                "A session is a plain text that you can write and read yourself. Open it, or drop "
                "the file on the window; mistakes are explained line by line."
            ),
        ),
        (
            _tr("From the command line"),
            _tr(
                "“relaxapp play” leads a session in a terminal, “relaxapp export” writes it to a "
                "file, “relaxapp check” reads a script of yours for mistakes, and “relaxapp --help” "
                "tells the rest."
            ),
        ),
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("Abilities", text)
