"""The card "Which voice": the voices there are, those that cannot be had with the reason, and a sentence to hear."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QRadioButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QVBoxLayout,
    QWidget,
)

from relaxapp.ui.label import paragraph
from relaxapp.ui.listening import Hearing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from relaxapp.sound.voice.choice import Availability

AUTOMATIC = "auto"
"""The choice that leaves it to relaxapp."""
_INDENT = 1.8
"""How far words stand in below a button, in heights of a line: as far as the button's own."""


class VoiceCard(QFrame):
    """Lets the person choose a voice, and hear it."""

    chosen = Signal(str)
    """A voice was chosen: its name, or `AUTOMATIC`."""
    hear_asked = Signal()
    """The voice that is chosen is to be heard."""
    stop_asked = Signal()
    """It is to be quiet."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._found: tuple[Availability, ...] | None = None
        self._hearing = Hearing.NOTHING
        self._group = QButtonGroup(self)
        self._radios: dict[str, QRadioButton] = {}
        self._waiting = paragraph("dim", self.tr("Looking for voices."))
        self._list = QWidget()
        self._rows = QVBoxLayout(self._list)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(4)
        self.hear_button = QPushButton()
        self.hear_button.clicked.connect(self._on_hear)
        self._trouble = paragraph("small", "")
        foot = QHBoxLayout()
        foot.setSpacing(14)
        foot.addWidget(self.hear_button)
        foot.addWidget(self._trouble, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 20)
        column.setSpacing(10)
        column.addWidget(paragraph("dim", self.tr("Which voice")))
        column.addWidget(self._waiting)
        column.addWidget(self._list)
        column.addSpacing(4)
        column.addLayout(foot)
        self.show_hearing(Hearing.NOTHING)
        self.hear_button.setEnabled(False)

    @property
    def used(self) -> Availability | None:
        """The voice that speaks as it is chosen now; None while none can be had."""
        had = [each for each in self._found or () if each.voice is not None]
        wish = next((name for name, radio in self._radios.items() if radio.isChecked()), "")
        return next((each for each in had if each.name == wish), had[0] if had else None)

    def show_voices(self, found: Sequence[Availability], wish: str) -> None:
        """Shows the voices there are.

        Args:
            found: the voices, in the order in which they are preferred.
            wish: what the settings say.
        """
        if self._found is None or [_seen(each) for each in found] != [
            _seen(each) for each in self._found
        ]:
            self._fill(found)
        self._found = tuple(found)
        self._waiting.hide()
        self.show_wish(wish)
        self.hear_button.setEnabled(self.used is not None)

    def show_wish(self, wish: str) -> None:
        """Marks the voice that the settings wish for."""
        meant = [each for each in self._found or () if each.is_meant_by(wish)]
        best = next((each for each in meant if each.voice is not None), None) or next(
            iter(meant), None
        )
        radio = self._radios.get(best.name if best else AUTOMATIC)
        if radio is not None:
            radio.setChecked(True)

    def show_hearing(self, hearing: Hearing) -> None:
        """Shows whether a voice is heard."""
        self._hearing = hearing
        text = self.tr("Hear it") if hearing is Hearing.NOTHING else self.tr("Stop")
        self.hear_button.setText(text)
        self.hear_button.setAccessibleName(
            self.tr("Hear the voice") if hearing is Hearing.NOTHING else self.tr("Stop the voice")
        )
        self.show_trouble(self.tr("One moment, please.") if hearing is Hearing.PREPARING else "")

    def show_trouble(self, sentence: str) -> None:
        """Says something beside the button; empty for nothing."""
        self._trouble.setText(sentence)
        self.hear_button.setAccessibleDescription(sentence)

    def _fill(self, found: Sequence[Availability]) -> None:
        for radio in self._radios.values():
            self._group.removeButton(radio)
        self._radios = {}
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        best = next((each.title for each in found if each.voice is not None), "")
        now = self.tr("Now: {voice}.").format(voice=best) if best else ""
        self._add(AUTOMATIC, self.tr("The best there is"), now, can_be_had=True)
        for each in found:
            self._add(each.name, each.title or each.name, each.trouble, can_be_had=not each.trouble)

    def _add(self, name: str, title: str, words: str, *, can_be_had: bool) -> None:
        radio = _Radio(title)
        radio.setAccessibleDescription(words)
        radio.setEnabled(can_be_had)
        radio.clicked.connect(lambda: self.chosen.emit(name))
        self._group.addButton(radio)
        self._radios[name] = radio
        self._rows.addWidget(radio)
        if words:
            label = paragraph("small", words)
            label.setContentsMargins(round(_INDENT * radio.fontMetrics().height()), 0, 0, 6)
            self._rows.addWidget(label)

    def _on_hear(self) -> None:
        if self._hearing is Hearing.NOTHING:
            self.hear_asked.emit()
        else:
            self.stop_asked.emit()


class _Radio(QRadioButton):
    """A radio button whose words break into lines where there is no width for them."""

    def __init__(self, title: str) -> None:
        super().__init__(title)
        self._words = title.split()
        self.setAccessibleName(title)
        # A long name must not make the card wider than its column.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        contents = QStyle.SubElement.SE_RadioButtonContents
        room = self.style().subElementRect(contents, option, self).width()
        lines = [""]
        for word in self._words:
            longer = f"{lines[-1]} {word}".strip()
            if lines[-1] and self.fontMetrics().horizontalAdvance(longer) > room:
                lines.append(word)
            else:
                lines[-1] = longer
        self.setText("\n".join(lines))


def _seen(voice: Availability) -> tuple[str, str, str]:
    """What a person sees of a voice."""
    return (voice.name, voice.title, voice.trouble)
