"""What was marked on the body, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from relaxapp.journal.entry import MarkKind
from relaxapp.ui.formats import number
from relaxapp.ui.history.spans import day_words

if TYPE_CHECKING:
    from datetime import datetime

    from relaxapp.journal.areas import AreaCount
    from relaxapp.journal.body_survey import BodySurvey, MarkedArea
    from relaxapp.journal.twitching import Twitching

_NONE = "\N{EN DASH}"


def about(survey: BodySurvey) -> str:
    """What the figures can say, and what they cannot."""
    if not survey.areas:
        return _tr(
            "Nothing is marked in this time. Before a session and after it you can point at where "
            "it is tense or twitching."
        )
    if not survey.is_enough:
        return _tr("{sessions} with marks in this time: too few to say much.").format(
            sessions=_sessions(max(survey.before, survey.after))
        )
    if not survey.after:
        return _tr(
            "After sessions nothing is marked in this time. Where that is because nothing was "
            "left, or because the question was skipped, the figure cannot say."
        )
    return _tr(
        "What is marked before a session and not after it may have let go, or may just not have "
        "been pointed at again."
    )


def legend() -> str:
    """What the tones and dots mean."""
    return _tr(
        "The warmer, the more often or the more strongly it was tense. Dots are twitching. Press an "
        "area to see its sessions."
    )


def marked_sessions(count: int) -> str:
    """In how many sessions anything was marked."""
    return _tr("marked in {sessions}").format(sessions=_sessions(count))


def marked(count: AreaCount) -> str:
    """How often an area was marked, such as `tension in 4 sessions`."""
    return _tr("{kind} in {sessions}").format(
        kind=_kind(count.kind), sessions=_sessions(count.sessions)
    )


def cells(area: MarkedArea) -> tuple[str, ...]:
    """A row of the table: where and what, before, after, how strong."""
    counts = (area.before, area.after)
    strong = " → ".join(_NONE if each is None else number(each.level, 1) for each in counts)
    return (
        name(area),
        *(number(0 if each is None else each.sessions) for each in counts),
        strong,
    )


def name(area: MarkedArea) -> str:
    """Where, and what it did there."""
    return f"{_area(area.area)}, {_kind(area.kind)}"


def aloud(area: MarkedArea) -> str:
    """The same for a screen reader."""
    parts = [name(area)]
    for count, words in (
        (area.before, _tr("before {sessions}, {level} of 3 on average")),
        (area.after, _tr("after {sessions}, {level} of 3 on average")),
    ):
        if count is not None:
            parts.append(
                words.format(sessions=_sessions(count.sessions), level=number(count.level, 1))
            )
    return ", ".join(parts)


def what_became(area: MarkedArea) -> str:
    """What became of an area that was marked before sessions."""
    change = area.change
    if change is None:
        return _tr(
            "{area}: nothing was answered afterwards that it could be compared with."
        ).format(area=name(area))
    if change.sessions == 1:
        text = _tr("{area}: marked before 1 session with an answer after it.")
        ending = _tr("it was not marked any more") if change.gone else ""
        ending = ending or (_tr("it was weaker") if change.weaker else _tr("it was as before"))
        return f"{text.format(area=name(area))} {_tr('Afterwards')} {ending}."
    return _tr(
        "{area}: of {sessions} with an answer after them, it was not marked any more after {gone} "
        "and weaker after {weaker}."
    ).format(
        area=name(area),
        sessions=_sessions(change.sessions),
        gone=number(change.gone),
        weaker=number(change.weaker),
    )


def doctor(twitching: Twitching, now: datetime) -> str:
    """A calm sentence about twitching that is there for longer than two weeks."""
    places = (
        _tr("in 1 place")
        if twitching.areas == 1
        else _tr("in {count} places").format(count=number(twitching.areas))
    )
    return _tr(
        "Twitching is marked from {first} to {last}, {places}. Mostly that is harmless. Where it "
        "lasts longer than two weeks or is in more than one place, let a doctor have a look at it "
        "once. The help says more, under “When to see a doctor”."
    ).format(
        first=day_words(twitching.first, now), last=day_words(twitching.last, now), places=places
    )


def _area(name: str) -> str:
    words = QCoreApplication.translate("Areas", name)
    return words[:1].upper() + words[1:]


def _kind(kind: MarkKind) -> str:
    return _tr("twitching") if kind is MarkKind.TWITCHING else _tr("tension")


def _sessions(count: int) -> str:
    return _tr("1 session") if count == 1 else _tr("{count} sessions").format(count=number(count))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Body", text)
