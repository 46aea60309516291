"""What is known of the languages that sessions are written in."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from relaxapp.script.body import Side
from relaxapp.script.clinical.wording import WORDINGS
from relaxapp.script.group_names import NAMES
from relaxapp.script.language import LANGUAGES, code_of, language_of


def test_a_language_is_known_in_every_region() -> None:
    assert code_of("DE-at") == "de"
    assert language_of("de-CH") is LANGUAGES["de"]


def test_of_an_unknown_language_what_holds_for_english_is_taken_but_for_its_name() -> None:
    french = language_of("fr")

    assert french.name == "fr"
    assert (french.pace, french.sides) == (1.0, LANGUAGES["en"].sides)


@given(st.text())
def test_any_tag_has_a_language(tag: str) -> None:
    assert set(language_of(tag).sides) == set(Side)


def test_every_language_is_known_everywhere() -> None:
    assert set(WORDINGS) == set(LANGUAGES) == {"en", *NAMES}


def test_the_examples_of_a_wording_are_what_is_looked_for() -> None:
    for wording in WORDINGS.values():
        assert wording.breath.search(wording.say_breathe_on)
        assert not wording.hold_breath.search(wording.say_breathe_on)
        assert wording.gentle.search(wording.say_gently)
        assert wording.holding.search(wording.caution_holding)
        assert wording.dizzy.search(wording.caution_dizzy)
        assert wording.leads_back.search(wording.title_back)
        assert wording.quiet.search(wording.title_quiet)
