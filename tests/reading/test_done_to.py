from __future__ import annotations

import pytest

from sayso.reading.done_to import done_to_people, done_to_things, is_of_all, noun_of
from sayso.types import Span
from sayso.values.numbers import find_quantities


def things(text: str) -> list[str]:
    whole = Span(0, len(text))
    return [done_to_things(text, whole, q.span, noun_of(text, q.span.end, q.unit)) for q in find_quantities(text)]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Vell launched 80 drones and six missiles.", ["drones launched", "missiles launched"]),
        ("Its gunners shot down 61 drones and five missiles.", ["drones shot down", "missiles shot down"]),
        ("Ostria said that 33 Vellish drones were intercepted.", ["drones shot down"]),
        ("Nine unmanned aerial vehicles were destroyed over the port.", ["drones shot down"]),
        ("The air force downed 12 of 15 drones.", ["drones shot down", "drones launched"]),
        ("Ostria concedes the loss of two jets.", ["jets lost"]),
        ("Ostria lost one MiG-29 over the strait.", ["aircraft lost"]),
        ("Shells destroyed four tanks.", ["tanks destroyed"]),
        ("In all 61 jets, 8 tanks and other vehicles have been destroyed.", ["jets destroyed", "tanks destroyed"]),
        ("Vell has 40 tanks near the river.", [""]),
        ("Vell has 40 drones.", [""]),
        ("They shot down nobody; six people watched.", [""]),
    ],
)
def test_what_was_done_to_things_is_part_of_what_is_counted(text: str, what: list[str]) -> None:
    assert things(text) == what


def test_both_numbers_of_some_among_all_are_known() -> None:
    text = "They downed 12 of 15 drones and saw 3 boats."
    assert [is_of_all(text, q.span, 0) for q in find_quantities(text)] == [True, True, False]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Ostria and Vell exchanged 40 prisoners each.", "exchanged"),
        ("Ostria, Vell swap 40 prisoners at the bridge.", "exchanged"),
        ("Twelve captives were released on Monday.", "released"),
        ("Vell freed 30 detainees.", "released"),
        ("Vell handed over the bodies of 70 soldiers.", "bodies handed over"),
        ("The remains of 70 soldiers were returned.", "bodies handed over"),
        ("Ostria gave up; 70 bodies were handed over to Vell.", "bodies handed over"),
        ("Vell captured 30 soldiers.", ""),
        ("The diggers found 30 bodies.", ""),
    ],
)
def test_who_is_exchanged_or_handed_over_is_neither_captured_nor_killed(text: str, what: str) -> None:
    [quantity] = find_quantities(text)
    assert done_to_people(text, Span(0, len(text)), quantity.span) == what
