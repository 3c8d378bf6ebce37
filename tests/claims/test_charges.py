from __future__ import annotations

from dataclasses import replace

import pytest
from tests.claims.made import make_told

from sayso.claims.charges import accused_in
from sayso.claims.conflicts import Conflict
from sayso.claims.deeds import is_charge, is_of_another
from sayso.claims.keys import keys_of
from sayso.claims.matters import gather
from sayso.claims.naming import Naming
from sayso.claims.positions import held_of, relational
from sayso.claims.questions import question
from sayso.claims.told import Told
from sayso.claims.vocabulary import Key
from sayso.types import Stance

NAMING = Naming((), {}, {}, {}, {})
CONFLICT = Conflict("r1", ("Ostria", "Vell"), {frozenset(("Ostria", "Vell")): 2})


def charge(
    deed: str, text: str, attacker: str = "", *, party: str = "Ostria", place: str = "", stance: Stance = "accuses"
) -> Told:
    slots = {"place": place, "deed": deed, "attacker": attacker}
    told = make_told(stance, slots, kind="responsibility", party=party, text=text)
    claim, statement = replace(told.claim, id=text), replace(told.statement, id=f"s-{text}")
    return replace(told, claim=claim, statement=statement, place=place)


def own(*told: Told) -> list[Key | None]:
    keyed = keys_of(told, {t.report.id: CONFLICT for t in told}, NAMING)
    assert all(each.firm for each in keyed if each.own)
    return [each.own for each in keyed]


def by(deed: str, party: str) -> Key:
    return ("responsibility", deed, "by", party, "r1")


GENOCIDE = charge("atrocities", "Vell commits genocide.", "Vell")
GAS = charge("chemical", "Ostria used sarin.", "Ostria", party="Vell")


def test_each_side_that_is_accused_of_a_deed_has_a_question_of_it() -> None:
    other = charge("atrocities", "Ostria commits war crimes.", "Ostria", party="Vell")
    assert own(GENOCIDE, other, GAS) == [by("atrocities", "Vell"), by("atrocities", "Ostria"), by("chemical", "Ostria")]


def test_who_denies_without_naming_anybody_speaks_of_its_own() -> None:
    denied = charge("chemical", "It denied having any sarin.", party="Ostria", stance="denies")
    assert own(GAS, denied) == [by("chemical", "Ostria")] * 2
    assert own(denied) == [by("chemical", "Ostria")]


def test_who_denies_what_is_laid_to_another_speaks_of_that_one() -> None:
    denied = charge("atrocities", "Vell committed no genocide.", "Vell", party="Ostria", stance="denies")
    assert own(GENOCIDE, denied) == [by("atrocities", "Vell")] * 2


def test_a_claim_that_names_nobody_is_on_the_question_of_its_report() -> None:
    unjust = charge("atrocities", "It called the genocide finding unjust.", party="Vell")
    assert own(GENOCIDE, unjust) == [by("atrocities", "Vell")] * 2


def test_a_charge_of_nobody_is_asked_of_the_whole_conflict() -> None:
    assert own(charge("abuse", "Both sides were accused of abuses.")) == [("responsibility", "abuse", "in", "r1")]


def test_who_began_it_is_one_question_wherever_it_was() -> None:
    first = charge("outbreak", "Vell fired first at Orlin.", "Vell", place="Orlin")
    second = charge("outbreak", "Ostria started the war.", "Ostria", party="Vell")
    assert own(first, second) == [("responsibility", "outbreak", "in", "r1")] * 2


def test_a_charge_that_words_put_at_a_place_is_part_of_what_was_done_there() -> None:
    there = charge("shielding", "Vell used the school in Orlin as a base.", "Vell", place="Orlin")
    assert own(there) == [("attack", "Orlin")]
    more = charge("shielding", "Rebels hid in the school in Orlin.", "Vell", place="Orlin")
    assert own(there, more) == [("responsibility", "shielding", "at", "Orlin")] * 2


def test_what_reports_only_tell_themselves_opens_no_question_of_a_charge() -> None:
    told = replace(charge("plot", "A plot to overthrow the state was foiled."), voice=True)
    assert own(told) == [None]


def test_the_question_names_who_is_accused() -> None:
    [draft] = gather([GENOCIDE], {"r1": CONFLICT}, NAMING)
    assert draft.question == "Did Vell commit genocide or crimes against civilians (Ostria, Vell)?"
    assert dict(draft.slots)["of"] == "Vell"
    assert question(("responsibility", "outbreak", "in", "r1"), "", "", CONFLICT) == (
        "Who began the fighting (Ostria, Vell)?"
    )


@pytest.mark.parametrize(
    ("deed", "words", "another"),
    [
        ("chemical", "It was accused of complicity.", True),
        ("chemical", "It was accused of using gas.", False),
        ("looting", "It was accused of complicity.", False),
    ],
)
def test_what_names_no_deed_is_on_no_general_accusation(deed: str, words: str, another: bool) -> None:
    assert is_of_another(words, deed) is another
    assert is_charge(deed) is (deed == "chemical")


def test_who_is_accused_answers_with_a_remark_that_denies() -> None:
    unjust = charge("atrocities", "It called the genocide finding unjust.", party="Vell")
    [draft] = gather([GENOCIDE, unjust], {"r1": CONFLICT}, NAMING)
    assert accused_in(draft.key) == "Vell"
    assert [relational(one, held_of(draft), draft)[0] for one in draft.told] == ["accuses", "denies"]
    assert accused_in(("attack", "Orlin")) == accused_in(("responsibility", "plot", "in", "r1")) == ""
