"""How long the window takes to be painted, and what it takes of memory, against a bare window of PySide6; and that it rests.

Run by hand: `python tests/benchmarks/bench_startup.py`. Whole processes are measured, from their start
to their end; each ends when its window was painted for the first time. The two take turns.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from time import monotonic, perf_counter, process_time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QWidget

REPOSITORY = Path(__file__).parents[2]
RUNS = 15
IDLE_SECONDS = 10.0
WALL_AIM, MEMORY_AIM = 1.6, 1.5


def main() -> None:
    """Measures and prints."""
    with tempfile.TemporaryDirectory() as folder:
        for what in ("bare", "ours"):
            _run(what, folder)  # the first of each warms caches, and makes the data folder
        wall: dict[str, list[float]] = {"bare": [], "ours": []}
        memory: dict[str, list[float]] = {"bare": [], "ours": []}
        for _ in range(RUNS):
            for what in ("bare", "ours"):
                seconds, mebibytes, _ = _run(what, folder)
                wall[what].append(seconds)
                memory[what].append(mebibytes)
        print(f"{RUNS} runs each, medians (least to most)")
        _report(
            "wall", "ms", {what: [1000 * each for each in wall[what]] for what in wall}, WALL_AIM
        )
        _report("peak memory", "MiB", memory, MEMORY_AIM)
        _, _, said = _run("idle", folder)
        idle = json.loads(said)
        print(
            f"at rest: {idle['share'] * 100:.2f} % of a core over {IDLE_SECONDS:.0f} s, "
            f"active timers: {idle['timers'] or 'none'}"
        )


def _report(name: str, unit: str, found: dict[str, list[float]], aim: float) -> None:
    for what, values in found.items():
        print(
            f"{name} {what}: {median(values):.1f} {unit} ({min(values):.1f} to {max(values):.1f})"
        )
    ratio = median(found["ours"]) / median(found["bare"])
    print(f"{name} ratio: {ratio:.2f} (aim: at most {aim})")


def _run(what: str, folder: str) -> tuple[float, float, str]:
    """One process: its seconds, its peak memory in MiB, and what it printed."""
    environment = os.environ | {
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": str(REPOSITORY),
        # Compiled modules are kept, as they are in an installed program, but not in the checkout.
        "PYTHONDONTWRITEBYTECODE": "",
        "PYTHONPYCACHEPREFIX": str(Path(folder, "bytecode")),
    }
    began = perf_counter()
    process = subprocess.Popen(
        [sys.executable, __file__, what, folder], env=environment, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    said = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    seconds = perf_counter() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{what} ended with {process.returncode}")
    return seconds, usage.ru_maxrss / 1024, said


def _child(what: str, folder: Path) -> None:
    from PySide6.QtWidgets import QApplication, QLabel  # noqa: PLC0415 - the parent stays small

    application = QApplication([])
    window: QWidget
    if what == "bare":
        window = QLabel("relaxapp")
        window.resize(1280, 800)
    else:
        window = _ours(application, folder)
    if what == "idle":
        _rest(application, window)
    else:
        _until_painted(application, window)


def _ours(application: QApplication, folder: Path) -> QWidget:
    from relaxapp.app import build  # noqa: PLC0415 - the parent stays small
    from relaxapp.assets import folders  # noqa: PLC0415
    from relaxapp.journal.opening import open_journal  # noqa: PLC0415
    from relaxapp.session.clock import Clock  # noqa: PLC0415

    clock, ours = Clock(), folders(folder, {})
    ours.create()
    return build(application, ours, open_journal(ours.journal, clock.now), clock)


def _until_painted(application: QApplication, window: QWidget) -> None:
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
    application.exec()


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
