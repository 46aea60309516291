"""Where things are: the sounds and scripts that relaxapp brings, and the folders of the person."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from relaxapp.errors import NotFoundError, SettingsError

if TYPE_CHECKING:
    from collections.abc import Mapping

DATA_DIR_VARIABLE = "RELAXAPP_DATA_DIR"
"""The environment variable that names the data folder."""

_PACKAGE = Path(__file__).resolve().parent


def audio_folder() -> Path:
    """The folder of the sounds that relaxapp brings.

    Raises:
        NotFoundError: the installation is not complete.
    """
    return _brought("audio")


def scripts_folder() -> Path:
    """The folder of the step scripts that relaxapp brings.

    Raises:
        NotFoundError: the installation is not complete.
    """
    return _brought("scripts")


def _brought(name: str, package: Path = _PACKAGE) -> Path:
    bundled = package / "_bundled" / name
    if bundled.is_dir():
        return bundled
    # The build puts both folders into the package; in a checkout they sit beside it. Beside an
    # installed package a folder of that name would be somebody else's.
    checkout = package.parent / name
    if checkout.is_dir() and (package.parent / "pyproject.toml").is_file():
        return checkout
    raise NotFoundError(
        f"The folder {name!r} that belongs to relaxapp is not in {package}. "
        "Install relaxapp again to get it back."
    )


@dataclass(frozen=True, slots=True)
class Folders:
    """The folders of the person who uses relaxapp; none is made before `create`.

    Attributes:
        data: everything worth keeping.
        cache: what can be made again, such as spoken sentences.
    """

    data: Path
    cache: Path

    @property
    def settings_file(self) -> Path:
        """The file with what the person chose."""
        return self.data / "settings.json"

    @property
    def journal(self) -> Path:
        """The folder of the journal and its copies."""
        return self.data / "journal"

    @property
    def scripts(self) -> Path:
        """The folder of the person's own scripts, and the recordings beside them."""
        return self.data / "scripts"

    @property
    def sounds(self) -> Path:
        """The folder of sounds that the person added."""
        return self.data / "sounds"

    @property
    def voices(self) -> Path:
        """The folder of voices that the person added."""
        return self.data / "voices"

    def create(self) -> None:
        """Makes the folders that are missing, readable for nobody else.

        Raises:
            SettingsError: a folder cannot be made.
        """
        for folder in (self.data, self.cache, self.journal, self.scripts, self.sounds, self.voices):
            try:
                folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            except OSError as error:
                raise SettingsError(
                    f"The folder {folder} cannot be made ({error.strerror or error}). Choose "
                    f"another place with --data-dir or the variable {DATA_DIR_VARIABLE}."
                ) from error


def folders(data_dir: Path | None, environ: Mapping[str, str]) -> Folders:
    """The person's folders.

    Args:
        data_dir: the data folder if one was asked for; else `RELAXAPP_DATA_DIR` in `environ` names
            it, else the system's convention does.
        environ: the environment variables.
    """
    named = environ.get(DATA_DIR_VARIABLE, "")
    if data_dir is None and named:
        data_dir = Path(named)
    if data_dir is not None:
        data = data_dir.expanduser().absolute()
        return Folders(data=data, cache=data / "cache")
    # Whoever names a folder need not wait for this import.
    from platformdirs import user_cache_path, user_data_path  # noqa: PLC0415

    return Folders(
        data=user_data_path("relaxapp", appauthor=False),
        cache=user_cache_path("relaxapp", appauthor=False),
    )
