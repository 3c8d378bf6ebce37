"""Where the positions of a gold ledger are lost on the way from the text to the matters, a line each cluster.

A position is lost at the first stage that fails: no statement holds its evidence (``unread``); no claim of a kind that
goes with the matter belongs to that statement or is taken up by it (``kind``); the claim is in no matter at all
(``outside``); it stands in another matter than most of the gold's (``split``). What is found has a wrong ``party`` or
``stance``, or is right. ``python -m evaluation.stages REPORTS[:GOLD] ...``; with ``--gold-statements`` the statements
are the gold's own, so that only claims and matters are judged; with ``--each`` every position is named.
"""

from __future__ import annotations

import sys
import tempfile
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from evaluation.clusters import asked, read_gold, report_paths
from evaluation.score_ledger import KINDS, STANCES, evidence_of, find_matter, fold, goes_with, overlaps, same_party
from evaluation.score_statements import read_lines
from sayso.claims import assemble
from sayso.ledger import Ledger
from sayso.reading.reader import read_statements
from sayso.reports import Given
from sayso.types import Brief, Reading, Report, Span, Statement, cover
from sayso.values.name_kinds import learn_kinds
from sayso.values.parties import learn_parties
from sayso.views.shapes import matters_shape

STAGES = ("unread", "kind", "outside", "split", "party", "stance", "right")
Row = Mapping[str, Any]


def build(
    folder: Path, published: Mapping[str, str], gold: Path | None = None
) -> tuple[Brief, dict[str, Reading], dict[str, str]]:
    """The brief of a cluster, its readings by report, and report id -> path; statements from ``gold`` where given."""
    with tempfile.TemporaryDirectory() as scratch, Ledger.open(Path(scratch) / "ledger.db") as ledger:
        for path in report_paths(folder):
            day = next((d for name, d in published.items() if path.name.startswith(name)), None)
            ledger.add([str(path)], Given(published=day))
        brief = ledger.brief()
        readings = {each.report: each for each in ledger.readings()}
        if gold is not None:
            readings = with_gold(brief.reports, readings, read_lines(gold / "statements.jsonl"))
            brief = assemble(brief.reports, list(readings.values()), [])
    return brief, readings, {each.id: each.path for each in brief.reports}


def with_gold(reports: Sequence[Report], readings: Mapping[str, Reading], lines: Sequence[Row]) -> dict[str, Reading]:
    """The readings that follow where each report's statements are those of ``lines``, its names those that were read.

    A report whose text the lines do not have (one cut from a page) keeps its reading.
    """
    texts = [each.text for each in reports]
    table, kinds = learn_parties(texts), learn_kinds(texts)
    told = {each["text"].strip(): each["attributions"] for each in lines}
    out = {}
    for report in reports:
        rows = told.get(report.text.strip())
        if rows is None:
            out[report.id] = readings[report.id]
            continue
        dated = {s.cue: s.said for s in readings[report.id].statements}
        statements = [_statement(report, row, number, dated) for number, row in enumerate(rows)]
        out[report.id] = read_statements(report, statements, readings[report.id].names, table, "gold", kinds=kinds)
    return out


def _statement(report: Report, row: Row, number: int, dated: Mapping[tuple[Span, ...], str | None]) -> Statement:
    source, cue, content = (tuple(Span(*each) for each in row[name]) for name in ("source", "cue", "content"))
    return Statement(
        id=f"{report.id}-{number}",
        report=report.id,
        source=source,
        cue=cue,
        content=content,
        quote=row.get("quote") or "indirect",
        speaker=row.get("speaker") or "",
        party=row.get("party") or "",
        channel=row.get("channel") or "",
        stance=row.get("stance") or "asserts",
        said=dated.get(cue) or (report.published or "")[:10] or None,
        because=("party: of the gold",),
    )


def stages_of(
    wanted: Row, matters: Sequence[Row], brief: Brief, readings: Mapping[str, Reading], names: Mapping[str, str]
) -> list[tuple[str, Row, str]]:
    """For each position of a gold matter the stage at which it is lost, and what was read instead."""
    best, pairs = find_matter(wanted, matters, names)
    found = {id(gold): read for gold, read in pairs}
    out = []
    for position in wanted["positions"]:
        read = found.get(id(position))
        if read is not None:
            stage, shown = _judged(position, read)
            out.append((stage, shown, best.get("question", "")))
        else:
            stage, instead = _lost(wanted, position, matters, brief, readings, names)
            out.append((stage, position, instead))
    return out


def _judged(position: Row, read: Row) -> tuple[str, Row]:
    said = read.get("party") or (read.get("speaker") if position["party"] else "")
    if not same_party(position["party"], said):
        return "party", {**position, "read": said}
    if not goes_with(position["stance"], read.get("stance"), STANCES):
        return "stance", {**position, "read": read.get("stance")}
    return "right", position


def _lost(
    wanted: Row,
    position: Row,
    matters: Sequence[Row],
    brief: Brief,
    readings: Mapping[str, Reading],
    names: Mapping[str, str],
) -> tuple[str, str]:
    report = names.get(str(position["report"]), fold(position["report"]))
    ours = [r for r in brief.reports if report in fold(Path(r.path).name) or fold(Path(r.path).stem) in report]
    evidence = fold(position["evidence"])
    elsewhere = [
        m["question"]
        for m in matters
        for p in m["positions"]
        if any(p.get("report") == r.path for r in ours) and overlaps(evidence, evidence_of(p))
    ]
    kinds = {m["question"]: m["kind"] for m in matters}
    fitting = [q for q in elsewhere if goes_with(wanted["kind"], kinds[q], KINDS)]
    if fitting:
        return "split", fitting[0]
    reading = next((readings[r.id] for r in ours if r.id in readings), None)
    text = ours[0].text if ours else ""
    held = [s for s in (reading.statements if reading else ()) if overlaps(evidence, fold(_words(text, s)))]
    if not held:
        return "unread", elsewhere[0] if elsewhere else ""
    about = {identity for s in held for identity in s.about}
    known = reading.claims if reading else ()
    claims = [c for c in known if c.id in about or any(c.statement == s.id for s in held)]
    if any(goes_with(wanted["kind"], c.kind, KINDS) for c in claims):
        return "outside", elsewhere[0] if elsewhere else ""
    return "kind", elsewhere[0] if elsewhere else ", ".join(sorted({c.kind for c in claims}))


def _words(text: str, statement: Statement) -> str:
    """From the first to the last character of a statement's spans."""
    whole = cover(statement.spans)
    return text[whole.start : whole.end]


def main(arguments: Sequence[str]) -> int:
    """Print the table, and with ``--each`` every position with its stage."""
    chosen = asked(__doc__, arguments, "--gold-statements", "--each")
    print(f"{'cluster':<18}" + "".join(f"{name:>9}" for name in STAGES))
    for folder, gold in chosen.clusters:
        brief, readings, _ = build(folder, chosen.published, gold if chosen.gold_statements else None)
        wanted, stems = read_gold(gold)
        names = {report: fold(stem) for report, stem in stems.items()}
        matters = matters_shape(brief)
        rows = [(m, stages_of(m, matters, brief, readings, names)) for m in wanted["matters"]]
        counted = Counter(stage for _, each in rows for stage, _, _ in each)
        print(f"{folder.name:<18}" + "".join(f"{counted[name]:>9}" for name in STAGES), flush=True)
        for matter, each in rows if chosen.each else ():
            print(f"  {matter['question']} [{matter['kind']}]")
            for stage, position, instead in each:
                read = f" read {position['read']}" if "read" in position else ""
                print(
                    f"    {stage:<8}{position['report']} {position['party']} {position['stance']}: "
                    f"{position['evidence'][:80]}{read} -> {instead}"
                )
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
