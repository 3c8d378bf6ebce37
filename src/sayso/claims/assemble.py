"""Reports and their readings -> one brief: the order in which this room works."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.claims.against import find_against
from sayso.claims.conflicts import Conflict, find_conflicts, find_opposed
from sayso.claims.contested import find_contested
from sayso.claims.copied import figures_added
from sayso.claims.counted_twice import find_counted_twice
from sayso.claims.dating import date_reports
from sayso.claims.discrepancies import find_discrepancies, settle_increases
from sayso.claims.estimates import estimates, mark_counters, rule_of
from sayso.claims.governing import governing
from sayso.claims.judged import counting, judge_readings, judge_reports, looked_at, parties_set, places_set, stances_set
from sayso.claims.judged_matters import judge_drafts, judge_positions
from sayso.claims.lettered import lettered, plain, with_letters
from sayso.claims.locating import locate
from sayso.claims.matters import Draft, gather
from sayso.claims.naming import Naming, resolve_names
from sayso.claims.origins import find_background, find_copies, origin_of
from sayso.claims.positions import Weighed, weigh, without_unlikely
from sayso.claims.revaluing import revalue
from sayso.claims.standing import standings
from sayso.claims.told import Told, tell, tell_voice, with_places_set
from sayso.claims.versions import find_versions
from sayso.types import (
    Brief,
    Discrepancy,
    Estimate,
    Figure,
    Judgement,
    Matter,
    Problem,
    Reading,
    Report,
    Span,
    Statement,
)
from sayso.values.gazetteers import Gazetteer
from sayso.values.numbers_file import NumberWords
from sayso.values.parties import learn_parties
from sayso.values.sides_file import GivenSides

COUNTING = (
    "casualties",
    "figure",
    "displacement",
    "equipment",
    "foreign fighters",
    "attack",
    "responsibility",
)  # kinds with figures


@dataclass(frozen=True, slots=True)
class Ground:
    """What matters are made of: dated reports, names over all of them, what is told in them and by them, conflicts.

    ``letters`` are the parties that are shown with their letters, or who governs them (governing.py).
    """

    reports: list[Report]
    naming: Naming
    told: list[Told]
    voice: list[Told]
    conflicts: Mapping[str, Conflict]
    letters: Mapping[str, str]


def find_ground(
    reports: Sequence[Report],
    readings: Sequence[Reading],
    older: Collection[str] = (),
    judgements: Sequence[Judgement] = (),
    given: GivenSides | None = None,
) -> Ground:
    """What matters are made of; reports that are ``older`` versions tell nothing."""
    by_report = {r.report: r for r in readings}
    dated, places = date_reports(reports, by_report), places_set(readings, judgements)
    texts = [r.text for r in dated]
    table = learn_parties(texts, given)
    letters = lettered(table, texts) | governing(table, texts)
    naming = resolve_names(dated, readings, table, judgements, plain(letters))
    newest = [r for r in dated if r.id not in older]
    told = with_places_set(tell(newest, by_report, naming), places)
    voice = with_places_set(tell_voice(newest, by_report, naming), places)
    return Ground(dated, naming, told, voice, find_conflicts(dated, by_report, told, naming, given), letters)


def assemble(
    reports: Sequence[Report],
    readings: Sequence[Reading],
    problems: Sequence[Problem],
    judgements: Sequence[Judgement] = (),
    gazetteer: Gazetteer | None = None,
    given: GivenSides | None = None,
    words: NumberWords | None = None,
) -> Brief:
    """Everything that the views show, from all reports and the reading of each; pure.

    Args:
        reports: every report.
        readings: one of each report; a report without one is shown, and adds nothing.
        problems: what could not be read at all.
        judgements: everything that people decided, undone or not.
        gazetteer: places of the user's own, asked before those on board.
        given: what the user says of the sides.
        words: what the user says that words for no exact number stand for.
    """
    judged = counting(judgements)
    reports, (readings, lost) = judge_reports(reports, judged), judge_readings(readings, judged)
    versions, by_report = find_versions(reports), {r.report: r for r in readings}
    older = {id for group in versions for id in group[:-1]}
    ground = find_ground(reports, readings, older, judged, given)
    dated, naming, told = ground.reports, ground.naming, ground.told
    copies = find_copies([r for r in dated if r.id not in older])
    origins = origin_of(dated, copies)
    drafts = judge_drafts(gather(told, ground.conflicts, naming, ground.voice), judged)
    read = [f for r in dated if r.id in by_report for f in by_report[r.id].figures]
    sides, texts = find_opposed(told, naming, given), {r.id: r for r in dated}
    statements = tuple(_named(s, naming) for r in dated if r.id in by_report for s in by_report[r.id].statements)
    said, pairs = {s.id: s for s in statements}, {frozenset(each.parties) for each in sides}
    figures = mark_counters(settle_increases(revalue(read, texts, words)), said, naming, pairs)
    set_stances, seen = stances_set(readings, judged), looked_at(readings, judged)
    known = {naming.speaker(name) for name in (*parties_set(judged), *(given.speakers if given else ()))}
    weighed = [without_unlikely(d, judge_positions(weigh(d, dict(origins)), set_stances, seen, known)) for d in drafts]
    background = find_background(dated, copies)
    firsts = [f for f in figures if origins[f.report] == f.report and f.report not in older]
    within = [*find_counted_twice(firsts, background, texts, naming), *_within(weighed, naming)]
    news = [f for f in figures_added(figures, origins) if f.report not in older and not _retold(f, background)]
    counted = [(d, mark_counters(_figures(d[0], news), said, naming, pairs)) for d in weighed]
    matters = [_matter(*d, origins, dated, f, estimates(f, texts, said)) for d, f in counted if d[1]]
    brief = Brief(
        reports=tuple(dated),
        statements=statements,
        matters=tuple(sorted(matters, key=lambda m: (-m.weight, m.question))),
        figures=tuple(figures),
        discrepancies=tuple(find_discrepancies(firsts, texts, naming, within)),
        names=naming.known,
        copies=tuple(copies),
        background=tuple(background),
        problems=(*problems, *(p for r in readings for p in r.problems), *lost),
        judgements=tuple(judged),
        versions=tuple(versions),
        places=locate(dated, readings, naming, gazetteer),
        sides=tuple(sides),
        rule=rule_of(words),
    )
    return with_letters(brief, {naming.party(party): full for party, full in ground.letters.items()})


def _within(weighed: Sequence[tuple[Draft, Sequence[Weighed]]], naming: Naming) -> list[Discrepancy]:
    """What cannot both be right within each matter."""
    return [d for one, rows in weighed for d in (*find_against(one, rows), *find_contested(one, rows, naming))]


def _named(statement: Statement, naming: Naming) -> Statement:
    """``statement`` with speaker and party in the spelling of the whole ledger."""
    speaker = naming.speaker(statement.speaker)
    return replace(statement, speaker=speaker, party=naming.party_for(statement))


def _matter(
    draft: Draft,
    weighed: Sequence[Weighed],
    origins: Mapping[str, str],
    reports: Sequence[Report],
    figures: Sequence[Figure],
    counted: tuple[Estimate, ...],
) -> Matter:
    history = standings(draft.asks, weighed, draft.conflict.belligerents())
    ours = {t.report.id for t in draft.told}
    outlets = {r.outlet for r in reports if r.id in ours and r.outlet}
    return Matter(
        id=draft.id,
        question=draft.question,
        kind=draft.kind,
        slots=draft.slots,
        positions=tuple(w.position for w in weighed),
        standings=tuple(history),
        figures=tuple(figures),
        outlets=len(outlets),
        origins=len({origins[i] for i in ours}),
        weight=_weight(draft, weighed),
        because=draft.because,
        estimates=counted,
    )


def _figures(draft: Draft, figures: Sequence[Figure]) -> list[Figure]:
    """The figures of a matter's statements; the dead of a matter about one side's are that side's."""
    said = {t.statement.id for t in draft.told}
    of = dict(draft.slots).get("of", "") if draft.kind == "casualties" else ""
    ours = [f for f in figures if f.statement in said] if draft.kind in COUNTING else []
    return [replace(f, of=of) if of and not f.of else f for f in ours]


def _retold(figure: Figure, background: Sequence[tuple[str, Span]]) -> bool:
    """True for a figure of a paragraph that is told again from report to report."""
    return any(
        report == figure.report and span.start <= figure.span.start and figure.span.end <= span.end
        for report, span in background
    )


def _weight(draft: Draft, weighed: Sequence[Weighed]) -> float:
    """Positions, parties that take a side, and days, each as likely as it is on the matter."""
    parties, days = dict[str, float](), dict[str, float]()
    likely = [w.position.likely.question if w.position.likely else 1.0 for w in weighed]
    for one, share in zip(weighed, likely, strict=True):
        days[one.position.date] = max(share, days.get(one.position.date, 0.0))
        if one.position.party:
            parties[one.position.party] = max(share, parties.get(one.position.party, 0.0))
    kind = 1.5 if draft.kind in ("control", "attack", "responsibility") else 1.0
    return round(kind * (sum(likely) + 2 * sum(parties.values()) + sum(days.values())), 3)
