"""A session that was made ready, put on its page as the person wants it shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relaxapp.session.wishes import volumes_of
from relaxapp.timeline.clip import seconds
from relaxapp.ui.history import entry_words as words
from relaxapp.ui.pages.lengths import in_short
from relaxapp.ui.pages.manner import Manner

if TYPE_CHECKING:
    from relaxapp.session.conductor import Conductor
    from relaxapp.session.studio import Prepared
    from relaxapp.settings import Settings
    from relaxapp.ui.pages.session import SessionPage


def lead(page: SessionPage, conductor: Conductor, prepared: Prepared, settings: Settings) -> None:
    """Show a session from its start, and start it.

    Args:
        page: what shows it.
        conductor: leads through it.
        prepared: what it was made from.
        settings: how the person wants it to be shown, and how loud.
    """
    script = prepared.script
    length = in_short(seconds(conductor.timeline.length))
    page.lead(
        conductor,
        script.title,
        f"{words.technique(script.technique)}  \N{MIDDLE DOT}  {length}",
        manner=manner_of(settings, prepared),
        volumes=volumes_of(settings),
    )


def manner_of(settings: Settings, prepared: Prepared) -> Manner:
    """How a session is shown; without a voice there are captions always."""
    return Manner(
        captions=settings.captions or not prepared.voice,
        caption_percent=settings.caption_percent,
        pacer=settings.pacer,
        tone_changes=settings.tone_changes,
        reduced_motion=settings.reduced_motion,
        hide_countdown=settings.hide_countdown,
        left_out=prepared.tailoring.left_out,
    )
