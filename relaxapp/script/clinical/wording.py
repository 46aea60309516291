"""The words of a script searched for what ought to be said in it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from relaxapp.script.cue import Ambience, Cue, ForEach, Note, Repeat, Sound
from relaxapp.script.language import ENGLISH, code_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from relaxapp.script.script import Script


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """What the rules look for in the words of one language.

    Attributes:
        breath: the breath, which goes on while muscles are tense.
        hold_breath: to hold the breath.
        not_hold: in the same sentence: that it is not held.
        holding: in a caution: holding the breath.
        gentle: to breathe gently.
        dizzy: dizziness.
        leads_back: in the title of the last step: that it leads back to the day.
        quiet: in the title of a step: that it may be silent.
        say_breathe_on: an example of a sentence that has `breath`.
        say_gently: one of a sentence that has `gentle`.
        caution_holding: one of a caution that has `holding`.
        caution_dizzy: one of a caution that has `dizzy`.
        title_back: one of a title that has `leads_back`.
        title_quiet: one of a title that has `quiet`.
    """

    breath: re.Pattern[str]
    hold_breath: re.Pattern[str]
    not_hold: re.Pattern[str]
    holding: re.Pattern[str]
    gentle: re.Pattern[str]
    dizzy: re.Pattern[str]
    leads_back: re.Pattern[str]
    quiet: re.Pattern[str]
    say_breathe_on: str
    say_gently: str
    caution_holding: str
    caution_dizzy: str
    title_back: str
    title_quiet: str


def _any(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


WORDINGS: Mapping[str, Wording] = MappingProxyType(
    {
        ENGLISH: Wording(
            breath=_any(r"\bbreath"),
            hold_breath=_any(r"\bhold(?:ing)?\s(?:your|the)\sbreath"),
            not_hold=_any(r"\b(?:not|n['\u2019]t|never|without)\s+hold"),
            holding=_any(r"\bhold"),
            gentle=_any(r"\bgentl[ey]|\bnot (?:too )?deep|\bcomfortabl[ey]|\bsoftly"),
            dizzy=_any(r"\bdizz|\blight-?headed"),
            leads_back=_any(r"\b(?:return|clos|come|coming|back|end|finish|wak|awake)"),
            quiet=_any(r"\b(?:silen|quiet|rest|still|drift|enjoy)"),
            say_breathe_on="Keep breathing.",
            say_gently="Gently, not deep.",
            caution_holding=(
                "Leave out holding the breath in pregnancy and with heart, lung or eye pressure "
                "trouble or epilepsy."
            ),
            caution_dizzy="If you feel dizzy, stop and breathe as you usually do.",
            title_back="Return",
            title_quiet="Rest",
        ),
        "de": Wording(
            breath=_any(r"\b(?:weiter|ein|aus)?atm|\batem"),
            hold_breath=_any(
                r"\b(?:atem|luft)\b(?:(?!\bund\b)[^.!?]){0,24}\b(?:an)?(?:zu)?(?:halt|hält)"
                r"|\b(?:halt|hält|hältst|halte)\b[^.!?]{0,24}\b(?:atem|luft)\b"
            ),
            not_hold=_any(
                r"\b(?:nicht|nie|niemals|ohne|statt)\b[^.!?]{0,24}(?:halt|hält)"
                r"|(?:halt|hält)[^.!?]{0,24}\b(?:nicht|nie|niemals)\b"
            ),
            holding=_any(r"\b(?:an)?(?:zu)?halt|\banhält|\batempause"),
            gentle=_any(r"\bsanft|\bnicht (?:zu |so )?tief|\bangenehm|\bbehutsam|\bweich"),
            dizzy=_any(r"\bschwind|\bbenommen"),
            leads_back=_any(
                r"\b(?:zurück|rück|ende|abschluss|schluss|auftauchen|aufwachen|wach|ankommen im)"
            ),
            quiet=_any(r"ruhe|\bstill|\bschweig|\bruhig|\bausklang|\bnachspür|\bgenieß"),
            say_breathe_on="Und atme weiter.",
            say_gently="Sanft, nicht tief.",
            caution_holding=(
                "Ohne Anhalten des Atems in der Schwangerschaft, bei Herz- oder Lungenkrankheiten, "
                "erhöhtem Augendruck oder Epilepsie."
            ),
            caution_dizzy="Wenn dir schwindlig wird, hör auf und atme wieder wie gewohnt.",
            title_back="Zurückkommen",
            title_quiet="Ruhe",
        ),
    }
)
"""The languages that the rules about words are known for; scripts in others are not searched."""


def wording_of(script: Script) -> Wording | None:
    """What to look for in a script's words; None if its language is not known."""
    return WORDINGS.get(code_of(script.language))


def words_of(cue: Cue) -> tuple[str, ...]:
    """The sentences said with a cue."""
    if isinstance(cue, Note | Sound | Ambience | Repeat | ForEach):
        return ()
    return cue.words


def mentions(pattern: re.Pattern[str], sentences: Iterable[str]) -> bool:
    """Whether any of the sentences has what is looked for."""
    return any(pattern.search(sentence) for sentence in sentences)


def everything_said(script: Script, cues: Iterable[Cue]) -> Iterator[str]:
    """The cautions, the notes and every sentence."""
    yield from script.cautions
    for cue in cues:
        if isinstance(cue, Note):
            yield cue.text
        else:
            yield from words_of(cue)
