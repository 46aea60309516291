"""The process in which simpleaudio plays: it asks for sound by its clock, and writes it ahead of the ear.

simpleaudio knows neither a pause nor a volume, and plays whole buffers. But it reads a buffer only
as far as it plays it. So a long buffer is given to it empty and written a little ahead of where it
is being read: within it there is no seam. Before it ends the next one is begun, where no word is
spoken if there is such a moment, and the two sound together for a tenth of a second. They meet to
some thousandths of a second only, since simpleaudio does not say when exactly it begins.

It is run as a script with the rate as its argument, and needs nothing but simpleaudio. Standard
output carries `ready` or a reason against it, then a line for every piece it wants: how many
frames, and how many before them are yet to be heard. Standard input answers with 16-bit stereo.
"""

from __future__ import annotations

import sys
import time
from array import array
from typing import TYPE_CHECKING, Any, BinaryIO, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable

PIECE_SECONDS = 0.1
"""How much is asked for at a time, and how long two buffers sound together."""
LEAD_SECONDS = 0.3
"""More is asked for when less than this is yet to be played."""
DEVICE_SECONDS = 0.1
"""How far ahead of the ear simpleaudio reads: the latency it asks of every device."""
OPENING_SECONDS = 0.02
"""No device that plays already takes longer than this to play one buffer more."""
BUFFER_SECONDS = 300
"""How long a buffer is at most; one takes 192 kB of memory for every second played of it."""
SEAM_SECONDS = 240
"""From here on the first quiet piece of a buffer is its last."""
QUIET = 1_600
"""No sample of a quiet piece is louder: -26 dBFS, below every word that is spoken."""
TRIED_SECONDS = 0.1
"""How much silence is played to see whether there is a device, and to wake it."""
FRAME_BYTES = 4


class Playing(Protocol):
    """What of simpleaudio's `PlayObject` is used here."""

    def is_playing(self) -> bool:
        """Whether the buffer is still being played."""


class _Buffer:
    """Sound that is written while it is played."""

    def __init__(self, length: int, starts_at: float) -> None:
        self.memory = bytearray(length * FRAME_BYTES)
        self.length = length
        self.starts_at = starts_at
        self.written = 0

    def write(self, pcm: bytes) -> None:
        at = self.written * FRAME_BYTES
        self.memory[at : at + len(pcm)] = pcm
        self.written += len(pcm) // FRAME_BYTES


class Speaker:
    """Plays what it is given for as long as something is given and there is a device.

    Args:
        give: gets so many frames of sound, told how many before are yet to be heard; nothing
            at the end.
        play: begins to play memory, from its start, while it is still being written.
        clock: seconds that never go back.
        sleep: waits for so many seconds.
        rate: frames per second.
    """

    def __init__(
        self,
        give: Callable[[int, int], bytes],
        play: Callable[[bytearray], Playing],
        clock: Callable[[], float],
        sleep: Callable[[float], None],
        rate: int,
    ) -> None:
        self._give = give
        self._play = play
        self._clock = clock
        self._sleep = sleep
        self._rate = rate
        self._piece = int(PIECE_SECONDS * rate)
        self._lead = int(LEAD_SECONDS * rate)
        self._device = int(DEVICE_SECONDS * rate)
        self._buffer = self._next_buffer(0.0)
        self._playing: Playing | None = None
        self._is_ahead = True
        self._opening = 0.0

    def run(self) -> None:
        """Play until nothing more is given, or the device is gone."""
        while self._buffer.written <= self._lead:
            if not self._fill(self._buffer.written):
                return
        self._buffer.starts_at = self._clock()
        while self._playing is None or self._playing.is_playing():
            if self._is_ahead and self._clock() >= self._buffer.starts_at - self._opening:
                self._start()
            ahead = self._ahead()
            if ahead > self._lead:
                self._sleep(self._pause(ahead))
            elif not self._fill(ahead):
                return

    def _next_buffer(self, starts_at: float) -> _Buffer:
        return _Buffer(int(BUFFER_SECONDS / PIECE_SECONDS) * self._piece, starts_at)

    def _start(self) -> None:
        asked_at = self._clock()
        self._playing = self._play(self._buffer.memory)
        self._buffer.starts_at = self._clock()
        # How long opening takes is known from the time before, and the next seam allows for it.
        self._opening = min(self._buffer.starts_at - asked_at, OPENING_SECONDS)
        self._is_ahead = False

    def _ahead(self) -> int:
        """How many frames are written and yet to be played; the device holds more."""
        played = (self._clock() - self._buffer.starts_at) * self._rate
        return self._buffer.written - int(played)

    def _pause(self, ahead: int) -> float:
        """Seconds until the next thing is to be done."""
        seconds = (ahead - self._lead) / self._rate
        if self._is_ahead:
            seconds = min(seconds, self._buffer.starts_at - self._opening - self._clock())
        return max(seconds, 0.0005)

    def _is_last(self, pcm: bytes) -> bool:
        """Whether a piece is to be the last of its buffer."""
        written = self._buffer.written
        return written + self._piece >= self._buffer.length or (
            written >= SEAM_SECONDS * self._rate and max(map(abs, array("h", pcm))) <= QUIET
        )

    def _fill(self, ahead: int) -> bool:
        """Write another piece; False if there is none."""
        pcm = self._give(self._piece, max(ahead, 0) + self._device)
        if len(pcm) < self._piece * FRAME_BYTES:
            return False
        buffer = self._buffer
        if not self._is_ahead:
            # What came too late would be written where it is not heard any more.
            missed = self._device - self._ahead()
            if missed > 0:
                pieces = -(-missed // self._piece)
                last = buffer.length - self._piece
                buffer.written = min(buffer.written + pieces * self._piece, last)
        if not self._is_last(pcm):
            buffer.write(pcm)
            return True
        self._buffer = self._next_buffer(buffer.starts_at + buffer.written / self._rate)
        self._is_ahead = True
        going, coming = crossing(pcm)
        buffer.write(going)
        self._buffer.write(coming)
        return True


def crossing(pcm: bytes) -> tuple[bytes, bytes]:
    """A piece of sound once as it goes and once as it comes; played together they are the piece."""
    samples = array("h", pcm)
    last = len(samples) - 1
    coming = array("h", (sample * at // last for at, sample in enumerate(samples)))
    going = array("h", (sample - come for sample, come in zip(samples, coming, strict=True)))
    return going.tobytes(), coming.tobytes()


def main(rate: int, wanted: BinaryIO, given: BinaryIO) -> None:
    """Play through simpleaudio what is given, after a word on whether that can be done."""

    def say(words: str) -> None:
        wanted.write(f"{words}\n".encode())
        wanted.flush()

    def give(count: int, buffered: int) -> bytes:
        say(f"{count} {buffered}")
        return given.read(count * FRAME_BYTES)

    try:
        # mypy knows no simpleaudio where the extra is not installed.
        simpleaudio: Any = __import__("simpleaudio")

        def play(memory: bytearray) -> Playing:
            playing: Playing = simpleaudio.play_buffer(memory, 2, 2, rate)
            return playing

        play(bytearray(int(TRIED_SECONDS * rate) * FRAME_BYTES))
    except Exception as error:  # noqa: BLE001 - whatever it is, it has to be told
        say(" ".join(str(error).split()) or type(error).__name__)
        return
    say("ready")
    Speaker(give, play, time.monotonic, time.sleep, rate).run()


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.stdout.buffer, sys.stdin.buffer)
