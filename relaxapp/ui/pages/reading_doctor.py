"""When to see a doctor: what twitching is and is not, what needs a look, and whom to call."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from relaxapp.ui.pages.passage import Passage, Reading
from relaxapp.ui.safety import crisis, emergency


def doctor() -> Reading:
    """The text, with whom to call at its end."""
    calls = (Passage(*emergency(), source=_tr("HSE Ireland; NHS")), Passage(*crisis()))
    return Reading(
        title=_tr("When to see a doctor"),
        about=_tr(
            "Most twitches and tense muscles are harmless. relaxapp cannot tell which ones are not; "
            "a doctor can. When in doubt, ask one."
        ),
        passages=(*doctor_passages(), *calls),
    )


def doctor_passages() -> tuple[Passage, ...]:
    """The text without whom to call, which stands among what to heed as well."""
    nhs = _tr("NHS, Twitching eyes and muscles, 2023")
    return (
        Passage(
            _tr("What a twitch is"),
            _tr(
                "A few fibres of a muscle contract by themselves, in an eyelid, a calf, an arm. "
                "Almost everybody has it at times. It goes with stress, tiredness, caffeine, alcohol "
                "and some medicines, and mostly stops by itself within days or weeks. Worrying "
                "about it tends to feed it."
            ),
            nhs,
        ),
        Passage(
            _tr("What it mostly is not"),
            _tr(
                "Many people who twitch fear a disease of the nerves. Of 121 people in whom an "
                "examination had found nothing else, none had one 2 to 32 years later. That holds for "
                "people who were examined: it is a reason to have it looked at once, and then to "
                "leave it be. A few people have been reported in whom it turned out otherwise."
            ),
            _tr("Blexrud, Windebank and Daube 1993; Singh 2011"),
        ),
        Passage(
            _tr("Does relaxing help against it?"),
            _tr(
                "Nobody knows. We found no trial of any relaxation method for twitches. Rest and "
                "finding ways to relax are the usual advice, because tension and tiredness come with "
                "them."
            ),
            nhs,
        ),
        Passage(
            _tr("See a doctor about a twitch"),
            _tr(
                "If it lasts longer than two weeks, is in more than one place, if the part feels weak "
                "or stiff, or if a prescribed medicine may be behind it. Do not stop that medicine by "
                "yourself."
            ),
            nhs,
        ),
        Passage(
            _tr("See one soon"),
            _tr(
                "If a muscle becomes thinner, if speaking or swallowing is hard, with numbness or "
                "fever, or after a blow to the head."
            ),
        ),
        Passage(
            _tr("Tense and sore muscles"),
            _tr(
                "Have pain looked at that wakes you, follows an injury, goes down an arm or a leg, or "
                "does not get better within some weeks; and a jaw that locks. Do not tense what hurts: "
                "leave it out, or imagine it only."
            ),
        ),
        Passage(
            _tr("When worry does not let go"),
            _tr(
                "If worry, fear or a low mood is there most days for weeks, or keeps you from sleep, "
                "work or people, speak with a doctor or a therapist. There are good treatments, and "
                "exercises like these are a small part of them at most."
            ),
        ),
        Passage(
            _tr("When relaxing makes it worse"),
            _tr(
                "In a small study of tense people 4 or 5 of 14 met real anxiety in their first "
                "practice; it happens. Shorter, with open eyes, and tensing rather than breathing is "
                "often easier. If it keeps happening, leave it for now and talk to a professional."
            ),
            _tr("Heide and Borkovec 1983"),
        ),
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("Reading", text)
