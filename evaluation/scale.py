"""What a large ledger costs: adding one report more, and finding one matter, with 100 and with many reports in it.

Reports are made from our own clusters: every conflict is a copy of one with its letters, numbers and years changed, at
the same length, so that the spans that the model found once hold for every copy and its time stays out. The ledger is
filled with readings that are those of the first conflict with the names changed alike; the reports whose
adding is measured are read by all rules. Times are processor seconds. ``python -m evaluation.scale --reports 10000``
"""

from __future__ import annotations

import argparse
import hashlib
import random
import re
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from sayso.extraction import inputs
from sayso.ledger import Ledger, load_reader
from sayso.reading.tagger import Reader
from sayso.store import Kept, open_store
from sayso.store.folders import Linked
from sayso.types import Attribution, Reading, Report, Span
from sayso.values.name_keys import name_keys

FOLDERS = ("evaluation/clusters-own/karasugan", "evaluation/clusters-own/rasimbe", "evaluation/clusters-own/tin-seddar")
CONSONANTS = "bdfgklmnprstvz"
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
AT_ONCE = 600  # reports kept in one transaction
Change = Callable[[str, bool], str]
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


@dataclass(frozen=True)
class Told:
    """A report of our own: its text, the model's spans in it, and the reading that the rules made of them."""

    text: str
    spans: Spans
    reading: Reading


@dataclass(frozen=True)
class Copy:
    """A conflict like none before: its texts, and a reading of each."""

    texts: list[str]
    base: list[Told]
    change: Change

    def reading(self, place: int, report: str) -> Reading:
        """The reading of the text at ``place``, kept as ``report``: that of its model with the names changed alike."""
        old = self.base[place].reading

        def walk(value: Any) -> Any:
            if isinstance(value, str):
                return self.change(value.replace(old.report, report), False).replace("-02-29", "-02-28")
            if isinstance(value, dict):
                return {key: walk(each) for key, each in value.items()}
            return [walk(each) for each in value] if isinstance(value, list | tuple) else value

        return msgspec.convert(walk(msgspec.to_builtins(old)), Reading)


def changing(names: set[str], number: int) -> Change:
    """How copy ``number`` has its words: other consonants in names, other years, in texts other numbers; as long."""
    dice = random.Random(number)
    others = "".join(dice.sample(CONSONANTS, len(CONSONANTS)))
    letters = str.maketrans(CONSONANTS + CONSONANTS.upper(), others + others.upper())
    digits = str.maketrans("3456789", "".join(dice.sample("3456789", 7)))
    year = str(1990 + number % 35)
    words = {w for name in names for w in re.findall(r"\w{4,}", name) if w[0].isupper()}
    named = re.compile(r"\b(?:" + "|".join(sorted(map(re.escape, words), key=len, reverse=True)) + r")(?=\b|s\b)")

    def change(text: str, numbers: bool) -> str:
        text = YEAR.sub(year, named.sub(lambda m: m.group().translate(letters), text) if words else text)
        return re.sub(r"\b\d{2,3}\b", lambda m: m.group().translate(digits), text) if numbers else text

    return change


def copies(base: list[list[Told]], reader: Known) -> Iterator[Copy]:
    """Conflicts without end, of whose texts ``reader`` knows the spans."""
    number = 0
    while True:
        for conflict in base:
            number += 1
            change = changing({told.text[s.start : s.end] for told in conflict for _, s in told.spans[1]}, number)
            texts = [change(told.text, True) for told in conflict]
            for text, told in zip(texts, conflict, strict=True):
                reader.learn(text, told.spans)
            yield Copy(texts, conflict, change)


def read_base(reader: Known, board: Reader) -> list[list[Told]]:
    """Our own clusters as the model and the rules read them."""
    base = []
    for folder in FOLDERS:
        paths = sorted(Path(folder).glob("[0-9]*.txt"))
        with tempfile.TemporaryDirectory() as scratch, Ledger.open(Path(scratch) / "base.db") as ledger:
            for path in paths:
                text = path.read_text(encoding="utf8")
                reader.learn(text, board.read(text))
            ledger.add([str(path) for path in paths], reader=reader)
            texts = {report.id: report.text for report in ledger.brief().reports}
            base.append([Told(texts[r.report], reader.read(texts[r.report]), r) for r in ledger.readings()])
    return base


def fill(ledger: Ledger, conflicts: Iterator[Copy], reader: Known, folder: Path, wanted: int) -> int:
    """Keep at least ``wanted`` reports with readings made from those of their models; how many were kept."""
    reports: list[Report] = []
    readings: list[Reading] = []
    links: list[Linked] = []
    while len(reports) < wanted:
        copy = next(conflicts)
        found = [each for _, each in inputs(write(copy.texts, folder), None) if isinstance(each, Report)]
        for place, report in enumerate(found):
            tagged = reader.read(report.text)[1]
            keys = name_keys(report.text[span.start : span.end] for _, span in tagged)
            links.append(Linked(report.id, found[0].id, tuple(sorted(keys))))
            readings.append(copy.reading(place, report.id))
        reports += found
    with open_store(ledger.path, create=False) as store:
        store.fill(Kept(reports, readings, [], [], links))
    return len(reports)


def measure(ledger: Ledger, conflicts: Iterator[Copy], reader: Known, folder: Path, times: int) -> float:
    """The median processor time of adding the last report of a new conflict, in seconds."""
    took = []
    for _ in range(times):
        texts = next(conflicts).texts
        put(ledger, texts[:-1], reader, folder)
        start = time.process_time()
        put(ledger, texts[-1:], reader, folder)
        took.append(time.process_time() - start)
    return statistics.median(took)


def write(texts: list[str], folder: Path) -> list[str]:
    """The paths of files with these texts."""
    paths = [folder / f"{hashlib.sha256(text.encode()).hexdigest()[:20]}.txt" for text in texts]
    for path, text in zip(paths, texts, strict=True):
        path.write_text(text, encoding="utf8")
    return list(map(str, paths))


def put(ledger: Ledger, texts: list[str], reader: Known, folder: Path) -> None:
    ledger.add(write(texts, folder), reader=reader)


def timed(call: Callable[[], object]) -> float:
    """The processor time that ``call`` takes, in seconds."""
    start = time.process_time()
    call()
    return time.process_time() - start


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reports", type=int, default=10_000)
    parser.add_argument("--times", type=int, default=9, help="how often each cost is measured")
    parser.add_argument("--ledger", type=Path, help="keep the ledger in this file, which is not there yet")
    options = parser.parse_args()
    board = load_reader()
    reader = Known(board)
    conflicts = copies(read_base(reader, board), reader)
    with tempfile.TemporaryDirectory() as scratch, Ledger.open(options.ledger or Path(scratch) / "scale.db") as ledger:
        folder, held = Path(scratch), 0
        for wanted in sorted({100, min(1000, options.reports), options.reports}):
            while wanted - 6 * options.times > held:
                held += fill(ledger, conflicts, reader, folder, min(AT_ONCE, wanted - 6 * options.times - held))
            cost = measure(ledger, conflicts, reader, folder, options.times)
            held = len(ledger.arrivals())
            print(f"{held} reports: adding one {cost:.3f} s", flush=True)
            first = timed(lambda: ledger.matter("1"))
            again = statistics.median(timed(lambda: ledger.matter("1")) for _ in range(options.times))
            print(
                f"{held} reports: one matter {again:.3f} s ({first:.1f} s the first time, "
                "when all that is new is worked out)",
                flush=True,
            )


if __name__ == "__main__":
    main()
