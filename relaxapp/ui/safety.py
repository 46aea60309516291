"""What to heed: when to leave relaxation alone, when to ask first, when to stop, and whom to call."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def safety() -> tuple[tuple[str, str], ...]:
    """Headings, and a few sentences each."""
    return (
        (
            _tr("What it is for"),
            _tr(
                "relaxapp helps you relax. It is no medical device: it finds, treats, cures and "
                "prevents no illness, and takes the place of no care and no medicine."
            ),
        ),
        (
            _tr("When to leave it"),
            _tr(
                "Not while driving or cycling, in or near water, at a machine, on a ladder, or "
                "while somebody depends on your attention."
            ),
        ),
        (
            _tr("Ask first"),
            _tr(
                "Talk to a professional before you begin if you live with heart or blood pressure "
                "trouble, lung disease, epilepsy, glaucoma, long-lasting pain, psychosis or bipolar "
                "disorder, or the effects of trauma; if you tend to faint, are pregnant, or had an "
                "operation or an injury not long ago."
            ),
        ),
        (
            _tr("Stop when it is too much"),
            _tr(
                "Nothing should hurt. With dizziness, faintness, pain, a cramp or strong fear, stop "
                "and breathe as you like. Any part can be skipped. Feeling odd, twitchy or more "
                "tense at first is common, and so are warmth, heaviness, tingling and small jerks."
            ),
        ),
        (
            _tr("Twitching"),
            _tr(
                "A twitching muscle is mostly harmless, and goes with stress, tiredness, coffee, "
                "alcohol and some medicines. See a doctor if it goes on for more than two weeks, "
                "is in more than one place, if the area is weak, stiff, numb or getting thinner, "
                "or if a prescribed medicine may be behind it; do not stop that by yourself. See "
                "one soon if speaking or swallowing is hard, with fever, or after a blow to the "
                "head."
            ),
        ),
        emergency(),
        crisis(),
        (
            _tr("What is known"),
            _tr(
                "Relaxing the muscles step by step is well studied, with moderate effects. Slow "
                "breathing is less so, and a large careful trial found no more in it than in "
                "breathing at a usual pace. Each session says in a line what is known about it, "
                "also where that is little."
            ),
        ),
        (
            _tr("What stays with you"),
            _tr(
                "Your data stay on this computer; nothing is ever sent. Ratings, notes and whole "
                "sessions can be deleted under History."
            ),
        ),
    )


def emergency() -> tuple[str, str]:
    """What is an emergency, and whom to call: a heading, and a sentence."""
    return (
        _tr("In an emergency"),
        _tr(
            "Sudden chest pain that spreads to an arm, the neck or the jaw, comes with sweating, "
            "or does not pass within minutes, or not getting enough air: call your emergency "
            "number (112 in Europe, 999 in the UK, 911 in North America)."
        ),
    )


def crisis() -> tuple[str, str]:
    """Whom to call for who might harm themselves: a heading, and some sentences."""
    return (
        _tr("If you might harm yourself"),
        _tr(
            "Call the emergency number, or somebody who listens: 988 in the US and Canada, by "
            "call or text; 116 123, the Samaritans, in the UK and Ireland. findahelpline.com "
            "knows the numbers of other countries."
        ),
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("Safety", text)
