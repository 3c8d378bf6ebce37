"""JSON-LD: read by a processor, and held against what schema.org allows for each type."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from tests.views.exports.made import BRIEF

from sayso.views.exports.jsonld import brief_jsonld

pyld = pytest.importorskip("pyld", reason="PyLD is not installed: pip install -e '.[dev]'")
jsonschema = pytest.importorskip("jsonschema", reason="jsonschema is not installed: pip install -e '.[dev]'")
WORDS = {"type": "string", "minLength": 1}
DAY = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\d"}
LINK = {"type": "object", "required": ["@id"], "properties": {"@id": WORDS}, "additionalProperties": False}
AGENT = {
    "type": "object",
    "required": ["name"],
    "properties": {"@type": {"enum": ["Person", "Organization"]}, "name": WORDS},
    "additionalProperties": False,
}
PLACE = {"type": "object", "properties": {"@type": {"const": "Place"}, "name": WORDS}, "additionalProperties": False}


def node(kind: str, required: list[str], **properties: Any) -> dict[str, Any]:
    head = {"@id": {"type": "string", "pattern": "^urn:sayso:"}, "@type": {"const": kind}}
    return {
        "type": "object",
        "required": ["@id", "@type", *required],
        "properties": head | properties,
        "additionalProperties": False,
    }


SCHEMA = {
    "type": "object",
    "required": ["@context", "@graph"],
    "properties": {
        "@context": {"const": {"@vocab": "https://schema.org/"}},
        "@graph": {
            "type": "array",
            "items": {
                "oneOf": [
                    node("Question", ["name"], name=WORDS, about=PLACE),
                    node(
                        "Claim",
                        ["text", "about", "appearance", "firstAppearance"],
                        text=WORDS,
                        about=LINK,
                        appearance={"type": "array", "items": LINK, "minItems": 1},
                        firstAppearance=LINK,
                        keywords={"type": "array", "items": WORDS},
                        identifier=WORDS,
                        dateCreated=DAY,
                        author={"type": "array", "items": AGENT, "minItems": 1},
                    ),
                    node(
                        "ClaimReview",
                        ["claimReviewed", "itemReviewed", "reviewAspect", "reviewBody"],
                        claimReviewed=WORDS,
                        itemReviewed={"type": "array", "items": LINK, "minItems": 1},
                        reviewAspect=WORDS,
                        reviewBody=WORDS,
                        datePublished=DAY,
                    ),
                    node(
                        "NewsArticle",
                        ["identifier"],
                        headline=WORDS,
                        datePublished=DAY,
                        inLanguage=WORDS,
                        url=WORDS,
                        identifier=WORDS,
                        publisher=AGENT,
                        sourceOrganization=AGENT,
                    ),
                ]
            },
        },
    },
    "additionalProperties": False,
}


def test_the_graph_is_what_schema_org_allows() -> None:
    jsonschema.Draft202012Validator(SCHEMA).validate(brief_jsonld(BRIEF))


def test_a_processor_expands_every_property_and_every_link_leads_somewhere() -> None:
    expanded = pyld.jsonld.expand(brief_jsonld(BRIEF))
    ids = {each["@id"] for each in expanded}
    assert len(expanded) == len(ids)
    for each in expanded:
        assert all(name.startswith(("@", "https://schema.org/")) for name in each)
        for name in ("appearance", "firstAppearance", "itemReviewed"):
            assert {link["@id"] for link in each.get(f"https://schema.org/{name}", [])} <= ids
    assert pyld.jsonld.flatten(brief_jsonld(BRIEF))


def test_standings_are_reviews_without_a_rating() -> None:
    reviews = [each for each in brief_jsonld(BRIEF)["@graph"] if each["@type"] == "ClaimReview"]
    assert next(each["reviewBody"] for each in reviews) == "disputed: as they say"
    assert "rating" not in str(reviews).casefold()


def test_an_author_has_a_type_where_the_ledger_knows_it() -> None:
    claims = {each["text"]: each for each in brief_jsonld(BRIEF)["@graph"] if each["@type"] == "Claim"}
    osk, side = claims["Velgorian troops have taken Drusk"]["author"]
    assert (osk, side) == ({"name": "General Osk", "@type": "Person"}, {"@type": "Organization", "name": "Velgoria"})
    [mayor] = claims["-14 civilians died at Orlin market on Monday"]["author"]
    assert mayor == {"name": "mayor"}


def test_a_copy_of_a_dispatch_is_one_more_appearance() -> None:
    brief = replace(BRIEF, copies=(("aaaa", "bbbb"),))
    claims = {each["text"]: each for each in brief_jsonld(brief)["@graph"] if each["@type"] == "Claim"}
    taken = claims["Velgorian troops have taken Drusk"]
    assert [each["@id"] for each in taken["appearance"]] == ["urn:sayso:report:aaaa", "urn:sayso:report:bbbb"]
    assert taken["firstAppearance"] == {"@id": "urn:sayso:report:aaaa"}
