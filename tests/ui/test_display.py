"""Whether there is a screen is asked before Qt."""

from __future__ import annotations

import ctypes

import pytest

from relaxapp.errors import DisplayError
from relaxapp.ui.display import require_display


def _nothing_loads(name: str) -> ctypes.CDLL:
    raise OSError(f"{name}: cannot open shared object file")


def test_no_screen_is_said_in_a_sentence() -> None:
    with pytest.raises(DisplayError, match="no screen here"):
        require_display({}, "linux")


def test_a_missing_library_is_named_with_what_to_install() -> None:
    with pytest.raises(DisplayError, match="libxcb-cursor0"):
        require_display({"DISPLAY": ":0"}, "linux", _nothing_loads)


def test_a_screen_that_does_not_answer_is_noticed() -> None:
    try:
        for name in ("libxcb.so.1", "libxcb-cursor.so.0"):
            ctypes.CDLL(name)
    except OSError:
        pytest.skip("this machine has no X libraries to ask with")
    with pytest.raises(DisplayError, match="does not answer"):
        require_display({"DISPLAY": "nowhere.invalid:99"}, "linux")


@pytest.mark.parametrize(
    ("environ", "platform"),
    [
        ({"QT_QPA_PLATFORM": "offscreen"}, "linux"),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux"),
        ({}, "darwin"),
        ({}, "win32"),
    ],
)
def test_nothing_is_asked_where_a_screen_is_certain_or_a_platform_was_named(
    environ: dict[str, str], platform: str
) -> None:
    require_display(environ, platform, _nothing_loads)
