"""The page before a session that begins at one's own pace: tap with each breath in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMargins, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from relaxapp.session.own_pace import TAPS_NEEDED, pace_of
from relaxapp.ui.aloud import announce
from relaxapp.ui.formats import number
from relaxapp.ui.label import paragraph
from relaxapp.ui.pages.scroll_column import ScrollColumn
from relaxapp.ui.painted.ground import Ground
from relaxapp.ui.painted.tap_light import TapLight

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QHideEvent, QKeyEvent, QMouseEvent, QResizeEvent

    from relaxapp.ui.theme import Theme

LASTS_MS = 60_000
"""After so long it goes on by itself."""

_ENTER_KEYS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_TAP_KEYS = frozenset({Qt.Key.Key_Space, *_ENTER_KEYS})
_WIDEST_PX = 720


class TappingPage(Ground):
    """Finds out how fast the person breathes; nothing has to be tapped.

    Args:
        theme: what to paint with.
        monotonic: seconds that only grow; the moment of a tap is read from it.
        title: the session's title.
        usual_pace: breaths a minute that the session begins at if nothing is tapped.
        reduced_motion: whether only the tone of the light is to change.
        parent: as in Qt.
    """

    done = Signal(object)
    """The person went on, or it went on by itself; carries breaths a minute, or None if not tapped."""

    def __init__(
        self,
        theme: Theme,
        monotonic: Callable[[], float],
        *,
        title: str,
        usual_pace: float,
        reduced_motion: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent)
        self._monotonic = monotonic
        self._moments: list[float] = []
        self._is_done = False
        self._time = QTimer(self)
        self._time.setSingleShot(True)
        self._time.setInterval(LASTS_MS)
        self._time.timeout.connect(self.finish)
        question = self.tr("Tap with each breath in")
        hint = self.tr(
            "Space, Enter or a click. Breathe just as you do: nothing has to be slow yet."
        )
        self.setAccessibleName(question)
        self.light = TapLight(theme, still=reduced_motion)
        self.light.setAccessibleName(question)
        self.light.setAccessibleDescription(hint)
        self.light.setMaximumHeight(theme.px(300))
        self.light.tapped.connect(self.tap)
        self.setFocusProxy(self.light)
        self._words = paragraph(
            "words",
            self.tr("After {count} taps your pace is known.").replace(
                "{count}", number(TAPS_NEEDED)
            ),
        )
        self.go_on = QPushButton(self.tr("Go on"))
        self.go_on.setProperty("kind", "primary")
        self.go_on.setMinimumWidth(theme.px(190))
        self.go_on.setEnabled(False)
        self.go_on.clicked.connect(self.finish)
        self.skip_button = QPushButton(self.tr("Skip"))
        self.skip_button.setProperty("kind", "quiet")
        self.skip_button.clicked.connect(self.skip)
        without = paragraph(
            "small",
            self.tr("Without it, it begins at about {pace} breaths a minute.").replace(
                "{pace}", number(usual_pace)
            ),
        )
        self.skip_button.setAccessibleDescription(without.text())
        self._lay_out(
            paragraph("eyebrow", title.upper()),
            paragraph("title", question),
            paragraph("subtitle", hint),
            without,
        )

    @property
    def pace(self) -> float | None:
        """Breaths a minute as tapped until now; None while too few are."""
        return pace_of(self._moments)

    @property
    def words(self) -> str:
        """What is said about the pace."""
        return self._words.text()

    def begin(self) -> None:
        """Let its time begin."""
        self._time.start()

    def tap(self) -> None:
        """The person breathes in now."""
        self._moments.append(self._monotonic())
        self.light.answer()
        pace = self.pace
        if pace is None:
            return
        self._words.setText(
            self.tr("About {pace} breaths a minute").replace("{pace}", number(pace))
        )
        if not self.go_on.isEnabled():
            self.go_on.setEnabled(True)
            announce(self, self._words.text())

    def finish(self) -> None:
        """Go on with the pace as it is known."""
        self._end(self.pace)

    def skip(self) -> None:
        """Go on without a pace."""
        self._end(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 -- Qt's name
        """Space and Enter tap wherever the focus is, but on a button, which they press."""
        if event.key() not in _TAP_KEYS:
            super().keyPressEvent(event)
        elif event.isAutoRepeat():
            event.accept()
        elif self.skip_button.hasFocus():
            self.skip()
        elif self.go_on.hasFocus():
            self.finish()
        else:
            self.tap()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 -- Qt's name
        """A click anywhere taps."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.tap()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 -- Qt's name
        """Who has left is not led on."""
        super().hideEvent(event)
        self._time.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 -- Qt's name
        """Lines stay short enough to be read easily."""
        super().resizeEvent(event)
        side = max(self._theme.margin_px, (self.width() - self._theme.px(_WIDEST_PX)) // 2)
        self._area.set_margins(QMargins(side, 24, side, 24))

    def _end(self, pace: float | None) -> None:
        if not self._is_done:
            self._is_done = True
            self._time.stop()
            self.done.emit(pace)

    def _lay_out(self, *words: QLabel) -> None:
        session, question, hint, without = words
        buttons = QHBoxLayout()
        buttons.setSpacing(16)
        buttons.addStretch(1)
        buttons.addWidget(self.go_on)
        buttons.addWidget(self.skip_button)
        buttons.addStretch(1)
        self._area = ScrollColumn(QMargins())
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._area)
        column = self._area.column
        column.setSpacing(self._theme.px(8))
        column.addStretch(2)
        for label in (session, question, hint):
            column.addWidget(label)
        column.addSpacing(self._theme.px(10))
        column.addWidget(self.light, 6)
        column.addSpacing(self._theme.px(10))
        column.addWidget(self._words)
        column.addSpacing(self._theme.px(12))
        column.addLayout(buttons)
        column.addWidget(without)
        column.addStretch(2)
        for label in (session, question, hint, self._words, without):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
