"""Spellings in their own script join the names that they stand beside."""

from __future__ import annotations

from sayso.claims.own_scripts import with_own_scripts
from sayso.types import KnownName, NameType


def known(name: str, kind: NameType, *spellings: str) -> KnownName:
    return KnownName(name, kind, spellings or (name,), "", ())


def test_a_spelling_in_its_own_script_joins_with_its_reason() -> None:
    names = [known("Ana Drozd", "PER", "Ana Drozd", "Drozd"), known("Orlin", "LOC")]
    [ana, orlin] = with_own_scripts(names, ["President Drozd (Дрозд) came to Orlin."])
    assert ana.spellings == ("Ana Drozd", "Drozd", "Дрозд")
    assert ana.because == ('Ana Drozd = Дрозд: the report writes "President Drozd (Дрозд)"; they sound alike',)
    assert orlin == names[1]


def test_a_name_that_was_found_in_its_own_script_is_put_together_with_it() -> None:
    names = [known("Orlin", "LOC", "Orlin", "Orlyn"), known("Օրլին", "LOC"), known("Tamm", "LOC")]
    joined = with_own_scripts(names, ["Orlyn (Օրլին) fell.", "Orlin (Օրլին) stands."])
    assert [name.spellings for name in joined] == [("Orlin", "Orlyn", "Օրլին"), ("Tamm",)]


def test_what_stands_beside_no_known_name_adds_nothing() -> None:
    assert with_own_scripts([known("Orlin", "LOC")], ["Tamm (Тамм) fell.", "It is over."]) == [known("Orlin", "LOC")]
