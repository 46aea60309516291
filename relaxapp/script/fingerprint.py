"""What names one version of a script."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def fingerprint(lines: Sequence[str]) -> str:
    """SHA-256 (hex) of the lines; the same on every system, whatever its line ends."""
    return sha256("\n".join(lines).encode("utf-8")).hexdigest()
