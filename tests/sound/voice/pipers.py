"""Piper voices for tests: files on disk, and a package that hums instead of speaking."""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass, field
from importlib.metadata import PackageNotFoundError
from types import ModuleType, SimpleNamespace
from typing import TYPE_CHECKING, Any

import numpy as np

from relaxapp.sound.voice import piper

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import pytest

RATE = 22_050
WORD_SECONDS = 0.3
"""How long the humming takes for a word when nothing is asked of its pace."""


def description(**other: object) -> dict[str, Any]:
    """What stands beside a model, with some of it otherwise."""
    return {
        "audio": {"sample_rate": RATE, "quality": "medium"},
        "espeak": {"voice": "en-gb-x-rp"},
        "language": {"code": "en_GB"},
        "num_symbols": 256,
        "num_speakers": 1,
        "phoneme_type": "espeak",
        "phoneme_id_map": {"_": [0], "a": [14]},
        **other,
    }


def put_voice(folder: Path, name: str = "en_GB-hum-low", /, **other: object) -> Path:
    """Puts a voice into a folder; its model."""
    folder.mkdir(parents=True, exist_ok=True)
    model = folder / f"{name}.onnx"
    model.write_bytes(b"a model")
    model.with_name(f"{name}.onnx.json").write_text(json.dumps(description(**other)))
    return model


@dataclass
class FakePiper:
    """Stands in for the package.

    Attributes:
        loaded: the models that were loaded.
        spoken: every text with the scale it was asked for at.
        breaks: what it fails with from now on; None to work.
    """

    loaded: list[Path] = field(default_factory=list)
    spoken: list[tuple[str, float]] = field(default_factory=list)
    breaks: Exception | None = None

    def load(self, model: Path, described: Path) -> Any:
        assert described.is_file()
        if self.breaks:
            raise self.breaks
        self.loaded.append(model)
        return SimpleNamespace(synthesize=self.synthesize, config=SimpleNamespace(sample_rate=RATE))

    def synthesize(self, text: str, config: Any) -> Iterator[Any]:
        if self.breaks:
            raise self.breaks
        assert config.normalize_audio is False
        self.spoken.append((text, config.length_scale))
        for sentence in filter(None, text.split(".")):
            count = int(RATE * WORD_SECONDS * config.length_scale * len(sentence.split()))
            hum = 0.2 * np.sin(np.arange(count) * 0.05)
            yield SimpleNamespace(audio_float_array=hum, sample_rate=RATE)

    def install(self, monkeypatch: pytest.MonkeyPatch) -> FakePiper:
        """Lets relaxapp find it."""
        module: Any = ModuleType("piper")
        module.PiperVoice = SimpleNamespace(load=self.load)
        module.SynthesisConfig = SimpleNamespace
        monkeypatch.setitem(sys.modules, "piper", module)
        monkeypatch.setattr(piper, "version", lambda _package: "1.8.0")
        return self


def no_piper(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lets relaxapp find no such package, whatever is installed."""

    def missing(package: str) -> str:
        raise PackageNotFoundError(package)

    monkeypatch.setattr(piper, "version", missing)
