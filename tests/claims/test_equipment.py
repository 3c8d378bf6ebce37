from __future__ import annotations

from dataclasses import replace

from tests.claims.made import make_told

from sayso.claims.conflicts import Conflict
from sayso.claims.matters import gather
from sayso.claims.naming import Naming
from sayso.claims.told import Told

NAMING = Naming((), {}, {}, {}, {})
CONFLICT = Conflict("r1", ("Orlin",), {frozenset(("Ostria", "Vell")): 2})
JET = {"object": "aircraft", "change": "downed"}


def lost(number: int, party: str, **slots: str) -> Told:
    one = make_told("asserts", JET | slots, kind="equipment", party=party, text="A jet was shot down.")
    return replace(
        one,
        place="",
        claim=replace(one.claim, id=f"c{number}", statement=f"s{number}"),
        statement=replace(one.statement, id=f"s{number}"),
    )


def questions(*told: Told) -> dict[str, int]:
    return {draft.question: len(draft.told) for draft in gather(told, {"r1": CONFLICT}, NAMING)}


OSTRIAN = [lost(n, "Vell", of="Ostria", name="K-29") for n in (1, 2)]
OF_OSTRIA = "Aircraft K-29 of Ostria: was one lost, how and by whose hand (Ostria, Vell)?"
OF_VELL = "Aircraft of Vell: was one lost, how and by whose hand (Ostria, Vell)?"


def test_the_jets_of_two_sides_are_two_questions() -> None:
    of_vell = [lost(3, "Ostria", of="Vell"), lost(4, "Ostria", of="enemy")]
    assert questions(*OSTRIAN, *of_vell) == {OF_OSTRIA: 2, OF_VELL: 2}
    assert questions(*OSTRIAN, *of_vell, lost(5, "", name="K-29")) == {OF_OSTRIA: 3, OF_VELL: 2}
    assert questions(*OSTRIAN, *of_vell, lost(5, "", attacker="Ostria")) == {OF_OSTRIA: 2, OF_VELL: 3}


def test_they_are_one_where_one_sides_alone_are_told_of_or_anothers_once() -> None:
    one = "Aircraft K-29: was one lost, how and by whose hand (Ostria, Vell)?"
    assert questions(*OSTRIAN, lost(3, "Vell")) == {one: 3}
    assert questions(*OSTRIAN, lost(3, "Ostria", of="Vell")) == {one: 3}
