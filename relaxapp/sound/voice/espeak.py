"""The voice that is always there: espeak-ng, out of the library that `espeakng-loader` carries."""

from __future__ import annotations

import ctypes
import threading
from typing import TYPE_CHECKING

import numpy as np

from relaxapp.errors import SoundError
from relaxapp.sound.samples import from_pcm
from relaxapp.sound.voice.voice import Treatment

if TYPE_CHECKING:
    from relaxapp.sound.samples import Block

_VOICES = {"en": "en-gb-x-rp", "en-gb": "en-gb-x-rp"}
"""What a language is called by the library where its code will not do."""

# From espeak-ng's speak_lib.h.
_AUDIO_OUTPUT_SYNCHRONOUS = 2
_INITIALIZE_DONT_EXIT = 0x8000
_CHARS_UTF8 = 1
_POSITION_CHARACTER = 1
_PARAMETER_RATE = 1
_OK = 0

_Callback = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p)


class _Library:
    """The library, which has one state for the whole process; so one sentence at a time."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self._library: ctypes.CDLL | None = None
        self._rate = 0
        self._pieces: list[bytes] = []
        self._callback = _Callback(self._take)

    def speak(self, voice: str, words_per_minute: int, text: str) -> tuple[Block, int]:
        with self.lock:
            library = self._ready()
            library.espeak_SetVoiceByName(voice.encode())
            library.espeak_SetParameter(_PARAMETER_RATE, words_per_minute, 0)
            self._pieces = []
            data = text.replace("\0", " ").encode() + b"\0"
            result = library.espeak_Synth(
                data, len(data), 0, _POSITION_CHARACTER, 0, _CHARS_UTF8, None, None
            )
            if result != _OK or library.espeak_Synchronize() != _OK:
                raise SoundError("espeak-ng could not speak a sentence. Choose another voice.")
            pcm = np.frombuffer(b"".join(self._pieces), np.int16)
            return from_pcm(pcm), self._rate

    def voice_of(self, language: str) -> str:
        """The voice for a language, without its region if need be."""
        with self.lock:
            library = self._ready()
            for code in dict.fromkeys((language, language.split("-", maxsplit=1)[0])):
                voice = _VOICES.get(code, code)
                if library.espeak_SetVoiceByName(voice.encode()) == _OK:
                    return voice
        raise SoundError(f"espeak-ng has no voice for “{language}”.")

    def version(self) -> str:
        with self.lock:
            library = self._ready()
            library.espeak_Info.restype = ctypes.c_char_p
            return str(library.espeak_Info(None).decode("ascii", "replace").split()[0])

    def _ready(self) -> ctypes.CDLL:
        if self._library is None:
            try:
                import espeakng_loader  # noqa: PLC0415 - only a session that speaks pays for it

                library = ctypes.CDLL(espeakng_loader.get_library_path())
                folder = espeakng_loader.get_data_path()
            except (ImportError, OSError, RuntimeError) as error:
                raise SoundError(
                    f"The espeak-ng voice cannot be loaded ({error}). Install the package espeakng-loader anew."
                ) from error
            rate = library.espeak_Initialize(
                _AUDIO_OUTPUT_SYNCHRONOUS, 0, folder.encode(), _INITIALIZE_DONT_EXIT
            )
            if rate <= 0:
                raise SoundError(
                    "The espeak-ng voice does not start. Install the package espeakng-loader anew."
                )
            library.espeak_SetSynthCallback(self._callback)
            self._library, self._rate = library, rate
        return self._library

    def _take(self, samples: int | None, count: int, _events: object) -> int:
        """Keep what the library hands over piece by piece: an address and a number of samples."""
        if samples and count > 0:
            self._pieces.append(ctypes.string_at(samples, count * 2))
        return 0


_library = _Library()
# One for the process because the C library is; nothing is loaded until a voice is asked for.


class EspeakVoice:
    """espeak-ng in one language."""

    name = "espeak"
    licence = "GPL-3.0-or-later"
    credit = "Spoken by espeak-ng."
    treatment = Treatment.MILD

    def __init__(self, language: str) -> None:
        """Load the library and look for the language.

        Args:
            language: a code such as `en` or `de`.

        Raises:
            SoundError: the library cannot be loaded, or does not know the language.
        """
        self._voice = _library.voice_of(language.lower().replace("_", "-"))
        self.identity = f"espeak-ng {_library.version()} {self._voice}"

    def speak(self, text: str, words_per_minute: int) -> tuple[Block, int]:
        """Speak a sentence."""
        return _library.speak(self._voice, words_per_minute, text)
