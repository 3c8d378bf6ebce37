from __future__ import annotations

from dataclasses import replace

import pytest
from tests.claims.made import make_told

from sayso.claims.conflicts import Conflict
from sayso.claims.matters import DOUBTFUL, FEW, Draft, gather
from sayso.claims.naming import Naming
from sayso.claims.told import Told
from sayso.types import KnownName, Meaning

NAMING = Naming((), {}, {}, {}, {})
CONFLICT = Conflict("r1", ("Orlin",), {frozenset(("Ostria", "Vell")): 2})


def gathered(*told: Told) -> list[Draft]:
    numbered = [replace(t, claim=replace(t.claim, id=f"c{i}") if t.own else t.claim) for i, t in enumerate(told)]
    return gather(numbered, {"r1": CONFLICT}, NAMING)


def test_control_and_fighting_over_one_place_answer_one_question() -> None:
    gained = make_told("asserts", {"place": "Orlin", "change": "gained", "holder": "Ostria"}, party="Ostria")
    goes_on = make_told("asserts", {"place": "Orlin"}, party="Vell", kind="fighting")
    [draft] = gathered(gained, goes_on)
    assert (draft.kind, draft.question) == ("control", "Who controls Orlin?")
    assert dict(draft.slots)["holder"] == "Ostria"
    assert len(draft.told) == 2
    assert "Orlin" in draft.because


@pytest.mark.parametrize("first", ["Orlin", "ORLIN"])
def test_a_question_shows_no_spelling_twice_for_its_capitals(first: str) -> None:
    spelt = tuple(dict.fromkeys((first, "ORLIN", "Orlin", "Orlyn", "Orleen", "Orline")))
    known = KnownName(first, "LOC", spelt, "", ())
    told = replace(make_told("asserts", {"place": first}, kind="attack"), place=first)
    [draft] = gather([told], {"r1": CONFLICT}, replace(NAMING, known=(known,)))
    assert draft.question == "Who attacked Orlin / Orlyn / Orleen, and how?"


@pytest.mark.parametrize(
    ("kind", "slots", "question"),
    [
        ("attack", {"place": "Orlin"}, "Who attacked Orlin, and how?"),
        ("attack", {"attacker": "Vell"}, "What did Vell attack (Ostria, Vell)?"),
        ("casualties", {"of": "Vell"}, "How many dead and wounded did Vell lose?"),
        ("casualties", {"of": "enemy"}, "How many dead and wounded did Vell lose?"),
        ("casualties", {"of": "own"}, "How many dead and wounded did Ostria lose?"),
        ("casualties", {"of": "Vell", "outcome": "captured"}, "How many prisoners did Vell lose?"),
        (
            "casualties",
            {"of": "Vell", "outcome": "captured", "who": "pilot"},
            "Was a pilot of Vell taken prisoner?",
        ),
        ("casualties", {"who": "civilians", "place": "Orlin"}, "How many were killed or hurt at Orlin?"),
        ("figure", {"what": "settlements taken", "of": "Ostria"}, "How many settlements did Ostria take?"),
        ("truce", {}, "Does the truce hold (Ostria, Vell)?"),
        ("foreign fighters", {}, "Do foreign fighters take part (Ostria, Vell)?"),
    ],
)
def test_each_kind_asks_its_question(kind: str, slots: dict[str, str], question: str) -> None:
    told = make_told("asserts", slots, party="Ostria", kind=kind)
    [draft] = gathered(replace(told, place=slots.get("place", "")))
    assert draft.question == question


def test_who_arms_whom_is_one_question_whoever_speaks() -> None:
    backs = {"change": "backs", "who": "Marn", "whom": "Vell"}
    accused = make_told("accuses", backs, party="Tamm", kind="support")
    denied = make_told("denies", backs | {"whom": ""}, party="Marn", kind="support")
    [draft] = gathered(*(replace(one, place="") for one in (accused, denied)))
    assert (draft.question, len(draft.told)) == ("Does Marn arm or back Vell (Ostria, Vell)?", 2)
    assert dict(draft.slots)["whom"] == "Vell"


def test_several_who_are_armed_leave_the_question_open() -> None:
    first, second = (
        make_told("accuses", {"change": "backs", "who": "Marn", "whom": whom}, party="Tamm", kind="support")
        for whom in ("Vell", "Ostria")
    )
    [draft] = gathered(first, second)
    assert draft.question == "Whom does Marn arm or back (Ostria, Vell)?"


def test_who_hails_condemns_or_calls_for_restraint_is_one_question() -> None:
    hails = make_told("endorses", {"who": "Tamm"}, party="Tamm", kind="support")
    condemns = make_told("other", party="Marn", kind="condemnation")
    urges = make_told(
        "other", party="Ulm", speaker="envoy", kind="demand", text="Ulm urged both sides to show restraint."
    )
    [draft] = gathered(hails, condemns, urges)
    assert draft.question == "Who welcomes or condemns what, and who calls for restraint (Ostria, Vell)?"
    assert len(draft.told) == 3


def test_arming_without_a_giver_is_one_question_of_the_conflict() -> None:
    told = [make_told("accuses", {"change": "backs"}, party=party, kind="support") for party in ("Tamm", "Ostria")]
    [draft] = gathered(*told)
    assert (draft.question, len(draft.told)) == ("Who arms or backs whom (Ostria, Vell)?", 2)


def test_foreign_fighters_are_found_by_the_sides_that_are_named() -> None:
    [draft] = gathered(make_told("accuses", {"sides": "Marn; Vell"}, party="Ostria", kind="foreign fighters"))
    assert dict(draft.slots)["sides"] == "Marn, Vell"


def test_who_fled_is_found_by_whence_and_whither() -> None:
    fled = make_told("asserts", party="Ostria", kind="displacement", text="From Orlin 300 people fled to Tamm.")
    known = replace(NAMING, places={"Orlin": "Orlin", "Tamm": "Tamm", "Tam": "Tam"})
    [draft] = gather([fled], {"r1": CONFLICT}, known)
    assert dict(draft.slots)["places"] == "Orlin, Tamm"


def test_what_names_neither_place_nor_party_makes_no_matter() -> None:
    nowhere = replace(make_told("asserts", party="Ostria"), place="")
    assert gathered(nowhere) == []
    assert gathered(replace(make_told("asserts", {"change": "seen"}, kind="attack"), place="")) == []


def test_two_places_are_two_matters() -> None:
    orlin, tamm = (
        make_told("asserts", {"place": place}, party="Ostria", speaker=place, text=f"The town of {place} was taken.")
        for place in ("Orlin", "Tamm")
    )
    assert [d.question for d in gathered(orlin, tamm)] == ["Who controls Orlin?", "Who controls Tamm?"]


def test_after_long_silence_the_same_question_is_a_new_matter() -> None:
    days = ("2021-03-02", "2021-04-20", "2021-09-01")
    first, second = gathered(*(make_told("asserts", {"place": "Orlin"}, party="Ostria", day=day) for day in days))
    assert (len(first.told), len(second.told)) == (2, 1)
    assert first.id != second.id


def test_a_claim_taken_up_belongs_to_the_matter_of_the_claim() -> None:
    made = make_told("asserts", {"place": "Orlin"}, party="Ostria")
    taken_up = replace(make_told("denies", party="Vell", own=False), claim=replace(made.claim, id="c0"), place="")
    [draft] = gathered(made, taken_up)
    assert [one.own for one in draft.told] == [True, False]


def test_an_attack_without_a_place_is_the_one_that_the_report_is_about() -> None:
    orlin, there = make_told("accuses", {"place": "Orlin"}, kind="attack"), make_told("denies", {}, kind="attack")
    [draft] = gathered(orlin, replace(there, place=""))
    assert len(draft.told) == 2


def test_the_id_is_of_the_question_and_its_first_day() -> None:
    told = make_told("asserts", {"place": "Orlin"}, party="Ostria")
    later = make_told("asserts", {"place": "Orlin"}, party="Vell", day="2021-03-05")
    assert gathered(told)[0].id == gathered(told, later)[0].id != gathered(later)[0].id


def test_a_plan_is_of_a_party_and_stands_where_nothing_else_is_said() -> None:
    plan = replace(make_told("announces", party="Ostria", kind="plan"), place="")
    assert [d.question for d in gathered(plan)] == ["What are the plans of Ostria (Ostria, Vell)?"]
    assert gathered(replace(plan, party="", speaker="analysts")) == []
    held = make_told("announces", {"place": "Orlin"}, party="Ostria")
    assert [d.kind for d in gathered(plan, held)] == ["control"]


def test_a_matter_without_a_place_lists_those_that_its_claims_name() -> None:
    naming = Naming((), {"Tamm": "Tamm", "Orlin": "Orlin"}, {}, {}, {})
    fled = make_told("asserts", {}, kind="displacement", party="Vell", text="Some 2,300 have fled from Tamm.")
    [draft] = gather([replace(fled, place="")], {"r1": CONFLICT}, naming)
    assert dict(draft.slots)["places"] == "Tamm"


def doubted(number: int, likely: float) -> Told:
    one = make_told("asserts", {"place": "Orlin"}, speaker=f"speaker {number}")
    meaning = Meaning((("control", likely), ("fighting", likely)), b"")
    return replace(one, statement=replace(one.statement, meaning=meaning))


def test_one_or_two_statements_of_a_kind_that_the_model_doubts_are_no_matter() -> None:
    few = [doubted(number, DOUBTFUL / 2) for number in range(FEW)]
    assert gathered(*few) == []
    assert len(gathered(*few, doubted(FEW, DOUBTFUL / 2))) == 1
    assert len(gathered(few[0], doubted(1, 2 * DOUBTFUL))) == 1
    assert len(gathered(replace(few[0], placed=True))) == 1


def test_who_took_a_place_holds_it_rather_than_who_says_that_it_has_it() -> None:
    slots = {"place": "Orlin", "change": "gained"}
    has = make_told("asserts", slots, party="Vell", text="The town of Orlin is under the control of the army.")
    took = make_told("asserts", slots, party="Ostria", speaker="another", text="Its men have captured Orlin.")
    assert dict(gathered(has, took)[0].slots)["holder"] == "Ostria"
    assert dict(gathered(has)[0].slots)["holder"] == "Vell"


def test_a_place_that_is_taken_back_is_asked_about_anew() -> None:
    slots = {"place": "Orlin", "change": "gained"}
    took = make_told("asserts", slots, party="Ostria", text="Its men have captured Orlin.")
    back = make_told("asserts", slots, party="Vell", day="2021-03-05", text="Its men have retaken Orlin.")
    first, then = gathered(took, back)
    assert [first.question, then.question] == ["Who controls Orlin?", "Who controls Orlin since 2021-03-05?"]
    assert [dict(each.slots)["holder"] for each in (first, then)] == ["Ostria", "Vell"]
    assert first.id == gathered(took)[0].id


def test_who_is_said_to_have_taken_a_place_is_rather_one_that_fights() -> None:
    slots = {"place": "Orlin", "change": "gained"}
    friend = make_told("asserts", slots, party="Marn", text="Orlin has been liberated.")
    took = make_told("asserts", slots, party="Vell", speaker="another", text="We have captured Orlin.")
    assert dict(gathered(friend, took)[0].slots)["holder"] == "Vell"
    assert dict(gathered(friend)[0].slots)["holder"] == "Marn"
