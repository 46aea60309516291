"""The list that lies with the clips of a shipped voice: what was spoken, at which pace, by whom."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from relaxapp.errors import SoundError

if TYPE_CHECKING:
    from pathlib import Path

FILE_NAME = "manifest.json"


@dataclass(frozen=True, slots=True)
class ShippedClip:
    """One sentence at one pace.

    Attributes:
        text: the sentence.
        words_per_minute: the pace that was asked for.
        seconds: how long it is.
        lufs: how loud it is, as decoded.
    """

    text: str
    words_per_minute: int
    seconds: float
    lufs: float

    @property
    def file(self) -> str:
        """The name of its file."""
        return clip_file(self.text, self.words_per_minute)


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a folder of clips is.

    Attributes:
        voice: the name it goes by.
        title: whom one hears.
        language: a code such as `en`.
        engine: what spoke, with its version.
        preparation: how the speech was prepared, as `narration.PREPARATION`.
        licence: under which licence the clips may be passed on.
        credit: whom to name where they are.
        clips: every clip, in the order of texts and paces.
    """

    voice: str
    title: str
    language: str
    engine: str
    preparation: str
    licence: str
    credit: str
    clips: tuple[ShippedClip, ...]


def clip_file(text: str, words_per_minute: int) -> str:
    """The name of the file of a sentence at a pace."""
    digest = hashlib.sha256(f"{words_per_minute}\0{text}".encode()).hexdigest()
    return f"{digest[:20]}.opus"


def read_manifest(folder: Path) -> Manifest:
    """The manifest in a folder.

    Raises:
        SoundError: there is none, or it cannot be read.
    """
    path = folder / FILE_NAME
    try:
        record: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        clips = tuple(ShippedClip(**clip) for clip in record.pop("clips"))
        return Manifest(**record, clips=clips)
    except (OSError, ValueError, TypeError, KeyError, AttributeError) as error:
        raise SoundError(
            f"The list of what the voice {folder.name} has spoken cannot be read ({path}: {error}). "
            "Installing relaxapp anew brings it back."
        ) from error


def write_manifest(folder: Path, manifest: Manifest) -> None:
    """Write the manifest of a folder, so that it is there whole or as it was before.

    Raises:
        OSError: it cannot be written.
    """
    text = json.dumps(asdict(manifest), ensure_ascii=False, indent=1) + "\n"
    part = folder / f"{FILE_NAME}.part"
    part.write_text(text, encoding="utf-8", newline="\n")
    part.replace(folder / FILE_NAME)
