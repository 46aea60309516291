"""How long the window takes to be painted, and what it takes of memory, against a bare window of PySide6; and that it rests.

Run by hand: `python tests/benchmarks/bench_startup.py`. Whole processes are measured, from their start
to their end; each ends when its window was painted for the first time. They take turns:

- `bare`: a label as large as our window, and nothing else;
- `ours`: the window as it opens every day, put together and painted;
- `program`: the same from `relaxapp`'s command line on, with everything that is done on the way;
- `first`: the window as it opens for the first time in a life, with the first pages in it.

Processor time stands beside the time on the clock, since another load on the machine counts little in it.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import monotonic, perf_counter, process_time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QApplication, QWidget

    from relaxapp.assets import Folders
    from relaxapp.journal.journal import Journal

REPOSITORY = Path(__file__).parents[2]
RUNS = 15
IDLE_SECONDS = 10.0
WALL_AIM, MEMORY_AIM = 1.6, 1.5


@dataclass(frozen=True, slots=True)
class Run:
    """What one process took.

    Attributes:
        wall_ms: time on the clock, in milliseconds.
        processor_ms: time of a processor, in milliseconds.
        memory_mib: peak memory.
        said: what it printed.
    """

    wall_ms: float
    processor_ms: float
    memory_mib: float
    said: str


def main() -> None:
    """Measures and prints."""
    with tempfile.TemporaryDirectory() as folder:
        kinds = ("bare", "ours", "program", "first")
        for kind in kinds:
            _run(kind, folder)  # the first of each warms caches, and makes the data folder
        runs: dict[str, list[Run]] = {kind: [] for kind in kinds}
        for _ in range(RUNS):
            for kind in kinds:
                runs[kind].append(_run(kind, folder))
        print(f"{RUNS} runs each, medians (least to most)")
        _report("wall", "ms", {kind: [run.wall_ms for run in runs[kind]] for kind in kinds})
        _aim("wall", runs, lambda run: run.wall_ms, WALL_AIM)
        _report(
            "processor", "ms", {kind: [run.processor_ms for run in runs[kind]] for kind in kinds}
        )
        _aim("processor", runs, lambda run: run.processor_ms, WALL_AIM)
        _report(
            "peak memory", "MiB", {kind: [run.memory_mib for run in runs[kind]] for kind in kinds}
        )
        _aim("peak memory", runs, lambda run: run.memory_mib, MEMORY_AIM)
        idle = json.loads(_run("idle", folder).said)
        print(
            f"at rest: {idle['share'] * 100:.2f} % of a core over {IDLE_SECONDS:.0f} s, "
            f"active timers: {idle['timers'] or 'none'}"
        )


def _report(name: str, unit: str, found: dict[str, list[float]]) -> None:
    for kind, values in found.items():
        print(
            f"{name} {kind}: {median(values):.1f} {unit} ({min(values):.1f} to {max(values):.1f})"
        )


def _aim(name: str, runs: dict[str, list[Run]], figure: Callable[[Run], float], aim: float) -> None:
    """Prints how ours compares with bare, run by run: what slows the machine down slows both."""
    ratios = sorted(
        figure(ours) / figure(bare) for ours, bare in zip(runs["ours"], runs["bare"], strict=True)
    )
    print(
        f"{name} ratio: {median(ratios):.2f} ({ratios[0]:.2f} to {ratios[-1]:.2f}; "
        f"aim: at most {aim})"
    )


def _run(kind: str, folder: str) -> Run:
    """One process."""
    environment = os.environ | {
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": str(REPOSITORY),
        # Compiled modules are kept, as they are in an installed program, but not in the checkout.
        "PYTHONDONTWRITEBYTECODE": "",
        "PYTHONPYCACHEPREFIX": str(Path(folder, "bytecode")),
    }
    data = str(Path(folder, kind))
    began = perf_counter()
    process = subprocess.Popen(
        [sys.executable, __file__, kind, data], env=environment, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    said = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    seconds = perf_counter() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{kind} ended with {process.returncode}")
    return Run(
        wall_ms=1000 * seconds,
        processor_ms=1000 * (usage.ru_utime + usage.ru_stime),
        memory_mib=usage.ru_maxrss / 1024,
        said=said,
    )


def _child(kind: str, folder: Path) -> None:
    from PySide6.QtWidgets import QApplication, QLabel  # noqa: PLC0415 - the parent stays small

    if kind == "program":
        _program(folder)
        return
    window: QWidget
    if kind == "bare":
        application = QApplication([])
        window = QLabel("relaxapp")
        window.resize(1280, 800)
    else:
        from relaxapp.ui.theme import DRAWN_BY  # noqa: PLC0415

        application = QApplication(["relaxapp", *DRAWN_BY])
        window = _ours(application, folder, is_first=kind == "first")
    if kind == "idle":
        _rest(application, window)
    else:
        _until_painted(application, window, application.exec)


def _ours(application: QApplication, folder: Path, *, is_first: bool) -> QWidget:
    from relaxapp.app import build  # noqa: PLC0415 - the parent stays small
    from relaxapp.assets import folders  # noqa: PLC0415
    from relaxapp.session.clock import Clock  # noqa: PLC0415

    clock, ours = Clock(), folders(folder, {})
    ours.create()
    if not is_first:
        _have_read(ours)

    def open_log() -> Journal:
        from relaxapp.journal.opening import open_journal  # noqa: PLC0415

        return open_journal(ours.journal, clock.now)

    return build(application, ours, open_log, clock)


def _program(folder: Path) -> None:
    """The whole program, which ends when it was painted."""
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - the parent stays small

    from relaxapp.assets import folders  # noqa: PLC0415
    from relaxapp.cli import main as relaxapp  # noqa: PLC0415

    run_loop = QApplication.exec

    def until_painted(application: QApplication) -> int:
        (window,) = (each for each in QApplication.topLevelWidgets() if each.isVisible())
        _until_painted(application, window, run_loop)
        return 0

    ours = folders(folder, {})
    ours.create()
    _have_read(ours)
    QApplication.exec = until_painted  # type: ignore[assignment,method-assign]
    relaxapp(["--data-dir", str(folder)])


def _have_read(ours: Folders) -> None:
    """Leaves the first pages behind, as everybody does once."""
    if not ours.settings_file.exists():
        from relaxapp.settings import Settings, SettingsFile  # noqa: PLC0415

        SettingsFile(ours.settings_file).save(Settings(safety_read=True))


def _until_painted(application: QApplication, window: QWidget, run_loop: Callable[[], int]) -> None:
    from PySide6.QtCore import QEvent, QObject  # noqa: PLC0415 - the parent stays small

    class Painted(QObject):
        def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
            if event.type() is QEvent.Type.Paint:
                # What lies in the window is painted in the same pass, before the loop ends.
                application.exit(0)
            return False

    painted = Painted(window)
    window.installEventFilter(painted)
    window.show()
    run_loop()


def _rest(application: QApplication, window: QWidget) -> None:
    from PySide6.QtCore import QTimer  # noqa: PLC0415 - the parent stays small

    def run_for(seconds: float) -> float:
        """Runs the loop, and returns the processor time it took."""
        began, until = process_time(), monotonic() + seconds
        QTimer.singleShot(round(1000 * (until - monotonic())), application.quit)
        application.exec()
        return process_time() - began

    window.show()
    run_for(1)
    used = run_for(IDLE_SECONDS)
    timers = [
        timer.objectName() or type(timer.parent()).__name__
        for timer in window.findChildren(QTimer)
        if timer.isActive()
    ]
    print(json.dumps({"share": used / IDLE_SECONDS, "timers": timers}))


if __name__ == "__main__":
    if len(sys.argv) == 3:
        _child(sys.argv[1], Path(sys.argv[2]))
    else:
        main()
