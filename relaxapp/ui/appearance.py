"""The look of the whole application: as the person wants it, or as the desktop has it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject, Qt, Signal

from relaxapp.ui.theme import Theme, apply_colors_and_type, style_sheet, theme_for

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from relaxapp.settings import Settings
    from relaxapp.ui.choices import Choices


@dataclass(frozen=True, slots=True)
class _Look:
    """What a theme is made from, and whether the desktop has a say in it."""

    follows_desktop: bool
    name: Literal["night", "light"]
    high_contrast: bool
    text_percent: int


class Appearance(QObject):
    """Knows which look is wanted, and gives it to the application when it is taken up.

    A window takes another look up when it suits: not in the middle of a session.

    Args:
        application: what gets the look; the first one is taken up at once.
        choices: what the person chose.
        parent: as in Qt.
    """

    outdated = Signal()
    """Another look is wanted than the one that was taken up."""

    def __init__(
        self, application: QApplication, choices: Choices, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._application = application
        self._choices = choices
        self._hints = application.styleHints()
        self._look: _Look | None = None
        self._theme = self.take_up()
        choices.changed.connect(self._compare)
        self._hints.colorSchemeChanged.connect(self._compare)
        # Since Qt 6.10 a desktop tells how much contrast is wanted.
        hints = getattr(self._hints, "accessibility", None)
        if hints is not None:
            hints().contrastPreferenceChanged.connect(self._compare)

    @property
    def theme(self) -> Theme:
        """The look that was taken up."""
        return self._theme

    @property
    def is_outdated(self) -> bool:
        """Whether another look is wanted."""
        return self._wanted() != self._look

    def take_up(self) -> Theme:
        """Takes up the look that is wanted now, and returns it.

        Colours and type are there at once; the style sheet comes with `dress`.
        """
        settings = self._choices.settings
        if settings.theme == "system":
            self._hints.unsetColorScheme()
        look = self._look = self._wanted()
        if not look.follows_desktop:
            self._hints.setColorScheme(
                Qt.ColorScheme.Light if look.name == "light" else Qt.ColorScheme.Dark
            )
        self._theme = theme_for(
            look.name, high_contrast=look.high_contrast, text_percent=look.text_percent
        )
        self._application.setStyleSheet("")
        apply_colors_and_type(self._application, self._theme)
        return self._theme

    def dress(self) -> None:
        """Gives the style sheet of the look that was taken up to all widgets, those to come included.

        Best done when a page has been put together: Qt works out anew how a dressed widget looks
        whenever it is given another parent.
        """
        self._application.setStyleSheet(style_sheet(self._theme))

    def _wanted(self) -> _Look:
        settings = self._choices.settings
        return _Look(
            follows_desktop=settings.theme == "system",
            name=self._name(settings),
            high_contrast=self._is_high(settings),
            text_percent=settings.text_percent,
        )

    def _name(self, settings: Settings) -> Literal["night", "light"]:
        if settings.theme != "system":
            return settings.theme
        is_light = self._hints.colorScheme() == Qt.ColorScheme.Light
        return "light" if is_light else "night"

    def _is_high(self, settings: Settings) -> bool:
        if settings.contrast != "system":
            return settings.contrast == "high"
        hints = getattr(self._hints, "accessibility", None)
        return (
            hints is not None and hints().contrastPreference() == Qt.ContrastPreference.HighContrast
        )

    def _compare(self) -> None:
        if self.is_outdated:
            self.outdated.emit()
