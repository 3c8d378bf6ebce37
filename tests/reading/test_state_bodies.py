from __future__ import annotations

import pytest

from sayso.reading.state_bodies import is_state_body


@pytest.mark.parametrize(
    "phrase",
    [
        "the mayor",
        "the provincial administration",
        "an officer of the 53rd Division",
        "the Third Mountain Brigade",
        "the State Security Service",
        "state television",
        "Naval Headquarters",
        "Interior Secretary Mila Torv",
        "the secretary for war",
        "the vice-minister",
        "the Inspector-General",
        "the True News Team of the Council",
        "regime-run Orlin Radio",
    ],
)
def test_posts_and_units_are_of_the_side_at_home(phrase: str) -> None:
    assert is_state_body(phrase)


@pytest.mark.parametrize(
    "phrase", ["the Free Corps", "the Harbour Relief Service", "a baker", "the Council of Crews", "the club secretary"]
)
def test_movements_and_others_are_not(phrase: str) -> None:
    assert not is_state_body(phrase)
