"""Score the claims that Sayso reads against claims marked by hand, kind by kind.

`training/data/claims/NAME.json` marks the claims of `training/data/NAME.txt`. A claim read goes with a marked one of
the same kind whose evidence overlaps it, each once, the closest first. Slots, polarity and modality are judged on
these pairs. ``python -m evaluation.score_claims FOLDER SERIES ...``; with ``--each`` what was missed and what is too
much, a line each.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from evaluation.score_ledger import fold
from sayso.ledger import load_reader
from sayso.reading.reader import read_report
from sayso.reports import Given, read_path
from sayso.types import Claim, Report, Span
from sayso.values.name_kinds import learn_kinds
from sayso.values.parties import learn_parties

Row = Mapping[str, Any]
SLOTS = ("place", "holder", "from", "change", "of", "outcome", "who", "attacker", "what", "state", "by")


@dataclass(slots=True)
class Tally:
    """Counts over all reports: marked, read and paired a kind; slots asked for and right; lines to show."""

    marked: Counter[str] = field(default_factory=Counter)
    read: Counter[str] = field(default_factory=Counter)
    paired: Counter[str] = field(default_factory=Counter)
    asked: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    lines: list[str] = field(default_factory=list)


def place_of(text: str, words: str) -> Span | None:
    """Where ``words`` stand in ``text``, white space taken as equal; None where they do not."""
    match = re.search(r"\s+".join(map(re.escape, words.split())), text)
    return Span(*match.span()) if match else None


def shared(a: Span, b: Span) -> float:
    """The part of the shorter span that both cover."""
    both = min(a.end, b.end) - max(a.start, b.start)
    return max(0, both) / max(1, min(a.end - a.start, b.end - b.start))


def pair(text: str, marked: Sequence[Row], read: Sequence[Claim]) -> list[tuple[int, int]]:
    """Indexes of marked and read claims that go together."""
    spans = [(place_of(text, row["evidence"]), place_of(text, row["trigger"])) for row in marked]
    fits = sorted(
        (-_fit(spans[i], row, claim), abs((spans[i][0] or claim.evidence).start - claim.evidence.start), i, j)
        for i, row in enumerate(marked)
        for j, claim in enumerate(read)
        if _fit(spans[i], row, claim) > 0
    )
    out: list[tuple[int, int]] = []
    for _, _, i, j in fits:
        if all(i != a and j != b for a, b in out):
            out.append((i, j))
    return out


def _fit(spans: tuple[Span | None, Span | None], row: Row, claim: Claim) -> float:
    if row["kind"] != claim.kind or spans[0] is None or shared(spans[0], claim.evidence) < 0.5:
        return 0.0
    agree = sum(_same(row["slots"].get(name), value) for name, value in claim.slots)
    return shared(spans[0], claim.evidence) + 0.1 * agree


def _same(wanted: object, read: str) -> bool:
    names = wanted if isinstance(wanted, list) else [wanted]
    return any(n and read and (fold(n) in fold(read) or fold(read) in fold(n)) for n in names)


def judge(name: str, text: str, marked: Sequence[Row], read: Sequence[Claim], tally: Tally) -> None:
    """Add one report to the tally."""
    pairs = pair(text, marked, read)
    tally.marked.update(row["kind"] for row in marked)
    tally.read.update(claim.kind for claim in read)
    tally.paired.update(marked[i]["kind"] for i, _ in pairs)
    for i, j in pairs:
        _judge_slots(marked[i], read[j], tally)
    tally.lines += [
        f"missed {name} {row['kind']}: <{row['trigger']}> {row['evidence'][:90]}"
        for i, row in enumerate(marked)
        if i not in {a for a, _ in pairs}
    ]
    tally.lines += [
        f"more   {name} {claim.kind}: {text[claim.evidence.start : claim.evidence.end][:100]!r} {dict(claim.slots)}"
        for j, claim in enumerate(read)
        if j not in {b for _, b in pairs}
    ]


def _judge_slots(row: Row, claim: Claim, tally: Tally) -> None:
    for name in SLOTS:
        if name in row["slots"]:
            tally.asked[name] += 1
            right = _same(row["slots"][name], claim.slot(name))
            tally.right[name] += right
            if not right and name in ("place", "of", "holder", "from", "attacker", "change"):
                tally.lines.append(
                    f"slot   {claim.kind} {name}: {row['slots'][name]!r} read as {claim.slot(name)!r}: "
                    f"{row['evidence'][:90]}"
                )
    for name in ("polarity", "modality"):
        tally.asked[name] += 1
        tally.right[name] += row[name] == getattr(claim, name)


def reports_of(folder: Path, series: Sequence[str]) -> Iterator[tuple[str, Report, Sequence[Row]]]:
    """Name, report and marked claims of every report of these series that has any."""
    for path in sorted((folder / "claims").glob("*.json")):
        rows = json.loads(path.read_text(encoding="utf8"))["claims"]
        if path.stem.split("-")[0] in series and rows:
            report = next(iter(read_path(str(folder / f"{path.stem}.txt"), Given())))
            if isinstance(report, Report):
                yield path.stem, report, rows


def table(tally: Tally) -> Iterator[str]:
    """The lines to print."""
    yield f"{'kind':<18}{'marked':>8}{'read':>6}{'P':>7}{'R':>6}{'F':>6}"
    kinds = sorted(tally.marked | tally.read)
    for kind in [*kinds, ""]:
        marked, read, paired = ((c[kind] if kind else c.total()) for c in (tally.marked, tally.read, tally.paired))
        f = 2 * paired / (marked + read) if marked + read else 0.0
        row = (paired / read if read else 0.0, paired / marked if marked else 0.0, f)
        yield f"{kind or 'all':<18}{marked:>8}{read:>6}{row[0]:>7.2f}{row[1]:>6.2f}{row[2]:>6.2f}"
    yield "  ".join(f"{name} {tally.right[name] / n:.2f} of {n}" for name, n in tally.asked.items())


def main(arguments: Sequence[str]) -> int:
    """Print the table for the series named."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("series", nargs="+")
    parser.add_argument("--each", action="store_true")
    chosen = parser.parse_args(arguments)
    found = list(reports_of(chosen.folder, chosen.series))
    texts = [report.text for _, report, _ in found]
    parties, kinds, reader = learn_parties(texts), learn_kinds(texts), load_reader()
    tally = Tally()
    for name, report, rows in found:
        judge(name, report.text, rows, read_report(report, reader, parties, kinds).claims, tally)
    print("\n".join(tally.lines if chosen.each else []))
    print("\n".join(table(tally)))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
