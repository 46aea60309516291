"""What a second start asks the first one for, and how it is put into bytes."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TypeGuard

MOST_BYTES = 32 * 1024
"""The longest message: a path of 4096 bytes, each written in six characters, and room to spare."""
END = b"\n"
"""What a message ends with."""
TAKEN = b"taken\n"
"""What a message is answered with."""

_MOST_CHARACTERS = 4096


@dataclass(frozen=True, slots=True)
class Request:
    """A second start.

    Attributes:
        file_or_id: the absolute path of a file, or the id of a script; empty for the window alone.
        activation_token: what the desktop gave the second start so that a window may come to the
            front (`XDG_ACTIVATION_TOKEN`); empty where desktops have none.
    """

    file_or_id: str = ""
    activation_token: str = ""

    def to_bytes(self) -> bytes:
        """The request as it is sent."""
        return json.dumps(asdict(self)).encode("ascii") + END

    @classmethod
    def from_bytes(cls, message: bytes) -> Request | None:
        """The request in a message that came from anybody; None if it is none."""
        if len(message) > MOST_BYTES:
            return None
        try:
            values = json.loads(message)
        # RecursionError: brackets nested without end.
        except (ValueError, RecursionError):
            return None
        if not isinstance(values, dict) or values.keys() != {"file_or_id", "activation_token"}:
            return None
        words, token = values["file_or_id"], values["activation_token"]
        if not (_is_text(words) and _is_text(token) and token.isascii()):
            return None
        return cls(words, token)


def asked_for(file_or_id: str) -> str:
    """What the person named, made independent of the folder they are in.

    Args:
        file_or_id: the path of a file, or the id of a script.
    """
    separators = [os.sep, os.altsep] if os.altsep else [os.sep]
    try:
        is_path = any(each in file_or_id for each in separators) or Path(file_or_id).is_file()
        return str(Path(file_or_id).absolute()) if is_path else file_or_id
    except (OSError, ValueError):
        return file_or_id  # no file can have that name


def _is_text(value: object) -> TypeGuard[str]:
    # A path may hold any character but this one, and so may the environment, where tokens live.
    return isinstance(value, str) and len(value) <= _MOST_CHARACTERS and "\0" not in value
