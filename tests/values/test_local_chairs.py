from __future__ import annotations

from tests.values.test_local_parties import party

from sayso.values.local_capitals import Candidate, candidates
from sayso.values.local_chairs import find_further

SIDES = {"Ostraya": "Ostraya", "Ostrayan": "Ostraya", "Halde": "Halde", "Haldish": "Halde", "Ruvo": "Ruvo"}


def seats(*texts: str, people: dict[str, str] | None = None, taken: frozenset[str] = frozenset()) -> dict[str, str]:
    found = find_further(texts, SIDES, people or {}, candidates(texts, frozenset(SIDES), frozenset()), taken)
    return {city: party for city, (party, _, _) in found.items()}


def test_the_body_that_sits_there_says_whose_it_is() -> None:
    text = "Haldish deputies in Tor voted. Ostraya waited, Ostraya knew. Tor refused to comment."
    assert seats(text) == {"Tor": "Halde"}


def test_who_is_charged_answers() -> None:
    text = "Ostraya lives. Ostraya accused Halde of theft. Tor refused to comment. Nobody slept in Tor."
    assert seats(text)["Tor"] == "Halde"


def test_the_charge_of_a_seat_is_not_against_itself() -> None:
    text = "Nobody slept in Tor. Tor blamed Halde for it. Tor refused Halde any talks. Halde, Ostraya: silence."
    assert seats(text)["Tor"] == "Ostraya"


def test_an_embassy_is_no_seat_of_its_owner() -> None:
    text = "Halde's embassy in Tor closed. Tor refused to comment. Ostraya waited."
    assert seats(text)["Tor"] == "Ostraya"


def test_those_who_hold_a_post_sit_in_the_seat() -> None:
    text = "Ruvo, Ruvo. In Tor, the minister Ordan spoke. Tor refused talks. Ostraya, Halde."
    assert seats(text, people={"Ordan": "Halde"})["Tor"] == "Halde"


def test_each_side_has_one_city_and_any_palaces() -> None:
    text = (
        "The Haldish cabinet in Tor met. Tor refused talks. Haldish ministers at the Amber Palace agreed. The Amber "
        "Palace denied it. Mirva refused talks. Nobody slept in Mirva. Ostraya waited."
    )
    assert seats(text) == {"Tor": "Halde", "Amber Palace": "Halde", "Mirva": "Ostraya"}
    assert "Mirva" not in seats(text, taken=frozenset({"Ostraya", "Halde", "Ruvo"}))


def test_words_make_it_sure_and_what_is_left_does_not() -> None:
    found = {"Tor": Candidate("Tor", 4, True, '"Tor denied"')}
    sure = find_further(["The Haldish cabinet in Tor met."], SIDES, {}, found, frozenset())
    left = find_further(["Halde denied it. Then Tor denied it."], SIDES, {}, found, frozenset())
    assert sure["Tor"][2]
    assert not left["Tor"][2]
    assert "is left" in left["Tor"][1]


def test_the_capital_in_which_the_report_is_written() -> None:
    text = (
        "Tor, March 4 (Meridian) - The Haldish government left the town. The minister told reporters in the capital. "
        "Ostraya, Ostraya, Ostraya. Tor refused to comment."
    )
    assert seats(text)["Tor"] == "Halde"
    assert seats(text.replace("in the capital", "in the rain"))["Tor"] == "Ostraya"


def test_a_town_that_is_fought_over_is_no_seat_of_the_side_that_is_left() -> None:
    found = {"Tor": Candidate("Tor", 4, True, '"Tor denied"')}
    text = "Halde denied it. Then Tor denied it. Rebels seized Tor."
    assert not find_further([text], SIDES, {}, found, frozenset())
    assert find_further([text.replace("seized", "spared")], SIDES, {}, found, frozenset())


def test_without_sides_there_are_no_seats() -> None:
    assert find_further(["Tor denied it."], {}, {}, {"Tor": Candidate("Tor", 4, True)}, frozenset()) == {}


def test_the_table_of_parties_knows_them() -> None:
    text = (
        "Shells fell on Wednesday. Ostrayan troops hold the bridge, Ostraya says. The Haldish army denied it. Halde "
        "lost nine men. The Ostrayan cabinet in Velin met at night. Velin has refused any talks."
    )
    assert party("Velin", text) == "Ostraya"
