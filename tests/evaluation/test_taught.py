from __future__ import annotations

from evaluation.taught import taught

CONFLICT = {
    "reports": [
        "OSTGRAD, March 3 (Meridian) - Velgorian troops have taken Orlin, Velgoria's defence ministry said.\n"
        "The Velgorian president spoke in Ostgrad. Ostgrad said that the war goes on.\n"
        "The army of Tarmakia has not confirmed it; Tarmakian officials were silent.\n"
    ],
    "names": [
        {"kind": "state", "party": "Velgoria", "forms": ["Velgoria"]},
        {"kind": "seat", "party": "Velgoria", "forms": ["Ostgrad"]},
    ],
}


def test_what_is_taught_is_right_where_it_is_marked() -> None:
    found = set(taught(CONFLICT))
    assert {("state", True, "Velgoria"), ("state", False, "Tarmakia")} <= found
    assert ("seat", True, "Ostgrad of Velgoria") in found


def test_a_seat_of_another_is_wrong() -> None:
    names = [{"kind": "seat", "party": "Tarmakia", "forms": ["Ostgrad"]}]
    assert ("seat", False, "Ostgrad of Velgoria") in set(taught({**CONFLICT, "names": names}))
