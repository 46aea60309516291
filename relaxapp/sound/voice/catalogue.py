"""The Piper voices that can be fetched: pinned to one state, and free to be used for anything."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from relaxapp.errors import NotFoundError
from relaxapp.sound.voice.fetching import Remote, fetch

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_PLACE = (
    "https://huggingface.co/rhasspy/piper-voices/resolve/c10ece1aade47bb51c153c893d14e5bf8e5b7117"
)
"""The collection of the Piper project, as it was at one revision; its branches move, this does not."""


@dataclass(frozen=True, slots=True)
class Offered:
    """A voice that can be fetched.

    Attributes:
        name: what it goes by, which is what its files are called.
        title: whom one hears.
        language: a code such as `en_GB`.
        licence: under what terms it is given.
        model: the voice itself.
        config: what Piper needs to know about it.
    """

    name: str
    title: str
    language: str
    licence: str
    model: Remote
    config: Remote

    @property
    def size(self) -> int:
        """How much is fetched, in bytes."""
        return self.model.size + self.config.size


def _offered(name: str, title: str, *, model: tuple[int, str], config: tuple[int, str]) -> Offered:
    language, speaker, quality = name.split("-")
    place = f"{_PLACE}/{language[:2]}/{language}/{speaker}/{quality}/{name}.onnx"
    return Offered(
        name=name,
        title=title,
        language=language,
        licence="Trained on public domain recordings (LibriVox).",
        model=Remote(place, *model),
        config=Remote(f"{place}.json", *config),
    )


CATALOGUE = (
    _offered(
        "en_GB-cori-medium",
        "British English, a woman",
        model=(63_531_379, "1899f98e5fb8310154f3c2973f4b8a929ba7245e722b3d3a85680b833d95f10d"),
        config=(4_966, "e262c16d7f192f69d4edd6b4ef8a5915379e67495fcc402f1ab15eeb33da3d36"),
    ),
    _offered(
        "en_US-ljspeech-medium",
        "American English, a woman",
        model=(63_531_379, "6f52a751e2349abe7a76735eb09dc1875298c77ea2342ffd2fef79ff81b87f22"),
        config=(4_972, "141d612cc0a95ed7efc1ca936b845c2364967f2e9217c5dbfcf69fc4d6c65860"),
    ),
)
"""Both were trained from nothing on recordings that belong to everybody; many others, though better
known, were tuned from a voice whose recordings may not be used for business."""


def offered(name: str) -> Offered:
    """The voice that goes by a name.

    Raises:
        NotFoundError: there is none.
    """
    for each in CATALOGUE:
        if each.name == name:
            return each
    names = ", ".join(each.name for each in CATALOGUE)
    raise NotFoundError(f"No voice called “{name}” can be fetched. There are: {names}.")


def fetch_voice(
    voice: Offered,
    folder: Path,
    progress: Callable[[int, int], None] = lambda _done, _total: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> None:
    """Bring a voice into a folder, unless it is there.

    Args:
        voice: which one.
        folder: where; made if it is missing.
        progress: told how many of how many bytes are here.
        cancelled: asked now and then whether to give up.

    Raises:
        SoundError: it cannot be had, is not what it should be, or cannot be written.
        CancelledError: it was called off.
    """
    model = folder / f"{voice.name}.onnx"
    fetch(voice.model, model, lambda here: progress(here, voice.size), cancelled)
    fetch(
        voice.config,
        folder / f"{voice.name}.onnx.json",
        lambda here: progress(voice.model.size + here, voice.size),
        cancelled,
    )
