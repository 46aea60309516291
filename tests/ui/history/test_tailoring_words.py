"""What was made to fit, in words."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relaxapp.script.body import Area, Side
from relaxapp.script.breath_pattern import BreathPattern
from relaxapp.session.record import LEFT_OUT_ON_THE_WAY
from relaxapp.session.wishes import tailoring_record
from relaxapp.timeline.tailoring import Tailoring
from relaxapp.ui.history.tailoring_words import tailoring_lines


def test_everything_that_can_be_asked_for_has_words() -> None:
    record = json.loads(
        tailoring_record(
            Tailoring(
                left_out=frozenset({Area.NECK, Area.JAW}),
                imagined=frozenset({Area.LEFT_CALF}),
                no_tensing=True,
                no_breath_holds=True,
                stronger_hand=Side.RIGHT,
                eyes_open=True,
                own_pace=12.5,
                breath=BreathPattern(4, 6.5, 2),
                slowest_rate=6,
            )
        )
    )
    record[LEFT_OUT_ON_THE_WAY] = ["chest"]
    assert tailoring_lines(json.dumps(record)) == (
        ("Left out", "jaw, neck"),
        ("Left out on the way", "chest"),
        ("Imagined only", "left calf"),
        ("Tensing", "left out"),
        ("Holds of the breath", "left out"),
        ("Eyes", "open"),
        ("Own pace", "12.5 breaths a minute"),
        ("Own breath", "in 4 s, hold 2 s, out 6.5 s"),
        ("Slowest breath", "6 breaths a minute"),
    )


def test_nothing_asked_for_is_nothing_said() -> None:
    assert tailoring_lines("{}") == ()
    assert tailoring_lines("") == ()


@pytest.mark.parametrize(
    ("record", "lines"),
    [
        ('{"chair_height": 3}', (("Chair height", "3"),)),
        ('{"music": "harp", "left_out": ["jaw"]}', (("Left out", "jaw"), ("Music", "harp"))),
        ('{"breath": {"sighs": 2}}', (("Own breath", '{"sighs": 2}'),)),
        ('{"left_out": "all of it"}', (("Left out", "all of it"),)),
        ("not json", (("Made to fit", "not json"),)),
        ("[1, 2]", (("Made to fit", "[1, 2]"),)),
    ],
)
def test_what_is_not_known_is_shown_as_it_is_written(
    record: str, lines: tuple[tuple[str, str], ...]
) -> None:
    assert tailoring_lines(record) == lines


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=5,
)
_NAMES = st.sampled_from(
    ["left_out", "imagined", "no_tensing", "eyes_open", "own_pace", "breath", LEFT_OUT_ON_THE_WAY]
)


@given(st.dictionaries(_NAMES | st.text(max_size=8), _JSON, max_size=6))
def test_whatever_another_version_wrote_can_be_shown(record: dict[str, object]) -> None:
    assert len(tailoring_lines(json.dumps(record))) == len(record)
