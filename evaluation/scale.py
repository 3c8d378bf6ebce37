"""What a large ledger costs: adding one report more, and finding one matter, with 100 and with many reports in it.

Reports are made from our own clusters: every conflict is a copy of one with its letters, numbers and years changed, at
the same length, so that the spans that the model found once hold for every copy and its time stays out. Times are
processor seconds. ``python -m evaluation.scale --reports 10000``
"""

from __future__ import annotations

import argparse
import random
import re
import statistics
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from sayso.ledger import Ledger, load_reader
from sayso.reading.tagger import Reader
from sayso.types import Attribution, Span

FOLDERS = ("evaluation/clusters-own/karasugan", "evaluation/clusters-own/rasimbe", "evaluation/clusters-own/tin-seddar")
CONSONANTS = "bdfgklmnprstvz"
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
Spans = tuple[list[Attribution], list[tuple[str, Span]]]


class Known:
    """A reader that gives for every copy the spans that the model gave for the report that it was made from."""

    def __init__(self, reader: Reader) -> None:
        self.version = f"known-{reader.version}"
        self._spans: dict[str, Spans] = {}

    def learn(self, text: str, spans: Spans) -> None:
        """Take note of what stands in ``text``."""
        self._spans[text] = spans

    def read(self, text: str) -> Spans:
        """What was noted."""
        return self._spans[text]


def changed(text: str, names: list[Span], number: int) -> str:
    """``text`` as copy ``number`` has it: other consonants in its names, other years and numbers; the same length."""
    dice = random.Random(number)
    others = "".join(dice.sample(CONSONANTS, len(CONSONANTS)))
    letters = str.maketrans(CONSONANTS + CONSONANTS.upper(), others + others.upper())
    digits = str.maketrans("3456789", "".join(dice.sample("3456789", 7)))
    year = str(1990 + number % 35)
    words = {w for s in names for w in re.findall(r"\w{4,}", text[s.start : s.end]) if w[0].isupper()}
    named = re.compile(r"\b(?:" + "|".join(sorted(map(re.escape, words), key=len, reverse=True)) + r")(?=\b|s\b)")
    text = named.sub(lambda m: m.group().translate(letters), text) if words else text
    return re.sub(r"\b\d{2,3}\b", lambda m: m.group().translate(digits), YEAR.sub(year, text))


def copies(base: list[list[tuple[str, Spans]]], reader: Known) -> Iterator[list[str]]:
    """Conflicts without end, each a list of texts of which ``reader`` knows the spans."""
    number = 0
    while True:
        for conflict in base:
            number += 1
            names = {re.escape(text[s.start : s.end]) for text, spans in conflict for _, s in spans[1]}
            everywhere = re.compile("|".join(sorted(names, key=len, reverse=True)))
            texts = []
            for text, spans in conflict:
                found = [Span(*m.span()) for m in everywhere.finditer(text)]
                texts.append(changed(text, found, number))
                reader.learn(texts[-1], spans)
            yield texts


def measure(ledger: Ledger, conflicts: Iterator[list[str]], reader: Known, folder: Path, times: int) -> float:
    """The median processor time of adding the last report of a new conflict, in seconds."""
    took = []
    for _ in range(times):
        texts = next(conflicts)
        put(ledger, texts[:-1], reader, folder)
        start = time.process_time()
        put(ledger, texts[-1:], reader, folder)
        took.append(time.process_time() - start)
    return statistics.median(took)


def put(ledger: Ledger, texts: list[str], reader: Known, folder: Path) -> None:
    paths = []
    for text in texts:
        path = folder / f"{abs(hash(text))}.txt"
        path.write_text(text, encoding="utf8")
        paths.append(str(path))
    ledger.add(paths, reader=reader)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reports", type=int, default=10_000)
    parser.add_argument("--times", type=int, default=9, help="how often each cost is measured")
    options = parser.parse_args()
    board = load_reader()
    reader, base = Known(board), []
    for folder in FOLDERS:
        paths = sorted(Path(folder).glob("[0-9]*.txt"))
        texts = [path.read_text(encoding="utf8") for path in paths]
        base.append([(text, board.read(text)) for text in texts])
    conflicts = copies(base, reader)
    with tempfile.TemporaryDirectory() as scratch, Ledger.open(Path(scratch) / "scale.db") as ledger:
        folder, held = Path(scratch), 0
        for wanted in (100, 1000, options.reports):
            while held < wanted - 6 * options.times:
                texts = next(conflicts)
                put(ledger, texts, reader, folder)
                held += len(texts)
            cost = measure(ledger, conflicts, reader, folder, options.times)
            held += 6 * options.times
            start = time.process_time()
            ledger.matter("1")
            first = time.process_time() - start
            start = time.process_time()
            ledger.matter("1")
            again = time.process_time() - start
            print(
                f"{held} reports: adding one {cost:.3f} s; one matter {again:.3f} s ({first:.1f} s the first time, "
                "when all that is new is worked out)",
                flush=True,
            )


if __name__ == "__main__":
    main()
