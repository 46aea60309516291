"""Keeps the ALSA library from writing its troubles to the terminal; ours are told in sentences."""

from __future__ import annotations

import ctypes

_Handler = ctypes.CFUNCTYPE(
    None, ctypes.c_char_p, ctypes.c_int, ctypes.c_char_p, ctypes.c_int, ctypes.c_char_p
)


_say_nothing = _Handler(lambda *_: None)
"""Lives as long as the process, since ALSA keeps its address."""


def silence_alsa() -> None:
    """Make ALSA say nothing in this process; where it is not installed there is nothing to do."""
    try:
        library = ctypes.CDLL("libasound.so.2")
        library.snd_lib_error_set_handler(_say_nothing)
    except (OSError, AttributeError):
        return
