"""How fast a session is mixed and exported, and whether memory stays flat.

Run it from the checkout: `python tests/benchmarks/bench_mix.py`. Every figure is a ratio to the
cheapest way to do the same, measured in the same run, best of several.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import numpy as np
import soundfile

from relaxapp.sound.export import export
from relaxapp.sound.loop import LoopedSamples
from relaxapp.sound.mix import Mix
from relaxapp.sound.samples import OpenFiles, WavSamples, to_pcm, write_wav
from relaxapp.timeline.clip import Ambient, Bus, Clip, Spoken, frames
from relaxapp.timeline.phase import Breath, Phase, PhaseKind, StepSpan
from relaxapp.timeline.timeline import Timeline

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from relaxapp.sound.samples import Block, Samples

BLOCK = 4_096
ROUNDS = 5
CLIPS_A_MINUTE = 20
CLIP = frames(2)
BREATH_SECONDS = 10
LOOP = frames(60)


class Sounds:
    """Spoken clips in files, as a session has them, and an ambience in memory."""

    def __init__(self, folder: Path, clips: int) -> None:
        generator = np.random.default_rng(1)
        files = OpenFiles()
        self.noise = (generator.standard_normal((LOOP, 2)) * 0.02).astype(np.float32)
        self.loop = LoopedSamples(self.noise, frames(3))
        self.words = (generator.standard_normal(CLIP) * 0.1).astype(np.float32)
        self.spoken: list[WavSamples] = []
        for number in range(clips):
            path = folder / f"{number}.wav"
            write_wav(path, [to_pcm(self.words)], 1)
            self.spoken.append(WavSamples(path, files))

    def samples(self, clip: Clip) -> Samples:
        """What a clip sounds like."""
        return self.loop if clip.bus is Bus.AMBIENCE else self.spoken[int(clip.sound.name)]


def timeline(minutes: int, ambience: str = "rain") -> Timeline:
    """A session that speaks two seconds out of three, over an ambience, and breathes all the time."""
    length = frames(minutes * 60)
    clips = [
        Clip(0, length, Bus.AMBIENCE, Ambient(ambience)),
        *(
            Clip(frames(number * 3 + 0.5), CLIP, Bus.VOICE, Spoken(str(number)))
            for number in range(minutes * CLIPS_A_MINUTE)
        ),
    ]
    phases = tuple(_breathing(minutes * 60 // BREATH_SECONDS))
    return Timeline("Benchmark", length, phases, (StepSpan("Rest", 0, length),), (), tuple(clips))


def _breathing(cycles: int) -> Iterator[Phase]:
    """Breaths in and out, four seconds to six."""
    for cycle in range(cycles):
        start, end = frames(cycle * BREATH_SECONDS), frames((cycle + 1) * BREATH_SECONDS)
        full = start + frames(4)
        inhale, exhale = Breath(cycle + 1, cycles, 0, 1), Breath(cycle + 1, cycles, 1, 0)
        yield Phase(start, full, PhaseKind.INHALE, 0, "Breathe in", breath=inhale)
        yield Phase(full, end, PhaseKind.EXHALE, 0, "Breathe out", breath=exhale)


def mix_all(mix: Mix) -> None:
    """Read a whole mix block by block."""
    for frame in range(0, mix.length, BLOCK):
        mix.read(frame, BLOCK)


def bare_all(session: Timeline, noise: Block, clip: Block) -> None:
    """Add up what lies in memory as float32 stereo, block by block, with nothing else."""
    for block, sounding in _walk(session, noise):
        for inside, part, _ in sounding:
            block[inside] += clip[part]


def plain_all(session: Timeline, noise: Block, folder: Path, swell: Block | None = None) -> None:
    """The least that is heard alike: the same files, each at a volume, kept below full scale.

    `swell` is the gain of the ambience through one breath, worked out before.
    """
    clips = [
        np.memmap(folder / f"{number}.wav", "<i2", "r", offset=44)
        for number in range(len(session.clips) - 1)
    ]
    voice, rain = np.float32(0.9 / 32_768), np.float32(0.6)
    breath = frames(BREATH_SECONDS) - BLOCK
    for index, (block, sounding) in enumerate(_walk(session, noise)):
        np.multiply(block, rain, out=block)
        if swell is not None:
            at = index * BLOCK % breath
            np.multiply(block, swell[at : at + BLOCK], out=block)
        for inside, part, number in sounding:
            words = clips[number][part] * voice
            block[inside, 0] += words
            block[inside, 1] += words
        np.clip(block, -0.89, 0.89, out=block)


def _walk(
    session: Timeline, noise: Block
) -> Iterator[tuple[Block, list[tuple[slice, slice, int]]]]:
    """Each block with the ambience in it, and what else sounds there: where, which part, which."""
    starts = [sound.at for sound in session.clips if sound.bus is Bus.VOICE]
    following = 0
    for frame in range(0, session.length, BLOCK):
        at = frame % (len(noise) - BLOCK)
        while following < len(starts) and starts[following] + CLIP <= frame:
            following += 1
        sounding = []
        number = following
        while number < len(starts) and starts[number] < frame + BLOCK:
            first = max(frame, starts[number])
            last = min(frame + BLOCK, starts[number] + CLIP)
            part = slice(first - starts[number], last - starts[number])
            sounding.append((slice(first - frame, last - frame), part, number))
            number += 1
        yield noise[at : at + BLOCK].copy(), sounding


def write_all(path: Path, blocks: list[Block]) -> None:
    """Write samples that are there already to a WAV file."""
    with soundfile.SoundFile(path, "w", 48_000, 2, "PCM_16") as file:
        for block in blocks:
            file.write(block)


def best(*actions: Callable[[], object]) -> list[float]:
    """The shortest time of each action, taken by turns."""
    times = [float("inf")] * len(actions)
    for _ in range(ROUNDS):
        for number, action in enumerate(actions):
            begin = time.perf_counter()
            action()
            times[number] = min(times[number], time.perf_counter() - begin)
    return times


def memory(minutes: int) -> float:
    """The most memory, in MB, that a process needs to mix so many minutes."""
    command = [sys.executable, __file__, "memory", str(minutes)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return float(done.stdout)


def main() -> None:
    """Print every figure with its aim."""
    # First of all, since a new process starts out with the memory peak of the old one.
    ten, forty = memory(10), memory(40)
    with TemporaryDirectory() as name:
        folder = Path(name)
        session = timeline(20)
        sounds = Sounds(folder, 20 * CLIPS_A_MINUTE)
        mix = Mix(session, sounds)
        swelling = Mix(timeline(20, "ocean"), sounds)
        stereo = np.repeat(sounds.words[:, None], 2, axis=1)
        swell = np.linspace(0.7, 1.4, frames(BREATH_SECONDS), dtype=np.float32)
        swell = np.repeat(swell[:, None], 2, axis=1)
        mixed, swelled, plain, plain_swelled, bare = best(
            lambda: mix_all(mix),
            lambda: mix_all(swelling),
            lambda: plain_all(session, sounds.noise, folder),
            lambda: plain_all(session, sounds.noise, folder, swell),
            lambda: bare_all(session, sounds.noise, stereo),
        )
        print(f"mixing 20 minutes: {mixed:.3f} s, {20 * 60 / mixed:,.0f} times real time")
        print(
            f"  plain loop, same files and volumes: {plain:.3f} s; ratio {mixed / plain:.2f} (aim: at most 1.5)"
        )
        print(f"  adding alone, all in memory: {bare:.3f} s; ratio {mixed / bare:.2f}")
        print(f"with ocean that follows the breath: {swelled:.3f} s")
        print(
            f"  plain loop that swells too: {plain_swelled:.3f} s; ratio {swelled / plain_swelled:.2f} (aim: at most 1.5)"
        )
        blocks = [mix.read(frame, BLOCK) for frame in range(0, mix.length, BLOCK)]
        exported, written = best(
            lambda: export(mix, folder / "session.wav"),
            lambda: write_all(folder / "bare.wav", blocks),
        )
        print(f"exporting 20 minutes to WAV: {exported:.2f} s")
        print(f"  bare writing: {written:.2f} s; ratio {exported / written:.2f} (aim: at most 2.5)")
    print(f"most memory: {ten:.0f} MB for 10 minutes, {forty:.0f} MB for 40 (aim: the same)")


def print_memory(minutes: int) -> None:
    """Mix so many minutes and print the most memory it took, in MB."""
    with TemporaryDirectory() as name:
        mix_all(Mix(timeline(minutes), Sounds(Path(name), minutes * CLIPS_A_MINUTE)))
    # Kilobytes on Linux, bytes on macOS.
    unit = 1_000_000 if sys.platform == "darwin" else 1_000
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit)


if __name__ == "__main__":
    if sys.argv[1:2] == ["memory"]:
        print_memory(int(sys.argv[2]))
    else:
        main()
