"""The picture on exported recordings: an orb in the evening, painted with numbers alone.

`python -m relaxapp.sound.cover FILE` paints it anew.
"""

from __future__ import annotations

import struct
import sys
import zlib
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

SIDE_PX = 480
"""Large enough for a player's screen, small enough for every file."""
FILE_NAME = "cover.png"
"""What it is called among the shipped sounds."""

_GROUND_TOP = (13, 20, 34)
_GROUND_BOTTOM = (38, 72, 72)
_ORB = (143, 211, 193)
_ORB_RADIUS = 0.24
_RING_RADIUS = 0.33
_RING_WIDTH = 0.006
_EDGE = 2 / SIDE_PX


def cover_in(audio: Path) -> bytes:
    """The picture among the shipped sounds, a PNG file; nothing where it was taken away."""
    try:
        return (audio / FILE_NAME).read_bytes()
    except OSError:
        return b""


def paint() -> bytes:
    """The picture as a PNG file, the same every time."""
    across, down = np.meshgrid(*[(np.arange(SIDE_PX) + 0.5) / SIDE_PX] * 2)
    picture = _between(_GROUND_TOP, _GROUND_BOTTOM, down[..., None])
    away = np.hypot(across - 0.5, down - 0.5)[..., None]
    glow = 0.35 * np.exp(-((np.maximum(away - _ORB_RADIUS, 0) / 0.09) ** 2))
    ring = 0.45 * np.clip(1 - (np.abs(away - _RING_RADIUS) - _RING_WIDTH) / _EDGE, 0, 1)
    orb = np.clip((_ORB_RADIUS - away) / _EDGE + 0.5, 0, 1)
    # Lit from above, as by the last of the day.
    light = 1.06 - 0.42 * np.clip((down - 0.5) / _ORB_RADIUS / 2 + 0.5, 0, 1)[..., None]
    for cover, colour in ((glow, _ORB), (ring, _ORB), (orb, np.asarray(_ORB) * light)):
        picture = picture + (colour - picture) * cover
    return _png(np.clip(np.rint(picture), 0, 255).astype(np.uint8))


def _between(
    top: tuple[int, int, int], bottom: tuple[int, int, int], share: NDArray[np.float64]
) -> NDArray[np.float64]:
    first, last = np.asarray(top, np.float64), np.asarray(bottom, np.float64)
    return first + (last - first) * share


def _png(pixels: NDArray[np.uint8]) -> bytes:
    """Pixels, shape (height, width, 3), as a PNG file."""
    height, width, _ = pixels.shape
    # Each line is stored as its difference from the one above (filter 2): slow changes pack well.
    lines = np.diff(pixels.astype(np.int16), axis=0, prepend=0).astype(np.uint8)
    raw = b"".join(b"\x02" + line.tobytes() for line in lines)
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(raw, 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in chunks
    )


if __name__ == "__main__":
    Path(sys.argv[1]).write_bytes(paint())
