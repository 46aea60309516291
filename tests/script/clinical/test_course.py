"""Rules for a script as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.script.conftest import Problems

HEADER = "Title: A\nTechnique: b\nMinutes: 1\nCaution: Mind.\nEvidence: None.\n"
RETURN = "\n\n# Return\nOpen your eyes.\n\n[pause 5s]"


def _told(problems_of: Problems, body: str, header: str = HEADER) -> list[str]:
    return [f"{problem.severity} {problem}" for problem in problems_of(body, header)]


def test_a_good_script_leaves_nothing_to_be_said(problems_of: Problems) -> None:
    assert _told(problems_of, f"# A\nSit down.\n\n[pause 20s to 60s]{RETURN}") == []


def test_no_script_can_last_longer_than_four_hours(problems_of: Problems) -> None:
    body = f"# A\nSit.\n\n[repeat 1 to 250 times]\n[pause 1 min]\nRest.\n[end repeat]{RETURN}"

    assert _told(problems_of, body)[1:] == [
        "error line 7: the script can last about 4.2 hours, and 4 hours is the most there may be."
    ]


@pytest.mark.parametrize(
    ("pause", "lengths"),
    [("10s", "about 0.5 minutes"), ("2 to 30 min", "from about 2.3 to 30 minutes")],
)
def test_minutes_that_cannot_be_reached_are_told(
    problems_of: Problems, pause: str, lengths: str
) -> None:
    (told,) = _told(problems_of, f"# Quiet\nSit.\n\n[pause {pause}]{RETURN}")

    assert told == (
        f"warning line 1: the script says 1 minute and lasts {lengths}. "
        "Change 'Minutes', or the times that may stretch."
    )


@pytest.mark.parametrize("cue", ["[wait]", "[play welcome.wav]"])
def test_minutes_are_not_doubted_where_a_length_is_unknown(problems_of: Problems, cue: str) -> None:
    assert _told(problems_of, f"# A\nSit.\n\n{cue}{RETURN}") == []


def test_a_script_that_never_stops_talking_is_told(problems_of: Problems) -> None:
    header = HEADER.replace("Minutes: 1", "Minutes: 10")
    sixty_words = f"Word {'word ' * 58}word. "
    body = f"# A\n{sixty_words * 19}{RETURN.replace('5s', '30s')}"

    (told,) = _told(problems_of, body, header)
    assert told.startswith("warning line 7: 1143 words in 10 minutes leave hardly any quiet.")


def test_the_first_word_comes_soon(problems_of: Problems) -> None:
    (told,) = _told(problems_of, f"# A\n[pause 2s to 10s]\n\nSit.\n\n[pause 20s to 60s]{RETURN}")

    assert told == (
        "warning line 10: the first words come after up to 10 s. "
        "Say something at the beginning, so that nobody wonders whether it has begun."
    )


def test_a_script_without_a_word_is_told(problems_of: Problems) -> None:
    (told,) = _told(problems_of, "# A\n[pause 20s to 60s]\n\n# Return\n[pause 5s]")

    assert told.startswith("warning line 7: nothing is said in the whole script")


def test_a_long_silence_has_a_step_that_says_so(problems_of: Problems) -> None:
    body = "# {}\nSit.\n\n[pause 20s to 70s]\n\n[pause 5s to 60s]" + RETURN

    (told,) = _told(problems_of, body.format("Sit"))
    assert told == (
        "warning line 12: up to 130 s pass without a word or a sound. "
        "Say something, or call the step 'Rest'."
    )
    assert _told(problems_of, body.format("Quiet time")) == []
    assert (
        _told(problems_of, body.format("Sit").replace("[pause 5s", "[sound bell]\n[pause 5s")) == []
    )


def test_a_long_silence_is_found_within_a_repeat_too(problems_of: Problems) -> None:
    body = f"# Sit\nSit.\n\n[repeat 1 time]\n[pause 20s to 130s]\n[end repeat]{RETURN}"

    assert "up to 130 s pass" in _told(problems_of, body)[0]


def test_the_last_step_leads_back_unless_it_leads_to_sleep(problems_of: Problems) -> None:
    body = "# Drift\nSit down.\n\n[pause 20s to 60s]"

    (told,) = _told(problems_of, body)
    assert told == (
        "warning line 7: the last step, 'Drift', does not lead back. "
        "Add a step such as '# Return', or write 'Ending: sleep' in the header."
    )
    assert _told(problems_of, body, f"{HEADER}Ending: sleep\n") == []
    assert _told(problems_of, body, f"{HEADER}Language: fr\n") == []
    assert "such as '# Zurückkommen'" in _told(problems_of, body, f"{HEADER}Language: de\n")[0]


@pytest.mark.parametrize("title", ["Zurückkommen", "Rückkehr", "Und langsam zurück", "Abschluss"])
def test_a_german_step_may_lead_back(problems_of: Problems, title: str) -> None:
    body = f"# Ankommen\nSitz.\n\n[pause 20s to 60s]\n\n# {title}\nNun.\n\n[pause 5s]"

    assert _told(problems_of, body, f"{HEADER}Language: de-CH\n") == []


def test_a_german_step_may_be_quiet(problems_of: Problems) -> None:
    body = "# {}\nSitz.\n\n[pause 20s to 130s]\n\n# Zurück\nNun.\n\n[pause 5s]"
    header = f"{HEADER}Language: de\n"

    assert "call the step 'Ruhe'" in _told(problems_of, body.format("Sitzen"), header)[0]
    for title in ("Ruhe", "Ausruhen", "In der Stille", "Nachspüren", "Ruhig liegen"):
        assert _told(problems_of, body.format(title), header) == []
    assert _told(problems_of, body.format("Assis"), f"{HEADER}Language: fr\n") == []


@pytest.mark.parametrize(("minutes", "pause", "least"), [(8, "2s", 5), (9, "20s", 30)])
def test_the_way_back_takes_its_time(
    problems_of: Problems, minutes: int, pause: str, least: int
) -> None:
    header = HEADER.replace("Minutes: 1", f"Minutes: {minutes}")
    body = f"# Quiet\nSit.\n\n[pause 1 to 10 min]\n\n# Return\nOpen your eyes.\n\n[pause {pause}]"

    (told,) = _told(problems_of, body.replace("Open your eyes.", "Up."), header)
    assert told.startswith("warning line 12: the way back takes about")
    assert told.endswith(f"Give the last step {least} s or more.")
    assert _told(problems_of, body.replace(f"pause {pause}", f"pause {least}s"), header) == []


def test_a_script_says_for_whom_it_is_not_and_what_is_known(problems_of: Problems) -> None:
    told = _told(
        problems_of,
        f"# A\nSit down.\n\n[pause 20s to 60s]{RETURN}",
        "Title: A\nTechnique: b\nMinutes: 1\n",
    )

    assert [each.partition(".")[0] for each in told] == [
        "warning line 1: the header has no 'Caution'",
        "warning line 1: the header has no 'Evidence'",
    ]
