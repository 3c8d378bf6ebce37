from __future__ import annotations

from dataclasses import replace

import pytest

from sayso.reading.tied import with_tied_parties
from sayso.types import Meaning, Span, Statement
from sayso.values.learnt import LIKELY, Learnt
from sayso.values.parties import PartyTable, learn_parties

TABLE = learn_parties(["Ostria's army is in Vell. Ostrian troops and the army of Ostria stand against Vellan forces."])
PLAIN = Statement(
    "s1", "r1", (Span(0, 2),), (), (), "indirect", "the captain", "", "", "asserts", None, because=("speaker: x",)
)


def told(statement: Statement) -> Statement:
    return with_tied_parties([statement], TABLE)[0]


def tied(**ties: float) -> Statement:
    return told(replace(PLAIN, meaning=Meaning((), b"", ties=tuple(ties.items()))))


def test_a_speaker_without_a_party_has_that_of_the_names_it_is_tied_to() -> None:
    one = tied(Ostria=0.4, Ostrian=0.3, Nowhere=0.2)
    assert one.party == "Ostria"
    assert one.because[-1] == 'party: by the model, the speaker stands with "Ostria"'


@pytest.mark.parametrize("ties", [{}, {"Ostria": 0.1}, {"Nowhere": 0.9}])
def test_what_is_not_likely_leaves_a_gap(ties: dict[str, float]) -> None:
    assert tied(**ties).party == ""


def test_a_guess_of_the_rules_stays_unless_the_ties_are_likely() -> None:
    ruled = replace(PLAIN, party="Vell", because=("speaker: x", 'party: "captain" at home, Vell'))
    unsure = replace(ruled, meaning=Meaning((), b"", ties=(("Ostria", 0.35),)))
    assert told(unsure) == unsure
    found = told(replace(ruled, meaning=Meaning((), b"", ties=(("Ostria", 0.9),))))
    assert found.party == "Ostria"
    assert found.because == (
        "speaker: x",
        'party: by the model, the speaker stands with "Ostria", not with Vell as the rules have it',
    )


def test_words_that_name_the_party_stay_however_sure_the_ties() -> None:
    named = replace(PLAIN, party="Vell", because=('party: "Vellan" of Vell',))
    tied_elsewhere = replace(named, meaning=Meaning((), b"", ties=(("Ostria", 0.95),)))
    assert told(tied_elsewhere) == tied_elsewhere


def test_whom_the_user_knows_and_who_speaks_for_none_stay() -> None:
    meaning = Meaning((), b"", ties=(("Ostria", 0.9),))
    own = replace(PLAIN, party="Vell", because=('party: the user: "the captain" is Vell',), meaning=meaning)
    assert told(own) == own
    none = replace(PLAIN, because=('party: none, "nurses" speaks for no side',), meaning=meaning)
    assert told(none) == none
    assert told(PLAIN) == PLAIN


def test_whoever_is_named_is_of_one_party_in_one_report() -> None:
    ties = (("Ostria", 0.6),), (("Ostria", 0.5), ("Vell", 0.1)), (("Vell", 0.6),)
    named = [replace(PLAIN, speaker="Orlin", meaning=Meaning((), b"", ties=each)) for each in ties]
    assert {one.party for one in with_tied_parties(named, TABLE)} == {"Ostria"}
    nameless = [replace(one, speaker="a captain") for one in named]
    assert [one.party for one in with_tied_parties(nameless, TABLE)] == ["Ostria", "Ostria", "Vell"]


def test_a_dateline_in_a_state_of_the_world_goes_before_ties() -> None:
    table = learn_parties(["Russia struck Ukraine."])
    why = 'party: "the ministry" is that of the dateline, KYIV'
    meaning = Meaning((), b"", ties=(("Russia", 0.9),))
    one = replace(PLAIN, party="Ukraine", because=("speaker: x", why), meaning=meaning)
    assert with_tied_parties([one], table) == [one]


def test_a_tie_to_a_city_that_is_a_seat_only_for_all_one_knows_counts_for_nothing() -> None:
    seat = Learnt("Vell", "state", "seat", "a seat of Vell")
    for by, party in (("seat", "Vell"), (LIKELY, "")):
        table = PartyTable({"Tormak": replace(seat, by=by)})
        meant = replace(PLAIN, meaning=Meaning((), b"", ties=(("Tormak", 0.9),)))
        assert with_tied_parties([meant], table)[0].party == party
