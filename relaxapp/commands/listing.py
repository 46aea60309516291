"""`relaxapp list`: the scripts there are."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from relaxapp.commands.rehearsal import library
from relaxapp.script.language import ENGLISH, code_of, language_of
from relaxapp.script.library import Broken, Shelved

if TYPE_CHECKING:
    import argparse

    from relaxapp.assets import Folders


def run(options: argparse.Namespace, folders: Folders) -> int:
    """Print every script, those that cannot be read with what is wrong with them."""
    found = library(folders).scripts()
    if options.json:
        print(json.dumps([_record(each) for each in found], ensure_ascii=False, indent=2))
        return 0
    width = max((len(each.id) for each in found), default=0)
    for each in found:
        print(f"{each.id:{width}}  {_line(each)}")
    return 0


def _line(found: Shelved | Broken) -> str:
    if isinstance(found, Broken):
        return f"cannot be used: {found.error}"
    script = found.script
    language = "" if code_of(script.language) == ENGLISH else language_of(script.language).name
    about = filter(None, (script.technique, language, f"{script.minutes:g} min"))
    return f"{script.title} ({', '.join(about)})"


def _record(found: Shelved | Broken) -> dict[str, Any]:
    record: dict[str, Any] = {"id": found.id, "path": str(found.path)}
    if isinstance(found, Broken):
        return record | {"error": str(found.error)}
    script = found.script
    return record | {
        "title": script.title,
        "technique": script.technique,
        "minutes": script.minutes,
        "about": script.about,
        "author": script.author,
        "language": script.language,
        "fingerprint": script.fingerprint,
    }
