"""How the time to read a script grows with its cues, against splitting its lines and nothing more.

Run by hand: `python tests/benchmarks/bench_parser.py`.
"""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[2]))

from relaxapp.script.parser import parse

if TYPE_CHECKING:
    from collections.abc import Callable

RUNS = 7
HEADER = """\
Title: A long script
Technique: muscle relaxation
Minutes: 200
Caution: Leave out what hurts.
Evidence: None.
Ending: sleep

"""
# Every step has its own words and times, so that nothing read before helps, and takes so little
# time that ten thousand cues stay below the four hours a script may last.
STEP = """\
# Step {0}

Hand {0}.

> Note {0}, with a few words more.

[sound bell]

[pause {1:.4f}s]
Rest, {0}.

"""
STEP_WITH_TENSION = """\
# Step {0}

Hand {0}, with the arm.

[tense right hand and forearm for {2:.4f}s]
Press {0}. Breathe on.

[release for {3:.4f}s to {4:.4f}s]
And let go.

[pause {1:.4f}s]

"""
CUES_PER_STEP = 5


def script(cues: int) -> str:
    """A script with so many cues and headings; every tenth step tenses and releases."""
    steps = []
    for number in range(cues // CUES_PER_STEP):
        step = STEP if number % 10 else STEP_WITH_TENSION
        part = number % 997 / 997
        steps.append(step.format(number, 0.5 + part, 5 + part, 20 + part, 22 + part))
    return HEADER + "".join(steps)


def best_seconds(work: Callable[[], object]) -> float:
    """The shortest of some runs: the one least disturbed by anything else."""
    times = []
    for _ in range(RUNS):
        start = perf_counter()
        work()
        times.append(perf_counter() - start)
    return min(times)


def split(text: str) -> list[str]:
    """The least that reading lines can be."""
    return [line.strip() for line in text.splitlines()]


def main() -> None:
    """Measure and print."""
    lines = [
        f"{'cues':>8} {'KiB':>6} {'read':>10} {'per cue':>10} {'split':>11} {'read/split':>11}"
    ]
    for cues in (100, 1_000, 10_000):
        text = script(cues)
        read = best_seconds(partial(parse, text, "bench"))
        bare = best_seconds(partial(split, text))
        lines.append(
            f"{cues:>8} {len(text) / 1024:>6.0f} {read * 1e3:>7.2f} ms {read / cues * 1e6:>7.2f} us "
            f"{bare * 1e3:>8.3f} ms {read / bare:>11.1f}"
        )
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
