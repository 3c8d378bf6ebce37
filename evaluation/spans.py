"""Whether every span stands in its text: ``python -m evaluation.spans PATH... [--limit N] [--done FILE]``.

PATH is a folder of .txt files, a file of JSON lines with ``text``, or a folder of such. Each text is read from end to
end; a span outside its text, an empty one, a statement's with white space at its edge, or words that do not come back,
are counted as broken. With ``--done`` the texts that were read are noted by digest, and a later run goes on after them.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

from sayso.reading.reader import read_report
from sayso.reading.tagger import Reader, load_tagger
from sayso.types import Reading, Report, Span
from sayso.views.shapes import extract_shape

LINES = (".jsonl", ".ndjson")


def spans_of(reading: Reading) -> Iterator[tuple[str, Span]]:
    """Every span of a reading with what it marks."""
    for statement in reading.statements:
        for part in ("source", "cue", "content"):
            yield from (("statement", span) for span in getattr(statement, part))
    yield from (("claim", claim.evidence) for claim in reading.claims)
    yield from (("name", span) for name in reading.names for span in name.spans)
    yield from (("figure", figure.span) for figure in reading.figures)
    yield from (("problem", problem.span) for problem in reading.problems if problem.span)


def check(report: Report, reading: Reading) -> Counter[str]:
    """How many spans of each sort there are, and how many are broken, the promised JSON's included."""
    counted: Counter[str] = Counter()
    for sort, span in spans_of(reading):
        counted[sort] += 1
        words = report.text[span.start : span.end]
        whole = 0 <= span.start < span.end <= len(report.text)
        counted["broken"] += not whole or (sort == "statement" and words != words.strip())
    shape = extract_shape(report, reading)
    counted["broken"] += shape["report"]["text"] != report.text
    for statement, shown in zip(reading.statements, shape["statements"], strict=True):
        for part in ("source", "cue", "content"):
            wanted = [report.text[span.start : span.end] for span in getattr(statement, part)]
            counted["broken"] += [report.text[start:end] for start, end in shown[part]] != wanted
    return counted


def texts_in(path: Path) -> Iterator[str]:
    """The texts of a file, or of all files in a folder."""
    if path.is_dir():
        for inner in sorted(p for p in path.rglob("*") if p.suffix in (".txt", *LINES)):
            yield from texts_in(inner)
    elif path.suffix in LINES:
        with path.open(encoding="utf8") as lines:
            rows: Iterator[Any] = (json.loads(line) for line in lines if line.strip())
            yield from (row["text"] for row in rows if isinstance(row, dict) and isinstance(row.get("text"), str))
    else:
        yield path.read_text(encoding="utf8")


def check_all(paths: Sequence[Path], reader: Reader, limit: int | None, done: Path | None) -> Counter[str]:
    """The counts over all texts that were not read in an earlier run."""
    known = set(done.read_text(encoding="utf8").split()) if done and done.exists() else set()
    total: Counter[str] = Counter()
    for text in (text for path in paths for text in islice(texts_in(path), limit)):
        digest = hashlib.sha256(text.encode("utf8", "surrogatepass")).hexdigest()[:16]
        if digest in known or not text.strip():
            continue
        known.add(digest)
        report = Report(id=digest, text=text, path=digest, published="2020-11-09", body=Span(0, len(text)))
        found = check(report, read_report(report, reader))
        total.update(found)
        total["texts"] += 1
        if found["broken"]:
            print(f"broken spans in {digest}: {text[:60]!r}", flush=True)
        if done:
            with done.open("a", encoding="utf8") as noted:
                noted.write(digest + "\n")
    return total


def main(arguments: Sequence[str]) -> int:
    """Print the counts; 1 where a span is broken."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--limit", type=int, help="texts of each PATH")
    parser.add_argument("--done", type=Path, help="where to note what was read")
    chosen = parser.parse_args(arguments)
    total = check_all(chosen.paths, load_tagger(), chosen.limit, chosen.done)
    print(", ".join(f"{name} {total[name]}" for name in ("texts", "statement", "claim", "name", "figure", "problem")))
    print(f"broken {total['broken']}")
    return 1 if total["broken"] else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
