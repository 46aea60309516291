"""What else helps against tension: sleep, what one drinks and eats, movement, the jaw, and how practice stays."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from relaxapp.ui.pages.passage import Passage, Reading


def helps() -> Reading:
    """The text."""
    return Reading(
        title=_tr("What else helps"),
        about=_tr(
            "Relaxing is one thing among several. Nothing here is a must, and one small change is "
            "plenty. Where little is known, it says so."
        ),
        passages=(*_by_day_and_night(), *_for_practice()),
    )


def _by_day_and_night() -> tuple[Passage, ...]:
    return (
        Passage(
            _tr("Sleep"),
            _tr(
                "In 65 trials with 8,608 people, what made sleep better also eased anxiety and stress, "
                "with medium effects. Getting up at about the same time every day is the usual advice. "
                "For lasting sleeplessness a course of cognitive behavioural therapy is "
                "recommended strongly; relaxing by itself only weakly."
            ),
            _tr("Scott and others 2021; American Academy of Sleep Medicine 2021"),
        ),
        Passage(
            _tr("Caffeine"),
            _tr(
                "It raises anxiety in healthy people too, clearly so above 400 mg, about four cups of "
                "filter coffee; some feel it from far less. 400 mg six hours before bed still "
                "disturbed sleep, in a small study. If you cut down, go slowly: stopping at once can "
                "bring headaches."
            ),
            _tr("Liu and others 2024, 546 people; Drake and others 2013"),
        ),
        Passage(
            _tr("Alcohol"),
            _tr(
                "It lets one fall asleep sooner and makes the second half of the night restless, at "
                "every dose. Twitches go with it as well. If you drink much every day, do not stop at "
                "once; ask a doctor how."
            ),
            _tr("Ebrahim and others 2013; NHS 2023"),
        ),
        Passage(
            _tr("Water"),
            _tr(
                "Being a little dry made 26 young men tenser and more tired in a laboratory, in a "
                "study that a seller of water took part in. Drink when you are thirsty, and more in "
                "heat and with sport. That water stops twitches has not been shown."
            ),
            _tr("Ganio and others 2011"),
        ),
        Passage(
            _tr("Food"),
            _tr(
                "Hungry people were more irritable over three weeks in their own days; that eating "
                "calmed them was not tested. Magnesium is often recommended: against cramps in older "
                "people it did no better than a dummy, and for twitches we found no trial."
            ),
            _tr("Swami and others 2022, 64 people; Garrison and others 2020, Cochrane"),
        ),
        Passage(
            _tr("Movement"),
            _tr(
                "Of all that is listed here, this has been studied most: 1,039 trials with 128,119 "
                "people show medium effects on anxiety and low mood, though most of the reviews behind "
                "the figure were of low quality. Any kind counts, a brisk walk too."
            ),
            _tr("Singh and others 2023"),
        ),
        Passage(
            _tr("The jaw at rest"),
            _tr(
                "Lips together, teeth apart, the tongue lying lightly behind the upper teeth. Teeth "
                "need to meet for chewing and swallowing only. It is what dentists advise, and little "
                "tested by itself."
            ),
        ),
    )


def _for_practice() -> tuple[Passage, ...]:
    return (
        Passage(
            _tr("A place in the day"),
            _tr(
                "“After I brush my teeth” holds better than “at nine”: in a study of a meditation app, "
                "a fixed habit before it made daily practice a little more likely than a chosen time. "
                "The effect was small."
            ),
            _tr("Stecher and others 2021"),
        ),
        Passage(
            _tr("Short is fine"),
            _tr(
                "Four times five minutes did more against stress than four times twenty, in 71 "
                "beginners; ten minutes did as much as twenty in 372 people. Both were about "
                "mindfulness, not about muscles."
            ),
            _tr("Strohmaier and others 2021; Palmer and others 2023"),
        ),
        Passage(
            _tr("A missed day"),
            _tr(
                "It does no harm. A habit takes its time, 18 to 254 days where it was measured, and a "
                "day left out changed nothing about it. Most people leave programs like this one "
                "within a month; coming back counts as practice."
            ),
            _tr("Lally and others 2010; Baumel and others 2019"),
        ),
        Passage(
            _tr("What was really practised"),
            _tr(
                "Anxious people who practised at home reported more than twice the minutes a hidden "
                "clock had measured, and only the measured minutes went with less anxiety. So "
                "relaxapp measures, and judges nothing."
            ),
            _tr("Hoelscher, Lichstein and Rosenthal 1984, 21 people"),
        ),
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("Reading", text)
