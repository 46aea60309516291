"""The sounds that a person has added: made fit for a session once, and kept in one folder."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from relaxapp.errors import NotFoundError, SoundError, UsageError
from relaxapp.sound.encoding import FLAC, OPUS, write_sound
from relaxapp.sound.opening import open_source
from relaxapp.sound.preparation import finished, plan
from relaxapp.sound.whole_file import whole_file
from relaxapp.timeline.clip import frames, seconds

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from relaxapp.sound.samples import Pcm

LOSSLESS_SECONDS = 600
"""Up to this long a sound is kept as FLAC, which loses nothing; a longer one as Opus, in a fifth of the room."""

_ENDINGS = (".flac", ".opus")
_NAME = re.compile(r"\w[\w '-]{0,59}")
_OTHER_SIGNS = re.compile(r"[^\w '-]+")


@dataclass(frozen=True, slots=True)
class OwnSound:
    """A sound that a person has added.

    Attributes:
        name: what it goes by, its file's name without the ending.
        path: the file.
        seconds: how long it is; 0 if the file cannot be read.
    """

    name: str
    path: Path
    seconds: float


class Collection:
    """A folder of sounds. What was removed last stays in `removed` beneath it and can come back."""

    def __init__(self, folder: Path) -> None:
        """Use a folder, which is made when the first sound is added."""
        self._folder = folder
        self._removed = folder / "removed"

    def sounds(self) -> tuple[OwnSound, ...]:
        """Every sound, by name."""
        found = (OwnSound(path.stem, path, _seconds(path)) for path in _sound_files(self._folder))
        return tuple(sorted(found, key=lambda sound: sound.name.casefold()))

    def add(
        self,
        file: Path,
        name: str = "",
        progress: Callable[[int, int], None] = lambda _done, _total: None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> OwnSound:
        """Cut silence off a recording's ends, make it as loud as the voice, fade it, and keep it.

        Args:
            file: the recording, any kind that can be read here.
            name: what it shall go by; empty for its file's name.
            progress: told how many of how many frames are done; it is gone through twice.
            cancelled: asked now and then whether to give up.

        Raises:
            UsageError: the name cannot be used, or is taken.
            SoundError: the recording cannot be used, or not be kept.
            CancelledError: it was called off; nothing is kept.
        """
        name = name_for(file, name)
        if any(path.stem.casefold() == name.casefold() for path in _sound_files(self._folder)):
            raise UsageError(f"There is a sound “{name}” already. Give this one another name.")
        source = open_source(file)
        wanted = plan(
            source,
            cancelled,
            lambda heard: progress(heard, 2 * max(heard, source.frames)),
        )
        encoding, ending = (
            (FLAC, ".flac") if wanted.length <= frames(LOSSLESS_SECONDS) else (OPUS, ".opus")
        )
        path = self._folder / f"{name}{ending}"

        def pieces() -> Iterator[Pcm]:
            done = wanted.length
            for piece in finished(source, wanted, cancelled):
                yield piece
                done += len(piece)
                progress(done, 2 * wanted.length)

        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            with whole_file(path, mode=0o600) as part:
                write_sound(part, encoding, pieces(), source.channels)
        except OSError as error:
            raise SoundError(
                f"The recording “{source.name}” could not be kept in {self._folder}: "
                f"{error.strerror or error}. Make room, or choose another folder with --data-dir; "
                "nothing half done was left behind."
            ) from error
        return OwnSound(name, path, seconds(wanted.length))

    def remove(self, name: str) -> OwnSound:
        """Take a sound away; until the next one is removed, `bring_back` undoes it.

        Raises:
            NotFoundError: there is none of that name.
            SoundError: it cannot be moved.
        """
        sound = self._find(name)
        try:
            for earlier in _sound_files(self._removed):
                earlier.unlink()
            self._removed.mkdir(mode=0o700, exist_ok=True)
            sound.path.replace(self._removed / sound.path.name)
        except OSError as error:
            raise SoundError(
                f"The sound “{name}” could not be removed from {self._folder}: "
                f"{error.strerror or error}. Check that you may write to that folder."
            ) from error
        return sound

    def bring_back(self, sound: OwnSound) -> None:
        """Undo the last `remove`.

        Raises:
            SoundError: another sound has its name by now, or its file is gone.
        """
        try:
            if sound.path.exists():
                raise SoundError(
                    f"The sound “{sound.name}” cannot come back: there is another one of that name."
                )
            (self._removed / sound.path.name).replace(sound.path)
        except OSError as error:
            raise SoundError(
                f"The sound “{sound.name}” cannot come back ({error.strerror or error}). "
                "Add its recording again."
            ) from error

    def _find(self, name: str) -> OwnSound:
        sounds = self.sounds()
        for sound in sounds:
            if sound.name.casefold() == name.casefold():
                return sound
        names = ", ".join(f"“{sound.name}”" for sound in sounds)
        there = f"There are: {names}." if names else "There is none yet: add one."
        raise NotFoundError(f"There is no sound “{name}” of yours. {there}")


def name_for(file: Path, wish: str = "") -> str:
    """What a sound will go by: the wish, or what of the file's name can be used.

    Raises:
        UsageError: the wish has signs that a name cannot have, or is too long.
    """
    if not wish:
        usable = _OTHER_SIGNS.sub(" ", file.stem).strip(" '-")[:60].strip(" '-")
        return usable or "recording"
    if _NAME.fullmatch(wish) is None or wish != wish.strip():
        raise UsageError(
            f"A sound cannot be called “{wish}”. Take up to 60 letters, digits, spaces, hyphens "
            "and underscores, and begin with a letter or a digit."
        )
    return wish


def _sound_files(folder: Path) -> list[Path]:
    return [path for ending in _ENDINGS for path in folder.glob(f"*{ending}") if path.is_file()]


def _seconds(path: Path) -> float:
    import soundfile  # noqa: PLC0415 - only whoever lists sounds pays for it

    try:
        info = soundfile.info(path)
    except (soundfile.SoundFileError, OSError):
        return 0.0
    return float(info.frames / info.samplerate)
