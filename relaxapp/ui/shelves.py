"""The scripts of the library as offers: with what is wrong with them, and whose they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relaxapp.assets import scripts_folder
from relaxapp.errors import NotFoundError
from relaxapp.script.library import Broken, Library
from relaxapp.script.parser import read
from relaxapp.script.problem import ScriptError
from relaxapp.ui.pages.offer import Offer, rank

if TYPE_CHECKING:
    from pathlib import Path


def offers(library: Library) -> tuple[Offer, ...]:
    """Every script of the library: first those that can be read, by technique, title and length."""
    brought = _brought()
    return tuple(
        sorted(
            (
                Offer(
                    script_id=each.id,
                    path=each.path,
                    script=None if isinstance(each, Broken) else each.script,
                    problems=each.error.problems
                    if isinstance(each, Broken)
                    else each.script.warnings,
                    is_mine=_is_mine(each.path, brought),
                )
                for each in library.scripts()
            ),
            key=_order,
        )
    )


def offer_of_file(path: Path) -> Offer:
    """A file that somebody brought, readable or not."""
    try:
        script = read(path)
    except ScriptError as error:
        return Offer(script_id=path.stem, path=path, script=None, problems=error.problems)
    return Offer(
        script_id=path.stem,
        path=path,
        script=script,
        problems=script.warnings,
        is_mine=_is_mine(path, _brought()),
    )


def _order(offer: Offer) -> tuple[bool, tuple[int, str], float, str]:
    """Readable ones first, then by technique, the longer form before the shorter one, by title."""
    script = offer.script
    if script is None:
        return True, rank(""), 0.0, offer.title.casefold()
    return False, rank(script.technique), -script.minutes, script.title.casefold()


def _brought() -> Path | None:
    """The folder of the scripts that relaxapp brings; None in an installation that lost it."""
    try:
        return scripts_folder()
    except NotFoundError:
        return None


def _is_mine(path: Path, brought: Path | None) -> bool:
    return brought is None or path.parent.resolve() != brought
