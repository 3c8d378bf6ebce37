from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.reading.scenes import said, scene

from sayso.reading.claims import is_old, read_claims
from sayso.types import Claim, Span


def claims(text: str, kind: str) -> list[Claim]:
    return [c for c in read_claims(scene(text)) if c.kind == kind]


@pytest.mark.parametrize(
    ("text", "kind", "slots"),
    [
        ("Ostria has captured Orlin.", "control", {"change": "gained", "place": "Orlin", "holder": "Ostria"}),
        ("Orlin was captured by Ostria.", "control", {"change": "gained", "place": "Orlin", "holder": "Ostria"}),
        ("Heavy fighting goes on near Tamm.", "fighting", {"place": "Tamm"}),
        ("Orlin was shelled by Vell.", "attack", {"place": "Orlin", "attacker": "Vell"}),
        ("At Orlin 61 soldiers were killed.", "casualties", {"place": "Orlin", "outcome": "killed", "who": "soldiers"}),
        ("Two jets were shot down.", "equipment", {"change": "downed", "object": "aircraft"}),
    ],
)
def test_kind_and_slots(text: str, kind: str, slots: dict[str, str]) -> None:
    [found] = claims(text, kind)
    assert {name: found.slot(name) for name in slots} == slots
    assert (found.polarity, found.modality, found.statement) == ("+", "actual", None)


@pytest.mark.parametrize(
    ("text", "polarity", "modality"),
    [
        ("Ostria has not captured Orlin.", "-", "actual"),
        ("Ostria will capture Orlin.", "+", "planned"),
        ("Orlin has not fallen.", "-", "actual"),
        ("Ostria has presumably captured Orlin.", "+", "possible"),
        ("To lose Orlin would be the end.", "+", "possible"),
        ("Ostria began to lose Orlin.", "+", "actual"),
        ("They will talk once Vell withdraws.", "+", "planned"),
        ("They fight until Vell withdraws.", "+", "possible"),
        ("They fought until Vell withdrew.", "+", "actual"),
        ("On 11 May Ostria captured Orlin.", "+", "actual"),
        ("Ostria may have captured Orlin.", "+", "possible"),
    ],
)
def test_polarity_and_modality(text: str, polarity: str, modality: str) -> None:
    found = claims(text, "control")[0]
    assert (found.polarity, found.modality) == (polarity, modality)


def test_the_town_is_the_one_spoken_of_before() -> None:
    first, second = claims("Ostria has captured Orlin. Vell admits the loss of the town.", "control")
    assert (first.slot("place"), second.slot("place")) == ("Orlin", "Orlin")


def test_a_claim_belongs_to_the_statement_around_it_and_stays_inside() -> None:
    text = "Ostria has captured Orlin, a colonel said. Vell holds Tamm."
    statement = said(text, "Ostria has captured Orlin", party="Ostria")
    inside, *rest = read_claims(scene(text, statement))
    assert (inside.statement, text[inside.evidence.start : inside.evidence.end]) == ("s1", "Ostria has captured Orlin")
    assert all(c.statement is None for c in rest)


def test_who_counts_the_dead_of_a_day_also_says_what_they_bring_the_total_to() -> None:
    text = "A strike killed 12 people, the ministry said, bringing the total since March to 3,823 dead."
    statement = said(text, "A strike killed 12 people", party="Ostria", cue="said")
    counts = [c for c in read_claims(scene(text, statement)) if c.kind == "casualties"]
    assert {c.statement for c in counts} == {"s1"}
    assert any("3,823 dead" in text[c.evidence.start : c.evidence.end] for c in counts)
    assert not any(text[c.evidence.start] == "," for c in counts)


def test_blame_alone_is_responsibility_of_the_one_who_is_blamed() -> None:
    text = "He accused Vell of this."
    statement = said(text, "of this", party="Ostria", cue="accused", stance="accuses")
    [found] = read_claims(scene(text, statement))
    assert (found.kind, found.slot("attacker")) == ("responsibility", "Vell")


def test_the_same_text_gives_the_same_ids() -> None:
    text = "Ostria has captured Orlin. Heavy fighting goes on near Tamm."
    assert read_claims(scene(text)) == read_claims(scene(text))
    assert len({c.id for c in read_claims(scene(text))}) == len(read_claims(scene(text))) > 1


@pytest.mark.parametrize("text", ["", "Nobody knows why.", "The workers strike a deal with the owners."])
def test_no_claim_where_nothing_is_claimed(text: str) -> None:
    assert [c for c in read_claims(scene(text)) if c.kind in ("control", "attack", "casualties")] == []


@pytest.mark.parametrize(
    ("when", "old"),
    [
        ("1992-05-08", True),
        ("1992-01-01/1992-12-31", True),
        ("1992-05-08/", False),
        ("2021-02-27", False),
        (None, False),
    ],
)
def test_history_is_told_from_news(when: str | None, old: bool) -> None:
    assert is_old(when, date(2021, 3, 2)) is old
    assert not is_old(when, None)


def test_the_dam_is_the_place_that_was_called_so() -> None:
    text = "Ostria stands at the Tamm dam before the town of Orlin. The dam has been captured. The town has fallen."
    dam, town = claims(text, "control")
    assert (dam.slot("place"), town.slot("place")) == ("Tamm", "Orlin")


def test_what_names_no_place_is_where_the_report_is() -> None:
    text = "Orlin was shelled by Vell. At dawn 61 people were killed."
    assert claims(text, "casualties")[0].slot("place") == "Orlin"


@pytest.mark.parametrize(
    ("words", "of"),
    [
        ("Nine of our soldiers were killed", "Vell"),
        ("Nine soldiers were killed", "Vell"),
        ("Nine terrorists were killed", "enemy"),
        ("It had killed nine government troops", "enemy"),
        ("Rebel losses stand at nine dead", "enemy"),
        ("Nine soldiers of Ostria were killed", "Ostria"),
        ("Nine villagers were killed", ""),
    ],
)
def test_whose_dead_they_are(words: str, of: str) -> None:
    text = f"{words}, a colonel said."
    [found] = [c for c in read_claims(scene(text, said(text, words))) if c.kind == "casualties"]
    assert found.slot("of") == of


def test_a_number_alone_goes_on_the_count_before() -> None:
    text = "At Orlin 61 people were killed. The hospital said: 72."
    counted = claims(text, "casualties")
    statement = said(text, "72", party="")
    found = [c for c in read_claims(scene(text, statement)) if c.statement == "s1"]
    assert [(c.kind, c.slot("place")) for c in found] == [("casualties", "Orlin")]
    assert len(counted) == 1


def test_where_a_source_is_from_is_no_place_of_what_it_tells() -> None:
    text = "Shells fell on Orlin. A miner from Tamm said nine people had been killed."
    source = Span(text.index("A miner"), text.index(" said"))
    statement = replace(said(text, "nine people had been killed."), source=(source,))
    [found] = [c for c in read_claims(scene(text, statement)) if c.kind == "casualties"]
    assert found.slot("place") == "Orlin"


def test_who_speaks_for_a_town_means_it_by_the_town() -> None:
    text = "Tamm burns. Tamm is lost. The mayor of Orlin said the town was under control of Vell."
    content = "the town was under control of Vell"
    source = (Span(text.index("The mayor"), text.index(" said")),)
    statement = replace(said(text, content), source=source)
    found = [c for c in read_claims(scene(text, statement)) if c.kind == "control" and c.statement]
    assert [c.slot("place") for c in found] == ["Orlin"]


def test_parts_of_a_town_are_entered() -> None:
    found = claims("Tamm is calm. The army says it has entered the northern districts of Orlin.", "control")
    assert [(c.slot("place"), c.slot("change")) for c in found] == [("Orlin", "gained")]


def test_where_a_shot_came_from_is_no_place_that_was_hit() -> None:
    found = claims("Orlin burns. The shells came from army positions above Tamm.", "attack")
    assert [c.slot("place") for c in found] == ["Orlin"]


@pytest.mark.parametrize(
    "text",
    [
        "Orlin burns. They shelled the market from the Tamm heights.",
        "Orlin burns. A mortar crew on Tamm shelled the market.",
        "Orlin burns. The shells came from the direction of the army positions on Tamm.",
    ],
)
def test_heights_that_are_fired_from_were_not_hit(text: str) -> None:
    assert {claim.slot("place") for claim in claims(text, "attack")} == {"Orlin"}


def test_where_troops_withdrew_to_is_not_what_they_lost() -> None:
    text = "The army lost Orlin. The troops withdrew to the Tamm heights. The market was shelled."
    assert {claim.slot("place") for claim in claims(text, "control")} == {"Orlin"}
    assert {claim.slot("place") for claim in claims(text, "attack")} == {"Orlin"}


def test_where_they_regrouped_is_not_what_they_lost() -> None:
    text = "The army lost Orlin. Its troops have repositioned themselves at Tamm."
    assert {claim.slot("place") for claim in claims(text, "control")} == {"Orlin"}


def test_where_they_talk_is_not_where_they_fought() -> None:
    text = "Orlin burns. Vell shelled the market days before talks that are due to open in Tamm."
    assert {claim.slot("place") for claim in claims(text, "attack")} == {"Orlin"}
    text = "Orlin burns. Vell shelled the market, against a pause signed last month in Tamm."
    assert {claim.slot("place") for claim in claims(text, "attack")} == {"Orlin"}


def test_a_town_that_is_occupied_is_lost_to_those_who_say_so() -> None:
    [found] = claims("Yes, Orlin is occupied.", "control")
    assert found.slot("change") == "lost"
    [found] = claims("Orlin is occupied by Ostria.", "control")
    assert (found.slot("change"), found.slot("holder")) == ("gained", "Ostria")


@pytest.mark.parametrize(("party", "whose"), [("Hill Front", "enemy"), ("Ostria", "Ostria")])
def test_soldiers_of_whom_a_movement_speaks_are_not_its_own(party: str, whose: str) -> None:
    text = "At least 60 soldiers were killed in the camp, a man said."
    statement = said(text, "At least 60 soldiers were killed in the camp", party=party)
    seen = replace(scene(text, statement), is_movement=lambda name: name == "Hill Front")
    assert {c.slot("of") for c in read_claims(seen) if c.kind == "casualties"} == {whose}


def test_a_name_behind_a_title_is_no_place() -> None:
    assert [c.slot("place") for c in claims("Colonel Tamm shelled the bridge at Orlin.", "attack")] == ["Orlin"]
    assert scene("Colonel Tamm spoke.").persons == {"Tamm"}
    assert scene("Colonel Tamm (no relation) left the village of Tamm.").persons == frozenset()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Those who gave up were counted.", "casualties"),
        ("Ostria sent three battalions across the border.", "foreign fighters"),
        ("Some 300 soldiers waded across the river.", "displacement"),
        ("The ferry stands on even keel.", "equipment"),
        ("They burnt nine of these trucks.", "equipment"),
        ("The army denied losing a jet at Orlin.", "equipment"),
        ("They killed 50 soldiers and captured 12.", "casualties"),
        ("Ostria owned up to the loss of one tank at Orlin.", "equipment"),
        ("The president telephoned.", "talks"),
        ("Soldiers penetrated 900 metres into our territory.", "attack"),
    ],
)
def test_wordings_of_a_kind_that_are_no_change_of_hands(text: str, kind: str) -> None:
    assert claims(text, kind)
    assert not claims(text, "control")


@pytest.mark.parametrize(
    "text", ["Ostria has captured Orlin and Tamm.", "Ostria captured Orlin on October 1 and Tamm on October 16."]
)
def test_each_place_of_a_list_has_its_claim(text: str) -> None:
    found = claims(text, "control")
    assert {c.slot("place") for c in found} == {"Orlin", "Tamm"}
    assert len({c.id for c in found}) == 2


def test_where_somebody_speaks_is_no_place_of_what_is_said() -> None:
    text = "Orlin burns. Orlin is lost. A colonel, speaking in Tamm, said the town was lost."
    statement = replace(said(text, "the town was lost"), source=(Span(28, 37),))
    [found] = [c for c in read_claims(scene(text, statement)) if c.kind == "control" and c.statement]
    assert found.slot("place") == "Orlin"


def test_where_somebody_has_a_seat_is_no_place_of_a_deed() -> None:
    for seat in ("which is based in Tamm", "whose owner has an office in Tamm", "a company registered in Tamm"):
        found = claims(f"Orlin burns. Orlin was shelled. The bank, {seat}, was shelled.", "attack")
        assert found[-1].slot("place") == "Orlin", seat


@pytest.mark.parametrize("text", ["The occupiers left nothing.", "A fire on board the ship.", "Vell sent shells."])
def test_what_takes_no_town_and_strikes_nobody(text: str) -> None:
    assert claims(text, "control") == claims(text, "attack") == []


def test_the_place_of_the_sentence_before_is_the_one_that_is_meant() -> None:
    text = "Ostria has captured Orlin. Nothing moved. Ostria looked at Tamm as well. Vell has recaptured the town."
    assert [c.slot("place") for c in claims(text, "control")] == ["Orlin", "Tamm"]


def test_whose_town_is_taken_does_not_hold_it() -> None:
    [found] = claims("It has taken the Vell border town of Orlin.", "control")
    assert found.slot("holder") == ""


def test_what_is_firmly_in_hand_is_held() -> None:
    [found] = claims("The town of Orlin is firmly in the hands of Vell.", "control")
    assert found.slot("change") == "held"


def test_a_toll_of_the_whole_war_has_no_town() -> None:
    text = "Orlin was shelled by Vell. More than 900 people have been killed since the start of the war."
    assert [c.slot("place") for c in claims(text, "casualties")] == [""]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Hundreds of fighters crossed into Ostria overnight.", "foreign fighters"),
        ("Hundreds of families crossed into Ostria overnight.", "displacement"),
        ("Vell was not involved in the offensive.", "support"),
        ("Vell gave a green light.", "support"),
    ],
)
def test_who_crosses_a_border_to_fight_has_not_fled(text: str, kind: str) -> None:
    kinds = {c.kind for c in read_claims(scene(text))}
    assert kind in kinds
    assert len(kinds & {"foreign fighters", "displacement"}) < 2


def test_hostages_who_are_freed_are_no_foreign_fighters() -> None:
    assert not claims("Those freed were two women and seven foreigners.", "foreign fighters")


def test_the_rebels_hold_what_they_took_where_reports_know_who_they_are() -> None:
    text = "Insurgents overran the town of Orlin."
    known = replace(scene(text), party_of=lambda words: "Hill Front" if words == "the insurgents" else "")
    assert [c.slot("holder") for c in read_claims(known) if c.kind == "control"] == ["Hill Front"]
    assert [c.slot("holder") for c in read_claims(scene(text)) if c.kind == "control"] == [""]


def test_the_evidence_of_a_cue_behind_a_question_is_the_question() -> None:
    text = "“Why should we leave Orlin?” he demanded."
    told = replace(said(text, "Why should we leave Orlin?", cue="demanded"), quote="direct")
    found = [claim for claim in read_claims(scene(text, told)) if claim.kind == "demand"]
    assert [text[c.evidence.start : c.evidence.end].rstrip("?”") for c in found] == ["Why should we leave Orlin"]


def test_the_evidence_of_what_an_aside_parts_is_the_whole() -> None:
    text = "A truce at Orlin, he said, is expected within ten days."
    told = said(text, "is expected within ten days")
    told = replace(told, content=(Span(0, len("A truce at Orlin")), *told.content))
    assert {claim.evidence.start for claim in read_claims(scene(text, told))} == {0}


def test_who_was_beaten_off_does_not_hold_the_place() -> None:
    [claim] = claims("At Orlin an attack by Vell was repelled.", "control")
    assert (claim.slot("change"), claim.slot("holder")) == ("held", "")


@pytest.mark.parametrize("words", ["fell to Vell on Monday", "has fallen into the hands of the Vell army"])
def test_to_whom_a_place_fell(words: str) -> None:
    [claim] = claims(f"Orlin {words}.", "control")
    assert (claim.slot("change"), claim.slot("from"), claim.slot("to")) == ("lost", "", "Vell")


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("The ceasefire in Orlin is quiet.", "in force"),
        ("The cease-fire in Orlin is quiet.", "in force"),
        ("Guns fired in breach of the truce in Orlin.", "violated"),
        ("They fired after the truce in Orlin.", "violated"),
    ],
)
def test_the_fire_of_a_ceasefire_breaks_no_truce(text: str, state: str) -> None:
    assert next(c for c in read_claims(scene(text)) if c.kind == "truce").slot("state") == state


def test_what_the_accused_is_accused_of_is_the_charge() -> None:
    text = "Both sides have been accused of misdeeds."
    given = replace(said(text, "misdeeds", cue="have been accused of", stance="accuses"), party="")
    passive = replace(given, content=(Span(0, 10), *given.content))
    found = [c for c in read_claims(scene(text, passive)) if c.kind == "responsibility"]
    assert [text[c.evidence.start : c.evidence.end] for c in found] == ["misdeeds"]
