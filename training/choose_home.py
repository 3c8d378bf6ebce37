"""Learn what each sign weighs by which a party is at home in the reports of a conflict.

    python -m training.choose_home CLUSTER ... [--out src/sayso/values/tables/home_signs.toml]

Whose "the army" and "the ministry" are is told by the small conflicts of `training/actors`, but for those that are held
out, and by clusters, folders of reports with their gold (`evaluation/clusters-own/NAME`): each conflict is one choice,
among the parties that its reports name or none, and a party is as right as it has a share in what such speakers say. A
conflict counts with the root of how often they speak, a cluster thrice that, since there are few. Each sixth is judged
by the weights learnt from the others; that is printed, beside what the state that reports are mostly about gives.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from pathlib import Path

from evaluation.clusters import report_paths
from evaluation.score_ledger import same_party
from evaluation.score_statements import read_lines

from sayso.reading.sides import HOME_BODIES
from sayso.values.home_signs import likely_home
from sayso.values.local_parties import find_homes
from sayso.values.party_tables import world_names, world_states
from sayso.values.party_words import party_words
from training.choose import Choice, asked, give, learn
from training.conflicts import FOLDER, is_held

PENALTY = 0.002
MARKED = 3  # how much more a cluster counts than a small conflict
PARTS = 6
STEM = 5  # letters of a party's name by which words are known to name it
BODY = re.compile(rf"{party_words().organ}|\b(?:{'|'.join(sorted(HOME_BODIES))})s?\b", re.IGNORECASE)
ITS = re.compile(r"(?:his|her|its|their)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Conflict:
    """A conflict: what may be at home in its reports, which state they are mostly about ("" for none), and how often
    each party speaks by a body without its name.
    """

    found: Mapping[str, Mapping[str, float]]
    told_of: str
    said: Mapping[str, int]
    weight: float


def of_small(path: Path) -> Conflict:
    """A small conflict."""
    conflict = json.loads(path.read_text(encoding="utf8"))
    named = [
        form
        for name in conflict["names"]
        if name["kind"] in ("state", "people", "seat", "region", "group", "place")
        for form in name["forms"]
    ]
    said = [(row["source"], row["party"]) for row in conflict.get("statements", ())]
    return _conflict(conflict["reports"], said, named, 1)


def of_cluster(folder: Path) -> Conflict:
    """A cluster with its gold."""
    texts = [path.read_text(encoding="utf8") for path in report_paths(folder)]
    said = [
        (" ".join(row["text"][start:end] for start, end in one["source"]), one["party"])
        for row in read_lines(folder / "statements.jsonl")
        for one in row["attributions"]
    ]
    return _conflict(texts, said, {party[:STEM] for _, party in said if party}, MARKED)


def _conflict(texts: Sequence[str], said: Iterable[tuple[str, str]], named: Iterable[str], weight: float) -> Conflict:
    names = re.compile(rf"\b(?:{'|'.join(map(re.escape, named)) or '(?!)'})")
    count = Counter(
        party
        for source, party in said
        if party and BODY.search(source) and not names.search(source) and not ITS.match(source)
    )
    found, told_of = find_homes(texts, world_names(), world_states())
    return Conflict(found, told_of, count, weight * sqrt(count.total()))


def choice(one: Conflict) -> Choice:
    """What is chosen in a conflict: no party, or one of those found."""
    total = sum(one.said.values())
    right = [sum(n for party, n in one.said.items() if same_party(party, each)) / total for each in one.found]
    return Choice(({}, *one.found.values()), (max(0.0, 1 - sum(right)), *right), one.weight)


def judge(conflicts: Iterable[Conflict], weights: Mapping[str, float]) -> dict[str, Counter[str]]:
    """Of how many remarks the speaker's party is at home, another is, or nobody.

    By the signs, by the state that reports are mostly about, and by both as ``at_home`` has it.
    """
    out: dict[str, Counter[str]] = {"signs": Counter(), "told of": Counter(), "both": Counter()}
    for one in conflicts:
        likely = likely_home(one.found, weights)
        for way, home in (("signs", likely), ("told of", one.told_of), ("both", likely or one.told_of)):
            for party, n in one.said.items():
                out[way]["none" if not home else "right" if same_party(party, home) else "wrong"] += n
    return out


def main(arguments: Sequence[str] | None = None) -> None:
    """Print how the conflicts are judged; write the weights learnt from all."""
    clusters, out = asked(__doc__, arguments)
    paths = sorted(FOLDER.glob("*.json"))
    small = [one for path in paths if not is_held(path.stem) and (one := of_small(path)).said]
    marked = [one for folder in clusters if (one := of_cluster(folder)).said]
    every = [*small, *marked]
    penalties = dict.fromkeys(sorted({s for one in every for found in one.found.values() for s in found}), PENALTY)
    for name, first, last in (("small conflicts", 0, len(small)), ("clusters", len(small), len(every))):
        total: dict[str, Counter[str]] = {}
        for part in range(PARTS):
            weights = learn([choice(one) for at, one in enumerate(every) if at % PARTS != part], penalties)
            for way, count in judge((every[at] for at in range(first, last) if at % PARTS == part), weights).items():
                total[way] = total.get(way, Counter()) + count
        print(f"{name}, each sixth by the others", {way: dict(count) for way, count in total.items()})
    held = [one for path in paths if is_held(path.stem) and (one := of_small(path)).said]
    weights = learn([choice(one) for one in every], penalties)
    print("held out", {way: dict(count) for way, count in judge(held, weights).items()})
    head = "# What each sign weighs for a party to be at home (training/choose_home.py); nobody at home weighs 0.\n"
    give(weights, head, out)


if __name__ == "__main__":
    main()
