"""What the page of ways shows: each way with its sessions, and where the person is in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from relaxapp.session import paths
from relaxapp.session.course import standing
from relaxapp.session.paths import Path
from relaxapp.ui.pages import path_words
from relaxapp.ui.pages.card_words import practised

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from relaxapp.journal.entry import Entry
    from relaxapp.settings import Settings
    from relaxapp.ui.pages.offer import Offer


@dataclass(frozen=True, slots=True)
class Step:
    """One session of a way.

    Attributes:
        offer: the session.
        label: what it is for, above its title; empty for nothing.
        when: when it was practised last, such as `practised yesterday`; empty for not of late.
        is_next: whether it is the one to go on with.
    """

    offer: Offer
    label: str
    when: str
    is_next: bool


@dataclass(frozen=True, slots=True)
class Way:
    """One way through the sessions.

    Attributes:
        path: which one.
        title: what it is called.
        purpose: what it is for.
        where: where the person is in it, in a sentence or two; empty where there is nothing to say.
        steps: its sessions, in order, at least one.
    """

    path: Path
    title: str
    purpose: str
    where: str
    steps: tuple[Step, ...]


def ways(
    offers: Iterable[Offer], entries: Sequence[Entry], now: datetime, settings: Settings
) -> tuple[Way, ...]:
    """Every way that has a session, with where the person is in it by the log.

    Args:
        offers: the scripts there are.
        entries: the last sessions, newest first.
        now: the present moment, aware.
        settings: what the person chose.
    """
    readable = {offer.script_id: offer for offer in offers if offer.script is not None}
    found = []
    for path in Path:
        there = [
            readable[script_id]
            for script_id in path.script_ids(no_tensing=settings.no_tensing)
            if script_id in readable
        ]
        if there:
            upcoming, where = _where(path, tuple(readable), entries, now, settings)
            found.append(
                Way(
                    path=path,
                    title=path_words.title(path),
                    purpose=path_words.purpose(path),
                    where=where,
                    steps=tuple(_step(path, offer, upcoming) for offer in there),
                )
            )
    return tuple(found)


def _step(path: Path, offer: Offer, upcoming: str | None) -> Step:
    when = practised(offer.days_ago)
    return Step(
        offer=offer,
        label=path_words.place_label(offer.script_id) if path is Path.TENSION else "",
        when=_tr("practised {when}").format(when=when) if when else "",
        is_next=offer.script_id == upcoming,
    )


def _where(
    path: Path,
    script_ids: Sequence[str],
    entries: Sequence[Entry],
    now: datetime,
    settings: Settings,
) -> tuple[str | None, str]:
    """The session to go on with, None for none more than the others; and where the person is, in words."""
    match path:
        case Path.FIRST_WEEK:
            no_tensing = settings.no_tensing
            upcoming = paths.first_week(entries, now, script_ids, no_tensing=no_tensing)
            behind = _tr("Yours lies behind you. It is a good way back after a long break.")
            return upcoming, "" if upcoming else behind
        case Path.COURSE if found := standing(entries, script_ids):
            return found.script_id, path_words.where(found)
        case Path.TENSION if tense := paths.tense_place(entries, now, script_ids):
            return tense[0].script_id, path_words.place_reason(*tense)
        case Path.TWITCHING if twitching := paths.twitching(entries, now):
            return None, path_words.twitching_count(twitching)
    return None, ""


def _tr(text: str) -> str:
    return QCoreApplication.translate("Paths", text)
