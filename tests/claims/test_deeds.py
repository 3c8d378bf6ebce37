from __future__ import annotations

from dataclasses import replace

import pytest
from tests.claims.made import make_draft, make_told, make_weighed

from sayso.claims.conflicts import Conflict
from sayso.claims.deeds import deed_of, deeds, is_told_of, question_of
from sayso.claims.keys import Keyed, keys_of
from sayso.claims.naming import Naming
from sayso.claims.positions import held_of, relational
from sayso.claims.questions import question
from sayso.claims.signs import read_as, weighed_as
from sayso.claims.standing import standing_of
from sayso.claims.told import Told, is_unlikely
from sayso.claims.vocabulary import Key, is_placed
from sayso.claims.within import within
from sayso.reading.triggers import senses
from sayso.types import Meaning
from sayso.views.exports.codes import all_codes

NAMING = Naming((), {}, {}, {}, {})
CONFLICT = Conflict("r1", ("Orlin",), {frozenset(("Ostria", "Vell")): 2})
BRIDGE = ("responsibility", "abduction", "at", "Orlin")


def deed(what: str, text: str, place: str = "", *, report: str = "r1", party: str = "Ostria") -> Told:
    told = make_told("accuses", {"place": place, "deed": what}, kind="responsibility", party=party, text=text)
    claim, statement = replace(told.claim, id=text), replace(told.statement, id=f"s-{text}")
    return replace(told, claim=claim, statement=statement, place=place, report=replace(told.report, id=report))


def keyed(*told: Told) -> list[Keyed]:
    return keys_of(told, {t.report.id: CONFLICT for t in told}, NAMING)


def own(*told: Told) -> list[Key | None]:
    return [each.own for each in keyed(*told)]


TAKEN = deed("abduction", "Two nurses were abducted at Orlin.", "Orlin")
HELD = deed("abduction", "Vell kidnapped the nurses in Orlin.", "Orlin", party="Vell")


def test_a_deed_of_which_several_tell_has_a_question_of_its_own() -> None:
    assert own(TAKEN, HELD) == [BRIDGE, BRIDGE]


def test_what_one_tells_of_a_deed_is_part_of_an_attack_on_its_place() -> None:
    assert own(TAKEN) == [("attack", "Orlin")]


def test_what_reports_only_tell_themselves_opens_no_question() -> None:
    voice = replace(deed("closing", "The roads to Orlin are shut.", "Orlin"), voice=True)
    said = deed("closing", "Vell has closed the road to Orlin.", "Orlin")
    assert own(voice, said) == [None, None]


def test_one_who_speaks_of_a_closed_road_tells_of_no_attack() -> None:
    assert own(deed("closing", "The road to Orlin is closed.", "Orlin")) == [None]


def test_a_deed_without_a_place_belongs_to_the_one_question_of_it() -> None:
    freed = deed("abduction", "The hostages are well, it said.")
    assert [keyed(TAKEN, HELD, freed)[-1].own, keyed(TAKEN, HELD, freed)[-1].firm] == [BRIDGE, True]


def test_a_deed_without_a_place_belongs_to_none_of_two_but_to_that_of_its_report() -> None:
    tamm = [deed("abduction", f"Vell abducted {n} teachers in Tamm.", "Tamm", report="r2") for n in range(2)]
    loose = deed("abduction", "The hostages are well, it said.", report="r2")
    elsewhere = replace(loose, claim=replace(loose.claim, id="another"), report=replace(loose.report, id="r3"))
    found = own(TAKEN, HELD, *tamm, loose, elsewhere)
    assert found[-2:] == [("responsibility", "abduction", "at", "Tamm"), None]


def test_a_deed_that_no_report_puts_anywhere_is_asked_of_the_whole_conflict() -> None:
    told = [deed("mines", f"Vell has laid {n} mines.") for n in ("ten", "fifty", "no")]
    assert set(own(*told)) == {("responsibility", "mines", "in", "r1")}
    assert own(*told[:2]) == [None, None]


@pytest.mark.parametrize(
    ("key", "place", "asked"),
    [
        (BRIDGE, "Orlin", "Who abducted people at Orlin?"),
        (("responsibility", "closing", "at", "Orlin"), "Orlin", "Who keeps Orlin closed?"),
        (("responsibility", "mines", "in", "r1"), "", "Who laid mines (Ostria, Vell)?"),
    ],
)
def test_the_question_in_plain_words(key: Key, place: str, asked: str) -> None:
    assert question(key, place, "", replace(CONFLICT, names=("Ostria", "Vell"))) == asked
    assert is_placed(key) == bool(place)


def test_a_deed_that_the_table_does_not_have_is_bare_blame() -> None:
    told = deed("piracy", "Vell boarded a ship at Orlin.", "Orlin")
    assert deed_of(told.claim) == ""
    assert own(told, replace(told, statement=replace(told.statement, id="s2"))) == [("attack", "Orlin")] * 2


def test_every_deed_of_the_table_asks_a_question_of_a_place_and_of_a_conflict() -> None:
    assert all("Orlin" in question_of(name, "Orlin") for name, each in deeds().items() if each.at)
    assert all("Vell" in question_of(name, by="Vell") for name, each in deeds().items() if each.by)
    assert all("{}" not in question_of(name) for name in deeds())


def test_every_deed_that_is_read_is_asked_of_and_has_codes() -> None:
    read = {sense.change for sense in senses() if sense.kind == "responsibility"} - {""}
    assert read == set(deeds())
    assert read <= {code.change for code in all_codes() if code.kind == "responsibility"}


def test_a_claim_of_a_deed_that_is_asked_of_is_on_no_attack() -> None:
    assert within(TAKEN.claim, Keyed(BRIDGE, None)) == ("responsibility",)
    assert within(TAKEN.claim, Keyed(("attack", "Orlin"), None)) == ("attack", "equipment")
    assert "responsibility" in within(replace(TAKEN.claim, slots=()), Keyed(None, None))


@pytest.mark.parametrize(
    ("words", "told"),
    [("Its captors want a ransom.", True), ("Twelve rockets hit the mill.", False), ("It denied this.", None)],
)
def test_whether_words_speak_of_a_deed(words: str, told: bool | None) -> None:
    assert is_told_of(words, "abduction") is told


def test_the_model_was_taught_no_deeds_and_rules_none_out() -> None:
    meaning = Meaning(kinds=(("attack", 0.0), ("responsibility", 0.0), ("casualties", 0.9)), vector=b"")
    statement = replace(TAKEN.statement, meaning=meaning)
    assert not is_unlikely(TAKEN.claim, statement)
    assert is_unlikely(replace(TAKEN.claim, slots=()), statement)
    assert "casualties" in read_as("responsibility", "abduction")
    assert "casualties" not in read_as("responsibility", "mines")


def test_two_who_accuse_each_other_of_a_deed_dispute_it() -> None:
    told = [make_weighed("accuses", "Ostria"), make_weighed("accuses", "Vell")]
    assert standing_of("responsibility", told, frozenset(("Ostria", "Vell")))[0] == "disputed"


def test_who_is_said_to_have_done_it_is_accused() -> None:
    told = make_told("asserts", {"deed": "looting", "attacker": "Vell"}, kind="responsibility", party="Ostria")
    draft = make_draft(told, kind="responsibility", opposed=("Ostria", "Vell"))
    assert relational(told, held_of(draft), draft)[0] == "accuses"


def test_what_was_learnt_of_attacks_holds_for_deeds() -> None:
    assert weighed_as("responsibility") == "attack"
    assert weighed_as("truce") == "truce"
