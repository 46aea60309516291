"""What was made to fit in a session, from the record of it in the journal, in words."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from relaxapp.session.record import LEFT_OUT_ON_THE_WAY
from relaxapp.ui.formats import number

if TYPE_CHECKING:
    from collections.abc import Mapping

_BREATH = ("inhale", "hold", "exhale", "rest")
_MOST = 1_000_000
"""A number as large as this is no pace and no length, whatever wrote it."""


def tailoring_lines(record: str) -> tuple[tuple[str, str], ...]:
    """Each thing that was made to fit, by what it is called.

    What is not known is shown as it is written: another version of relaxapp may know it.

    Args:
        record: an entry's `tailoring`, a JSON object; anything else is shown as it is.
    """
    try:
        asked = json.loads(record)
    except (ValueError, RecursionError):
        asked = None
    if not isinstance(asked, dict):
        return ((_tr("Made to fit"), record),) if record.strip() else ()
    order = list(_names())
    known = sorted(asked, key=lambda name: order.index(name) if name in order else len(order))
    return tuple((_name(name), _words(name, asked[name])) for name in known)


def _names() -> Mapping[str, str]:
    return {
        "left_out": _tr("Left out"),
        LEFT_OUT_ON_THE_WAY: _tr("Left out on the way"),
        "imagined": _tr("Imagined only"),
        "no_tensing": _tr("Tensing"),
        "no_breath_holds": _tr("Holds of the breath"),
        "eyes_open": _tr("Eyes"),
        "own_pace": _tr("Own pace"),
        "breath": _tr("Own breath"),
        "slowest_rate": _tr("Slowest breath"),
    }


def _name(name: str) -> str:
    plain = name.replace("_", " ")
    return _names().get(name) or plain[:1].upper() + plain[1:]


def _words(name: str, value: Any) -> str:  # noqa: PLR0911 - one line for each kind of value
    match name, value:
        case (("left_out" | "imagined" | "left_out_on_the_way"), list()):
            return _listed(value)
        case (("no_tensing" | "no_breath_holds"), True):
            return _tr("left out")
        case "eyes_open", True:
            return _tr("open")
        case (("own_pace" | "slowest_rate"), int() | float()):
            return _tr("{count} breaths a minute").format(count=_short(value))
        case "breath", dict() if set(value) <= set(_BREATH):
            return _breath(value)
        case _, str():
            return value
        case _, list():
            return _listed(value)
        case _:
            return json.dumps(value, ensure_ascii=False)


def _listed(values: list[Any]) -> str:
    return ", ".join(
        QCoreApplication.translate("Areas", each) if isinstance(each, str) else json.dumps(each)
        for each in values
    )


def _breath(lengths: Mapping[str, Any]) -> str:
    names = {
        "inhale": _tr("in {time} s"),
        "hold": _tr("hold {time} s"),
        "exhale": _tr("out {time} s"),
        "rest": _tr("rest {time} s"),
    }
    return ", ".join(
        names[part].format(time=_short(lengths[part])) for part in _BREATH if lengths.get(part)
    )


def _short(value: Any) -> str:
    if not isinstance(value, int | float):
        return str(value)
    if not abs(value) < _MOST:
        return json.dumps(value)
    return number(value, 0 if float(value).is_integer() else 1)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Tailoring", text)
