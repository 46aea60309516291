"""The sentences of a session spoken ahead of it, once, and kept."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from relaxapp.sound.cache import MOST_BYTES, SoundCache
from relaxapp.sound.cancelled import CancelledError
from relaxapp.sound.levelling import prepare_speech
from relaxapp.sound.samples import PcmSamples, Samples, to_pcm
from relaxapp.sound.voice.voice import is_speakable
from relaxapp.timeline.clip import frames

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from relaxapp.sound.samples import Block
    from relaxapp.sound.voice.voice import Voice
    from relaxapp.timeline.clip import Spoken

PREPARATION = "2"
"""Raised whenever `prepare_speech` gives other samples than before, so that nothing old is used."""
_NOTHING_TO_SAY = np.zeros(frames(0.1), np.float32)
"""What a sentence without a word sounds like."""


@dataclass(frozen=True, slots=True)
class Narration:
    """Every sentence of a session as it sounds.

    Attributes:
        samples: by sentence and calm.
        lengths: frames by sentence and calm.
    """

    samples: Mapping[Spoken, Samples] = field(default_factory=dict)
    lengths: Mapping[Spoken, int] = field(default_factory=dict)


class Narrator:
    """Speaks sentences with one voice, or not at all."""

    def __init__(self, voice: Voice | None, cache: Path, most_bytes: int = MOST_BYTES) -> None:
        """Use a voice and a folder.

        Args:
            voice: what speaks; None gives an empty narration.
            cache: where spoken sentences are kept between sessions; made when needed.
            most_bytes: how much is kept there.
        """
        self._voice = voice
        self._cache = SoundCache(cache, most_bytes)

    def prepare(
        self,
        sentences: Sequence[Spoken],
        progress: Callable[[int, int], None] = lambda _done, _total: None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> Narration:
        """Speak every sentence that has not been spoken before.

        Args:
            sentences: in any order, repetitions allowed.
            progress: told how many of how many different sentences are there.
            cancelled: asked before each sentence whether to give up.

        Raises:
            SoundError: the voice does not work.
            CancelledError: it was called off; what was spoken by then is kept.
        """
        if self._voice is None:
            return Narration()
        different = list(dict.fromkeys(sentences))
        samples: dict[Spoken, Samples] = {}
        progress(0, len(different))
        for done, sentence in enumerate(different, 1):
            if cancelled():
                raise CancelledError
            samples[sentence] = self._samples(self._voice, sentence)
            progress(done, len(different))
        self._cache.prune()
        return Narration(samples, {words: sound.length for words, sound in samples.items()})

    def _samples(self, voice: Voice, sentence: Spoken) -> Samples:
        pace = str(sentence.words_per_minute)
        key = (PREPARATION, voice.identity, pace, sentence.text)
        found = self._cache.find(*key)
        if found is not None:
            return found
        pcm = to_pcm(speech(voice, sentence))
        try:
            return self._cache.keep([pcm], 1, *key)
        except OSError:
            # A full or locked disk must not keep anyone from relaxing: memory does too.
            return PcmSamples(pcm)


def speech(voice: Voice, sentence: Spoken) -> Block:
    """A sentence as a voice says it in a session: mono at `FRAMES_PER_SECOND`, never empty.

    Raises:
        SoundError: the voice does not work.
    """
    # Left to a voice, a row of dots becomes a noise.
    if not is_speakable(sentence.text):
        return _NOTHING_TO_SAY
    spoken = voice.speak(sentence.text, sentence.words_per_minute)
    prepared = prepare_speech(*spoken, voice.treatment)
    return prepared if len(prepared) else _NOTHING_TO_SAY
