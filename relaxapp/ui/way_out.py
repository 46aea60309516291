"""The way out for who feels worse: a grounding session kept ready while another one runs."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QVariantAnimation, Signal

from relaxapp.errors import RelaxError
from relaxapp.ui.preparing import Preparation

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QThreadPool

    from relaxapp.session.conductor import Conductor
    from relaxapp.session.studio import Prepared, Studio
    from relaxapp.ui.pages.offer import Offer

FADE_MS = 1000
"""How long the sound of a session takes to go that somebody wants to be out of."""


class WayOut(QObject):
    """Makes the grounding session ready in the background, so that nobody has to wait for it.

    Args:
        grounding: which script it is; None for none.
        studio: makes it ready.
        pool: where that is done.
        parent: as in Qt.
    """

    def __init__(
        self,
        grounding: Callable[[], Offer | None],
        studio: Studio,
        pool: QThreadPool,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._grounding = grounding
        self._studio = studio
        self._pool = pool
        self._offer: Offer | None = None
        self._prepared: Prepared | None = None
        self._preparation: Preparation | None = None

    @property
    def offer(self) -> Offer | None:
        """The script; None where there is none that can be read."""
        return self._offer

    def make_ready(self, *, instead_of: str = "") -> None:
        """Begin to speak the sentences of the grounding.

        Args:
            instead_of: what the session goes by that begins; if it is the grounding itself, there
                is none to leave it for.
        """
        offer = self._grounding()
        if offer is None or offer.script is None or offer.script_id == instead_of:
            return
        self._offer = offer
        script, path = offer.script, offer.path
        self._preparation = Preparation(
            lambda progress, cancelled: self._studio.prepare(script, path, progress, cancelled),
            self._pool,
            self,
        )
        # What cannot be spoken is made ready without a voice when it is wanted.
        self._preparation.ended.connect(self._keep)
        self._preparation.start()

    def take(self) -> Prepared | None:
        """The grounding as it is ready now: with captions alone if its voice is not ready yet.

        None where there is none, or where it cannot be had.
        """
        self.cancel()
        if self._prepared is not None or self._offer is None or self._offer.script is None:
            return self._prepared
        try:
            return self._studio.prepare(self._offer.script, self._offer.path, speaks=False)
        except RelaxError:
            return None

    def cancel(self) -> None:
        """Give up what is not ready yet."""
        if self._preparation is not None:
            self._preparation.cancel()

    def _keep(self, prepared: object) -> None:
        self._prepared = cast("Prepared", prepared)


class SoundFade(QObject):
    """Lets the sound of a session go that was broken off, and then lets go of the sound itself.

    Args:
        conductor: whoever led the session.
        parent: as in Qt.
    """

    finished = Signal()
    """It is silent."""

    def __init__(self, conductor: Conductor, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._conductor = conductor
        self._fade = QVariantAnimation(self)
        self._fade.setDuration(FADE_MS)
        self._fade.setStartValue(1.0)
        self._fade.setEndValue(0.0)
        self._fade.valueChanged.connect(conductor.soften)
        self._fade.finished.connect(self._close)

    def start(self) -> None:
        """Begin to fade."""
        self._fade.start()

    def stop(self) -> None:
        """Be silent at once, and say nothing more."""
        self._fade.stop()
        self._conductor.close()

    def _close(self) -> None:
        self._conductor.close()
        self.finished.emit()
