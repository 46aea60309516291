"""The ways through the sessions in words: what each is for, and where a person is in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from relaxapp.session.course import NEEDED, OF_LAST, Stage
from relaxapp.session.paths import Path, Place

if TYPE_CHECKING:
    from relaxapp.session.course import Standing
    from relaxapp.session.paths import Marked, Twitching


def title(path: Path) -> str:
    """What a way is called."""
    return {
        Path.FIRST_WEEK: _tr("Your first week"),
        Path.COURSE: _tr("From sixteen groups to one minute"),
        Path.TENSION: _tr("Where tension sits"),
        Path.TWITCHING: _tr("When muscles twitch"),
        Path.EVENING: _tr("In the evening"),
        Path.AT_WORK: _tr("Two minutes at work"),
        Path.NO_TENSING: _tr("Without tensing"),
    }[path]


def purpose(path: Path) -> str:
    """What a way is for, in a sentence or two."""
    return {
        Path.FIRST_WEEK: _tr(
            "Short, seated and with open eyes, nothing over 15 minutes. Feeling odd, twitchy or "
            "more tense at first is common, and mostly passes."
        ),
        Path.COURSE: _tr(
            "The method from its full form down to something you carry with you. Each stage is "
            "shorter. Four to six weeks are usual; stay with any of them as long as you like."
        ),
        Path.TENSION: _tr("For shoulders and neck, for jaw and eyes, for chest and stomach."),
        Path.TWITCHING: _tr(
            "For eyelids, forearms, upper arms and legs. Very light, and a muscle that twitches "
            "stays loose. It is untested: no trial has looked at relaxing for twitches."
        ),
        Path.EVENING: _tr("In bed, into sleep. It ends in quiet and does not lead back."),
        Path.AT_WORK: _tr("At a desk, with open eyes, and nobody need notice."),
        Path.NO_TENSING: _tr(
            "For when muscles had better not be tensed, or you would rather not. It is less well "
            "studied than tensing and letting go."
        ),
    }[path]


def place_name(place: Place) -> str:
    """A place of tension as it stands within a sentence."""
    match place:
        case Place.SHOULDERS:
            return _tr("your shoulders, neck or upper back")
        case Place.FACE:
            return _tr("your jaw, eyes or forehead")
        case Place.TRUNK:
            return _tr("your chest or stomach")


def place_label(script_id: str) -> str:
    """What a session of the way for places is for, such as `Jaw and eyes`; empty for any other."""
    return {
        Place.SHOULDERS.script_id: _tr("Shoulders and neck"),
        Place.FACE.script_id: _tr("Jaw and eyes"),
        Place.TRUNK.script_id: _tr("Chest and stomach"),
    }.get(script_id, "")


def where(standing: Standing) -> str:
    """Where a person is in the course, and what would be next, with the figures behind it."""
    count = standing.tally
    if standing.learned is not None and standing.learned_tally is not None:
        return _tr(
            "{stage} took 2 or more off your tension in {drops} of the last {rated} sessions. {next} "
            "You may as well stay with what you know."
        ).format(
            stage=_subject(standing.learned),
            drops=standing.learned_tally.drops,
            rated=standing.learned_tally.rated,
            next=_next(standing.stage),
        )
    if count.sessions == 0:
        return _tr(
            "The course begins here. Take it a few times before you go on; there is no hurry."
        )
    if standing.stage is Stage.EVERYDAY:
        return _tr(
            "You have come all the way. One minute, many times a day, at the first sign of tension, "
            "keeps it yours."
        )
    if count.rated == 0:
        return _tr(
            "{stage}: this is where you are. If you say how tense you are before and after, the next "
            "step is offered once this one helps."
        ).format(stage=_name(standing.stage))
    so_far = _tr(
        "{stage}: {drops} of the last {rated} sessions took 2 or more off your tension so far."
    ).format(stage=_name(standing.stage), drops=count.drops, rated=count.rated)
    if count.is_learned:
        return f"{so_far} " + _tr("That is the furthest stage there is here. Stay as you like.")
    return f"{so_far} " + _tr(
        "With {needed} of {of} the next step is offered. There is no hurry."
    ).format(needed=NEEDED, of=OF_LAST)


def twitching_count(marked: Twitching) -> str:
    """How often twitching was marked of late, and whether that is something for a doctor."""
    count = _tr("You marked twitching in {count} of your last {of} check-ins.").format(
        count=marked.count, of=marked.of
    )
    if not marked.is_for_a_doctor:
        return count
    return f"{count} " + _tr("Over two weeks, or in several places: have a doctor look at it.")


def twitching_reason(marked: Twitching) -> str:
    """Why the session for twitches is proposed."""
    light = _tr("This one is light, and what twitches stays loose.")
    return f"{twitching_count(marked)} {light}"


def place_reason(place: Place, marked: Marked) -> str:
    """Why the session for a place of tension is proposed."""
    return _tr("You marked {place} as tense in {count} of your last {of} check-ins.").format(
        place=place_name(place), count=marked.count, of=marked.of
    )


def first_week_reason(script_id: str) -> str:
    """Why a session of the first week is proposed."""
    match script_id:
        case "ground-54321":
            return _tr(
                "Three minutes with open eyes, to begin with. Feeling a little odd or twitchy at "
                "first is common; you can stop at any moment."
            )
        case "breath-long-exhale":
            return _tr("The next one of your first week: a few minutes of breathing, not deep.")
        case "pmr-passive":
            return _tr(
                "The next one of your first week: seated, eyes open if you like, and nothing is "
                "tensed."
            )
        case _:
            return _tr(
                "The next one of your first week: seated, eyes open if you like, half your strength "
                "is enough."
            )


def _name(stage: Stage) -> str:
    return {
        Stage.SIXTEEN: _tr("Sixteen groups"),
        Stage.SEVEN: _tr("Seven groups"),
        Stage.FOUR: _tr("Four groups"),
        Stage.RECALL: _tr("Remembering"),
        Stage.RELEASE: _tr("Letting go alone"),
        Stage.CUE: _tr("The cue word"),
        Stage.EVERYDAY: _tr("Every day"),
    }[stage]


def _subject(stage: Stage) -> str:
    match stage:
        case Stage.SIXTEEN:
            return _tr("The sixteen groups")
        case Stage.SEVEN:
            return _tr("The seven groups")
        case Stage.FOUR:
            return _tr("The four groups")
        case _:
            return _name(stage)


def _next(stage: Stage) -> str:
    return {
        Stage.SIXTEEN: _tr("The next step is the fullest: sixteen groups."),
        Stage.SEVEN: _tr("The next step is shorter: seven groups."),
        Stage.FOUR: _tr("The next step is shorter still: four groups."),
        Stage.RECALL: _tr("The next step tenses nothing: you remember how letting go felt."),
        Stage.RELEASE: _tr("The next step lets go from head to toe without tensing first."),
        Stage.CUE: _tr("The next step ties letting go to one word."),
        Stage.EVERYDAY: _tr(
            "The next step is for the day: loose while you move, one minute at a time."
        ),
    }[stage]


def _tr(text: str) -> str:
    return QCoreApplication.translate("Paths", text)
