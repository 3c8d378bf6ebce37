from __future__ import annotations

from dataclasses import replace

import pytest
from tests.views.exports.made import BRIEF, CLAIMS, MATTERS, MONDAY, ORLIN, READINGS, REPORTS

from sayso.types import Brief, Claim, Figure, Report, Span
from sayso.views.exports.incidents import Incident, find_incidents
from sayso.views.exports.told import dated


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
    both = replace(CLAIMS[2], polarity="+", slots=(("place", "Orlin"), ("attacker", "Marnia")))
    blamed = replace(
        MATTERS[0], positions=(MATTERS[0].positions[0], replace(MATTERS[0].positions[1], stance="accuses"))
    )
    brief = replace(BRIEF, matters=(blamed, *MATTERS[1:]))
    readings = [replace(r, claims=tuple(both if c.id == "c3" else c for c in r.claims)) for r in READINGS]
    [orlin] = [i for i in find_incidents(brief, readings, {}) if i.place == "Orlin"]
    assert orlin.sides == ("Marnia", "Velgoria")


def test_what_a_report_tells_without_a_day_is_of_the_one_day_that_it_names_for_the_place() -> None:
    other = replace(CLAIMS[6], when="2031-02-20")
    days = [(i.day[0], [t.claim.id for t in i.told]) for i in read_as(CLAIMS[6], other) if i.place == "Orlin"]
    assert days == [("2031-02-20", ["c7"]), ("2031-03-01", ["c1", "c3", "c2"])]


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


def with_words(old: str, new: str) -> Brief:
    """The brief with other words in its first report, of the same length."""
    text = REPORTS["aaaa"].text.replace(old, new.ljust(len(old)))
    return replace(BRIEF, reports=(replace(BRIEF.reports[0], text=text), BRIEF.reports[1]))


def test_who_still_holds_a_place_tells_of_nothing_that_happened_there_but_who_beats_off_does() -> None:
    held = replace(CLAIMS[3], slots=(("place", "Drusk"), ("change", "held"), ("holder", "Velgoria")))
    readings = [
        replace(r, claims=tuple(held if c.id == "c4" else c for c in r.claims if c.id != "c8")) for r in READINGS
    ]
    for words, rows in (("Velgoria still holds Drusk", 0), ("Velgoria beat them off at Drusk", 1)):
        brief = with_words("Velgorian troops have taken Drusk", words)
        assert len([i for i in find_incidents(brief, readings, {}) if i.place == "Drusk"]) == rows, words


def test_without_a_day_a_change_of_hands_and_an_attack_are_two() -> None:
    undated = [replace(r, claims=tuple(replace(c, when=None) for c in r.claims)) for r in READINGS]
    taken = replace(MATTERS[2], slots=(("place", "Orlin"), *MATTERS[2].slots[1:]))
    moved = [
        replace(r, claims=tuple(replace(c, slots=(("place", "Orlin"), *c.slots[1:])) for c in r.claims))
        for r in undated
    ]
    brief = replace(BRIEF, matters=(MATTERS[0], taken))
    kinds = [{t.claim.kind for t in i.told} for i in find_incidents(brief, moved, {}) if i.place == "Orlin"]
    assert sorted(kinds, key=sorted) == [{"attack"}, {"control"}]


@pytest.mark.parametrize(
    ("words", "place"),
    [("Marnia lost another 7 soldiers at Kell", "Kell"), ("Marnia lost another 7 soldiers", "")],
)
def test_dead_of_a_side_are_an_incident_where_the_words_name_the_place(words: str, place: str) -> None:
    """A total of them is none without a place, whatever the words for the number."""
    text = f"Its staff spoke. {words}. That was all."
    at = Span(text.index(words), text.index(words) + len(words))
    lost = replace(CLAIMS[4], evidence=at, slots=(("place", "Kell"), *CLAIMS[4].slots), when=MONDAY)
    count = Figure(
        "aaaa", "s5", "killed", "", 7, 7, 7, "exact", "people", None, None, "staff", Span(at.start + 12, at.start + 21)
    )
    matter = replace(MATTERS[3], positions=(replace(MATTERS[3].positions[0], evidence=at, text=words),))
    brief = replace(
        BRIEF, reports=(replace(BRIEF.reports[0], text=text), BRIEF.reports[1]), matters=(matter,), figures=(count,)
    )
    found = find_incidents(brief, [replace(READINGS[0], claims=(lost,))], {})
    assert [(i.place, i.day[0], [f.best for f, _ in i.figures], i.harmed) for i in found] == (
        [(place, MONDAY, [7], ("Marnia",))] if place else []
    )


def test_civilians_of_a_nation_that_does_not_fight_are_no_side() -> None:
    for nation, who, side in (("Ostria", "workers", ""), ("Marnia", "workers", ""), ("Ostria", "soldiers", "Ostria")):
        dead = replace(CLAIMS[1], slots=(("place", "Orlin"), ("outcome", "killed"), ("who", who), ("of", nation)))
        readings = [
            replace(r, claims=tuple(dead if c.id == "c2" else c for c in r.claims if c.id != "c5")) for r in READINGS
        ]
        [orlin] = [i for i in find_incidents(BRIEF, readings, {}) if i.place == "Orlin"]
        assert orlin.sides == ("Velgoria", side), (nation, who)


def test_who_tells_of_its_own_deed_did_it_even_where_the_stance_was_taken_for_blame() -> None:
    own = replace(CLAIMS[0], slots=(("place", "Orlin"), ("attacker", "Marnia")))
    readings = [replace(r, claims=tuple(own if c.id == "c1" else c for c in r.claims)) for r in READINGS]
    brief = with_words("Velgorian shells hit", "Its shells have hit")
    [orlin] = [each for each in find_incidents(brief, readings, {}) if each.place == "Orlin"]
    assert orlin.acting == ("Marnia",)


TOLD = "On 1 March Velgorian guns shelled Kell."


def voiced(text: str, words: str = TOLD, **changed: str | None) -> list[Incident]:
    """The incidents of a report that tells ``words`` itself."""
    at = Span(text.index(words), text.index(words) + len(words))
    claim = Claim("v", "v", None, "attack", (("place", "Kell"), ("attacker", "Velgoria")), "+", "actual", MONDAY, at)
    title = Span(0, text.index("\n")) if "\n" in text else None
    report = Report("v", text, "v.txt", published="2031-03-04", title_span=title)
    reading = replace(READINGS[0], report="v", statements=(), claims=(replace(claim, **changed),), figures=())  # type: ignore[arg-type]
    return find_incidents(replace(BRIEF, reports=(report,), matters=(), figures=()), [reading], {})


def test_what_a_report_tells_in_its_own_voice_makes_a_row_and_no_question() -> None:
    [kell] = voiced(f"War in the north\n{TOLD} Nobody was hurt.")
    assert (kell.place, kell.day, kell.said, kell.sides, kell.matters) == (
        "Kell", (MONDAY, MONDAY), "2031-03-04", ("Velgoria", ""), (),
    )  # fmt: skip


def test_of_a_report_s_own_voice_only_news_of_a_day_and_a_place_makes_a_row() -> None:
    assert not voiced(f"War in the north\n{TOLD}", when="2030-03-01"), "long ago"
    assert not voiced(f"War in the north\n{TOLD}", when=None), "no day"
    assert not voiced("Kell shelled on 1 March\nMore later.", "Kell shelled on 1 March"), "a headline"
    assert not voiced("War\nOn 1 March guns shelled a camp.", "On 1 March guns shelled a camp."), "names no place"


def test_to_whom_a_place_fell_took_it() -> None:
    fell = replace(CLAIMS[3], slots=(("place", "Drusk"), ("change", "lost"), ("to", "Velgoria")))
    [drusk] = [each for each in read_as(CLAIMS[3], fell) if each.place == "Drusk"]
    assert drusk.sides == ("Velgoria", "Marnia")


@pytest.mark.parametrize(
    ("words", "because", "day"),
    [
        ("On Monday guns shelled Kell.", "inferred: the year is that of the others", "2031-03-03"),
        ("On Monday guns shelled Kell.", "inferred: of two; it may be any day from 2031-03-04 to 2031-03-05", None),
        ("The toll at Kell rose on Monday to 3.", "inferred: the year is that of the others", None),
        ("On Monday guns shelled Kell.", None, None),
    ],
)
def test_days_are_read_from_a_report_whose_own_was_inferred(words: str, because: str | None, day: str | None) -> None:
    claim = replace(CLAIMS[0], report="v", when=None, evidence=Span(0, len(words)))
    report = Report("v", words, "v.txt", published="2031-03-04", published_because=because)
    assert dated({"c1": [claim]}, [report])["c1"][0].when == day


def test_a_deed_told_apart_from_attacks_is_an_incident_and_bare_blame_is_none() -> None:
    struck = CLAIMS[0]
    for deed, coded in (("looting", ["Looting/property destruction"]), ("", [])):
        told = replace(struck, kind="responsibility", slots=(("place", "Orlin"), ("deed", deed)))
        asked = tuple(replace(m, kind="responsibility") if m == MATTERS[0] else m for m in MATTERS)
        readings = [replace(r, claims=tuple(told if c == struck else c for c in r.claims)) for r in READINGS]
        here = [each for each in find_incidents(replace(BRIEF, matters=asked), readings, {}) if each.place == "Orlin"]
        codes = {code.acled[2] for each in here for code in each.codes if code.kind == "responsibility"}
        assert sorted(codes) == coded
