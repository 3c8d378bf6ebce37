from __future__ import annotations

from dataclasses import replace

from tests.views.exports.made import BRIEF, CLAIMS, MATTERS, ORLIN, READINGS

from sayso.types import Brief, Claim
from sayso.views.exports.incidents import Incident, find_incidents


def found(brief: Brief = BRIEF) -> dict[str, Incident]:
    return {each.place: each for each in find_incidents(brief, READINGS, {"Orlin": ORLIN})}


def read_as(old: Claim, new: Claim) -> list[Incident]:
    readings = [replace(r, claims=tuple(new if c == old else c for c in r.claims)) for r in READINGS]
    return find_incidents(BRIEF, readings, {})


def test_an_attack_and_its_dead_are_one_incident_of_one_day() -> None:
    orlin = found()["Orlin"]
    assert [matter.id for matter in orlin.matters] == ["m1", "m2"]
    assert (orlin.day, orlin.precision, orlin.said) == (("2031-03-01", "2031-03-01"), 1, "2031-03-03")
    assert orlin.where == ORLIN
    assert [(figure.what, figure.low) for figure, _ in orlin.figures] == [
        ("killed", 12),
        ("injured", 30),
        ("killed", 14),
    ]


def test_spellings_of_a_side_are_one_side_and_who_denies_is_not_the_victim() -> None:
    assert (found()["Orlin"].acting, found()["Orlin"].sides) == (("Velgoria",), ("Velgoria", ""))


def test_who_concedes_the_loss_is_the_other_side() -> None:
    drusk = found()["Drusk"]
    assert drusk.sides == ("Velgoria", "Marnia")
    assert (drusk.day, drusk.precision, drusk.where) == (("", ""), None, None)


def test_new_losses_of_a_side_stand_alone_and_totals_do_not_count_again() -> None:
    assert [(f.best, i.harmed) for i in found().values() if not i.place for f, _ in i.figures] == [(7, ("Marnia",))]
    totals = replace(BRIEF, figures=tuple(replace(f, new=False) for f in BRIEF.figures))
    assert "" not in found(totals)


def test_a_denial_alone_is_no_incident() -> None:
    assert "Kell" not in found()


def test_what_was_only_planned_or_did_not_happen_is_no_incident() -> None:
    taken = CLAIMS[3]
    for changed in (replace(taken, modality="planned"), replace(taken, polarity="-")):
        [drusk] = [each for each in read_as(taken, changed) if each.place == "Drusk"]
        assert drusk.acting == ()


def test_two_who_blame_each_other_are_a_dyad_in_order() -> None:
    [orlin] = [
        i
        for i in read_as(CLAIMS[1], replace(CLAIMS[1], kind="attack", slots=(("attacker", "Marnia"),)))
        if i.place == "Orlin"
    ]
    assert set(orlin.acting) == {"Velgoria"}
    both = replace(CLAIMS[2], polarity="+", slots=(("place", "Orlin"), ("attacker", "Marnia")))
    blamed = replace(
        MATTERS[0], positions=(MATTERS[0].positions[0], replace(MATTERS[0].positions[1], stance="accuses"))
    )
    brief = replace(BRIEF, matters=(blamed, *MATTERS[1:]))
    readings = [replace(r, claims=tuple(both if c.id == "c3" else c for c in r.claims)) for r in READINGS]
    [orlin] = [i for i in find_incidents(brief, readings, {}) if i.place == "Orlin"]
    assert orlin.sides == ("Marnia", "Velgoria")


def test_claims_without_a_day_stay_apart_where_two_days_are_known() -> None:
    other = replace(CLAIMS[6], when="2031-02-20")
    days = [(i.day[0], [t.claim.id for t in i.told]) for i in read_as(CLAIMS[6], other) if i.place == "Orlin"]
    assert days == [("2031-02-20", ["c7"]), ("2031-03-01", ["c1"]), ("", ["c3", "c2"])]


def test_a_span_of_days_has_the_codebook_s_precision() -> None:
    for last, precision in (
        ("2031-03-01", 1),
        ("2031-03-06", 2),
        ("2031-03-07", 3),
        ("2031-03-31", 4),
        ("2031-09-01", 5),
    ):
        changed = replace(CLAIMS[3], when=f"2031-03-01/{last}")
        [drusk] = [i for i in read_as(CLAIMS[3], changed) if i.place == "Drusk" and i.day[0]]
        assert drusk.precision == precision
    open_end = replace(CLAIMS[3], when="2031-03-01/")
    assert [i.precision for i in read_as(CLAIMS[3], open_end) if i.place == "Drusk" and i.day[0]] == [None]


def test_the_enemy_is_the_one_other_side_and_nobody_accuses_themselves() -> None:
    enemy = replace(CLAIMS[0], slots=(("place", "Orlin"), ("attacker", "enemy")))
    [orlin] = [each for each in read_as(CLAIMS[0], enemy) if each.place == "Orlin"]
    assert orlin.acting == ("Velgoria",)
    themselves = replace(CLAIMS[0], slots=(("place", "Orlin"), ("attacker", "Marnia")))
    [orlin] = [each for each in read_as(CLAIMS[0], themselves) if each.place == "Orlin"]
    assert orlin.acting == ()


def test_a_claim_told_long_after_the_one_known_day_is_not_put_on_it() -> None:
    dated = replace(CLAIMS[3], when="2031-02-01")
    days = [(i.day[0], [t.claim.id for t in i.told]) for i in read_as(CLAIMS[3], dated) if i.place == "Drusk"]
    assert days == [("2031-02-01", ["c4"]), ("", ["c8"])]


def test_a_toll_of_a_whole_war_is_not_that_of_one_incident() -> None:
    since = replace(BRIEF, figures=tuple(replace(figure, since="2030-01-01") for figure in BRIEF.figures))
    assert found(since)["Orlin"].figures == ()


def test_the_dead_of_a_whole_country_are_none_of_one_place() -> None:
    class Country:
        lat, lon, precision, country, region = 1.0, 1.0, 6, "XX", ""

    [orlin] = [each for each in find_incidents(BRIEF, READINGS, {"Orlin": Country()}) if each.place == "Orlin"]
    assert {each.claim.kind for each in orlin.told} == {"attack"}
