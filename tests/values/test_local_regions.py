from __future__ import annotations

from sayso.values.local_regions import find_region, own_way
from sayso.values.parties import learn_parties

WAR = (
    "SELVA, March 3 - Marnian troops took Orlin in the northern region of Kershaw, the Marnian army said. The regional "
    "government rejected the claim. Kershaw's central command said that regional forces held the bridge. "
    "In Tolmar, the regional capital, shops were shut. "
    "Marnia's defence ministry denied it."
)


def test_a_region_with_rulers_and_arms_of_its_own_is_a_side() -> None:
    table = learn_parties([WAR])
    phrases = ("the spokesman of the regional government", "regional forces", "Kershaw's central command", "Tolmar")
    assert [guess and guess.party for guess in map(table.party_of, phrases)] == ["Kershaw"] * 4


def test_a_region_without_arms_or_one_of_several_is_none() -> None:
    assert find_region([WAR], {"Kershaw"}) is None
    poor = "The region of Kershaw is poor. The regional hospital is full. Kershaw's army fled."
    assert find_region([poor], ()) is None
    other = "The region of Tolma burns. Tolma's forces fled."
    assert find_region([WAR, other], ()) is None


def test_a_land_whose_council_goes_its_own_way_is_a_side() -> None:
    council = "The council of the hill province of Kershaw met. Marnia's army was silent, and Marnian troops waited."
    assert not own_way([council], ())
    for words in (
        "It voted to place Kershaw under the protection of Tolma.",
        "The self-defence units of Kershaw hold the pass.",
        "They are for the independence of Kershaw.",
        "Kershaw, which has governed itself, was shelled.",
    ):
        assert set(own_way([council, words], ())) == {"Kershaw"}
        assert learn_parties([council, words]).learnt["Kershaw"].kind == "region"
