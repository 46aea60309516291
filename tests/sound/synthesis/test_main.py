"""The tool that makes the shipped sounds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relaxapp.sound.decoding import decode
from relaxapp.sound.synthesis import __main__ as tool
from relaxapp.sound.synthesis.shipped import SHIPPED
from relaxapp.timeline.clip import frames

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_the_tool_writes_every_file_and_says_how_loud_it_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    names = ("cues/bowl/bell.flac", "breath/wood/out.flac")
    monkeypatch.setattr(tool, "SHIPPED", {name: SHIPPED[name] for name in names})

    assert tool.main([str(tmp_path)]) == 0

    assert len(decode(tmp_path / "cues" / "bowl" / "bell.flac")) == frames(3.2)
    assert "| `breath/wood/out.flac` | 6.0 s | -26.0 LUFS |" in capsys.readouterr().out


def test_the_tool_asks_for_a_folder(capsys: pytest.CaptureFixture[str]) -> None:
    assert tool.main([]) == 2
    assert "Name the folder" in capsys.readouterr().err
