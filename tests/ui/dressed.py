"""The application in a look, for as long as a test needs it."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from relaxapp.ui.theme import apply_theme

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication

    from relaxapp.ui.theme import Theme


@contextmanager
def dressed(application: QApplication, theme: Theme) -> Iterator[Theme]:
    """Gives the application a theme, and takes it away again."""
    palette, font = application.palette(), application.font()
    apply_theme(application, theme)
    try:
        yield theme
    finally:
        application.setStyleSheet("")
        application.setPalette(palette)
        application.setFont(font)
