"""How fast the app answers on a large ledger: 20 readers at once, each page's 95th percentile.

``python -m evaluation.app_load LEDGER --reports 10000`` takes what the ledger holds as often as makes so many reports,
each copy with names and ids of its own, and serves that; every reader asks for a page, waits about a second, as people
do, and asks for the next. Reading and assembling are not measured here (see ``evaluation.scale``).
"""

from __future__ import annotations

import argparse
import random
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import httpx
import uvicorn

from sayso.app.web import make_app
from sayso.ledger import Ledger
from sayso.store import Store, open_store
from sayso.store.folders import Kept
from sayso.types import Brief, Claim, Discrepancy, Figure, KnownName, Matter, Position, Reading, Report, Statement

PORT = 8799
LISTS = ("/", "/matters", "/matters?page=9", "/timeline", "/map", "/reports", "/reports?page=50", "/names?speaks=1",
         "/figures", "/discrepancies", "/review", "/log", "/problems", "/search?stance=denies",
         "/search?q=captured", "/search?q=captured&stance=concedes", "/desk.json", "/matters.json")  # fmt: skip


class Copy:
    """Copy ``number`` of a record: the same words, ids and names of its own."""

    def __init__(self, number: int) -> None:
        self._number = number

    def id(self, id: str) -> str:
        return f"{self._number:04x}{id}"

    def maybe(self, id: str | None) -> str | None:
        return None if id is None else self.id(id)

    def name(self, name: str) -> str:
        return f"{name} {self._number}" if name and self._number else name

    def report(self, one: Report) -> Report:
        return replace(one, id=self.id(one.id), path=f"{self._number}/{one.path}")

    def statement(self, one: Statement) -> Statement:
        ids = {"id": self.id(one.id), "report": self.id(one.report), "within": self.maybe(one.within)}
        return replace(one, **ids, speaker=self.name(one.speaker), party=self.name(one.party))

    def figure(self, one: Figure) -> Figure:
        return replace(one, report=self.id(one.report), statement=self.maybe(one.statement), of=self.name(one.of))

    def position(self, one: Position) -> Position:
        ids = {"report": self.id(one.report), "statement": self.maybe(one.statement)}
        return replace(one, **ids, speaker=self.name(one.speaker), party=self.name(one.party))

    def matter(self, one: Matter) -> Matter:
        return replace(
            one,
            id=self.id(one.id),
            slots=tuple((key, self.name(words)) for key, words in one.slots),
            positions=tuple(map(self.position, one.positions)),
            figures=tuple(map(self.figure, one.figures)),
            standings=tuple(replace(s, statements=tuple(map(self.id, s.statements))) for s in one.standings),
        )

    def clash(self, one: Discrepancy) -> Discrepancy:
        return replace(one, reports=tuple(map(self.id, one.reports)))

    def known(self, one: KnownName) -> KnownName:
        spellings = tuple(map(self.name, one.spellings))
        return replace(one, name=self.name(one.name), party=self.name(one.party), spellings=spellings)

    def claim(self, one: Claim) -> Claim:
        return replace(one, id=self.id(one.id), report=self.id(one.report), statement=self.maybe(one.statement))

    def reading(self, one: Reading) -> Reading:
        names = tuple(replace(name, name=self.name(name.name)) for name in one.names)
        return replace(one, report=self.id(one.report), claims=tuple(map(self.claim, one.claims)), names=names)


class Enlarged(Ledger):
    """A ledger that holds what another one holds, many times over."""

    def __init__(self, store: Store, brief: Brief, readings: Sequence[Reading], times: int) -> None:
        super().__init__(store)
        self._copies = [Copy(number) for number in range(times)]
        self._one, self._read = brief, readings
        store.fill(Kept(reports=[copy.report(each) for copy in self._copies for each in brief.reports]))

    def brief(self) -> Brief:
        one, copies = self._one, self._copies
        return replace(
            one,
            reports=tuple(c.report(each) for c in copies for each in one.reports),
            statements=tuple(c.statement(each) for c in copies for each in one.statements),
            matters=tuple(c.matter(each) for c in copies for each in one.matters),
            figures=tuple(c.figure(each) for c in copies for each in one.figures),
            discrepancies=tuple(c.clash(each) for c in copies for each in one.discrepancies),
            names=tuple(c.known(each) for c in copies for each in one.names),
            copies=tuple(tuple(map(c.id, group)) for c in copies for group in one.copies),
            background=tuple((c.id(report), span) for c in copies for report, span in one.background),
        )

    def readings(self) -> Sequence[Reading]:
        return [copy.reading(each) for copy in self._copies for each in self._read]


def serve(path: str, reports: int) -> None:
    """Serve the enlarged ledger."""
    with Ledger.open(path, create=False) as small:
        brief, readings = small.brief(), small.readings()
    with tempfile.TemporaryDirectory() as scratch, open_store(Path(scratch) / "large.db") as store:
        large = Enlarged(store, brief, readings, -(-reports // len(brief.reports)))
        uvicorn.run(make_app(large, path), port=PORT, log_level="warning", ws="none")


def addresses(client: httpx.Client) -> list[str]:
    """The lists, and some matters, reports and names."""
    found = list(LISTS)
    for matter in client.get("/matters.json").json()["leaf"]["lines"][:40:4]:
        found += [f"/matters/{matter['id']}", f"/matters/{matter['id']}?at=1"]
    for report in client.get("/reports.json").json()["leaf"]["lines"][:40:4]:
        found.append(f"/reports/{report['id']}")
    for name in client.get("/names.json").json()["leaf"]["lines"][:40:8]:
        found.append(f"/names/{name['known']['name']}")
    return found


def visit(address: str, pages: list[str], until: float, took: dict[str, list[float]], pause: float, seed: int) -> None:
    """One reader: a page, a pause, another page."""
    dice = random.Random(seed)
    with httpx.Client(base_url=address, timeout=120) as client:
        while time.perf_counter() < until:
            time.sleep(dice.uniform(0.5, 1.5) * pause)
            page = dice.choice(pages)
            start = time.perf_counter()
            answer = client.get(page)
            took.setdefault(kind_of(page), []).append(time.perf_counter() - start)
            assert answer.status_code == 200, page


def kind_of(page: str) -> str:
    """A page by its kind: all matters are one."""
    parts = page.split("?")[0].split("/")
    return page if len(parts) < 3 else f"/{parts[1]}/..."


def percentile(times: list[float]) -> float:
    return sorted(times)[max(0, round(0.95 * len(times)) - 1)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("ledger")
    parser.add_argument("--serve", action="store_true", help="serve only")
    parser.add_argument("--reports", type=int, default=10_000)
    parser.add_argument("--users", type=int, default=20)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--pause", type=float, default=1.0, help="mean seconds between two pages of one reader")
    options = parser.parse_args()
    if options.serve:
        serve(options.ledger, options.reports)
        return
    command = [
        sys.executable,
        "-m",
        "evaluation.app_load",
        options.ledger,
        "--reports",
        str(options.reports),
        "--serve",
    ]
    with subprocess.Popen(command) as server:
        address = f"http://127.0.0.1:{PORT}"
        with httpx.Client(base_url=address, timeout=3600) as client:
            start = time.perf_counter()
            while True:
                try:
                    client.get("/static/app.css")
                    break
                except httpx.ConnectError:
                    time.sleep(0.5)
            client.get("/")
            print(f"the first page after {time.perf_counter() - start:.1f} s", flush=True)
            pages = addresses(client)
            for page in pages:  # what is drawn once and kept
                client.get(page)
            alone = []
            for page in pages:
                start = time.perf_counter()
                client.get(page)
                alone.append(time.perf_counter() - start)
            print(f"one reader: median {statistics.median(alone):.3f} s, slowest {max(alone):.3f} s", flush=True)
            for page, each in sorted(zip(pages, alone, strict=True), key=lambda one: -one[1])[:8]:
                print(f"  {page:<40} {each:.3f} s", flush=True)
        took: dict[str, list[float]] = {}
        until = time.perf_counter() + options.seconds
        users = [
            threading.Thread(target=visit, args=(address, pages, until, took, options.pause, seed))
            for seed in range(options.users)
        ]
        for user in users:
            user.start()
        for user in users:
            user.join()
        for page, times in sorted(took.items(), key=lambda each: -percentile(each[1])):
            middle = statistics.median(times)
            print(f"{page:<40} {len(times):>5} times  median {middle:.3f}  p95 {percentile(times):.3f} s")
        every = [each for times in took.values() for each in times]
        print(f"all: {len(every)} pages, {len(every) / options.seconds:.1f} a second, p95 {percentile(every):.3f} s")
        server.terminate()


if __name__ == "__main__":
    main()
