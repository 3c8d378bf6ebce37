from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tests.claims.made import make_report

from sayso.claims.asking import centred
from sayso.claims.conflicts import Conflict
from sayso.claims.excluded import is_abroad, rules_out, without_elsewhere
from sayso.claims.joining import choices, join
from sayso.claims.keys import Keyed, keys_of
from sayso.claims.naming import Naming
from sayso.claims.signs import Shown
from sayso.claims.told import Told
from sayso.claims.vocabulary import Key
from sayso.types import Claim, Meaning, Report, Span, Stance, Statement

NAMING = Naming((), {}, {}, {}, {})
CONFLICT = Conflict("r1", ("Orlin",), {frozenset(("Ostria", "Vell")): 2})
TEXT = (
    'Troops took Orlin dam, Ostria said. Vell called it a fairy tale. "A fire at Tamm market," said Vell.\n'
    "The accounts could not be verified.\n"
    "Rents have doubled since spring, a tenant said.\n"
    "The dam is ours, Ostria repeated."
)


def told(
    words: str, stance: Stance, party: str, kind: str = "", place: str = "", speaker: str = "", text: str = TEXT
) -> Told:
    start = text.index(words)
    span = Span(start, start + len(words))
    report: Report = make_report(text)
    statement = Statement(
        f"s{start}", "r1", (), (), (span,), "indirect", speaker or party, party, "", stance, "2021-03-02"
    )
    slots = (("place", place),) if place else ()
    claim = Claim(f"c{start}", "r1", statement.id, kind, slots, "+", "actual", None, span)
    return Told(claim, statement, report, party, speaker or party, place, "2021-03-02", span, True)


def joined(rows: Sequence[Told]) -> list[tuple[str, Key]]:
    found = join(rows, keys_of(rows, {"r1": CONFLICT}, NAMING), {"r1": CONFLICT}, NAMING)
    return [(one.words, key) for one, key in found]


TAKEN = told("Troops took Orlin dam", "asserts", "Ostria", "control", "Orlin")
FIRE = told("A fire at Tamm market", "accuses", "Vell", "attack", "Tamm")
ORLIN, TAMM = ("control", "Orlin"), ("attack", "Tamm")


def test_a_denial_right_after_a_claim_takes_it_up() -> None:
    assert joined([TAKEN, told("a fairy tale", "denies", "Vell")])[1] == ("a fairy tale", ORLIN)


def test_the_reason_is_kept_and_the_claim_is_not_its_own() -> None:
    rows = [TAKEN, told("a fairy tale", "denies", "Vell")]
    _, (one, _) = join(rows, keys_of(rows, {"r1": CONFLICT}, NAMING), {"r1": CONFLICT}, NAMING)
    assert (one.own, one.claim.id) == (False, TAKEN.claim.id)
    assert "just before" in one.joined


def test_what_has_nothing_to_do_with_any_matter_stays_outside() -> None:
    rows = [TAKEN, FIRE, told("Rents have doubled since spring", "asserts", "", speaker="a tenant")]
    assert len(joined(rows)) == 2


def test_accounts_that_nobody_could_verify_are_all_that_parties_gave_before() -> None:
    rows = [TAKEN, FIRE, told("The accounts could not be verified", "unverified", "")]
    assert {key for words, key in joined(rows) if "accounts" in words} == {ORLIN, TAMM}


def test_a_claim_without_a_place_goes_where_its_words_point() -> None:
    away = replace(told("The dam is ours", "asserts", "Ostria", "control"), place="Tamm")
    away = replace(away, claim=replace(away.claim, slots=(("place", "Tamm"),)))
    rows = [TAKEN, told("A fire at Tamm market", "accuses", "Vell", "control", "Tamm"), away]
    assert ("The dam is ours", ORLIN) in joined(rows)


def test_the_voice_of_a_report_makes_no_position() -> None:
    assert joined([TAKEN, replace(FIRE, voice=True)]) == [(TAKEN.words, ORLIN)]


def test_only_a_remark_chooses_by_signs_and_among_every_matter() -> None:
    rows = [TAKEN, FIRE, told("a fairy tale", "denies", "Vell")]
    ((passage, among),) = choices(rows, keys_of(rows, {"r1": CONFLICT}, NAMING), {"r1": CONFLICT}, NAMING).asked
    assert "a fairy tale" in passage.words
    assert {matter.key for matter in among} == {ORLIN, TAMM}


def meant(one: Told, kind: str, *vector: int) -> Told:
    kinds = tuple((each, 0.9 if each == kind else 0.02) for each in ("control", "attack", "casualties"))
    meaning = Meaning(kinds, bytes(n % 256 for n in vector))
    return replace(one, statement=replace(one.statement, meaning=meaning))


def test_a_matter_that_was_only_guessed_of_another_statement_and_dropped_is_none_to_choose() -> None:
    dropped = replace(TAKEN, claim=replace(TAKEN.claim, id="again", slots=()), place="")
    remark = told("a fairy tale", "denies", "Vell")
    keys = [Keyed(ORLIN, None, True), Keyed(None, ("control", "Vane")), Keyed(None, None)]
    asked = choices([TAKEN, dropped, remark], keys, {"r1": CONFLICT}, NAMING).asked
    assert [[matter.key for matter in among] for _, among in asked][-1] == [ORLIN]


def test_a_remark_goes_to_the_matter_whose_statements_it_is_like() -> None:
    remark = told("Vell called it a fairy tale", "denies", "Vell")
    taken, fire = meant(TAKEN, "control", 99, 0), meant(FIRE, "attack", 0, 99)
    assert ("Vell called it a fairy tale", ("control", "Orlin")) in joined(
        [taken, meant(remark, "control", 90, 9), fire]
    )
    assert ("Vell called it a fairy tale", ("attack", "Tamm")) in joined([taken, meant(remark, "attack", 9, 90), fire])


def test_a_statement_with_a_claim_of_its_own_may_be_on_one_matter_more() -> None:
    taken, fire = meant(TAKEN, "control", 99, 0), meant(FIRE, "control", 99, 0)
    assert {("A fire at Tamm market", key) for key in (ORLIN, ("attack", "Tamm"))} <= set(joined([taken, fire]))
    assert len(joined([taken, meant(FIRE, "attack", 0, 99)])) == 2


def test_who_counts_the_dead_of_a_town_counts_no_armys() -> None:
    town, army = ("casualties", "killed", "at", "Orlin"), ("casualties", "killed", "of", "Vell")
    for words, ruled_out in (("40 were killed at Orlin", True), ("Many were killed at Orlin", False)):
        one = told(words, "asserts", "", "casualties", "Orlin", text=words)
        assert rules_out(one, town, army) is ruled_out
        assert not rules_out(one, town, ("attack", "Tamm"))
    assert rules_out(one, ("control", "Orlin"), ("control", "Tamm"))
    ours, theirs = (("equipment", "aircraft", "of", side, "r1") for side in ("Ostria", "Vell"))
    assert rules_out(one, ours, theirs)
    assert not rules_out(one, ("equipment", "aircraft", "lost", "r1"), ("equipment", "ship", "lost", "r1"))
    assert rules_out(one, ("casualties", "dead", "of", "Ostria"), ("casualties", "dead", "of", "Vell"))


def test_who_names_one_place_is_not_on_another_of_the_kind() -> None:
    orlin, tamm, senn, fire = keys = [
        ("control", "Orlin"),
        ("control", "Tamm"),
        ("control", "Senn"),
        ("attack", "Tamm"),
    ]
    says = ("own_place", "own_place of another", "alike", "own_place of another")
    weighed: Shown = {key: {sign: 0.5} for key, sign in zip(keys, says, strict=True)}
    assert without_elsewhere([orlin, tamm, senn, fire], weighed) == [orlin, senn, fire]
    assert without_elsewhere([tamm, fire], weighed) == [tamm, fire]


def test_a_word_for_what_was_said_is_on_that_alone() -> None:
    text = "At Orlin 40 were killed, a nurse said. Vell rejects the figure. Vell lost 9 men at Tamm, a monk said."
    counted = told("At Orlin 40 were killed", "asserts", "", "casualties", "Orlin", speaker="a nurse", text=text)
    other = told("Vell lost 9 men at Tamm", "asserts", "", "casualties", "Tamm", speaker="a monk", text=text)
    denied = told("the figure", "denies", "Vell", text=text)
    taken_up = replace(denied, claim=counted.claim, own=False)
    rows = [counted, taken_up, other]
    found = join(rows, keys_of(rows, {"r1": CONFLICT}, NAMING), {"r1": CONFLICT}, NAMING)
    assert [key for one, key in found if one.statement.id == denied.statement.id] == [
        ("casualties", "killed", "at", "Orlin")
    ]


def test_of_many_places_one_that_the_report_does_not_name_is_not_meant() -> None:
    towns = [f"{begin}{end}" for begin in ("Or", "Ta", "Se", "Ke", "Mu") for end in ("lin", "mark")]
    here = "The grain mill was struck again overnight, a clerk said."

    def one_of(words: str, text: str, name: str, place: str) -> Told:
        one = told(words, "asserts", "", "attack", place, "a clerk", text)
        statement = replace(one.statement, id=f"s-{name}", report=name)
        claim = replace(one.claim, id=f"c-{name}", report=name, statement=statement.id)
        return replace(one, report=replace(one.report, id=name), statement=statement, claim=claim)

    def matters_of_the_remark(named: Sequence[str]) -> list[Key]:
        rows = [one_of("The grain mill was struck", here, "here", "")]
        for town in named:
            what = f"The {'grain mill' if town == towns[0] else 'quay'} at {town} was struck"
            rows.append(one_of(what, f"{what}, a clerk said.", town, town))
        conflicts = dict.fromkeys([*named, "here"], CONFLICT)
        found = join(rows, keys_of(rows, conflicts, NAMING), conflicts, NAMING)
        return [key for one, key in found if one.report.id == "here"]

    assert matters_of_the_remark(towns[:2]) == [("attack", towns[0])]
    assert matters_of_the_remark(towns) == []


def test_a_place_is_the_centre_of_a_conflict_that_has_half_of_its_attacks() -> None:
    one, other = ("attack", "Orlin"), ("attack", "Tamm")
    assert centred({("a", one): 2, ("a", other): 2, ("b", one): 3, ("b", other): 1}) == {"a", "b"}
    third = ("attack", "Senn")
    assert centred({("a", one): 2, ("a", other): 2, ("a", third): 1, ("b", ("truce", "b")): 4}) == {"b"}


def test_what_happens_in_one_land_is_no_attack_on_a_town_of_another() -> None:
    here = told("A fire at Tamm market", "accuses", "Vell", "attack", "Lyon", text="A fire at Tamm market in Lyon")
    here = replace(here, named=True)
    assert is_abroad([here], ("attack", "Munich"), ("FR", "DE"))
    assert not is_abroad([here], ("attack", "Paris"), ("FR", "DE"))
    assert not is_abroad([here], ("attack", "Orlin"), ("FR", "DE"))
    assert not is_abroad([here], ("attack", "Munich"), ("FR",))
    assert not is_abroad([here], ("control", "Munich"), ("FR", "DE"))


def test_of_many_things_a_remark_is_on_none_of_which_its_report_does_not_tell() -> None:
    text = "The jet was shot down, a tank was burnt, a drone was brought down, Ostria said."

    def lost(words: str, thing: str) -> Told:
        one = told(words, "asserts", "Ostria", "equipment", text=text)
        return replace(one, claim=replace(one.claim, slots=(("object", thing),)))

    jet = lost("The jet was shot down", "aircraft")
    others = lost("a tank was burnt", "vehicle"), lost("a drone was brought down", "drone")

    def matters_of(text: str, *things: Told) -> list[Key]:
        remark = told("It was shot down by nobody", "denies", "Vell", text=text)
        other = replace(remark.report, id="r2"), replace(remark.statement, id="s9"), replace(remark.claim, id="c9")
        remark = replace(remark, report=other[0], statement=other[1], claim=other[2])
        rows, conflicts = [*things, remark], {"r1": CONFLICT, "r2": CONFLICT}
        found = join(rows, keys_of(rows, conflicts, NAMING), conflicts, NAMING)
        return [key for one, key in found if one.report.id == "r2"]

    named, unnamed = (f"It was shot down by nobody, Vell said of the {word}." for word in ("jet", "thing"))
    assert matters_of(named, jet, *others) == [("equipment", "aircraft", "lost", "r1")]
    assert matters_of(unnamed, jet, *others) == []
    assert matters_of(unnamed, jet) == [("equipment", "aircraft", "lost", "r1")]
