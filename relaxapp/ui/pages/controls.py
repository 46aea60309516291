"""The controls along the bottom of the session page, which fade while nobody needs them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPropertyAnimation, Qt, QTimer, Signal, SignalInstance
from PySide6.QtWidgets import (
    QGraphicsOpacityEffect,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QWidget,
)

from relaxapp.ui.pages.volume_row import VolumeRow
from relaxapp.ui.painted.round_button import RoundButton, Sign

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from relaxapp.sound.volumes import Volumes
    from relaxapp.timeline.clip import Bus
    from relaxapp.ui.theme import Theme

REST_MS = 4000
"""After this long without a mouse or a key the controls fade."""
FADED = 0.28
"""How opaque they stay."""

_ARROWS = frozenset({Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down})


class Controls(QWidget):
    """The end of the session, its steps, play and pause, and the volumes."""

    end_asked = Signal()
    back_asked = Signal()
    toggle_asked = Signal()
    skip_asked = Signal()
    repeat_asked = Signal()
    longer_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.volumes = VolumeRow(theme)
        self._toggle = RoundButton(theme)
        self._toggle.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._toggle.clicked.connect(self.toggle_asked)
        self._lay_out(theme)
        self._effect = QGraphicsOpacityEffect(self)
        self._effect.setOpacity(1.0)
        self._effect.setEnabled(False)
        self.setGraphicsEffect(self._effect)
        self._aim = 1.0
        self._fade = QPropertyAnimation(self._effect, b"opacity", self)
        self._fade.setDuration(theme.page_ms)
        self._fade.finished.connect(self._settle)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self.fade_out)
        self.show_running(running=False)

    @property
    def is_faded(self) -> bool:
        """Whether they are faded, or about to be."""
        return self._aim < 1.0

    def show_running(self, *, running: bool) -> None:
        """Show whether the session runs: the round button pauses it or lets it go on."""
        sign = Sign.PAUSE if running else Sign.PLAY
        if sign is self._toggle.sign and self._toggle.accessibleName():
            return
        self._toggle.set_sign(sign)
        name = self.tr("Pause") if running else self.tr("Go on")
        self._toggle.setAccessibleName(name)
        self._toggle.setToolTip(self.tr("{name} (Space)").replace("{name}", name))

    def wake(self, *, may_rest: bool) -> None:
        """Come back to full view; fade again later if the session runs by itself."""
        self._move_to(1.0)
        if may_rest:
            self._rest.start()
        else:
            self._rest.stop()

    def fade_out(self) -> None:
        """Fade to hardly there."""
        self._rest.stop()
        self._move_to(FADED)

    def show_volumes(self, volumes: Volumes, buses: Iterable[Bus]) -> None:
        """Show the volumes of what a session has."""
        self.volumes.show_volumes(volumes, buses)
        self._place_volumes()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 -- Qt's name
        """Give the volumes a line of their own where the width does not hold them."""
        super().resizeEvent(event)
        self._place_volumes()

    def _move_to(self, opacity: float) -> None:
        if opacity == self._aim:
            return
        self._aim = opacity
        self._effect.setEnabled(True)
        self._fade.stop()
        self._fade.setStartValue(self._effect.opacity())
        self._fade.setEndValue(opacity)
        self._fade.start()

    def _settle(self) -> None:
        # An effect at full opacity would still paint everything twice.
        self._effect.setEnabled(self._aim < 1.0)

    def _lay_out(self, theme: Theme) -> None:
        left, right = QHBoxLayout(), QHBoxLayout()
        end = self._button(self.tr("End session"), self.tr("Esc"), self.end_asked)
        left.addWidget(end)
        left.addStretch(1)
        left.addWidget(self._button(self.tr("Repeat"), "R", self.repeat_asked))
        left.addWidget(self._button(self.tr("Back a step"), self.tr("Left"), self.back_asked))
        right.addWidget(self._button(self.tr("Next step"), self.tr("Right"), self.skip_asked))
        right.addWidget(self._button(self.tr("A bit longer"), "L", self.longer_asked))
        right.addStretch(1)
        self._steps = right
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(theme.margin_px - 10, 0, theme.margin_px - 10, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(2, 1)
        self._grid.addLayout(left, 1, 0)
        self._grid.addWidget(self._toggle, 1, 1)
        self._grid.addLayout(right, 1, 2)
        self._place_volumes()

    def _place_volumes(self) -> None:
        right = (
            self._steps.sizeHint().width()
            + self.volumes.sizeHint().width()
            + self._grid.contentsMargins().right()
            + self._grid.horizontalSpacing()
        )
        row = 1 if self.width() >= 2 * right + self._toggle.width() else 2
        where = self._grid.indexOf(self.volumes)
        if where >= 0:
            if self._grid.getItemPosition(where)[0] == row:  # type: ignore[index]
                return
            self._grid.removeWidget(self.volumes)
        if row == 1:
            end = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            self._grid.addWidget(self.volumes, row, 2, end)
        else:
            self._grid.addWidget(self.volumes, row, 0, 1, 3, Qt.AlignmentFlag.AlignHCenter)

    def _button(self, text: str, key: str, signal: SignalInstance) -> QPushButton:
        button = _Button(text)
        # A click must not take the keyboard away: Space goes on meaning pause.
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setProperty("kind", "quiet")
        button.setProperty("small", "true")
        button.setToolTip(self.tr("{name} ({key})").replace("{name}", text).replace("{key}", key))
        button.clicked.connect(signal)
        return button


class _Button(QPushButton):
    """A quiet button that leaves the arrow keys to the page, where they mean steps."""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 -- Qt's name
        """Qt would move the focus by arrow keys."""
        if event.key() in _ARROWS:
            event.ignore()
        else:
            super().keyPressEvent(event)
