"""The minute after a session: nobody has to jump up, and it goes on by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QTimer

from relaxapp.ui.aloud import announce
from relaxapp.ui.pages.calm_page import CalmPage
from relaxapp.ui.painted.filling_light import FillingLight

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from relaxapp.ui.theme import Theme

_TICK_MS = 50
_STILL_TICK_MS = 1000
"""Between two changes of tone where nothing is to move."""


class ClosingPage(CalmPage):
    """Gives time to come back.

    Args:
        theme: what to paint with.
        monotonic: seconds that only grow; what passes is read from it, never counted.
        lasts_seconds: how long it stays if nobody goes on before.
        reduced_motion: whether a slow change of tone replaces what moves.
        parent: as in Qt.
    """

    def __init__(
        self,
        theme: Theme,
        monotonic: Callable[[], float],
        lasts_seconds: float,
        *,
        reduced_motion: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        self.light = FillingLight(theme, still=reduced_motion)
        self.light.setMaximumHeight(theme.px(260))
        sentences = (
            _tr("Move your fingers and your toes a little. Stretch, if that feels good."),
            _tr("Look around the room. Get up slowly, when you are ready."),
        )
        super().__init__(theme, _tr("Take your time."), sentences, self.light, parent)
        self._monotonic = monotonic
        self._lasts_seconds = lasts_seconds
        self._began_at = 0.0
        self._is_done = False
        self._go_on.setAccessibleDescription(_tr("It goes on by itself after a while."))
        self._timer = QTimer(self)
        self._timer.setInterval(_STILL_TICK_MS if reduced_motion else _TICK_MS)
        self._timer.timeout.connect(self._look)

    def begin(self) -> None:
        """Let the time begin."""
        self._began_at = self._monotonic()
        self._timer.start()
        announce(self, self.said)

    def finish(self) -> None:
        """Go on now."""
        if not self._is_done:
            self._is_done = True
            self._timer.stop()
            super().finish()

    def _look(self) -> None:
        passed = self._monotonic() - self._began_at
        self.light.show_share(passed / self._lasts_seconds)
        if passed >= self._lasts_seconds:
            self.finish()


def _tr(text: str) -> str:
    return QCoreApplication.translate("ClosingPage", text)
