"""The display kept awake on Windows, by what its threads can say about themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

# https://learn.microsoft.com/windows/win32/api/winbase/nf-winbase-setthreadexecutionstate
_CONTINUOUS = 0x80000000
_SYSTEM_REQUIRED = 0x00000001
_DISPLAY_REQUIRED = 0x00000002


class WindowsInhibition:
    """Says that the window's thread needs the display; Windows forgets it when the thread ends.

    Args:
        settled: called when it is known whether the display is held.
        set_state: takes the new state of this thread, and returns the one before or 0 if it
            failed; Windows' own where None.
    """

    name = "SetThreadExecutionState"

    def __init__(
        self, settled: Callable[[], None], set_state: Callable[[int], int] | None = None
    ) -> None:
        self._settled = settled
        self._set_state = set_state or _set_state
        self.is_held = False
        self.trouble = ""

    def hold(self, reason: str) -> None:  # noqa: ARG002 - Windows does not ask for one
        """Asks for the display to stay on."""
        before = self._set_state(_CONTINUOUS | _SYSTEM_REQUIRED | _DISPLAY_REQUIRED)
        self.is_held = before != 0
        self.trouble = "" if self.is_held else "Windows refused to keep the display on."
        self._settled()

    def release(self) -> None:
        """Lets go."""
        self._set_state(_CONTINUOUS)
        self.is_held = False


def _set_state(state: int) -> int:
    import ctypes  # noqa: PLC0415 - start-up

    kernel: Any = getattr(ctypes, "windll").kernel32  # noqa: B009 - elsewhere there is no such name
    kernel.SetThreadExecutionState.argtypes = [ctypes.c_uint32]
    kernel.SetThreadExecutionState.restype = ctypes.c_uint32
    return int(kernel.SetThreadExecutionState(state))
