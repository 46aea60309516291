"""`relaxapp shots DIR`: a picture of every page and state."""

from __future__ import annotations

import os
import shutil
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar, cast

from relaxapp.errors import NotFoundError, RelaxError

if TYPE_CHECKING:
    import argparse

    from PySide6.QtWidgets import QApplication, QWidget

    from relaxapp.assets import Folders
    from relaxapp.ui.shots.looks import Look
    from relaxapp.ui.shots.poses import Pose


_TURNS = 5


class _Named(Protocol):
    @property
    def name(self) -> str: ...


_Each = TypeVar("_Each", bound=_Named)


def run(options: argparse.Namespace, _folders: Folders) -> int:
    """Pose the window for every picture and write it, without a screen; nobody's own data is touched.

    Raises:
        NotFoundError: there is no such pose, or no such look.
        RelaxError: a picture cannot be written.
    """
    # Nobody is to be shown anything, and the pictures are the same everywhere.
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - Qt is loaded for the window only

    from relaxapp.ui.shots.looks import LOOKS  # noqa: PLC0415
    from relaxapp.ui.shots.poses import POSES  # noqa: PLC0415
    from relaxapp.ui.theme import DRAWN_BY  # noqa: PLC0415

    looks = _named(LOOKS, options.look)
    poses = _named(POSES, options.pose)
    made = QApplication.instance() or QApplication(["relaxapp", *DRAWN_BY])
    application = cast("QApplication", made)
    directory: Path = options.directory
    with tempfile.TemporaryDirectory() as name:
        practised = Path(name) / "practised"
        _practise(practised)
        for look in looks:
            for pose in poses:
                path = directory / f"{pose.name}-{look.name}.png"
                data = Path(name) / path.stem
                if pose.is_practised:
                    shutil.copytree(practised, data)
                _take(application, pose, look, data, path)
                print(path)
    return 0


def _practise(data: Path) -> None:
    """Makes up some months of practice in a data folder."""
    from relaxapp.assets import Folders  # noqa: PLC0415 - with the window only
    from relaxapp.journal.opening import open_journal  # noqa: PLC0415
    from relaxapp.ui.shots.hands import Hands  # noqa: PLC0415
    from relaxapp.ui.shots.sample import practise  # noqa: PLC0415

    ours, hands = Folders(data=data, cache=data / "cache"), Hands()
    ours.create()
    with open_journal(ours.journal, hands.clock.now) as journal:
        practise(journal, hands)


def _named(all_: tuple[_Each, ...], names: list[str]) -> tuple[_Each, ...]:
    by_name = {each.name: each for each in all_}
    for name in names:
        if name not in by_name:
            raise NotFoundError(f"There is no '{name}'. There are: {', '.join(by_name)}.")
    return tuple(by_name[name] for name in names) or all_


def _take(application: QApplication, pose: Pose, look: Look, data: Path, path: Path) -> None:
    from PySide6.QtCore import QEvent  # noqa: PLC0415 - Qt, as above

    from relaxapp.app import build  # noqa: PLC0415
    from relaxapp.assets import Folders  # noqa: PLC0415
    from relaxapp.journal.opening import open_journal  # noqa: PLC0415
    from relaxapp.settings import SettingsFile  # noqa: PLC0415
    from relaxapp.ui.shots.hands import Hands  # noqa: PLC0415

    ours, hands = Folders(data=data, cache=data / "cache"), Hands()
    ours.create()
    SettingsFile(ours.settings_file).save(
        replace(
            pose.settings, theme=look.theme, contrast=look.contrast, text_percent=look.text_percent
        )
    )
    with open_journal(ours.journal, hands.clock.now) as journal:
        window = build(application, ours, lambda: journal, hands.clock)
        window.resize(look.size)
        window.show()
        window.fill()
        posed = pose.take(window, hands)
        _settle(application, window)
        picture = posed.grab()
        window.close()
        window.deleteLater()
        application.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise RelaxError(f"The folder {path.parent} cannot be made ({error.strerror}).") from error
    if not picture.save(str(path)):
        raise RelaxError(f"The picture {path} cannot be written. Check that you may write there.")


def _settle(application: QApplication, window: QWidget) -> None:
    """Lets the window do what it has put off, and ends what fades in or out."""
    from PySide6.QtCore import QAbstractAnimation, QThreadPool  # noqa: PLC0415 - Qt, as above

    for _ in range(_TURNS):
        application.processEvents()
        for pool in window.findChildren(QThreadPool):
            pool.waitForDone()
        for fading in window.findChildren(QAbstractAnimation):
            fading.setCurrentTime(fading.totalDuration())
