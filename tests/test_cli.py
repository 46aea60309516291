"""The command line, as a person at a terminal meets it."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
import soundfile

from relaxapp import __version__
from relaxapp.cli import main
from tests.shell import Shell

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

SHORT = """\
Title: A short rest
Technique: breathing
Minutes: 0.5
Caution: Gently, not deep. If you feel dizzy, stop and breathe as you usually do.
Evidence: None.
Ambience: rain

# Rest

Sit.

[pause 5s to 60s]

# Breathe

[breathe in 4s, out 6s, 1 times]

# Return

[pause 5s to 20s]
Look around.
"""
SHOWN = ("start", "end", "kind", "step", "label", "text", "area")


@pytest.fixture(autouse=True)
def _application(qapp: QApplication) -> None:
    """The doctor asks the desktop through Qt, and a process has one application for all its tests."""


@pytest.fixture
def shell(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Shell:
    return Shell(tmp_path / "data", capsys)


@pytest.fixture
def short(tmp_path: Path) -> Path:
    path = tmp_path / "short.relax"
    path.write_text(SHORT, encoding="utf-8")
    return path


def test_list_names_every_shipped_script_and_the_person_s_own(shell: Shell) -> None:
    own = shell.data / "scripts" / "mine.relax"
    own.parent.mkdir(parents=True)
    own.write_text(SHORT, encoding="utf-8")
    assert shell.run("list") == 0
    assert "A short rest (breathing, 0.5 min)" in shell.out
    assert shell.run("list", "--json") == 0
    assert {"mine", "pmr-7", "breath-long-exhale", "viz-calm-place"} <= {
        each["id"] for each in json.loads(shell.out)
    }


def test_check_is_quiet_about_a_good_script(shell: Shell, short: Path) -> None:
    assert shell.run("check", short) == 0


def test_check_says_file_line_and_what_is_wrong(shell: Shell, tmp_path: Path) -> None:
    bad = tmp_path / "bad.relax"
    bad.write_text(SHORT.replace("[pause 5s to 60s]", "[paus 5s]"), encoding="utf-8")
    assert shell.run("check", bad) == 1
    assert f"{bad}:12: error: there is no cue 'paus'. Did you mean 'pause'?" in shell.out
    assert shell.run("check", "--json", bad) == 1
    assert json.loads(shell.out)[0]["line"] == 12


def test_check_of_a_missing_file_is_an_error_and_no_traceback(shell: Shell, tmp_path: Path) -> None:
    assert shell.run("check", tmp_path / "nothing.relax") == 1
    assert "nothing.relax" in shell.out


def test_show_prints_the_timeline_with_all_its_fields(shell: Shell, short: Path) -> None:
    assert shell.run("show", short, "--json", "--minutes", "1") == 0
    shown = json.loads(shell.out)
    assert (shown["title"], shown["seconds"]) == ("A short rest", 60)
    assert shown["shortest_seconds"] < 60 < shown["longest_seconds"]
    assert all(tuple(phase) == SHOWN for phase in shown["phases"])
    assert [phase["kind"] for phase in shown["phases"]].count("inhale") == 1
    assert {clip["bus"] for clip in shown["clips"]} == {"voice", "cues", "breath", "ambience"}
    assert {tuple(clip) for clip in shown["clips"]} == {("at", "bus", "name")}


def test_show_for_people_names_steps_and_times(shell: Shell, short: Path) -> None:
    assert shell.run("show", short) == 0
    assert "A short rest, 0:" in shell.out
    assert "\nBreathe\n" in shell.out


def test_a_session_played_in_silence_is_logged_as_finished(shell: Shell, short: Path) -> None:
    assert shell.run("play", short, "--minutes", "0.5", "--player", "silent", "--speed", "40") == 0
    assert "Look around." in shell.out
    assert shell.run("history", "--json") == 0
    (session,) = json.loads(shell.out)["sessions"]
    assert (session["script"], session["outcome"]) == ("short", "finished")
    assert session["practised_seconds"] == session["planned_seconds"] > 20


def test_history_is_a_kind_sentence_while_there_is_none(shell: Shell) -> None:
    assert shell.run("history") == 0
    assert "no sessions in the journal yet" in shell.out


def test_history_is_a_table_for_spreadsheets(shell: Shell, short: Path) -> None:
    shell.run("play", short, "--player", "silent", "--speed", "400")
    assert shell.run("history", "--csv") == 0
    header, row = shell.out.splitlines()
    assert header.startswith("started,ended,title")
    assert "A short rest" in row


def test_speed_is_for_silence_only(shell: Shell, short: Path) -> None:
    assert shell.run("play", short, "--player", "miniaudio", "--speed", "2") == 2
    assert "--player silent" in shell.err


@pytest.mark.parametrize("ending", ["wav", "flac", "opus", "mp3"])
def test_export_writes_a_file_as_long_as_the_session(
    shell: Shell, short: Path, tmp_path: Path, ending: str
) -> None:
    output = tmp_path / f"out.{ending}"
    assert shell.run("export", short, output, "--minutes", "0.5") == 0
    written = soundfile.info(output)
    assert (written.samplerate, written.channels) == (48_000, 2)
    assert shell.run("show", short, "--json", "--minutes", "0.5") == 0
    assert written.frames == json.loads(shell.out)["seconds"] * 48_000


def test_an_unknown_ending_is_refused_before_anything_is_prepared(
    shell: Shell, short: Path, tmp_path: Path
) -> None:
    assert shell.run("export", short, tmp_path / "out.xyz") == 1
    assert ".mp3 or .m4a" in shell.err


def test_an_unknown_script_is_answered_with_what_was_probably_meant(shell: Shell) -> None:
    assert shell.run("show", "pmr7") == 1
    assert "Did you mean 'pmr-7'?" in shell.err


def test_doctor_looks_at_everything_and_says_what_to_do(shell: Shell) -> None:
    assert shell.run("doctor", "--json") == 0
    found = {each["about"]: each for each in json.loads(shell.out)}
    assert {"program", "display", "sound device", "voice", "data folder", "journal"} <= set(found)
    assert str(shell.data) in found["data folder"]["sentence"]


def test_doctor_finds_a_damaged_journal_and_puts_it_in_order_when_asked(shell: Shell) -> None:
    assert shell.run("history") == 0
    (shell.data / "journal" / "journal.sqlite3").write_bytes(b"no database at all " * 500)
    assert shell.run("history") == 1
    assert shell.err.count("\n") == 1
    assert shell.run("doctor") == 1
    assert "--recover-journal" in shell.out
    assert shell.run("doctor", "--recover-journal") == 0
    assert "Set aside: journal-damaged" in shell.out


def test_the_data_folder_may_stand_before_or_after_the_command(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for words in (
        ["--data-dir", str(tmp_path), "doctor"],
        ["doctor", "--data-dir", str(tmp_path)],
    ):
        assert main(words) == 0
        assert f"Everything is kept in {tmp_path}" in capsys.readouterr().out


@pytest.mark.parametrize("words", [[], ["pmr-7"], ["open", "pmr-7"]])
def test_without_a_screen_the_window_says_so_and_what_to_use_instead(
    words: Sequence[str], tmp_path: Path
) -> None:
    ended = subprocess.run(
        [sys.executable, "-m", "relaxapp", "--data-dir", str(tmp_path), *words],
        env={"PATH": "", "LANG": "C.UTF-8"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 2
    assert ended.stderr.count("\n") == 1
    assert "no screen" in ended.stderr
    assert "relaxapp play" in ended.stderr


def test_version_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--version"])
    assert capsys.readouterr().out == f"relaxapp {__version__}\n"


def test_the_core_commands_never_load_qt(short: Path, tmp_path: Path) -> None:
    program = (
        "import sys; from relaxapp.cli import main; "
        f"main(['--data-dir', {str(tmp_path)!r}, 'show', {str(short)!r}]); "
        "assert not [name for name in sys.modules if name.startswith('PySide6')]"
    )
    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, check=False)
    assert ended.returncode == 0, ended.stderr
