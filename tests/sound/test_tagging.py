"""Title, author, day, cover and chapters are read back from every kind of file."""

from __future__ import annotations

import base64
from datetime import date
from typing import TYPE_CHECKING, Any

import mutagen
import numpy as np
import pytest
import soundfile
from mutagen.flac import Picture
from mutagen.mp4 import MP4

from relaxapp.errors import ExportError
from relaxapp.script.parser import parse
from relaxapp.sound import export as export_module
from relaxapp.sound.cover import paint
from relaxapp.sound.encoding import ENCODINGS, write_sound
from relaxapp.sound.export import export
from relaxapp.sound.m4a import write_m4a
from relaxapp.sound.tagging import write_tags
from relaxapp.sound.tags import Chapter, ExportTags, tags_of
from relaxapp.timeline.clip import frames
from tests.sound.ffmpegs import FFMPEG, needs_ffmpeg
from tests.sound.sounds import loop, mix_of, noise, timeline_of

if TYPE_CHECKING:
    from pathlib import Path

CHAPTERS = (
    Chapter("Settle; # = 1", 0, frames(4)),
    Chapter("Nacken und Füße", frames(4), frames(6.5)),
    Chapter("Return", frames(6.5), frames(8)),
)
ABOUT = ExportTags("Shoulders & neck", "Eva Müller", "2026-11-24", paint(), CHAPTERS)
STARTS = [(chapter.title, chapter.start / 48_000) for chapter in CHAPTERS]
ENDINGS = [*ENCODINGS, pytest.param(".m4a", marks=needs_ffmpeg)]


def tagged(folder: Path, ending: str, about: ExportTags = ABOUT) -> Path:
    """A file of 8 seconds with tags, its own name without an ending."""
    path = folder / "written.part"
    block = noise(frames(8), 2, size=0.01)
    if ending == ".m4a":
        write_m4a(path, FFMPEG, [block], about.chapters)
    else:
        write_sound(path, ENCODINGS[ending], [block], 2)
    write_tags(path, ending, about)
    return path.rename(folder / f"written{ending}")


def read(path: Path) -> dict[str, Any]:
    """What a file says about itself, in the same words for every kind."""
    audio = mutagen.File(path)
    tags = audio.tags
    if isinstance(audio, MP4):
        named = {"title": tags["\xa9nam"], "author": tags["\xa9ART"], "day": tags["\xa9day"]}
        chapters = [(chapter.title, float(chapter.start)) for chapter in audio.chapters or ()]
        cover = bytes(tags["covr"][0])
    elif path.suffix in {".mp3", ".wav"}:
        named = {"title": tags["TIT2"], "author": tags["TPE1"], "day": tags["TDRC"]}
        (contents,) = tags.getall("CTOC")
        each = [tags[f"CHAP:{name}"] for name in contents.child_element_ids]
        chapters = [(str(it.sub_frames["TIT2"]), it.start_time / 1_000) for it in each]
        cover = tags["APIC:"].data
    else:
        named = {"title": tags["title"], "author": tags["artist"], "day": tags["date"]}
        chapters = []
        while (key := f"chapter{len(chapters) + 1:03}") in tags:
            hours, minutes, seconds = map(float, tags[key][0].split(":"))
            chapters.append((tags[f"{key}name"][0], hours * 3_600 + minutes * 60 + seconds))
        cover = _picture(audio).data
    named = {name: str(text[0] if isinstance(text, list) else text) for name, text in named.items()}
    return named | {"chapters": chapters, "cover": cover, "seconds": audio.info.length}


def _picture(audio: Any) -> Picture:
    if hasattr(audio, "pictures"):
        (picture,) = audio.pictures
        assert isinstance(picture, Picture)
        return picture
    return Picture(base64.b64decode(audio["metadata_block_picture"][0]))


@pytest.mark.parametrize("ending", ENDINGS)
def test_everything_is_read_back(tmp_path: Path, ending: str) -> None:
    said = read(tagged(tmp_path, ending))
    assert (said["title"], said["author"], said["day"]) == (
        "Shoulders & neck",
        "Eva Müller",
        ABOUT.day,
    )
    assert said["cover"] == ABOUT.cover
    assert said["chapters"] == [(title, pytest.approx(start, abs=0.002)) for title, start in STARTS]
    assert said["seconds"] == pytest.approx(8, abs=0.05)


@needs_ffmpeg
def test_a_backslash_in_the_name_of_a_step_harms_no_other_step(tmp_path: Path) -> None:
    chapters = (Chapter("Left\\", 0, frames(4)), Chapter("Right", frames(4), frames(8)))
    said = read(tagged(tmp_path, ".m4a", ExportTags("A", "B", "2026", paint(), chapters)))
    assert [title for title, _ in said["chapters"]] == ["Left/", "Right"]


@pytest.mark.parametrize("ending", ENDINGS)
def test_nothing_has_to_be_said(tmp_path: Path, ending: str) -> None:
    audio = mutagen.File(tagged(tmp_path, ending, ExportTags()))
    assert audio.info.length == pytest.approx(8, abs=0.05)
    assert not {"TIT2", "title", "\xa9nam"} & set(audio.tags or {})


@pytest.mark.parametrize("ending", ENCODINGS)
def test_tags_leave_the_sound_as_it_was(tmp_path: Path, ending: str) -> None:
    path = tmp_path / "written.part"
    write_sound(path, ENCODINGS[ending], [noise(frames(3), 2)], 2)
    before, _ = soundfile.read(path)
    write_tags(path, ending, ABOUT)
    after, _ = soundfile.read(path)
    assert np.array_equal(before, after)


def test_a_wav_file_says_it_in_the_old_way_too(tmp_path: Path) -> None:
    with soundfile.SoundFile(tagged(tmp_path, ".wav")) as file:
        assert (file.title, file.artist, file.date) == ("Shoulders & neck", "Eva Müller", ABOUT.day)
        assert file.frames == frames(8)


def test_flac_says_how_large_the_cover_is(tmp_path: Path) -> None:
    picture = _picture(mutagen.File(tagged(tmp_path, ".flac")))
    assert (picture.width, picture.height, picture.mime) == (480, 480, "image/png")


def test_more_steps_than_id3_can_count_keep_the_first(tmp_path: Path) -> None:
    many = tuple(Chapter(str(number), number * 480, number * 480 + 480) for number in range(300))
    said = read(tagged(tmp_path, ".mp3", ExportTags("A", "B", "2026", paint(), many)))
    assert len(said["chapters"]) == 255


def test_a_disk_that_fills_up_at_the_tags_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_args: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(export_module, "write_tags", full)
    with pytest.raises(ExportError, match=r"No space left on device\. Make room"):
        export(mix_of(1, {"rain": loop()}), tmp_path / "session.mp3", about=ABOUT)
    assert list(tmp_path.iterdir()) == []


def test_a_session_is_tagged_with_what_its_script_says() -> None:
    script = parse(
        "Title: A rest\nTechnique: breathing\nMinutes: 1\nAuthor: Eva\n\n# Rest\n\nSit.\n\n[pause 5s]\n\n"
        "# Return\n\n[pause 5s]\n\nOpen your eyes.\n",
        "rest.relax",
    )
    about = tags_of(script, timeline_of(60), date(2026, 11, 24), b"png")
    assert about == ExportTags(
        "A rest", "Eva", "2026-11-24", b"png", (Chapter("Rest", 0, frames(60)),)
    )
