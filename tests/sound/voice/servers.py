"""A server on this computer that delivers one file, well or badly."""

from __future__ import annotations

import hashlib
import threading
from dataclasses import dataclass, field
from enum import Enum, auto
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import TYPE_CHECKING, Self

from relaxapp.sound.voice.fetching import Remote

if TYPE_CHECKING:
    from types import TracebackType

CONTENT = bytes(range(256)) * 1_000


class Manner(Enum):
    """How the server behaves."""

    WELL = auto()
    WITHOUT_RANGES = auto()
    CUT = auto()
    """The connection ends in the middle of what was asked for."""
    WITHOUT_LENGTH = auto()
    OTHER_PART = auto()
    """What it sends begins somewhere else than it was asked to."""
    MISSING = auto()
    BEYOND = auto()


@dataclass
class FileServer:
    """Delivers `content` at every path; used in a `with`."""

    content: bytes = CONTENT
    manner: Manner = Manner.WELL
    ranges: list[str | None] = field(default_factory=list)
    """What each request asked for."""

    def __enter__(self) -> Self:
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                outer.answer(self)

            def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its name
                """Keeps quiet."""

        self._server = HTTPServer(("127.0.0.1", 0), Handler)
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.005,))
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self._server.server_port}/voice.onnx"

    def remote(self, expected: bytes = CONTENT) -> Remote:
        """The file as it is expected to be."""
        return Remote(self.address, len(expected), hashlib.sha256(expected).hexdigest())

    def answer(self, handler: BaseHTTPRequestHandler) -> None:
        asked = handler.headers.get("Range")
        self.ranges.append(asked)
        if self.manner in {Manner.MISSING, Manner.BEYOND}:
            handler.send_error(404 if self.manner is Manner.MISSING else 416)
            return
        start = 0
        if asked and self.manner is not Manner.WITHOUT_RANGES:
            start = int(asked.removeprefix("bytes=").removesuffix("-"))
            said = start + 1 if self.manner is Manner.OTHER_PART else start
            last, whole = len(self.content) - 1, len(self.content)
            handler.send_response(206)
            handler.send_header("Content-Range", f"bytes {said}-{last}/{whole}")
        else:
            handler.send_response(200)
        sent = self.content[start:]
        if self.manner is not Manner.WITHOUT_LENGTH:
            handler.send_header("Content-Length", str(len(sent)))
        handler.end_headers()
        if self.manner is Manner.CUT:
            sent = sent[: len(sent) // 2]
        handler.wfile.write(sent)
