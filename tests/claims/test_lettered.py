"""Movements shown by name and letters."""

from dataclasses import replace

import pytest
from tests.claims.made import make_report, make_told

from sayso.claims import assemble
from sayso.claims.judged import make_judgement
from sayso.claims.lettered import lettered, plain
from sayso.types import Anchor, Brief, Reading
from sayso.values.parties import learn_parties
from sayso.values.sides_file import read_sides

TEXT = "The Orlin Hill Front (OHF) took the town. The OHF said so. The Orlin Hill Front cheered."


def test_a_movement_is_shown_with_its_letters() -> None:
    assert lettered(learn_parties([TEXT]), [TEXT]) == {"Orlin Hill Front": "Orlin Hill Front (OHF)"}


def test_letters_that_no_report_has_are_not_shown() -> None:
    text = "The Orlin Hill Front took the town. The Orlin Hill Front cheered."
    assert lettered(learn_parties([text]), [text]) == {}


def test_a_movement_of_the_table_is_shown_with_the_letters_that_reports_use() -> None:
    text = "The RSF took the town. The Rapid Support Forces cheered."
    assert lettered(learn_parties([text]), [text])["Rapid Support Forces"] == "Rapid Support Forces (RSF)"


def test_a_user_gives_either_form() -> None:
    forms = plain({"Orlin Hill Front": "Orlin Hill Front (OHF)"})
    assert {forms["OHF"], forms["Orlin Hill Front (OHF)"]} == {"Orlin Hill Front"}


def test_what_the_user_calls_it_stays() -> None:
    given = read_sides('[[side]]\nname = "Orlin Hill Front"\nkind = "group"')
    assert lettered(learn_parties([TEXT], given), [TEXT]) == {}


def test_a_side_that_is_given_with_its_letters_goes_by_both() -> None:
    given = read_sides('[[side]]\nname = "Orlin Hill Front (OHF)"\nkind = "group"')
    table = learn_parties([TEXT], given)
    assert {found.party for name in ("OHF", "Orlin Hill Front") if (found := table.party_of(name))} == {
        "Orlin Hill Front (OHF)"
    }


REPORT = "The Orlin Hill Front (OHF) has taken the port of Orlin, the OHF said on Tuesday, and Ana Reth said so, too."


def brief(*set_to: str) -> Brief:
    report = make_report(REPORT, name="a")
    told = make_told(
        "asserts", {"place": "Orlin", "holder": "own"}, party="Orlin Hill Front", speaker="OHF", text=REPORT
    )
    first = replace(told.statement, id="s-a", report="a")
    second = replace(first, id="s-b", speaker="Ana Reth", party="Velgoria")
    claim = replace(told.claim, id="c-a", report="a", statement="s-a")
    judged = [
        make_judgement(
            "correct",
            [Anchor("name", name="Ana Reth")],
            made="2026-01-01T00:00:00+00:00",
            who="Ines",
            field="party",
            value=value,
        )
        for value in set_to
    ]
    return assemble([report], [Reading("a", "reader", (first, second), (claim,), (), (), ())], (), judged)


def test_letters_stand_wherever_a_party_is_shown() -> None:
    found = brief()
    assert [one.party for one in found.statements] == ["Orlin Hill Front (OHF)", "Velgoria"]
    assert "Orlin Hill Front (OHF)" in {p.party for m in found.matters for p in m.positions}


@pytest.mark.parametrize("given", ["OHF", "Orlin Hill Front", "Orlin Hill Front (OHF)"])
def test_a_party_is_set_by_any_of_its_names(given: str) -> None:
    assert {one.party for one in brief(given).statements} == {"Orlin Hill Front (OHF)"}
