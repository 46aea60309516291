"""The controls along the bottom of the session page; most of them fade while nobody needs them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from relaxapp.ui.pages.fading import Fading
from relaxapp.ui.pages.volume_row import VolumeRow
from relaxapp.ui.painted.round_button import RoundButton, Sign

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QKeyEvent

    from relaxapp.sound.volumes import Volumes
    from relaxapp.timeline.clip import Bus
    from relaxapp.ui.theme import Theme

REST_MS = 4000
"""After this long without a mouse or a key the controls fade."""
FADED = 0.28
"""How opaque they stay."""

_ARROWS = frozenset({Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down})
_GAP_PX = 8


class Controls(QWidget):
    """The end of the session, its steps, play and pause, and the volumes.

    What stops, pauses or helps (pause, end, "I feel worse", "Skip this area") never fades.
    """

    end_asked = Signal()
    back_asked = Signal()
    toggle_asked = Signal()
    skip_asked = Signal()
    repeat_asked = Signal()
    longer_asked = Signal()
    leave_out_asked = Signal()
    worse_asked = Signal()
    full_size_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._is_compact = False
        self._leaves_out = False
        self.volumes = VolumeRow(theme)
        self.toggle = RoundButton(theme)
        self.toggle.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.toggle.clicked.connect(self.toggle_asked)
        button = self._button
        self._end = button(self.tr("End session"), self.tr("Esc"), self.end_asked)
        self._repeat = button(self.tr("Repeat"), "R", self.repeat_asked)
        self._back = button(self.tr("Back a step"), self.tr("Left"), self.back_asked)
        self._next = button(self.tr("Next step"), self.tr("Right"), self.skip_asked)
        self._longer = button(self.tr("A bit longer"), "L", self.longer_asked)
        self._worse = button(self.tr("I feel worse"), "W", self.worse_asked)
        self._leave_out = button(self.tr("Skip this area"), "S", self.leave_out_asked)
        self._full_size = button(self.tr("Full size"), "C", self.full_size_asked)
        self._full_size.hide()
        self._keep_place_of_leave_out(kept=True)
        self._leave_out.hide()
        self._lay_out()
        self._fading = Fading(
            (self._repeat, self._back, self._next, self._longer, self.volumes), theme.page_ms, self
        )
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self.fade_out)
        self.show_running(running=False)

    @property
    def is_faded(self) -> bool:
        """Whether they are faded, or about to be."""
        return self._fading.aim < 1.0

    @property
    def in_tab_order(self) -> tuple[QWidget, ...]:
        """What takes the focus, in the order Tab goes through it: pause first."""
        return (
            self.toggle,
            self._back,
            self._next,
            self._repeat,
            self._longer,
            self._leave_out,
            self._worse,
            self._end,
            self._full_size,
            *self.volumes.levels,
        )

    def show_running(self, *, running: bool) -> None:
        """Show whether the session runs: the round button pauses it or lets it go on."""
        sign = Sign.PAUSE if running else Sign.PLAY
        if sign is self.toggle.sign and self.toggle.accessibleName():
            return
        self.toggle.set_sign(sign)
        name = self.tr("Pause") if running else self.tr("Go on")
        self.toggle.setAccessibleName(name)
        self.toggle.setToolTip(self.tr("{name} (Space)").replace("{name}", name))

    def show_leave_out(self, *, shown: bool) -> None:
        """Offer to leave the present area of the body out, or no more."""
        if shown != self._leaves_out:
            self._leaves_out = shown
            self._leave_out.setVisible(shown and not self._is_compact)

    def set_compact(self, *, compact: bool) -> None:
        """Show only pause and the way back to full size, or everything."""
        self._is_compact = compact
        self._full_size.setVisible(compact)
        for widget in (self._end, self._repeat, self._back, self._next, self._longer, self._worse):
            widget.setVisible(not compact)
        self.volumes.setVisible(not compact)
        self._keep_place_of_leave_out(kept=not compact)
        self._leave_out.setVisible(self._leaves_out and not compact)
        self._arrange()
        self._column.activate()

    def wake(self, *, may_rest: bool) -> None:
        """Come back to full view; fade again later if the session runs by itself."""
        self._fading.fade_to(1.0)
        if may_rest:
            self._rest.start()
        else:
            self._rest.stop()

    def fade_out(self) -> None:
        """Fade to hardly there."""
        self._rest.stop()
        self._fading.fade_to(FADED)

    def show_volumes(self, volumes: Volumes, buses: Iterable[Bus]) -> None:
        """Show the volumes of what a session has."""
        self.volumes.show_volumes(volumes, buses)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        """Take as many lines as the width asks for, also when the sizes of the words are known."""
        if event.type() in {QEvent.Type.Resize, QEvent.Type.LayoutRequest}:
            self._arrange()
        return super().event(event)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 -- Qt's name
        """As narrow as three lines are."""
        height = super().minimumSizeHint().height()
        if self._is_compact:
            return QSize(self._toggle_and_sides((), (self._full_size,)), height)
        width = max(
            self._toggle_and_sides((self._end, self._back), (self._next, self._worse)),
            _width((self._leave_out, self._repeat, self._longer)),
            self.volumes.sizeHint().width(),
        )
        return QSize(width + 2 * self._margin, height)

    def _keep_place_of_leave_out(self, *, kept: bool) -> None:
        """Nothing moves when a muscle group begins, unless there is no room for it anyway."""
        policy = self._leave_out.sizePolicy()
        policy.setRetainSizeWhenHidden(kept)
        self._leave_out.setSizePolicy(policy)

    @property
    def _margin(self) -> int:
        return _GAP_PX if self._is_compact else self._theme.margin_px - 10

    def _toggle_and_sides(self, left: Iterable[QWidget], right: Iterable[QWidget]) -> int:
        """How wide the round button and what is beside it are; it stands in the middle."""
        return 2 * max(_width(left), _width(right)) + self.toggle.width() + 2 * _GAP_PX

    def _lay_out(self) -> None:
        self._moving, self._other = _Row(), QHBoxLayout()
        self._other.setSpacing(_GAP_PX)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._column.addLayout(self._moving)
        self._column.addLayout(self._other)
        self._moving.left.addWidget(self._end)
        self._moving.left.addStretch(1)
        self._moving.left.addWidget(self._repeat)
        self._moving.left.addWidget(self._back)
        self._moving.middle.addWidget(self.toggle)
        self._moving.right.addWidget(self._next)
        self._moving.right.addWidget(self._longer)
        self._moving.right.addStretch(1)
        self._moving.right.addWidget(self._worse)
        self._moving.right.addWidget(self._full_size)
        self._other.addWidget(self._leave_out)
        self._other.addStretch(1)
        self._other.addWidget(self.volumes)
        self._arranged = (True, True)

    def _arrange(self) -> None:
        """One line for what moves in the session and one for the rest, or three where it is narrow."""
        margin = self._margin
        self._column.setContentsMargins(margin, 0, margin, 0)
        width = self.width() - 2 * margin
        left = (self._end, self._repeat, self._back)
        right = (self._next, self._longer, self._worse)
        is_wide = self._is_compact or width >= self._toggle_and_sides(left, right)
        rest = _width((self._leave_out,)) + self.volumes.sizeHint().width()
        in_two = is_wide and (self._is_compact or width >= rest)
        if (is_wide, in_two) == self._arranged:
            return
        self._arranged = (is_wide, in_two)
        for widget in (self._repeat, self._longer, self.volumes):
            for row in (self._moving.left, self._moving.right, self._other, self._column):
                row.removeWidget(widget)
        if is_wide:
            self._moving.left.insertWidget(2, self._repeat)
            self._moving.right.insertWidget(1, self._longer)
        else:
            self._other.addWidget(self._repeat)
            self._other.addWidget(self._longer)
        if in_two:
            self._other.addWidget(self.volumes)
        else:
            self._column.addWidget(self.volumes, 0, Qt.AlignmentFlag.AlignHCenter)

    def _button(self, text: str, key: str, signal: SignalInstance) -> QPushButton:
        button = _Button(text)
        # A click must not take the keyboard away: Space goes on meaning pause.
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setProperty("kind", "quiet")
        button.setProperty("small", "true")
        button.setToolTip(self.tr("{name} ({key})").replace("{name}", text).replace("{key}", key))
        button.clicked.connect(signal)
        return button


def _width(widgets: Iterable[QWidget]) -> int:
    """How much room some widgets take beside each other."""
    return sum(widget.sizeHint().width() + _GAP_PX for widget in widgets)


class _Row(QHBoxLayout):
    """What stands in the middle, and what is beside it."""

    def __init__(self) -> None:
        super().__init__()
        self.setSpacing(_GAP_PX)
        self.left, self.middle, self.right = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        for part, stretch in ((self.left, 1), (self.middle, 0), (self.right, 1)):
            part.setSpacing(_GAP_PX)
            self.addLayout(part, stretch)


class _Button(QPushButton):
    """A quiet button that leaves the arrow keys to the page, where they mean steps."""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 -- Qt's name
        """Qt would move the focus by arrow keys."""
        if event.key() in _ARROWS:
            event.ignore()
        else:
            super().keyPressEvent(event)
