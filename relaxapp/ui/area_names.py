"""What the areas of the body are called in the window."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from relaxapp.script.body import Area


def area_name(area: Area) -> str:
    """An area's name with a capital, in the language of the window, such as `Left eye`."""
    return QCoreApplication.translate("Areas", area.value.capitalize())


def area_words(area: Area) -> str:
    """An area's name as it stands within a sentence, in the language of the window."""
    return QCoreApplication.translate("Areas", area.value)


def area_names() -> dict[Area, str]:
    """The names of all areas."""
    return {area: area_name(area) for area in Area}
