"""Who is called by the first name alone is one person with the full name, unless two bear it."""

from __future__ import annotations

import pytest
from tests.claims.test_naming import WORLD, name, reading

from sayso.claims.naming import resolve_names
from sayso.types import Report

FULL = "Premier Anurak Sorlin spoke."


def speaker(lone: str, *texts: str, persons: tuple[str, ...]) -> str:
    """Whom ``lone`` means over reports in which ``persons`` are named."""
    reports = [Report(f"r{n}", text, f"r{n}.txt") for n, text in enumerate(texts)]
    readings = [
        reading(tuple(name(one, "PER", text) for one in persons if one in text), report=f"r{n}")
        for n, text in enumerate(texts)
    ]
    return resolve_names(reports, readings, WORLD).speaker(lone)


@pytest.mark.parametrize("lone", ["Anurak denied it.", "They met Anurak again."])
def test_the_first_name_alone_is_the_one_person_who_bears_it(lone: str) -> None:
    assert speaker("Anurak", FULL, lone, persons=("Anurak Sorlin", "Anurak")) == "Anurak Sorlin"


@pytest.mark.parametrize(
    "texts",
    [
        (FULL, "General Anurak Tamm spoke.", "Anurak denied it."),  # two bear it
        (FULL, "Ilmo Anurak spoke.", "Anurak denied it."),  # or it is a family name
        (FULL, "Anurak, 34, a farmer, denied it."),  # or it is brought in as another's
        (FULL, "A man named Anurak denied it."),
    ],
)
def test_the_first_name_alone_stays_alone_where_it_may_be_anothers(texts: tuple[str, ...]) -> None:
    persons = ("Anurak Sorlin", "Anurak Tamm", "Ilmo Anurak", "Anurak")
    assert speaker("Anurak", *texts, persons=persons) != "Anurak Sorlin"


def test_whose_family_name_stands_alone_is_not_meant_by_a_first_name() -> None:
    texts = ("Premier Peter Sorlin spoke. Sorlin left.", "Peter denied it.")
    reports = [Report(f"r{n}", text, f"r{n}.txt") for n, text in enumerate(texts)]
    both = name("Peter Sorlin", "PER", texts[0])
    at = texts[0].index("Sorlin left")
    family = type(both)(both.name, both.type, (*both.spans, type(both.spans[0])(at, at + 6)))
    readings = [reading((family,), report="r0"), reading((name("Peter", "PER", texts[1]),), report="r1")]
    assert resolve_names(reports, readings, WORLD).speaker("Peter") == "Peter"
