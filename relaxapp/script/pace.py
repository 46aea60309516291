"""The pace of every session: how fast is spoken, and how much quiet lies around words."""

from relaxapp.script.language import language_of

PACES = (115, 105, 95)
"""English words a minute by calm: recorded relaxations begin at 100 to 120 and end at 80 to 100."""
CALM_LEVELS = len(PACES)
"""In so many levels a voice becomes calmer through a session: 0 at its beginning, then 1 and so on."""
WORDS_PER_MINUTE = PACES[0]
"""How fast a voice speaks at the beginning of a session."""
AFTER_SENTENCE_SECONDS = 0.5
"""Quiet after a sentence."""
AFTER_PARAGRAPH_SECONDS = 1.0
"""Quiet after a paragraph."""
AFTER_CUE_SECONDS = 0.4
"""From the beginning of a cue to the first word said while it lasts, so that neither hides the other."""
OPENING_SECONDS = 3.5
"""Time to arrive; wireless speakers that slept are awake before the first cue."""
CLOSING_SECONDS = 6.0
"""Time for the closing sound to fade by itself."""


def words_per_minute(calm: int, language: str) -> float:
    """How many words of a language are said in a minute; a language with longer words has fewer.

    Args:
        calm: how calm they are said, from 0 to `CALM_LEVELS - 1`.
        language: a language tag.
    """
    return PACES[calm] * language_of(language).pace
