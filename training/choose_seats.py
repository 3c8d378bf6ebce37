"""Learn what each sign weighs by which a city or a palace is a side's seat of government.

    python -m training.choose_seats CLUSTER ... [--out src/sayso/values/tables/seat_signs.toml]

The small conflicts of `training/actors` mark which names are seats, and whose; those that are held out are left out.
A cluster is a folder of reports with its gold (`evaluation/clusters-own/NAME`): there a city is a seat where it is all
that a report calls a government by, and counts thrice, since few are marked. Each city that the reports show as one
that may be a seat is one choice, among the sides or none. The weights maximise the likelihood of the right choices,
less the squares of the weights. Each sixth of the small conflicts is judged by the weights learnt from the others; that
is printed, and how those that are held out are judged.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from evaluation.clusters import report_paths
from evaluation.score_ledger import same_party
from evaluation.score_statements import read_lines

from sayso.values.local_parties import find_sittings
from sayso.values.local_sittings import Sitting, choose_seats
from sayso.values.party_tables import world_names, world_states
from training import choose
from training.conflicts import FOLDER, is_held

PENALTY = 0.0005
BAR = -1.0  # added to what `none` weighs
MARKED = 3  # how often a seat of a cluster counts
PARTS = 6
NAME = re.compile(r"[A-ZÀ-Þ][\w’'-]+(?:[ -][A-ZÀ-Þ][\w’'-]+)?")
RULES = re.compile(r"\b(?:government|authorities)\b")


@dataclass(frozen=True, slots=True)
class City:
    """One city of a conflict, and whose seat it is; "" for nobody's."""

    conflict: str
    sitting: Sitting
    party: str


def of_conflict(path: Path) -> list[City]:
    """The choices of a small conflict."""
    conflict = json.loads(path.read_text(encoding="utf8"))
    seats = {form.casefold(): e["party"] for e in conflict["names"] if e["kind"] == "seat" for form in e["forms"]}
    return [
        City(path.stem, each, next((seats[n.casefold()] for n in each.names if n.casefold() in seats), ""))
        for each in find_sittings(conflict["reports"], world_names(), world_states())
    ]


def of_cluster(folder: Path) -> list[City]:
    """The choices of a cluster that its gold marks."""
    seats: dict[str, str] = {}
    for row in read_lines(folder / "statements.jsonl"):
        for one in row["attributions"]:
            for start, end in one["source"]:
                words = row["text"][start:end]
                rules = RULES.search(one.get("speaker") or "") and one["party"] and not same_party(one["party"], words)
                if rules and NAME.fullmatch(words):
                    seats[words.casefold()] = one["party"]
    texts = [path.read_text(encoding="utf8") for path in report_paths(folder)]
    return [
        City(folder.name, each, seats[name.casefold()])
        for each in find_sittings(texts, world_names(), world_states())
        for name in each.names[:1]
        if name.casefold() in seats
    ]


def choice(one: City) -> choose.Choice:
    """What is chosen for a city: nobody, or one of its sides."""
    right = [bool(one.party) and same_party(one.party, party) for party in one.sitting.sides]
    return choose.Choice((one.sitting.none, *one.sitting.sides.values()), (not any(right), *right))


def learn(choices: Sequence[City], signs: Sequence[str]) -> dict[str, float]:
    """The weight of each sign."""
    learnt = choose.learn([choice(one) for one in choices], dict.fromkeys(signs, PENALTY))
    return learnt | {"none": learnt["none"] + BAR}


def judge(choices: Iterable[City], weights: Mapping[str, float]) -> Counter[str]:
    """How many cities have the right side, a wrong one, none though they are a seat, one though they are nobody's."""
    by_conflict: dict[str, list[City]] = {}
    for one in choices:
        by_conflict.setdefault(one.conflict, []).append(one)
    out: Counter[str] = Counter()
    for each in by_conflict.values():
        chosen = choose_seats([one.sitting for one in each], weights)
        for one in each:
            party = chosen.get(one.sitting.names[0], ("", "", False))[0]
            if not one.party:
                out["nobody's"] += bool(party)
            else:
                out["none" if not party else "right" if same_party(one.party, party) else "wrong"] += 1
    return out


def main(arguments: Sequence[str] | None = None) -> None:
    """Print how the small conflicts are judged; write the weights learnt from all."""
    clusters, out = choose.asked(__doc__, arguments)
    paths = sorted(FOLDER.glob("*.json"))
    small = [one for path in paths if not is_held(path.stem) for one in of_conflict(path)]
    marked = [one for folder in clusters for one in of_cluster(folder)] * MARKED
    every = [*small, *marked]
    signs = sorted({s for one in every for found in (one.sitting.none, *one.sitting.sides.values()) for s in found})
    part = {name: at % PARTS for at, name in enumerate(dict.fromkeys(one.conflict for one in small))}
    total: Counter[str] = Counter()
    for at in range(PARTS):
        weights = learn([*(one for one in small if part[one.conflict] != at), *marked], signs)
        total.update(judge((one for one in small if part[one.conflict] == at), weights))
    print("each sixth by the others", dict(total))
    weights = learn(every, signs)
    held = [one for path in paths if is_held(path.stem) for one in of_conflict(path)]
    print("held out", dict(judge(held, weights)))
    head = (
        "# What each sign weighs for a city to be a side's seat (training/choose_seats.py); any must outweigh `none`.\n"
    )
    choose.give(weights, head, out)


if __name__ == "__main__":
    main()
