"""The briefs of the blocks of a ledger put together to one; pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.types import Brief, Judgement, KnownName, Opposed, Problem


def combine(parts: Sequence[Brief], problems: Sequence[Problem] = (), judgements: Sequence[Judgement] = ()) -> Brief:
    """One brief of what each block of reports gives.

    Args:
        parts: the brief of each block.
        problems: what could not be read at all, and so belongs to no block.
        judgements: those that count.
    """
    reports = sorted((r for p in parts for r in p.reports), key=lambda r: (r.published or "9999", r.id))
    place = {report.id: n for n, report in enumerate(reports)}
    return Brief(
        reports=tuple(reports),
        statements=tuple(sorted((s for p in parts for s in p.statements), key=lambda s: place[s.report])),
        matters=tuple(sorted((m for p in parts for m in p.matters), key=lambda m: (-m.weight, m.question))),
        figures=tuple(sorted((f for p in parts for f in p.figures), key=lambda f: place[f.report])),
        discrepancies=tuple(sorted((d for p in parts for d in p.discrepancies), key=lambda d: -d.weight)),
        names=_names(parts),
        copies=tuple(group for p in parts for group in p.copies),
        background=tuple(each for p in parts for each in p.background),
        problems=(*problems, *(each for p in parts for each in p.problems)),
        judgements=tuple(judgements),
        versions=tuple(group for p in parts for group in p.versions),
        places=tuple(sorted({place.name: place for p in parts for place in p.places}.values(), key=lambda p: p.name)),
        sides=_sides(parts),
        rule=parts[0].rule if parts else "sayso",
    )


def _sides(parts: Sequence[Brief]) -> tuple[Opposed, ...]:
    """Who opposes whom in all parts; the same two parties are one pair."""
    pairs: dict[tuple[str, str], Opposed] = {}
    for each in (each for part in parts for each in part.sides):
        other = pairs.get(each.parties)
        pairs[each.parties] = (
            each
            if other is None
            else replace(
                other,
                weight=other.weight + each.weight,
                because=tuple(dict.fromkeys((*other.because, *each.because))),
                statements=tuple(dict.fromkeys((*other.statements, *each.statements))),
            )
        )
    return tuple(sorted(pairs.values(), key=lambda each: (each.source != "user", -each.weight, each.parties)))


def _names(parts: Sequence[Brief]) -> tuple[KnownName, ...]:
    """The names of all parts, those of the part with most reports first; the same name of the same type is one."""
    if len(parts) == 1:
        return parts[0].names
    known: dict[tuple[str, str], KnownName] = {}
    ordered = sorted(parts, key=lambda part: (-len(part.reports), min((name.name for name in part.names), default="")))
    for name in (name for part in ordered for name in part.names):
        other = known.get((name.name, name.type))
        if other:
            spellings = tuple(dict.fromkeys((*other.spellings, *name.spellings)))
            because = tuple(dict.fromkeys((*other.because, *name.because)))
            name = replace(other, spellings=spellings, because=because, party=other.party or name.party)
        known[name.name, name.type] = name
    return tuple(known.values())
