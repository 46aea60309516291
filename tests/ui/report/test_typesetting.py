"""Text is broken into lines that fit, and nothing of it is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt

from relaxapp.ui.report.ink import BODY_TYPE
from relaxapp.ui.report.typesetting import Typesetter

if TYPE_CHECKING:
    from relaxapp.ui.theme import Theme


@pytest.fixture
def setter(theme: Theme) -> Typesetter:
    return Typesetter(theme.font_family)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"])))
def test_every_sign_of_a_text_is_in_one_of_its_lines(setter: Typesetter, text: str) -> None:
    lines = setter.lines(text, BODY_TYPE, 90)
    assert "".join("".join(line.text for line in lines).split()) == "".join(text.split())


def test_lines_are_no_wider_than_they_may_be(setter: Typesetter) -> None:
    for line in setter.lines("Some words and " + "onelongword" * 20, BODY_TYPE, 90):
        assert line.width <= 90
        assert setter.width(line.text, BODY_TYPE) <= 90.5


def test_line_ends_of_the_text_are_kept(setter: Typesetter) -> None:
    lines = setter.lines("One\n\nTwo", BODY_TYPE, 300)
    assert [line.text for line in lines] == ["One", "", "Two"]
    assert lines[2].baseline - lines[0].baseline == pytest.approx(2 * BODY_TYPE.line)


def test_what_is_read_from_right_to_left_stands_at_the_right(setter: Typesetter) -> None:
    (line,) = setter.lines("استرخاء", BODY_TYPE, 300, x=50)
    assert line.is_leftward
    assert line.x + line.width == pytest.approx(350)
    (line,) = setter.lines("7 → 3", BODY_TYPE, 300, x=50)
    assert line.x == 50


def test_numbers_end_where_the_column_ends(setter: Typesetter) -> None:
    (line,) = setter.lines("12", BODY_TYPE, 80, align=Qt.AlignmentFlag.AlignRight)
    assert line.x + line.width == pytest.approx(80)
