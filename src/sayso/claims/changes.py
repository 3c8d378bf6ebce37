"""What changed between two briefs of one ledger: an earlier one, from fewer reports, and the one of now."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from sayso.claims.versions import changed_passages
from sayso.types import Brief, Changes, Judgement, Matter, MatterChange, Report, Standing


def find_changes(before: Brief, now: Brief, since: str, judgements: Sequence[Judgement] = ()) -> Changes:
    """New reports, matters with something new on them, reports whose text is a newer one, in the order of weight.

    Args:
        before: the brief of the reports that were there before.
        now: the brief of all reports.
        since: the day or the report from which on, as the user named it.
        judgements: those made since.
    """
    known = {report.id for report in before.reports}
    earlier = {p.statement: matter for matter in before.matters for p in matter.positions}
    by_id = {matter.id: matter for matter in before.matters}
    changes = (_change(matter, by_id.get(matter.id) or _earlier(matter, earlier), known) for matter in now.matters)
    texts = {report.id: report for report in now.reports}
    versions = tuple((group[-2], group[-1]) for group in now.versions if group[-1] not in known)
    return Changes(
        since=since,
        reports=tuple(report.id for report in now.reports if report.id not in known),
        matters=tuple(change for change in changes if change is not None),
        versions=versions,
        judgements=tuple(judgements),
        passages=tuple(tuple(changed_passages(texts[older], texts[newer])) for older, newer in versions),
    )


def published_since(reports: Iterable[Report], day: str) -> set[str]:
    """The ids of the reports of this ISO day or a later one, whether their day is stated or inferred."""
    return {each.id for each in reports if each.published and each.published[:10] >= day}


def _earlier(matter: Matter, earlier: Mapping[str | None, Matter]) -> Matter | None:
    """The matter that held most of this one's positions before."""
    found = [earlier[p.statement] for p in matter.positions if p.statement in earlier]
    return max(found, key=found.count) if found else None


def _change(matter: Matter, before: Matter | None, known: set[str]) -> MatterChange | None:
    positions = tuple(p for p in matter.positions if p.report not in known)
    figures = tuple(f for f in matter.figures if f.report not in known)
    stood, stands = _last(before.standings if before else ()), _last(matter.standings)
    history = _history(before.standings, matter.standings) if before else ()
    if not (positions or figures or history or stood != stands):
        return None
    return MatterChange(matter, stood, stands, positions, figures, history)


def _last(standings: Sequence[Standing]) -> str:
    return standings[-1].standing if standings else ""


def _history(before: Sequence[Standing], now: Sequence[Standing]) -> tuple[str, ...]:
    """Days up to the last one known before on which the matter now stood otherwise."""
    if not before:
        return ()
    days = sorted({s.date for s in (*before, *now) if s.date <= before[-1].date})
    rows = ((day, _on(before, day), _on(now, day)) for day in days)
    return tuple(
        f"{day}: {then or 'nothing'} before, {later or 'nothing'} now" for day, then, later in rows if then != later
    )


def _on(standings: Sequence[Standing], day: str) -> str:
    return _last([s for s in standings if s.date <= day])
