"""The parts put together for the window."""

from __future__ import annotations

import os
import sys
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from relaxapp.assets import audio_folder, scripts_folder
from relaxapp.errors import RelaxError
from relaxapp.script.library import Library
from relaxapp.session.clock import Clock
from relaxapp.settings import SettingsFile
from relaxapp.ui.display import require_display

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QApplication

    from relaxapp.assets import Folders
    from relaxapp.journal.journal import Journal
    from relaxapp.session.studio import Studio
    from relaxapp.settings import Settings
    from relaxapp.ui.desktop.instance import Instance
    from relaxapp.ui.window import MainWindow


def run(file_or_id: str | None, folders: Folders) -> int:
    """Open the window, with a script if one is named, and return when it is closed.

    Where a window is open on the same folders already, it is asked to show what was named instead.

    Args:
        file_or_id: a script to show at once; None for the sessions page.
        folders: the person's folders, made if they are missing.

    Raises:
        DisplayError: there is no screen.
        RelaxError: something the window cannot do without is missing or damaged.
    """
    require_display(os.environ)
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - Qt ends the process without a screen

    from relaxapp.ui.theme import DRAWN_BY  # noqa: PLC0415 - as above

    application = QApplication([*sys.argv[:1], *DRAWN_BY])
    application.setApplicationName("relaxapp")
    application.setDesktopFileName("relaxapp")
    clock = Clock()
    try:
        folders.create()
        instance = _instance(folders, application)
        if not instance.claim() and instance.hand_over(file_or_id or ""):
            return 0
        troubles: list[RelaxError] = []
        with ExitStack() as opened:
            window = build(
                application,
                folders,
                # Called when the window has been painted.
                lambda: opened.enter_context(
                    _journal(folders, clock, window.choices.settings.backup_folder)
                ),
                clock,
            )
            if file_or_id is not None:
                window.open_named(file_or_id)
            instance.asked.connect(window.answer)
            window.filled.connect(instance.listen)
            window.unusable.connect(troubles.append)
            window.unusable.connect(window.close)
            window.filled.connect(lambda: _close_when_interrupted(window))
            window.show()
            status: int = application.exec()
        if not troubles or _is_left_alone(troubles[0]):
            return status
        raise troubles[0]
    except RelaxError as error:
        from relaxapp.ui.recovery import show_trouble  # noqa: PLC0415 - Qt, as above

        show_trouble(str(error))
        raise


def build(
    application: QApplication, folders: Folders, journal: Callable[[], Journal], clock: Clock
) -> MainWindow:
    """The window with everything in it, not yet shown.

    Args:
        application: Qt's application.
        folders: the person's folders.
        journal: opens the log, when the window has been painted.
        clock: where time comes from.

    Raises:
        RelaxError: something the window cannot do without is missing or damaged.
    """
    from relaxapp.ui.appearance import Appearance  # noqa: PLC0415 - Qt, as above
    from relaxapp.ui.choices import Choices  # noqa: PLC0415
    from relaxapp.ui.window import MainWindow  # noqa: PLC0415

    settings_file = SettingsFile(folders.settings_file)
    choices = Choices(settings_file.load(), settings_file, application)
    return MainWindow(
        library=Library((folders.scripts, scripts_folder())),
        open_journal=journal,
        choices=choices,
        appearance=Appearance(application, choices, application),
        open_studio=lambda chosen: _studio(folders, chosen),
        clock=clock,
    )


def _instance(folders: Folders, application: QApplication) -> Instance:
    from relaxapp.ui.desktop.instance import Instance  # noqa: PLC0415 - Qt, as above

    return Instance(folders.data, application)


def _close_when_interrupted(window: MainWindow) -> None:
    from relaxapp.ui.interruption import Interruption  # noqa: PLC0415 - Qt, as above

    Interruption(window.close, window)


def _studio(folders: Folders, chosen: Callable[[], Settings]) -> Studio:
    from relaxapp.session.studio import Studio  # noqa: PLC0415 - sound is loaded when it is needed

    return Studio(
        audio=audio_folder(),
        cache=folders.cache,
        settings=chosen,
        voices=folders.voices,
        sounds=folders.sounds,
    )


def _journal(folders: Folders, clock: Clock, backup_folder: str = "") -> Journal:
    """The log, made good from a copy if it is damaged and the person wants it to be.

    Args:
        folders: the person's folders.
        clock: where time comes from.
        backup_folder: where the daily copies go; empty for the journal's folder.

    Raises:
        DamagedJournal: it is damaged, and the person wants it left alone.
        JournalError: it cannot be opened.
    """
    from relaxapp.journal.backup import backups_folder  # noqa: PLC0415 - start-up
    from relaxapp.journal.damage import DamagedJournal, recover  # noqa: PLC0415
    from relaxapp.journal.opening import open_journal  # noqa: PLC0415

    chosen = Path(backup_folder) if backup_folder else None
    try:
        return open_journal(folders.journal, clock.now, backup_folder=chosen)
    except DamagedJournal as error:
        from relaxapp.ui.recovery import RecoveryDialog  # noqa: PLC0415 - Qt, as above

        copies = (*filter(None, (chosen,)), backups_folder(folders.journal))
        recovery = RecoveryDialog.asks(error, copies, clock.now())
        if recovery is None:
            raise
        recover(folders.journal, recovery.backup, clock.now())
        return open_journal(folders.journal, clock.now, backup_folder=chosen)


def _is_left_alone(trouble: RelaxError) -> bool:
    """Whether a damaged log is why the window closed: then the person was asked, and has decided."""
    from relaxapp.journal.damage import DamagedJournal  # noqa: PLC0415 - start-up

    return isinstance(trouble, DamagedJournal)
