"""How fast a short session is mixed and written, beside pydub, sox and ffmpeg doing the same.

Run it from the checkout: `python tests/benchmarks/bench_export.py`. All of them read the same WAV
files (an ambience and 40 clips of two seconds), mix two minutes, and write a WAV file of 16 bits;
times are taken by turns in one run, the best of several. Then every format beside WAV.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import time
import warnings
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import numpy as np
import soundfile

from relaxapp.sound.export import ENDINGS, M4A, export
from relaxapp.sound.ffmpeg import find_ffmpeg
from relaxapp.sound.loop import LoopedSamples
from relaxapp.sound.mix import Mix
from relaxapp.sound.samples import OpenFiles, WavSamples, to_pcm, write_wav
from relaxapp.timeline.clip import FRAMES_PER_SECOND, Ambient, Bus, Clip, Spoken, frames
from relaxapp.timeline.phase import Phase, PhaseKind, StepSpan
from relaxapp.timeline.timeline import Timeline

if TYPE_CHECKING:
    from collections.abc import Callable

    from relaxapp.sound.samples import Samples

SECONDS = 120
CLIPS = 40
CLIP_SECONDS = 2
APART_SECONDS = 3
ROUNDS = 3
BLOCK = 4_096


class Case:
    """The files everybody reads, and the session made of them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        generator = np.random.default_rng(1)
        # As long as the session: none of the others can loop without a seam.
        rain = (generator.standard_normal((frames(SECONDS), 2)) * 0.02).astype(np.float32)
        self.rain = folder / "rain.wav"
        write_wav(self.rain, [to_pcm(rain)], 2)
        self._loop = LoopedSamples(rain, 0)
        words = (generator.standard_normal(frames(CLIP_SECONDS)) * 0.05).astype(np.float32)
        files = OpenFiles()
        self.clips = [folder / f"{number}.wav" for number in range(CLIPS)]
        self._spoken: list[WavSamples] = []
        for path in self.clips:
            write_wav(path, [to_pcm(words)], 1)
            self._spoken.append(WavSamples(path, files))
        length = frames(SECONDS)
        spoken = (
            Clip(frames(at), frames(CLIP_SECONDS), Bus.VOICE, Spoken(str(number)))
            for number, at in enumerate(self.starts)
        )
        timeline = Timeline(
            title="Benchmark",
            length=length,
            phases=(Phase(0, length, PhaseKind.PAUSE, 0, "Rest"),),
            steps=(StepSpan("Rest", 0, length),),
            captions=(),
            clips=(Clip(0, length, Bus.AMBIENCE, Ambient("rain")), *spoken),
        )
        self.mix = Mix(timeline, self)

    @property
    def starts(self) -> list[float]:
        """When each clip begins, in seconds."""
        return [0.5 + number * APART_SECONDS for number in range(CLIPS)]

    def samples(self, clip: Clip) -> Samples:
        """What a clip sounds like."""
        return self._loop if clip.bus is Bus.AMBIENCE else self._spoken[int(clip.sound.name)]


def by_relaxapp(case: Case) -> None:
    """With ducking, fades and a limit, which the others do without."""
    export(case.mix, case.folder / "relaxapp.wav")


def by_pydub(case: Case) -> None:
    """One clip laid over after the other."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from pydub import AudioSegment  # noqa: PLC0415 - it speaks of ffmpeg when it is imported

    whole = AudioSegment.from_wav(str(case.rain))
    for at, path in zip(case.starts, case.clips, strict=True):
        whole = whole.overlay(AudioSegment.from_wav(str(path)), position=round(at * 1_000))
    whole.export(case.folder / "pydub.wav", "wav").close()


def by_sox(case: Case, program: str) -> None:
    """All clips mixed at once, each moved by a sox of its own."""
    moved = [
        f"|{program} {path} -p remix 1 1 pad {at}"
        for at, path in zip(case.starts, case.clips, strict=True)
    ]
    each = [word for clip in moved for word in ("-v", "1", clip)]
    command = [program, "-V1", "-m", "-v", "1", str(case.rain), *each, str(case.folder / "sox.wav")]
    subprocess.run(command, check=True)


def by_ffmpeg(case: Case, program: str) -> None:
    """All clips mixed at once in one graph."""
    inputs = [word for path in (case.rain, *case.clips) for word in ("-i", str(path))]
    moved = [
        f"[{number}]adelay={round(at * 1_000)}:all=1,aformat=channel_layouts=stereo[c{number}];"
        for number, at in enumerate(case.starts, 1)
    ]
    names = "[0]" + "".join(f"[c{number}]" for number in range(1, CLIPS + 1))
    graph = f"{''.join(moved)}{names}amix={CLIPS + 1}:normalize=0:duration=first"
    quiet = [program, "-nostdin", "-loglevel", "error", "-y"]
    subprocess.run(
        [*quiet, *inputs, "-filter_complex", graph, str(case.folder / "ffmpeg.wav")], check=True
    )


def bare(case: Case) -> Callable[[], None]:
    """Writes the samples of the mix, made before, to a WAV file."""
    blocks = [case.mix.read(frame, BLOCK) for frame in range(0, case.mix.length, BLOCK)]

    def write() -> None:
        path = case.folder / "bare.wav"
        with soundfile.SoundFile(path, "w", FRAMES_PER_SECOND, 2, "PCM_16") as file:
            for block in blocks:
                file.write(block)

    return write


def best(actions: dict[str, Callable[[], None]]) -> dict[str, float]:
    """The shortest time of each action, taken by turns."""
    times = dict.fromkeys(actions, float("inf"))
    for _ in range(ROUNDS):
        for name, action in actions.items():
            begin = time.perf_counter()
            action()
            times[name] = min(times[name], time.perf_counter() - begin)
    return times


def main() -> None:
    """Print every figure with its ratio."""
    with TemporaryDirectory() as name:
        case = Case(Path(name))
        actions: dict[str, Callable[[], None]] = {
            "relaxapp": lambda: by_relaxapp(case),
            "soundfile, samples ready": bare(case),
            "pydub": lambda: by_pydub(case),
        }
        sox, ffmpeg = shutil.which("sox"), find_ffmpeg()
        if sox is not None:
            actions["sox"] = lambda: by_sox(case, sox)
        if ffmpeg is not None:
            actions["ffmpeg"] = lambda: by_ffmpeg(case, ffmpeg)
        times = best(actions)
        ours = times["relaxapp"]
        print(f"{SECONDS} seconds with {CLIPS} clips to WAV, {os.cpu_count()} cores:")
        for peer, taken in times.items():
            print(f"  {peer}: {taken:.3f} s; relaxapp / {peer} = {ours / taken:.2f}")
        print("  (aim beside soundfile: at most 2.5)")
        for ending in ENDINGS:
            if ending != M4A or ffmpeg is not None:
                print_format(case, ending)


def print_format(case: Case, ending: str) -> None:
    """Print how fast one kind of file is written, and how large it is."""
    path = case.folder / f"session{ending}"
    taken = best({ending: lambda: export(case.mix, path)})[ending]
    size = path.stat().st_size / SECONDS * 60 / 1_000_000
    speed = f"{SECONDS / taken:,.0f} times real time"
    print(f"  {ending}: {taken:.2f} s, {speed}, {size:.1f} MB a minute")


if __name__ == "__main__":
    main()
