"""For whom those speak who are heard from a city, before it is thought whose seat it is: what the model makes of their
words tells which side's seat it may be (values/local_sittings.py). Pure, but for the reader.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from math import log

import numpy as np

from sayso.errors import NotReadError
from sayso.reading.reader import meanings_of, read_by_rules, reader_of
from sayso.reading.side_signs import Options, Telling, options_of
from sayso.reading.tagger import Reader
from sayso.types import Report, Statement
from sayso.values.likely_sides import LEAST
from sayso.values.local_sittings import Heard
from sayso.values.name_kinds import NameKinds, learn_kinds
from sayso.values.parties import PartyTable, ground_of, learn_parties, party_reason
from sayso.values.sides_file import GivenSides


def voices(report: Report, reader: Reader, table: PartyTable, kinds: NameKinds) -> dict[str, dict[str, float]]:
    """City or palace in small letters -> side -> the logarithms of how likely each statement that stands with its seat
    is that side's, added up. Empty where nothing leans on a seat, or nothing was learnt for the model.

    Args:
        report: the report.
        reader: what reads it.
        table: what its ledger teaches of parties, seats among them.
        kinds: what its ledger teaches of names.

    Raises:
        NotReadError: the reader gives nothing for this report.
    """
    meanings = meanings_of(reader, report.text)
    weights = meanings.sides.without_seats if meanings and meanings.sides else None
    if not meanings or not weights:
        return {}
    ruled, _ = read_by_rules(report, reader, table, kinds)
    city_of = {one.id: city for one in ruled.statements if (city := _city_of(one, report, table))}
    if not city_of:
        return {}
    statements, options = unseated(report, reader, table, kinds)
    home = table.home.party if table.home else ""
    out: defaultdict[str, defaultdict[str, float]] = defaultdict(lambda: defaultdict(float))
    for one in statements:
        rows = meanings.means(one.source, one.cue, one.content)
        if rows and one.id in city_of and one.id in options:
            chances = weights.chances(options[one.id], home, np.concatenate(rows))
            for side, chance in chances.items():
                if side:
                    out[city_of[one.id]][side] += log(max(chance, LEAST))
    return {city: dict(sides) for city, sides in out.items()}


def unseated(
    report: Report, reader: Reader, table: PartyTable, kinds: NameKinds
) -> tuple[Sequence[Statement], Mapping[str, Options]]:
    """The statements of a report before it is thought whose seats the cities are, and the options of each."""
    bare = table.without_seats()
    statements = read_by_rules(report, reader, bare, kinds)[0].statements
    return statements, options_of(Telling(report, statements, bare))


def _city_of(statement: Statement, report: Report, table: PartyTable) -> str:
    """The city by whose side a statement has its party, "" where it stands on something else."""
    why = party_reason(statement)
    ground = ground_of(why) if why else ""
    if ground == "dateline":
        seats = {city.casefold() for city in table.seats}
        return next((place.casefold() for place in report.dateline if place.casefold() in seats), "")
    if ground == "seat":
        return next((city.casefold() for city, one in table.seats.items() if one.because in why), "")
    return ""


def taught_by(
    reports: Sequence[Report], reader: Reader, given: GivenSides, kept: Mapping[str, tuple[str, Heard]]
) -> tuple[PartyTable, NameKinds, dict[str, tuple[str, Heard]]]:
    """What reports teach each other of parties and of names, and the voices that were not known yet.

    Args:
        reports: those of a ledger that belong together.
        reader: what reads them.
        given: what the user says of the sides.
        kept: report -> its voices, with a sign of what was taught when they were worked out; they hold as long as the
            sign does. What is given back has the same shape.
    """
    texts = [each.text for each in reports]
    table, kinds = learn_parties(texts, given), learn_kinds(texts)
    known, new = list[Heard](), dict[str, tuple[str, Heard]]()
    for report in reports if table.seats else ():
        sign = reader_of(report, reader, table, kinds)
        if report.id not in kept or kept[report.id][0] != sign:
            try:
                new[report.id] = sign, voices(report, reader, table, kinds)
            except NotReadError:
                continue
        known.append((new.get(report.id) or kept[report.id])[1])
    heard = added(known)
    return (learn_parties(texts, given, heard=heard) if heard else table), kinds, new


def added(each: Iterable[Heard]) -> dict[str, dict[str, float]]:
    """The voices of some reports together."""
    out: defaultdict[str, defaultdict[str, float]] = defaultdict(lambda: defaultdict(float))
    for cities in each:
        for city, sides in cities.items():
            for side, value in sides.items():
                out[city][side] += value
    return {city: dict(sides) for city, sides in out.items()}
