"""Where a session is made ready: script, person and voice in, a conductor out."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from relaxapp.errors import SoundError
from relaxapp.journal.entry import Mark, Plan
from relaxapp.script.body import Area, Side
from relaxapp.session.conductor import Conductor
from relaxapp.session.record import Record
from relaxapp.session.session import Session
from relaxapp.sound.mix import Mix
from relaxapp.sound.narration import Narration, Narrator
from relaxapp.sound.palette import Palette
from relaxapp.sound.players.choice import open_player
from relaxapp.sound.recording import Recordings
from relaxapp.sound.voice.choice import candidates
from relaxapp.sound.volumes import Volumes
from relaxapp.timeline.clip import seconds
from relaxapp.timeline.fitting import Fitting
from relaxapp.timeline.lengths import Lengths, reading_frames, spoken_frames
from relaxapp.timeline.tailoring import Tailoring, tailor

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from relaxapp.journal.journal import Journal
    from relaxapp.script.script import Script
    from relaxapp.session.clock import Clock
    from relaxapp.settings import Settings
    from relaxapp.sound.players.player import Player
    from relaxapp.sound.samples import Samples
    from relaxapp.sound.voice.voice import Voice
    from relaxapp.timeline.timeline import Timeline


@dataclass(frozen=True, slots=True)
class Prepared:
    """A script made ready for one person: every sentence spoken, every length known.

    Attributes:
        script: the script as written.
        script_id: what it goes by in the journal.
        tailoring: what was left out, imagined or dropped.
        fitting: the lengths it can have.
        voice: the name of the voice; empty for captions alone.
        palette: what every clip sounds like.
        remark: a sentence for the person about what is not as wished for; empty if all is.
    """

    script: Script
    script_id: str
    tailoring: Tailoring
    fitting: Fitting
    voice: str
    palette: Palette
    remark: str


class Studio:
    """Makes sessions ready and begins them.

    Args:
        audio: the folder of shipped sounds.
        cache: the folder for spoken sentences and prepared recordings.
        settings: what the person has chosen, asked for whenever it matters.
    """

    def __init__(
        self,
        *,
        audio: Path,
        cache: Path,
        settings: Callable[[], Settings],
    ) -> None:
        self._audio = audio
        self._cache = cache
        self._settings = settings

    def fitting(self, script: Script, path: Path) -> Fitting:
        """The lengths a script can have for this person, by estimate; takes milliseconds.

        Args:
            script: the script.
            path: its file.
        """
        settings = self._settings()
        recordings = Recordings(path.parent, self._cache)
        lengths = Lengths(
            sentence=spoken_frames if settings.voice_on else reading_frames,
            recording=recordings.estimate,
            voiced=settings.voice_on,
        )
        return Fitting(tailor(script, tailoring_of(settings)), lengths)

    def prepare(
        self,
        script: Script,
        path: Path,
        progress: Callable[[int, int], None] = lambda _done, _total: None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> Prepared:
        """Speak every sentence and get every recording ready; slow the first time.

        The first voice that can do it speaks the whole session. A voice that fails is followed by
        the next best, and at last by captions alone, and `Prepared.remark` says so.

        Args:
            script: the script.
            path: its file; recordings lie beside it.
            progress: told how many of how many things are ready.
            cancelled: asked now and then whether to give up.

        Raises:
            SoundError: a recording is missing or cannot be used.
            CancelledError: it was called off.
        """
        settings = self._settings()
        tailoring = tailoring_of(settings)
        tailored = tailor(script, tailoring)
        draft = Fitting(tailored, Lengths(spoken_frames, lambda _: 1))
        recordings = Recordings(path.parent, self._cache).prepare(
            draft.recordings, cancelled=cancelled
        )
        voice, narration, remark = self._narrate(
            draft.sentences, script.language, settings, progress, cancelled
        )
        return Prepared(
            script=script,
            script_id=path.stem,
            tailoring=tailoring,
            fitting=Fitting(tailored, _lengths(voice, narration, recordings)),
            voice=voice.name if voice else "",
            palette=Palette(self._audio, narration.samples, recordings),
            remark=remark,
        )

    def mix(self, prepared: Prepared, timeline: Timeline) -> Mix:
        """The sound of a timeline at the person's volumes."""
        return Mix(timeline, prepared.palette, volumes_of(self._settings()))

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
            tailoring=_json(prepared.tailoring),
        )
        entry_id = journal.begin(plan, tension_before, marks_before)
        conductor = Conductor(
            session=Session(timeline),
            player=player,
            open_player=lambda mix: player_of(mix)[0],
            mix_of=lambda longer: self.mix(prepared, longer),
            record=Record(journal, entry_id, clock),
            clock=clock,
        )
        return conductor, remark or ""

    def _narrate(
        self,
        sentences: tuple[str, ...],
        language: str,
        settings: Settings,
        progress: Callable[[int, int], None],
        cancelled: Callable[[], bool],
    ) -> tuple[Voice | None, Narration, str]:
        if not settings.voice_on:
            return None, Narration(), ""
        remark = ""
        for candidate in candidates(settings.voice, language):
            if candidate.voice is None:
                if candidate.name == settings.voice:
                    remark = candidate.trouble
                continue
            try:
                narrator = Narrator(candidate.voice, self._cache)
                return candidate.voice, narrator.prepare(sentences, progress, cancelled), remark
            except SoundError as error:
                remark = str(error)
        return None, Narration(), f"{remark} The words are shown instead.".strip()


def tailoring_of(settings: Settings) -> Tailoring:
    """What a person's settings ask of every script."""
    return Tailoring(
        left_out=_areas(settings.left_out),
        imagined=_areas(settings.imagined),
        no_tensing=settings.no_tensing,
        no_breath_holds=settings.no_breath_holds,
        stronger_hand=Side(settings.stronger_hand),
    )


def volumes_of(settings: Settings) -> Volumes:
    """The four volumes a person has set."""
    return Volumes(
        voice=settings.voice_volume,
        cues=settings.cues_volume,
        breath=settings.breath_volume,
        ambience=settings.ambience_volume,
    )


def _areas(names: tuple[str, ...]) -> frozenset[Area]:
    """The areas among some names; a name this version does not know is passed over."""
    known = {area.value for area in Area}
    return frozenset(Area(name) for name in names if name in known)


def _lengths(
    voice: Voice | None, narration: Narration, recordings: Mapping[str, Samples]
) -> Lengths:
    return Lengths(
        sentence=narration.lengths.__getitem__ if voice else reading_frames,
        recording=lambda name: recordings[name].length,
        voiced=voice is not None,
    )


def _json(tailoring: Tailoring) -> str:
    """What was asked for, as it is kept in the journal; nothing that was not asked for."""
    asked = {
        "left_out": sorted(tailoring.left_out),
        "imagined": sorted(tailoring.imagined),
        "no_tensing": tailoring.no_tensing,
        "no_breath_holds": tailoring.no_breath_holds,
    }
    return json.dumps({name: value for name, value in asked.items() if value})
