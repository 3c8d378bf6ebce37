from __future__ import annotations

from dataclasses import replace

from tests.claims.made import make_draft, make_told, make_weighed

from sayso.claims.contested import find_contested
from sayso.claims.naming import Naming
from sayso.claims.told import Told
from sayso.types import Stance


def telling(stance: Stance, party: str, **given: str) -> Told:
    return make_told(stance, {"place": "Orlin", **given}, party=party, speaker=party)


NAMING = Naming((), {}, {}, {}, {})


def test_two_days_of_one_change_of_hands() -> None:
    first, second = (
        replace(
            told := telling("asserts", party, change="gained"),
            claim=replace(told.claim, when=day),
            date="2021-03-09",
        )
        for party, day in (("Ostria", "2021-03-05"), ("Vell", "2021-03-07"))
    )
    [found] = find_contested(make_draft(first, second), [], NAMING)
    assert (found.kind, found.what) == ("date", "? on 2021-03-05, on 2021-03-07")
    later = replace(second, claim=replace(second.claim, when="2021-03-12"))
    assert find_contested(make_draft(first, later), [], NAMING) == [], "what is to come has not happened"


def test_two_kinds_of_ammunition_for_one_attack() -> None:
    one, other = (
        make_told("accuses", {"place": "Orlin", "weapon": words}, party="Vell", kind="attack")
        for words in ("incendiary shells", "phosphorus")
    )
    [found] = find_contested(make_draft(one, other, kind="attack"), [], NAMING)
    assert found.kind == "weapon"
    assert find_contested(make_draft(one, one, kind="attack"), [], NAMING) == []


def test_one_party_that_blames_two() -> None:
    told = [
        make_told("accuses", {"place": "Orlin", "attacker": who}, party="Vell", kind="attack")
        for who in ("Ostria", "Tamm")
    ]
    told = [replace(one, statement=replace(one.statement, id=f"s{n}")) for n, one in enumerate(told)]
    weighed = [make_weighed("accuses", "Vell", "2021-03-02") for _ in told]
    rows = [
        replace(w, position=replace(w.position, statement=one.statement.id))
        for w, one in zip(weighed, told, strict=True)
    ]
    [found] = find_contested(make_draft(*told, kind="attack"), rows, NAMING)
    assert (found.kind, found.what) == ("who", "? Vell: Ostria, then Tamm")
