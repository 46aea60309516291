"""A file fetched over the network because a person asked for it, and checked before it counts."""

from __future__ import annotations

import errno
import hashlib
import http.client
import re
import shutil
import urllib.error
import urllib.request
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING

from relaxapp import __version__
from relaxapp.errors import SoundError, is_disk_full
from relaxapp.sound.cancelled import CancelledError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


TIMEOUT_SECONDS = 10.0
"""A server that says nothing for so long is given up; calling off takes no longer either."""
PART = ".part"
"""What the name of a file ends with that has not come whole yet."""

_BLOCK_BYTES = 64 * 1024
_MEGABYTE = 1_000_000
_OK, _PARTIAL, _BEYOND_THE_END = 200, 206, 416


@dataclass(frozen=True, slots=True)
class Remote:
    """A file as it must be, whoever delivers it.

    Attributes:
        address: where it can be had.
        size: its length in bytes.
        sha256: its SHA-256, in hexadecimal digits.
    """

    address: str
    size: int
    sha256: str


class _WrongFileError(Exception):
    """What the server has cannot be the file that is wanted."""


def fetch(
    remote: Remote,
    target: Path,
    progress: Callable[[int], None] = lambda _bytes: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> None:
    """Bring a file here, once; what came before the connection was cut is not asked for again.

    It lies beside its place under a name that ends with `PART` until it is whole and checked.
    Whatever is in its place already stays: the same file is good, another one is an error.

    Args:
        remote: the file.
        target: where it belongs.
        progress: told how many of its bytes are here.
        cancelled: asked before every block whether to give up.

    Raises:
        SoundError: it cannot be had, is not what it should be, or cannot be written.
        CancelledError: it was called off; what had come of it is thrown away.
    """
    part = target.with_name(target.name + PART)
    try:
        if target.exists():
            _check_is_the_same(remote, target)
        else:
            target.parent.mkdir(parents=True, exist_ok=True)
            _Arrival(remote, part, progress, cancelled).complete()
            part.replace(target)
        progress(remote.size)
    except CancelledError:
        part.unlink(missing_ok=True)
        raise
    except OSError as error:
        if is_disk_full(error):
            raise SoundError(
                f"The disk is full: {target.name} needs {_megabytes(remote.size)} in {target.parent}. "
                "Make some room and ask for it again."
            ) from error
        raise SoundError(
            f"{target.name} cannot be kept in {target.parent} ({error.strerror or error}). Check "
            "that you may write to that folder."
        ) from error


def _check_is_the_same(remote: Remote, target: Path) -> None:
    if target.stat().st_size != remote.size or _sha256(target) != remote.sha256:
        raise SoundError(
            f"In {target.parent} is another file with the name {target.name}. Move it away, then "
            "ask again."
        )


class _Arrival:
    """A file on its way: what has come of it, and what is still to come."""

    def __init__(
        self,
        remote: Remote,
        part: Path,
        progress: Callable[[int], None],
        cancelled: Callable[[], bool],
    ) -> None:
        self._remote = remote
        self._part = part
        self._progress = progress
        self._cancelled = cancelled

    def complete(self) -> None:
        """Bring what is missing, and check the whole."""
        part, remote = self._part, self._remote
        here = part.stat().st_size if part.is_file() else 0
        if here > remote.size:
            part.unlink()
            here = 0
        if here < remote.size:
            if shutil.disk_usage(part.parent).free < remote.size - here:
                raise OSError(errno.ENOSPC, "no room")
            try:
                self._ask(here)
            except _WrongFileError as error:
                part.unlink(missing_ok=True)
                raise SoundError(_not_as_expected(remote, part)) from error
        if _sha256(part) != remote.sha256:
            part.unlink()
            raise SoundError(_not_as_expected(remote, part))

    def _ask(self, here: int) -> None:
        """Ask for the file from a byte on, and write what comes.

        Raises:
            _WrongFileError: it has another length than it must have.
            SoundError: the server cannot be reached, refuses, or stopped before the end.
            CancelledError: it was called off.
        """
        if self._cancelled():
            raise CancelledError
        name = self._part.name.removesuffix(PART)
        try:
            with _open(self._remote.address, here) as response:
                start = _start(response, self._remote, here)
                with self._part.open("r+b" if start else "wb") as file:
                    file.seek(start)
                    self._copy(response, file, start)
        except urllib.error.HTTPError as error:
            error.close()
            if error.code == _BEYOND_THE_END:
                raise _WrongFileError from error
            raise SoundError(
                f"The server does not give {name} ({error.code} {error.reason}). Try again later."
            ) from error
        except (
            urllib.error.URLError,
            TimeoutError,
            ConnectionError,
            http.client.HTTPException,
        ) as error:
            reason = error.reason if isinstance(error, urllib.error.URLError) else error
            raise SoundError(
                f"{name} did not come ({reason}). Check the network and ask again: it goes on where "
                "it stopped."
            ) from error

    def _copy(self, source: http.client.HTTPResponse, file: IO[bytes], here: int) -> None:
        self._progress(here)
        while block := _block(source):
            here += len(block)
            if here > self._remote.size:
                raise _WrongFileError
            file.write(block)
            self._progress(here)
            if self._cancelled():
                raise CancelledError
        if here < self._remote.size:
            whole = _megabytes(self._remote.size)
            raise ConnectionError(f"the connection was cut at {_megabytes(here)} of {whole}")


def _open(address: str, here: int) -> http.client.HTTPResponse:
    headers = {"User-Agent": f"relaxapp/{__version__}", "Accept-Encoding": "identity"}
    if here:
        headers["Range"] = f"bytes={here}-"
    request = urllib.request.Request(address, headers=headers)  # noqa: S310 - a pinned address
    response: http.client.HTTPResponse = urllib.request.urlopen(  # noqa: S310 - as above
        request, timeout=TIMEOUT_SECONDS
    )
    return response


def _block(source: http.client.HTTPResponse) -> bytes:
    try:
        return source.read(_BLOCK_BYTES)
    except OSError as error:
        # Not to be taken for trouble with the disk.
        raise ConnectionError(str(error)) from error


def _start(response: http.client.HTTPResponse, remote: Remote, here: int) -> int:
    """The byte from which on the server sends: the one asked for, or the first.

    Raises:
        _WrongFileError: what it sends has another length.
    """
    if response.status == _PARTIAL:
        span = re.fullmatch(r"bytes (\d+)-\d+/(\d+)", response.headers.get("Content-Range", ""))
        if span is None or (int(span[1]), int(span[2])) != (here, remote.size):
            raise _WrongFileError
        return here
    length = response.headers.get("Content-Length")
    if response.status != _OK or (length is not None and length != str(remote.size)):
        raise _WrongFileError
    return 0


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _not_as_expected(remote: Remote, part: Path) -> str:
    return (
        f"What came from {remote.address} is not {part.name.removesuffix(PART)} as it was when it was checked, so "
        "nothing of it was kept. Try again later, or with a newer relaxapp."
    )


def _megabytes(count: int) -> str:
    return f"{count / _MEGABYTE:.1f} MB"
