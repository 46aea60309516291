"""What a card says about its session: when it was practised, what it is, and what its button does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from relaxapp.ui.formats import duration, number

if TYPE_CHECKING:
    from relaxapp.ui.pages.offer import Offer

_DAYS_OF_TWO_WEEKS = 14


def practised(days_ago: int | None) -> str:
    """When a session was practised last, such as `yesterday`; empty for not of late."""
    match days_ago:
        case None:
            return ""
        case 0:
            return _tr("today")
        case 1:
            return _tr("yesterday")
        case days if days < _DAYS_OF_TWO_WEEKS:
            return _tr("{count} days ago").format(count=number(days))
        case days:
            return _tr("{count} weeks ago").format(count=number(days // 7))


def beneath(offer: Offer) -> str:
    """What a card says beside its minutes: a language if it is another one, and when it was practised."""
    return "  ·  ".join(filter(None, (offer.other_language, practised(offer.days_ago))))


def aloud(offer: Offer) -> str:
    """A card in words: `Long breath out, breathing, 5 min, favourite, practised yesterday`."""
    parts = [offer.title, offer.technique, offer.other_language, duration(offer.minutes * 60)]
    if offer.is_favourite:
        parts.append(_tr("favourite"))
    when = practised(offer.days_ago)
    if when:
        parts.append(_tr("practised {when}").format(when=when))
    return ", ".join(part for part in parts if part)


def to_start(offer: Offer) -> str:
    """What a button that begins a session at once does: `Start Long breath out, 5 min`."""
    return _tr("Start {title}, {minutes}").format(
        title=offer.title, minutes=duration(offer.minutes * 60)
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("Cards", text)
