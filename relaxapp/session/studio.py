"""Where a session is made ready: script, person and voice in, a conductor out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from relaxapp.errors import SoundError
from relaxapp.journal.entry import Mark, Plan
from relaxapp.script.cue import AMBIENCES
from relaxapp.script.guided_breath import begins_at_own_pace
from relaxapp.session.audition import Auditions
from relaxapp.session.conductor import Conductor
from relaxapp.session.record import Record
from relaxapp.session.session import Session
from relaxapp.session.wishes import (
    sentence_estimate,
    tailoring_for,
    tailoring_record,
    volumes_of,
)
from relaxapp.settings import AS_SCRIPTED
from relaxapp.sound.collection import Collection
from relaxapp.sound.cover import cover_in
from relaxapp.sound.export import export
from relaxapp.sound.mix import Mix
from relaxapp.sound.narration import Narration, Narrator
from relaxapp.sound.palette import Palette
from relaxapp.sound.players.choice import open_player
from relaxapp.sound.recording import Recordings
from relaxapp.sound.tags import tags_of
from relaxapp.sound.voice.choice import candidates
from relaxapp.sound.voice.paced import paced
from relaxapp.sound.voice.shipped import Need
from relaxapp.timeline.clip import Ambient, Bus, Clip, seconds
from relaxapp.timeline.fitting import Fitting
from relaxapp.timeline.lengths import Lengths, reading_frames, spoken_frames
from relaxapp.timeline.surrounding import surround
from relaxapp.timeline.tailoring import Tailoring, tailor

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date
    from pathlib import Path

    from relaxapp.journal.journal import Journal
    from relaxapp.script.script import Script
    from relaxapp.session.clock import Clock
    from relaxapp.settings import Settings
    from relaxapp.sound.players.player import Player
    from relaxapp.sound.samples import Samples
    from relaxapp.sound.voice.voice import Voice
    from relaxapp.timeline.clip import Spoken
    from relaxapp.timeline.timeline import Timeline


@dataclass(frozen=True, slots=True)
class Prepared:
    """A script made ready for one person: every sentence spoken, every length known.

    Attributes:
        script: the script as written.
        script_id: what it goes by in the journal.
        tailoring: what was left out, imagined or dropped.
        fitting: the lengths it can have.
        lengths: how long every sentence and recording takes.
        ambience: what is around it, as in the settings.
        voice: the name of the voice; empty for captions alone.
        palette: what every clip sounds like.
        remark: a sentence for the person about what is not as wished for; empty if all is.
    """

    script: Script
    script_id: str
    tailoring: Tailoring
    fitting: Fitting
    lengths: Lengths
    ambience: str
    voice: str
    palette: Palette
    remark: str

    def at_pace(self, per_minute: float) -> Prepared:
        """The same for who breathes at this pace, in breaths a minute; nothing is spoken anew.

        Where the script does not begin at one's own pace, nothing changes.
        """
        if not begins_at_own_pace(self.script):
            return self
        tailoring = replace(self.tailoring, own_pace=per_minute)
        fitting = _fitting(self.script, tailoring, self.ambience, self.lengths)
        return replace(self, tailoring=tailoring, fitting=fitting)


class Studio:
    """Makes sessions ready and begins them.

    Args:
        audio: the folder of shipped sounds.
        cache: the folder for spoken sentences and prepared recordings.
        settings: what the person has chosen, asked for whenever it matters.
        voices: the folder of the voices that the person added.
        sounds: the folder of the sounds that the person added; None for no such folder.
    """

    def __init__(
        self,
        *,
        audio: Path,
        cache: Path,
        settings: Callable[[], Settings],
        voices: Path,
        sounds: Path | None = None,
    ) -> None:
        self._audio = audio
        self._cache = cache
        self._settings = settings
        self._voices = voices
        self._sounds = sounds

    def fitting(self, script: Script, path: Path) -> Fitting:
        """The lengths a script can have for this person, by estimate; takes milliseconds.

        Args:
            script: the script.
            path: its file.
        """
        settings = self._settings()
        recordings = Recordings(path.parent, self._cache)
        lengths = Lengths(
            sentence=sentence_estimate(settings) if settings.voice_on else reading_frames,
            recording=recordings.estimate,
            voiced=settings.voice_on,
        )
        return Fitting(tailor(script, tailoring_for(settings, script, path.stem)), lengths)

    def own_sounds(self) -> tuple[str, ...]:
        """The files of the person's own sounds, by name: what an ambience can be chosen from."""
        collection = self.collection
        sounds = () if collection is None else collection.sounds()
        return tuple(sound.path.name for sound in sounds)

    @property
    def collection(self) -> Collection | None:
        """The sounds that the person added, with the way to add more; None for no such folder."""
        return None if self._sounds is None else Collection(self._sounds)

    def prepare(
        self,
        script: Script,
        path: Path,
        progress: Callable[[int, int], None] = lambda _done, _total: None,
        cancelled: Callable[[], bool] = lambda: False,
        *,
        speaks: bool = True,
    ) -> Prepared:
        """Speak every sentence and get every recording ready; slow the first time.

        The first voice that can do it speaks the whole session. A voice that fails is followed by
        the next best, and at last by captions alone, and `Prepared.remark` says so.

        Args:
            script: the script.
            path: its file; recordings lie beside it.
            progress: told how many of how many things are ready.
            cancelled: asked now and then whether to give up.
            speaks: whether a voice is wanted at all if the person has one; captions alone are ready
                in a moment.

        Raises:
            SoundError: a recording is missing or cannot be used.
            CancelledError: it was called off.
        """
        settings = self._settings()
        if not speaks:
            settings = replace(settings, voice_on=False)
        tailoring = tailoring_for(settings, script, path.stem)
        tailored = tailor(script, tailoring)
        draft = Fitting(tailored, Lengths(spoken_frames, lambda _: 1))
        recordings = Recordings(path.parent, self._cache).prepare(
            draft.recordings, cancelled=cancelled
        )
        voice, narration, remark = self._narrate(
            draft.sentences, script.language, settings, progress, cancelled
        )
        palette = Palette(
            self._audio,
            narration.samples,
            recordings,
            cues=settings.cues,
            sounds=self._sounds,
        )
        ambience, trouble = _ambience(palette, settings.ambience)
        lengths = _lengths(voice, narration, recordings)
        return Prepared(
            script=script,
            script_id=path.stem,
            tailoring=tailoring,
            fitting=_fitting(script, tailoring, ambience, lengths),
            lengths=lengths,
            ambience=ambience,
            voice=voice.name if voice else "",
            palette=palette,
            remark=f"{remark} {trouble}".strip(),
        )

    @property
    def auditions(self) -> Auditions:
        """The voices there are, to be heard before one of them speaks."""
        return Auditions(
            audio=self._audio, cache=self._cache, voices=self._voices, sounds=self._sounds
        )

    def mix(self, prepared: Prepared, timeline: Timeline) -> Mix:
        """The sound of a timeline at the person's volumes."""
        return Mix(timeline, prepared.palette, volumes_of(self._settings()))

    def export(
        self,
        prepared: Prepared,
        timeline: Timeline,
        path: Path,
        day: date,
        *,
        progress: Callable[[int, int], None] = lambda _done, _total: None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> None:
        """Write a session to a sound file, with its title, author, cover and chapters.

        Args:
            prepared: the script, made ready.
            timeline: the session, fitted from it.
            path: the file; its ending says what it becomes.
            day: what it is dated.
            progress: told how many of how many frames are written.
            cancelled: asked now and then whether to give up.

        Raises:
            ExportError: the file cannot be written.
            CancelledError: it was called off.
        """
        about = tags_of(prepared.script, timeline, day, cover_in(self._audio))
        export(self.mix(prepared, timeline), path, progress, cancelled, about)

    def begin(
        self,
        prepared: Prepared,
        wish_seconds: float,
        journal: Journal,
        clock: Clock,
        *,
        tension_before: int | None = None,
        marks_before: tuple[Mark, ...] = (),
        speed: float = 1.0,
    ) -> tuple[Conductor, str]:
        """Enter a session in the journal and hand over who leads it, not yet started.

        Args:
            prepared: the script, made ready.
            wish_seconds: how long the session shall be.
            journal: where it is entered.
            clock: where time comes from.
            tension_before: how tense the person is, 0 to 10; None if not told.
            marks_before: where the person is tense or twitching.
            speed: how fast a silent player moves.

        Returns:
            The conductor, and a sentence for the person if there is no sound; else an empty one.

        Raises:
            JournalError: the session cannot be entered.
        """
        timeline = prepared.fitting.fit(wish_seconds)
        wish = self._settings().player

        def player_of(mix: Mix) -> tuple[Player, str | None]:
            return open_player(wish, mix, clock.monotonic, speed=speed)

        player, remark = player_of(self.mix(prepared, timeline))
        plan = Plan(
            script_id=prepared.script_id,
            title=prepared.script.title,
            technique=prepared.script.technique,
            fingerprint=prepared.script.fingerprint,
            planned_seconds=seconds(timeline.length),
            voice=prepared.voice,
            tailoring=tailoring_record(prepared.tailoring),
        )
        entry_id = journal.begin(plan, tension_before, marks_before)
        conductor = Conductor(
            session=Session(timeline),
            player=player,
            open_player=lambda mix: player_of(mix)[0],
            mix_of=lambda changed: self.mix(prepared, changed),
            record=Record(journal, entry_id, clock),
            clock=clock,
            volumes=volumes_of(self._settings()),
        )
        return conductor, remark or ""

    def _narrate(
        self,
        sentences: tuple[Spoken, ...],
        language: str,
        settings: Settings,
        progress: Callable[[int, int], None],
        cancelled: Callable[[], bool],
    ) -> tuple[Voice | None, Narration, str]:
        if not settings.voice_on:
            return None, Narration(), ""
        remark = ""
        need = Need(sentences, settings.words_per_minute)
        narrations = self._audio / "narration"
        for candidate in candidates(settings.voice, language, self._voices, narrations, need):
            if candidate.voice is None:
                if candidate.is_meant_by(settings.voice):
                    remark = remark or candidate.trouble
                continue
            voice = paced(candidate.voice, settings.words_per_minute)
            try:
                narrator = Narrator(voice, self._cache)
                return voice, narrator.prepare(sentences, progress, cancelled), remark
            except SoundError as error:
                remark = str(error)
        return None, Narration(), f"{remark} The words are shown instead.".strip()


def _fitting(script: Script, tailoring: Tailoring, ambience: str, lengths: Lengths) -> Fitting:
    tailored = tailor(script, tailoring)
    return Fitting(tailored if ambience == AS_SCRIPTED else surround(tailored, ambience), lengths)


def _ambience(palette: Palette, ambience: str) -> tuple[str, str]:
    """The ambience a person has chosen; where it cannot be had, the scripts' and a sentence about it."""
    if ambience not in {AS_SCRIPTED, *AMBIENCES}:
        try:
            palette.samples(Clip(0, 1, Bus.AMBIENCE, Ambient(ambience)))
        except SoundError:
            return AS_SCRIPTED, (
                f"Your sound “{ambience}” cannot be used, so this session has the ambience of its "
                "script. Choose another one under “Made to fit you”, or add the sound anew."
            )
    return ambience, ""


def _lengths(
    voice: Voice | None, narration: Narration, recordings: Mapping[str, Samples]
) -> Lengths:
    return Lengths(
        sentence=narration.lengths.__getitem__ if voice else reading_frames,
        recording=lambda name: recordings[name].length,
        voiced=voice is not None,
    )
