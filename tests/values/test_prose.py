"""Names are learnt from lines in which a capital tells one."""

from __future__ import annotations

from sayso.values.parties import learn_parties
from sayso.values.prose import prose_of


def test_lines_in_capitals_and_headings_tell_no_names() -> None:
    text = "NO GROUP CLAIMED THE ATTACK\nOstrian Army Takes The Hill Near Tamm\nThe town of Tamm fell."
    assert prose_of([text]) == "The town of Tamm fell."


def test_words_that_stand_in_capitals_alone_are_no_states() -> None:
    loud = "THE OFFICIAL REPORT SAID SO, AND THE REPORTER WROTE THAT THE REPORTERS LEFT TAMM ON SUNDAY."
    assert learn_parties([loud]).party_of("THE OFFICIAL REPORT") is None


def test_a_state_of_other_reports_is_known_in_capitals() -> None:
    loud = "THE OSTRAYAN ARMY DENIED THAT OSTRAYA HAD LOST THE TOWN."
    table = learn_parties([loud, "Ostraya lost Tamm. The Ostrayan army denied it."])
    guess = table.party_of("THE OSTRAYAN ARMY")
    assert guess is not None
    assert guess.party == "Ostraya"
