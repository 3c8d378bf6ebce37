"""Clusters of reports read by Sayso and scored against their gold, a line each.

A cluster is a folder of reports with `map.json`, `ledger.json` and `statements.jsonl` beside them or in a folder of
gold. `python -m evaluation.clusters REPORTS[:GOLD] ...`; with `--missed` also what was missed; with
`--published NAME=DATE` a report whose file name begins so is given its date, as a user would on the command line.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from evaluation.score_ledger import score as score_ledger
from evaluation.score_statements import read_lines
from evaluation.score_statements import score as score_statements
from sayso.ledger import Ledger, extract
from sayso.reports import Given
from sayso.types import Problem
from sayso.views.shapes import extract_shape, matters_shape

REPORTS = (".txt", ".html", ".jsonl")
HEAD = (
    f"{'cluster':<18}{'stmt P':>8}{'R':>6}{'F':>6}{'stance':>8}"
    f"{'matter':>8}{'posit.':>8}{'party':>7}{'stance':>8}{'standing':>10}"
)


def asked(description: str | None, arguments: Sequence[str] | None, *switches: str) -> argparse.Namespace:
    """What a command line asks for: ``clusters`` as folders of reports and of gold, ``published``, and the switches."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("clusters", nargs="+", metavar="REPORTS[:GOLD]", type=_folders)
    parser.add_argument("--published", action="append", default=[], metavar="NAME=DATE")
    for switch in switches:
        parser.add_argument(switch, action="store_true")
    chosen = parser.parse_args(arguments)
    chosen.published = dict(each.split("=", 1) for each in chosen.published)
    return chosen


def _folders(words: str) -> tuple[Path, Path]:
    reports, _, gold = words.partition(":")
    return Path(reports), Path(gold or reports)


def read_gold(folder: Path) -> tuple[dict[str, Any], dict[str, str]]:
    """The ledger of a cluster's gold, and the stem of the file of each report that it names."""
    ledger, stems = (json.loads((folder / name).read_text(encoding="utf8")) for name in ("ledger.json", "map.json"))
    return ledger, stems


def report_paths(folder: Path) -> list[Path]:
    """The reports of a cluster in order; its gold is no report."""
    return sorted(p for p in folder.iterdir() if p.suffix in REPORTS and p.name != "statements.jsonl")


def read_cluster(folder: Path, published: Mapping[str, str]) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """What ``extract`` and ``matters`` say of the reports in ``folder``, as their JSON."""
    extracted: list[dict[str, Any]] = []
    with tempfile.TemporaryDirectory() as scratch, Ledger.open(Path(scratch) / "ledger.db") as ledger:
        for path in report_paths(folder):
            day = next((d for name, d in published.items() if path.name.startswith(name)), None)
            given = Given(published=day)
            ledger.add([str(path)], given)
            extracted += [extract_shape(*each) for each in extract([str(path)], given) if not isinstance(each, Problem)]
        return extracted, matters_shape(ledger.brief())


def score_cluster(
    folder: Path, gold: Path, published: Mapping[str, str]
) -> tuple[dict[str, Any], dict[str, Any], list[str]]:
    """Figures for statements (none where the gold marks none), figures for the ledger, and what was missed."""
    extracted, matters = read_cluster(folder, published)
    wanted, names = read_gold(gold)
    counted, missed = score_ledger(matters, wanted, names)
    marked = gold / "statements.jsonl"
    told = score_statements(extracted, read_lines(marked)) if marked.exists() else {}
    return told, dict(counted), missed


def line(name: str, statements: Mapping[str, Any], ledger: Mapping[str, Any]) -> str:
    """One line of the table."""
    linked = statements.get("content@0.5+source")
    told = "".join(f"{linked[k]:>{w}.2f}" if linked else f"{'-':>{w}}" for k, w in (("p", 8), ("r", 6), ("f", 6)))
    judged = [
        ledger[f"{k}"]
        for k in ("matter_recall", "position_recall", "party_accuracy", "stance_accuracy", "standing_accuracy")
    ]
    cells = [f"{x:.2f}" if x is not None else "-" for x in judged]
    stance = statements.get("stance_accuracy", ["-"])[0]
    return f"{name:<18}{told}{stance!s:>8}" + "".join(f"{c:>{w}}" for c, w in zip(cells, (8, 8, 7, 8, 10), strict=True))


def main(arguments: Sequence[str]) -> int:
    """Print the table; 0 always: the floors are kept by the tests."""
    chosen = asked(__doc__, arguments, "--missed")
    print(HEAD)
    for folder, gold in chosen.clusters:
        statements, ledger, missed = score_cluster(folder, gold, chosen.published)
        print(line(folder.name, statements, ledger), flush=True)
        if chosen.missed:
            print("\n".join(f"    {each}" for each in missed))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
