"""A session bus of the tests' own, other programs on it, and a word with it from outside."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QProcess

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

HERE = Path(__file__).parent

BUS = """<busconfig>
  <type>session</type>
  <listen>unix:dir={folder}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""
"""A bus that starts no services, so that none of this computer's are met."""


class Program:
    """Another program, and what it has printed so far."""

    def __init__(self, script: str, *words: str) -> None:
        self.process = QProcess()
        self.process.setProcessChannelMode(QProcess.ProcessChannelMode.ForwardedErrorChannel)
        self.process.readyReadStandardOutput.connect(self._on_output)
        self._output = ""
        self.process.start(sys.executable, [str(HERE / script), *words])

    @property
    def lines(self) -> list[str]:
        """What it has printed, line by line."""
        return self._output.splitlines()

    def end(self) -> None:
        """Ends it, if it runs."""
        self.process.kill()
        self.process.waitForFinished()

    def _on_output(self) -> None:
        self._output += bytes(self.process.readAllStandardOutput().data()).decode()


@pytest.fixture
def no_bus(monkeypatch: pytest.MonkeyPatch) -> None:
    """No session bus anywhere."""
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)


@pytest.fixture
def bus(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A session bus that nothing else is on; its address, which the environment names as well."""
    daemon = shutil.which("dbus-daemon")
    if daemon is None or shutil.which("dbus-send") is None:
        pytest.skip("there is no dbus-daemon here (package dbus)")
    folder = tmp_path_factory.mktemp("bus")
    config = folder / "bus.conf"
    config.write_text(BUS.format(folder=folder), encoding="utf-8")
    command = [daemon, f"--config-file={config}", "--nofork", "--nopidfile", "--print-address"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    with process, process.stdout:
        address = process.stdout.readline().strip()
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        yield address
        process.terminate()


@pytest.fixture
def start(qtbot: QtBot) -> Iterator[Callable[..., Program]]:
    """Starts one of the programs beside the tests, and waits until it says that it is ready."""
    programs = []

    def start_one(script: str, *words: str) -> Program:
        program = Program(script, *words)
        programs.append(program)
        qtbot.waitUntil(lambda: "ready" in program.lines, timeout=10_000)
        return program

    yield start_one
    for program in programs:
        program.end()


@pytest.fixture
def send(qtbot: QtBot, bus: str) -> Callable[..., str]:
    """Calls a method with dbus-send, while this process goes on; gives what was answered."""

    def send_one(service: str, path: str, method: str, *words: str) -> str:
        process = QProcess()
        command = ["--session", "--print-reply=literal", f"--dest={service}", path, method, *words]
        with qtbot.waitSignal(process.finished, timeout=10_000):
            process.start("dbus-send", command)
        problem = bytes(process.readAllStandardError().data()).decode()
        assert process.exitCode() == 0, problem
        return " ".join(bytes(process.readAllStandardOutput().data()).decode().split())

    return send_one
