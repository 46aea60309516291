"""The controls along the bottom of the session page; most of them fade while nobody needs them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from relaxapp.ui.pages.arrangement import (
    COMPACT,
    FEWEST,
    GAP_PX,
    SELDOM,
    Arrangement,
    Control,
    arrangement_for,
)
from relaxapp.ui.pages.control_button import ControlButton
from relaxapp.ui.pages.control_rows import ControlRows
from relaxapp.ui.pages.fading import Fading
from relaxapp.ui.pages.more_card import MoreCard
from relaxapp.ui.pages.volume_row import VolumeRow
from relaxapp.ui.painted.round_button import RoundButton, Sign

if TYPE_CHECKING:
    from collections.abc import Iterable

    from relaxapp.sound.volumes import Volumes
    from relaxapp.timeline.clip import Bus
    from relaxapp.ui.theme import Theme

REST_MS = 4000
"""After this long without a mouse or a key the controls fade."""
FADED = 0.28
"""How opaque they stay."""

_MOST_OF_HEIGHT = 0.18
"""The most of the page's height that two rows may take; with the progress it is about a quarter."""


class Controls(QWidget):
    """The end of the session, its steps, play and pause, and the volumes.

    What stops, pauses or helps (pause, end, "I feel worse", "Skip this area") never fades. Where there
    is little room, what is seldom asked for goes into a card behind "More".

    Args:
        theme: what to paint with.
        page: what they stand on, and what the card opens over.
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

    def __init__(self, theme: Theme, page: QWidget) -> None:
        super().__init__(page)
        self.setAccessibleName(self.tr("Controls"))
        self._theme = theme
        self._page_height = 0
        self._is_compact = False
        self._leaves_out = False
        self._may_rest = False
        self._arrangement: Arrangement | None = None
        self.volumes = VolumeRow(theme)
        self.toggle = RoundButton(theme)
        self.toggle.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.toggle.setAccessibleDescription(self.tr("Space"))
        self.toggle.clicked.connect(self.toggle_asked)
        self.more = MoreCard(page)
        self._make_buttons()
        self._lay_out()
        moving = (Control.REPEAT, Control.BACK, Control.NEXT, Control.LONGER, Control.VOLUMES)
        self._fading = Fading((self._widgets[each] for each in moving), theme.page_ms, self)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self.fade_out)
        self.more.closed.connect(self._on_closed)
        self.show_running(running=False)

    @property
    def is_faded(self) -> bool:
        """Whether they are faded, or about to be."""
        return self._fading.aim < 1.0

    @property
    def in_tab_order(self) -> tuple[QWidget, ...]:
        """What takes the focus, in the order Tab goes through it: pause first, then ways to go."""
        order = (
            Control.BACK,
            Control.NEXT,
            Control.WORSE,
            Control.END,
            Control.FULL_SIZE,
            Control.MORE,
            Control.REPEAT,
            Control.LONGER,
            Control.LEAVE_OUT,
        )
        return (self.toggle, *(self._widgets[each] for each in order), *self.volumes.levels)

    @property
    def arrangement(self) -> Arrangement | None:
        """Where they stand; None before there was any need to know."""
        return self._arrangement

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
        self._arrange()
        self._column.activate()

    def set_page_height(self, height: int) -> None:
        """Take no more than a share of this height."""
        if height != self._page_height:
            self._page_height = height
            self._arrange()
            if not self.more.isHidden():
                self.more.place(self._widgets[Control.MORE])

    def wake(self, *, may_rest: bool) -> None:
        """Come back to full view; fade again later if the session runs by itself."""
        self._may_rest = may_rest
        self._fading.fade_to(1.0)
        if may_rest and self.more.isHidden():
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
        """Stand as the width allows, also when the sizes of the words are known."""
        if event.type() in {QEvent.Type.Resize, QEvent.Type.LayoutRequest}:
            self._arrange()
        return super().event(event)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 -- Qt's name
        """As narrow as the fewest of them are."""
        fewest = COMPACT if self._is_compact else FEWEST
        width = fewest.width(lambda each: self._width_of(each, fewest), self.toggle.width())
        return QSize(width + 2 * self._margin, super().minimumSizeHint().height())

    @property
    def _margin(self) -> int:
        return GAP_PX if self._is_compact else self._theme.margin_px - 10

    def _width_of(self, control: Control, arrangement: Arrangement) -> int:
        widget = self._widgets[control]
        if isinstance(widget, ControlButton):
            return widget.width_as(sign=arrangement.signs)
        return widget.sizeHint().width()

    def _make_buttons(self) -> None:
        back, following = self.tr("Back a step"), self.tr("Next step")
        end = ControlButton(self.tr("End session"), self.tr("Esc"), self.end_asked)
        worse = ControlButton(self.tr("I feel worse"), "W", self.worse_asked)
        repeat = ControlButton(self.tr("Repeat"), "R", self.repeat_asked)
        longer = ControlButton(self.tr("A bit longer"), "L", self.longer_asked)
        self._leave_out = ControlButton(self.tr("Skip this area"), "S", self.leave_out_asked)
        more = ControlButton(self.tr("More"))
        more.clicked.connect(self._toggle_more)
        self._widgets: dict[Control, QWidget] = {
            Control.END: end,
            Control.WORSE: worse,
            Control.BACK: ControlButton(
                back, self.tr("Left"), self.back_asked, sign="\N{LEFTWARDS ARROW}"
            ),
            Control.NEXT: ControlButton(
                following, self.tr("Right"), self.skip_asked, sign="\N{RIGHTWARDS ARROW}"
            ),
            Control.REPEAT: repeat,
            Control.LONGER: longer,
            Control.LEAVE_OUT: self._leave_out,
            Control.VOLUMES: self.volumes,
            Control.MORE: more,
            Control.FULL_SIZE: ControlButton(self.tr("Full size"), "C", self.full_size_asked),
        }
        for widget in self._widgets.values():
            widget.setParent(self)
        for each in (repeat, longer, self._leave_out):
            # What was asked for is seen best without the card.
            each.clicked.connect(self.more.close_card)

    def _lay_out(self) -> None:
        self._rows = ControlRows()
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._column.addLayout(self._rows.upper)
        self._column.addLayout(self._rows.lower)
        self._rows.middle.addWidget(self.toggle)

    def _arrange(self) -> None:
        """Put everything in its place, if that is another than before."""
        margin = self._margin
        self._column.setContentsMargins(margin, 0, margin, 0)
        wish = COMPACT if self._is_compact else self._fitting(self.width() - 2 * margin)
        if wish == self._arrangement:
            return
        self._arrangement = wish
        has_more = Control.MORE in wish.shown
        self.more.let_go()
        self._rows.clear()
        for place, controls in self._rows.places(wish):
            for control in controls:
                place.addWidget(self._widgets[control])
        if has_more:
            *buttons, volumes = (self._widgets[each] for each in SELDOM)
            self.more.hold(buttons, volumes)
        for control, widget in self._widgets.items():
            if isinstance(widget, ControlButton):
                widget.show_as(sign=wish.signs)
            is_there = control in wish.shown or (has_more and control in SELDOM)
            widget.setVisible(is_there and (control is not Control.LEAVE_OUT or self._leaves_out))

    def _fitting(self, width: int) -> Arrangement:
        widths = {
            each: widget.width_as(sign=False)
            if isinstance(widget, ControlButton)
            else widget.sizeHint().width()
            for each, widget in self._widgets.items()
        }
        rows = self.toggle.height() + max(
            self._leave_out.sizeHint().height(), self.volumes.sizeHint().height()
        )
        return arrangement_for(
            width,
            widths,
            middle=self.toggle.width(),
            may_have_two_rows=rows <= self._page_height * _MOST_OF_HEIGHT,
        )

    def _toggle_more(self) -> None:
        if not self.more.isHidden():
            self.more.close_card()
            return
        more = self._widgets[Control.MORE]
        by_keyboard = QApplication.focusWidget() is more
        self.more.open_over(more, self._widgets[SELDOM[0]] if by_keyboard else None)
        self.wake(may_rest=self._may_rest)

    def _on_closed(self) -> None:
        """The keyboard goes back to the page, and the controls may fade again."""
        page = self.parentWidget()
        assert page is not None
        page.setFocus(Qt.FocusReason.OtherFocusReason)
        self.wake(may_rest=self._may_rest)
