"""Makes the sounds that the program ships: `python -m relaxapp.sound.synthesis audio/`.

Every sound is worked out from sines and noise with fixed seeds, so that each run hands the
encoder the same samples; nothing is recorded and nothing is anyone else's.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from relaxapp.sound.loudness import loudness
from relaxapp.sound.synthesis.shipped import SHIPPED, synthesise, write
from relaxapp.timeline.clip import FRAMES_PER_SECOND

if TYPE_CHECKING:
    from collections.abc import Sequence


def main(arguments: Sequence[str]) -> int:
    """Write every sound below the folder named, and a line of its loudness to the terminal."""
    if len(arguments) != 1:
        sys.stderr.write("Name the folder to write to: python -m relaxapp.sound.synthesis audio/\n")
        return 2
    for name in SHIPPED:
        samples = synthesise(name)
        write(name, samples, Path(arguments[0]))
        peak = 20 * np.log10(np.abs(samples).max())
        seconds = len(samples) / FRAMES_PER_SECOND
        sys.stdout.write(
            f"| `{name}` | {seconds:.1f} s | {loudness(samples):.1f} LUFS | {peak:.1f} dBFS |\n"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
