"""The question which file a session is to be saved as, and which recording is to be added."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog

from relaxapp.sound.encoding import ENCODINGS
from relaxapp.sound.export import ENDINGS, M4A
from relaxapp.sound.ffmpeg import find_ffmpeg

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_USUAL = ".mp3"
"""Every player plays it."""
_NOT_IN_NAMES = re.compile(r'[\x00-\x1f<>:"/\\|?*]+')


def ask_for_audio_file(parent: QWidget, title: str) -> Path | None:
    """Asks what to save a session as; None if the person does not want to.

    Args:
        parent: what the question is asked over.
        title: the session's, proposed as the file's name.
    """
    filters = {
        f"{name} (*{ending})": ending
        for ending, name in sorted(_kinds().items(), key=lambda kind: kind[0] != _USUAL)
    }
    name, chosen = QFileDialog.getSaveFileName(
        parent,
        QCoreApplication.translate("AudioFile", "Save as audio"),
        f"{_NOT_IN_NAMES.sub(' ', title).strip()}{_USUAL}",
        ";;".join(filters),
    )
    return with_ending(Path(name), filters.get(chosen, _USUAL)) if name else None


def ask_for_recording(parent: QWidget) -> Path | None:
    """Asks for a recording to add; None if the person wants none."""
    name, _ = QFileDialog.getOpenFileName(
        parent,
        QCoreApplication.translate("AudioFile", "Add a recording"),
        "",
        QCoreApplication.translate("AudioFile", "Recordings")
        + " (*.m4a *.mp3 *.wav *.flac *.ogg *.oga *.opus *.aac *.aif *.aiff *.wma *.webm *.3gp *.amr)"
        + ";;"
        + QCoreApplication.translate("AudioFile", "All files (*)"),
    )
    return Path(name) if name else None


def with_ending(path: Path, ending: str) -> Path:
    """A path as it is if its ending says what to write; else with an ending added."""
    return path if path.suffix.lower() in ENDINGS else path.with_name(path.name + ending)


def _kinds() -> dict[str, str]:
    """What can be written here, by ending, as people call it."""
    kinds = {ending: encoding.name for ending, encoding in ENCODINGS.items()}
    return kinds | ({M4A: "M4A"} if find_ffmpeg() is not None else {})
