"""`relaxapp` and its subcommands; without one, the window."""

from __future__ import annotations

import argparse
import os
import sys
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from relaxapp import __version__
from relaxapp.errors import RelaxError

if TYPE_CHECKING:
    from collections.abc import Sequence

SUCCESS = 0
CALLED_OFF = 130
"""What the shell expects of a program that was ended by Ctrl+C."""

_EPILOGUE = """\
Without a command, "relaxapp" opens the window, and "relaxapp FILE" or "relaxapp ID" opens it with
that script. A FILE is a step script (.relax); an ID is the name of one that relaxapp knows: see
"relaxapp list".
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run relaxapp.

    Args:
        arguments: what stands after the program's name; `sys.argv` if None.

    Returns:
        The exit status: 0 if all went well, 1 if something was wrong, 2 for a wrong call or where
        there is no screen.
    """
    words = list(sys.argv[1:] if arguments is None else arguments)
    options = _parser().parse_args(_with_command(words))
    try:
        from relaxapp.assets import folders  # noqa: PLC0415 - not for --help and --version

        command = import_module(f"relaxapp.commands.{options.command}")
        data_dir = getattr(options, "data_dir", None)
        status: int = command.run(options, folders(data_dir, os.environ))
        sys.stdout.flush()
    except RelaxError as error:
        print(f"relaxapp: {error}", file=sys.stderr)
        return error.exit_status
    except BrokenPipeError:
        # Whoever read the output has seen enough; what is still buffered has nowhere to go.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return SUCCESS
    except KeyboardInterrupt:
        return CALLED_OFF
    return status


COMMANDS = (
    "open",
    "list",
    "check",
    "show",
    "play",
    "export",
    "history",
    "sound",
    "voice",
    "doctor",
    "shots",
)
"""Every subcommand; each is a module of its name in `relaxapp.commands`, `list` in `listing`."""


def _with_command(words: list[str]) -> list[str]:
    """The words with `open` before a script that stands without a command, or alone."""
    at = 0
    while at < len(words) and words[at].startswith("-"):
        if words[at] in {"-h", "--help", "--version"}:
            return words
        at += 2 if words[at] == "--data-dir" else 1
    if at < len(words) and words[at] in COMMANDS:
        return words
    return [*words[:at], "open", *words[at:]]


def _parser() -> argparse.ArgumentParser:
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument(
        "--data-dir",
        type=Path,
        default=argparse.SUPPRESS,  # so that the word counts before a command as well as after it
        metavar="DIR",
        help="keep journal, settings and own scripts in this folder (or set RELAXAPP_DATA_DIR)",
    )
    parser = argparse.ArgumentParser(
        prog="relaxapp",
        description="Guided relaxation, led by step scripts.",
        epilog=_EPILOGUE,
        parents=[common],
    )
    parser.add_argument("--version", action="version", version=f"relaxapp {__version__}")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)

    def add(name: str, help_: str, module: str = "") -> argparse.ArgumentParser:
        command = commands.add_parser(name, help=help_, description=help_, parents=[common])
        command.set_defaults(command=module or name)
        return command

    opening = add("open", "open the window", "window")
    opening.add_argument("script", nargs="?", metavar="FILE|ID", help="a script to look at")
    _json(add("list", "list the scripts relaxapp knows", "listing"))
    check = _json(add("check", "say what is wrong with scripts"))
    check.add_argument("files", nargs="+", metavar="FILE", help="a step script")
    show = _json(add("show", "show what happens when"))
    _script(show)
    _minutes(show)
    play = add("play", "lead a session here in the terminal")
    _script(play)
    _minutes(play)
    play.add_argument(
        "--player",
        choices=("auto", "miniaudio", "simpleaudio", "silent"),
        default=None,
        help="how it is heard (default: as chosen in the settings)",
    )
    play.add_argument(
        "--speed",
        type=_factor,
        default=1.0,
        metavar="X",
        help="how many times faster than life; only with --player silent",
    )
    export = add("export", "write a session to a sound file")
    _script(export)
    export.add_argument(
        "output",
        type=Path,
        metavar="OUT",
        help="the file to write; ends in .wav, .flac, .ogg, .opus, .mp3, or, with ffmpeg, .m4a",
    )
    _minutes(export)
    _history(
        add("history", "list the sessions in the journal, export or import them, back them up"),
        common,
    )
    _voice(add("voice", "speak with voices"), common)
    _sound(add("sound", "add sounds of your own, list them, remove them"), common)
    doctor = _json(add("doctor", "say what works here, and what to do about what does not"))
    doctor.add_argument(
        "--recover-journal",
        action="store_true",
        help="set a damaged journal aside and go on from its newest good copy",
    )
    shots = add("shots", "write a picture of every page and state, with made-up practice")
    shots.add_argument("directory", type=Path, metavar="DIR", help="the folder that gets them")
    shots.add_argument(
        "--pose", action="append", default=[], metavar="NAME", help="only this page or state"
    )
    shots.add_argument("--look", action="append", default=[], metavar="NAME", help="only this look")
    return parser


def _history(parser: argparse.ArgumentParser, common: argparse.ArgumentParser) -> None:
    """The words that may follow `relaxapp history`; each is told to the command as `action`."""
    actions = parser.add_subparsers(metavar="ACTION")
    parser.set_defaults(action="list", json=False, csv=False)

    def add(action: str, help_: str) -> argparse.ArgumentParser:
        command = actions.add_parser(action, help=help_, description=help_, parents=[common])
        command.set_defaults(action=action)
        return command

    for listing in (parser, add("list", "list the sessions, newest first; so without an action")):
        for name, help_ in (
            ("--json", "print everything in the journal as JSON"),
            ("--csv", "print a table for a spreadsheet"),
        ):
            # What is not said after the action must not undo what is said before it.
            listing.add_argument(name, action="store_true", default=argparse.SUPPRESS, help=help_)
    export = add("export", "write the journal, or the sessions of some days, to a file")
    export.add_argument("file", type=Path, metavar="FILE", help="the file; ends in .json or .csv")
    export.add_argument(
        "--format", choices=("json", "csv"), help="the format of a file that ends otherwise"
    )
    _days(export)
    taking_in = add("import", "take in a history that was exported as JSON, without doubles")
    taking_in.add_argument("file", type=Path, metavar="FILE", help="the exported history")
    taking_in.add_argument("--dry-run", action="store_true", help="only say what would come of it")
    taking_in.add_argument("--yes", action="store_true", help="do it without asking")
    report = add("report", "write a report for a therapist")
    report.add_argument("file", type=Path, metavar="FILE", help="the file; ends in .pdf or .csv")
    _days(report)
    report.add_argument("--name", default="", metavar="NAME", help="whom it is about, if you like")
    for name, dest, help_ in (
        (
            "--leave-out",
            "leave_out",
            "parts that shall not be in it: summary, weeks, tension, changes, areas, factors, sessions",
        ),
        ("--with", "include", "parts that are in it only if they are asked for: tags, notes"),
    ):
        report.add_argument(
            name, dest=dest, nargs="+", action="extend", default=[], metavar="PART", help=help_
        )
    backup = add("backup", "make a copy of the journal now")
    backup.add_argument(
        "folder", type=Path, nargs="?", metavar="FOLDER", help="where (default: with the others)"
    )
    restore = add("restore", "put a copy in the journal's place; the journal is kept aside")
    restore.add_argument(
        "file", type=Path, nargs="?", metavar="FILE", help="the copy (default: the newest good one)"
    )
    restore.add_argument("--list", action="store_true", help="only say what is in each copy")
    restore.add_argument("--yes", action="store_true", help="do it without asking")


def _days(parser: argparse.ArgumentParser) -> None:
    """The first and the last day of something, `first` and `last`; None where it is not said."""
    for name, dest, help_ in (
        ("--from", "first", "the first day, such as 2026-11-24"),
        ("--to", "last", "the last day"),
    ):
        parser.add_argument(name, dest=dest, type=_day, default=None, metavar="DATE", help=help_)


def _voice(parser: argparse.ArgumentParser, common: argparse.ArgumentParser) -> None:
    """The words that may follow `relaxapp voice`; each is told to the command as `action`."""
    actions = parser.add_subparsers(metavar="ACTION", required=True)

    def add(action: str, help_: str) -> argparse.ArgumentParser:
        command = actions.add_parser(action, help=help_, description=help_, parents=[common])
        command.set_defaults(action=action)
        return command

    listing = _json(
        add("list", "say which voices there are, which one is used, and which can be had")
    )
    listing.add_argument(
        "--language", default="en", metavar="CODE", help="for which language (default: en)"
    )
    test = add("test", "hear a voice speak one sentence")
    test.add_argument("name", nargs="?", metavar="NAME", help="the voice (default: the one used)")
    test.add_argument("--into", type=Path, metavar="OUT.wav", help="write it to a file instead")
    get = add("get", "fetch a voice of Piper, once, from the network")
    get.add_argument("name", metavar="NAME", help="one of those that “relaxapp voice list” names")
    use = add("use", "choose the voice that speaks")
    use.add_argument("name", metavar="NAME", help="a voice, or auto for the best there is")
    render = add(
        "render", "speak every sentence of the scripts that relaxapp brings, to be shipped"
    )
    render.add_argument("--engine", default="flite", help="what speaks (default: flite)")
    render.add_argument("--voice", default="", metavar="NAME", help="which of its voices")
    render.add_argument(
        "--language", default="en", metavar="CODE", help="of which scripts (default: en)"
    )
    render.add_argument(
        "--into",
        type=Path,
        metavar="DIR",
        help="the folder that gets a folder of the voice's name (default: the shipped narration)",
    )


def _sound(parser: argparse.ArgumentParser, common: argparse.ArgumentParser) -> None:
    """The words that may follow `relaxapp sound`; each is told to the command as `action`."""
    actions = parser.add_subparsers(metavar="ACTION", required=True)

    def add(action: str, help_: str) -> argparse.ArgumentParser:
        command = actions.add_parser(action, help=help_, description=help_, parents=[common])
        command.set_defaults(action=action)
        return command

    adding = add("add", "cut, level and keep a recording, such as a memo from a phone")
    adding.add_argument("file", type=Path, metavar="FILE", help="the recording")
    adding.add_argument("--name", default="", help="what it shall go by (default: its file's name)")
    _json(add("list", "list the sounds you have added"))
    add("remove", "remove a sound").add_argument("name", metavar="NAME", help="what it goes by")


def _json(parser: argparse.ArgumentParser) -> argparse.ArgumentParser:
    parser.add_argument("--json", action="store_true", help="print JSON")
    return parser


def _script(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("script", metavar="FILE|ID", help="a step script")


def _minutes(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--minutes",
        type=_factor,
        default=None,
        metavar="N",
        help="how long it shall be (default: what the script says)",
    )


def _day(text: str) -> date:
    """A day, for argparse."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(
            f"'{text}' is not a day; write it like 2026-11-24"
        ) from None


def _factor(text: str) -> float:
    """A number above 0, for argparse."""
    try:
        number = float(text)
    except ValueError:
        number = 0.0
    if not 0 < number < float("inf"):
        raise argparse.ArgumentTypeError(f"'{text}' is not a number above 0")
    return number
