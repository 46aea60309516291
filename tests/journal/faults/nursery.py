"""A warmed-up process that starts children at once, so that they can be killed by the dozen."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import traceback
from importlib import import_module
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_REPOSITORY = Path(__file__).parents[3]
_LONGEST_MESSAGE = 65_536
_UNCAUGHT = 70


class Child:
    """A process at some work, and what it reports while it is at it.

    Attributes:
        reports: each report, as it comes; ends when the child does.
    """

    def __init__(self, nursery: socket.socket, pid: int, reports: IO[str]) -> None:
        self._nursery = nursery
        self._pid = pid
        self._file = reports

    @property
    def reports(self) -> Iterator[Any]:
        for line in self._file:
            # A killed child may leave half a line.
            if line.endswith("\n"):
                yield json.loads(line)

    def kill(self) -> list[Any]:
        """Ends it as a pulled plug would; what it had reported and nobody had read."""
        os.kill(self._pid, signal.SIGKILL)
        found = list(self.reports)
        assert self.wait() == -signal.SIGKILL
        return found

    def wait(self) -> int:
        """Waits until it is gone, all its locks with it; its exit status, or minus the signal."""
        self._file.close()
        self._nursery.send(json.dumps({"wait": self._pid}).encode())
        return int(json.loads(self._nursery.recv(_LONGEST_MESSAGE)))

    def finish(self) -> list[Any]:
        """Waits until its work is done; all it had to report."""
        found = list(self.reports)
        assert self.wait() == 0, found
        return found


class Nursery:
    """Starts children that do the work of a module; their imports are done once, here."""

    def __init__(self, module: str) -> None:
        self._socket, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        with theirs:
            self._process = subprocess.Popen(
                [
                    sys.executable,
                    "-m",
                    "tests.journal.faults.nursery",
                    module,
                    str(theirs.fileno()),
                ],
                cwd=_REPOSITORY,
                pass_fds=[theirs.fileno()],
            )

    def start(self, work: str, *values: Any) -> Child:
        """Starts a child that calls the function `work` of the module with a `report` and values."""
        reading, writing = os.pipe()
        socket.send_fds(self._socket, [json.dumps({"work": [work, *values]}).encode()], [writing])
        os.close(writing)
        pid = int(json.loads(self._socket.recv(_LONGEST_MESSAGE)))
        return Child(self._socket, pid, os.fdopen(reading, encoding="utf-8"))

    def close(self) -> None:
        """Ends the process and what it started."""
        self._socket.close()
        self._process.wait()


def _serve(module: str, asked: socket.socket) -> None:
    works = import_module(module)
    works.warm_up()
    while True:
        message, descriptors, _, _ = socket.recv_fds(asked, _LONGEST_MESSAGE, 1)
        if not message:
            return
        wish = json.loads(message)
        if "wait" in wish:
            _, status = os.waitpid(wish["wait"], 0)
            asked.send(json.dumps(os.waitstatus_to_exitcode(status)).encode())
            continue
        name, *values = wish["work"]
        pid = os.fork()
        if pid == 0:
            asked.close()
            _work(getattr(works, name), descriptors[0], values)
        os.close(descriptors[0])
        asked.send(json.dumps(pid).encode())


def _work(work: Callable[..., None], descriptor: int, values: list[Any]) -> None:
    def report(value: Any) -> None:
        # One write of less than a page: it is there whole, whatever happens next.
        os.write(descriptor, f"{json.dumps(value)}\n".encode())

    status = _UNCAUGHT
    try:
        work(report, *values)
        status = 0
    except Exception:  # noqa: BLE001 -- the parent reads it from the report
        report(traceback.format_exc(limit=-5))
    finally:
        # Not the way of `sys.exit`: nothing of the parent's may be tidied up here.
        os._exit(status)


if __name__ == "__main__":
    _serve(sys.argv[1], socket.socket(fileno=int(sys.argv[2])))
