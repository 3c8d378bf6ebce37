"""Claims that the ledger joins across reports, against the chains of events of ECB+, as pairs.

All reports are one ledger. Two claims of two reports make a pair where each one's words hold a mention of an event. The
pair is one in the gold where they hold mentions of one chain, and joined where both are in one matter. Two claims that
hold several mentions may share a chain by something beside what they claim, so that recall is a lower bound.
``python -m evaluation.ecb_pairs CORPUS.jsonl [--each N] [--limit N]``
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

from sayso.claims.assemble import find_ground
from sayso.claims.matters import gather
from sayso.ledger import Ledger
from sayso.types import Claim, Reading, Report

Row = Mapping[str, Any]


@dataclass(frozen=True)
class Placed:
    """A claim with the chains of the events in its words, its topic, and the matters that it is in."""

    claim: Claim
    chains: frozenset[str]
    topic: str
    matters: frozenset[str]
    words: str


def place(reports: Sequence[Report], readings: Sequence[Reading], rows: Mapping[str, Row]) -> list[Placed]:
    """Every claim whose words hold a mention of an event."""
    matters, kept, by_id = matters_of(reports, readings), [], {r.id: r for r in reports}
    for claim in (c for reading in readings for c in reading.claims):
        report = by_id[claim.report]
        row = rows[report.path]
        chains = frozenset(
            m["chain"]
            for m in row["mentions"]
            if m["kind"] == "event" and claim.evidence.start <= m["start"] and m["end"] <= claim.evidence.end
        )
        if chains:
            words = report.text[claim.evidence.start : claim.evidence.end]
            kept.append(Placed(claim, chains, row["topic"], frozenset(matters[claim.id]), words))
    return kept


def matters_of(reports: Sequence[Report], readings: Sequence[Reading]) -> dict[str, set[str]]:
    """Claim id -> the matters that it is in, claims in the reports' own voice too; as the ledger joins them."""
    ground = find_ground(reports, readings)
    found: dict[str, set[str]] = defaultdict(set)
    for draft in gather(ground.told, ground.conflicts, ground.naming, ground.voice):
        for one in draft.told:
            if one.own:
                found[one.claim.id].add(f"{draft.id} {draft.question}")
    return found


def pairs_of(claims: Sequence[Placed]) -> Iterator[tuple[Placed, Placed, bool, bool]]:
    """Pairs of claims of two reports that are one in the gold or joined: the two, whether gold, whether joined."""
    for a, b in combinations(claims, 2):
        if a.claim.report != b.claim.report:
            gold, joined = bool(a.chains & b.chains), bool(a.matters & b.matters)
            if gold or joined:
                yield a, b, gold, joined


def read(rows: Sequence[Row]) -> tuple[list[Report], list[Reading]]:
    """The reports in one ledger, and what was read from them."""
    with tempfile.TemporaryDirectory() as scratch, Ledger.open(Path(scratch) / "ledger.db") as ledger:
        path = Path(scratch) / "reports.jsonl"
        path.write_text("".join(json.dumps({"id": r["id"], "text": r["text"]}) + "\n" for r in rows), encoding="utf8")
        ledger.add([str(path)])
        return list(ledger.brief().reports), list(ledger.readings())


def main(arguments: Sequence[str] | None = None) -> int:
    """Print precision and recall of the pairs, and the matters that join what is not one."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--each", type=int, default=0, help="how many wrong pairs are shown")
    parser.add_argument("--limit", type=int)
    options = parser.parse_args(arguments)
    rows = [json.loads(line) for line in options.corpus.read_text(encoding="utf8").splitlines()][: options.limit]
    reports, readings = read(rows)
    placed = place(reports, readings, {row["id"]: row for row in rows})
    counted: Counter[tuple[bool, bool]] = Counter()
    wrong: dict[str, Counter[bool]] = defaultdict(Counter)
    shown = 0
    for a, b, gold, is_joined in pairs_of(placed):
        counted[gold, is_joined] += 1
        for matter in a.matters & b.matters:
            wrong[matter][gold] += 1
        if is_joined and not gold and shown < options.each:
            shown += 1
            print(f"  {sorted(a.matters & b.matters)[0]}: {a.words!r} / {b.words!r}", file=sys.stderr)
    right = counted[True, True]
    joined, wanted = right + counted[False, True], right + counted[True, False]
    print(f"{len(rows)} reports, {len(placed)} claims with an event in their words; {wanted} pairs of one event")
    precision, recall = right / max(joined, 1), right / max(wanted, 1)
    print(f"joined {joined}, right {right}: precision {precision:.3f}, recall {recall:.3f}")
    for matter, counts in sorted(wrong.items(), key=lambda each: -each[1][False])[: options.each]:
        print(f"    {matter}: {counts[True]} right, {counts[False]} wrong")
    return 0


if __name__ == "__main__":
    sys.exit(main())
