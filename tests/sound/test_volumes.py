"""The four volumes and the gains they stand for."""

from __future__ import annotations

import pytest

from relaxapp.sound.volumes import Volumes, gain
from relaxapp.timeline.clip import Bus


def test_each_bus_has_its_own_level() -> None:
    volumes = Volumes(voice=0.1, cues=0.2, breath=0.3, ambience=0.4)

    assert [volumes.level(bus) for bus in Bus] == [0.1, 0.2, 0.3, 0.4]
    assert volumes.having(Bus.CUES, 0.9) == Volumes(voice=0.1, cues=0.9, breath=0.3, ambience=0.4)


def test_the_ends_of_a_slider_are_silence_and_the_sound_as_it_is() -> None:
    assert gain(0) == 0
    assert gain(1) == 1
    assert Volumes(breath=0.5).gain(Bus.BREATH) == 0.25


@pytest.mark.parametrize("level", [-0.01, 1.01, float("nan")])
def test_a_volume_beyond_the_slider_is_a_mistake(level: float) -> None:
    with pytest.raises(ValueError, match="not a volume of the cues"):
        Volumes(cues=level)
