"""Gold written by hand, checked: every string stands in its report, and ``statements.jsonl`` is made from it.

`python -m evaluation.check_cluster FOLDER ...` reads `NN.txt` with `NN.json` beside it, `ledger.json` and `map.json`,
says what is wrong and, where nothing is, writes `statements.jsonl`; with `--look` each statement as its offsets read.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from training.align import align

Report = tuple[dict[str, Any], str, list[dict[str, Any]]]  # what was written, the text, the statements with offsets
STANCES = set("asserts accuses denies withholds concedes announces endorses confirms unverified other".split())
STANDINGS = set("claimed unverified disputed denied corroborated conceded verified withdrawn".split())
KINDS = set("control fighting attack casualties equipment responsibility displacement truce talks plan figure".split())
KINDS |= {"foreign fighters", "support", "condemnation"}
QUOTES = {"direct", "indirect", "mixed"}
SPANS = ("source", "cue", "content")
KEPT = ("quote", "stance", "channel", "speaker", "party")
BOUNDS = {"": (0, 0), "~": (0, 0), ">": (1, None), ">=": (0, None), "<": (None, -1), "<=": (None, 0)}


def covers(outer: list[list[int]], inner: list[list[int]]) -> bool:
    """Whether some piece of ``inner`` lies within or over a piece of ``outer``."""
    return any(a[0] < b[1] and b[0] < a[1] for a in outer for b in inner)


def statement_faults(rows: list[dict[str, Any]]) -> Iterator[str]:
    """What is wrong with the statements of one report."""
    for i, row in enumerate(rows):
        if row["stance"] not in STANCES or row["quote"] not in QUOTES:
            yield f"statement {i}: stance {row['stance']!r}, quote {row['quote']!r}"
        if not row["cue"]:
            yield f"statement {i} has no cue"
        if row["speaker"].count(";") != row["party"].count(";") and row["party"]:
            yield f"statement {i}: not one party to a speaker: {row['speaker']!r}, {row['party']!r}"
        outer = row["within"]
        if outer is None:
            continue
        if not 0 <= outer < len(rows) or outer == i:
            yield f"statement {i} is within {outer}, which there is not"
        elif row["content"] and not covers(rows[outer]["content"], row["content"]):
            yield f"statement {i} does not touch the content of {outer}"


def evidence_faults(ledger: dict[str, Any], texts: dict[str, str]) -> Iterator[str]:
    """Evidence that does not stand in the report it is said to come from."""
    places = [(p["report"], p["evidence"]) for m in ledger["matters"] for p in m["positions"]]
    places += [(f["report"], f["evidence"]) for f in ledger["figures"]]
    for found in ledger["discrepancies"]:
        if len(found["reports"]) != len(found["evidence"]):
            yield f"discrepancy {found['what']!r}: reports and evidence do not pair"
        places += zip(found["reports"], found["evidence"], strict=False)
    yield from (f"report {name} does not hold {words!r}" for name, words in places if words not in texts.get(name, ""))
    together = "\n".join(texts.values())
    yield from (f"background not found: {words!r}" for words in ledger["background"] if words not in together)
    spellings = [v for e in ledger["entities"] for v in e["variants"]] + [
        n for m in ledger["matters"] for n in m["names"]
    ]
    yield from (f"spelling not found: {v!r}" for v in spellings if v.lower() not in together.lower())


def matter_faults(ledger: dict[str, Any], copies: set[str]) -> Iterator[str]:
    """Kinds, stances, standings and dates that there are not, or that stand in the wrong order."""
    for matter in ledger["matters"]:
        name = matter["question"]
        if matter["kind"] not in KINDS:
            yield f"{name} kind {matter['kind']!r}"
        days = [date.fromisoformat(s["date"]) for s in matter["standing"]]
        if not days or days != sorted(days):
            yield f"{name} standings: none, or not in order"
        yield from (f"{name} {s['standing']!r}" for s in matter["standing"] if s["standing"] not in STANDINGS)
        for position in matter["positions"]:
            date.fromisoformat(position["date"])
            if position["stance"] not in STANCES:
                yield f"{name} stance {position['stance']!r}"
            if position["report"] in copies:
                yield f"{name} a position read from the copy {position['report']}"


def figure_faults(ledger: dict[str, Any], copies: set[str]) -> Iterator[str]:
    """Figures whose bounds do not follow from their value."""
    for figure in ledger["figures"]:
        match = re.fullmatch(r"(~|>=?|<=?|)(\d+(?:\.\d+)?)", figure["value"])
        if match:
            number = float(match[2])
            low, high = (None if step is None else number + step for step in BOUNDS[match[1]])
            if (figure["low"], figure["high"]) != (low, high):
                yield f"figure {figure['what']!r} {figure['value']}: {figure['low']} to {figure['high']}"
        elif figure["value"] != "dozens" or (figure["low"], figure["high"]) != (24, None):
            yield f"figure {figure['what']!r}: value {figure['value']!r}"
        if figure["report"] in copies:
            yield f"figure {figure['what']!r} read from the copy {figure['report']}"


def name_faults(reports: dict[str, Report], ledger: dict[str, Any]) -> Iterator[str]:
    """Parties that are no entity of the ledger, and speakers who are neither that nor in the text."""
    known = {e["canonical"] for e in ledger["entities"]}
    said = [(row["speaker"], row["party"]) for _, _, rows in reports.values() for row in rows]
    said += [(p["speaker"], p["party"]) for m in ledger["matters"] for p in m["positions"]]
    words = "\n".join(text for _, text, _ in reports.values()).lower()
    for name in sorted({each for speaker, _ in said for each in speaker.split("; ")} - known):
        if re.sub("^(one of the|an?|the|another) ", "", name.lower()) not in words:
            yield f"speaker {name!r} is neither a canonical name nor the text's own words"
    yield from (f"party {p!r} is not known" for p in sorted({e for _, p in said for e in p.split("; ") if e} - known))


def read_reports(folder: Path) -> dict[str, Report]:
    """Each report with its statements, offsets in place of strings."""
    out: dict[str, Report] = {}
    for path in sorted(folder.glob("[0-9][0-9].txt")):
        text = path.read_bytes().decode("utf8")  # as it stands: no newline is changed
        written = json.loads(path.with_suffix(".json").read_text(encoding="utf8"))
        rows = align(text, written["statements"])
        out[path.stem] = (written, text, [{**r, **{k: [list(s) for s in r[k]] for k in SPANS}} for r in rows])
    return out


def faults(folder: Path, reports: dict[str, Report]) -> Iterator[str]:
    """Everything that is wrong with a cluster."""
    for name, (written, text, rows) in reports.items():
        if written["file"] != f"{name}.txt" or not text.endswith("\n") or text.endswith("\n\n"):
            yield f"{name}: file name, or the last line's end"
        if written["date"]:
            date.fromisoformat(written["date"])
        yield from (f"{name}: dateline {d!r} not in the text" for d in written["dateline"] if d not in text)
        yield from (f"{name}: {fault}" for fault in statement_faults(rows))
    ledger = json.loads((folder / "ledger.json").read_text(encoding="utf8"))
    copies = {name for group in ledger["copies"] for name in group[1:]}
    yield from evidence_faults(ledger, {name: text for name, (_, text, _) in reports.items()})
    yield from matter_faults(ledger, copies)
    yield from figure_faults(ledger, copies)
    yield from name_faults(reports, ledger)
    if sorted(json.loads((folder / "map.json").read_text(encoding="utf8"))) != sorted(reports):
        yield "map.json does not name the reports"


def lines(reports: dict[str, Report]) -> Iterator[str]:
    """``statements.jsonl``, a line for each report."""
    for name, (_, text, rows) in reports.items():
        kept = [{k: row[k] for k in (*SPANS, *KEPT)} for row in rows]
        yield json.dumps({"id": name, "text": text, "attributions": kept}, ensure_ascii=False)


def look(reports: dict[str, Report]) -> None:
    """Print what the offsets hold, for the eye."""
    for name, (_, text, rows) in reports.items():
        for i, row in enumerate(rows):
            parts = ["/".join(f"{s}:{text[s:e]}" for s, e in row[k]) for k in SPANS]
            print(name, i, *parts, row["stance"], row["speaker"], sep=" | ")


def main() -> int:
    """Check each folder; write ``statements.jsonl`` where all is right."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("folders", nargs="+", type=Path)
    arguments.add_argument("--look", action="store_true")
    given = arguments.parse_args()
    wrong = 0
    for folder in given.folders:
        reports = read_reports(folder)
        if given.look:
            look(reports)
        found = list(faults(folder, reports))
        wrong += len(found)
        for fault in found:
            print(f"{folder.name}: {fault}")
        if not found:
            (folder / "statements.jsonl").write_text("\n".join(lines(reports)) + "\n", encoding="utf8")
            print(f"{folder.name}: {sum(len(rows) for _, _, rows in reports.values())} statements")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
