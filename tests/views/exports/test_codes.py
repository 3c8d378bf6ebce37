from __future__ import annotations

from dataclasses import replace

import pytest
from tests.views.exports.made import CLAIMS

from sayso.views.exports.codes import all_codes, code_of, grade_of, harmed, plover_of

PLOVER = set(
    "AGREE CONSULT SUPPORT COOPERATE AID CONCEDE RETREAT ACCUSE DEMAND REJECT THREATEN PROTEST MOBILIZE".split()
)
PLOVER |= {"SANCTION", "COERCE", "ASSAULT"}
ACLED = {"Battles", "Explosions/Remote violence", "Violence against civilians", "Strategic developments", ""}


@pytest.mark.parametrize(
    ("weapon", "sub_event"),
    [
        ("cluster munitions", "Shelling/artillery/missile attack"),
        ("Drone strike", "Air/drone strike"),
        ("air raid", "Air/drone strike"),
        ("car bomb", "Remote explosive/landmine/IED"),
        ("suicide bomb", "Suicide bomb"),
        ("kidnapped", "Abduction/forced disappearance"),
        ("repaired", ""),
        ("", ""),
    ],
)
def test_an_attack_is_coded_by_its_weapon(weapon: str, sub_event: str) -> None:
    code = code_of(replace(CLAIMS[0], slots=(("weapon", weapon),)))
    assert code is not None
    assert code.acled[2] == sub_event


def test_what_no_codebook_has_is_left_without_a_code() -> None:
    assert code_of(replace(CLAIMS[0], kind="figure")) is None
    assert plover_of(replace(CLAIMS[0], kind="figure")) == ""
    assert plover_of(CLAIMS[3]) == "COERCE.confiscate.military"


def test_codes_are_words_of_their_codebooks() -> None:
    assert {code.plover[0] for code in all_codes()} <= PLOVER
    assert {code.acled[1] for code in all_codes()} <= ACLED


def test_whom_a_claim_counts() -> None:
    assert [harmed(who) for who in ("Children", "people", "", "soldiers")] == ["civilians", "", "", "others"]


def test_grades_follow_standing_and_rival_blame() -> None:
    assert grade_of("conceded", 1)[0] == "Confirmed"
    assert grade_of("conceded", 2)[0] == "Contested"
    assert grade_of("denied", 0) == ("", "")


@pytest.mark.parametrize(
    ("words", "weapon", "sub_event"),
    [
        ("A jet bombed the mill of Orlin", "bombed", "Air/drone strike"),
        ("A paraglider dropped bombs on a feast", "dropped bombs", "Air/drone strike"),
        ("The mill was hit by two drones", "was hit", "Air/drone strike"),
        ("Howitzers bombed the mill", "bombed", "Shelling/artillery/missile attack"),
        ("They attacked parked jets", "attacked", ""),
        ("Gunners shelled a helicopter", "shelled", "Shelling/artillery/missile attack"),
    ],
)
def test_what_struck_is_read_from_the_words_where_the_weapon_leaves_it_open(
    words: str, weapon: str, sub_event: str
) -> None:
    code = code_of(replace(CLAIMS[0], slots=(("weapon", weapon),)), words)
    assert code is not None
    assert code.acled[2] == sub_event


@pytest.mark.parametrize(
    ("deed", "plover", "sub_event"),
    [
        ("abduction", "ASSAULT.abduct", "Abduction/forced disappearance"),
        ("mines", "ASSAULT.explosives.military", "Remote explosive/landmine/IED"),
        ("looting", "COERCE.confiscate", "Looting/property destruction"),
        ("", "ACCUSE.disapprove.military", ""),
    ],
)
def test_a_deed_has_a_code_of_its_own(deed: str, plover: str, sub_event: str) -> None:
    claim = replace(CLAIMS[0], kind="responsibility", slots=(("deed", deed),))
    code = code_of(claim)
    assert code is not None
    assert (plover_of(claim), code.acled[2]) == (plover, sub_event)
