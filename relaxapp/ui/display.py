"""Whether there is a screen, asked before Qt, which ends the process where there is none."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from relaxapp.errors import DisplayError

if TYPE_CHECKING:
    import ctypes
    from collections.abc import Callable, Mapping

_WITHOUT = (
    "Without a screen, “relaxapp play ID” leads a session here in the terminal, and “relaxapp list” "
    "says which there are."
)
_XCB = "libxcb.so.1"
_CURSOR = "libxcb-cursor.so.0"
_NO_ERROR = 0


def require_display(
    environ: Mapping[str, str],
    platform: str = sys.platform,
    load: Callable[[str], ctypes.CDLL] | None = None,
) -> None:
    """Make sure that a window can be opened.

    Args:
        environ: the environment variables.
        platform: the system, as in `sys.platform`; elsewhere than on Linux there is always a screen.
        load: loads a shared library by its name, or raises OSError; `ctypes.CDLL` where None.

    Raises:
        DisplayError: there is no screen, it does not answer, or a library that Qt needs is missing.
    """
    if platform != "linux" or environ.get("QT_QPA_PLATFORM"):
        return  # whoever names a platform knows what is there
    if environ.get("WAYLAND_DISPLAY"):
        return
    display = environ.get("DISPLAY")
    if not display:
        raise DisplayError(f"There is no screen here to open a window on. {_WITHOUT}")
    import ctypes  # noqa: PLC0415 - only where there is a screen to ask

    load = load or ctypes.CDLL
    try:
        xcb = load(_XCB)
        load(_CURSOR)
    except OSError as error:
        raise DisplayError(
            f"A library that the window needs is missing ({error}). On Debian and Ubuntu, install "
            f"the package libxcb-cursor0. {_WITHOUT}"
        ) from error
    if not _answers(xcb, display):
        raise DisplayError(f"The screen {display} does not answer. {_WITHOUT}")


def _answers(xcb: ctypes.CDLL, display: str) -> bool:
    import ctypes  # noqa: PLC0415 - as above

    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connection_has_error.argtypes = [ctypes.c_void_p]
    xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(display.encode(), None)
    answers = bool(xcb.xcb_connection_has_error(connection) == _NO_ERROR)
    xcb.xcb_disconnect(connection)
    return answers
