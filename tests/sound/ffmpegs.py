"""The ffmpeg of this machine, where there is one, and small programs that stand in for it."""

from __future__ import annotations

import stat
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from relaxapp.sound.ffmpeg import find_ffmpeg

if TYPE_CHECKING:
    from pathlib import Path

FFMPEG = find_ffmpeg() or ""

needs_ffmpeg = pytest.mark.skipif(
    not FFMPEG, reason="neither ffmpeg nor the package imageio-ffmpeg is installed"
)
needs_scripts = pytest.mark.skipif(
    sys.platform == "win32", reason="a script is not a program there"
)


def make(path: Path, *codec: str, seconds: float = 2, channels: int = 1) -> Path:
    """A tone in a file of any kind that ffmpeg writes."""
    tone = f"sine=frequency=300:duration={seconds},volume=0.1"
    command = [FFMPEG, "-loglevel", "error", "-f", "lavfi", "-i", tone, "-ac", str(channels)]
    subprocess.run([*command, *codec, str(path)], check=True)
    return path


def stand_in(folder: Path, code: str) -> str:
    """A program that does what some lines of Python say, `out` being its standard output."""
    path = folder / "ffmpeg"
    path.write_text(
        f"#!{sys.executable}\nimport sys, struct, time\nout = sys.stdout.buffer\n{code}\n",
        encoding="utf-8",
    )
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return str(path)


def au_header(channels: int = 1) -> str:
    """The line that writes the header of what ffmpeg is asked for, for `stand_in`."""
    return f"out.write(b'.snd' + struct.pack('>5I', 24, 0xFFFFFFFF, 6, 48000, {channels}))"
