"""Which stance a statement takes on a question, told by its words and by who speaks."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import get_args

import pytest
from tests.claims.made import make_draft, make_told

from sayso.claims.learnt_stances import FIRM, LEARNT, Read, asked, odds_of, seen, settled, signs_of, weights
from sayso.claims.positions import by_rules, weigh
from sayso.claims.spoken_kinds import ALWAYS
from sayso.types import Meaning, Stance

WORDING: Read = ("asserts", "by the wording")


def test_every_weight_is_of_a_stance_and_says_something() -> None:
    assert set(weights()) <= set(get_args(Stance))
    assert all(math.isfinite(value) for held in weights().values() for value in held.values())


def test_odds_add_up_to_one_and_follow_the_weights() -> None:
    odds = odds_of({ALWAYS: 1.0, "x": 2.0}, {"denies": {"x": 3.0}, "asserts": {ALWAYS: -1.0}})
    assert sum(odds.values()) == pytest.approx(1.0)
    assert odds["denies"] > odds["asserts"]


def test_names_are_whose_they_are_and_numbers_are_one() -> None:
    vell = make_told("asserts", party="Vell", text="On Monday 14 Karsovian boats and 3 of Vell were sunk.")
    draft = make_draft(vell, kind="attack", opposed=("Vell", "Karsovia"))
    signs = signs_of(vell, asked(draft), WORDING, [])
    assert {"@number", "@other", "@own", "@other boat", "who=first"} <= set(signs)
    assert not any("karsov" in sign for sign in signs)


def test_who_is_accused_is_seen_and_what_was_said_before() -> None:
    blames = make_told("accuses", {"attacker": "Vell"}, party="Orlin", kind="attack")
    answers = make_told("other", party="Vell", kind="attack", own=False, text="Our guns have been cold since May.")
    draft = make_draft(blames, answers, kind="attack", opposed=("Vell", "Orlin"))
    _, signs = seen(asked(draft), by_rules(draft))
    assert {"who=blamed", "others before=accuses blamed", "own before=nothing", "held=taken up"} <= set(signs)


def test_a_learnt_stance_comes_where_the_rules_know_no_better_and_says_why() -> None:
    one = make_told("asserts", party="Vell", kind="talks")
    to = asked(make_draft(one, kind="talks"))
    table: dict[str, dict[str, float]] = {"denies": {"who=first": 3.0}, "asserts": {ALWAYS: -3.0}}
    signs = signs_of(one, to, WORDING, [])
    assert settled(one, to, WORDING, signs, table) == ("denies", f"{LEARNT}{_strongest(signs)}")
    assert settled(one, to, ("asserts", "said by Vell itself"), signs, table) == ("asserts", "said by Vell itself")
    even: dict[str, dict[str, float]] = {"denies": {ALWAYS: 0.2}, "asserts": {ALWAYS: 0.0}}
    assert settled(one, to, WORDING, signs, even) == WORDING


@pytest.mark.parametrize("why", FIRM)
def test_what_the_rules_are_firm_in_stays(why: str) -> None:
    meaning = Meaning((), b"", (("denies", 0.99), ("confirms", 0.01)))
    told = make_told("asserts", party="Vell", kind="attack")
    one = replace(told, statement=replace(told.statement, meaning=meaning))
    to = asked(make_draft(one, kind="attack"))
    table: dict[str, dict[str, float]] = {"denies": {ALWAYS: 5.0}}
    signs = signs_of(one, to, WORDING, [])
    assert settled(one, to, ("confirms", why), signs, table) == ("confirms", why)
    assert settled(one, to, ("accuses", "by the wording"), signs, table)[0] == "denies"


@pytest.mark.parametrize(("stance", "wanted"), [("denies", "confirms"), ("concedes", "concedes")])
def test_what_is_confirmed_is_at_most_conceded(stance: Stance, wanted: Stance) -> None:
    meaning = Meaning((), b"", ((stance, 0.99), ("confirms", 0.01)))
    told = make_told("confirms", party="Vell", kind="support")
    one = replace(told, statement=replace(told.statement, meaning=meaning))
    to = asked(make_draft(one, kind="support"))
    table: dict[str, dict[str, float]] = {stance: {ALWAYS: 5.0}}
    assert settled(one, to, ("confirms", "by the wording"), signs_of(one, to, WORDING, []), table)[0] == wanted


@pytest.mark.parametrize(
    ("text", "share", "wanted"),
    [
        ("All is calm in the town.", 0.9, "denies"),
        ("All is calm in the town.", 0.45, "asserts"),
        ("None of our men was there.", 0.45, "denies"),
        ("The wards can no longer cope.", 0.9, "asserts"),
        ("The hospitals are out of service.", 0.9, "asserts"),
        ("They are no longer there, and never were ours.", 0.45, "denies"),
    ],
)
def test_a_learnt_denial_has_a_word_that_denies_or_is_sure(text: str, share: float, wanted: Stance) -> None:
    rest = (1 - share) / 2
    told = make_told("asserts", party="Vell", kind="talks", text=text)
    meaning = Meaning((), b"", (("denies", share), ("asserts", rest), ("other", rest)))
    one = replace(told, statement=replace(told.statement, meaning=meaning))
    to = asked(make_draft(one, kind="talks"))
    table: dict[str, dict[str, float]] = {each: {ALWAYS: 0.0} for each in ("denies", "asserts", "other")}
    assert settled(one, to, WORDING, signs_of(one, to, WORDING, []), table)[0] == wanted


def test_a_remark_of_one_who_is_no_side_does_not_say_who_holds_the_place_unless_that_is_sure() -> None:
    taken: Read = ("other", "it takes up the matter: spoken of just before")
    tables = ({"asserts": {ALWAYS: 0.5}, "other": {ALWAYS: 0.0}}, {"asserts": {ALWAYS: 4.0}, "other": {ALWAYS: -4.0}})
    for party, wanted in (("Marn", ["other", "asserts"]), ("Vell", ["asserts", "asserts"])):
        one = make_told("other", party=party, own=False, text="The fighting must stop.")
        to = asked(make_draft(one, holder="Ostria", opposed=("Ostria", "Vell")))
        signs = signs_of(one, to, taken, [])
        assert [settled(one, to, taken, signs, table)[0] for table in tables] == wanted


def _strongest(signs: dict[str, float]) -> str:
    others = sorted(sign for sign in signs if sign not in ("who=first", ALWAYS))
    return ", ".join(["who=first", *others[:2]])


def test_with_the_model_a_stance_of_the_rules_gives_way_where_words_and_model_are_sure_but_no_concession() -> None:
    told = make_told("asserts", party="Vell", kind="talks")
    meaning = Meaning((), b"", (("asserts", 0.1), ("denies", 0.9)))
    one = replace(told, statement=replace(told.statement, meaning=meaning))
    to = asked(make_draft(one, kind="talks"))
    table: dict[str, dict[str, float]] = {"denies": {ALWAYS: 1.0}, "asserts": {ALWAYS: 0.0}}
    signs = signs_of(one, to, WORDING, [])
    by_rule: Read = ("asserts", "said by Vell itself")
    assert settled(one, to, by_rule, signs, table)[0] == "denies"
    assert settled(told, to, by_rule, signs, table) == by_rule  # the words alone do not do it
    unsure = replace(
        one, statement=replace(one.statement, meaning=Meaning((), b"", (("asserts", 0.4), ("denies", 0.5))))
    )
    assert settled(unsure, to, by_rule, signs, table) == by_rule
    owns: Read = ("concedes", "Vell counts its own")
    assert settled(one, to, owns, signs, table) == owns


def test_who_has_the_place_does_not_deny_it_and_only_who_is_blamed_concedes() -> None:
    table: dict[str, dict[str, float]] = {"denies": {ALWAYS: 3.0}, "asserts": {ALWAYS: -3.0}}
    holds = make_told("asserts", party="Vell")
    for holder, stance in (("Vell", "asserts"), ("Orlin", "denies")):
        to = asked(make_draft(holds, holder=holder, opposed=("Vell", "Orlin")))
        assert settled(holds, to, WORDING, signs_of(holds, to, WORDING, []), table)[0] == stance
    owns: dict[str, dict[str, float]] = {"concedes": {ALWAYS: 3.0}, "asserts": {ALWAYS: -3.0}}
    fired = make_told("asserts", party="Vell", kind="attack")
    accuses = make_told("accuses", {"attacker": "Vell"}, party="Orlin", kind="attack")
    for told, stance in (((fired,), "asserts"), ((accuses, fired), "concedes")):
        to = asked(make_draft(*told, kind="attack", opposed=("Vell", "Orlin")))
        assert settled(fired, to, WORDING, signs_of(fired, to, WORDING, []), owns)[0] == stance


def test_a_position_keeps_that_its_stance_was_learnt() -> None:
    words = "That is a lie, an invention; not one of our people was there."
    blames = make_told("accuses", {"attacker": "Vell"}, party="Orlin", speaker="Orlin", kind="foreign fighters")
    answers = make_told("asserts", party="Vell", speaker="Vell", kind="foreign fighters", own=False, text=words)
    draft = make_draft(blames, answers, kind="foreign fighters", opposed=("Vell", "Orlin"))
    assert {(w.position.party, w.position.stance, w.learnt) for w in weigh(draft, {})} == {
        ("Orlin", "accuses", False),
        ("Vell", "denies", True),
    }


@pytest.mark.parametrize(("kind", "share", "wanted"), [("truce", 0.4, "asserts"), ("truce", 0.6, "accuses")])
def test_of_a_truce_blames_whom_words_or_the_model_say_so(kind: str, share: float, wanted: Stance) -> None:
    told = make_told("asserts", party="Vell", kind=kind, text="Our fighters are ready.")
    meaning = Meaning((), b"", (("accuses", share), ("asserts", 1 - share)))
    one = replace(told, statement=replace(told.statement, meaning=meaning))
    to = asked(make_draft(one, kind=kind))
    table: dict[str, dict[str, float]] = {"accuses": {ALWAYS: 3.0}, "asserts": {ALWAYS: -3.0}}
    assert settled(one, to, WORDING, signs_of(one, to, WORDING, []), table)[0] == wanted
