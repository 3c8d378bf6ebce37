"""What it costs to work out the brief of a conflict of many reports, anew.

The reports of several folders are read, those of each as a ledger of its own, and put into one block, as if all were
of one conflict; that is harder than a conflict of as many reports, since there are more places and sides to tell apart.
Times are processor seconds. ``python -m evaluation.long_brief FOLDER ... [--reports N]``
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Sequence
from pathlib import Path

from evaluation.stages import build
from sayso.claims import assemble
from sayso.types import Reading, Report


def read_all(folders: Sequence[Path]) -> tuple[list[Report], list[Reading]]:
    """The reports of all folders, and the reading of each."""
    reports: list[Report] = []
    readings: list[Reading] = []
    for folder in folders:
        brief, by_report, _ = build(folder, {})
        reports += brief.reports
        readings += [by_report[report.id] for report in brief.reports]
    return reports, readings


def cost(reports: Sequence[Report], readings: Sequence[Reading]) -> tuple[float, int]:
    """The seconds that their brief takes, and how many matters it has."""
    start = time.process_time()
    brief = assemble(reports, readings, [])
    return time.process_time() - start, len(brief.matters)


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--reports", type=int, help="only so many, the first")
    options = parser.parse_args(arguments)
    reports, readings = read_all(options.folders)
    seconds, matters = cost(reports[: options.reports], readings[: options.reports])
    print(f"{len(reports[: options.reports])} reports: {seconds:.1f} s, {matters} matters")


if __name__ == "__main__":
    main()
