from __future__ import annotations

from dataclasses import replace
from itertools import count

import pytest
from tests.claims.made import make_told

from sayso.claims.conflicts import Conflict
from sayso.claims.matters import Draft, gather
from sayso.claims.naming import Naming
from sayso.claims.outsiders import before_parting, by_outsider
from sayso.claims.told import Told
from sayso.types import KnownName, Span, Stance

CONFLICT = Conflict("r1", ("Ostria", "Vell Front"), {frozenset(("Ostria", "Vell Front")): 3})
NAMING = Naming(
    (
        KnownName("Marn", "LOC", ("Marn",), "Marn", ()),
        KnownName("Marnish", "MISC", ("Marnish",), "Marn", ()),
        KnownName("Tamm", "LOC", ("Tamm",), "Tamm", ()),
        KnownName("Tammish", "MISC", ("Tammish",), "Tamm", ()),
        KnownName("Ostrian", "MISC", ("Ostrian",), "Ostria", ()),
        KnownName("Brann", "ORG", ("Brann",), "", ()),
        KnownName("Grey Falcon", "ORG", ("Grey Falcon",), "Grey Falcon", ()),
    ),
    {"Marn": "Marn", "Tamm": "Tamm", "Orlin": "Orlin"},
    {},
    {name: name for name in ("Marn", "Tamm", "Ostria", "Vell Front", "Grey Falcon")},
    {},
)
NUMBERS = count(1)
SOLDIERS = "Marnish soldiers stand in the hills"
FOREIGN, SUPPORT = "foreign fighters", "support"


def told(text: str, party: str = "Vell Front", stance: Stance = "asserts", kind: str = FOREIGN, **slots: str) -> Told:
    one = replace(make_told(stance, slots, party=party, kind=kind, text=text), place="")
    n = next(NUMBERS)
    report = replace(one.report, id="r1")
    statement = replace(one.statement, id=f"s{n}")
    claim = replace(one.claim, id=f"c{n}", statement=statement.id)
    return replace(one, report=report, statement=statement, claim=claim)


def asked(*each: Told) -> dict[str, list[str]]:
    """Question -> the words that are told of it."""
    drafts: list[Draft] = gather(each, {"r1": CONFLICT}, NAMING)
    return {draft.question: [one.words for one in draft.told] for draft in drafts}


MARN = "Do soldiers or fighters from Marn take part (Ostria, Vell Front)?"
TAMM = "Do soldiers or fighters from Tamm take part (Ostria, Vell Front)?"
POOL = "Do foreign fighters take part (Ostria, Vell Front)?"


def test_each_outsider_has_a_question_of_its_own() -> None:
    tamm = "fighters from Tamm have come over the river"
    found = asked(told(SOLDIERS), told(tamm), told(SOLDIERS, "Ostria", "denies"), told(tamm, "Ostria", "denies"))
    assert found == {MARN: [SOLDIERS, SOLDIERS], TAMM: [tamm, tamm]}


def test_who_denies_without_a_name_speaks_of_its_own_men() -> None:
    denied = "his troops had crossed no border"
    assert asked(told(SOLDIERS), told(SOLDIERS), told(denied, "Marn", "denies")) == {MARN: [denied, SOLDIERS, SOLDIERS]}


def test_one_claim_and_the_denial_of_the_outsider_make_a_question() -> None:
    assert list(asked(told(SOLDIERS), told("his troops had crossed no border", "Marn", "denies"))) == [MARN]


def test_one_claim_alone_names_nobody_for_sure() -> None:
    assert list(asked(told(SOLDIERS))) == [POOL]


def test_what_names_none_goes_with_the_one_last_spoken_of() -> None:
    tamm, unnamed = "fighters from Tamm have come over the river", "there were three hundred foreigners"
    lines = [told(SOLDIERS), told(SOLDIERS), told(tamm), told(tamm), told(unnamed)]
    text = f"{SOLDIERS}. {tamm}, they say. {unnamed}."
    start = text.index(unnamed)
    report = replace(lines[-1].report, text=text)
    span = Span(start, start + len(unnamed))
    last = lines[-1]
    statement = replace(last.statement, content=(span,))
    lines[-1] = replace(
        last, report=report, statement=statement, evidence=span, claim=replace(last.claim, evidence=span)
    )
    assert asked(*lines)[TAMM] == [tamm, tamm, unnamed]


def test_the_sides_and_movements_of_the_land_are_no_outsiders() -> None:
    own = "Ostrian soldiers stand in the hills, among them mercenaries"
    assert list(asked(told(own), told(own))) == [POOL]


def test_where_a_name_only_stands_by_it_names_nobody_beside_the_men() -> None:
    words = "Marnish soldiers stand there, wrote the Tammish newspaper"
    assert list(asked(told(words), told(words))) == [MARN]


def test_a_company_is_known_by_its_mercenaries() -> None:
    words = "mercenaries of the security company Brann guard the dam"
    [question] = asked(
        told("contractors from Brann guard the dam"), told("Brann mercenaries guard the dam"), told(words)
    )
    assert question == "Do soldiers or fighters from Brann take part (Ostria, Vell Front)?"


def test_a_company_and_its_only_state_are_one() -> None:
    words = "men of the Grey Falcon company, which is paid from Marn, were there"
    found = asked(told(SOLDIERS), told(SOLDIERS), told(words))
    assert list(found) == [MARN]


def test_two_questions_on_one_supporter_are_one_and_words_of_praise_are_apart() -> None:
    gives = told("Marn arms them", "Ostria", "accuses", SUPPORT, change="backs", who="Marn", whom="Vell Front")
    unnamed = told("Marnish weapons were found", "Ostria", "asserts", SUPPORT, change="backs")
    hails = told("Marn hailed them", "Marn", "endorses", SUPPORT, who="Marn")
    found = asked(gives, unnamed, hails)
    assert set(found) == {
        "Does Marn arm or back the Vell Front (Ostria, Vell Front)?",
        "Who welcomes or condemns what, and who calls for restraint (Ostria, Vell Front)?",
    }


@pytest.mark.parametrize(
    ("who", "whom", "question"),
    [
        ("Ostria", "Marn", "Who arms or backs whom (Ostria, Vell Front)?"),
        ("Orlin", "Marn", "Who arms or backs whom (Ostria, Vell Front)?"),
        ("General Staff", "", "Who arms or backs whom (Ostria, Vell Front)?"),
        ("Ulm", "", "Whom does Ulm arm or back (Ostria, Vell Front)?"),
        ("Ostria", "", "Whom does Ostria arm or back (Ostria, Vell Front)?"),
        ("Marn", "Tamm", "Whom does Marn arm or back (Ostria, Vell Front)?"),
        ("Marn", "Ostria", "Does Marn arm or back Ostria (Ostria, Vell Front)?"),
    ],
)
def test_a_side_or_a_town_does_not_back_an_outsider(who: str, whom: str, question: str) -> None:
    assert list(asked(told("They are behind it", "", "asserts", SUPPORT, change="backs", who=who, whom=whom))) == [
        question
    ]


def test_whom_an_accuser_names_is_not_the_accuser() -> None:
    accuses = told("Marn arms them", "Ostria", "accuses", SUPPORT, change="backs", who="Marn", whom="Ostria")
    assert list(asked(accuses)) == ["Whom does Marn arm or back (Ostria, Vell Front)?"]


def test_who_stands_against_the_giver_is_no_receiver() -> None:
    against = {**CONFLICT.opposed, frozenset(("Ostria", "Marn")): 1}
    sends = told("Marn sends drones to Ostria", "", "asserts", SUPPORT, change="backs", who="Marn", whom="Ostria")
    [draft] = gather([sends], {"r1": replace(CONFLICT, opposed=against)}, NAMING)
    assert draft.question == "Whom does Marn arm or back (Ostria, Vell Front)?"


def test_what_is_only_read_as_of_support_and_names_nobody_asks_nothing() -> None:
    read = replace(told("They condemned the assault", "Tamm", "other", SUPPORT, change="backs"), joined="read as")
    assert asked(read) == {}


def test_beside_an_outsider_that_is_not_known_to_fight_one_that_does_is_not_meant() -> None:
    fights = {**CONFLICT.opposed, frozenset(("Tamm", "Vell Front")): 1}
    words = "Marnish officers stand there beside Tammish troops"
    [draft] = gather([told(words), told(words)], {"r1": replace(CONFLICT, opposed=fights)}, NAMING)
    assert draft.question == MARN


@pytest.mark.parametrize(
    ("words", "own", "named", "stays"),
    [
        ("Marn sends drones", False, True, False),
        ("Marn sends drones and pilots", False, True, True),
        ("Marn sends drones", True, True, True),
        ("Marn sends drones and pilots", False, False, False),
        ("Marn sends drones and pilots", True, False, True),
    ],
)
def test_what_is_only_guessed_to_be_on_fighters_and_is_on_arms(words: str, own: bool, named: bool, stays: bool) -> None:
    arms = told(words, "Ostria", "accuses", SUPPORT, change="backs", who="Marn")
    guessed = replace(told(words, "Ostria"), statement=arms.statement, own=own)
    others = [told(SOLDIERS), told(SOLDIERS)] if named else []
    groups = {(FOREIGN, "r1"): [*others, guessed], (SUPPORT, "by", "Marn", "r1"): [arms]}
    found = by_outsider(groups, {"r1": CONFLICT}, NAMING)
    assert (guessed in [one for key, told in found.items() if key[0] == FOREIGN for one in told]) is stays


def test_a_land_in_the_name_of_a_side_and_a_pact_are_no_outsiders() -> None:
    naming = replace(NAMING, parties={**NAMING.parties, "Vell": "Vell", "River Pact": "River Pact"})
    words = ["soldiers of Vell stand there", "soldiers of the River Pact stand there"]
    drafts = gather([told(each) for each in (*words, *words)], {"r1": CONFLICT}, naming)
    assert [draft.question for draft in drafts] == [POOL]


def test_a_company_called_for_short_is_the_party_of_the_longer_name() -> None:
    short = KnownName("Grey", "LOC", ("Grey",), "", ())
    lines = [
        told("Grey mercenaries are there"),
        told("mercenaries of Grey are there"),
        told("Grey Falcon men are there"),
    ]
    drafts = gather(lines, {"r1": CONFLICT}, replace(NAMING, known=(*NAMING.known, short)))
    assert [draft.question for draft in drafts] == [MARN.replace("Marn", "Grey Falcon")]


ARMS = "Does Marn arm or back Ostria (Ostria, Vell Front)?"


def test_an_outsider_that_has_the_question_of_arms_alone_answers_it() -> None:
    arms = told(
        "Marn sends drones to Ostria", "Vell Front", "accuses", SUPPORT, change="backs", who="Marn", whom="Ostria"
    )
    tammish = "Tammish soldiers stand in the hills"
    denied = replace(told("he called it absurd", "Marn", "denies"), own=False)
    found = asked(arms, told(tammish), told(tammish), denied)
    assert found == {TAMM: [tammish, tammish], ARMS: ["he called it absurd", "Marn sends drones to Ostria"]}


def test_words_of_arms_tell_which_of_an_outsiders_two_questions_is_meant() -> None:
    arms = told(
        "Marn sends drones to Ostria", "Vell Front", "accuses", SUPPORT, change="backs", who="Marn", whom="Ostria"
    )
    guessed = replace(told("no Marnish licence for drones", "Marn", "denies"), own=False)
    assert asked(told(SOLDIERS), told(SOLDIERS), arms, guessed)[MARN] == [SOLDIERS, SOLDIERS]


def test_where_all_that_is_told_is_of_arms_an_outsider_is_asked_about_arms() -> None:
    words = ["unmanned craft from Marn have come", "shipments from Marn have come"]
    assert all(question != MARN for question in asked(*(replace(told(each), joined="read as") for each in words)))


def test_what_is_parted_by_outsider_was_one_before() -> None:
    assert before_parting((FOREIGN, "by", "Marn", "r1")) == before_parting((FOREIGN, "r1")) == ((FOREIGN, "r1"),)
    assert before_parting((SUPPORT, "backs", "Marn", "r1")) == (
        (SUPPORT, "by", "Marn", "r1"),
        (SUPPORT, "by", "", "r1"),
    )
    assert before_parting(("control", "Orlin")) == (("control", "Orlin"),)
