"""Speakers, parties and places: the list of names, and what one of them said over time."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.app.answers import Answer, Asked
from sayso.app.lists import leaf_of
from sayso.errors import NotFoundError
from sayso.types import KnownName, Report, Span
from sayso.types import Place as Spot
from sayso.views.index import EXACT, Index, Said, frequent, parties_of
from sayso.views.pictures.worldmap import Pin

PLACES = 12  # reports that are listed with a name


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A report in which a name stands, and the first place."""

    report: Report
    span: Span


def names_page(asked: Asked) -> Answer:
    """All names; narrowed by type, by whether they speak, and by any of their spellings."""
    index = asked.index
    kind, words, speaks = (asked.query.get(key, "") for key in ("type", "q", "speaks"))
    wanted = words.casefold()
    found = [
        line
        for line in index.name_lines
        if (not kind or line.known.type == kind)
        and (not wanted or any(wanted in each.casefold() for each in (line.known.name, *line.known.spellings)))
        and (not speaks or line.said)
    ]
    records = {
        "leaf": leaf_of(found, asked.number("page")),
        "types": index.name_types,
        "type": kind,
        "speaks": speaks,
        "q": words,
    }
    return Answer("names.html", "Names", records)


def name_page(asked: Asked) -> Answer:
    """One name: its spellings and why they were joined, what it said over time, where it stands, its matters."""
    index = asked.index
    name = index.canonical(asked.part("name"))
    known = index.names.get(name.casefold())
    numbers = index.by_speaker.get(name.casefold(), [])
    where = index.named_in.get(name.casefold(), {})
    topics = index.topics_of_name.get(name.casefold(), [])
    if known is None and not numbers and not topics:
        raise NotFoundError(f"{name}: no speaker, party or place of this ledger has that name")
    of_it = not numbers and name in index.facets["place"]
    said = [index.said[number] for number in (sorted(index.facets["place"][name]) if of_it else numbers)]
    stance = asked.query.get("stance", "")
    records = {
        "name": name,
        "known": known,
        "of_it": of_it,
        "reasons": reasons_of(known) if known else [],
        "leaf": leaf_of([each for each in said if not stance or each.statement.stance == stance], asked.number("page")),
        "stances": frequent(each.statement.stance for each in said),
        "stance": stance,
        "speakers": frequent(each.statement.speaker for each in said if _speaks_for(each, name)),
        "parties": frequent(party for each in said for party in parties_of(each.statement.party) if party != name),
        "topics": topics[:PLACES],
        "topics_in_all": len(topics),
        "spot": index.spots.get(name),
        "pins": [pin_of(index.spots[name])] if name in index.spots else [],
        "occurrences": _occurrences(index, where)[:PLACES],
        "reports_in_all": len(where),
    }
    return Answer("name.html", name, records)


def pin_of(spot: Spot) -> Pin:
    """The pin of a place by itself."""
    listed = spot.listed if spot.listed != spot.name else ""
    words = ", ".join(part for part in (spot.kind, listed, spot.region, spot.country) if part)
    return Pin(spot.name, spot.lat, spot.lon, spot.precision <= EXACT, spot.because, words)


def reasons_of(known: KnownName) -> list[tuple[str, str]]:
    """Each spelling with the reason why it was joined, "" where none is kept."""
    found = []
    for spelling in known.spellings:
        if spelling != known.name:
            reason = next((each for each in known.because if each.startswith(f"{spelling} = ")), "")
            reason = reason or next((each for each in known.because if spelling in each), "")
            found.append((spelling, reason))
    return found


def _speaks_for(said: Said, name: str) -> bool:
    return bool(said.statement.speaker) and said.statement.speaker != name


def _occurrences(index: Index, where: dict[str, Span]) -> list[Occurrence]:
    found = [Occurrence(index.reports[id], span) for id, span in where.items() if id in index.reports]
    return sorted(found, key=lambda each: each.report.published or "", reverse=True)
