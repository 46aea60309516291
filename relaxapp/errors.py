"""The errors that are nobody's bug, each with a sentence for the person who meets it.

The tree:

    RelaxError
    ├── ScriptError      a step script that cannot be read as it stands (in `relaxapp.script`)
    ├── SoundError       a sound file or a voice that cannot be used
    │   └── DeviceError  no sound device, or one that went away
    ├── JournalError     the log cannot be opened, written or read
    ├── SettingsError    the choices cannot be kept
    ├── ExportError      a recording cannot be written
    ├── DisplayError     there is no screen to open the window on
    ├── UsageError       the program was asked in a way that makes no sense
    └── NotFoundError    nothing goes by that name
"""

from __future__ import annotations

import errno

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


class RelaxError(Exception):
    """Something outside the program went wrong; `str(error)` is the sentence to show.

    The sentence says what happened, where, and what to do about it. Any other exception that
    leaves a part of relaxapp is a bug.

    Attributes:
        exit_status: what the program ends with when the error ends it.
    """

    exit_status = 1


class SoundError(RelaxError):
    """A sound file or a voice cannot be used."""


class DeviceError(SoundError):
    """There is no sound device, or the one in use went away."""


class JournalError(RelaxError):
    """The log cannot be opened, written or read."""


class SettingsError(RelaxError):
    """What the person chose cannot be kept."""


class ExportError(RelaxError):
    """A recording cannot be written."""


class DisplayError(RelaxError):
    """There is no screen to open the window on."""

    exit_status = 2


class UsageError(RelaxError):
    """The program was asked in a way that makes no sense."""

    exit_status = 2


class NotFoundError(RelaxError):
    """Nothing goes by the name that was asked for."""


def is_disk_full(error: OSError) -> bool:
    """Whether a file could not be written for want of room."""
    return error.errno in _FULL


def advice(error: OSError) -> str:
    """Why a file could not be written where a person wanted it, and what to do; no full stop."""
    if is_disk_full(error):
        return "the disk is full. Make some room there, or choose another place"
    return f"{error.strerror or error}. Check that you may write there, or choose another place"
