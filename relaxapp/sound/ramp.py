"""A number that moves to another over some frames, so that a change cannot be heard as a click."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from relaxapp.sound.envelope import Gain


class Ramp:
    """A number on its way to a target, a little every frame."""

    def __init__(self, value: float) -> None:
        """Begin at `value` and stay there."""
        self._value = value
        self._target = value
        self._left = 0

    @property
    def value(self) -> float:
        """Where it is now."""
        return self._value

    @property
    def target(self) -> float:
        """Where it is going."""
        return self._target

    @property
    def left(self) -> int:
        """Frames until it is there."""
        return self._left

    def copy(self) -> Ramp:
        """Another ramp at the same point of the same way."""
        other = Ramp(self._value)
        other.toward(self._target, self._left)
        return other

    def toward(self, target: float, frames: int) -> None:
        """Set out for a target, to be reached after so many frames."""
        self._target = target
        self._left = frames if target != self._value else 0
        if not self._left:
            self._value = target

    def take(self, count: int) -> Gain:
        """Go on by `count` frames and return the way: one number where it stood still."""
        if not self._left:
            return np.float32(self._value)
        step = (self._target - self._value) / self._left
        moved = min(count, self._left)
        way = np.full((count, 1), self._target, np.float32)
        way[:moved, 0] = self._value + step * np.arange(1, moved + 1)
        self.skip(count)
        return way

    def skip(self, count: int) -> None:
        """Go on by `count` frames."""
        if count >= self._left:
            self._value, self._left = self._target, 0
        else:
            self._value += (self._target - self._value) / self._left * count
            self._left -= count
