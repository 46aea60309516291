"""Labels in the roles of the style sheet; what they say is never taken for markup."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy


def paragraph(role: str, text: str = "") -> QLabel:
    """Words that break into lines where they have to.

    Args:
        role: one of the roles in `style.qss`.
        text: what it says.
    """
    label = _label(role, text)
    label.setWordWrap(True)
    return label


def line(role: str, text: str = "") -> QLabel:
    """Words on one line, as high as they are.

    Args:
        role: one of the roles in `style.qss`.
        text: what it says.
    """
    label = _label(role, text)
    label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
    return label


def _label(role: str, text: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("role", role)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
