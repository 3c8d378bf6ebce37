"""The ledger as JSON-LD in the vocabulary of schema.org: questions, claims, where they appear, and where they stand.

A Claim is what one side says, in its words, with its author and every report in which it appears. Where a question
stands is a ClaimReview without a rating: Sayso says who says so and who denies it, and never how true it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sayso.types import Brief, Matter, Position, Report, Standing
from sayso.views.wording import is_same

Node = dict[str, Any]
CONTEXT = {"@vocab": "https://schema.org/"}  # written out, so that nothing need be fetched to read it
ASPECT = "Who says so, who denies it and who does not say; not whether it is true."
_AUTHORS = {"PER": "Person", "ORG": "Organization"}
_NOT_CLAIMING = ("withholds", "unverified")


def brief_jsonld(brief: Brief) -> Node:
    """The brief as one graph: a Question, its Claims and a ClaimReview for each matter, and the reports."""
    reports = {report.id: report for report in brief.reports}
    copies = {id: tuple(one for one in group if one != id) for group in brief.copies for id in group}
    kinds = {spelling: name.type for name in brief.names for spelling in (name.name, *name.spellings)}
    graph = [node for matter in brief.matters for node in _matter(matter, reports, copies, kinds)]
    return {"@context": CONTEXT, "@graph": [*graph, *map(_report, brief.reports)]}


def _matter(
    matter: Matter,
    reports: Mapping[str, Report],
    copies: Mapping[str, tuple[str, ...]],
    kinds: Mapping[str, str],
) -> list[Node]:
    claims = [
        _claim(matter, number, position, reports, copies) | _author(position, kinds)
        for number, position in enumerate(matter.positions, start=1)
        if position.stance not in _NOT_CLAIMING
    ]
    question: Node = {"@id": f"urn:sayso:matter:{matter.id}", "@type": "Question", "name": matter.question}
    if place := dict(matter.slots).get("place"):
        question["about"] = {"@type": "Place", "name": place}
    reviews = [_review(matter, matter.standings[-1], claims)] if matter.standings and claims else []
    return [question, *claims, *reviews]


def _claim(
    matter: Matter,
    number: int,
    position: Position,
    reports: Mapping[str, Report],
    copies: Mapping[str, tuple[str, ...]],
) -> Node:
    appearances = [id for id in (position.report, *copies.get(position.report, ())) if id in reports]
    first = min(appearances, key=lambda id: reports[id].published or "9999")
    node: Node = {
        "@id": f"urn:sayso:claim:{matter.id}:{number}",
        "@type": "Claim",
        "text": position.text,
        "about": {"@id": f"urn:sayso:matter:{matter.id}"},
        "appearance": [{"@id": _name(id)} for id in appearances],
        "firstAppearance": {"@id": _name(first)},
        "keywords": [position.stance],
        "identifier": f"{reports[position.report].path}:{position.evidence.start}-{position.evidence.end}",
    }
    if position.date:
        node["dateCreated"] = position.date
    return node


def _author(position: Position, kinds: Mapping[str, str]) -> Node:
    """Who says it and the sides spoken for; without a type where the ledger does not know whether it is a person."""
    sides = [{"@type": "Organization", "name": side} for side in position.party.split("; ") if side]
    speaker: Node = {"name": position.speaker}
    if kind := _AUTHORS.get(kinds.get(position.speaker, "")):
        speaker["@type"] = kind
    authors = [speaker, *sides] if position.speaker and not is_same(position.party, position.speaker) else sides
    return {"author": authors} if authors else {}


def _review(matter: Matter, now: Standing, claims: Iterable[Node]) -> Node:
    node: Node = {
        "@id": f"urn:sayso:standing:{matter.id}",
        "@type": "ClaimReview",
        "claimReviewed": matter.question,
        "itemReviewed": [{"@id": claim["@id"]} for claim in claims],
        "reviewAspect": ASPECT,
        "reviewBody": f"{now.standing}: {now.because}",
    }
    if now.date:
        node["datePublished"] = now.date
    return node


def _report(report: Report) -> Node:
    node: Node = {
        "@id": _name(report.id),
        "@type": "NewsArticle",
        "headline": report.title,
        "datePublished": report.published,
        "inLanguage": report.language,
        "url": report.address,
        "identifier": report.path,
        "publisher": {"@type": "Organization", "name": report.outlet} if report.outlet else None,
        "sourceOrganization": {"@type": "Organization", "name": report.agency} if report.agency else None,
    }
    return {name: value for name, value in node.items() if value}


def _name(report: str) -> str:
    return f"urn:sayso:report:{report}"
