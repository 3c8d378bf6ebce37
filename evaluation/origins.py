"""Copies and background of clusters against those of their gold: found, missed, and what is marked beside them.

A pair of reports that the gold calls copies is found where one group holds both. A paragraph of its background is
found where what is marked in one report holds most of its words; what is marked and in none of the gold is beside it.
``python -m evaluation.origins REPORTS[:GOLD] ...``; with ``--each`` everything is named.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from evaluation.clusters import asked, read_gold, report_paths
from evaluation.score_ledger import fold
from sayso.claims.origins import find_background, find_copies
from sayso.reports import Given, read_path
from sayso.types import Report

MOST = 0.8  # of the words of the gold's paragraph


@dataclass(frozen=True)
class Compared:
    """What was found, missed and marked beside, as words."""

    found: list[str]
    missed: list[str]
    beside: list[str]

    def line(self, what: str) -> str:
        """The numbers in a line."""
        return f"{what} {len(self.found)} of {len(self.found) + len(self.missed)}, {len(self.beside)} beside"


def compare_copies(reports: Sequence[Report], gold: Sequence[Sequence[str]], stems: dict[str, str]) -> Compared:
    """Pairs of copies by the gold's names for the reports."""
    names = {r.id: _name(r, stems) for r in reports}
    wanted = {frozenset(pair) for group in gold for pair in combinations(map(str, group), 2)}
    marked = {frozenset(names[id] for id in pair) for group in find_copies(reports) for pair in combinations(group, 2)}
    return Compared(
        *(
            sorted(" ".join(sorted(pair)) for pair in each)
            for each in (wanted & marked, wanted - marked, marked - wanted)
        )
    )


def compare_background(reports: Sequence[Report], gold: Sequence[str]) -> Compared:
    """Paragraphs of background by their words."""
    by_id = {r.id: r for r in reports}
    marked = [(id, by_id[id].text[s.start : s.end]) for id, s in find_background(reports, find_copies(reports))]
    wanted = [(words, fold(words)) for words in gold]
    whole = {id: fold(" ".join(text for other, text in marked if other == id)) for id, _ in marked}
    found = [words for words, folded in wanted if any(holds(text, folded) for text in whole.values())]
    beside = [
        text
        for _, text in marked
        if not any(holds(folded, fold(text)) or holds(fold(text), folded) for _, folded in wanted)
    ]
    return Compared(found, [words for words, _ in wanted if words not in found], beside)


def holds(text: str, passage: str) -> bool:
    """Whether a folded text has nearly all words of a folded passage."""
    words = set(passage.split())
    return len(words & set(text.split())) >= MOST * len(words)


def _name(report: Report, stems: dict[str, str]) -> str:
    return next((name for name, stem in stems.items() if fold(stem) in fold(Path(report.path).name)), report.path)


def read_reports(folder: Path) -> list[Report]:
    """The reports of a cluster, without the model."""
    return [each for path in report_paths(folder) for each in read_path(str(path), Given()) if isinstance(each, Report)]


def main(arguments: Sequence[str]) -> int:
    """Print a line for each cluster."""
    chosen = asked(__doc__, arguments, "--each")
    for folder, gold in chosen.clusters:
        ledger, stems = read_gold(gold)
        reports = read_reports(folder)
        copies = compare_copies(reports, ledger.get("copies", []), stems)
        background = compare_background(reports, ledger.get("background", []))
        print(f"{folder.name}: {copies.line('copies')}; {background.line('background')}", flush=True)
        if chosen.each:
            for compared in (copies, background):
                print("\n".join(f"    missed: {words}" for words in compared.missed))
                print("\n".join(f"    beside: {' '.join(words.split())}" for words in compared.beside))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
