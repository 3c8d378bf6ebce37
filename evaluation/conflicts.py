"""Small conflicts in the form of clusters, so that what is measured on clusters can be measured on them.

`python -m evaluation.conflicts --to FOLDER` writes those of `training/actors` that are held out (`--later`: those, too,
from which the model on board has not learnt), a folder each: the reports, `statements.jsonl`, `ledger.json` with a
matter for each question, and `map.json`. Reports are dated a day apart. A standing is asked for nowhere, since none is
marked.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from training.conflicts import FOLDER, aligned, is_held, is_later

FIRST = date(2026, 1, 1)  # on which the first report of each is said to have come out


def as_cluster(conflict: Mapping[str, Any]) -> dict[str, Any]:
    """The ledger of a conflict: its questions as matters, what speaks to them as positions."""
    matters = []
    for name, question in conflict["questions"].items():
        positions = [
            {
                "party": statement["party"],
                "speaker": statement["source"],
                "stance": stance,
                "date": (FIRST + timedelta(days=statement["report"])).isoformat(),
                "report": f"{statement['report'] + 1:02}",
                "evidence": evidence,
            }
            for statement in conflict["statements"]
            for asked, stance, evidence in statement["on"]
            if asked == name
        ]
        place = question["place"]
        matters.append({**question, "names": [place] if place else [], "positions": positions, "standing": []})
    return {"matters": matters, "figures": [], "entities": [], "discrepancies": [], "copies": [], "background": []}


def marked(conflict: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """The reports of a conflict with their marked statements, spans in characters."""
    for number, text in enumerate(conflict["reports"]):
        yield {"id": f"{number + 1:02}", "text": text, "attributions": aligned(conflict, number)}


def write_cluster(conflict: Mapping[str, Any], folder: Path) -> None:
    """Write a conflict as a cluster."""
    folder.mkdir(parents=True, exist_ok=True)
    names = [f"{number:02}" for number in range(1, len(conflict["reports"]) + 1)]
    for number, (name, text) in enumerate(zip(names, conflict["reports"], strict=True)):
        day = (FIRST + timedelta(days=number)).isoformat()
        (folder / f"{name}.txt").write_text(text, encoding="utf8")
        (folder / f"{name}.json").write_text(json.dumps({"date": day, "statements": []}), encoding="utf8")
    lines = (json.dumps(report, ensure_ascii=False) + "\n" for report in marked(conflict))
    (folder / "statements.jsonl").write_text("".join(lines), encoding="utf8")
    for file, content in (("ledger.json", as_cluster(conflict)), ("map.json", {name: name for name in names})):
        (folder / file).write_text(json.dumps(content, ensure_ascii=False, indent=1), encoding="utf8")


def main() -> None:
    """Write every conflict that is held out, and those that came later if wished."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--to", type=Path, required=True)
    parser.add_argument("--later", action="store_true")
    chosen = parser.parse_args()
    written = sorted(FOLDER.glob("*.json"))
    paths = [path for path in written if is_held(path.stem) or (chosen.later and is_later(path.stem))]
    for path in paths:
        write_cluster(json.loads(path.read_text(encoding="utf8")), chosen.to / path.stem)
    print(f"{len(paths)} conflicts in {chosen.to}")


if __name__ == "__main__":
    main()
