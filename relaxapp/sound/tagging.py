"""Title, author, day, cover and chapters written into a sound file, each format in its own way."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING, Any

from relaxapp.timeline.clip import FRAMES_PER_SECOND, seconds

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from mutagen.flac import Picture

    from relaxapp.sound.tags import Chapter, ExportTags

_MOST_CHAPTERS = 255
"""ID3 counts the chapters of a table in one byte."""


def write_tags(part: Path, ending: str, about: ExportTags) -> None:
    """Write tags into a finished sound file. M4A gets its chapters while it is written.

    Args:
        part: the file, whatever its own name ends in.
        ending: which kind it is, such as `.mp3`.
        about: what is written; what is empty is left out.

    Raises:
        OSError: the file cannot be written.
    """
    from mutagen import MutagenError  # noqa: PLC0415 - playing does not need it

    try:
        _WRITERS[ending](part, about)
    except MutagenError as error:
        # It wraps what the system says.
        cause = error.__context__
        raise OSError(None, getattr(cause, "strerror", None) or "the disk may be full") from error


def _wav(part: Path, about: ExportTags) -> None:
    import soundfile  # noqa: PLC0415
    from mutagen.wave import WAVE  # noqa: PLC0415

    try:
        # The old list of words, which every program for WAV files reads, beside ID3.
        with soundfile.SoundFile(part, "r+") as file:
            for name, text in (
                ("title", about.title),
                ("artist", about.author),
                ("date", about.day),
            ):
                if text:
                    setattr(file, name, text)
    except soundfile.SoundFileError as error:
        raise OSError(None, "the disk may be full") from error
    audio: Any = WAVE(part)
    audio.add_tags()
    _id3(audio.tags, about)
    audio.save()


def _mp3(part: Path, about: ExportTags) -> None:
    from mutagen.mp3 import MP3  # noqa: PLC0415

    audio: Any = MP3(part)
    if audio.tags is None:
        audio.add_tags()
    _id3(audio.tags, about)
    audio.save()


def _id3(tags: Any, about: ExportTags) -> None:
    from mutagen import id3  # noqa: PLC0415

    unicode = id3.Encoding.UTF8
    for kind, text in ((id3.TIT2, about.title), (id3.TPE1, about.author), (id3.TDRC, about.day)):
        if text:
            tags.add(kind(encoding=unicode, text=[text]))
    if about.cover:
        tags.add(
            id3.APIC(
                encoding=unicode,
                mime="image/png",
                type=id3.PictureType.COVER_FRONT,
                desc="",
                data=about.cover,
            )
        )
    chapters = about.chapters[:_MOST_CHAPTERS]
    for number, chapter in enumerate(chapters, 1):
        tags.add(
            id3.CHAP(
                element_id=f"step{number}",
                start_time=_milliseconds(chapter.start),
                end_time=_milliseconds(chapter.end),
                # No places in bytes: players are to go by the times.
                start_offset=0xFFFFFFFF,
                end_offset=0xFFFFFFFF,
                sub_frames=[id3.TIT2(encoding=unicode, text=[chapter.title])],
            )
        )
    if chapters:
        tags.add(
            id3.CTOC(
                element_id="steps",
                flags=id3.CTOCFlags.TOP_LEVEL | id3.CTOCFlags.ORDERED,
                child_element_ids=[f"step{number}" for number in range(1, len(chapters) + 1)],
                sub_frames=[],
            )
        )


def _flac(part: Path, about: ExportTags) -> None:
    from mutagen.flac import FLAC  # noqa: PLC0415

    audio: Any = FLAC(part)
    audio.update(_comments(about))
    if about.cover:
        audio.add_picture(_picture(about.cover))
    audio.save()


def _ogg(part: Path, about: ExportTags) -> None:
    from mutagen.oggvorbis import OggVorbis  # noqa: PLC0415

    audio: Any = OggVorbis(part)
    audio.update(_comments(about) | _cover_comment(about))
    audio.save()


def _opus(part: Path, about: ExportTags) -> None:
    from mutagen.oggopus import OggOpus  # noqa: PLC0415

    audio: Any = OggOpus(part)
    audio.update(_comments(about) | _cover_comment(about))
    audio.save()


def _comments(about: ExportTags) -> dict[str, str]:
    """Vorbis comments, chapters in the way that players have agreed upon."""
    comments = {"title": about.title, "artist": about.author, "date": about.day}
    for number, chapter in enumerate(about.chapters, 1):
        comments[f"chapter{number:03}"] = _clock(chapter)
        comments[f"chapter{number:03}name"] = chapter.title
    return {name: text for name, text in comments.items() if text}


def _cover_comment(about: ExportTags) -> dict[str, str]:
    if not about.cover:
        return {}
    block = base64.b64encode(_picture(about.cover).write())
    return {"metadata_block_picture": block.decode("ascii")}


def _picture(cover: bytes) -> Picture:
    from mutagen.flac import Picture  # noqa: PLC0415
    from mutagen.id3 import PictureType  # noqa: PLC0415

    picture = Picture()
    picture.type = PictureType.COVER_FRONT
    picture.mime = "image/png"
    picture.data = cover
    # The head of a PNG file says how large the picture is.
    picture.width = int.from_bytes(cover[16:20], "big")
    picture.height = int.from_bytes(cover[20:24], "big")
    picture.depth = 24
    return picture


def _m4a(part: Path, about: ExportTags) -> None:
    from mutagen.mp4 import MP4, MP4Cover  # noqa: PLC0415

    audio: Any = MP4(part)
    if audio.tags is None:
        audio.add_tags()
    tags = {"\xa9nam": about.title, "\xa9ART": about.author, "\xa9day": about.day}
    audio.update({name: [text] for name, text in tags.items() if text})
    if about.cover:
        audio["covr"] = [MP4Cover(about.cover, MP4Cover.FORMAT_PNG)]
    audio.save()


def _milliseconds(frame: int) -> int:
    return frame * 1_000 // FRAMES_PER_SECOND


def _clock(chapter: Chapter) -> str:
    minutes, rest = divmod(seconds(chapter.start), 60)
    hours, minutes = divmod(int(minutes), 60)
    return f"{hours:02}:{minutes:02}:{rest:06.3f}"


_WRITERS: Mapping[str, Callable[[Path, ExportTags], None]] = {
    ".wav": _wav,
    ".flac": _flac,
    ".ogg": _ogg,
    ".opus": _opus,
    ".mp3": _mp3,
    ".m4a": _m4a,
}
