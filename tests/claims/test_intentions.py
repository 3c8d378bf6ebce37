"""One question for what is said together of a plan, and one for what outsiders ask of all sides."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from tests.claims.made import make_told

from sayso.claims.conflicts import Conflict
from sayso.claims.intentions import by_intention, is_intention, words_of
from sayso.claims.questions import question
from sayso.claims.told import Told
from sayso.claims.vocabulary import ASKED, Key
from sayso.types import Meaning, Span

CONFLICT = Conflict("c", ("Ostria", "Vell"), {frozenset(("Ostria", "Vell")): 3})
LIKE, UNLIKE = b"\x64\x00", b"\x00\x64"
PLANNED = MappingProxyType({"plan": 0.95})


def said(
    text: str, party: str, *, at: int, kind: str = "plan", vector: bytes = LIKE, kinds: Mapping[str, float] = PLANNED
) -> Told:
    """What is said in these words, ``at`` so many lines below the top of one report."""
    one = make_told("announces", party=party, kind=kind, text="\n" * at + text)
    span = Span(at, at + len(text))
    statement = replace(one.statement, id=f"s{at}", content=(span,), meaning=Meaning(tuple(kinds.items()), vector, ()))
    return replace(one, statement=statement, evidence=span, claim=replace(one.claim, id=f"c{at}", evidence=span))


def gathered(told: Sequence[Told], groups: Mapping[Key, list[Told]] | None = None) -> dict[Key, list[Told]]:
    return by_intention(groups or {}, told, {"r1": CONFLICT})


def plans(told: Sequence[Told]) -> list[list[str]]:
    return [[one.statement.id for one in rows] for key, rows in gathered(told).items() if is_intention(key)]


RAID = said("it would raid the river forts by spring", "Ostria", at=1)
BRIDGE = said("a toll for the bridge starts in May", "Ostria", at=9, vector=UNLIKE)


def test_what_stands_together_is_one_plan_and_what_is_unlike_another() -> None:
    answer = said("its men would meet them at the forts", "Vell", at=2)
    assert plans([RAID, answer, BRIDGE]) == [["s1", "s2"], ["s9"]]


def test_a_plan_that_the_model_hardly_reads_stands_nowhere() -> None:
    doubted = said("it would raid the river forts", "Ostria", at=1, kinds={"plan": 0.2, "control": 0.9})
    key = ("plan", "by", "Ostria", "c")
    assert gathered([doubted], {key: [doubted]}) == {}


def test_a_plan_without_words_of_planning_must_be_surer() -> None:
    assert plans([said("it is for the king to choose", "Ostria", at=1, kind="", kinds={"plan": 0.7})]) == []
    assert plans([said("it is for the king to choose", "Ostria", at=1, kind="")]) == [["s1"]]


def test_what_is_no_more_than_that_opens_no_question() -> None:
    assert plans([said("that", "Ostria", at=1)]) == []


def test_a_guess_on_another_kind_goes_and_a_claim_of_it_stays() -> None:
    guess, own = replace(RAID, own=False, joined="much is told of it"), replace(RAID, joined="")
    key = ("truce", "c")
    assert gathered([RAID], {key: [guess, own]})[key] == [own]


def test_a_plan_that_no_model_read_stays() -> None:
    one = replace(RAID, statement=replace(RAID.statement, meaning=None))
    key = ("plan", "by", "Ostria", "c")
    assert gathered([one], {key: [one]}) == {key: [one]}


def test_what_outsiders_ask_of_all_is_one_question() -> None:
    calls = [
        said("Marn urged both sides to stop", "Marn", at=1, kind=""),
        said("Tamm appealed for an end to the fighting", "Tamm", at=5, kind=""),
        said("Ostria called on both sides to stop", "Ostria", at=7, kind="", kinds={"plan": 0.1}),
    ]
    key = ("plan", ASKED, "c")
    assert [one.party for one in gathered(calls)[key]] == ["Marn", "Tamm"]
    assert key not in gathered(calls[:1])
    assert question(key, "", "", CONFLICT) == "What do outsiders ask of all sides (Ostria, Vell)?"


def test_a_question_tells_the_plan_in_its_words() -> None:
    words = words_of([RAID])
    assert words == "it would raid the river forts by spring"
    key = ("plan", "by", "Ostria", "s1", "c")
    asked = question(key, "", "Ostria", CONFLICT, called=words)
    assert asked == "What does Ostria plan or demand: “it would raid the river forts by spring” (Ostria, Vell)?"
    assert words_of([said("word " * 60, "Ostria", at=1)]).endswith("word…")
