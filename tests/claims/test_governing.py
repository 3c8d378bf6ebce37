"""States shown with the council or movement that governs them."""

from __future__ import annotations

import pytest

from sayso.claims.governing import governing
from sayso.values.parties import learn_parties
from sayso.values.sides_file import read_sides

AFGHAN = "Afghanistan's Taliban government accused Pakistan. The Taliban said two were killed."
COUNCIL = (
    "The army of Velgoria shelled Orlin, said a spokesman for the ruling State Defence Council. Velgorian jets came."
)


def test_a_movement_that_governs_is_its_state() -> None:
    assert governing(learn_parties([AFGHAN]), [AFGHAN]) == {"Afghanistan": "Afghanistan (Taliban)"}


@pytest.mark.parametrize(
    "text",
    [
        "Yemen's Houthi authorities closed the port. Houthi rebels fired at a ship.",
        "Yemen's Houthis authorities closed the port. The Houthis rebels fired at a ship.",
        "The Taliban took a post in Afghanistan.",
        "Afghanistan's government fought the Taliban.",
    ],
)
def test_who_fights_or_only_stands_there_does_not_govern(text: str) -> None:
    assert governing(learn_parties([text]), [text]) == {}


def test_a_ruling_council_is_shown_behind_the_state_at_home() -> None:
    table = learn_parties([COUNCIL] * 3)
    assert table.home is not None
    assert governing(table, [COUNCIL] * 3) == {"Velgoria": "Velgoria (State Defence Council)"}


def test_what_the_user_calls_a_state_stays() -> None:
    given = read_sides('[[side]]\nname = "Afghanistan"')
    assert governing(learn_parties([AFGHAN], given), [AFGHAN]) == {}
