"""Piper voices on disk: a model each, and the description beside it, read with suspicion."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from relaxapp.errors import SoundError

if TYPE_CHECKING:
    from pathlib import Path

MODEL_SUFFIX = ".onnx"
_MOST_DESCRIPTION_BYTES = 1_000_000
_RATES = range(8_000, 48_001)
_SPELLINGS = ("espeak", "text")
"""How a text is turned into sounds by Piper alone. For some languages it takes other programs, which
fetch what they need by themselves; no voice may open a connection, so these are refused."""


@dataclass(frozen=True, slots=True)
class PiperFiles:
    """A voice that is here.

    Attributes:
        name: what it goes by: its file's name without the ending.
        model: the voice itself.
        description: what Piper needs to know about it.
        language: a code such as `en_GB`.
    """

    name: str
    model: Path
    description: Path
    language: str


@dataclass(frozen=True, slots=True)
class BrokenFiles:
    """Files that look like a voice, and cannot be one.

    Attributes:
        name: what the voice would go by.
        trouble: what is wrong with it, as a sentence.
    """

    name: str
    trouble: str


def found_in(folder: Path) -> list[PiperFiles | BrokenFiles]:
    """Every voice in a folder, in the order of their names; none where there is no folder."""
    try:
        models = sorted(folder.glob(f"*{MODEL_SUFFIX}"))
    except OSError:
        return []
    return [_looked_at(model) for model in models]


def read(model: Path) -> PiperFiles:
    """The voice a model belongs to.

    Raises:
        SoundError: its description is missing or makes no sense.
    """
    name = model.name.removesuffix(MODEL_SUFFIX)
    description = model.with_name(f"{model.name}.json")
    try:
        with description.open("rb") as file:
            data = file.read(_MOST_DESCRIPTION_BYTES + 1)
    except FileNotFoundError as error:
        raise SoundError(
            f"The voice {name} lacks its description: put {description.name} beside it in "
            f"{model.parent}."
        ) from error
    except OSError as error:
        raise SoundError(
            f"The description {description} cannot be read ({error.strerror or error}). Check that "
            "it is a file that you may read."
        ) from error
    try:
        language = _language(data, name)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise SoundError(
            f"The file {description} does not describe a Piper voice that relaxapp can use. Fetch "
            "the voice again, or move it away."
        ) from error
    return PiperFiles(name, model, description, language)


def _looked_at(model: Path) -> PiperFiles | BrokenFiles:
    try:
        return read(model)
    except SoundError as error:
        return BrokenFiles(model.name.removesuffix(MODEL_SUFFIX), str(error))


def _language(data: bytes, name: str) -> str:
    """The language of a description, all of which that matters has been looked at.

    Raises:
        ValueError, TypeError, KeyError, AttributeError: something is not as it must be.
    """
    if len(data) > _MOST_DESCRIPTION_BYTES:
        raise ValueError
    described: dict[str, Any] = json.loads(data)
    sounds = described["phoneme_id_map"]
    is_sound = (
        described["audio"]["sample_rate"] in _RATES
        and described.get("phoneme_type", "espeak") in _SPELLINGS
        and isinstance(described["num_symbols"], int)
        and isinstance(described["num_speakers"], int)
        and isinstance(described["espeak"]["voice"], str)
        and isinstance(sounds, dict)
        and all(
            isinstance(ids, list) and all(_is_id(each) for each in ids) for ids in sounds.values()
        )
    )
    # Older descriptions do not name the language; the name of the voice begins with it.
    code = described.get("language", {}).get("code") or name.split("-", maxsplit=1)[0]
    if not is_sound or not re.fullmatch(r"[a-z]{2,3}([_-]\w{2,8})*", code):
        raise ValueError
    return str(code)


def _is_id(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0
