"""How loud a sound is, in LUFS (ITU-R BS.1770-4): weighted as ears hear, quiet stretches left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from relaxapp.timeline.clip import FRAMES_PER_SECOND

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from relaxapp.sound.samples import Block

_HOP = FRAMES_PER_SECOND // 10
_HOPS_IN_BLOCK = 4
_ABSOLUTE_GATE = -70.0
_RELATIVE_GATE = -10.0
_OFFSET = -0.691
"""Makes a full-scale sine at 997 Hz in one channel -3.01 LUFS."""

# The two filters of BS.1770-4, annex 1, tables 1 and 2, at 48 kHz: the head as a sphere, and the
# ear's weakness for low notes.
_HEAD = (
    (1.53512485958697, -2.69169618940638, 1.19839281085285),
    (1.0, -1.69065929318241, 0.73248077421585),
)
_LOW = ((1.0, -2.0, 1.0), (1.0, -1.99004745483398, 0.99007225036621))

_CONTEXT = FRAMES_PER_SECOND // 2
"""The filters have forgotten everything after this many frames."""


class LoudnessMeter:
    """Measures a sound that comes piece by piece, in memory that grows by 10 numbers a second."""

    def __init__(self) -> None:
        """Nothing has been measured."""
        self._before: Block | None = None
        self._rest: NDArray[np.float64] = np.zeros(0)
        self._energies: list[NDArray[np.float64]] = []

    def add(self, block: Block) -> None:
        """Measure the next piece at `FRAMES_PER_SECOND`, shape (frames,) or (frames, channels)."""
        block = block.reshape(-1, 1) if block.ndim == 1 else block
        before = self._before
        if before is None:
            before = np.zeros((_CONTEXT, block.shape[1]), np.float32)
        joined = np.concatenate([before, block])
        weighted = _weighted(joined)[len(before) :]
        self._before = joined[-_CONTEXT:]
        power = np.concatenate([self._rest, (weighted * weighted).sum(axis=1)])
        whole = len(power) // _HOP * _HOP
        self._energies.append(power[:whole].reshape(-1, _HOP).mean(axis=1))
        self._rest = power[whole:]

    def lufs(self) -> float:
        """The loudness of what came so far; minus infinity for silence.

        What is shorter than 0.4 s, the standard's shortest, is measured as one block.
        """
        hops = np.concatenate(self._energies) if self._energies else np.zeros(0)
        if len(hops) < _HOPS_IN_BLOCK:
            total = hops.sum() * _HOP + self._rest.sum()
            return _lufs(total / max(len(hops) * _HOP + len(self._rest), 1))
        energies = np.convolve(hops, np.full(_HOPS_IN_BLOCK, 1 / _HOPS_IN_BLOCK), "valid")
        energies = energies[energies > _energy(_ABSOLUTE_GATE)]
        if not len(energies):
            return -np.inf
        gate = _energy(_lufs(float(energies.mean())) + _RELATIVE_GATE)
        return _lufs(float(energies[energies > gate].mean()))


def loudness(samples: Block) -> float:
    """The loudness of a sound at `FRAMES_PER_SECOND`, in LUFS."""
    meter = LoudnessMeter()
    meter.add(samples)
    return meter.lufs()


def _weighted(samples: Block) -> NDArray[np.float64]:
    """The sound through both filters, done in the spectrum with silence behind it."""
    size = len(samples) + _CONTEXT
    spectrum = np.fft.rfft(samples, size, axis=0)
    turn = np.exp(-2j * np.pi * np.arange(len(spectrum)) / size)
    for above, below in (_HEAD, _LOW):
        response = np.polyval(above[::-1], turn) / np.polyval(below[::-1], turn)
        spectrum *= response[:, None]
    return np.fft.irfft(spectrum, size, axis=0)[: len(samples)]


def _lufs(energy: float) -> float:
    return _OFFSET + 10 * float(np.log10(energy)) if energy > 0 else -np.inf


def _energy(lufs: float) -> float:
    return float(10 ** ((lufs - _OFFSET) / 10))
