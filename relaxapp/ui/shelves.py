"""The scripts of the library as offers: with what is wrong with them, and whose they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relaxapp.assets import scripts_folder
from relaxapp.errors import NotFoundError
from relaxapp.script.library import Broken, Library
from relaxapp.script.parser import read
from relaxapp.script.problem import ScriptError
from relaxapp.session.paths import Path as Way
from relaxapp.ui.pages.offer import Offer, rank

if TYPE_CHECKING:
    from pathlib import Path


_IN_ORDER = (
    *Way.COURSE.script_ids(),
    "breath-long-exhale",
    "breath-belly",
    "breath-own-pace",
    "breath-coherent",
    "breath-sigh",
)
"""Sessions that follow one another, and those that are easiest to begin with: by their ids."""


def offers(library: Library) -> tuple[Offer, ...]:
    """Every script of the library: first those that can be read, by technique, as one learns them."""
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


def _order(offer: Offer) -> tuple[bool, str, tuple[int, str], int, float, str]:
    """Readable ones first, those in the language of the window before others, then by technique, as one learns them, the longer before the shorter."""
    script = offer.script
    if script is None:
        return True, "", rank(""), 0, 0.0, offer.title.casefold()
    id_ = offer.script_id
    place = _IN_ORDER.index(id_) if id_ in _IN_ORDER else len(_IN_ORDER)
    return (
        False,
        offer.other_language,
        rank(script.technique),
        place,
        -script.minutes,
        script.title.casefold(),
    )


def _brought() -> Path | None:
    """The folder of the scripts that relaxapp brings; None in an installation that lost it."""
    try:
        return scripts_folder()
    except NotFoundError:
        return None


def _is_mine(path: Path, brought: Path | None) -> bool:
    return brought is None or path.parent.resolve() != brought
