"""What this computer goes by in a journal that several computers may share."""

from __future__ import annotations

import os
import platform
import re
from hashlib import blake2b
from pathlib import Path

_MACHINE_IDS = (Path("/etc/machine-id"), Path("/var/lib/dbus/machine-id"))
_UNFIT = re.compile(r"[^A-Za-z0-9]+")
_LONGEST = 32


def this_computer() -> str:
    """The computer's name and some letters that tell it, and its user, from others of that name.

    It is a part of file names, so it has letters, digits and hyphens alone.
    """
    name = platform.node().partition(".")[0]
    plain = _UNFIT.sub("-", name).strip("-")[:_LONGEST] or "computer"
    # Two people at one computer may share a folder, and may not write each other's files there.
    origin = f"{_machine_id(name)} {os.path.expanduser('~')}"  # noqa: PTH111 - does without a home too
    return f"{plain}-{blake2b(origin.encode(errors='replace'), digest_size=3).hexdigest()}"


def _machine_id(name: str) -> str:
    for path in _MACHINE_IDS:
        try:
            return path.read_text("ascii").strip()
        except (OSError, ValueError):
            continue
    from uuid import getnode  # noqa: PLC0415 - start-up; few systems have no file to ask

    return f"{name} {getnode()}" if not getnode() >> 40 & 1 else name
